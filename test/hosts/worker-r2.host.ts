// The worker example with its weights in R2: workerd's own binding to a bucket that Miniflare keeps, the simulator that
// `wrangler dev` runs.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { compatibilityDate, compatibilityFlags } from "../../examples/worker/workerd.js";
import { allEvents, lanky, makeModel, post, type SplitModel, smallShape, workerModules } from "./worker-app.js";

const asked = { prompt: "Once upon a time", maxTokens: 8 };
const types = { esModule: "ESModule", wasm: "CompiledWasm", data: "Data", text: "Text" } as const;
let model: SplitModel;
let expected: string;

test.before(async () => {
  model = await makeModel("stored", smallShape, "q4_0", 300_000);
  const node = await lanky.loadModel(model.file, { kv: "f16", threads: 0 });
  expected = await node.generate(asked.prompt, asked).complete();
  await node.dispose();
});

interface Running {
  readonly url: string;
  readonly bucket: { put(key: string, bytes: Uint8Array): Promise<unknown> };
}

/** Bytes as the bucket takes them: an array of their own. */
const bytesOf = (path: string) => new Uint8Array(readFileSync(path));

/** Runs `work` with the worker beside an empty bucket. */
async function withBucket(MODEL: string, work: (running: Running) => Promise<void>): Promise<void> {
  const miniflare = new Miniflare({
    modules: (await workerModules()).map(({ name, kind, bytes }) => ({
      type: types[kind],
      path: name,
      contents: new Uint8Array(bytes),
    })),
    modulesRoot: "/",
    compatibilityDate,
    compatibilityFlags: [...compatibilityFlags],
    bindings: { MODEL, SESSIONS: 1, MEMORY_LIMIT: 82_000_000 },
    r2Buckets: { BUCKET: "models" },
    handleStructuredLogs() {}, // what the worker refuses it logs too
  });
  try {
    const { origin } = await miniflare.ready;
    const bucket = (await miniflare.getR2Bucket("BUCKET")) as unknown as Running["bucket"];
    await work({ url: origin, bucket });
  } finally {
    await miniflare.dispose();
  }
}

async function refuses(running: Running, ...says: string[]): Promise<void> {
  const response = await post(running, "/complete", asked);
  const text = await response.text();
  assert.is(response.status, 503, text);
  for (const part of says) assert.match(JSON.parse(text).error.message, part, text);
}

async function works(running: Running): Promise<void> {
  const events = await allEvents(await post(running, "/complete", asked));
  assert.is(events.map(({ data }) => data.text ?? "").join(""), expected);
  assert.is(events.at(-1)!.name, "done");
}

test("parts in R2: a model runs from them, and one that is missing, swapped or cut is named", async () => {
  assert.ok(model.partFiles.length > 3);
  const folder = "models/stored/";
  const files = model.partFiles.map((file) => bytesOf(join(model.parts, file)));
  await withBucket(`r2:${folder}manifest.json`, async (running) => {
    const { bucket } = running;
    const put = (at: number, bytes = files[at]!) => bucket.put(folder + model.partFiles[at]!, bytes);
    await refuses(running, `${folder}manifest.json: is not there`, "MODEL");
    await bucket.put(`${folder}manifest.json`, bytesOf(join(model.parts, "manifest.json")));
    for (const at of files.keys()) if (at !== 2) await put(at);
    const named = (at: number) => `stored.gguf: part ${at + 1} of ${files.length}, ${model.partFiles[at]}, `;
    await refuses(running, `${named(2)}is missing`);
    await put(2, files[1]);
    await refuses(running, `${named(2)}has SHA-256 `, "damaged or belongs to another model");
    await put(2, files[2]!.slice(0, 1000));
    await refuses(running, `${named(2)}has 1,000 bytes, expected 300,000`);
    await put(2);
    await works(running);
    await works(running);
  });
});

test("a whole file in R2 runs, and its absence is told", async () => {
  await withBucket("r2:models/stored.gguf", async (running) => {
    await refuses(running, "models/stored.gguf: is not there; upload it");
    await running.bucket.put("models/stored.gguf", bytesOf(model.file).slice(0, 400_000));
    await refuses(running, "models/stored.gguf", "400,000");
    await running.bucket.put("models/stored.gguf", bytesOf(model.file));
    await works(running);
  });
});

test.run();
