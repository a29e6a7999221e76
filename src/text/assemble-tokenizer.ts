// What every tokenizer does around its encoder: cut out special tokens, normalise and encode the text between them, add the
// model's own tokens; and back again, from ids to bytes to text.

import { createSpecialTokenSplitter, type SpecialToken } from "./special-tokens.js";

export interface EncodeOptions {
  /** Adds what the model was trained to see around a text, such as BOS. Default false. */
  readonly addSpecial?: boolean | undefined;
  /** Special tokens written in the text become such tokens. Default false: text from a user never becomes one. */
  readonly parseSpecial?: boolean | undefined;
  /**
   * A character that is no text: no special token is found across it, and it is taken out before anything is encoded. Put
   * into what a user has typed ("<|im_end|>" with one after its "<"), it keeps that text while the special tokens of the
   * chat template around it are parsed.
   */
  readonly breakMark?: string | undefined;
}

export interface DecodeOptions {
  /** Spells special tokens out instead of leaving them out. Default false. */
  readonly special?: boolean | undefined;
}

/** From text to token ids and back. Made by `createTokenizer`. */
export interface Tokenizer {
  /** Ids are 0 to vocabSize - 1. */
  readonly vocabSize: number;
  readonly bosId: number | undefined;
  /**
   * Ids that end a generation, ascending: what the checkpoint names as end of sequence or of turn, and control tokens that
   * go by a name known to end a turn ("<|im_end|>", "<|eot_id|>", "</s>" ...), since chat models are often published with
   * the former missing.
   */
  readonly eosIds: readonly number[];
  /** `addSpecial` puts a BOS token before the text. */
  readonly addsBos: boolean;
  /** Encoding puts a space before a text; decoding takes one away again. */
  readonly stripsLeadingSpace: boolean;
  /**
   * Token ids of a text. Lone surrogates, which no encoding of Unicode can hold, count as U+FFFD.
   * Throws TypeError for what is not a string.
   */
  encode(text: string, options?: EncodeOptions): number[];
  /**
   * The text of some ids. Bytes that are no UTF-8 become U+FFFD, as TextDecoder does it.
   * Throws RangeError for an id outside the vocabulary.
   */
  decode(ids: Iterable<number>, options?: DecodeOptions): string;
  /** A token as the vocabulary spells it. Throws RangeError. */
  piece(id: number): string;
  /**
   * What a token adds to the text, as UTF-8 that may be part of a character; empty for special ones. Not to be written to.
   * Throws RangeError.
   */
  bytes(id: number): Uint8Array;
  /** True for control tokens and the unknown token: they are no text. Throws RangeError. */
  isSpecial(id: number): boolean;
}

/** What makes one tokenizer different from another. */
export interface TokenizerParts {
  /** [vocabSize] */
  readonly pieces: readonly string[];
  /** Ids that are no text. */
  readonly specialIds: ReadonlySet<number>;
  /** Looked for in the text as it comes. */
  readonly tokens: readonly SpecialToken[];
  /** Looked for in normalised text (`normalized` in tokenizer.json). */
  readonly normalizedTokens?: readonly SpecialToken[];
  readonly normalize?: (text: string) => string;
  /** Appends the ids of plain text; `atStart` is false after a special token. */
  readonly encodeText: (text: string, out: number[], atStart: boolean) => void;
  /** What a token that is not special adds to a text. */
  readonly bytes: (id: number) => Uint8Array;
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly bosId: number | undefined;
  readonly eosIds: readonly number[];
  readonly stripsLeadingSpace: boolean;
}

/** Puts a tokenizer together. */
export function assembleTokenizer(parts: TokenizerParts): Tokenizer {
  const { pieces, specialIds } = parts;
  const noBytes = new Uint8Array(0);
  const split = createSpecialTokenSplitter(parts.tokens);
  const splitNormalized = createSpecialTokenSplitter(parts.normalizedTokens ?? []);
  const normalize = parts.normalize ?? ((text: string) => text);

  const checkId = (id: number): void => {
    if (typeof id !== "number") throw new TypeError(`a token id must be a number, not ${typeof id}`);
    if (!Number.isInteger(id) || id < 0 || id >= pieces.length) {
      throw new RangeError(`token id ${id} is not in the vocabulary; ids are 0 to ${pieces.length - 1}`);
    }
  };
  const knownBytes = new Array<Uint8Array | undefined>(pieces.length);
  const bytes = (id: number): Uint8Array => {
    checkId(id);
    // Callers get the tokenizer's own copy: a token's bytes are asked for at every step of a generation.
    let known = knownBytes[id];
    if (known === undefined) {
      known = specialIds.has(id) ? noBytes : parts.bytes(id);
      knownBytes[id] = known;
    }
    return known;
  };

  const tokenizer: Tokenizer = {
    vocabSize: pieces.length,
    bosId: parts.bosId,
    eosIds: parts.eosIds,
    addsBos: parts.bosId !== undefined && parts.before.includes(parts.bosId),
    stripsLeadingSpace: parts.stripsLeadingSpace,

    encode(text, options = {}) {
      if (typeof text !== "string") throw new TypeError(`the text to encode must be a string, not ${typeof text}`);
      const { addSpecial = false, parseSpecial = false, breakMark } = options;
      const encodePlain = (marked: string, atStart: boolean): void => {
        const plain = breakMark === undefined ? marked : marked.replaceAll(breakMark, "");
        if (plain !== "") parts.encodeText(plain, ids, atStart);
      };
      const ids: number[] = addSpecial ? [...parts.before] : [];
      let atStart = true;
      for (const fragment of split(wellFormed(text), parseSpecial)) {
        if (typeof fragment === "number") ids.push(fragment);
        else {
          for (const inner of splitNormalized(normalize(fragment), parseSpecial)) {
            if (typeof inner === "number") ids.push(inner);
            else encodePlain(inner, atStart);
            atStart = false;
          }
        }
        atStart = false;
      }
      if (addSpecial) for (const id of parts.after) ids.push(id);
      return ids;
    },

    decode(ids, options = {}) {
      const chunks: Uint8Array[] = [];
      let total = 0;
      let atStart = tokenizer.stripsLeadingSpace;
      for (const id of ids) {
        let chunk = textBytes(tokenizer, id, options.special ?? false);
        if (chunk.length === 0) continue;
        if (atStart && !specialIds.has(id)) {
          if (chunk[0] === 0x20) chunk = chunk.subarray(1);
          atStart = false;
        }
        chunks.push(chunk);
        total += chunk.length;
      }
      const joined = new Uint8Array(total);
      let at = 0;
      for (const chunk of chunks) {
        joined.set(chunk, at);
        at += chunk.length;
      }
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(joined);
    },

    piece(id) {
      checkId(id);
      return pieces[id]!;
    },
    bytes,
    isSpecial(id) {
      checkId(id);
      return specialIds.has(id);
    },
  };
  return tokenizer;
}

/** What a token adds to a text in which special tokens are spelled out or left out. Throws RangeError. */
export function textBytes(tokenizer: Tokenizer, id: number, special: boolean): Uint8Array {
  return special && tokenizer.isSpecial(id) ? new TextEncoder().encode(tokenizer.piece(id)) : tokenizer.bytes(id);
}

/** A text in which each lone surrogate is replaced by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}
