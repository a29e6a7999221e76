// A checkpoint's chat template gives the prompt that the model was trained on, and says so when it cannot.

import { readFile } from "node:fs/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { CheckpointError } from "../../src/errors.js";
import { createChatTemplate } from "../../src/text/chat-template.js";
import { createTokenizer } from "../../src/text/tokenizer.js";
import { fixtures, readJson, tokenizerJsonVocabulary } from "./vocabularies.js";

const test = suite("chat templates");

const chatml =
  "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}" +
  "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";
const hi = [{ role: "user", content: "hi" }];

test("a conversation is rendered up to where the answer begins, or not", () => {
  const template = createChatTemplate(chatml, { file: "model" });
  assert.is(template.render(hi), "<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\n");
  assert.is(template.render(hi, { addGenerationPrompt: false }), "<|im_start|>user\nhi<|im_end|>\n");
  assert.is(template.render([], { addGenerationPrompt: false }), "");
});

test("blocks leave no blank lines, as apply_chat_template has it", () => {
  const source =
    "{{ bos_token }}\n{% for m in messages %}\n  {% if true %}\n[{{ m.content }}]\n  {% endif %}\n{% endfor %}\n{{ eos_token }}";
  const template = createChatTemplate(source, { file: "model", bosToken: "<s>", eosToken: "</s>" });
  assert.is(template.render(hi), "<s>\n[hi]\n</s>");
});

test("tools and further fields of messages reach the template", () => {
  const template = createChatTemplate("{{ tools[0].name }} {{ messages[0].name }}{{ 1 if tools is defined else 0 }}", {
    file: "m",
  });
  assert.is(
    template.render([{ role: "tool", content: "", name: "clock" }], { tools: [{ name: "now" }] }),
    "now clock1",
  );
});

test("a template's own complaint is the file's error", () => {
  const template = createChatTemplate("{{ raise_exception('roles must alternate') }}", { file: "chat.gguf" });
  assert.throws(
    () => template.render(hi),
    (error: Error) =>
      error instanceof CheckpointError &&
      /^chat\.gguf: its chat template says: roles must alternate$/.test(error.message),
  );
});

test("a template that is no Jinja, or that never ends, is the file's error", () => {
  for (const source of ["{% for %}", "{{ 'a' ", "{% if x %}", "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"]) {
    assert.throws(
      () => createChatTemplate(source, { file: "chat.gguf" }).render(hi),
      (error: Error) => error instanceof CheckpointError,
      source,
    );
  }
});

test("messages of a wrong kind are the caller's error", () => {
  const template = createChatTemplate(chatml, { file: "model" });
  for (const messages of ["hi", [{ content: "hi" }], [null]]) {
    assert.throws(
      () => template.render(messages as never),
      (error: Error) => error instanceof TypeError,
      JSON.stringify(messages),
    );
  }
});

test("prompts and ids are those of transformers", async () => {
  const folder = new URL("hf/llama-relu/", fixtures);
  const config = await readJson(new URL("tokenizer_config.json", folder));
  const tokenizer = createTokenizer(
    await tokenizerJsonVocabulary(new URL("tokenizer.json", folder), config),
    "llama-relu",
  );
  const source = await readFile(new URL("chat_template.jinja", folder), "utf8");
  const spelling = (field: string): string | undefined => {
    const token = config[field] as string | { content: string } | undefined;
    return typeof token === "object" ? token?.content : token;
  };
  const template = createChatTemplate(source, {
    file: "llama-relu",
    bosToken: spelling("bos_token"),
    eosToken: spelling("eos_token"),
  });
  const { chats } = (await readJson(new URL("expected.json", folder))) as {
    chats: { messages: []; prompt: string; ids_parsed: number[] }[];
  };
  assert.ok(chats.length > 0);
  for (const chat of chats) {
    assert.is(template.render(chat.messages), chat.prompt);
    assert.equal(tokenizer.encode(chat.prompt, { parseSpecial: true }), chat.ids_parsed);
  }
});

test("what a user has typed stays text inside a template, token for token", async () => {
  const mark = "\ufdd0";
  for (const name of ["bpe-smollm.json", "bpe-llama-bpe.json"]) {
    const tokenizer = createTokenizer(await tokenizerJsonVocabulary(new URL(`tokenizers/${name}`, fixtures)), name);
    const special = Array.from({ length: tokenizer.vocabSize }, (_, id) => id).filter((id) => tokenizer.isSpecial(id));
    assert.ok(special.length > 0);
    for (const id of special) {
      const spelling = tokenizer.piece(id);
      const prompt = `${spelling}I typed ${spelling[0]}${mark}${spelling.slice(1)} myself${spelling}`;
      const expected = [id, ...tokenizer.encode(`I typed ${spelling} myself`), id];
      assert.equal(tokenizer.encode(prompt, { parseSpecial: true, breakMark: mark }), expected);
    }
  }
});

test.run();
