// The promise that no other engine makes: a token's logits have the same bits however its batch was cut, whoever else was
// in it, in every build, on every host (and on any number of threads: threads.test.ts). A cache could not be keyed by its
// tokens, nor a bug report replayed, if one of these failed.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Engine } from "../../src/engine/engine.js";
import type { WeightsOption } from "../../src/node.js";
import {
  answersOf,
  builds,
  digest,
  fixturePath,
  logitsOf,
  oneOfEachType,
  openEngine,
  sameBits,
  withModel,
} from "./fixtures.js";

/**
 * Of the logits of all 64 (f32-tied: 200) ids of a fixture, [ids, vocabulary], little-endian f32: the first 16 digits of
 * their SHA-256, with the cache in f32 and in f16. They change only where a kernel's order of summation or an elementary
 * function does, which is a change of every answer that users have kept: say so in the commit that changes them.
 */
const committed: Readonly<Record<string, readonly [f32: string, f16: string]>> = {
  "gguf/f32-tied.gguf": ["9d65e4cea39946e8", "4e3d1cc3a5e39eb7"],
  "gguf/f16-separate.gguf": ["8f4c59b5f20369eb", "80ded575eccb9361"],
  "gguf/bf16-tied.gguf": ["cc30a138a1a3c1bc", "1a938434158a730b"],
  "gguf/q8_0-tied.gguf": ["1eab9bc61a6e6940", "f4d5062d85a06ee8"],
  "gguf/q4_0-separate.gguf": ["e12b48e795c124a4", "9e3538d127437068"],
  "gguf/q4_1-tied.gguf": ["0c3d67dd32b2c52a", "ad2937b7cfe74433"],
  "gguf/q4_1-with-q8_0.gguf": ["c0ccc0b9a10113e8", "991f14f3fa2d72e1"],
};

/** Of the log-probabilities of gguf/f32-tied.gguf's ids with its weights converted at load, rounded to f32. */
const converted: Readonly<Record<Exclude<WeightsOption, "file">, string>> = {
  f32: "f8e9f58e3b337a63",
  f16: "b4e3d8877909084c",
  bf16: "13ad667ab40fe37f",
  int8: "b68211465d300196",
  int4: "0a416cbc51a5e8f3",
};

const test = suite("reproducibility");

for (const path of oneOfEachType) {
  const { ids } = answersOf(path);

  test(`${path}: the bits are the committed ones, in every build`, async () => {
    for (const build of builds) {
      const found: string[] = [];
      for (const kv of ["f32", "f16"] as const)
        found.push(digest(await logitsOf(await openEngine(path, { build, kv }), ids)));
      assert.equal(found, committed[path], build);
    }
  });

  test(`${path}: a prompt may be cut anywhere`, async () => {
    const some = ids.slice(0, 40);
    for (const build of builds) {
      for (const kv of ["f32", "f16"] as const) {
        const engine = await openEngine(path, { build, kv });
        const alone = await logitsOf(engine, some, [1]);
        for (const sizes of [[64], [2], [3], [4], [5, 1, 8]])
          sameBits(await logitsOf(engine, some, sizes), alone, `${build}, ${kv}, pieces of ${sizes}`);
      }
    }
    const engine = await openEngine(path, { build: builds.at(-1)! });
    const alone = await logitsOf(engine, some, [1]);
    const cuts = fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (sizes) =>
        sameBits(await logitsOf(engine, some, sizes), alone, `pieces of ${sizes}`),
      ),
      { numRuns: 15, seed: 1 },
    );
  });

  test(`${path}: other sessions in the batch change nothing`, async () => {
    for (const build of builds) {
      const engine = await openEngine(path, { build });
      const conversations = [ids.slice(0, 30), ids.slice(10, 33), [...ids.slice(0, 20)].reverse()];
      const alone: Float32Array[] = [];
      for (const conversation of conversations) alone.push(await logitsOf(engine, conversation, [1]));
      const turns = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 11 }), {
        maxLength: 9,
      });
      await fc.assert(
        fc.asyncProperty(turns, async (batches) => {
          const together = await logitsTogether(engine, conversations, batches);
          for (const [i, logits] of together.entries()) sameBits(logits, alone[i]!, `${build}, session ${i}`);
        }),
        { numRuns: 10, seed: 2 },
      );
    }
  });

  test(`${path}: what an earlier session left in the cache is not seen`, async () => {
    for (const kv of ["f32", "f16"] as const) {
      const fresh = await logitsOf(await openEngine(path, { kv }), ids);
      const engine = await openEngine(path, { kv });
      const cache = engine.allocateCache();
      const longer = [...ids, ...ids].reverse().slice(0, engine.plan.context);
      await logitsOf(engine, longer, [7], cache);
      const again = engine.allocateCache();
      assert.is(again, cache, "the freed cache goes to the next session");
      sameBits(await logitsOf(engine, ids, [64], again), fresh, kv);
    }
  });
}

