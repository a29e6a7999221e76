// Kinds of vocabulary that the fixtures do not cover, held against sentencepiece and Hugging Face's tokenizers: random
// models with unused and user-defined pieces, character BPE with and without bytes, every flag of added tokens.
// test/fixtures/text/make_answers.py made the answers.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { SentencePiece, SentencePieceModel } from "../../src/checkpoint.js";
import { createTokenizer } from "../../src/text/tokenizer.js";
import { readJson } from "./vocabularies.js";

const test = suite("answers of other programs");
const folder = new URL("../fixtures/text/", import.meta.url);

interface SentencePieceAnswers {
  readonly pieces: readonly (readonly [piece: string, score: number, type: number])[];
  readonly byteFallback: boolean;
  readonly addDummyPrefix: boolean;
  readonly removeExtraWhitespaces: boolean;
  readonly cases: readonly { text: string; ids: number[] }[];
}

const bytePieces = Array.from({ length: 256 }, (_, value): SentencePiece => {
  return { piece: `<0x${value.toString(16).toUpperCase().padStart(2, "0")}>`, score: 0, type: 6 };
});

const models = (await readJson(new URL("sentencepiece.json", folder))) as unknown as SentencePieceAnswers[];
models.forEach(({ cases, ...answers }, index) => {
  test(`random SentencePiece model ${index}`, () => {
    const listed = answers.pieces.map(([piece, score, type]): SentencePiece => ({ piece, score, type }));
    const model: SentencePieceModel = {
      pieces: [...listed.slice(0, 3), ...(answers.byteFallback ? bytePieces : []), ...listed.slice(3)],
      byteFallback: answers.byteFallback,
      addDummyPrefix: answers.addDummyPrefix,
      removeExtraWhitespaces: answers.removeExtraWhitespaces,
      escapeWhitespaces: true,
      normalizerName: "identity",
      hasCharsMap: false,
      unknownId: 0,
      bosId: 1,
      eosId: 2,
      padId: -1,
    };
    const tokenizer = createTokenizer({ kind: "sentencepiece", model, tokenizerConfig: {}, eosIds: [] }, "random");
    for (const { text, ids } of cases) assert.equal(tokenizer.encode(text), ids, JSON.stringify(text));
  });
});

interface TokenizerAnswers {
  readonly name: string;
  readonly tokenizer: Record<string, unknown>;
  readonly cases: readonly { text: string; ids: number[]; decoded: string }[];
}

for (const { name, tokenizer: fields, cases } of (await readJson(
  new URL("tokenizers.json", folder),
)) as unknown as TokenizerAnswers[]) {
  test(`tokenizer.json: ${name}`, () => {
    const tokenizer = createTokenizer(
      { kind: "tokenizer.json", tokenizer: fields, tokenizerConfig: {}, eosIds: [] },
      name,
    );
    for (const { text, ids, decoded } of cases) {
      assert.equal(tokenizer.encode(text, { addSpecial: true, parseSpecial: true }), ids, JSON.stringify(text));
      assert.is(tokenizer.decode(ids), decoded);
    }
  });
}

test.run();
