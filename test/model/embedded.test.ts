// The embedded model answers as the PyTorch network that was trained does: the same prompts, token by token, and the same
// greedy answers. The file is from `python evaluate.py --answers 50` (training/README.md), the first 24.
//
// And each of its files is as good as people were told: sentences written by hand and the examples that it was made for.
// Only calls are scored, so that of a conversation's last answer no reply is made.

import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type ExpectedTurn, readConversations } from "../../src/cli/eval-data.js";
import { judge } from "../../src/cli/eval-score.js";
import { embeddedModel, loadModel, type Model, openModel } from "../../src/node.js";

/** What is shipped, each block run twice in a row. A model of another size changes this alone. */
const blocks = 6;
const mostBytes = 8e6;
/** Right answers among the 100 turns that were written by hand. */
const floor = 95;

const beside = (suffix: string) => new URL(embeddedModel.href.replace(/\.gguf$/, `${suffix}.gguf`));
const files = { f16: embeddedModel, int8: beside("-int8"), int4: beside("-int4") } as const;

interface Answer {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly prompt_ids: readonly number[];
  /** Without the token that ends the turn. */
  readonly ids: readonly number[];
  readonly text: string;
}

const file = new URL("../fixtures/embedded-model.json", import.meta.url);
const answers = JSON.parse(readFileSync(file, "utf8")) as readonly Answer[];

const handwritten = fileURLToPath(new URL("../../training/handwritten.jsonl", import.meta.url));

const call = (api: string, given: ExpectedTurn["arguments"] = {}) => ({ api, arguments: given });

/** What the model was asked to do when it was begun. */
const examples: readonly (readonly [user: string, call: ReturnType<typeof call>])[][] = [
  [["Help me set an alarm at 7:30AM", call("set_alarm", { time: "07:30" })]],
  [
    ["Wake me up at quarter past six in the evening", call("set_alarm", { time: "18:15" })],
    ["rather half past", call("set_alarm", { time: "18:30" })],
    ["forget the alarm", call("cancel_alarm")],
  ],
  [["wake me up at noon", call("set_alarm", { time: "12:00" })]],
  [["set an alarm at 7", call("set_alarm", { time: "07:00" })]],
  [["set an alarm for seven thirty", call("set_alarm", { time: "07:30" })]],
  [["set a timer for half an hour", call("set_timer", { duration: "30m" })]],
  [
    ["what's the weather in Lisbon tomorrow?", call("get_weather", { place: "lisbon", day: "tomorrow" })],
    ["what about Sunday?", call("get_weather", { place: "lisbon", day: "sunday" })],
  ],
  [
    ["turn off the light in the kitchen", call("set_light", { room: "kitchen", state: "off" })],
    ["switch it back on", call("set_light", { room: "kitchen", state: "on" })],
  ],
  [
    ["call my brother", call("call", { contact: "my brother" })],
    ["I meant my sister", call("call", { contact: "my sister" })],
  ],
  [
    ["put eggs on the shopping list", call("add_to_list", { item: "eggs", list: "shopping" })],
    ["two cartons of milk as well", call("add_to_list", { item: "two cartons of milk", list: "shopping" })],
  ],
];

/** Answers conversations; a line for each turn whose call is wrong. */
async function wrongCalls(model: Model, conversations: readonly (readonly ExpectedTurn[])[]): Promise<string[]> {
  const session = model.createSession();
  const wrong: string[] = [];
  for (const turns of conversations) {
    const messages: { role: string; content: string }[] = [];
    for (const [at, expected] of turns.entries()) {
      messages.push({ role: "user", content: expected.user });
      const stop = at === turns.length - 1 ? ["\n"] : []; // only a later turn sees the reply
      const content = await session.chat(messages, { maxTokens: 200, stop }).complete();
      messages.push({ role: "assistant", content });
      if (judge(content, expected).exact) continue;
      const turn = turns.length === 1 ? "" : `turn ${at + 1}, `;
      wrong.push(`${turn}"${expected.user}": ${content.split("\n")[0]}; expected ${expected.line}`);
    }
  }
  session.dispose();
  return wrong;
}

test("loadModel without a source is the embedded model, and it answers as PyTorch does", async () => {
  const model = await loadModel();
  const twice = Array.from({ length: 2 * blocks }, (_, at) => Math.floor(at / 2));
  assert.equal([...model.schedule.blocks], twice);
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

test("its file is small, and those in int8 and int4 are the smaller for it", async () => {
  const bytes = (url: URL) => statSync(fileURLToPath(url)).size;
  assert.ok(bytes(files.f16) <= mostBytes, `${bytes(files.f16)} bytes; at most ${mostBytes} are wanted`);
  assert.ok(bytes(files.int8) < 0.6 * bytes(files.f16), `${bytes(files.int8)} of ${bytes(files.f16)} bytes`);
  assert.ok(bytes(files.int4) < 0.6 * bytes(files.int8), `${bytes(files.int4)} of ${bytes(files.int8)} bytes`);
  const types = { f16: "F16", int8: "Q8_0", int4: "Q4_0" } as const;
  for (const [weights, url] of Object.entries(files)) {
    const { tensors, close } = await openModel(url);
    await close();
    const matrices = tensors.filter(({ shape }) => shape[0] > 1);
    assert.ok(
      matrices.every(({ type }) => type === types[weights as keyof typeof types]),
      weights,
    );
  }
});

for (const [weights, url] of Object.entries(files)) {
  if (url !== embeddedModel) {
    test(`the file in ${weights} makes nearly the same calls`, async () => {
      const model = await loadModel(url);
      let same = 0;
      for (const { messages, text } of answers) {
        const session = model.createSession();
        const made = await session.chat(messages, { maxTokens: 150, stop: ["\n"] }).complete();
        session.dispose();
        if (made === text.split("\n")[0]) same++;
      }
      assert.ok(same >= answers.length - 3, `${same} of ${answers.length}`);
      await model.dispose();
    });
  }

  test(`the file in ${weights} does what it was made for`, async () => {
    const model = await loadModel(url);
    const turns = examples.map((conversation) =>
      conversation.map(([user, call]) => ({ user, ...call, line: JSON.stringify(call), reply: undefined })),
    );
    assert.equal(await wrongCalls(model, turns), []);
    await model.dispose();
  });

  test(`the file in ${weights} gets at least ${floor} of 100 turns right that were written by hand`, async () => {
    const written = await readConversations(handwritten, {});
    const conversations = written.conversations.map(({ turns }) => turns);
    const count = conversations.flat().length;
    assert.is(count, 100);
    const model = await loadModel(url);
    const wrong = await wrongCalls(model, conversations);
    assert.ok(count - wrong.length >= floor, `${count - wrong.length} of ${count}; wrong:\n${wrong.join("\n")}`);
    await model.dispose();
  });
}

test.run();
