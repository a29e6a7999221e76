// 128 MB is what an edge platform gives a worker.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { mobile125m, writeRandomModel } from "../../bench/random-model.js";
import { measureMemory } from "../../examples/worker/measure.js";
import { lanky, workerFolder, workerModules } from "./worker-app.js";

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

// As many sessions as wrangler.jsonc has, and one, of twice the context. Where layers are shared, each of the two that have the same
// weights has a KV cache of its own, so half as many tokens fit.
for (const [name, sharing, contexts] of [
  ["MobileLLM-125M", "none", [80, 32]],
  ["MobileLLM-LS-125M", "immediate", [40, 16]],
] as const) {
  test(`${name} in int4, streamed from parts, runs within 128 MB, its context filled and /api in use`, async () => {
    const file = join(await workerFolder(), `${name}.gguf`);
    const parts = join(await workerFolder(), name);
    mkdirSync(parts);
    await writeRandomModel(file, mobile125m, "q4_0", { sharing });
    assert.is((await lanky.splitModel(file, parts)).parts.length, 3);
    for (const [i, least] of contexts.entries()) {
      const SESSIONS = i + 1;
      const { context, loaded, filled, withApi, most } = await measureMemory(await workerModules(), {
        file,
        parts,
        vars: { SESSIONS, MAX_MS: 600_000 },
      });
      console.log(
        `${name} int4, sessions ${SESSIONS}, context ${context}: ${mb(loaded)} loaded, ${mb(filled)} filled, ` +
          `${mb(withApi)} with /api, ${mb(most)} at most`,
      );
      assert.ok(most < 128e6, `${mb(most)} beyond an empty worker`);
      assert.ok(context >= least, `a context of ${context} alone fits`);
    }
    rmSync(file);
    rmSync(parts, { recursive: true });
  });
}

test.run();
