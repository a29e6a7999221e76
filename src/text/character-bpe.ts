// Byte-pair encoding over characters, the encoder inside SentencePiece (Kudo and Richardson 2018): a text starts as its
// code points, neighbours merge as long as a pair's concatenation is a piece, and characters that are no piece at the end
// become bytes ("<0x0A>") or the unknown token. Which merge goes first is the caller's affair: scores (sentencepiece-bpe.ts)
// or the ranks of a merge list (tokenizer-json.ts).
//
// Where no piece continues after a word's end, "words" (a run of spaces, or U+2581, and what follows it) cannot influence one another;
// each is then encoded by itself and remembered, which makes prose several times faster and changes no result.

import { createMergeScratch, growMergeScratch, type MergeScratch, mergeSymbols, type PairTable } from "./bpe-merge.js";

/** What stands for a space inside a piece: U+2581, LOWER ONE EIGHTH BLOCK. */
export const spaceMark = "\u2581";

/** Everything that encoding needs; built once for a vocabulary. */
export interface CharacterBpe {
  readonly vocabSize: number;
  /** [vocabSize] as the vocabulary spells them. */
  readonly pieces: readonly string[];
  readonly pairs: PairTable;
  /** The symbol of a code point: its token id, vocabSize and up for one that may occur only inside longer pieces, or -1. */
  readonly symbolOf: (character: string) => number;
  /** Pieces that are cut out of the text whole and never merge ("user-defined"). */
  readonly frozen: ReadonlyMap<string, number>;
  /** Pieces that may arise on the way and are split again at the end ("unused"). */
  readonly unused: ReadonlySet<number>;
  /** [256] token of each byte, or undefined where the vocabulary has none. */
  readonly byteIds: Int32Array | undefined;
  /** Stands for characters that are not in the vocabulary where there are no byte tokens; undefined drops them. */
  readonly unknownId: number | undefined;
  /** Several unknown characters in a row make one unknown token. */
  readonly fuseUnknown: boolean;
  /** The character that begins a word if the words of a text can be encoded one by one, else undefined. */
  readonly wordMark: string | undefined;
  /** Pieces that win over merging when a whole word is one of them (`ignore_merges`), or undefined. */
  readonly wholeWords: ReadonlyMap<string, number> | undefined;
}

/** Appends the token ids of a text, spaces already escaped, to `out`. */
export type CharacterEncoder = (text: string, out: number[]) => void;

/** True if no piece has `mark` after another character, so that a merge never crosses the start of a word. */
export function haveIndependentWords(pieces: Iterable<string>, mark: string): boolean {
  for (const piece of pieces) {
    const last = piece.lastIndexOf(mark);
    for (let i = 0; i < last; i++) if (piece[i] !== mark) return false;
  }
  return true;
}

/** Frozen pieces are negative symbols: -2 - id. */
const freeze = (id: number): number => -2 - id;

const longestCachedWord = 32;
const cachedWords = 8192;

/** An encoder with a memory of recent words. Not re-entrant; each tokenizer has its own. */
export function createCharacterEncoder(bpe: CharacterBpe): CharacterEncoder {
  const scratch = createMergeScratch(64);
  const cache = new Map<string, readonly number[]>();
  const frozenByStart = indexByFirstUnit(bpe.frozen);

  const encodeWord = (word: string, out: number[]): void => {
    if (word.length > longestCachedWord) {
      encodeRun(bpe, frozenByStart, scratch, word, out);
      return;
    }
    let ids = cache.get(word);
    if (ids === undefined) {
      const fresh: number[] = [];
      encodeRun(bpe, frozenByStart, scratch, word, fresh);
      if (cache.size >= cachedWords) cache.clear();
      cache.set(word, fresh);
      ids = fresh;
    }
    for (const id of ids) pushToken(bpe, id, out);
  };

  return (text, out) => {
    const mark = bpe.wordMark;
    if (mark === undefined) {
      if (text.length > 0) encodeRun(bpe, frozenByStart, scratch, text, out);
      return;
    }
    let start = 0;
    while (start < text.length) {
      let end = start;
      while (end < text.length && text[end] === mark) end++;
      const next = text.indexOf(mark, end);
      end = next < 0 ? text.length : next;
      encodeWord(text.slice(start, end), out);
      start = end;
    }
  };
}

/** Pieces by their first UTF-16 unit, longest first. */
function indexByFirstUnit(pieces: ReadonlyMap<string, number>): ReadonlyMap<number, readonly string[]> {
  const index = new Map<number, string[]>();
  for (const piece of pieces.keys()) {
    const unit = piece.charCodeAt(0);
    const list = index.get(unit);
    if (list) list.push(piece);
    else index.set(unit, [piece]);
  }
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}

function encodeRun(
  bpe: CharacterBpe,
  frozenByStart: ReadonlyMap<number, readonly string[]>,
  scratch: MergeScratch,
  text: string,
  out: number[],
): void {
  const whole = bpe.wholeWords?.get(text);
  if (whole !== undefined) {
    out.push(whole);
    return;
  }
  growMergeScratch(scratch, text.length);
  let count = 0;
  for (let i = 0; i < text.length; ) {
    const piece = frozenByStart.get(text.charCodeAt(i))?.find((candidate) => text.startsWith(candidate, i));
    const length = piece !== undefined ? piece.length : characterLength(text, i);
    scratch.starts[count] = i;
    scratch.symbols[count++] =
      piece !== undefined ? freeze(bpe.frozen.get(piece)!) : bpe.symbolOf(text.slice(i, i + length));
    i += length;
  }

  // An unused piece falls apart into the pair that was last put up to make it, as in SentencePiece.
  let splits: Map<number, readonly [number, number]> | undefined;
  const kept =
    bpe.unused.size === 0
      ? mergeSymbols(scratch, count, bpe.pairs)
      : mergeSymbols(scratch, count, bpe.pairs, (left, right, merged) => {
          if (!bpe.unused.has(merged)) return;
          splits ??= new Map();
          splits.set(merged, [left, right]);
        });

  const emit = (symbol: number, start: number, end: number): void => {
    const split = splits?.get(symbol);
    if (split !== undefined) {
      const leftEnd = start + (split[0] < bpe.vocabSize ? bpe.pieces[split[0]]!.length : characterLength(text, start));
      emit(split[0], start, leftEnd);
      emit(split[1], leftEnd, end);
    } else if (symbol <= -2) {
      out.push(freeze(symbol));
    } else if (symbol >= 0 && symbol < bpe.vocabSize) {
      out.push(symbol);
    } else if (bpe.byteIds !== undefined) {
      for (const byte of new TextEncoder().encode(text.slice(start, end))) out.push(bpe.byteIds[byte]!);
    } else if (bpe.unknownId !== undefined) {
      pushToken(bpe, bpe.unknownId, out);
    }
  };
  for (let i = 0; i < kept; i++) {
    emit(scratch.symbols[i]!, scratch.starts[i]!, i + 1 < kept ? scratch.starts[i + 1]! : text.length);
  }
}

function characterLength(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

function pushToken(bpe: CharacterBpe, id: number, out: number[]): void {
  if (bpe.fuseUnknown && id === bpe.unknownId && out.length > 0 && out[out.length - 1] === id) return;
  out.push(id);
}
