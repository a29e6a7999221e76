// What goes wrong on the way of a model into the worker: parts that are cut, swapped, missing or damaged, storage that fails,
// memory that is refused. Each is an answer that says what and where, and the next request finds everything as it should be.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Served, serve, type WorkerModule } from "../../examples/worker/workerd.js";
import { type PartsServer, servePartsOf } from "./parts-server.js";
import { allEvents, lanky, makeModel, post, type SplitModel, smallShape, workerModules } from "./worker-app.js";

let modules: WorkerModule[];
let model: SplitModel;
let server: PartsServer;
let expected: string;
const asked = { prompt: "Once upon a time", maxTokens: 8 };

test.before(async () => {
  modules = await workerModules();
  model = await makeModel("faulty", smallShape, "q4_0", 200_000);
  server = await servePartsOf(model.parts);
  const node = await lanky.loadModel(model.file, { kv: "f16", threads: 0 });
  expected = await node.generate(asked.prompt, asked).complete();
  await node.dispose();
});

test.after(async () => {
  await server?.stop();
});

/** Runs `work` with a worker whose model is served by `server`. */
async function withWorker(
  vars: Record<string, string | number>,
  work: (worker: Served) => Promise<void>,
): Promise<void> {
  const worker = await serve(modules, {
    vars: { MODEL: "assets:/manifest.json", SESSIONS: 1, ...vars },
    assets: server.port,
  });
  server.faults.clear();
  server.asked.length = 0;
  try {
    await work(worker);
  } finally {
    await worker.stop();
  }
}

async function refuses(worker: Served, ...says: string[]): Promise<void> {
  const response = await post(worker, "/complete", asked);
  const text = await response.text();
  assert.is(response.status, 503, text);
  for (const part of says) assert.match(JSON.parse(text).error.message, part);
  assert.not.match(text, /\bat .*:\d+|index\.js/);
}

async function works(worker: Served): Promise<void> {
  const events = await allEvents(await post(worker, "/complete", asked));
  assert.is(events.map(({ data }) => data.text ?? "").join(""), expected);
}

