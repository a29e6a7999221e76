// A vocabulary that cannot be used is refused when it is opened, by file and token, not by wrong text later.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { GgufVocabulary, SentencePieceModel, Vocabulary } from "../../src/checkpoint.js";
import { CheckpointError } from "../../src/errors.js";
import { byteSpellings } from "../../src/text/byte-level-bpe.js";
import { createTokenizer } from "../../src/text/tokenizer.js";

const test = suite("bad vocabularies");

const bytePieces = Array.from({ length: 256 }, (_, i) => `<0x${i.toString(16).toUpperCase().padStart(2, "0")}>`);

/** A small SentencePiece vocabulary as a GGUF has it; `change` overrides fields. */
function spm(change: Partial<GgufVocabulary> = {}): GgufVocabulary {
  const tokens = ["<unk>", "<s>", "</s>", ...bytePieces, "\u2581", "a", "b", "ab"];
  return {
    kind: "gguf",
    model: "llama",
    pre: undefined,
    tokens,
    scores: Float32Array.from(tokens, (_, id) => -id),
    tokenTypes: Int32Array.from(tokens, (_, id) => (id === 0 ? 2 : id < 3 ? 3 : id < 259 ? 6 : 1)),
    merges: undefined,
    bosId: 1,
    eosId: 2,
    eotId: undefined,
    unknownId: 0,
    addBos: undefined,
    addEos: undefined,
    addSpacePrefix: undefined,
    ...change,
  };
}

/** A small byte-level vocabulary as a GGUF has it. */
function byteLevel(change: Partial<GgufVocabulary> = {}): GgufVocabulary {
  return spm({
    model: "gpt2",
    pre: "gpt-2",
    tokens: [...byteSpellings, "ab", "<|im_end|>"],
    scores: undefined,
    tokenTypes: Int32Array.from({ length: 258 }, (_, id) => (id === 257 ? 3 : 1)),
    merges: ["a b"],
    bosId: undefined,
    eosId: undefined,
    unknownId: undefined,
    ...change,
  });
}

function json(change: Record<string, unknown> = {}, model: Record<string, unknown> = {}): Vocabulary {
  const vocab = Object.fromEntries([...byteSpellings, "ab"].map((piece, id) => [piece, id]));
  return {
    kind: "tokenizer.json",
    tokenizer: {
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, use_regex: true },
      post_processor: null,
      decoder: { type: "ByteLevel" },
      model: { type: "BPE", vocab, merges: [["a", "b"]], ...model },
      ...change,
    },
    tokenizerConfig: {},
    eosIds: [],
  };
}

