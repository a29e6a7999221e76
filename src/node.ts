// The library as Node, Deno and Bun import it: the core, with paths as sources and the kernels read from files.

import { fileURLToPath } from "node:url";
import type { Checkpoint } from "./checkpoint.js";
import type { Build } from "./engine/kernels.js";
import { usefulThreads } from "./engine/pace.js";
import { fetchModel } from "./fetch-model.js";
import type { ConvertOptions, ConvertReport } from "./formats/convert.js";
import { openCheckpoint } from "./formats/detect.js";
import type { PartsManifest } from "./formats/parts.js";
import { abortable } from "./host.js";
import type { ModelSource } from "./library.js";
import { type LoadOptions, Model } from "./model.js";
import { compileEarly, compileKernels } from "./node/compile-kernels.js";
import { embeddedModel } from "./node/embedded-model.js";
import { find, sizeOfFile } from "./node/files.js";
import { enableRelaxedSimd, needsFlag } from "./node/relaxed-simd.js";
import type { SplitOptions } from "./node/split-file.js";
import { cores, spawnThread } from "./node/threads.js";

const host = { compileKernels, spawnThread, cores };

export type { ConvertOptions, ConvertReport } from "./formats/convert.js";
export * from "./library.js";
export { compileKernels } from "./node/compile-kernels.js";
export { embeddedModel } from "./node/embedded-model.js";
export type { SplitOptions } from "./node/split-file.js";

/**
 * Opens a checkpoint: everything but its weights.
 * @param source a path, a file: or http(s): URL, any source of the core; left out, the embedded model
 * @throws CheckpointError where it is missing, damaged or not supported
 */
export async function openModel(
  source: string | URL | ModelSource = embeddedModel,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Checkpoint> {
  if (typeof source !== "string" && !(source instanceof URL)) return openCheckpoint(source);
  const url = urlOf(source);
  if (url && url.protocol !== "file:") return openCheckpoint(await fetchModel(url, options.signal), { name: url.href });
  const found = await find(url ? fileURLToPath(url) : (source as string));
  if (found.kind === "folder") return openCheckpoint(found.files);
  return openCheckpoint(found.source, { siblings: found.siblings });
}

function urlOf(source: string | URL): URL | undefined {
  if (source instanceof URL) return source;
  return /^(https?|file):/.test(source) && URL.canParse(source) ? new URL(source) : undefined;
}

/** Bytes of a file that a source names; infinite for any other source, which is rarely a small one. */
function sizeOf(source: string | URL | ModelSource = embeddedModel): number {
  if (typeof source !== "string" && !(source instanceof URL)) return Number.POSITIVE_INFINITY;
  const url = urlOf(source);
  if (url && url.protocol !== "file:") return Number.POSITIVE_INFINITY;
  return sizeOfFile(url ? fileURLToPath(url) : (source as string)) ?? Number.POSITIVE_INFINITY;
}

/** openModel that an abort ends at once. */
function opened(
  source: string | URL | ModelSource | undefined,
  options: { readonly signal?: AbortSignal | undefined },
): Promise<Checkpoint> {
  return abortable(openModel(source, options), options.signal, (late) => late.close());
}

/**
 * Loads a model. Weights are packed while they stream in.
 * @param source a path, a URL, any source of the core; left out, the embedded model
 * @throws CheckpointError for what is wrong with the checkpoint
 * @throws RangeError for options out of range, and where memory does not suffice
 */
export async function loadModel(source?: string | URL | ModelSource, options: LoadOptions = {}): Promise<Model> {
  const inFloats = weightsInFloats(options) ?? source === undefined; // as the embedded model's are
  compileEarly(buildFor(inFloats, options), (options.threads ?? usefulThreads(sizeOf(source), cores ?? 0)) > 0);
  return loadCheckpoint(await opened(source, options), options);
}

/**
 * Loads a checkpoint that openModel opened or is opening, or one derived from it (another schedule, other tensors). It is
 * closed afterwards, whatever happens.
 * @throws what loadModel throws
 */
export async function loadCheckpoint(
  checkpoint: Checkpoint | Promise<Checkpoint>,
  options: LoadOptions = {},
): Promise<Model> {
  enableRelaxedSimd();
  const asked = weightsInFloats(options);
  if (checkpoint instanceof Promise && options.threads !== undefined)
    compileEarly(buildFor(asked ?? false, options), options.threads > 0); // while it is being opened
  const found = await checkpoint;
  const inFloats = asked ?? found.tensors.every(({ type }) => type === "F32" || type === "F16" || type === "BF16");
  return Model.load(found, host, { ...options, build: buildFor(inFloats, options) });
}

/** Whether weights are to be held as floats; undefined where they are to be as they are in the file. */
function weightsInFloats({ weights = "file" }: LoadOptions): boolean | undefined {
  return weights === "file" ? undefined : weights === "f32" || weights === "f16" || weights === "bf16";
}

/**
 * The relaxed build has dot products of integers of its own, and nothing else. Where V8 can only compile it whole (Node 20),
 * which takes 50 to 100 ms, models without quantised weights get the plain one, whose functions are compiled as they are called.
 */
function buildFor(inFloats: boolean, { build }: LoadOptions): Build | undefined {
  return build === undefined && inFloats && needsFlag ? "simd" : build;
}

/**
 * Writes a checkpoint as one GGUF file; under its final name there is the whole file or what was there before.
 * @throws CheckpointError for what is wrong with the checkpoint, or where the file cannot be written
 * @throws RangeError for an unknown type; the signal's reason if it aborts
 */
export async function convertModel(
  source: string | URL | ModelSource,
  path: string,
  options: ConvertOptions = {},
): Promise<ConvertReport> {
  const { convertToFile } = await import("./node/written-files.js");
  return convertToFile(await opened(source, options), path, options);
}

/**
 * Splits a GGUF file into parts and a manifest, for `joinParts`; the manifest is written last.
 * @param path the file
 * @param folder where they go; made where it is missing
 * @throws CheckpointError for what is wrong with the file or the folder, or where the folder holds another model's parts
 * @throws RangeError for a part size out of range; the signal's reason if it aborts
 */
export async function splitModel(path: string, folder: string, options: SplitOptions = {}): Promise<PartsManifest> {
  const { splitFile } = await import("./node/written-files.js");
  return splitFile(path, folder, options);
}
