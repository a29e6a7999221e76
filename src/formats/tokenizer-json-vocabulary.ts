// The BPE of a tokenizer.json in the terms of a GGUF, which names the pre-tokenizer of a byte-level one instead of describing it.
// What the four names stand for in llama.cpp (llama-vocab.cpp):
//   gpt-2      GPT-2's pattern, which is ByteLevel's own
//   smollm     each digit alone, then GPT-2's pattern
//   llama-bpe  Llama 3's pattern, digits in threes; words that are tokens are not split (ignore_merges)
//   qwen2      the same pattern with each digit alone

import { CheckpointError } from "../errors.js";
import { show, wholeNumber } from "./config.js";
import { isObject, type JsonObject } from "./json.js";

export interface AddedToken {
  readonly id: number;
  readonly content: string;
  readonly special: boolean;
}

/** What every BPE of a tokenizer.json has. */
export interface BpeVocabulary {
  readonly pieces: ReadonlyMap<string, number>;
  readonly added: readonly AddedToken[];
  /** By rank. */
  readonly merges: readonly (readonly [left: string, right: string])[];
  /** The token that the post-processor puts before a text. */
  readonly addedAtStart: number | undefined;
}

/**
 * Reads the model of a tokenizer.json.
 * @throws CheckpointError for models that are not BPE, ids outside the vocabulary, and what is no tokenizer.json
 */
export function bpeVocabulary(tokenizer: JsonObject, vocabSize: number, file: string): BpeVocabulary {
  const model = isObject(tokenizer.model) ? tokenizer.model : {};
  if ((model.type ?? "BPE") !== "BPE" || !isObject(model.vocab) || !Array.isArray(model.merges)) {
    throw new CheckpointError(file, `the model of tokenizer.json is ${show(model.type)}; only BPE can be converted`);
  }
  const id = (name: string, value: unknown): number =>
    wholeNumber(file, `the id of ${show(name)} in tokenizer.json`, value, 0, vocabSize - 1);
  const pieces = new Map(Object.entries(model.vocab).map(([piece, value]) => [piece, id(piece, value)]));
  const list: readonly unknown[] = Array.isArray(tokenizer.added_tokens) ? tokenizer.added_tokens : [];
  const added = list.filter(isObject).map((token) => {
    const content = String(token.content);
    return { id: id(content, token.id), content, special: token.special === true };
  });
  const merges = model.merges.map((merge, rank) => mergeOf(merge, rank, file));
  return { pieces, added, merges, addedAtStart: startToken(tokenizer.post_processor, added) };
}

/** "left right", or a list of the two. */
function mergeOf(merge: unknown, rank: number, file: string): readonly [left: string, right: string] {
  const parts: unknown = typeof merge === "string" ? merge.split(" ") : merge;
  if (Array.isArray(parts) && parts.length === 2 && parts.every((part) => typeof part === "string" && part !== "")) {
    return parts as [string, string];
  }
  throw new CheckpointError(
    file,
    `merge ${rank} of tokenizer.json is ${show(merge)}, expected two pieces; the file is damaged`,
  );
}

/** True where words are spelled in bytes, false where in characters, as SentencePiece does. */
export function isByteLevel(tokenizer: JsonObject): boolean {
  return flatten(tokenizer.pre_tokenizer).some((part) => part.type === "ByteLevel");
}

/**
 * GGUF's name of the pre-tokenizer of a byte-level BPE.
 * @throws CheckpointError for those without a name, and for normalisers
 */
export function preTokenizerName(tokenizer: JsonObject, file: string): string {
  if (tokenizer.normalizer != null && !isPlainNormalizer(tokenizer.normalizer)) {
    throw new CheckpointError(
      file,
      `the normalizer of tokenizer.json, ${show(tokenizer.normalizer)}, cannot be written to a GGUF`,
    );
  }
  const ignoreMerges = isObject(tokenizer.model) && tokenizer.model.ignore_merges === true;
  return nameOf(tokenizer.pre_tokenizer, ignoreMerges, file);
}

/** NFC goes unsaid in a GGUF, in llama.cpp's converter too: text is mostly in that form already. */
function isPlainNormalizer(normalizer: unknown): boolean {
  return isObject(normalizer) && normalizer.type === "NFC";
}

const llamaPattern = (digits: string): string =>
  `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|${digits}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`;

/** What a pre-tokenizer says, in one line, with the names of those that GGUF knows. */
const names: ReadonlyMap<string, string> = new Map([
  ["ByteLevel", "gpt-2"],
  ["Digits, ByteLevel", "smollm"],
  [`Split ${llamaPattern("\\p{N}{1,3}")}, bytes`, "llama-bpe"],
  [`Split ${llamaPattern("\\p{N}")}, bytes`, "qwen2"],
]);

function nameOf(node: unknown, ignoreMerges: boolean, file: string): string {
  const parts = flatten(node).map((part) => {
    if (part.type === "ByteLevel" && part.add_prefix_space !== true)
      return part.use_regex === false ? "bytes" : "ByteLevel";
    if (part.type === "Digits" && part.individual_digits === true) return "Digits";
    if (part.type === "Split" && part.behavior === "Isolated" && part.invert !== true && isObject(part.pattern)) {
      return `Split ${String(part.pattern.Regex)}`;
    }
    return show(part);
  });
  const name = names.get(parts.join(", "));
  if (name === undefined || (name === "llama-bpe") !== ignoreMerges) {
    throw new CheckpointError(
      file,
      `the pre_tokenizer of tokenizer.json (${parts.join(", ")}${ignoreMerges ? ", ignore_merges" : ""}) has no name in ` +
        "GGUF; gpt-2, smollm, llama-bpe and qwen2 can be written",
    );
  }
  return name;
}

/** The components of a pre-tokenizer or normaliser in a row. */
export function flatten(node: unknown): readonly JsonObject[] {
  if (!isObject(node)) return [];
  const parts = node.pretokenizers ?? node.normalizers;
  return node.type === "Sequence" && Array.isArray(parts) ? parts.flatMap(flatten) : [node];
}

/** The special token in front of the template for one text. */
function startToken(node: unknown, added: readonly AddedToken[]): number | undefined {
  if (!isObject(node)) return undefined;
  if (node.type === "Sequence" && Array.isArray(node.processors)) {
    for (const part of node.processors) {
      const found = startToken(part, added);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const first: unknown = Array.isArray(node.single) ? node.single[0] : undefined;
  const special = isObject(first) && isObject(first.SpecialToken) ? first.SpecialToken.id : undefined;
  return added.find((token) => token.content === special)?.id;
}
