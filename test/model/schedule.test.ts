// Sharing blocks changes what is stored, never what is computed: a shared model equals, bit for bit, the model in which
// every executed layer has weights of its own. A cache slot that two executions of a block shared, as the reference
// training code has it, would show here.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Checkpoint } from "../../src/checkpoint.js";
import { bytesOf } from "../../src/formats/tensor-types.js";
import { compileKernels, describeModel, Model, type ModelDescription, openModel } from "../../src/node.js";
import { answersOf, builds, distance, fixturePath, logitsOf, oneOfEachType, openEngine, sameBits } from "./fixtures.js";

const test = suite("schedules");

/** The same checkpoint, its blocks executed in another order. */
async function scheduled(path: string, blocks: readonly number[]): Promise<Checkpoint> {
  return { ...(await openModel(fixturePath(path))), blocks: Int32Array.from(blocks) };
}

/** The same network with a stored block for each executed layer. Reads the checkpoint, and closes it. */
async function unshared(checkpoint: Checkpoint): Promise<Checkpoint> {
  const all: { info: Checkpoint["tensors"][number]; bytes: Uint8Array }[] = [];
  for await (const { info, read } of checkpoint.readTensors()) {
    const bytes = new Uint8Array(bytesOf(info.type, info.shape[0] * info.shape[1]));
    await read(bytes);
    all.push({ info, bytes });
  }
  await checkpoint.close();
  const twins = all
    .filter(({ info }) => info.block < 0)
    .concat(
      [...checkpoint.blocks].flatMap((block, layer) =>
        all
          .filter(({ info }) => info.block === block)
          .map(({ info, bytes }) => ({ info: { ...info, block: layer }, bytes })),
      ),
    );
  return {
    ...checkpoint,
    config: { ...checkpoint.config, num_hidden_layers: checkpoint.blocks.length },
    blocks: checkpoint.blocks.map((_, layer) => layer),
    tensors: twins.map(({ info }) => info),
    async *readTensors() {
      for (const { info, bytes } of twins) {
        let at = 0;
        const read = async (target: Uint8Array) => {
          target.set(bytes.subarray(at, at + target.length));
          at += target.length;
        };
        yield { info, read };
      }
    },
  };
}

async function describe(path: string): Promise<ModelDescription> {
  const checkpoint = await openModel(fixturePath(path));
  await checkpoint.close();
  return describeModel(checkpoint);
}

test("a mobilellm folder with layer_sharing equals its unshared twin", async () => {
  const { ids } = answersOf("hf/mobilellm-sharing");
  for (const build of builds) {
    for (const kv of ["f32", "f16"] as const) {
      const shared = await openEngine("hf/mobilellm-sharing", { build, kv });
      const twin = await openEngine("hf/mobilellm-sharing-twin", { build, kv });
      assert.is(shared.plan.cacheBytes, twin.plan.cacheBytes, "a slot for each executed layer");
      assert.ok(shared.plan.bytes.weights < twin.plan.bytes.weights, "blocks stored once");
      // One at a time, all at once, and in between: the second execution must not see the first one's keys.
      for (const sizes of [[1], [64], [5, 1, 7]])
        sameBits(
          await logitsOf(shared, ids, sizes),
          await logitsOf(twin, ids, sizes),
          `${build}, ${kv}, pieces of ${sizes}`,
        );
    }
  }
});

for (const path of oneOfEachType) {
  test(`${path}: any order of blocks equals its unshared twin`, async () => {
    const ids = answersOf(path).ids.slice(0, 24);
    const stored = (await describe(path)).config.num_hidden_layers;
    const upwards = Array.from({ length: stored }, (_, block) => block);
    const orders = {
      immediate: upwards.flatMap((block) => [block, block]),
      "repeat-all-over": [...upwards, ...upwards],
      reverse: [...upwards, ...upwards.toReversed()],
      explicit: [1, 0, 0, ...upwards, 1],
    };
    for (const [name, blocks] of Object.entries(orders)) {
      const shared = await openEngine(await scheduled(path, blocks));
      const twin = await openEngine(await unshared(await scheduled(path, blocks)));
      sameBits(await logitsOf(shared, ids, [3, 1, 9]), await logitsOf(twin, ids), name);
    }
  });
}

test("repeat-all-over and reverse give float64 arithmetic's answers", async () => {
  const { ids, other_schedules } = answersOf("hf/mobilellm-sharing");
  assert.equal(
    other_schedules?.map(({ schedule }) => schedule),
    [
      [0, 1, 0, 1],
      [0, 1, 1, 0],
    ],
  );
  for (const { schedule, reference_logprobs } of other_schedules!) {
    const model = await Model.load(await scheduled("hf/mobilellm-sharing", schedule), { compileKernels });
    assert.equal([...model.schedule.blocks], schedule);
    const { max } = distance((await model.score(ids)).logprobs, reference_logprobs);
    assert.ok(max < 5e-5, `${schedule}: ${max}`);
    await model.dispose();
  }
});

test("parameters are counted once stored, and as often as executed", async () => {
  const shared = await describe("hf/mobilellm-sharing");
  const twin = await describe("hf/mobilellm-sharing-twin");
  assert.is(shared.parameters.executed, twin.parameters.stored);
  assert.is(twin.parameters.executed, twin.parameters.stored);
  assert.is(
    shared.tensors.reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0),
    shared.parameters.stored,
  );
  assert.is(shared.memory.kv, twin.memory.kv);
});

test("a schedule that names no block, or leaves one out, is refused", async () => {
  for (const [blocks, message] of [
    [[0, 1, 2], /layer 2 names block 2; there are blocks 0 to 1/],
    [[0, -1], /layer 1 names block -1/],
    [[0, 0], /2 blocks are stored, but only 1 of them/],
  ] as const) {
    const checkpoint = await scheduled("hf/mobilellm-sharing", blocks);
    try {
      await Model.load(checkpoint, { compileKernels });
      assert.unreachable(`${blocks}`);
    } catch (error) {
      assert.match((error as Error).message, message);
    }
  }
});

test.run();
