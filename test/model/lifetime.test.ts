// Models and sessions beside each other, and their ends: what a program that lives for weeks relies on. Sessions do not
// disturb each other, memory that is given back is used again, and an interrupted generation leaves all in order.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { describeModel, loadModel, type Model, openModel, type Session } from "../../src/node.js";
import { answersOf, fixturePath, models, withModel } from "./fixtures.js";
import { rejects, throws } from "./rejects.js";

const test = suite("lifetimes");
const path = "gguf/q8_0-tied.gguf";
const { ids } = answersOf(path);
const prompt = ids.slice(0, 9);

async function greedy(owner: Model | Session, start: readonly number[], maxTokens = 16): Promise<readonly number[]> {
  const generation = owner.generate(start, { maxTokens });
  await generation.complete();
  return generation.ids;
}

test("two models live side by side, and one survives the other", async () => {
  const first = await loadModel(fixturePath(path));
  const second = await loadModel(fixturePath("gguf/f32-tied.gguf"));
  const apart = [await greedy(first, prompt), await greedy(second, prompt)];
  assert.not.equal(apart[0], apart[1]);
  assert.equal(await Promise.all([greedy(first, prompt), greedy(second, prompt)]), apart);
  await first.dispose();
  assert.equal(await greedy(second, prompt), apart[1]);
  await second.dispose();
});

test("sessions that take turns say what each says alone", () =>
  withModel(path, {}, async (model) => {
    const starts = [ids.slice(0, 5), ids.slice(3, 40), ids.slice(20, 21), ids];
    const alone: (readonly number[])[] = [];
    for (const start of starts) alone.push(await greedy(model, start));
    assert.equal(await Promise.all(starts.map((start) => greedy(model, start))), alone);
    const [scored, together] = await Promise.all([model.score(ids), greedy(model, starts[1]!)]);
    assert.equal(together, alone[1]);
    assert.equal(scored.logprobs, (await model.score(ids)).logprobs);
  }));

test("memory is what was planned, in every model", async () => {
  for (const fixture of models) {
    for (const options of [{}, { weights: "int8", kv: "f16", contextLength: 60 }] as const) {
      const checkpoint = await openModel(fixturePath(fixture.path));
      await checkpoint.close();
      const { memory } = describeModel(checkpoint, options);
      await withModel(fixture.path, options, async (model) => {
        model.createSession();
        assert.is(model.bytes, memory.total, fixture.path);
        assert.equal(model.memory, memory);
      });
    }
  }
});

test("a session's cache goes to the next one; only sessions at the same time take more", () =>
  withModel(path, {}, async (model) => {
    const planned = model.bytes;
    for (let i = 0; i < 20; i++) {
      const session = model.createSession();
      await session.evaluate(prompt);
      session.dispose();
      session.dispose(); // twice must not free the cache twice
      await model.generate(prompt, { maxTokens: 2 }).complete();
      await model.score(prompt);
    }
    assert.is(model.bytes, planned);
    const one = model.createSession();
    const two = model.createSession();
    assert.ok(model.bytes >= planned + model.memory.kv, "a second cache");
    const grown = model.bytes;
    const expected = await greedy(model.createSession(), prompt);
    assert.equal(await greedy(one, prompt), expected);
    assert.equal(await greedy(two, prompt), expected, "no cache is shared");
    assert.ok(model.bytes > grown, "a third one");
    const most = model.bytes;
    one.dispose();
    two.dispose();
    model.createSession();
    model.createSession();
    assert.is(model.bytes, most);
  }));

test("a generation that fails to start, or is given up, gives its session back", () =>
  withModel(path, {}, async (model) => {
    const planned = model.bytes;
    for (let i = 0; i < 5; i++) {
      throws(() => model.generate([9999]), RangeError, /token id 9999/);
      throws(() => model.generate(prompt, { temperature: -1 }), RangeError, /temperature/);
      for await (const piece of model.generate(prompt)) if (piece.index === 1) break;
    }
    assert.is(model.bytes, planned);
  }));

