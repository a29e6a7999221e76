// What the engine needs of the Web Worker it runs in: kernels from beside this file, and further workers as threads, where
// the page is isolated so that it may share memory.

import type { Build } from "../engine/kernels.js";
import type { Thread } from "../engine/pool.js";
import { compileKernelsAt } from "../fetch-kernels.js";
import type { Host } from "../host.js";
import { missingScript } from "./missing-script.js";

export const engineHost: Host = {
  compileKernels,
  spawnThread: globalThis.crossOriginIsolated ? spawnThread : undefined,
  cores: globalThis.crossOriginIsolated ? navigator.hardwareConcurrency : undefined,
};

function compileKernels(build: Build, threads: boolean): Promise<WebAssembly.Module> {
  return compileKernelsAt(urlOf(build, threads));
}

/** Each written out in full: bundlers look for exactly this form. */
function urlOf(build: Build, threads: boolean): URL {
  if (build === "relaxed")
    return threads
      ? new URL("../../build/relaxed-threads.wasm", import.meta.url)
      : new URL("../../build/relaxed.wasm", import.meta.url);
  return threads
    ? new URL("../../build/simd-threads.wasm", import.meta.url)
    : new URL("../../build/simd.wasm", import.meta.url);
}

function spawnThread(): Thread {
  const worker = new Worker(new URL("./thread-side.js", import.meta.url), { type: "module" });
  return {
    start(task) {
      worker.postMessage(task);
    },
    listen(onReady, onDeath) {
      worker.onmessage = () => onReady();
      worker.onerror = (event) => {
        event.preventDefault();
        onDeath(new Error(event.message || missingScript("worker/thread-side.js")));
      };
      worker.onmessageerror = () => onDeath(new Error("the browser does not share memory with it"));
    },
    keepAlive() {}, // a page's workers end with it
    terminate() {
      worker.terminate();
    },
  };
}
