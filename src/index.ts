// What a program imports in browsers, and wherever a bundler or a server lays files out as the package has them: kernels and
// the embedded model are fetched from beside this file. node.ts is the entry for Node, Deno and Bun, workerd.ts for edge
// workers, and library.ts what all three export.

import type { Checkpoint } from "./checkpoint.js";
import { fetchKernels } from "./fetch-kernels.js";
import { openEmbedded, openSource } from "./fetch-model.js";
import { abortable } from "./host.js";
import type { ModelSource } from "./library.js";
import { type LoadOptions, Model } from "./model.js";

export * from "./library.js";

/**
 * Where the model lies that comes with the package, in int8. Written out in full: bundlers look for exactly this form, and copy
 * the file beside what they make. It is fetched when it is asked for.
 */
const embeddedModel = (): URL => new URL("../models/lanky-api-4m-int8.gguf", import.meta.url);

/**
 * Opens a checkpoint: everything but its weights.
 * @param source any source of the library, or a URL, which may be relative to the page; left out, the embedded model
 * @throws CheckpointError where it is missing, damaged or not supported
 */
export async function openModel(
  source?: string | URL | ModelSource,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Checkpoint> {
  return source === undefined ? openEmbedded(embeddedModel(), options.signal) : openSource(source, options.signal);
}

/**
 * Loads a model. Weights are packed while they stream in.
 * @param source any source of the library, or a URL, which may be relative to the page; left out, the embedded model
 * @throws CheckpointError for what is wrong with the checkpoint
 * @throws RangeError for options out of range, and where memory does not suffice
 */
export async function loadModel(source?: string | URL | ModelSource, options: LoadOptions = {}): Promise<Model> {
  const opened = await abortable(openModel(source, options), options.signal, (late) => late.close());
  return Model.load(opened, { compileKernels: fetchKernels }, options);
}
