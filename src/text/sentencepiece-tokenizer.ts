// Tokenizers of the SentencePiece family: spaces become U+2581, a space is put before the text, merges go by score, and what
// is left becomes bytes. Three files hold such a vocabulary, and their own programs differ in small things, each kept:
//
//                        tokenizer.model              GGUF, model "llama"        llama2.c tokenizer.bin
//   space before         the text; and, `legacy`,     each stretch of text       the text
//                        text after a special token   after a special token
//   user-defined pieces  cut out of escaped text      cut out like special ones  -
//   unused pieces        never in the result          like any other             -
//   U+2581 in a text     a space                      a space                    a character
//   unknown characters   one token for several        one token for several      bytes
//
// `legacy` is a field of tokenizer_config.json, true where it is missing, as in Hugging Face's LlamaTokenizer.

import type { GgufVocabulary, Llama2cVocabulary, SentencePieceVocabulary } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { addedTokensOf, tokenContent } from "./added-tokens.js";
import { assembleTokenizer, type Tokenizer } from "./assemble-tokenizer.js";
import { type CharacterEncoder, createCharacterEncoder, spaceMark } from "./character-bpe.js";
import { checkTokenId, findEndTokens } from "./end-tokens.js";
import { byteOfPiece, checkSentencePieces, pieceType } from "./sentencepiece-bpe.js";
import type { SpecialToken } from "./special-tokens.js";

interface Family {
  readonly file: string;
  readonly pieces: readonly string[];
  readonly scores: ArrayLike<number>;
  readonly types: ArrayLike<number>;
  readonly tokens: readonly SpecialToken[];
  readonly unknownId: number | undefined;
  readonly byteFallback: boolean;
  readonly wordMark: string;
  readonly freezeUserDefined: boolean;
  readonly splitUnused: boolean;
  readonly prefix: "none" | "text" | "everyStretch";
  readonly removeExtraWhitespaces: boolean;
  readonly escapeWhitespaces: boolean;
  readonly bosId: number | undefined;
  readonly addBos: boolean;
  readonly addEosId: number | undefined;
  readonly namedEosIds: readonly (number | undefined)[];
}

/** The tokenizer of a GGUF whose `tokenizer.ggml.model` is "llama". Throws CheckpointError. */
export function createGgufSentencePiece(vocabulary: GgufVocabulary, file: string): Tokenizer {
  const { tokens: pieces, scores, tokenTypes } = vocabulary;
  if (scores === undefined) {
    throw new CheckpointError(file, "tokenizer.ggml.scores is missing, which a vocabulary of model llama needs");
  }
  const types = tokenTypes ?? new Int32Array(pieces.length).fill(pieceType.normal);
  for (const [name, found] of [
    ["scores", scores.length],
    ["token_type", types.length],
  ] as const) {
    if (found !== pieces.length) {
      throw new CheckpointError(
        file,
        `tokenizer.ggml.${name} has ${found} entries, but tokenizer.ggml.tokens has ${pieces.length}; convert the model again`,
      );
    }
  }
  const check = (what: string, id: number | undefined, fallback: number): number | undefined =>
    id === undefined ? (fallback < pieces.length ? fallback : undefined) : checkTokenId(file, what, id, pieces.length);
  const bosId = check("beginning-of-sequence", vocabulary.bosId, 1);
  const eosId = check("end-of-sequence", vocabulary.eosId, 2);
  return createFamily({
    file,
    pieces,
    scores,
    types,
    tokens: specialTokensByType(pieces, types, true),
    unknownId: check("unknown", vocabulary.unknownId, 0),
    byteFallback: false,
    wordMark: spaceMark,
    freezeUserDefined: false,
    splitUnused: false,
    prefix: (vocabulary.addSpacePrefix ?? true) ? "everyStretch" : "none",
    removeExtraWhitespaces: false,
    escapeWhitespaces: true,
    bosId,
    addBos: vocabulary.addBos ?? true,
    addEosId: vocabulary.addEos ? eosId : undefined,
    namedEosIds: [eosId, vocabulary.eotId],
  });
}