test("dispose gives the memory back, and what comes after says so", async () => {
  const model = await loadModel(fixturePath(path));
  const session = model.createSession();
  const running = model.generate(prompt, { maxTokens: 50 })[Symbol.asyncIterator]();
  await running.next();
  await model.dispose();
  await model.dispose();
  assert.is(model.bytes, 0);
  const gone = /disposed of/;
  throws(() => model.createSession(), Error, gone);
  throws(() => model.generate(prompt), Error, gone);
  throws(() => session.generate(prompt), Error, gone);
  throws(() => session.reset(), Error, gone);
  await rejects(model.score(prompt), Error, gone);
  await rejects(session.evaluate(prompt), Error, gone);
  await rejects(running.next(), Error, gone);
  assert.is((await running.next()).done, true, "and the generation is over");
});

test("a disposed session says so, its model goes on", () =>
  withModel(path, {}, async (model) => {
    const session = model.createSession();
    const running = session.generate(prompt)[Symbol.asyncIterator]();
    await running.next();
    session.dispose();
    throws(() => session.generate(prompt), Error, /the session has been disposed of/);
    await rejects(session.evaluate(prompt), Error, /disposed of/);
    await rejects(running.next(), Error, /disposed of/);
    assert.is((await greedy(model, prompt)).length, 16);
  }));

test("a session does one thing at a time, and says so", () =>
  withModel(path, {}, async (model) => {
    const session = model.createSession();
    const first = session.generate(prompt, { maxTokens: 4 });
    const iterator = first[Symbol.asyncIterator]();
    await iterator.next();
    const busy = /busy with another generation/;
    throws(() => session.generate(prompt), Error, busy);
    throws(() => session.reset(), Error, busy);
    await rejects(session.evaluate(prompt), Error, busy);
    while (!(await iterator.next()).done);
    assert.is(first.finishReason, "length");
    const evaluating = session.evaluate(prompt);
    throws(() => session.generate(prompt), Error, busy);
    await evaluating;
    throws(() => first[Symbol.asyncIterator](), TypeError, /iterated once/);
    await session.generate([5], { maxTokens: 1 }).complete();
  }));

test("two generations made before either ran: the second to run hears that it cannot", () =>
  withModel(path, {}, async (model) => {
    const session = model.createSession();
    const first = session.generate(prompt, { maxTokens: 3 });
    const second = session.generate(prompt, { maxTokens: 3 });
    const results = await Promise.allSettled([first.complete(), second.complete()]);
    assert.equal(
      results.map(({ status }) => status),
      ["fulfilled", "rejected"],
    );
    await session.generate([5], { maxTokens: 1 }).complete(); // the one that was refused left nothing locked
    assert.is(session.length, prompt.length + 2 + 1);
  }));

test("a session continues where it was, and forgets when told to", () =>
  withModel(path, {}, async (model) => {
    const session = model.createSession();
    const first = await greedy(session, prompt, 4);
    assert.equal(session.ids, [...prompt, ...first.slice(0, 3)], "the last token has not been evaluated");
    const second = await greedy(session, [first[3]!, 17], 4);
    assert.equal(await greedy(model, [...prompt, ...first, 17], 4), second);
    session.reset();
    assert.is(session.length, 0);
    assert.equal(await greedy(session, prompt, 4), first);
  }));

test("logits stay as they were when more is evaluated, in an array of their own or in the one that was given", () =>
  withModel(path, {}, async (model) => {
    const session = model.createSession();
    const own = await session.evaluate(prompt);
    const before = own.slice();
    const into = new Float32Array(model.config.vocab_size);
    assert.is(await session.evaluate([7], { into }), into);
    assert.equal(own, before);
    session.reset();
    assert.equal(await session.evaluate([...prompt, 7]), into);
  }));

test("a generation that nobody iterates takes no memory", () =>
  withModel(path, {}, async (model) => {
    const { bytes } = model;
    for (let i = 0; i < 50; i++) model.generate([5, 6]);
    for (let i = 0; i < 50; i++) await model.generate([5, 6])[Symbol.asyncIterator]().return?.();
    assert.is(model.bytes, bytes);
  }));

test("a generation asked for before the session changed says so instead of continuing another text", () =>
  withModel(path, {}, async (model) => {
    const session = model.createSession();
    await session.evaluate([5, 6, 7]);
    const stale = session.generate([8], { maxTokens: 2 });
    session.reset();
    await rejects(stale.complete(), Error, /the session has changed since/);
    await session.generate([8], { maxTokens: 2 }).complete();
    assert.is(session.ids[0], 8);
  }));

test.run();
