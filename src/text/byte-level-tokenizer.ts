// The tokenizer of a GGUF whose `tokenizer.ggml.model` is "gpt2": special tokens, a named pre-tokenizer, byte-level BPE.
// Follows llama.cpp, whose results are what such a file means.

import type { GgufVocabulary } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { assembleTokenizer, type Tokenizer } from "./assemble-tokenizer.js";
import { bytesOfPiece, createByteLevelEncoder, indexMerges, indexPieces, parseMerge } from "./byte-level-bpe.js";
import { checkTokenId, findEndTokens } from "./end-tokens.js";
import { namedPreTokenizer } from "./pre-tokenizers.js";
import { pieceType } from "./sentencepiece-bpe.js";
import type { SpecialToken } from "./special-tokens.js";

/** Throws CheckpointError for a vocabulary that cannot be used. */
export function createGgufByteLevel(vocabulary: GgufVocabulary, file: string): Tokenizer {
  const { tokens: pieces, tokenTypes, merges } = vocabulary;
  if (merges === undefined) {
    throw new CheckpointError(file, "tokenizer.ggml.merges is missing, which a vocabulary of model gpt2 needs");
  }
  if (tokenTypes !== undefined && tokenTypes.length !== pieces.length) {
    throw new CheckpointError(
      file,
      `tokenizer.ggml.token_type has ${tokenTypes.length} entries, but tokenizer.ggml.tokens has ${pieces.length}; ` +
        "convert the model again",
    );
  }
  const pre = namedPreTokenizer(vocabulary.pre, file);
  const check = (what: string, id: number | undefined): number | undefined =>
    id === undefined ? undefined : checkTokenId(file, what, id, pieces.length);
  const bosId = check("beginning-of-sequence", vocabulary.bosId);
  const eosId = check("end-of-sequence", vocabulary.eosId);

  const specialIds = new Set<number>();
  const controlIds: number[] = [];
  const userDefined = new Set<number>();
  const tokens: SpecialToken[] = [];
  for (let id = 0; id < pieces.length; id++) {
    const type = tokenTypes?.[id] ?? pieceType.normal;
    const onRequest = type === pieceType.control || type === pieceType.unknown;
    if (type === pieceType.control) controlIds.push(id);
    if (onRequest) specialIds.add(id);
    if (type === pieceType.userDefined) userDefined.add(id);
    if ((onRequest || type === pieceType.userDefined) && pieces[id] !== "") {
      tokens.push({ id, content: pieces[id]!, onRequest, lstrip: false, rstrip: false, singleWord: false });
    }
  }

  const ids = indexPieces(pieces, specialIds, file);
  const reserved = new Set<string>();
  for (const id of specialIds) if (!ids.has(pieces[id]!)) reserved.add(pieces[id]!);
  const pairs = indexMerges(
    merges.map((merge, index) => parseMerge(merge, index, file)),
    ids,
    reserved,
    file,
  );
  const encodeWord = createByteLevelEncoder(ids, pairs, pre.ignoreMerges, "after", file);
  const utf8 = new TextEncoder();

  return assembleTokenizer({
    pieces,
    specialIds,
    tokens,
    encodeText: (text, out, atStart) => pre.split(text, atStart, (word) => encodeWord(word, out)),
    bytes: (id) => (userDefined.has(id) ? utf8.encode(pieces[id]!) : bytesOfPiece(pieces[id]!)),
    before: bosId !== undefined && (vocabulary.addBos ?? pre.addBos) ? [bosId] : [],
    after: eosId !== undefined && vocabulary.addEos === true ? [eosId] : [],
    bosId,
    eosIds: findEndTokens(file, pieces, controlIds, [eosId, vocabulary.eotId]),
    stripsLeadingSpace: false,
  });
}
