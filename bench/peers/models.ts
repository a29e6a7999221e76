// The model files that are compared: the shape of MobileLLM-125M in three types, made once in a folder of temporary files,
// and SmolLM2-135M-Instruct in Q4_1, which the user has or has not.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import type { ModelConfig } from "../../src/checkpoint.js";
import { mobile125m, type RandomType, writeRandomModel } from "../random-model.js";

export interface PeerModel {
  /** For people and for --models: "125M Q8_0". */
  readonly name: string;
  readonly type: string;
  readonly path: string;
  /** Name of the file, and what is in it. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Models whose name has `filter` in it, ignoring case; files that are missing are made. */
export async function peerModels(
  folder: string,
  smollm2: string | undefined,
  wanted: (name: string) => boolean,
): Promise<PeerModel[]> {
  const models: PeerModel[] = [];
  for (const type of ["q8_0", "q4_0", "f16"] as const) {
    const name = `125M ${type.toUpperCase()}`;
    if (wanted(name)) models.push(await made(folder, name, "125m", mobile125m, type));
  }
  const name = "SmolLM2 Q4_1";
  if (wanted(name) && smollm2) models.push(describeModel(name, "Q4_1", smollm2));
  return models;
}

/** The model for long contexts. */
export function longModel(folder: string, type: RandomType, context: number): Promise<PeerModel> {
  const config = { ...mobile125m, max_position_embeddings: context };
  return made(folder, `125M ${type.toUpperCase()} for ${context} tokens`, `125m-${context}`, config, type);
}

/** One small layer: what a call costs beside the arithmetic. */
export function tinyModel(folder: string): Promise<PeerModel> {
  const config: ModelConfig = {
    ...mobile125m,
    hidden_size: 64,
    intermediate_size: 64,
    num_hidden_layers: 1,
    num_attention_heads: 1,
    num_key_value_heads: 1,
    vocab_size: 320,
  };
  return made(folder, "tiny", "tiny", config, "q8_0");
}

async function made(
  folder: string,
  name: string,
  shape: string,
  config: ModelConfig,
  type: RandomType,
): Promise<PeerModel> {
  const path = join(folder, `random-${shape}-${type}.gguf`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    await writeRandomModel(`${path}.part`, config, type);
    renameSync(`${path}.part`, path);
  }
  return describeModel(name, type.toUpperCase(), path);
}

function describeModel(name: string, type: string, path: string): PeerModel {
  const bytes = readFileSync(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, type, path, file: basename(path), bytes: bytes.length, sha256 };
}
