// memoryLimit: an edge worker has 128 MB for everything. The longest context that fits is taken, what does not fit is refused
// before a weight is read, with ways that do, and sessions cannot grow the memory beyond it.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { PAGE } from "../../src/engine/plan.js";
import { type Checkpoint, describeModel, type LoadOptions, loadCheckpoint, openModel } from "../../src/node.js";
import { withModel } from "./fixtures.js";
import { rejects, throws } from "./rejects.js";

// Threads start from a file of the build.
const { loadModel } = (await import("../../dist/node.js" as string)) as typeof import("../../src/node.js");

const test = suite("memory limit");

async function withCheckpoint(use: (checkpoint: Checkpoint) => void): Promise<void> {
  const checkpoint = await openModel();
  try {
    use(checkpoint);
  } finally {
    await checkpoint.close();
  }
}

test("the context taken fits, and one token more would not", () =>
  withCheckpoint((checkpoint) => {
    const whole = describeModel(checkpoint);
    const least = describeModel(checkpoint, { contextLength: 16 }).memory.total;
    for (const kv of ["f32", "f16"] as const) {
      for (let memoryLimit = least + 1e5; memoryLimit < whole.memory.total; memoryLimit += 3e5) {
        const { context, memory } = describeModel(checkpoint, { kv, memoryLimit });
        assert.ok(memory.total <= memoryLimit, `${memory.total} bytes in ${memoryLimit}`);
        assert.ok(context >= 16 && context <= whole.context, `${context}`);
        if (context === whole.context) continue;
        const more = describeModel(checkpoint, { kv, contextLength: context + 1 });
        assert.ok(more.memory.total > memoryLimit, `${context + 1} tokens fit too: ${more.memory.total} bytes`);
      }
    }
    assert.is(describeModel(checkpoint, { memoryLimit: 1e9 }).context, whole.context, "not longer than by default");
  }));

/** What an error says would fit: `with weights int8 and kv f16 a context of 100`. */
function waysOf(message: string): LoadOptions[] {
  const [, list = ""] = /what fits: (.*)$/.exec(message) ?? [];
  return list.split(", ").map((way) => {
    const weights = /weights (\w+)/.exec(way)?.[1] as LoadOptions["weights"];
    const kv = /kv (\w+)/.exec(way)?.[1] as LoadOptions["kv"];
    const contextLength = Number(/a context of (\d+)$/.exec(way)![1]);
    return { contextLength, ...(weights && { weights }), ...(kv && { kv }) };
  });
}

test("what does not fit names the bytes, and ways that do fit", () =>
  withCheckpoint((checkpoint) => {
    const [f16, int8] = (["f16", "int8"] as const).map(
      (weights) => describeModel(checkpoint, { weights }).memory.weights,
    );
    const cases: [options: LoadOptions, needed: LoadOptions][] = [
      [{ memoryLimit: Math.round(0.8 * f16!) }, { contextLength: 16 }],
      [{ memoryLimit: f16! + 2e6, contextLength: 512 }, { contextLength: 512 }],
      [
        { memoryLimit: Math.round(1.1 * int8!), weights: "int8" },
        { weights: "int8", contextLength: 16 },
      ],
    ];
    for (const [options, needed] of cases) {
      const { total } = describeModel(checkpoint, needed).memory;
      let message = "";
      try {
        describeModel(checkpoint, options);
      } catch (error) {
        assert.instance(error, RangeError);
        message = (error as Error).message;
      }
      assert.match(message, `${total} bytes`);
      assert.match(message, `${options.memoryLimit} bytes`);
      const ways = waysOf(message);
      assert.ok(ways.length > 0, message);
      for (const way of ways) {
        const { memory } = describeModel(checkpoint, { ...options, ...way });
        assert.ok(memory.total <= options.memoryLimit!, `${JSON.stringify(way)}: ${memory.total}`);
      }
    }
    throws(
      () => describeModel(checkpoint, { memoryLimit: 1e6 }),
      RangeError,
      /int4 with kv f16 .* choose a smaller model/,
    );
  }));

test("a model that does not fit is refused before its weights are read", async () => {
  const checkpoint = await openModel();
  const spied: Checkpoint = {
    ...checkpoint,
    readTensors() {
      throw new Error("weights were read");
    },
    close: () => checkpoint.close(),
  };
  await rejects(loadCheckpoint(spied, { memoryLimit: 2e6, threads: 0 }), RangeError, /memoryLimit is 2\.0 MB/);
});

for (const threads of [0, 2]) {
  test(`sessions stay within it on ${threads} threads, and the first goes on when the next is refused`, async () => {
    const checkpoint = await openModel();
    const { total, kv } = describeModel(checkpoint).memory;
    await checkpoint.close();
    const memoryLimit = Math.ceil((total + kv / 4) / PAGE) * PAGE;
    const model = await loadModel(undefined, { memoryLimit, threads });
    try {
      assert.is(model.contextLength, model.config.max_position_embeddings);
      const first = model.createSession();
      throws(
        () => model.createSession(),
        RangeError,
        /no memory for another session: .* the limit is [\d.]+ MB; dispose/,
      );
      assert.ok(model.bytes <= memoryLimit, `${model.bytes} bytes`);
      const text = await first.chat([{ role: "user", content: "turn on the lamp" }], { maxTokens: 60 }).complete();
      assert.match(text, /^\{"api":/);
      first.dispose();
      const second = model.createSession(); // in the first one's place
      assert.ok(model.bytes <= memoryLimit, `${model.bytes} bytes`);
      second.dispose();
    } finally {
      await model.dispose();
    }
  });
}

test("a limit that is none is refused; what the memory cannot use of it is left", async () => {
  await rejects(loadModel(undefined, { memoryLimit: "128M" as never }), TypeError, /memoryLimit: expected a number/);
  for (const memoryLimit of [0, -1, 65535, Number.NaN])
    await rejects(loadModel(undefined, { memoryLimit }), RangeError, /memoryLimit: .* at least 65536/);
  await withModel("gguf/f32-tied.gguf", { memoryLimit: Number.POSITIVE_INFINITY }, async (model) => {
    model.createSession();
    model.createSession();
  });
});

test.run();
