// A vocabulary as GGUF metadata (tokenizer.ggml.*), the way llama.cpp's converter writes it: SentencePiece BPE as model
// "llama" with tokens, scores and types; byte-level BPE as model "gpt2" with tokens, merges and a named pre-tokenizer.
// Rows of the embedding that no token claims are named [PAD<id>] and marked unused.

import type {
  GgufVocabulary,
  Llama2cVocabulary,
  SentencePieceVocabulary,
  TokenizerJsonVocabulary,
  Vocabulary,
} from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { show } from "./config.js";
import type { Metadata, Typed } from "./gguf-writer.js";
import { isObject, type JsonObject } from "./json.js";
import { isByteToken, sentencePieceScores, spaceMark } from "./tokenizer-json-scores.js";
import { bpeVocabulary, isByteLevel, preTokenizerName } from "./tokenizer-json-vocabulary.js";
import { decodeUtf8 } from "./utf8.js";

/** GGUF's numbers of the types of tokens; SentencePiece has the same. */
export const tokenTypes = { normal: 1, unknown: 2, control: 3, userDefined: 4, unused: 5, byte: 6 } as const;

/**
 * The metadata of a vocabulary for a model with `vocabSize` rows.
 * @throws CheckpointError naming `file` where GGUF, or llama.cpp reading it, has no way to say the same
 */
export function vocabularyMetadata(vocabulary: Vocabulary | undefined, vocabSize: number, file: string): Metadata {
  if (vocabulary === undefined) return describe({ ...nothing, model: "none" });
  return describe(toGguf(vocabulary, vocabSize, file));
}

/** Any vocabulary as a GGUF would hold it. */
export function toGguf(vocabulary: Vocabulary, vocabSize: number, file: string): GgufVocabulary {
  switch (vocabulary.kind) {
    case "gguf":
      return vocabulary;
    case "sentencepiece":
      return fromSentencePiece(vocabulary, vocabSize);
    case "tokenizer.json":
      return fromTokenizerJson(vocabulary, vocabSize, file);
    case "llama2.c":
      return fromLlama2c(vocabulary, file);
  }
}

const nothing = {
  kind: "gguf",
  pre: undefined,
  tokens: [],
  scores: undefined,
  tokenTypes: undefined,
  merges: undefined,
  bosId: undefined,
  eosId: undefined,
  eotId: undefined,
  unknownId: undefined,
  addBos: undefined,
  addEos: undefined,
  addSpacePrefix: undefined,
} as const;

function describe(vocabulary: GgufVocabulary): Metadata {
  const entries = new Map<string, Typed>();
  const put = (key: string, typed: Typed | undefined) => typed && entries.set(`tokenizer.ggml.${key}`, typed);
  const id = (value: number | undefined): Typed | undefined =>
    value === undefined ? undefined : { type: "uint32", value };
  const flag = (value: boolean | undefined): Typed | undefined =>
    value === undefined ? undefined : { type: "bool", value };
  const { model, pre, tokens, scores, tokenTypes: types, merges } = vocabulary;
  put("model", { type: "string", value: model });
  put("pre", pre === undefined ? undefined : { type: "string", value: pre });
  put("tokens", tokens.length === 0 ? undefined : { type: "strings", value: tokens });
  put("scores", scores && { type: "float32s", value: scores });
  put("token_type", types && { type: "int32s", value: types });
  put("merges", merges && { type: "strings", value: merges });
  put("bos_token_id", id(vocabulary.bosId));
  put("eos_token_id", id(vocabulary.eosId));
  put("eot_token_id", id(vocabulary.eotId));
  put("unknown_token_id", id(vocabulary.unknownId));
  put("add_bos_token", flag(vocabulary.addBos));
  put("add_eos_token", flag(vocabulary.addEos));
  put("add_space_prefix", flag(vocabulary.addSpacePrefix));
  return entries;
}

/** Tokens by id, with their types; `unused` fills the gaps. */
function table(vocabSize: number): { tokens: string[]; types: Int32Array<ArrayBuffer> } {
  const tokens = Array.from({ length: vocabSize }, (_, id) => `[PAD${id}]`);
  return { tokens, types: new Int32Array(vocabSize).fill(tokenTypes.unused) };
}

/** llama.cpp's converter gives this to tokens that have no score. */
const noScore = -1000;

