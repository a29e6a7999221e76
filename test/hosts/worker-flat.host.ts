// 200 requests at once to the worker example, again and again: none is lost, none wrong, of no request anything is kept, and the
// process stays small.
//
// The first test looks at what is in use after collecting garbage: the heap, what V8 knows to be outside of it, and WebAssembly
// memory. The second collects none, bounds V8's heap as a platform does, and looks at the whole process. Without that bound V8
// gives its young generation more room the more survives at once, and keeps the pages: the process then grows for dozens of rounds,
// with as little in use after each.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { emptyMemory } from "../../examples/worker/measure.js";
import { isolateFlags, memoryOf, type Served, serve, type WorkerModule } from "../../examples/worker/workerd.js";
import { allEvents, lanky, sentences, workerModules } from "./worker-app.js";

const asked = sentences(200);
const rounds = 8;
/** Rounds in which tables grow and functions are compiled. */
const warming = 4;
/** Node's answers, by sentence. */
const expected = new Map<string, string>();

/** The worker, with a route that collects garbage and tells the bytes of WebAssembly memory. */
async function watchedWorker(): Promise<Served> {
  const [main, ...others] = (await workerModules()) as [WorkerModule, ...WorkerModule[]];
  const esModule = (name: string, code: string): WorkerModule => ({ name, kind: "esModule", bytes: Buffer.from(code) });
  const before = `export const memories = [];
const { Memory } = WebAssembly;
WebAssembly.Memory = class extends Memory {
  constructor(wanted) {
    super(wanted);
    memories.push(new WeakRef(this));
  }
};`;
  const index = `import { memories } from "./before.js";
import worker from "./worker.js";
export default {
  async fetch(request, ...others) {
    if (!request.url.endsWith("/used")) return worker.fetch(request, ...others);
    for (let i = 0; i < 4; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      gc();
    }
    return Response.json(memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0));
  },
};`;
  return serve(
    [esModule("index.js", index), esModule("before.js", before), { ...main, name: "worker.js" }, ...others],
    {
      vars: { SESSIONS: 4 },
      v8Flags: ["--expose-gc", "--trace-gc-verbose"],
    },
  );
}

interface Used {
  /** Bytes. */
  readonly heap: number;
  readonly outside: number;
  readonly wasm: number;
}

async function usedBy(worker: Served): Promise<Used> {
  const wasm = (await (await fetch(`${worker.url}/used`)).json()) as number;
  await new Promise((resolve) => setTimeout(resolve, 100)); // its words come through a pipe
  const last = (pattern: RegExp) => {
    const found = [...worker.log().matchAll(pattern)].at(-1);
    assert.ok(found, `V8 says nothing of ${pattern}`);
    return Number(found[1]) * 1024;
  };
  return { heap: last(/All spaces, +used: +(\d+) KB/g), outside: last(/External memory reported: +(\d+) KB/g), wasm };
}

/** Posts on a connection of its own: workerd closes one that was idle for some seconds, maybe with a request on its way. */
const ask = (worker: Served, path: string, body: unknown) =>
  fetch(`${worker.url}${path}`, { method: "POST", headers: { connection: "close" }, body: JSON.stringify(body) });

/** Asks everything at once, three of four of /api, and compares the answers with Node's. */
async function askAll(worker: Served): Promise<void> {
  const answers = await Promise.all(
    asked.map(async (text, i) => {
      if (i % 4 !== 3) {
        const response = await ask(worker, "/api", { text });
        return response.status === 200
          ? ((await response.json()) as { text: string }).text
          : `status ${response.status}`;
      }
      const messages = [{ role: "user", content: text }];
      const events = await allEvents(await ask(worker, "/complete", { messages, maxTokens: 200 }));
      return events.map(({ data }) => data.text ?? "").join("");
    }),
  );
  for (const [i, text] of asked.entries()) assert.is(answers[i], expected.get(text), text);
}

const told = (of: readonly number[], unit: number) => of.map((bytes) => (bytes / unit).toFixed(0)).join(", ");

test.before(async () => {
  const node = await lanky.loadModel("models/lanky-api-4m-int4.gguf", { kv: "f16", threads: 0 });
  const session = node.createSession();
  for (const text of new Set(asked))
    expected.set(text, await session.chat([{ role: "user", content: text }], { maxTokens: 200 }).complete());
  await node.dispose();
});

test("200 requests at once: none is lost, none wrong, and no memory of theirs is kept", async () => {
  const worker = await watchedWorker();
  try {
    const used: Used[] = [];
    const held: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await askAll(worker);
      used.push(await usedBy(worker));
      held.push(memoryOf(worker.pid).now);
    }
    const kilobytes = (name: keyof Used) =>
      told(
        used.map((one) => one[name]),
        1024,
      );
    console.log(
      `${rounds} times 200 requests at once, in use after each: heap ${kilobytes("heap")} KB, outside ${kilobytes("outside")} KB, ` +
        `WebAssembly ${kilobytes("wasm")} KB; the process holds ${told(held, 1e6)} MB`,
    );
    const [middle, end] = [used[warming - 1]!, used.at(-1)!];
    const requests = (rounds - warming) * asked.length;
    for (const name of ["heap", "outside", "wasm"] as const) {
      const kept = (end[name] - middle[name]) / requests;
      assert.ok(
        kept < 100,
        `${name}: each of ${requests} requests left ${kept.toFixed(0)} bytes (${kilobytes(name)} KB)`,
      );
    }
  } finally {
    await worker.stop();
  }
});

test("200 requests at once: the process stays within 128 MB and stops growing", async () => {
  const window = 4;
  const empty = await emptyMemory(isolateFlags);
  const worker = await serve(await workerModules(), { vars: { SESSIONS: 4 }, v8Flags: isolateFlags });
  try {
    const held: number[] = [];
    for (let round = 0; round < 3 * window; round++) {
      await askAll(worker);
      held.push(memoryOf(worker.pid).now - empty);
    }
    const most = memoryOf(worker.pid).most - empty;
    const found = `beyond an empty worker the process held ${told(held, 1e6)} MB, at most ${told([most], 1e6)}`;
    console.log(`${held.length} times 200 requests at once: ${found}`);
    assert.ok(most <= 128e6, found);
    // Pages come and go, hence a tolerance: 10 KB a request. What a request might keep the first test finds, to 100 bytes.
    const [before, last] = [held.slice(window, -window), held.slice(-window)].map((some) => Math.max(...some));
    assert.ok(last! - before! <= window * asked.length * 10_000, found);
  } finally {
    await worker.stop();
  }
});

test.run();
