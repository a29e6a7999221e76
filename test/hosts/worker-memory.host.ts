// 128 MB is what an edge platform gives a worker. (How long a cold start takes is measured: npm run measure:worker.)

import { test } from "uvu";
import * as assert from "uvu/assert";
import { mobile125m } from "../../bench/random-model.js";
import { measureMemory } from "../../examples/worker/measure.js";
import { makeModel, workerModules } from "./worker-app.js";

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

test("a 125M model in int4, streamed from parts, runs within 128 MB, its context filled and /api in use", async () => {
  const model = await makeModel("125m", mobile125m, "q4_0");
  assert.is(model.partFiles.length, 3);
  // As many sessions as wrangler.jsonc has, and one, of twice the context.
  for (const [SESSIONS, least] of [
    [1, 80],
    [2, 32],
  ] as const) {
    const { context, loaded, filled, withApi, most } = await measureMemory(await workerModules(), {
      file: model.file,
      parts: model.parts,
      vars: { SESSIONS, MAX_MS: 600_000 },
    });
    console.log(
      `125M int4, sessions ${SESSIONS}, context ${context}: ${mb(loaded)} loaded, ${mb(filled)} filled, ` +
        `${mb(withApi)} with /api, ${mb(most)} at most`,
    );
    assert.ok(most < 128e6, `${mb(most)} beyond an empty worker`);
    assert.ok(context >= least, `a context of ${context} alone fits`);
  }
});

test.run();