function fromSentencePiece(vocabulary: SentencePieceVocabulary, vocabSize: number): GgufVocabulary {
  const { model, tokenizerConfig, eosIds } = vocabulary;
  const { tokens, types } = table(vocabSize);
  const scores = new Float32Array(vocabSize).fill(noScore);
  for (const [id, { piece, score, type }] of model.pieces.entries()) {
    tokens[id] = piece;
    scores[id] = score;
    types[id] = type;
  }
  // Tokens that were added beside the model, such as those of a chat.
  const added = isObject(tokenizerConfig.added_tokens_decoder) ? tokenizerConfig.added_tokens_decoder : {};
  for (const [key, token] of Object.entries(added)) {
    const id = Number(key);
    if (!isObject(token) || typeof token.content !== "string" || !(id >= model.pieces.length && id < vocabSize))
      continue;
    tokens[id] = token.content;
    types[id] = token.special === true ? tokenTypes.control : tokenTypes.userDefined;
  }
  const present = (id: number): number | undefined => (id < 0 ? undefined : id);
  const ends = endIds(tokenizerConfig, tokens, eosIds, present(model.eosId));
  return {
    ...nothing,
    model: "llama",
    pre: "default",
    tokens,
    scores,
    tokenTypes: types,
    bosId: present(model.bosId),
    ...ends,
    unknownId: present(model.unknownId),
    addBos: tokenizerConfig.add_bos_token !== false,
    addEos: tokenizerConfig.add_eos_token === true,
    addSpacePrefix: model.addDummyPrefix && tokenizerConfig.add_prefix_space !== false,
  };
}

function fromTokenizerJson(vocabulary: TokenizerJsonVocabulary, vocabSize: number, file: string): GgufVocabulary {
  const { tokenizer, tokenizerConfig, eosIds } = vocabulary;
  const bpe = bpeVocabulary(tokenizer, vocabSize, file);
  const { tokens, types } = table(vocabSize);
  for (const [piece, id] of bpe.pieces) {
    tokens[id] = piece;
    types[id] = tokenTypes.normal;
  }
  for (const { id, content, special } of bpe.added) {
    tokens[id] = content;
    types[id] = special ? tokenTypes.control : tokenTypes.userDefined;
  }
  const { addedAtStart } = bpe;
  const bosId = tokenId(tokenizerConfig.bos_token, tokens) ?? addedAtStart;
  if (addedAtStart !== undefined && addedAtStart !== bosId) {
    throw new CheckpointError(
      file,
      `tokenizer.json puts token ${show(tokens[addedAtStart])} before a text, but bos_token is ` +
        `${show(tokenizerConfig.bos_token)}; a GGUF can only put BOS there`,
    );
  }
  const common = {
    ...nothing,
    tokens,
    tokenTypes: types,
    bosId,
    ...endIds(tokenizerConfig, tokens, eosIds, undefined),
    unknownId: tokenId(tokenizerConfig.unk_token, tokens),
    addBos: addedAtStart !== undefined,
    addEos: false,
  };
  if (isByteLevel(tokenizer)) {
    const merges = bpe.merges.map(([left, right]) => `${left} ${right}`);
    return { ...common, model: "gpt2", pre: preTokenizerName(tokenizer, file), merges, addSpacePrefix: false };
  }
  const { scores, unknownId, addSpacePrefix } = sentencePieceScores(tokenizer, bpe, file);
  const ofTokens = new Float32Array(vocabSize).fill(noScore);
  for (const [piece, id] of bpe.pieces) {
    ofTokens[id] = scores.get(piece) ?? 0;
    if (isByteToken(piece)) types[id] = tokenTypes.byte;
  }
  if (unknownId !== undefined) types[unknownId] = tokenTypes.unknown;
  return { ...common, model: "llama", pre: "default", scores: ofTokens, unknownId, addSpacePrefix };
}

function fromLlama2c(vocabulary: Llama2cVocabulary, file: string): GgufVocabulary {
  const types = new Int32Array(vocabulary.tokens.length).fill(tokenTypes.normal);
  const tokens = vocabulary.tokens.map((bytes, id) => {
    const text = decodeUtf8(bytes);
    if (text === undefined) {
      throw new CheckpointError(file, `token ${id} of tokenizer.bin is no UTF-8, which a GGUF requires`);
    }
    if (id < 3) {
      types[id] = id === 0 ? tokenTypes.unknown : tokenTypes.control;
      return text.trim(); // "\n<s>\n"
    }
    if (id < 259) {
      types[id] = tokenTypes.byte;
      return text;
    }
    return text.replaceAll(" ", spaceMark);
  });
  return {
    ...nothing,
    model: "llama",
    pre: "default",
    tokens,
    scores: vocabulary.scores,
    tokenTypes: types,
    bosId: 1,
    eosId: 2,
    unknownId: 0,
    addBos: true,
    addEos: false,
    addSpacePrefix: true,
  };
}

/** EOS, and a second token that ends a text as end of turn: a GGUF has room for these two. */
function endIds(
  tokenizerConfig: JsonObject,
  tokens: readonly string[],
  eosIds: readonly number[],
  otherwise: number | undefined,
): { eosId: number | undefined; eotId: number | undefined } {
  const eosId = tokenId(tokenizerConfig.eos_token, tokens) ?? eosIds[0] ?? otherwise;
  return { eosId, eotId: eosIds.find((id) => id !== eosId) };
}

/** The id of a token that tokenizer_config.json names, as a string or as an object with `content`. */
function tokenId(named: unknown, tokens: readonly string[]): number | undefined {
  const content = isObject(named) ? named.content : named;
  const id = typeof content === "string" ? tokens.indexOf(content) : -1;
  return id < 0 ? undefined : id;
}
