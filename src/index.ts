// What a program imports, in any host: browsers, workers, and (through node.ts, which adds paths) Node.

import type { Checkpoint } from "./checkpoint.js";
import type { Build } from "./engine/kernels.js";
import type { ByteSource, FileSet } from "./formats/byte-reader.js";
import { openCheckpoint } from "./formats/detect.js";
import { abortable } from "./host.js";
import { type LoadOptions, Model } from "./model.js";

export {
  type ApiArguments,
  type ApiCall,
  type ApiName,
  type ArgumentKind,
  apiAnswerGrammar,
  apiCallSchema,
  apiFunctions,
  argumentKinds,
  type NoApiCall,
  parseApiCall,
} from "./api-call.js";
export type { Checkpoint, ModelConfig, TensorInfo, TensorType } from "./checkpoint.js";
export type { Build } from "./engine/kernels.js";
export type { MemoryUse } from "./engine/plan.js";
export type { Schedule } from "./engine/schedule.js";
export { CheckpointError } from "./errors.js";
export type { ByteSource, FileSet, PositionedSource } from "./formats/byte-reader.js";
export { type ScheduleKind, schedule } from "./formats/schedule.js";
export { type FinishReason, type GenerateOptions, Generation, type Piece, type Timings } from "./generation.js";
export {
  describeModel,
  type LoadOptions,
  Model,
  type ModelDescription,
  type Score,
  type WeightsOption,
} from "./model.js";
export { Session } from "./session.js";
export { type ChatMessage, type ChatTemplate, createChatTemplate } from "./text/chat-template.js";
export { createTextStream, type TextStream } from "./text/detokenizer.js";
export { checkGrammar } from "./text/grammar/compile.js";
export { type JsonSchema, type SchemaGrammarOptions, schemaToGrammar } from "./text/grammar/json-schema.js";
export { createSampler, logProbability, type Sampler, type SamplerOptions } from "./text/sampler.js";
export { createTokenizer, type Tokenizer } from "./text/tokenizer.js";

/** A checkpoint in any supported format: a stream of bytes, positioned reads, or a folder's files. */
export type ModelSource = ByteSource | FileSet;

/**
 * Opens a checkpoint: everything but its weights.
 * @throws CheckpointError where it is damaged or not supported
 */
export async function openModel(source: ModelSource): Promise<Checkpoint> {
  return openCheckpoint(source);
}

/**
 * Loads a model. Weights are packed while they stream in.
 * @throws CheckpointError for what is wrong with the checkpoint
 * @throws RangeError for options out of range, and where memory does not suffice
 */
export async function loadModel(source: ModelSource, options: LoadOptions = {}): Promise<Model> {
  return Model.load(
    await abortable(openModel(source), options.signal, (late) => late.close()),
    { compileKernels: fetchKernels },
    options,
  );
}

/** The module beside this file, as bundlers and browsers find it. */
async function fetchKernels(build: Build): Promise<WebAssembly.Module> {
  // Written out in full: bundlers look for exactly this form.
  const url =
    build === "relaxed"
      ? new URL("../build/relaxed.wasm", import.meta.url)
      : new URL("../build/simd.wasm", import.meta.url);
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`${url}: ${response.status} ${response.statusText}; is build/ served beside dist/?`);
  return WebAssembly.compile(await response.arrayBuffer());
}
