// Threads change how long a token takes and nothing else. Run against the build in dist/, since a worker thread starts
// from a file of its own; `npm test` has just built it.

import { test } from "uvu";
import * as assert from "uvu/assert";

const { loadModel, openModel, Model, compileKernels } = (await import(
  "../../dist/node.js" as string
)) as typeof import("../../src/node.js");
const { spawnThread } = (await import(
  "../../dist/node/threads.js" as string
)) as typeof import("../../src/node/threads.js");

const fixture = (name: string) => new URL(`../fixtures/gguf/${name}`, import.meta.url);

/** On a host that says it has `cores`, which many threads then take part in a pass; by default all there are. */
async function logprobs(name: string, threads: number, cores?: number): Promise<readonly number[]> {
  const model = await Model.load(await openModel(fixture(name)), { compileKernels, spawnThread, cores }, { threads });
  assert.is(model.threads, threads);
  const prompt = Array.from({ length: 75 }, (_, i) => (i * 37) % model.config.vocab_size); // more than one chunk
  const found: number[] = [];
  for await (const piece of model.generate(prompt, { maxTokens: 12 })) found.push(piece.id, piece.logprob);
  await model.dispose();
  return found;
}

for (const name of ["f32-tied.gguf", "f16-separate.gguf", "q8_0-tied.gguf", "q4_0-with-q8_0.gguf", "q4_1-tied.gguf"]) {
  test(`${name}: threads give the bits that the calling thread gives`, async () => {
    const alone = await logprobs(name, 0);
    for (const threads of name === "f32-tied.gguf" ? [1, 2, 3] : [2])
      assert.equal(await logprobs(name, threads), alone, `${threads} threads`);
  });
}

test("threads that take no part in a pass change nothing", async () => {
  const alone = await logprobs("q4_0-with-q8_0.gguf", 0);
  for (const cores of [1, 2]) assert.equal(await logprobs("q4_0-with-q8_0.gguf", 3, cores), alone, `${cores} of 3`);
});

test("sessions that take turns on a pool do not mix up their logits", async () => {
  const model = await loadModel(fixture("q8_0-tied.gguf"), { threads: 2 });
  const text = async (first: number) => {
    const generation = model.generate([first, 7, 11], { maxTokens: 20 });
    await generation.complete();
    return generation.ids;
  };
  const apart = [await text(20), await text(40), await text(60)];
  assert.equal(await Promise.all([text(20), text(40), text(60)]), apart);
  await model.dispose();
});

test("the caller's event loop runs while the pool computes", async () => {
  const model = await loadModel(fixture("f32-tied.gguf"), { threads: 1 });
  const prompt = Array.from({ length: 60 }, (_, i) => i + 3); // a single pass
  let turns = 0;
  // A pass on this thread never lets the loop turn. One on the pool does, unless the system stops this thread for just as
  // long as the pool computes: hence more than one try.
  for (let attempt = 0; attempt < 100 && turns < 2; attempt++) {
    const session = model.createSession();
    turns = 0;
    let running = true;
    const count = () => {
      turns++;
      if (running) setImmediate(count);
    };
    const evaluated = session.evaluate(prompt);
    setImmediate(count);
    await evaluated;
    running = false;
    session.dispose();
  }
  assert.ok(turns > 1, `${turns} turns during one pass`);
  await model.dispose();
});

test("disposing while a pass runs ends the generation with an error and frees the memory", async () => {
  const model = await loadModel(fixture("f32-tied.gguf"), { threads: 2 });
  const generation = model.generate([5, 6, 7], { maxTokens: 1000 });
  let message = "";
  try {
    for await (const piece of generation) if (piece.index === 2) void model.dispose();
  } catch (error) {
    message = (error as Error).message;
  }
  assert.match(message, /disposed of/);
  assert.is(model.bytes, 0);
});

test("more threads than the option allows are refused by name", async () => {
  for (const threads of [-1, 1.5, 1000]) {
    try {
      await loadModel(fixture("f32-tied.gguf"), { threads });
      assert.unreachable();
    } catch (error) {
      assert.instance(error, RangeError);
      assert.match((error as Error).message, `threads: ${threads}`);
    }
  }
});

test.run();
