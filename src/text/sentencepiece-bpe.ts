// Builds a character BPE out of SentencePiece's pieces and scores. A merge is allowed where the concatenation is a piece,
// and the piece with the highest score is made first, the leftmost of equals. So whether two symbols merge is a look at the
// vocabulary, made when a text first has them side by side. Control, unknown and byte pieces are never made from text.
// Sources of the rules: SentencePiece's bpe_model.cc, and llama.cpp's tokenizer of type "llama", which agrees with it.

import { CheckpointError } from "../errors.js";
import { createLearningTable, maxRank } from "./bpe-merge.js";
import { type CharacterBpe, haveIndependentWords } from "./character-bpe.js";

/** Token types of SentencePiece and GGUF. */
export const pieceType = { normal: 1, unknown: 2, control: 3, userDefined: 4, unused: 5, byte: 6 } as const;

/** Longer ones are damage or malice. */
const longestPiece = 512;

export interface SentencePieceParts {
  /** For messages. */
  readonly file: string;
  readonly pieces: readonly string[];
  readonly scores: ArrayLike<number>;
  readonly types: ArrayLike<number>;
  readonly unknownId: number | undefined;
  readonly byteFallback: boolean;
  /** How pieces spell a space: U+2581, or a plain space in llama2.c's file. */
  readonly wordMark: string;
  /** User-defined pieces are cut out of the text before merging (they are not where a caller has cut them out already). */
  readonly freezeUserDefined: boolean;
  /** Unused pieces are split again, as SentencePiece does; llama.cpp keeps them. */
  readonly splitUnused: boolean;
}

/**
 * Checks a SentencePiece vocabulary. What it returns makes the encoder's tables: a model may be loaded to work on ids alone.
 * Throws CheckpointError for pieces that are empty, too long or there twice, scores that are no numbers, and missing bytes.
 */
export function checkSentencePieces(parts: SentencePieceParts): () => CharacterBpe {
  const { file, pieces, scores, types } = parts;
  const mergeable = new Map<string, number>();
  const frozen = new Map<string, number>();
  const unused = new Set<number>();
  let last = Number.POSITIVE_INFINITY;
  let inOrder = true;
  for (let id = 0; id < pieces.length; id++) {
    const piece = pieces[id]!;
    const type = types[id]!;
    if (type === pieceType.control || type === pieceType.unknown || type === pieceType.byte) continue;
    if (piece === "") throw new CheckpointError(file, `token ${id} is empty; the vocabulary is damaged`);
    if (piece.length > longestPiece) {
      throw new CheckpointError(
        file,
        `token ${id} is ${piece.length} characters long, at most ${longestPiece} are expected; the vocabulary is damaged`,
      );
    }
    if (!Number.isFinite(scores[id]!)) {
      throw new CheckpointError(
        file,
        `the score of token ${id} ("${piece}") is ${scores[id]}; a finite number is needed`,
      );
    }
    const twin = mergeable.get(piece);
    if (twin !== undefined) throw duplicateToken(file, piece, twin, id);
    mergeable.set(piece, id);
    if (!(scores[id]! < last)) inOrder = false;
    last = scores[id]!;
    if (type === pieceType.userDefined && parts.freezeUserDefined) frozen.set(piece, id);
    if (type === pieceType.unused && parts.splitUnused) unused.add(id);
  }

  const byteIds = findByteTokens(file, pieces, types, parts.byteFallback);
  if (byteIds === undefined && parts.unknownId === undefined) {
    throw new CheckpointError(
      file,
      "the vocabulary has neither byte tokens (<0x00> to <0xFF>) nor an unknown token, so that most text cannot be encoded",
    );
  }

  if (pieces.length > maxRank) {
    throw new CheckpointError(file, `the vocabulary has ${pieces.length} tokens, at most ${maxRank} can be ranked`);
  }
  return () => {
    // Most vocabularies are in the order of their scores, which were ranks before.
    const ranks = inOrder ? undefined : rankScores(mergeable, scores);
    return buildTables(parts, mergeable, (id) => ranks?.[id] ?? id, frozen, unused, byteIds);
  };
}

