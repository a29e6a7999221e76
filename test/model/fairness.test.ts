// Requests to one model take turns: whoever asks for a token waits for one pass of each of the others, not for their end.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Generation, Model } from "../../src/node.js";

// Threads start from a file of the build.
const { loadModel } = (await import("../../dist/node.js" as string)) as typeof import("../../src/node.js");

const test = suite("fairness");

const prompt = (length: number) => Array.from({ length }, (_, i) => 300 + (i % 200));
/** A text that does not end before its tokens are counted. */
const options = { grammar: "root ::= [a-z]{900}" };

async function withEmbedded(threads: number, use: (model: Model) => Promise<void>): Promise<void> {
  const model = await loadModel(undefined, { threads });
  try {
    await use(model);
  } finally {
    await model.dispose();
  }
}

/** Consumes a generation and notes each token in the log. */
async function follow(name: string, generation: Generation, log: string[]): Promise<void> {
  for await (const _ of generation) log.push(name);
}

test("two sessions alternate token by token", () =>
  withEmbedded(0, async (model) => {
    const log: string[] = [];
    const [a, b] = [model.createSession(), model.createSession()];
    await Promise.all([
      follow("a", a.generate(prompt(5), { ...options, maxTokens: 30 }), log),
      follow("b", b.generate(prompt(9), { ...options, maxTokens: 30 }), log),
    ]);
    assert.is(log.join(""), "ab".repeat(30));
  }));

test("ten sessions go round", () =>
  withEmbedded(0, async (model) => {
    const log: string[] = [];
    const names = [..."0123456789"];
    await Promise.all(names.map((name) => follow(name, model.generate(prompt(5), { ...options, maxTokens: 8 }), log)));
    assert.is(log.join(""), names.join("").repeat(8));
  }));

test("a long prompt lets a token of the others through after each pass of 64", async () => {
  for (const threads of [0, 2]) {
    await withEmbedded(threads, async (model) => {
      const session = model.createSession();
      const reading = model.createSession();
      const lengths: number[] = []; // of the long prompt's session, at each token of the other
      const talking = session.generate(prompt(5), { ...options, maxTokens: 60 });
      let long: Promise<unknown> | undefined;
      for await (const { index } of talking) {
        if (index === 4) long = reading.generate(prompt(448), { ...options, maxTokens: 1 }).complete();
        lengths.push(reading.length);
      }
      await long;
      // Seven passes read it. On threads the next one's tokens are counted while it waits for the pass that is running.
      const waiting = threads > 0 ? 1 : 0;
      const between = lengths.filter((length) => length > 0 && length < 448).length;
      assert.ok(between >= 6 - waiting, `${threads} threads: ${between} tokens while the prompt was read: ${lengths}`);
      assert.is(lengths.at(-1), 448, `${threads} threads: ${lengths}`);
    });
  }
});

test.run();
