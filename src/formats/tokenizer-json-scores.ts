// SentencePiece's vocabulary from a tokenizer.json that spells it as a list of merges (what transformers writes for a Llama
// tokenizer). SentencePiece merges the neighbours whose joined piece has the highest score; the list gives each pair a
// rank. Both do the same exactly if every pair of pieces that joins to a piece is listed, and if the pairs that make one
// piece stand together. Then minus the order of the pieces is a score. Lists that were trained as such, where a piece can
// be made in one way only, have no scores, and are refused.

import { CheckpointError } from "../errors.js";
import { show } from "./config.js";
import { isObject, type JsonObject } from "./json.js";
import { type BpeVocabulary, flatten } from "./tokenizer-json-vocabulary.js";

/** U+2581, which stands for a space. */
export const spaceMark = "\u2581";

export interface SentencePieceScores {
  /** Of pieces that merges make; the others have none. */
  readonly scores: ReadonlyMap<string, number>;
  readonly unknownId: number | undefined;
  readonly addSpacePrefix: boolean;
}

/**
 * Scores with which SentencePiece does what the merges of `vocabulary` do.
 * @throws CheckpointError where there are none, or where text is prepared in another way than SentencePiece's
 */
export function sentencePieceScores(
  tokenizer: JsonObject,
  vocabulary: BpeVocabulary,
  file: string,
): SentencePieceScores {
  const model = isObject(tokenizer.model) ? tokenizer.model : {};
  if (model.byte_fallback !== true) {
    throw refusal(file, "it is neither byte-level nor falls back to bytes");
  }
  const unknownId = typeof model.unk_token === "string" ? vocabulary.pieces.get(model.unk_token) : undefined;
  return {
    scores: orderOfPieces(vocabulary, file),
    unknownId,
    addSpacePrefix: prefixesSpace(tokenizer, vocabulary, file),
  };
}

function orderOfPieces({ pieces, merges, added }: BpeVocabulary, file: string): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const listed = new Set<string>();
  let last: string | undefined;
  for (const [left, right] of merges) {
    const piece = left + right;
    listed.add(`${left} ${right}`);
    if (piece === last) continue;
    if (scores.has(piece)) throw refusal(file, `the merges that make ${show(piece)} do not stand together`);
    scores.set(piece, -1 - scores.size);
    last = piece;
  }
  const special = new Set(added.map((token) => token.content));
  const joins = (part: string): boolean => pieces.has(part) && !special.has(part);
  for (const piece of pieces.keys()) {
    if (special.has(piece) || isByteToken(piece)) continue;
    for (let at = 1; at < piece.length; at++) {
      const [left, right] = [piece.slice(0, at), piece.slice(at)];
      if (joins(left) && joins(right) && !listed.has(`${left} ${right}`)) {
        throw refusal(file, `${show(left)} and ${show(right)} join to a piece, but are no merge`);
      }
    }
  }
  return scores;
}

/** "<0x0A>": one byte of a character that is no piece. */
export function isByteToken(piece: string): boolean {
  return /^<0x[0-9A-F]{2}>$/.test(piece);
}

/** True where a space goes before a text: by a normaliser that prepends, or by Metaspace. */
function prefixesSpace(tokenizer: JsonObject, { pieces }: BpeVocabulary, file: string): boolean {
  let prefixes = false;
  for (const part of [...flatten(tokenizer.normalizer), ...flatten(tokenizer.pre_tokenizer)]) {
    const pattern = isObject(part.pattern) ? part.pattern.String : undefined;
    const replacesSpace = part.type === "Replace" && pattern === " " && part.content === spaceMark;
    const prepends = part.type === "Prepend" && part.prepend === spaceMark;
    const isMetaspace = part.type === "Metaspace" && (part.replacement ?? spaceMark) === spaceMark;
    if (!replacesSpace && !prepends && !isMetaspace) throw refusal(file, `it has a step ${show(part)}`);
    // Cutting before each space changes nothing if no piece has a space further in.
    const across =
      isMetaspace && part.split !== false && [...pieces.keys()].find((piece) => piece.indexOf(spaceMark, 1) > 0);
    if (across) throw refusal(file, `its Metaspace cuts words, which ${show(across)} crosses`);
    const scheme = part.prepend_scheme ?? (part.add_prefix_space === false ? "never" : "always");
    prefixes ||= prepends || (isMetaspace && scheme !== "never");
  }
  return prefixes;
}

function refusal(file: string, reason: string): CheckpointError {
  return new CheckpointError(
    file,
    `tokenizer.json cannot be written to a GGUF as SentencePiece's: ${reason}; put the tokenizer.model beside it`,
  );
}