/** The tokenizer of a tokenizer.model. Throws CheckpointError. */
export function createSentencePiece(vocabulary: SentencePieceVocabulary, file: string): Tokenizer {
  const { model, tokenizerConfig } = vocabulary;
  if (model.hasCharsMap) {
    throw new CheckpointError(
      file,
      `its normaliser "${model.normalizerName}" replaces characters by a table, which is not supported (only "identity" is); ` +
        "use the checkpoint's tokenizer.json, or a GGUF of it",
    );
  }
  const pieces = model.pieces.map((piece) => piece.piece);
  const types = model.pieces.map((piece) => piece.type);
  const scores = model.pieces.map((piece) => piece.score);
  const tokens = new Map(specialTokensByType(pieces, types, false).map((token) => [token.id, token]));
  for (const added of addedTokensOf(tokenizerConfig, file)) {
    // A folder may add tokens after the model's own, or give one of them another name.
    while (pieces.length <= added.id) {
      pieces.push(`<unused ${pieces.length}>`);
      types.push(pieceType.control);
      scores.push(0);
    }
    if (types[added.id] === pieceType.byte) continue;
    pieces[added.id] = added.content;
    if (!added.special) types[added.id] = pieceType.userDefined;
    else if (types[added.id] !== pieceType.unknown) types[added.id] = pieceType.control;
    tokens.set(added.id, added);
  }

  const named = (field: string, fallback: number): number | undefined => {
    const content = tokenContent(tokenizerConfig[field]);
    const id = content === undefined ? -1 : pieces.indexOf(content);
    return id >= 0 ? id : fallback >= 0 ? checkTokenId(file, field, fallback, pieces.length) : undefined;
  };
  const bosId = named("bos_token", model.bosId);
  const eosId = named("eos_token", model.eosId);
  const wantsPrefix = model.addDummyPrefix && tokenizerConfig.add_prefix_space !== false;
  return createFamily({
    file,
    pieces,
    scores,
    types,
    tokens: [...tokens.values()],
    unknownId: model.unknownId >= 0 ? checkTokenId(file, "unknown", model.unknownId, pieces.length) : undefined,
    byteFallback: model.byteFallback,
    wordMark: spaceMark,
    freezeUserDefined: true,
    splitUnused: true,
    prefix: !wantsPrefix ? "none" : tokenizerConfig.legacy === false ? "text" : "everyStretch",
    removeExtraWhitespaces: model.removeExtraWhitespaces,
    escapeWhitespaces: model.escapeWhitespaces,
    bosId,
    addBos: tokenizerConfig.add_bos_token !== false,
    addEosId: tokenizerConfig.add_eos_token === true ? eosId : undefined,
    namedEosIds: [eosId, ...vocabulary.eosIds],
  });
}

/** The tokenizer of llama2.c's tokenizer.bin. Throws CheckpointError, also for pieces that are no UTF-8. */
export function createLlama2c(vocabulary: Llama2cVocabulary, file: string): Tokenizer {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const types: number[] = [];
  const pieces = vocabulary.tokens.map((bytes, id) => {
    if (id <= 2) {
      types.push(id === 0 ? pieceType.unknown : pieceType.control);
      return ["<unk>", "<s>", "</s>"][id]!;
    }
    try {
      const text = decoder.decode(bytes);
      types.push(byteOfPiece(text) === id - 3 ? pieceType.byte : pieceType.normal);
      return text;
    } catch (cause) {
      throw new CheckpointError(file, `token ${id} is no UTF-8; the file is damaged, export the tokenizer again`, {
        cause,
      });
    }
  });
  return createFamily({
    file,
    pieces,
    scores: vocabulary.scores,
    types,
    tokens: specialTokensByType(pieces, types, true),
    unknownId: 0,
    byteFallback: true,
    wordMark: " ",
    freezeUserDefined: false,
    splitUnused: false,
    prefix: "everyStretch",
    removeExtraWhitespaces: false,
    escapeWhitespaces: false,
    bosId: 1,
    addBos: true,
    addEosId: undefined,
    namedEosIds: [2],
  });
}

/** Control tokens and the unknown one, found on request; and user-defined ones, found always, where they are wanted. */
function specialTokensByType(
  pieces: readonly string[],
  types: ArrayLike<number>,
  withUserDefined: boolean,
): SpecialToken[] {
  const tokens: SpecialToken[] = [];
  for (let id = 0; id < pieces.length; id++) {
    const type = types[id];
    const onRequest = type === pieceType.control || type === pieceType.unknown;
    if (pieces[id] === "" || !(onRequest || (withUserDefined && type === pieceType.userDefined))) continue;
    tokens.push({ id, content: pieces[id]!, onRequest, lstrip: false, rstrip: false, singleWord: false });
  }
  return tokens;
}

function createFamily(family: Family): Tokenizer {
  const { file, pieces, types, prefix } = family;
  const build = checkSentencePieces(family);
  let encode: CharacterEncoder | undefined;
  const encoder = new TextEncoder();
  const specialIds = new Set<number>();
  const controlIds: number[] = [];
  for (let id = 0; id < pieces.length; id++) {
    if (types[id] === pieceType.control) controlIds.push(id);
    if (types[id] === pieceType.control || types[id] === pieceType.unknown) specialIds.add(id);
  }

  return assembleTokenizer({
    pieces,
    specialIds,
    tokens: family.tokens,
    encodeText(text, out, atStart) {
      let plain = text;
      if (family.removeExtraWhitespaces) plain = plain.replace(/ +/g, " ").replace(/^ |[ \u2581]+$/g, "");
      if (plain === "") return;
      if (prefix === "everyStretch" || (prefix === "text" && atStart)) plain = ` ${plain}`;
      encode ??= createCharacterEncoder(build());
      encode(family.escapeWhitespaces ? plain.replaceAll(" ", spaceMark) : plain, out);
    },
    bytes(id) {
      if (types[id] === pieceType.byte) return Uint8Array.of(byteOfPiece(pieces[id]!)!);
      return encoder.encode(family.wordMark === " " ? pieces[id]! : pieces[id]!.replaceAll(spaceMark, " "));
    },
    before: family.addBos && family.bosId !== undefined ? [family.bosId] : [],
    after: family.addEosId !== undefined ? [family.addEosId] : [],
    bosId: family.bosId,
    eosIds: findEndTokens(file, pieces, controlIds, family.namedEosIds),
    stripsLeadingSpace: prefix !== "none",
  });
}
