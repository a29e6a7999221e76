// Stopping: by signal, by leaving the loop, by limits. Whoever stops a generation gets what was made till then, and goes
// on using the session.

import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { loadModel, type Session } from "../../src/node.js";
import { answersOf, fixturePath, withModel } from "./fixtures.js";
import { rejects, throws } from "./rejects.js";

const test = suite("stopping");
const path = "gguf/f32-tied.gguf";
const { ids } = answersOf(path);
const prompt = ids.slice(0, 9);

/** The session still works: from scratch it says what a new one says. */
async function stillWorks(session: Session, expected: readonly number[]): Promise<void> {
  session.reset();
  const generation = session.generate(prompt, { maxTokens: expected.length });
  await generation.complete();
  assert.equal(generation.ids, expected);
}

test("a signal stops before the first token, while reading the prompt, and between tokens", () =>
  withModel(path, {}, async (model) => {
    const whole = model.generate(prompt, { maxTokens: 12 });
    await whole.complete();
    const session = model.createSession();

    const before = session.generate(prompt, { signal: AbortSignal.abort() });
    assert.is(await before.complete(), "");
    assert.is(before.finishReason, "abort");
    assert.is(session.length, 0, "nothing was evaluated");

    const reading = new AbortController();
    const long = session.generate(ids, { signal: reading.signal });
    const completed = long.complete();
    setImmediate(() => setImmediate(() => reading.abort()));
    await completed;
    assert.is(long.finishReason, "abort");
    assert.equal(long.ids, []);
    assert.ok(session.length > 0 && session.length < ids.length, `${session.length} of ${ids.length} ids evaluated`);

    session.reset();
    const speaking = new AbortController();
    const aborted = session.generate(prompt, { signal: speaking.signal });
    for await (const piece of aborted) if (piece.index === 4) speaking.abort();
    assert.is(aborted.finishReason, "abort");
    assert.equal(aborted.ids, whole.ids.slice(0, 5), "not one token more");
    assert.is(aborted.timings.predictedN, 5);

    await stillWorks(session, whole.ids);
  }));

test("leaving the loop stops too, and the session goes on from there", () =>
  withModel(path, {}, async (model) => {
    const whole = model.generate(prompt, { maxTokens: 12 });
    await whole.complete();
    const session = model.createSession();
    const left = session.generate(prompt);
    for await (const piece of left) if (piece.index === 2) break;
    assert.is(left.finishReason, "abort");
    assert.equal(left.ids, whole.ids.slice(0, 3));
    const rest = session.generate([left.ids[2]!], { maxTokens: 9 });
    await rest.complete();
    assert.equal(rest.ids, whole.ids.slice(3));
    await stillWorks(session, whole.ids);
  }));

test("score and evaluate throw the signal's reason", () =>
  withModel(path, {}, async (model) => {
    const stop = () => AbortSignal.abort(new Error("enough"));
    await rejects(model.score(ids, { signal: stop() }), Error, /^enough$/);
    const session = model.createSession();
    await rejects(session.evaluate(ids, { signal: stop() }), Error, /^enough$/);
    const later = new AbortController();
    const evaluating = session.evaluate(ids, { signal: later.signal });
    setImmediate(() => setImmediate(() => later.abort(new Error("enough now"))));
    await rejects(evaluating, Error, /enough now/);
    const kept = session.length;
    assert.ok(kept > 0 && kept < ids.length, "what was evaluated stays");
    await session.evaluate(ids.slice(kept));
    assert.equal(session.ids, ids);
  }));

test("a load that is aborted throws the reason and closes the file", async () => {
  await rejects(
    loadModel(fixturePath(path), { signal: AbortSignal.abort(new Error("never mind")) }),
    Error,
    /never mind/,
  );
  const controller = new AbortController();
  let closed = 0;
  const { readFileSync } = await import("node:fs");
  const bytes = new Uint8Array(readFileSync(fixturePath(path)));
  const source = {
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
    close: async () => {
      closed++;
    },
  };
  const onProgress = () => controller.abort(new Error("changed my mind"));
  await rejects(loadModel(source, { signal: controller.signal, onProgress }), Error, /changed my mind/);
  assert.is(closed, 1);
});

test("progress rises to its total", async () => {
  for (const weights of ["file", "int4", "f32"] as const) {
    const seen: { loaded: number; total: number }[] = [];
    const model = await loadModel(fixturePath("gguf/q4_1-with-q8_0.gguf"), {
      weights,
      onProgress: (p) => seen.push(p),
    });
    await model.dispose();
    const { total } = seen[0]!;
    assert.ok(seen.every((progress, i) => progress.total === total && progress.loaded >= (seen[i - 1]?.loaded ?? 0)));
    assert.is(seen.at(-1)!.loaded, total);
  }
});

test("a context is filled to its last token, not beyond", () =>
  withModel(path, { contextLength: 20 }, async (model) => {
    const full = model.generate(prompt);
    await full.complete();
    assert.is(full.finishReason, "length");
    assert.is(full.ids.length, 20 - prompt.length + 1, "each token of the context, and the one after the last");
    const session = model.createSession();
    const exact = session.generate(ids.slice(0, 20));
    await exact.complete();
    assert.is(exact.ids.length, 1, "a prompt that fills it still has a next token");
    throws(() => session.generate([5]), RangeError, /1 tokens after 20 others do not fit into the context of 20/);
    throws(
      () => model.generate(ids.slice(0, 21)),
      RangeError,
      /21 tokens do not fit into the context of 20; load the model with a context of up to 256/,
    );
    await rejects(model.score(ids.slice(0, 22)), RangeError, /do not fit into the context of 20/);
    const { logprobs } = await model.score(ids.slice(0, 21));
    assert.is(logprobs.length, 20, "the last token is predicted, not evaluated");
    await rejects(session.evaluate(ids), RangeError, /200 tokens after 20 others/);
    assert.is(session.length, 20, "nothing was evaluated");
  }));

test("an abort ends a load whose source has fallen silent, in the header and in the weights", async () => {
  const file = readFileSync(fixturePath(path));
  for (const cut of [100, file.length - 1000]) {
    const silent = async function* () {
      yield new Uint8Array(file.subarray(0, cut));
      await new Promise(() => {});
    };
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("no patience")), 100);
    await rejects(loadModel(silent(), { signal: controller.signal }), Error, /no patience/);
  }
});

test("a context of any length holds exactly that many tokens", async () => {
  for (const contextLength of [1, 2, 3, 5, 63]) {
    await withModel(path, { contextLength }, async (model) => {
      assert.is(model.contextLength, contextLength);
      const generation = model.generate([5]);
      await generation.complete();
      assert.is(generation.ids.length, contextLength, "each but the last of them was evaluated");
    });
  }
});

test("no tokens asked for: the prompt is read, nothing is said", () =>
  withModel(path, {}, async (model) => {
    const session = model.createSession();
    const generation = session.generate(prompt, { maxTokens: 0 });
    assert.is(await generation.complete(), "");
    assert.equal(generation.ids, []);
    assert.is(generation.finishReason, "length");
    assert.is(session.length, prompt.length);
    assert.is(generation.timings.promptN, prompt.length);
  }));

test.run();
