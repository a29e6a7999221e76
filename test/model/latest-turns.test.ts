// A conversation that has outgrown its context goes on with its latest turns, and rarely has to be read anew.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { latestTurns } from "../../src/latest-turns.js";
import { type ChatMessage, CheckpointError } from "../../src/node.js";
import { withModel } from "./fixtures.js";
import { throws } from "./rejects.js";

const test = suite("latest turns");

const user = (content: string) => ({ role: "user", content });
const assistant = (content: string) => ({ role: "assistant", content });
const system = { role: "system", content: "1" };

/** Each message takes as many tokens as it says. */
const tokensOf = (messages: readonly ChatMessage[]) => messages.reduce((sum, { content }) => sum + Number(content), 0);

const count = fc.integer({ min: 0, max: 30 });
const turn = fc
  .tuple(count, fc.array(fc.tuple(fc.constantFrom("assistant", "tool"), count), { maxLength: 3 }))
  .map(([asked, rest]) => [
    user(String(asked)),
    ...rest.map(([role, tokens]) => ({ role: role as string, content: String(tokens) })),
  ]);
const conversation = fc.record({
  opening: fc.constantFrom<ChatMessage[]>([], [system], [assistant("3")]),
  turns: fc.array(turn, { minLength: 1, maxLength: 12 }),
  most: fc.integer({ min: 0, max: 400 }),
});

test("all of it stays while it fits; then whole turns go, the oldest ones, and no more than it takes", () => {
  fc.assert(
    fc.property(conversation, ({ opening, turns, most }) => {
      const messages = [...opening, ...turns.flat()];
      const kept = latestTurns(messages, tokensOf, most);
      if (tokensOf(messages) <= most) return assert.equal(kept, messages);
      const head = opening[0] === system ? [system] : [];
      const rests = turns.map((_, at) => [...head, ...turns.slice(at).flat()]);
      if (opening.length === head.length) rests.shift(); // that would be all
      assert.equal(kept, rests.find((rest) => tokensOf(rest) <= most / 2) ?? rests.at(-1) ?? messages);
    }),
  );
});

test("a long conversation is not measured over and over", () => {
  let measured = 0;
  const messages = Array.from({ length: 10_000 }, (_, at) => (at % 2 ? assistant("5") : user("5")));
  const kept = latestTurns(
    messages,
    (some) => {
      measured += some.length;
      return tokensOf(some);
    },
    500,
  );
  assert.is(kept.length, 50);
  assert.ok(measured < 3 * messages.length, `${measured} messages measured`);
});

test("a model's conversation goes on past its context, and most turns evaluate what is new alone", () =>
  withModel("hf/llama-relu", {}, async (model) => {
    const session = model.createSession();
    const maxTokens = 4;
    let messages: ChatMessage[] = [{ role: "system", content: "Be brief." }];
    let forgetting = 0;
    for (let at = 0; at < 40; at++) {
      const all = [...messages, user(`Set an alarm at ${at}:30`)];
      messages = model.latestTurns(all, maxTokens);
      assert.equal(messages[0], all[0], "the system message stays");
      assert.equal(messages.at(-1), all.at(-1));
      const generation = session.chat(messages, { maxTokens });
      messages.push(assistant(await generation.complete()));
      assert.ok(
        generation.promptIds.length + maxTokens <= model.contextLength,
        `${generation.promptIds.length} tokens`,
      );
      if (messages.length > all.length) continue;
      forgetting++;
      assert.ok(generation.promptIds.length <= model.contextLength / 2);
    }
    assert.ok(forgetting > 1 && forgetting < 15, `${forgetting} of 40 turns forgot others`);
  }));

test("what cannot be helped is left to chat, and what is no conversation is told as chat tells it", async () => {
  await withModel("hf/llama-relu", {}, (model) => {
    const long = [user("one"), assistant("two"), user("again and ".repeat(2000))];
    const kept = model.latestTurns(long);
    assert.equal(kept, long.slice(2));
    throws(() => model.createSession().chat(kept), RangeError, /do not fit into the context/);
    throws(() => model.latestTurns([]), TypeError, /messages: expected an array with at least one/);
    throws(() => model.latestTurns([user("hi")], "4" as never), TypeError, /maxTokens: expected a number, not string/);
  });
  await withModel("gguf/f32-tied.gguf", {}, (model) =>
    throws(() => model.latestTurns([user("a"), user("b")]), CheckpointError, /has no chat template/),
  );
});

test.run();
