// What every host exports: browsers, edge workers and Node differ in loadModel and openModel alone, and in what they add.

import type { ByteSource, FileSet } from "./formats/byte-reader.js";

export * from "./api-call.js";
export type { Checkpoint, ModelConfig, TensorInfo, TensorType } from "./checkpoint.js";
export type { Build } from "./engine/kernels.js";
export type { MemoryUse } from "./engine/plan.js";
export type { Schedule } from "./engine/schedule.js";
export { CheckpointError } from "./errors.js";
export type { ByteSource, FileSet, PositionedSource } from "./formats/byte-reader.js";
export {
  type JoinedParts,
  joinParts,
  type ModelPart,
  type PartSource,
  type PartsManifest,
} from "./formats/parts.js";
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
export { type EvaluateOptions, Session } from "./session.js";
export { type ChatMessage, type ChatTemplate, createChatTemplate } from "./text/chat-template.js";
export { createTextStream, type TextStream } from "./text/detokenizer.js";
export { checkGrammar } from "./text/grammar/compile.js";
export { type JsonSchema, type SchemaGrammarOptions, schemaToGrammar } from "./text/grammar/json-schema.js";
export { createSampler, logProbability, type Sampler, type SamplerOptions } from "./text/sampler.js";
export { createTokenizer, type Tokenizer } from "./text/tokenizer.js";

/** A checkpoint in any supported format: a stream of bytes, positioned reads, or a folder's files. */
export type ModelSource = ByteSource | FileSet;
