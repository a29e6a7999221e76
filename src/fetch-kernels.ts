// The kernels' modules where files come by URL: fetched from build/ beside this file's folder, as bundlers and browsers find
// them.

import type { Build } from "./engine/kernels.js";

const compiled = new Map<string, Promise<WebAssembly.Module>>();

/** Compiles a build's module, one for shared memory if `threads`; once for all models of the page. */
export function fetchKernels(build: Build, threads = false): Promise<WebAssembly.Module> {
  const url = urlOf(build, threads);
  let module = compiled.get(url.href);
  if (module === undefined) {
    module = compileKernelsAt(url);
    compiled.set(url.href, module);
    module.catch(() => compiled.delete(url.href)); // it may be there the next time
  }
  return module;
}

/** Each written out in full: bundlers look for exactly this form. */
function urlOf(build: Build, threads: boolean): URL {
  if (threads)
    return build === "relaxed"
      ? new URL("../build/relaxed-threads.wasm", import.meta.url)
      : new URL("../build/simd-threads.wasm", import.meta.url);
  return build === "relaxed"
    ? new URL("../build/relaxed.wasm", import.meta.url)
    : new URL("../build/simd.wasm", import.meta.url);
}

/** Fetches and compiles a module. */
export async function compileKernelsAt(url: URL): Promise<WebAssembly.Module> {
  const bytes = await fetchBytes(url);
  // A server that answers every address with its page would otherwise show as a damaged module.
  if (new DataView(bytes).getUint32(0) !== 0x0061736d)
    throw new Error(`${url} is no WebAssembly module but something else the server sent; ${advice}`);
  return WebAssembly.compile(bytes);
}

async function fetchBytes(url: URL): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new Error(`${url} cannot be fetched (${(cause as Error).message}); ${advice}`, { cause });
  }
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}; ${advice}`);
  return response.arrayBuffer();
}

const advice =
  "lanky's kernels are expected there: a bundler that leaves `new URL(..., import.meta.url)` as it is needs the files of " +
  "lanky/build/ copied into a folder build/ beside the folder of its output";
