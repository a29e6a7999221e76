// What the bundler makes of imports that are no code. It has rules of its own for .bin and .html; lanky has its models under
// names with .bin at the end, too.

declare module "*.gguf.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module "*.html" {
  const text: string;
  export default text;
}