/** What was loaded is logged a moment after the first answer. */
async function tells(worker: Served, what: string): Promise<void> {
  for (let i = 0; i < 100 && !worker.log().includes(what); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.match(worker.log(), what);
}

const part = (at: number) => model.partFiles[at]!;
const bytesOf = (at: number) => new Uint8Array(readFileSync(join(model.parts, part(at))));

test("a stream cut at every tenth of the weights is an error with the part's name, and the next request loads", async () => {
  assert.ok(model.partFiles.length > 5);
  await withWorker({}, async (worker) => {
    for (let tenth = 0; tenth < 10; tenth++) {
      server.faults.clear();
      const cut = Math.floor((model.size * tenth) / 10) + 1;
      const at = Math.floor(cut / 200_000);
      const within = cut - at * 200_000;
      const named = `faulty.gguf: part ${at + 1} of ${model.partFiles.length}, ${part(at)}, `;
      // The connection breaks, which workerd may take for the end; the file is short and says so; it is short and does not.
      server.faults.set(part(at), { cutAfter: within });
      await refuses(worker, named, " bytes");
      server.faults.set(part(at), { bytes: bytesOf(at).subarray(0, within) });
      await refuses(worker, named, "has ", "bytes, expected ");
      server.faults.set(part(at), { bytes: bytesOf(at).subarray(0, within), unsized: true });
      await refuses(worker, named, "has ", "bytes, expected ");
    }
    server.faults.clear();
    await works(worker);
  });
});

test("a swapped part, a missing one and one flipped byte are named", async () => {
  await withWorker({}, async (worker) => {
    server.faults.set(part(1), { bytes: bytesOf(2) });
    server.faults.set(part(2), { bytes: bytesOf(1) });
    await refuses(worker, `${part(1)}, has SHA-256 `, "expected ", "damaged or belongs to another model");
    server.faults.clear();
    server.faults.set(part(3), { status: 404 });
    await refuses(worker, `${part(3)}, is missing (404)`);
    server.faults.set(part(3), { status: 500 });
    await refuses(worker, `${part(3)}, cannot be read`, "500");
    for (const at of [0, 2, model.partFiles.length - 1]) {
      const bytes = bytesOf(at);
      bytes[bytes.length - 1]! ^= 1;
      server.faults.clear();
      server.faults.set(part(at), { bytes });
      await refuses(worker, `${part(at)}, has SHA-256 `);
    }
    server.faults.clear();
    await works(worker);
  });
});

test("a manifest that is missing or none, and a model that is none, say so", async () => {
  await withWorker({}, async (worker) => {
    server.faults.set("manifest.json", { status: 404 });
    await refuses(worker, "/manifest.json: is not there", "MODEL");
    server.faults.set("manifest.json", { bytes: new TextEncoder().encode("<html>") });
    await refuses(worker, "/manifest.json: is no JSON");
    server.faults.set("manifest.json", { bytes: new TextEncoder().encode('{"name":"app"}') });
    await refuses(worker, "manifest.json: size is missing");
    server.faults.clear();
    await works(worker);
  });
  for (const [MODEL, ...says] of [
    ["r2:models/x.gguf", "BUCKET"],
    ["models/x.gguf", "expected embedded, r2:KEY, assets:/PATH or https://HOST/PATH"],
  ] as const) {
    await withWorker({ MODEL }, (worker) => refuses(worker, MODEL, ...says));
  }
  await withWorker({ SESSIONS: "many" }, (worker) => refuses(worker, "SESSIONS: many"));
});

test("a model comes from a URL too, whole or in parts", async () => {
  const address = `http://127.0.0.1:${server.port}`;
  await withWorker({ MODEL: `${address}/manifest.json` }, works);
  await withWorker({ MODEL: `${address}/model.gguf` }, async (worker) => {
    server.faults.set("model.gguf", { bytes: readFileSync(model.file) });
    await works(worker);
    await tells(worker, `${address}/model.gguf`);
  });
  await withWorker({ MODEL: `${address}/model.gguf` }, async (worker) => {
    server.faults.set("model.gguf", { bytes: readFileSync(model.file), cutAfter: 500_000 });
    await refuses(worker, `${address}/model.gguf: reading failed at byte`);
    server.faults.set("model.gguf", { status: 403 });
    await refuses(worker, `${address}/model.gguf: cannot be read: the server answered 403`);
  });
  await withWorker({ MODEL: "http://127.0.0.1:1/model.gguf" }, async (worker) => {
    const response = await post(worker, "/complete", asked);
    assert.is(response.status, 503);
  });
});

test("first requests at the same time share one load, also where the first of them leaves", async () => {
  await withWorker({}, async (worker) => {
    server.faults.set(part(2), { delay: 300 });
    const first = new AbortController();
    const leaving = post(worker, "/complete", asked, first.signal).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const others = Array.from({ length: 10 }, () => works(worker));
    first.abort();
    await leaving;
    await Promise.all(others);
    assert.equal(server.asked, ["manifest.json", ...model.partFiles]);
  });
});

test("memoryLimit picks the longest context for all sessions and says which", async () => {
  const contexts: number[] = [];
  for (const SESSIONS of [1, 2, 3]) {
    await withWorker({ SESSIONS, MEMORY_LIMIT: 8_200_000 }, async (worker) => {
      const events = await allEvents(await post(worker, "/complete", asked));
      contexts.push(events.at(-1)!.data.context!);
      await tells(worker, `context ${contexts.at(-1)} of 2048`);
    });
  }
  const [one, two, three] = contexts as [number, number, number];
  assert.ok(one > two && two > three && three >= 16, contexts.join(", "));
});

test("a model that cannot fit is refused before its weights are read, in words of the worker's settings", async () => {
  for (const SESSIONS of [1, 2]) {
    await withWorker({ SESSIONS, MEMORY_LIMIT: 6_200_000 }, async (worker) => {
      const before = server.sent();
      await refuses(
        worker,
        "faulty.gguf: the model takes 2.8 MB with a context of 16",
        "but MEMORY_LIMIT without the 4.7 MB of /api is 1.5 MB; no type makes it fit",
        "choose a smaller model",
      );
      assert.ok(server.sent() - before < model.size / 2, "weights were read");
      assert.not.ok(server.asked.includes(model.partFiles.at(-1)!));
    });
  }
  await withWorker({ MEMORY_LIMIT: 1_500_000 }, (worker) => refuses(worker, "MEMORY_LIMIT: 1500000", "4700000"));
});

/** What the worker says where it refuses. */
async function refusal(vars: Record<string, string | number>): Promise<string> {
  let message = "";
  await withWorker(vars, async (worker) => {
    const response = await post(worker, "/complete", asked);
    assert.is(response.status, 503);
    message = (await response.json()).error.message;
  });
  return message;
}

test("the context that a refusal names fits, and one more token does not", async () => {
  const MEMORY_LIMIT = 8_200_000;
  const told = /; lower CONTEXT to (\d+), or (\d+) with SESSIONS 1$/.exec(
    await refusal({ SESSIONS: 2, MEMORY_LIMIT, CONTEXT: 2048 }),
  );
  assert.ok(told);
  const [two, one] = [Number(told[1]), Number(told[2])];
  assert.ok(two >= 16 && one > two, told[0]);
  await withWorker({ SESSIONS: 1, MEMORY_LIMIT, CONTEXT: one }, works);
  assert.match(await refusal({ SESSIONS: 1, MEMORY_LIMIT, CONTEXT: one + 1 }), `lower CONTEXT to ${one}`);
  await withWorker({ SESSIONS: 2, MEMORY_LIMIT }, async (worker) => {
    const events = await allEvents(await post(worker, "/complete", asked));
    assert.is(events.at(-1)!.data.context, two);
  });
});

test("a refusal names the type to convert to, if that is what fits", async () => {
  const large = await makeModel("large", smallShape, "q8_0");
  const own = await servePartsOf(large.parts);
  const worker = await serve(modules, {
    vars: { MODEL: "assets:/manifest.json", SESSIONS: 1, MEMORY_LIMIT: 8_200_000 },
    assets: own.port,
  });
  try {
    await refuses(
      worker,
      "large.gguf",
      "is 3.5 MB; convert the file (lanky convert IN OUT.gguf --type q4_0), for a context of 412",
    );
    const { error } = await (await post(worker, "/complete", asked)).json();
    assert.not.match(error.message, /weights int|memoryLimit/); // the library's options, which no setting of the worker is
  } finally {
    await worker.stop();
    await own.stop();
  }
});

/** The worker with `WebAssembly.Memory` as this code makes it. */
function withMemory(code: string): WorkerModule[] {
  const [main, ...others] = modules as [WorkerModule, ...WorkerModule[]];
  const text = `${code}\nexport { default } from "./worker.js";\n`;
  return [
    {
      name: "index.js",
      kind: "esModule",
      bytes: Buffer.from('import "./before.js";\nexport { default } from "./worker.js";\n'),
    },
    { name: "before.js", kind: "esModule", bytes: Buffer.from(text.split("\nexport")[0]!) },
    { ...main, name: "worker.js" },
    ...others,
  ];
}

test("memory refused at growth: requests share the sessions there are", async () => {
  const worker = await serve(
    withMemory('WebAssembly.Memory.prototype.grow = () => { throw new RangeError("no memory to grow"); };'),
    { vars: { MODEL: "assets:/manifest.json", SESSIONS: 3 }, assets: model.parts },
  );
  try {
    await Promise.all(Array.from({ length: 9 }, () => works(worker)));
    assert.not.match(worker.log(), "Error");
  } finally {
    await worker.stop();
  }
});

test("memory refused at the start is an answer, and asked for again by the next request", async () => {
  const worker = await serve(
    withMemory(`let refused = 0;
const { Memory } = WebAssembly;
WebAssembly.Memory = class extends Memory {
  constructor(wanted) {
    if (wanted.initial > 16 && refused++ < 2) throw new RangeError("could not allocate memory");
    super(wanted);
  }
};`),
    { vars: { MODEL: "assets:/manifest.json", SESSIONS: 1 }, assets: model.parts },
  );
  try {
    await refuses(worker, "the host has no ", "of WebAssembly memory to give");
    await refuses(worker, "choose a shorter context");
    await works(worker);
  } finally {
    await worker.stop();
  }
});

test.run();
