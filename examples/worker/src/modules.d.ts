// What the bundler makes of imports that are no code: rules in wrangler.jsonc, and its own for .html.

declare module "*.gguf" {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module "*.html" {
  const text: string;
  export default text;
}
