// A Llama tokenizer whose folder holds only tokenizer.json must keep its token ids when it is converted.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { toGguf } from "../../src/formats/gguf-vocabulary.js";
import type { JsonObject } from "../../src/formats/json.js";
import { parseSentencePieceModel } from "../../src/formats/sentencepiece-model.js";
import { createTokenizer } from "../../src/text/tokenizer.js";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "../fixtures/tokenizers");
const model = parseSentencePieceModel(readFileSync(join(fixtures, "spm.model")), "spm.model");
const vocabSize = model.pieces.length;

/** The merges of a SentencePiece model, as transformers derives them: every split of every piece, by the piece's score. */
function mergesOf(): [string, string][] {
  const known = new Set(model.pieces.filter(({ type }) => type === 1).map(({ piece }) => piece));
  const merges: { pair: [string, string]; score: number }[] = [];
  for (const { piece, score, type } of model.pieces) {
    if (type !== 1) continue;
    for (let at = 1; at < piece.length; at++) {
      const pair: [string, string] = [piece.slice(0, at), piece.slice(at)];
      if (known.has(pair[0]) && known.has(pair[1])) merges.push({ pair, score });
    }
  }
  return merges.sort((a, b) => b.score - a.score).map(({ pair }) => pair);
}

function tokenizerJson(): { [key: string]: unknown; model: Record<string, unknown> } {
  const added = ["<unk>", "<s>", "</s>"].map((content, id) => ({ id, content, special: true, normalized: false }));
  return {
    added_tokens: added,
    normalizer: {
      type: "Sequence",
      normalizers: [
        { type: "Prepend", prepend: "▁" },
        { type: "Replace", pattern: { String: " " }, content: "▁" },
      ],
    },
    pre_tokenizer: null,
    post_processor: {
      type: "TemplateProcessing",
      single: [{ SpecialToken: { id: "<s>" } }, { Sequence: { id: "A" } }],
    },
    model: {
      type: "BPE",
      unk_token: "<unk>",
      byte_fallback: true,
      vocab: Object.fromEntries(model.pieces.map(({ piece }, id) => [piece, id])),
      merges: mergesOf(),
    },
  };
}

const convert = (tokenizer: JsonObject) =>
  toGguf({ kind: "tokenizer.json", tokenizer, tokenizerConfig: { eos_token: "</s>" }, eosIds: [] }, vocabSize, "model");

test("tokens, types and special tokens are those of the SentencePiece model", () => {
  const found = convert(tokenizerJson());
  assert.equal(
    found.tokens,
    model.pieces.map(({ piece }) => piece),
  );
  assert.equal(
    [...found.tokenTypes!],
    model.pieces.map(({ type }) => type),
  );
  const { bosId, eosId, unknownId, addBos, addSpacePrefix } = found;
  assert.equal(
    { bosId, eosId, unknownId, addBos, addSpacePrefix },
    { bosId: 1, eosId: 2, unknownId: 0, addBos: true, addSpacePrefix: true },
  );
});

test("texts become the same ids as with the SentencePiece model's own scores", () => {
  const original = createTokenizer({ kind: "sentencepiece", model, tokenizerConfig: {}, eosIds: [] }, "spm.model");
  const found = createTokenizer(convert(tokenizerJson()), "model.gguf");
  const words = fc.constantFrom(
    "the",
    "them",
    "there",
    "in",
    "ing",
    "a",
    "aa",
    "aaa",
    " ",
    "  ",
    "\n",
    "é",
    "日",
    "😀",
    "7",
    "Once",
    ".",
    "th",
    "e",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      assert.equal(found.encode(text), original.encode(text), JSON.stringify(text));
    }),
    { numRuns: 500, seed: 11 },
  );
});

test("lists that scores cannot express are refused, with the piece", () => {
  const problem = (change: (tokenizer: ReturnType<typeof tokenizerJson>) => void): string => {
    const tokenizer = tokenizerJson();
    change(tokenizer);
    try {
      convert(tokenizer);
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  assert.is(
    problem(() => {}),
    "",
  );
  const merges = mergesOf();
  const first = merges.findIndex(([left, right], i) => i > 0 && merges[i - 1]!.join("") === left + right);
  assert.match(
    problem((t) => Object.assign(t.model, { merges: merges.toSpliced(first, 1) })),
    "join to a piece, but are no merge",
  );
  assert.match(
    problem((t) => Object.assign(t.model, { merges: [...merges.toSpliced(first, 1), merges[first]] })),
    "do not stand together; put the tokenizer.model beside it",
  );
  assert.match(
    problem((t) => Object.assign(t.model, { byte_fallback: false })),
    "neither byte-level nor falls back to bytes",
  );
  assert.match(
    problem((t) => Object.assign(t, { normalizer: { type: "Lowercase" } })),
    'it has a step {"type":"Lowercase"}',
  );
  assert.is(
    problem((t) => Object.assign(t, { normalizer: null, pre_tokenizer: { type: "Metaspace", split: false } })),
    "",
  );
});

test.run();
