// What an edge worker imports (workerd, and what runs on it): no bytes may be compiled there while it runs, so the kernels come
// as modules that were compiled when the worker was deployed. No threads, no files.

import relaxed from "../build/relaxed.wasm";
import simd from "../build/simd.wasm";
import type { Checkpoint } from "./checkpoint.js";
import { openSource } from "./fetch-model.js";
import { abortable, type Host } from "./host.js";
import type { ModelSource } from "./library.js";
import { type LoadOptions, Model } from "./model.js";

export * from "./library.js";

const host: Host = {
  compileKernels: async (build) => (build === "relaxed" ? relaxed : simd),
  // The engine that gets it wrong (engine/relaxed-check.ts) is of 2023; workerd's is always a recent one.
  trustsRelaxed: true,
};

/**
 * Opens a checkpoint: everything but its weights.
 * @param source any source of the library (an R2 object's body, a Response of the assets binding ...), or an absolute URL
 * @throws CheckpointError where it is missing, damaged or not supported
 * @throws TypeError without a source: a worker has no file of its own to find the embedded model in
 */
export async function openModel(
  source: string | URL | ModelSource,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Checkpoint> {
  if (source === undefined)
    throw new TypeError(
      'source: an edge worker has no files, so the embedded model has to be given: import it ("lanky/models/' +
        'lanky-api-4m-int8.gguf", with a rule of type Data for .gguf) and pass new Blob([it]), or pass a Response of it',
    );
  return openSource(source, options.signal);
}

/**
 * Loads a model. Weights are packed while they stream in.
 * @param source any source of the library (an R2 object's body, a Response of the assets binding ...), or an absolute URL
 * @throws CheckpointError for what is wrong with the checkpoint
 * @throws RangeError for options out of range, and where memory does not suffice
 * @throws TypeError without a source
 */
export async function loadModel(source: string | URL | ModelSource, options: LoadOptions = {}): Promise<Model> {
  const opened = await abortable(openModel(source, options), options.signal, (late) => late.close());
  return Model.load(opened, host, options);
}
