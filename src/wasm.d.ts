// A module import of WebAssembly, as workerd and its bundler know it: compiled, not instantiated.

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