function buildTables(
  parts: SentencePieceParts,
  mergeable: ReadonlyMap<string, number>,
  rankOf: (id: number) => number,
  frozen: ReadonlyMap<string, number>,
  unused: ReadonlySet<number>,
  byteIds: Int32Array | undefined,
): CharacterBpe {
  const { pieces } = parts;
  const textOf = (symbol: number): string => pieces[symbol] ?? String.fromCodePoint(symbol - pieces.length);
  return {
    vocabSize: pieces.length,
    pieces,
    pairs: createLearningTable((left, right) => {
      const merged = mergeable.get(textOf(left) + textOf(right));
      return merged === undefined ? undefined : { rank: rankOf(merged), merged };
    }),
    // Characters that occur only inside longer pieces still need symbols, for two of them may make a piece.
    symbolOf: (character) => mergeable.get(character) ?? pieces.length + character.codePointAt(0)!,
    frozen,
    unused,
    byteIds,
    unknownId: parts.unknownId,
    fuseUnknown: true,
    wordMark: haveIndependentWords(mergeable.keys(), parts.wordMark) ? parts.wordMark : undefined,
    wholeWords: undefined,
  };
}

/** The error for a vocabulary that spells two tokens alike. */
export function duplicateToken(file: string, piece: string, first: number, second: number): CheckpointError {
  return new CheckpointError(
    file,
    `tokens ${first} and ${second} are both "${piece}"; a token may be there only once, convert the model again`,
  );
}

/**
 * [256] token of each byte, found by its spelling <0x00> to <0xFF>; undefined where there is none and none is asked for.
 * `types` undefined takes any token so spelled.
 */
export function findByteTokens(
  file: string,
  pieces: readonly (string | undefined)[],
  types: ArrayLike<number> | undefined,
  needed: boolean,
): Int32Array | undefined {
  const byteIds = new Int32Array(256).fill(-1);
  let found = 0;
  for (let id = 0; id < pieces.length; id++) {
    if (types !== undefined && types[id] !== pieceType.byte) continue;
    const byte = byteOfPiece(pieces[id] ?? "");
    if (byte === undefined) {
      if (types === undefined) continue;
      throw new CheckpointError(file, `token ${id} is of type byte but is spelled "${pieces[id]}", not like <0x0A>`);
    }
    if (byteIds[byte]! >= 0) throw duplicateToken(file, pieces[id]!, byteIds[byte]!, id);
    byteIds[byte] = id;
    found++;
  }
  if (found === 256) return byteIds;
  if (found === 0 && !needed) return undefined;
  const missing = byteIds.indexOf(-1);
  throw new CheckpointError(
    file,
    `the vocabulary has ${found} of 256 byte tokens; ${spellByte(missing)} is missing, convert the model again`,
  );
}

/** 10 for "<0x0A>", undefined for what is not spelled so. */
export function byteOfPiece(piece: string): number | undefined {
  return /^<0x[0-9A-Fa-f]{2}>$/.test(piece) ? Number.parseInt(piece.slice(3, 5), 16) : undefined;
}

function spellByte(byte: number): string {
  return `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
}

/** [vocabSize] ranks of pieces, 0 the highest score; equal scores share a rank, so that position decides between them. */
function rankScores(mergeable: ReadonlyMap<string, number>, scores: ArrayLike<number>): Int32Array {
  const ids = Int32Array.from(mergeable.values()).sort((a, b) => scores[b]! - scores[a]!);
  const ranks = new Int32Array(scores.length);
  let rank = 0;
  let last = Number.NaN;
  for (const id of ids) {
    if (scores[id] !== last && !Number.isNaN(last)) rank++;
    last = scores[id]!;
    ranks[id] = rank;
  }
  return ranks;
}
