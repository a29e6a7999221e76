// Every committed vocabulary gives the ids that the program it belongs to gave: llama.cpp for GGUF, sentencepiece for
// tokenizer.model, Hugging Face's tokenizers for tokenizer.json, llama2.c for tokenizer.bin.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createTokenizer, type Tokenizer } from "../../src/text/tokenizer.js";
import {
  fixtures,
  ggufVocabulary,
  llama2cVocabulary,
  readJson,
  sentencePieceVocabulary,
  tokenizerJsonVocabulary,
} from "./vocabularies.js";

interface Case {
  readonly text: string;
  readonly ids: readonly number[];
  readonly ids_parsed?: readonly number[];
}

const index = (await readJson(new URL("index.json", fixtures))) as {
  fixtures: { path: string; kind: string; expected: string }[];
};

async function open(path: string, kind: string): Promise<Tokenizer | undefined> {
  const url = new URL(path, fixtures);
  if (kind === "gguf vocabulary") return createTokenizer(await ggufVocabulary(url), path);
  if (kind === "tokenizer.json") return createTokenizer(await tokenizerJsonVocabulary(url), path);
  if (kind === "sentencepiece model") return createTokenizer(await sentencePieceVocabulary(url), path);
  if (kind === "llama2.c tokenizer") return createTokenizer(await llama2cVocabulary(url, 419), path);
  return undefined;
}

const test = suite("tokenizer fixtures");

let vocabularies = 0;
for (const { path, kind, expected } of index.fixtures) {
  if (!/tokenizer|vocabulary|sentencepiece/.test(kind)) continue;
  vocabularies++;
  test(`${path} gives the reference's ids`, async () => {
    const tokenizer = await open(path, kind);
    assert.ok(tokenizer, `nothing here opens a ${kind}`);
    const answers = await readJson(new URL(expected, fixtures));
    const cases = answers.tokenize as readonly Case[];
    assert.ok(cases.length > 5);
    for (const { text, ids, ids_parsed } of cases) {
      const name = JSON.stringify(text).slice(0, 80);
      assert.equal(tokenizer.encode(text), ids, name);
      if (kind !== "sentencepiece model" && kind !== "llama2.c tokenizer") {
        assert.equal(
          tokenizer.encode(text, { parseSpecial: true }),
          ids_parsed ?? ids,
          `${name}, special tokens parsed`,
        );
      }
    }
    if (typeof answers.add_bos === "boolean") assert.is(tokenizer.addsBos, answers.add_bos);
  });
}

test("the index names vocabularies of every kind", () => assert.ok(vocabularies >= 12, `${vocabularies}`));

test.run();
