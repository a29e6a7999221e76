// tokenizer.json of Hugging Face's `tokenizers`: added tokens, a normaliser, a pre-tokenizer, a BPE model, a post-processor
// and a decoder. Two kinds occur: byte-level BPE (GPT-2 and its descendants), and character BPE with byte fallback, which is
// SentencePiece's vocabulary written as a merge list. Results follow `tokenizers`; what is not supported is named.

import type { TokenizerJsonVocabulary } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { type AddedToken, parseAddedToken, tokenContent } from "./added-tokens.js";
import { assembleTokenizer, type Tokenizer } from "./assemble-tokenizer.js";
import {
  bytesOfPiece,
  createByteLevelEncoder,
  indexMerges,
  indexPieces,
  type Merge,
  parseMerge,
} from "./byte-level-bpe.js";
import { createCharacterEncoder, haveIndependentWords, spaceMark } from "./character-bpe.js";
import { findEndTokens } from "./end-tokens.js";
import { parseNormalizer } from "./normalizers.js";
import { parsePreTokenizer } from "./pre-tokenizers.js";
import { byteOfPiece, findByteTokens } from "./sentencepiece-bpe.js";
import type { SpecialToken } from "./special-tokens.js";

type Fields = Readonly<Record<string, unknown>>;

/** The tokenizer of a tokenizer.json. Throws CheckpointError. */
export function createFromTokenizerJson(vocabulary: TokenizerJsonVocabulary, file: string): Tokenizer {
  const { tokenizer, tokenizerConfig } = vocabulary;
  const model = fieldsOf(tokenizer.model, "model", file);
  checkModel(model, file);
  const added = parseAddedTokens(tokenizer.added_tokens, file);
  const pieces = collectPieces(fieldsOf(model.vocab, "model.vocab", file), added, file);

  const special = new Set(added.filter((token) => token.special).map((token) => token.id));
  const ids = indexPieces(pieces, special, file);
  const reserved = new Set(added.filter((token) => !ids.has(token.content)).map((token) => token.content));
  const pairs = indexMerges(parseMerges(model.merges, file), ids, reserved, file);

  const normalize = parseNormalizer(tokenizer.normalizer, file);
  const pre = parsePreTokenizer(tokenizer.pre_tokenizer, file);
  const ignoreMerges = model.ignore_merges === true;
  const unknownId = typeof model.unk_token === "string" ? idOf(model.unk_token) : undefined;
  const utf8 = new TextEncoder();
  const addedIds = new Set(added.map((token) => token.id));
  const stripsLeadingSpace = readDecoder(tokenizer.decoder, file);

  let encodeText: (text: string, out: number[], atStart: boolean) => void;
  let bytes: (id: number) => Uint8Array;
  if (pre.byteLevel) {
    const encodeWord = createByteLevelEncoder(ids, pairs, ignoreMerges, unknownId ?? "before", file);
    encodeText = (text, out, atStart) => pre.split(text, atStart, (word) => encodeWord(word, out));
    bytes = (id) => (addedIds.has(id) ? utf8.encode(pieces[id]) : bytesOfPiece(pieces[id] ?? ""));
  } else {
    const byteFallback = model.byte_fallback === true;
    const encodeWord = createCharacterEncoder({
      vocabSize: pieces.length,
      pieces: pieces.map((piece) => piece ?? ""),
      pairs,
      symbolOf: (character) => ids.get(character) ?? -1,
      frozen: new Map(),
      unused: new Set(),
      byteIds: byteFallback ? findByteTokens(file, pieces, undefined, true) : undefined,
      unknownId,
      fuseUnknown: model.fuse_unk === true,
      wordMark: !ignoreMerges && haveIndependentWords(ids.keys(), spaceMark) ? spaceMark : undefined,
      wholeWords: ignoreMerges ? ids : undefined,
    });
    encodeText = (text, out, atStart) => pre.split(text, atStart, (word) => encodeWord(word, out));
    bytes = (id) => {
      const byte = byteFallback && !addedIds.has(id) ? byteOfPiece(pieces[id] ?? "") : undefined;
      return byte !== undefined ? Uint8Array.of(byte) : utf8.encode((pieces[id] ?? "").replaceAll(spaceMark, " "));
    };
  }

  function idOf(content: string): number | undefined {
    return ids.get(content) ?? added.find((token) => token.content === content)?.id;
  }
  const named = (field: string): number | undefined => {
    const content = tokenContent(tokenizerConfig[field]);
    return content === undefined ? undefined : idOf(content);
  };
  const bosId = named("bos_token");
  const eosId = named("eos_token");
  const around = readPostProcessor(tokenizer.post_processor, pieces.length, file) ?? {
    before: tokenizerConfig.add_bos_token === true && bosId !== undefined ? [bosId] : [],
    after: tokenizerConfig.add_eos_token === true && eosId !== undefined ? [eosId] : [],
  };
  const spell = (token: AddedToken): SpecialToken => ({ ...token, content: normalize(token.content) });

  return assembleTokenizer({
    pieces: pieces.map((piece) => piece ?? ""),
    specialIds: special,
    tokens: added.filter((token) => !token.normalized),
    normalizedTokens: added.filter((token) => token.normalized).map(spell),
    normalize,
    encodeText,
    bytes,
    ...around,
    bosId: bosId ?? around.before[0],
    eosIds: findEndTokens(
      file,
      pieces.map((piece) => piece ?? ""),
      special,
      [eosId, ...vocabulary.eosIds],
    ),
    stripsLeadingSpace,
  });
}

function fieldsOf(value: unknown, where: string, file: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new CheckpointError(file, `its tokenizer.json has no object "${where}"; the file is damaged`);
}

