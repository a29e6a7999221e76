// A Hugging Face folder: config.json, model.safetensors (or its shards with model.safetensors.index.json), a tokenizer
// and, where the model chats, a template.
//
// Rows of q_proj and k_proj pair up in halves for RoPE. Tensors that such folders hold without need are passed over:
// rotary_emb.inv_freq, which old exports kept, and lm_head.weight where it is the embedding once more.

import type { Checkpoint, ModelConfig, TensorInfo, TensorRole, Vocabulary } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import type { ByteReader, FileSet } from "./byte-reader.js";
import { checkConfig, checkTensors, isNorm, show } from "./config.js";
import { parseConfig, parseEosIds } from "./huggingface-config.js";
import { isObject, type JsonObject, readJsonFile, readSmallFile } from "./json.js";
import { readSafetensorsHeader, type SafetensorsTensor } from "./safetensors.js";
import { schedule } from "./schedule.js";
import { parseSentencePieceModel } from "./sentencepiece-model.js";
import { type StoredTensor, streamTensors, type TensorFile } from "./tensor-stream.js";
import { decodeUtf8 } from "./utf8.js";

const single = "model.safetensors";
const indexFile = "model.safetensors.index.json";

/** Longest tokenizer.model; those of real models stay below 10 MB. */
const longestTokenizerModel = 100_000_000;

/**
 * Opens a Hugging Face folder.
 * @throws CheckpointError for missing or damaged files, models that cannot be run, tensors that contradict the config
 */
export async function readHuggingFace(files: FileSet): Promise<Checkpoint> {
  const configFile = `${files.name}/config.json`;
  const json = await readJsonFile(files, "config.json");
  if (json === undefined) {
    throw new CheckpointError(files.name, "has no config.json; expected the folder of a Hugging Face model");
  }
  const { config: ungated, layerSharing } = parseConfig(configFile, json);
  const spell = (field: keyof ModelConfig) => field;
  // Sizes are checked before anything is counted by them; the tensors then tell what the config leaves open.
  checkConfig(configFile, { ...ungated, gated: true }, spell);

  const shards = await openShards(files);
  try {
    const stored: TensorFile[] = shards.map(({ reader, tensors }) => ({
      reader,
      tensors: tensors.flatMap((tensor) => describe(reader.name, tensor, ungated.tie_word_embeddings)),
    }));
    const tensors = stored.flatMap((shard) => shard.tensors.map((tensor) => tensor.info));
    const gated = ungated.hidden_act !== "relu" || tensors.some((tensor) => tensor.role === "gate_proj");
    const config: ModelConfig = { ...ungated, gated };
    checkTensors(files.name, config, tensors, huggingFaceTensorName, spell);
    const tokenizerConfig = (await readJsonFile(files, "tokenizer_config.json")) ?? {};
    const vocabulary = await readVocabulary(files, json, config, tokenizerConfig);
    const chatTemplate = await readChatTemplate(files, tokenizerConfig);
    let started = false;
    return {
      name: files.name,
      format: "safetensors",
      config,
      blocks: schedule(layerSharing ? "immediate" : "none", config.num_hidden_layers),
      tensors,
      vocabulary,
      chatTemplate,
      readTensors() {
        if (started) throw new Error(`${files.name}: the tensors were read already; open the checkpoint again`);
        started = true;
        return streamTensors(stored);
      },
      close: () => closeAll(shards),
    };
  } catch (error) {
    await closeAll(shards);
    throw error;
  }
}

interface Shard {
  readonly reader: ByteReader;
  readonly tensors: readonly SafetensorsTensor[];
}

async function closeAll(shards: readonly Shard[]): Promise<void> {
  for (const { reader } of shards) await reader.close();
}

/** Opens every file of weights and reads its header; each reader stands at the start of its data. */
async function openShards(files: FileSet): Promise<readonly Shard[]> {
  const shards: Shard[] = [];
  try {
    const only = await files.open(single);
    if (only !== undefined) {
      shards.push({ reader: only, tensors: [] });
      return [{ reader: only, tensors: await readSafetensorsHeader(only) }];
    }
    for (const [path, names] of await readIndex(files)) {
      const reader = await files.open(path);
      if (reader === undefined) {
        throw new CheckpointError(
          files.name,
          `has no ${path}, which ${indexFile} names for tensor ${names[0]}; the download is incomplete`,
        );
      }
      shards.push({ reader, tensors: [] });
      const tensors = await readSafetensorsHeader(reader);
      shards[shards.length - 1] = { reader, tensors };
      const present = new Set(tensors.map((tensor) => tensor.name));
      const absent = names.find((name) => !present.has(name));
      if (absent !== undefined) {
        throw new CheckpointError(
          reader.name,
          `has no tensor ${absent}, though ${indexFile} says so; files of two models are mixed`,
        );
      }
    }
    return shards;
  } catch (error) {
    await closeAll(shards);
    throw error;
  }
}

/** File -> the tensors that the index places there, in the order of file names. */
async function readIndex(files: FileSet): Promise<readonly (readonly [path: string, names: readonly string[]])[]> {
  const index = await readJsonFile(files, indexFile);
  const file = `${files.name}/${indexFile}`;
  if (index === undefined) {
    const pickle = await files.open("pytorch_model.bin");
    await pickle?.close();
    const hint =
      pickle === undefined ? "" : "; its pytorch_model.bin is not read: save the model with safe_serialization=True";
    throw new CheckpointError(files.name, `has neither ${single} nor ${indexFile}${hint}`);
  }
  if (!isObject(index.weight_map)) {
    throw new CheckpointError(
      file,
      `weight_map is ${show(index.weight_map)}, expected an object of tensor names and files`,
    );
  }
  const shards = new Map<string, string[]>();
  for (const [name, path] of Object.entries(index.weight_map)) {
    if (typeof path !== "string" || !/^[\w][\w.-]*\.safetensors$/.test(path)) {
      throw new CheckpointError(
        file,
        `tensor ${name} lies in ${show(path)}, expected the name of a .safetensors file in this folder`,
      );
    }
    const names = shards.get(path);
    if (names === undefined) shards.set(path, [name]);
    else names.push(name);
  }
  return [...shards].sort(([a], [b]) => (a < b ? -1 : 1));
}

