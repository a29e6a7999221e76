// 200 requests at once to the worker example, again and again: none is lost, none wrong, and of no request anything is kept.
//
// How much memory the process holds does not tell: V8 keeps pages that it has freed, and more of them the more requests it has
// seen at once (from 10 to 57 MB in 14 rounds, with 4.6 MB in use after each). So what is in use is looked at, after collecting
// garbage: the heap, what V8 knows to be outside of it, and WebAssembly memory.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { memoryOf, type Served, serve, type WorkerModule } from "../../examples/worker/workerd.js";
import { allEvents, lanky, post, sentences, workerModules } from "./worker-app.js";

const asked = sentences(200);
const rounds = 8;
/** Rounds in which tables grow and functions are compiled. */
const warming = 4;

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

test("200 requests at once: none is lost, none wrong, and no memory of theirs is kept", async () => {
  const node = await lanky.loadModel("models/lanky-api-2m-int4.gguf", { kv: "f16", threads: 0 });
  const session = node.createSession();
  const expected = new Map<string, string>();
  for (const text of new Set(asked))
    expected.set(text, await session.chat([{ role: "user", content: text }], { maxTokens: 200 }).complete());
  await node.dispose();
  const worker = await watchedWorker();
  try {
    const used: Used[] = [];
    const held: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const answers = await Promise.all(
        asked.map(async (text, i) => {
          if (i % 4 !== 3) {
            const response = await post(worker, "/api", { text });
            return response.status === 200
              ? ((await response.json()) as { text: string }).text
              : `status ${response.status}`;
          }
          const messages = [{ role: "user", content: text }];
          const events = await allEvents(await post(worker, "/complete", { messages, maxTokens: 200 }));
          return events.map(({ data }) => data.text ?? "").join("");
        }),
      );
      for (const [i, text] of asked.entries()) assert.is(answers[i], expected.get(text), text);
      used.push(await usedBy(worker));
      held.push(memoryOf(worker.pid).now);
    }
    const told = (of: readonly number[], unit: number) => of.map((bytes) => (bytes / unit).toFixed(0)).join(", ");
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

test.run();
