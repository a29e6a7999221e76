// 128 MB is what an edge platform gives a worker. (How long a cold start takes is measured: npm run measure:worker.)

import { test } from "uvu";
import * as assert from "uvu/assert";
import { mobile125m } from "../../bench/random-model.js";
import { measureParts } from "../../examples/worker/measure.js";
import { makeModel, workerModules } from "./worker-app.js";

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

test("a 125M model in int4, streamed from parts, runs within 128 MB, its context filled", async () => {
  const model = await makeModel("125m", mobile125m, "q4_0");
  assert.is(model.partFiles.length, 3);
  const { context, loaded, most, filled } = await measureParts(await workerModules(), model.parts, model.file, {
    MAX_MS: 600_000,
  });
  console.log(`125M int4, context ${context}: ${mb(loaded)} loaded, ${mb(filled)} filled, ${mb(most)} at most`);
  assert.ok(most < 128e6, `${mb(most)} beyond an empty worker`);
  assert.ok(context >= 200, `a context of ${context} alone fits`);
});

test.run();
