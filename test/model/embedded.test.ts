// The embedded model answers as the PyTorch network that was trained does: the same prompts, token by token, and the same
// greedy answers. The file is from `python evaluate.py --answers 50` (training/README.md), the first 24.

import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { loadModel } from "../../src/node.js";

interface Answer {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly prompt_ids: readonly number[];
  /** Without the token that ends the turn. */
  readonly ids: readonly number[];
  readonly text: string;
}

const file = new URL("../fixtures/embedded-model.json", import.meta.url);
const answers = JSON.parse(readFileSync(file, "utf8")) as readonly Answer[];

test("loadModel without a source is the embedded model, and it answers as PyTorch does", async () => {
  const model = await loadModel();
  assert.equal([...model.schedule.blocks], [0, 0, 1, 1, 2, 2, 3, 3]);
  for (const { messages, prompt_ids, ids, text } of answers) {
    const session = model.createSession();
    const generation = session.chat(messages, { maxTokens: 150 });
    await generation.complete();
    session.dispose();
    assert.equal(generation.promptIds, prompt_ids);
    assert.equal(generation.ids, [...ids, ...model.tokenizer.eosIds.filter((id) => id === generation.ids.at(-1))]);
    assert.is(generation.text, text);
  }
  await model.dispose();
});

for (const weights of ["int8", "int4"] as const) {
  test(`held as ${weights} it still makes nearly the same calls`, async () => {
    const model = await loadModel(undefined, { weights });
    let same = 0;
    for (const { messages, text } of answers) {
      const session = model.createSession();
      const made = await session.chat(messages, { maxTokens: 150 }).complete();
      session.dispose();
      if (made.split("\n")[0] === text.split("\n")[0]) same++;
    }
    assert.ok(same >= answers.length - 3, `${same} of ${answers.length}`);
    await model.dispose();
  });
}

test.run();
