// Byte-level byte-pair encoding (Radford et al. 2019, GPT-2): a word starts as its UTF-8 bytes, each of which is a token,
// and pairs merge in the order of the merge list. In vocabularies a byte is spelled as a printable character: itself where
// Latin-1 prints something, else the next free one from U+0100 on, so that a space is "\u0120".

import { CheckpointError } from "../errors.js";
import {
  addPair,
  createMergeScratch,
  createPairTable,
  growMergeScratch,
  maxRank,
  mergeSymbols,
  type PairTable,
} from "./bpe-merge.js";
import { duplicateToken } from "./sentencepiece-bpe.js";

/** [256] how vocabularies spell each byte. */
export const byteSpellings: readonly string[] = spellBytes();
const byteOfSpelling: ReadonlyMap<string, number> = new Map(byteSpellings.map((char, byte) => [char, byte]));

function spellBytes(): string[] {
  let free = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    const prints = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    return String.fromCharCode(prints ? byte : free++);
  });
}

/** The bytes that a piece spells; its UTF-8 where a character of it spells none. */
export function bytesOfPiece(piece: string): Uint8Array {
  const bytes = new Uint8Array(piece.length);
  for (let i = 0; i < piece.length; i++) {
    const byte = byteOfSpelling.get(piece[i]!);
    if (byte === undefined) return new TextEncoder().encode(piece);
    bytes[i] = byte;
  }
  return bytes;
}

/** A merge: what stands left, what right. */
export type Merge = readonly [left: string, right: string];

/** Splits "left right", the spelling of merges in GGUF and in older tokenizer.json files. Throws CheckpointError. */
export function parseMerge(merge: string, index: number, file: string): Merge {
  // A piece may itself start with a plain space in character-level vocabularies, hence not before position 1.
  const space = merge.indexOf(" ", 1);
  if (space < 0 || space === merge.length - 1) {
    throw new CheckpointError(file, `merge ${index} is "${merge}"; two tokens with a space between them are expected`);
  }
  return [merge.slice(0, space), merge.slice(space + 1)];
}

/** Piece -> id of the tokens that text may become. Throws CheckpointError for a piece that is there twice. */
export function indexPieces(
  pieces: readonly (string | undefined)[],
  excluded: ReadonlySet<number>,
  file: string,
): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (let id = 0; id < pieces.length; id++) {
    const piece = pieces[id];
    if (piece === undefined || excluded.has(id)) continue;
    const twin = ids.get(piece);
    if (twin !== undefined) throw duplicateToken(file, piece, twin, id);
    ids.set(piece, id);
  }
  return ids;
}

/**
 * The merges as pairs of ids, the first of the list the best. `reserved` holds pieces that text must never become; merges
 * that would make one are left out.
 * Throws CheckpointError for merges of tokens, or into tokens, that the vocabulary does not have.
 */
export function indexMerges(
  merges: readonly Merge[],
  ids: ReadonlyMap<string, number>,
  reserved: ReadonlySet<string>,
  file: string,
): PairTable {
  if (merges.length > maxRank) {
    throw new CheckpointError(file, `it has ${merges.length} merges, at most ${maxRank} can be ranked`);
  }
  const pairs = createPairTable(merges.length);
  for (let rank = 0; rank < merges.length; rank++) {
    const [left, right] = merges[rank]!;
    const leftId = ids.get(left);
    const rightId = ids.get(right);
    const merged = ids.get(left + right);
    if (leftId !== undefined && rightId !== undefined && merged !== undefined) {
      addPair(pairs, leftId, rightId, rank, merged);
      continue;
    }
    const lacking = [left, right, left + right].find((piece) => !ids.has(piece) && !reserved.has(piece));
    if (lacking === undefined) continue;
    throw new CheckpointError(
      file,
      `merge ${rank} ("${left}" and "${right}") needs the token "${lacking}", which the vocabulary does not have; ` +
        "merges and vocabulary are of different models",
    );
  }
  return pairs;
}

/** Appends the token ids of a word to `out`. */
export type WordEncoder = (word: string, out: number[]) => void;

const longestCachedWord = 32;
const cachedWords = 16384;

/**
 * An encoder of words with a memory of recent ones. Not re-entrant; each tokenizer has its own.
 * With `ignoreMerges` a word that is itself a token becomes it, whatever the merges would make.
 * Bytes without a token (SmolLM2 has none for most control characters) become the token `missing`, or vanish: "before"
 * merging, as in Hugging Face's tokenizers, so that their neighbours may merge, or "after" it, as in llama.cpp.
 * Throws CheckpointError where no byte has a token.
 */
export function createByteLevelEncoder(
  ids: ReadonlyMap<string, number>,
  pairs: PairTable,
  ignoreMerges: boolean,
  missing: number | "before" | "after",
  file: string,
): WordEncoder {
  const byteIds = Int32Array.from(byteSpellings, (spelling) => ids.get(spelling) ?? -1);
  if (byteIds.every((id) => id < 0)) {
    throw new CheckpointError(
      file,
      `the vocabulary has no token for any single byte (such as "${byteSpellings[0x20]}" for a space), so it is not a ` +
        "byte-level one; convert the model again",
    );
  }
  const scratch = createMergeScratch(64);
  const utf8 = new TextEncoder();
  const cache = new Map<string, readonly number[]>();

  const encodeNew = (word: string, out: number[]): void => {
    const bytes = utf8.encode(word);
    if (ignoreMerges) {
      let spelling = "";
      for (const byte of bytes) spelling += byteSpellings[byte];
      const whole = ids.get(spelling);
      if (whole !== undefined) {
        out.push(whole);
        return;
      }
    }
    growMergeScratch(scratch, bytes.length);
    let count = 0;
    for (const byte of bytes) {
      const id = byteIds[byte]!;
      if (id >= 0 || missing === "after") scratch.symbols[count++] = id;
      else if (missing !== "before") scratch.symbols[count++] = missing;
    }
    const kept = mergeSymbols(scratch, count, pairs);
    for (let i = 0; i < kept; i++) if (scratch.symbols[i]! >= 0) out.push(scratch.symbols[i]!);
  };

  return (word, out) => {
    if (word.length > longestCachedWord) {
      encodeNew(word, out);
      return;
    }
    let known = cache.get(word);
    if (known === undefined) {
      const fresh: number[] = [];
      encodeNew(word, fresh);
      if (cache.size >= cachedWords) cache.clear();
      cache.set(word, fresh);
      known = fresh;
    }
    for (const id of known) out.push(id);
  };
}
