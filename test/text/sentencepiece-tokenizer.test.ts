// The small differences between files of the SentencePiece family, and what a folder's configuration changes.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { GgufVocabulary, SentencePieceModel, Vocabulary } from "../../src/checkpoint.js";
import { createTokenizer, type Tokenizer } from "../../src/text/tokenizer.js";

const test = suite("SentencePiece family");

const names = ["<unk>", "<s>", "</s>", "\u2581", "a", "b", "\u2581a", "\u2581b", "ab", "<t>", "\u2581\u2581"];
const types = [2, 3, 3, 1, 1, 1, 1, 1, 1, 4, 1];

function folder(tokenizerConfig: Record<string, unknown> = {}, change: Partial<SentencePieceModel> = {}): Tokenizer {
  const model: SentencePieceModel = {
    pieces: names.map((piece, id) => ({ piece, score: -id, type: types[id]! })),
    byteFallback: false,
    addDummyPrefix: true,
    removeExtraWhitespaces: false,
    escapeWhitespaces: true,
    normalizerName: "identity",
    hasCharsMap: false,
    unknownId: 0,
    bosId: 1,
    eosId: 2,
    padId: -1,
    ...change,
  };
  return createTokenizer({ kind: "sentencepiece", model, tokenizerConfig, eosIds: [] }, "folder");
}

function gguf(change: Partial<GgufVocabulary> = {}): Tokenizer {
  const vocabulary: Vocabulary = {
    kind: "gguf",
    model: "llama",
    pre: undefined,
    tokens: names,
    scores: Float32Array.from(names, (_, id) => -id),
    tokenTypes: Int32Array.from(types),
    merges: undefined,
    bosId: undefined,
    eosId: undefined,
    eotId: undefined,
    unknownId: undefined,
    addBos: undefined,
    addEos: undefined,
    addSpacePrefix: undefined,
    ...change,
  };
  return createTokenizer(vocabulary, "file.gguf");
}

const pieces = (tokenizer: Tokenizer, text: string, options = {}): string =>
  tokenizer
    .encode(text, options)
    .map((id) => tokenizer.piece(id))
    .join(" ");

test("a space is put before the text, and after special tokens unless legacy is false", () => {
  const parse = { parseSpecial: true };
  assert.is(pieces(folder(), "a</s>b", parse), "\u2581a </s> \u2581b");
  assert.is(pieces(folder({ legacy: false }), "a</s>b", parse), "\u2581a </s> b");
  assert.is(pieces(folder({ legacy: false }), "</s>b", parse), "</s> b");
  assert.is(pieces(gguf(), "a</s>b", parse), "\u2581a </s> \u2581b");
});

test("no space is put where the file or the folder says so", () => {
  for (const tokenizer of [
    gguf({ addSpacePrefix: false }),
    folder({ add_prefix_space: false }),
    folder({}, { addDummyPrefix: false }),
  ]) {
    assert.is(pieces(tokenizer, "a b"), "a \u2581b");
    assert.is(tokenizer.decode(tokenizer.encode(" a")), " a", "and none is taken away");
  }
});

test("user-defined pieces: llama.cpp cuts them out first, sentencepiece in the marked text", () => {
  assert.is(pieces(gguf(), "a<t>b"), "\u2581a <t> \u2581b");
  assert.is(pieces(folder(), "a<t>b"), "\u2581a <t> b");
});

test("unknown characters in a row are one unknown token where there are no bytes", () => {
  assert.is(pieces(folder(), "a\u00e9\u00e8 \u00e9"), "\u2581a <unk> \u2581 <unk>");
  assert.is(folder().decode([6, 0, 7]), "a b", "an unknown token is no text");
  assert.is(folder().decode([6, 0, 7], { special: true }), "a<unk> b");
});

test("BOS and EOS are added as the file says, and as each format means it where it says nothing", () => {
  const add = { addSpecial: true };
  assert.is(pieces(gguf(), "a", add), "<s> \u2581a");
  assert.is(pieces(gguf({ addBos: false, addEos: true }), "a", add), "\u2581a </s>");
  assert.is(pieces(folder(), "a", add), "<s> \u2581a");
  assert.is(pieces(folder({ add_bos_token: false, add_eos_token: true }), "a", add), "\u2581a </s>");
  assert.is(pieces(folder({}, { bosId: -1 }), "a", add), "\u2581a");
  assert.is(gguf().addsBos, true);
  assert.is(gguf({ addBos: false }).addsBos, false);
  assert.is(pieces(gguf(), ""), "");
  assert.is(pieces(gguf(), "", add), "<s>");
});

test("tokens of tokenizer_config.json extend the model's, text or special as they say", () => {
  const tokenizer = folder({
    eos_token: { content: "<|im_end|>" },
    added_tokens_decoder: {
      "0": { content: "<unk>", special: true },
      "11": { content: "<|im_end|>", special: true },
      "13": { content: "<call>", special: false, rstrip: true },
    },
  });
  assert.is(tokenizer.vocabSize, 14);
  assert.equal(tokenizer.encode("a<|im_end|>", { parseSpecial: true }), [6, 11]);
  assert.not.ok(tokenizer.encode("a<|im_end|>").includes(11));
  assert.equal(tokenizer.encode("<call>  a"), [13, 6]);
  assert.is(tokenizer.decode([13, 6, 11]), "<call> a");
  assert.equal(tokenizer.eosIds, [2, 11], 'what the folder names, and the "</s>" that always means it');
});

test("control tokens known to end a turn end a generation, whatever the file names", () => {
  const tokens = [...names, "<|im_end|>", "<|eot_id|>"];
  const tokenTypes = Int32Array.from([...types, 3, 1]);
  const scores = new Float32Array(tokens.length);
  assert.equal(gguf({ tokens, tokenTypes, scores }).eosIds, [2, 11], "<|eot_id|> is plain text here");
  assert.equal(gguf({ tokens, tokenTypes, scores, eosId: 5, eotId: 12 }).eosIds, [2, 5, 11, 12]);
});

test.run();