function checkModel(model: Fields, file: string): void {
  // Old files leave the type out; only BPE has merges.
  const type = model.type ?? (Array.isArray(model.merges) ? "BPE" : "unnamed");
  if (type !== "BPE") {
    throw new CheckpointError(file, `its tokenizer.json holds a model of type "${type}"; only BPE is supported`);
  }
  for (const field of ["continuing_subword_prefix", "end_of_word_suffix", "dropout"]) {
    if (model[field]) {
      throw new CheckpointError(
        file,
        `its tokenizer.json sets ${field} to ${JSON.stringify(model[field])}, which is not supported; null is expected`,
      );
    }
  }
}

function parseAddedTokens(value: unknown, file: string): readonly AddedToken[] {
  return ((value ?? []) as readonly Fields[]).map((fields) =>
    parseAddedToken(fields?.id, fields, "added_tokens of tokenizer.json", file),
  );
}

/** [largest id + 1] spellings; undefined for ids that nothing has. */
function collectPieces(vocab: Fields, added: readonly AddedToken[], file: string): readonly (string | undefined)[] {
  const entries = Object.entries(vocab);
  const limit = 2 * (entries.length + added.length) + 1024;
  const pieces: (string | undefined)[] = [];
  const set = (id: unknown, piece: string): void => {
    if (typeof id !== "number" || !Number.isInteger(id) || id < 0 || id >= limit) {
      throw new CheckpointError(
        file,
        `its token "${piece}" has the id ${JSON.stringify(id)}; 0 to ${entries.length + added.length - 1} is expected`,
      );
    }
    while (pieces.length <= id) pieces.push(undefined);
    if (pieces[id] !== undefined && pieces[id] !== piece) {
      throw new CheckpointError(file, `its tokens "${pieces[id]}" and "${piece}" both have the id ${id}`);
    }
    pieces[id] = piece;
  };
  for (const [piece, id] of entries) set(id, piece);
  for (const token of added) set(token.id, token.content);
  return pieces;
}

function parseMerges(merges: unknown, file: string): readonly Merge[] {
  if (!Array.isArray(merges)) {
    throw new CheckpointError(file, 'its tokenizer.json has no list "model.merges"; the file is damaged');
  }
  return merges.map((merge, index): Merge => {
    if (typeof merge === "string") return parseMerge(merge, index, file);
    const [left, right] = Array.isArray(merge) ? merge : [];
    if (typeof left === "string" && typeof right === "string") return [left, right];
    throw new CheckpointError(file, `merge ${index} is ${JSON.stringify(merge)}; two tokens are expected`);
  });
}

interface Around {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What the post-processor puts around a text; undefined where there is none that adds tokens. */
function readPostProcessor(component: unknown, vocabSize: number, file: string): Around | undefined {
  if (typeof component !== "object" || component === null) return undefined;
  const node = component as Fields;
  if (node.type === "ByteLevel") return undefined;
  if (node.type === "Sequence") {
    const parts = ((node.processors ?? []) as readonly unknown[])
      .map((processor) => readPostProcessor(processor, vocabSize, file))
      .filter((around) => around !== undefined);
    if (parts.length === 0) return undefined;
    return {
      before: parts.flatMap((_, index) => parts[parts.length - 1 - index]!.before),
      after: parts.flatMap((around) => around.after),
    };
  }
  if (node.type !== "TemplateProcessing") {
    throw new CheckpointError(
      file,
      `its post_processor has the component "${node.type}", which is not supported; use a GGUF of the model`,
    );
  }
  const before: number[] = [];
  const after: number[] = [];
  let seenText = false;
  const tokens = (node.special_tokens ?? {}) as Readonly<Record<string, { ids?: unknown }>>;
  for (const step of (node.single ?? []) as readonly Fields[]) {
    if (step.Sequence !== undefined) {
      seenText = true;
      continue;
    }
    const name = (step.SpecialToken as { id?: unknown } | undefined)?.id;
    const ids = typeof name === "string" ? tokens[name]?.ids : undefined;
    const valid = (id: unknown): id is number =>
      Number.isInteger(id) && (id as number) >= 0 && (id as number) < vocabSize;
    if (!Array.isArray(ids) || !ids.every(valid)) {
      throw new CheckpointError(
        file,
        `the template of its post_processor adds ${JSON.stringify(name)}, which is no token of it`,
      );
    }
    (seenText ? after : before).push(...ids);
  }
  return { before, after };
}

/** Whether the decoder takes a leading space away. Throws CheckpointError for a decoder that does anything unknown. */
function readDecoder(component: unknown, file: string): boolean {
  if (typeof component !== "object" || component === null) return false;
  const node = component as Fields;
  const fits = {
    ByteLevel: () => true,
    ByteFallback: () => true,
    Fuse: () => true,
    Sequence: () => true,
    Metaspace: () => node.replacement === undefined || node.replacement === spaceMark,
    Strip: () => node.content === " " && node.start === 1 && !node.stop,
    Replace: () => (node.pattern as Fields | undefined)?.String === spaceMark && node.content === " ",
  };
  if (!Object.hasOwn(fits, String(node.type)) || !fits[node.type as keyof typeof fits]()) {
    throw new CheckpointError(
      file,
      `its decoder has the component ${JSON.stringify(node)}, which is not supported; use a GGUF of the model`,
    );
  }
  if (node.type === "Sequence") {
    return ((node.decoders ?? []) as readonly unknown[]).map((inner) => readDecoder(inner, file)).includes(true);
  }
  if (node.type === "Metaspace")
    return (node.prepend_scheme ?? (node.add_prefix_space === false ? "never" : "always")) !== "never";
  return node.type === "Strip";
}