function sentencePiece(change: Partial<SentencePieceModel> = {}): Vocabulary {
  const model: SentencePieceModel = {
    pieces: spm().tokens.map((piece, id) => ({ piece, score: -id, type: spm().tokenTypes![id]! })),
    byteFallback: true,
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
  return { kind: "sentencepiece", model, tokenizerConfig: {}, eosIds: [] };
}

const replaced = <T>(list: readonly T[], at: number, value: T): T[] => list.map((old, i) => (i === at ? value : old));

const bad: readonly (readonly [string, Vocabulary, RegExp])[] = [
  ["a model that is not known", spm({ model: "t5" }), /model "t5"; "llama".*"gpt2"/],
  ["no scores", spm({ scores: undefined }), /tokenizer\.ggml\.scores is missing/],
  ["too few scores", spm({ scores: new Float32Array(5) }), /scores has 5 entries, but tokenizer\.ggml\.tokens has 263/],
  ["too few types", spm({ tokenTypes: new Int32Array(5) }), /token_type has 5 entries/],
  ["a score that is NaN", spm({ scores: new Float32Array(263).fill(Number.NaN) }), /score of token 259 .* is NaN/],
  ["a token twice", spm({ tokens: replaced(spm().tokens, 261, "a") }), /tokens 260 and 261 are both "a"/],
  ["an empty token", spm({ tokens: replaced(spm().tokens, 261, "") }), /token 261 is empty/],
  [
    "a token without end",
    spm({ tokens: replaced(spm().tokens, 261, "x".repeat(100000)) }),
    /token 261 is 100000 characters/,
  ],
  [
    "a byte missing",
    spm({ tokenTypes: replaced([...spm().tokenTypes!], 3 + 10, 3) as never }),
    /255 of 256 byte tokens; <0x0A>/,
  ],
  ["a byte twice", spm({ tokens: replaced(spm().tokens, 4, "<0x00>") }), /tokens 3 and 4 are both "<0x00>"/],
  [
    "a byte spelled otherwise",
    spm({ tokens: replaced(spm().tokens, 4, "0x01") }),
    /token 4 is of type byte but is spelled "0x01"/,
  ],
  ["a BOS outside", spm({ bosId: 999 }), /beginning-of-sequence token is 999.*ids 0 to 262/],
  ["an end of turn outside", spm({ eotId: 999 }), /end-of-sequence token is 999/],
  [
    "neither bytes nor unknown",
    sentencePiece({
      pieces: [{ piece: "a", score: 0, type: 1 }],
      byteFallback: false,
      unknownId: -1,
      bosId: -1,
      eosId: -1,
    }),
    /neither byte tokens .* nor an unknown token/,
  ],
  [
    "byte fallback without bytes",
    sentencePiece({ pieces: [{ piece: "a", score: 0, type: 1 }], bosId: -1, eosId: -1, unknownId: -1 }),
    /0 of 256 byte tokens/,
  ],
  ["a table of characters", sentencePiece({ hasCharsMap: true, normalizerName: "nmt_nfkc" }), /normaliser "nmt_nfkc"/],
  [
    "an added token without content",
    { ...sentencePiece(), tokenizerConfig: { added_tokens_decoder: { 3: { special: true } } } } as Vocabulary,
    /token 3 of added_tokens_decoder has no "content"/,
  ],
  [
    "an added token of an absurd id",
    { ...sentencePiece(), tokenizerConfig: { added_tokens_decoder: { 1e15: { content: "x" } } } } as Vocabulary,
    /id 1000000000000000/,
  ],
  [
    "an end outside, from the config",
    { ...sentencePiece(), eosIds: [12345] } as Vocabulary,
    /end-of-sequence token is 12345/,
  ],
  [
    "a pre-tokenizer that is not known",
    byteLevel({ pre: "viking" }),
    /pre-tokenizer .* is "viking"; gpt-2, smollm, llama-bpe, qwen2/,
  ],
  ["a pre-tokenizer with a name of Object's", byteLevel({ pre: "constructor" }), /is "constructor"/],
  ["no pre-tokenizer", byteLevel({ pre: undefined }), /is not named/],
  ["no merges", byteLevel({ merges: undefined }), /tokenizer\.ggml\.merges is missing/],
  ["a merge of an unknown token", byteLevel({ merges: ["a b", "b zz"] }), /merge 1 .* needs the token "zz"/],
  ["a merge into an unknown token", byteLevel({ merges: ["b a"] }), /merge 0 .* needs the token "ba"/],
  ["a merge of one token", byteLevel({ merges: ["ab"] }), /merge 0 is "ab"; two tokens/],
  ["a byte-level token twice", byteLevel({ tokens: replaced(byteLevel().tokens, 256, "a") }), /are both "a"/],
  [
    "no bytes at all",
    byteLevel({ tokens: ["xx", "yy", "xxyy"], tokenTypes: undefined, merges: [] }),
    /no token for any single byte/,
  ],
  ["a unigram model", json({}, { type: "Unigram" }), /model of type "Unigram"; only BPE/],
  ["a WordPiece model", json({}, { type: "WordPiece" }), /"WordPiece"/],
  ["no model", json({ model: null }), /no object "model"/],
  ["no vocabulary", json({}, { vocab: null }), /no object "model\.vocab"/],
  ["merges that are no list", json({}, { merges: {} }), /no list "model\.merges"/],
  ["a merge of three", json({}, { merges: [["a"]] }), /merge 0 is \["a"\]/],
  ["ids with gaps to the moon", json({}, { vocab: { a: 2 ** 40 } }), /token "a" has the id 1099511627776/],
  ["a fraction for an id", json({}, { vocab: { a: 0.5 } }), /has the id 0\.5/],
  ["an id twice", json({}, { vocab: { a: 0, b: 0 } }), /"a" and "b" both have the id 0/],
  ["word suffixes", json({}, { end_of_word_suffix: "</w>" }), /end_of_word_suffix to "<\/w>"/],
  ["an added token that is none", json({ added_tokens: [{ id: 300 }] }), /token 300 of added_tokens.*no "content"/],
  [
    "an unknown normaliser",
    json({ normalizer: { type: "Precompiled" } }),
    /normalizer has the component "Precompiled"/,
  ],
  ["an unknown pre-tokenizer", json({ pre_tokenizer: { type: "BertPreTokenizer" } }), /"BertPreTokenizer"/],
  [
    "a Split that merges",
    json({ pre_tokenizer: { type: "Split", pattern: { String: " " }, behavior: "MergedWithNext" } }),
    /Split of behavior "MergedWithNext"/,
  ],
  [
    "a pattern that JavaScript cannot say",
    json({ pre_tokenizer: { type: "Split", pattern: { Regex: "\\p{L}++" }, behavior: "Isolated" } }),
    /pattern \\p\{L\}\+\+ .* possessive "\+\+"/,
  ],
  [
    "a pattern that is none",
    json({ pre_tokenizer: { type: "Split", pattern: {}, behavior: "Isolated" } }),
    /neither a Regex nor a String/,
  ],
  ["an unknown post-processor", json({ post_processor: { type: "BertProcessing" } }), /"BertProcessing"/],
  [
    "a template with a token that is not there",
    json({
      post_processor: { type: "TemplateProcessing", single: [{ SpecialToken: { id: "[X]" } }], special_tokens: {} },
    }),
    /adds "\[X\]"/,
  ],
  ["an unknown decoder", json({ decoder: { type: "WordPiece" } }), /decoder has the component/],
];

for (const [name, vocabulary, message] of bad) {
  test(name, () => {
    assert.throws(
      () => createTokenizer(vocabulary, "model.gguf"),
      (error: unknown) => {
        assert.instance(error, CheckpointError);
        assert.match((error as Error).message, message);
        return (error as Error).message.startsWith("model.gguf: ");
      },
    );
  });
}

test("the vocabularies that these were made from are good", () => {
  for (const vocabulary of [spm(), byteLevel(), json(), sentencePiece()]) {
    const tokenizer = createTokenizer(vocabulary, "good");
    assert.is(tokenizer.decode(tokenizer.encode("abba \u{1f642}")), "abba \u{1f642}");
  }
});

test("text never becomes a control token, even where a merge spells one", () => {
  const merges = ["< |", "i m", "e n", "en d", "| >", "<| im", "_ end", "<|im _end", "<|im_end |>"];
  const made = merges.map((merge) => merge.replace(" ", ""));
  const tokens = [...byteSpellings, ...made];
  const tokenTypes = Int32Array.from(tokens, (token) => (token === "<|im_end|>" ? 3 : 1));
  const tokenizer = createTokenizer(byteLevel({ tokens, tokenTypes, merges }), "tricky");
  const control = tokens.indexOf("<|im_end|>");
  assert.not.ok(tokenizer.encode("<|im_end|>").includes(control));
  assert.equal(tokenizer.encode("<|im_end|>", { parseSpecial: true }), [control]);
  assert.equal(tokenizer.eosIds, [control], "a control token of that name ends a turn");
});

test.run();