const topNames: Partial<Record<TensorRole, string>> = {
  embed_tokens: "model.embed_tokens.weight",
  norm: "model.norm.weight",
  lm_head: "lm_head.weight",
};

const parts: Partial<Record<TensorRole, string>> = {
  input_layernorm: "input_layernorm",
  q_proj: "self_attn.q_proj",
  k_proj: "self_attn.k_proj",
  v_proj: "self_attn.v_proj",
  o_proj: "self_attn.o_proj",
  post_attention_layernorm: "post_attention_layernorm",
  gate_proj: "mlp.gate_proj",
  up_proj: "mlp.up_proj",
  down_proj: "mlp.down_proj",
};

const topRoles = invert(topNames);
const partRoles = invert(parts);

function invert(names: Partial<Record<TensorRole, string>>): ReadonlyMap<string, TensorRole> {
  return new Map(Object.entries(names).map(([role, name]) => [name, role as TensorRole]));
}

/** Hugging Face's names of tensors: `model.norm.weight`, `model.layers.7.self_attn.q_proj.weight`. */
export function huggingFaceTensorName(role: TensorRole, block: number): string {
  return block < 0 ? topNames[role]! : `model.layers.${block}.${parts[role]}.weight`;
}

/** The tensor as the model uses it; none where it does not. */
function describe(file: string, tensor: SafetensorsTensor, tied: boolean): StoredTensor[] {
  const { name, dtype, shape, offset, bytes } = tensor;
  if (name.endsWith("rotary_emb.inv_freq") || (tied && name === topNames.lm_head)) return [];
  const match = /^model\.layers\.(\d{1,9})\.(.+)\.weight$/.exec(name);
  const role = match === null ? topRoles.get(name) : partRoles.get(match[2]!);
  if (role === undefined) {
    throw new CheckpointError(
      file,
      `tensor ${name} has no place in the models that are run here (no biases, no experts); this checkpoint cannot be run`,
    );
  }
  if (dtype !== "F32" && dtype !== "F16" && dtype !== "BF16") {
    throw new CheckpointError(
      file,
      `tensor ${name} has dtype ${dtype}, expected F32, F16 or BF16; save the model in one of these`,
    );
  }
  const [rows, cols] = isNorm(role) ? [1, shape[0]!] : [shape[0]!, shape[1] ?? 0];
  if (shape.length !== (isNorm(role) ? 1 : 2)) {
    throw new CheckpointError(
      file,
      `tensor ${name} has shape ${show(shape)}, expected ${isNorm(role) ? "one dimension" : "two"}`,
    );
  }
  const block = match === null ? -1 : Number(match[1]);
  const info: TensorInfo = { name, role, block, shape: [rows, cols], type: dtype, rope: "halves" };
  return [{ info, offset, bytes }];
}

async function readVocabulary(
  files: FileSet,
  json: JsonObject,
  config: ModelConfig,
  tokenizerConfig: JsonObject,
): Promise<Vocabulary | undefined> {
  const generation = (await readJsonFile(files, "generation_config.json")) ?? {};
  const eosIds = [
    ...new Set([
      ...parseEosIds(`${files.name}/config.json`, json, config.vocab_size),
      ...parseEosIds(`${files.name}/generation_config.json`, generation, config.vocab_size),
    ]),
  ];
  // Where a folder has both, tokenizer.model is what the model was trained with; tokenizer.json is derived from it.
  const model = await readSmallFile(files, "tokenizer.model", longestTokenizerModel);
  if (model !== undefined) {
    const file = `${files.name}/tokenizer.model`;
    const parsed = parseSentencePieceModel(model, file);
    if (parsed.pieces.length > config.vocab_size) {
      throw new CheckpointError(
        file,
        `holds ${parsed.pieces.length} pieces, but vocab_size of config.json is ${config.vocab_size}; it belongs to another model`,
      );
    }
    return { kind: "sentencepiece", model: parsed, tokenizerConfig, eosIds };
  }
  const tokenizer = await readJsonFile(files, "tokenizer.json");
  return tokenizer && { kind: "tokenizer.json", tokenizer, tokenizerConfig, eosIds };
}

/** In tokenizer_config.json (one template, or a list of named ones), chat_template.jinja or chat_template.json. */
async function readChatTemplate(files: FileSet, tokenizerConfig: JsonObject): Promise<string | undefined> {
  const jinja = await readSmallFile(files, "chat_template.jinja");
  if (jinja !== undefined) {
    const text = decodeUtf8(jinja);
    if (text === undefined)
      throw new CheckpointError(`${files.name}/chat_template.jinja`, "is no UTF-8; the file is damaged");
    return text;
  }
  const inJson = (await readJsonFile(files, "chat_template.json"))?.chat_template;
  return template(inJson) ?? template(tokenizerConfig.chat_template);
}

function template(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return undefined;
  const named = value.filter(isObject).find(({ name }) => name === "default");
  return typeof named?.template === "string" ? named.template : undefined;
}
