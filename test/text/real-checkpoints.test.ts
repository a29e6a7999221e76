// Real vocabularies with answers of other programs: stories260K in three formats, and SmolLM2, whose file is not part of the
// repository: `sh ../shared/models/get-smollm2.sh ../smollm2` fetches it. What is not there is named and skipped; the
// committed fixtures test the same code.

import { existsSync, openAsBlob } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { GgufVocabulary } from "../../src/checkpoint.js";
import { openReader } from "../../src/formats/byte-reader.js";
import { readGguf } from "../../src/formats/gguf.js";
import { createChatTemplate } from "../../src/text/chat-template.js";
import { createTokenizer, type Tokenizer } from "../../src/text/tokenizer.js";
import { ggufVocabulary, llama2cVocabulary, readJson, sentencePieceVocabulary } from "./vocabularies.js";

const shared = new URL("../../../shared/models/", import.meta.url);
const smollm2 = new URL("../../../smollm2/SmolLM2-135M-Instruct.Q4_1.gguf", import.meta.url);

const test = suite("real checkpoints");
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

if (existsSync(smollm2) && existsSync(shared)) {
  const answers = (await readJson(new URL("smollm2/expected.json", shared))) as {
    tokenize: { text: string; ids: number[] }[];
    chats: { messages: []; prompt: string; prompt_ids: number[]; greedy_ids: number[]; greedy_text: string }[];
  };
  const checkpoint = await readGguf(openReader(await openAsBlob(smollm2), "SmolLM2"));
  await checkpoint.close();
  const vocabulary = checkpoint.vocabulary as GgufVocabulary;
  const tokenizer = createTokenizer(vocabulary, "SmolLM2");

  test("SmolLM2: all ids are those of the reference", () => {
    for (const { text, ids } of answers.tokenize) {
      assert.equal(tokenizer.encode(text, { parseSpecial: true }), ids, JSON.stringify(text));
      assert.is(tokenizer.decode(ids, { special: true }), text);
    }
  });
  test("SmolLM2: rendered chats are identical, and so are their ids", () => {
    const template = createChatTemplate(checkpoint.chatTemplate!, {
      file: "SmolLM2",
      bosToken: tokenizer.piece(vocabulary.bosId!),
      eosToken: tokenizer.piece(vocabulary.eosId!),
    });
    for (const { messages, prompt, prompt_ids, greedy_ids, greedy_text } of answers.chats) {
      assert.is(template.render(messages), prompt);
      assert.equal(tokenizer.encode(prompt, { parseSpecial: true }), prompt_ids);
      assert.is(tokenizer.decode(greedy_ids), greedy_text);
    }
  });
  test("SmolLM2: its end of turn ends a generation", () => {
    assert.ok(tokenizer.eosIds.includes(vocabulary.eosId!));
    assert.equal(
      tokenizer.eosIds.map((id) => tokenizer.piece(id)),
      ["<|endoftext|>", "<|im_end|>"],
    );
  });
  test("SmolLM2: bytes that the vocabulary lacks vanish, as in llama.cpp", () => {
    assert.is(tokenizer.decode(tokenizer.encode("a\u0004b")), "ab");
  });
} else console.log("skipped: SmolLM2's vocabulary, ../smollm2 or ../shared is not there");
test.run();
