// The library for Node is bundled into few files while browsers get its modules one by one. What would break: a program that
// imports two entries and compares an error with the class of the other; stack traces without names; a model that is computed
// by a build that was chosen for another one's weights. Run against dist/.

import { test } from "uvu";
import * as assert from "uvu/assert";

const load = (file: string) => import(new URL(`../../dist/${file}`, import.meta.url).href);
const library = (await load("node.js")) as typeof import("../../src/node.js");

test("every entry has the same CheckpointError", async () => {
  const missing = await library.openModel("no-such-model.gguf").catch((error: unknown) => error);
  for (const entry of ["index.js", "worker.js", "errors.js"]) {
    const { CheckpointError } = (await load(entry)) as typeof import("../../src/index.js");
    assert.is(CheckpointError, library.CheckpointError, entry);
    assert.instance(missing, CheckpointError);
  }
  // lanky/cache throws what its worker sends it.
  const { receiveError, sendError } = (await load(
    "worker/sent-errors.js",
  )) as typeof import("../../src/worker/sent-errors.js");
  assert.instance(receiveError(sendError(missing)), library.CheckpointError);
});

test("it exports what its sources export", async () => {
  assert.equal(Object.keys(library).sort(), Object.keys(await import("../../src/node.js")).sort());
});

test("stack traces and classes have their names", async () => {
  const error = (await library.openModel("no-such-model.gguf").catch((thrown: unknown) => thrown)) as Error;
  assert.match(error.stack ?? "", /\bopenModel\b/);
  assert.is(library.Model.name, "Model");
  assert.is(library.Session.name, "Session");
});

test("the embedded model's weights are floats, as the command line takes for granted", async () => {
  const checkpoint = await library.openModel();
  await checkpoint.close();
  assert.equal([...new Set(checkpoint.tensors.map(({ type }) => type))].sort(), ["F16", "F32"]);
});

test("models in floats and quantised ones, loaded side by side, compute with the build that suits them", async () => {
  const isNode20 = process.versions.v8.startsWith("11.3.");
  const [floats, int8] = await Promise.all([library.loadModel(), library.loadModel(undefined, { weights: "int8" })]);
  assert.is(floats.build, isNode20 ? "simd" : "relaxed");
  assert.is(int8.build, "relaxed");
  for (const [model, weights] of [
    [floats, "file"],
    [int8, "int8"],
  ] as const) {
    for (const build of ["simd", "relaxed"] as const) {
      const other = await library.loadModel(undefined, { weights, build });
      assert.equal((await other.score("wake me up")).logprobs, (await model.score("wake me up")).logprobs, build);
      await other.dispose();
    }
    await model.dispose();
  }
});

test.run();
