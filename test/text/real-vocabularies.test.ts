// A real vocabulary in three formats, with answers of llama.cpp. It is not part of the repository: where it is missing this
// says so, and the committed fixtures test the same code. SmolLM2's is tested with its model (test/model/smollm2.test.ts).

import { existsSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createTokenizer, type Tokenizer } from "../../src/text/tokenizer.js";
import { ggufVocabulary, llama2cVocabulary, readJson, sentencePieceVocabulary } from "./vocabularies.js";

const shared = new URL("../../../shared/models/", import.meta.url);

const test = suite("real vocabularies");
if (existsSync(shared)) {
  const folder = new URL("stories260K/", shared);
  const { cases } = (await readJson(new URL("expected.json", folder))) as {
    cases: { prompt: string; prompt_ids: number[]; greedy_ids: number[]; greedy_text: string }[];
  };
  const config = await readJson(new URL("hf/tokenizer_config.json", folder));
  const tokenizers: readonly (readonly [string, Tokenizer])[] = [
    ["GGUF", createTokenizer(await ggufVocabulary(new URL("stories260K.gguf", folder)), "stories260K.gguf")],
    [
      "tokenizer.model",
      createTokenizer(await sentencePieceVocabulary(new URL("hf/tokenizer.model", folder), config), "hf"),
    ],
    ["tokenizer.bin", createTokenizer(await llama2cVocabulary(new URL("tok512.bin", folder), 512), "tok512.bin")],
  ];
  for (const [name, tokenizer] of tokenizers) {
    test(`stories260K, ${name}: prompts and continuations are llama.cpp's`, () => {
      for (const { prompt, prompt_ids, greedy_ids, greedy_text } of cases) {
        assert.equal(tokenizer.encode(prompt, { addSpecial: true }), prompt_ids);
        assert.is(tokenizer.decode(greedy_ids), greedy_text);
      }
      assert.equal(tokenizer.eosIds, [2]);
      assert.is(tokenizer.bosId, 1);
    });
  }
} else console.log("skipped: stories260K's vocabularies, ../shared is not there");

test.run();