/**
 * The logits of several sessions, evaluated in mixed batches: each batch lists the sessions whose next tokens it takes.
 * What is left over after the last batch follows in batches of one token of each.
 */
async function logitsTogether(
  engine: Engine,
  conversations: readonly (readonly number[])[],
  batches: readonly (readonly number[])[],
): Promise<Float32Array[]> {
  const { vocabulary } = engine.plan;
  const caches = conversations.map(() => engine.allocateCache());
  const done = conversations.map(() => 0);
  const logits = conversations.map(({ length }) => new Float32Array(length * vocabulary));
  const rest = Array.from({ length: Math.max(...conversations.map(({ length }) => length)) }, () => [2, 0, 1]);
  for (const batch of [...batches, ...rest]) {
    const taken: { token: number; position: number; cache: number; session: number }[] = [];
    for (const session of batch) {
      const position = done[session]!;
      const token = conversations[session]![position];
      if (token === undefined) continue;
      taken.push({ token, position, cache: caches[session]!, session });
      done[session] = position + 1;
    }
    if (taken.length === 0) continue;
    await engine.evaluate(
      taken,
      taken.map((_, i) => i),
      () => {
        for (const [i, { session, position }] of taken.entries())
          logits[session]!.set(engine.logits(i), position * vocabulary);
      },
    );
  }
  for (const cache of caches) engine.freeCache(cache);
  return logits;
}

test("weights converted at load are the same everywhere", async () => {
  const path = "gguf/f32-tied.gguf";
  for (const [weights, expected] of Object.entries(converted) as [Exclude<WeightsOption, "file">, string][]) {
    for (const build of builds) {
      const { logprobs } = await withModel(path, { weights, build, kv: "f32" }, (model) =>
        model.score(answersOf(path).ids),
      );
      assert.is(digest(Float32Array.from(logprobs)), expected, `${weights}, ${build}`);
    }
  }
});

test("only some positions having logits changes nothing", async () => {
  const engine = await openEngine("gguf/q4_0-separate.gguf");
  const { ids } = answersOf("gguf/q4_0-separate.gguf");
  const { vocabulary } = engine.plan;
  const all = await logitsOf(engine, ids);
  const cache = engine.allocateCache();
  const outputs = [0, 1, 17, 40, 41, 42, 63];
  const positions = ids.map((token, position) => ({ token, position, cache }));
  await engine.evaluate(positions, outputs, () => {
    for (const [i, row] of outputs.entries())
      sameBits(engine.logits(i), all.subarray(row * vocabulary, (row + 1) * vocabulary), `position ${row}`);
  });
});

test("sessions see the same, evaluated in pieces or generated from", async () => {
  const path = "gguf/q8_0-tied.gguf";
  const ids = answersOf(path).ids.slice(0, 30);
  await withModel(path, {}, async (model) => {
    const whole = model.generate(ids, { maxTokens: 12 });
    await whole.complete();
    const { logprobs } = await model.score([...ids, ...whole.ids]);
    for (const sizes of [[1], [7, 2], [29]]) {
      const session = model.createSession();
      let from = 0;
      for (let i = 0; from + (sizes[i] ?? 1) < ids.length; i++) {
        await session.evaluate(ids.slice(from, from + (sizes[i] ?? 1)));
        from += sizes[i] ?? 1;
      }
      const generation = session.generate(ids.slice(from), { maxTokens: 12 });
      const found: number[] = [];
      for await (const { logprob } of generation) found.push(logprob);
      assert.equal(generation.ids, whole.ids);
      assert.equal(found, logprobs.slice(ids.length - 1), `pieces of ${sizes}: what was generated is scored alike`);
      session.dispose();
    }
  });
});

if (process.versions.v8.startsWith("11.3.")) {
  // Its baseline compiler spoils the relaxed dot: until functions were compiled again, int4 models used to talk nonsense.
  test("the first tokens of a fresh process are right on Node 20 too", async () => {
    const path = "gguf/q4_1-tied.gguf";
    const { ids } = answersOf(path);
    const script = `
      const { loadModel } = await import(${JSON.stringify(new URL("../../dist/node.js", import.meta.url))});
      const model = await loadModel(${JSON.stringify(fixturePath(path))}, { build: "relaxed", kv: "f32" });
      console.log(JSON.stringify((await model.score(${JSON.stringify(ids)})).logprobs));`;
    const flags = ["--experimental-wasm-relaxed-simd", "--input-type=module", "--eval"];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, script]);
    const here = await withModel(path, { build: "simd", kv: "f32" }, (model) => model.score(ids));
    assert.equal(JSON.parse(stdout), here.logprobs);
  });
}

test.run();
