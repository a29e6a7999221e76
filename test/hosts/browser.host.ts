// The engine in a Web Worker (lanky/worker) in Chromium and Firefox: the bits that Node answers with, whatever the source and
// the number of threads; a page that never stalls; generations that stop; errors that keep their class; a worker's death.

import { availableParallelism, loadavg } from "node:os";
import { basename } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hosted, startServer, type TestServer } from "./browser-server.js";
import { call, type Host, launch, type Tab, withThreads } from "./browsers.js";
import { skipped } from "./find.js";
import { type Answer, type Check, checks, compare, tellMissing } from "./golden.js";

interface Found {
  readonly answer: Answer;
  readonly threads: number;
  readonly warnings: readonly string[];
  readonly bytes: number;
  readonly total: number;
}

interface Failure {
  readonly kind: string;
  readonly message: string;
  readonly file?: string;
}

/** Milliseconds of the longest time between two turns of the page's event loop, tasks of 50 ms and more, tokens. */
interface Stall {
  readonly longest: number;
  readonly longTasks: number;
  readonly observed: boolean;
  readonly scored: number;
  readonly made: number;
}

const int8 = checks.find(({ name }) => name.endsWith("int8.gguf"))!;

for (const name of ["Chromium", "Firefox"] as const) {
  const test = suite(`engine in a worker, ${name}`);
  let host: Host | undefined;
  let isolated: TestServer;
  let plain: TestServer;

  test.before(async () => {
    host = await launch(name, "lanky/worker");
    tellMissing();
    [isolated, plain] = await Promise.all([startServer({ isolated: true }), startServer({ isolated: false })]);
    for (const { files } of [isolated, plain])
      for (const check of checks) files.set(basename(check.file), hosted(check.file));
  });

  test.after(async () => {
    await host?.close();
    await Promise.all([isolated?.close(), plain?.close()]);
  });

  /** Runs `work` in a page of its own; does nothing where there is no such browser. */
  const inPage =
    (server: () => TestServer, work: (page: Tab, url: (check: Check) => string) => Promise<void>) => async () => {
      if (!host) return;
      const { origin } = server();
      const page = await host.open(`${origin}/`);
      try {
        await work(page, (check) => `${origin}/files/${basename(check.file)}`);
      } finally {
        await page.close();
      }
    };

  for (const check of checks) {
    test(
      `${check.name} answers as in Node, bit for bit`,
      inPage(
        () => plain,
        async (page, url) => {
          const { url: found } = await call<Record<"url", Found>>(page, "golden", check, url(check), { threads: 0 });
          await compare(name, check, found.answer);
          assert.is(found.bytes, found.total);
        },
      ),
    );
  }

  test(
    "every kind of source does, read in the worker or on the page",
    inPage(
      () => plain,
      async (page, url) => {
        const sources = ["embedded", "response", "stream", "blob", "file", "chunks", "reads"];
        const found = await call<Record<string, Found>>(page, "golden", int8, url(int8), { threads: 0, sources });
        assert.equal(Object.keys(found), sources);
        for (const { answer } of Object.values(found)) await compare(name, int8, answer);
      },
    ),
  );

  const twoThreads = inPage(
    () => isolated,
    async (page, url) => {
      assert.is(await call(page, "isolated"), true);
      const { url: found } = await call<Record<"url", Found>>(page, "golden", int8, url(int8), { threads: 2 });
      assert.is(found.threads, 2);
      assert.equal(found.warnings, []);
      await compare(`${name}, two threads`, int8, found.answer);
    },
  );
  test("two threads do on an isolated page", () => withThreads(host, twoThreads));

  test(
    "without isolation it computes on one thread and says so once",
    inPage(
      () => plain,
      async (page, url) => {
        assert.is(await call(page, "isolated"), false);
        const { url: found } = await call<Record<"url", Found>>(page, "golden", int8, url(int8), { threads: 2 });
        assert.is(found.threads, 0);
        assert.is(found.warnings.length, 1);
        assert.match(found.warnings[0]!, /cross-origin isolated.*Cross-Origin-Embedder-Policy.*instead of 2/);
        await compare(`${name}, not isolated`, int8, found.answer);
      },
    ),
  );

  test(
    "a conversation goes as it does in Node",
    inPage(
      () => isolated,
      async (page) => {
        // biome-ignore lint/suspicious/noExplicitAny: the page's JSON
        const found = await call<any>(page, "conversation");
        assert.is(found.call.api, "set_alarm");
        assert.is(found.call.arguments.time, "18:15");
        assert.is(found.text, found.whole);
        assert.is(found.finishReason, "stop");
        assert.equal(found.fields, [null], "no reason before the last piece");
        assert.is(found.timings.predictedN, found.ids);
        assert.is(found.timings.promptN, found.promptIds);
        assert.ok(found.timings.promptMs > 0 && found.timings.predictedMs > 0);
        assert.is(found.second.api, "set_alarm");
        assert.is(found.second.arguments.time, "18:30");
        assert.ok(found.secondPrompt < found.secondWhole / 2, "only what is new is evaluated");
        assert.match(found.decoded, "set an alarm");
        assert.is(typeof found.piece, "string");
        assert.is(found.special, false);
        assert.match(found.rendered, "quarter past six");
        assert.is(found.grown, 1);
        assert.is(found.held, true);
        assert.equal(found.logits, [true, true]);
        assert.equal([found.model[0], found.model[4]], ["lanky-api-4m-int8.gguf", true]);
        assert.equal(found.bytes, [true, true, 0]);
        assert.is(found.afterReset, 0);
      },
    ),
  );

  test(
    "errors arrive as what they are",
    inPage(
      () => plain,
      async (page, url) => {
        const { bytes } = plain.files.get(basename(int8.file))!;
        plain.files.set("damaged.gguf", { bytes: bytes.slice(0, 200_000), etag: '"damaged"' });
        const damaged = `${plain.origin}/files/damaged.gguf`;
        const found = await call<Record<string, Failure>>(page, "errors", damaged, url(int8));
        const expected: Record<string, [kind: string, message: RegExp]> = {
          busy: ["Error", /busy with another generation/],
          damaged: ["CheckpointError", /damaged\.gguf: /],
          missing: ["CheckpointError", /the server answered 404/],
          unreachable: ["CheckpointError", /cannot be fetched/],
          text: ["CheckpointError", /^blob: /],
          refused: ["CheckpointError", /the server answered 404/],
          aborted: ["RangeError", /^mine$/],
          context: ["RangeError", /context/],
          folder: ["TypeError", /a folder cannot be sent/],
          number: ["TypeError", /source is number/],
          progress: ["TypeError", /onProgress: expected a function/],
          clone: ["TypeError", /cannot be sent to the engine's worker/],
          temperature: ["RangeError", /temperature/],
          signal: ["TypeError", /signal: expected an AbortSignal/],
          long: ["RangeError", /do not fit into the context of 64/],
          few: ["RangeError", /at least two tokens/],
          disposedSession: ["Error", /disposed of/],
          source: ["CheckpointError", /^source: .*the disk is gone/],
          disposed: ["Error", /the model has been disposed of/],
          after: ["Error", /the model has been disposed of/],
          create: ["Error", /the model has been disposed of/],
        };
        for (const [what, [kind, message]] of Object.entries(expected)) {
          assert.ok(found[what], `${what} has not failed`);
          assert.is(found[what].kind, kind, `${what}: ${found[what].message}`);
          assert.match(found[what].message, message, what);
        }
        assert.is(found.damaged!.file, damaged);
      },
    ),
  );

  test(
    "generations stop within a token, and the session goes on",
    inPage(
      () => plain,
      async (page) => {
        // biome-ignore lint/suspicious/noExplicitAny: the page's JSON
        const found = await call<any>(page, "stops");
        const [reason, ids, late, waited] = found.bySignal;
        assert.equal([reason, ids, late], ["abort", 6, 0]);
        assert.ok(waited < 500, `${waited} ms`);
        assert.equal(found.left, ["abort", 4]);
        assert.equal(found.before, ["abort", 0]);
        assert.equal([found.long.kind, found.long.message], ["TypeError", "enough"]);
        assert.is(found.api, "set_alarm");
      },
    ),
  );

  const smooth = inPage(
    () => isolated,
    async (page, url) => {
      for (const threads of [0, 2]) {
        const stalls = ({ longest, longTasks }: Stall) => longest >= 150 || longTasks > 0;
        const tries: Stall[] = [];
        do tries.push(await call<Stall>(page, "stall", url(checks[0]!), threads));
        while (stalls(tries.at(-1)!) && tries.length < 3);
        const least = tries.reduce((a, b) => (a.longest < b.longest ? a : b));
        const found =
          `the page's event loop stood still for ${least.longest.toFixed(1)} ms at worst ` +
          `(${least.scored} tokens read, ${least.made} made, ${threads} threads)`;
        console.log(`${name}: ${found}`);
        if (tries.every(stalls)) {
          // Where others want the cores, a page that does nothing stands still as long.
          assert.ok(loadavg()[0]! > availableParallelism() + 1, found);
          skipped(`the page's event loop in ${name}`, `the machine is too busy to tell, and ${found}`);
        }
        assert.ok(least.made > 400);
      }
    },
  );
  test("the page never stalls while text is read and made", () => withThreads(host, smooth));

  test(
    "a worker's death ends what waits for it with a clear error",
    inPage(
      () => plain,
      async (page) => {
        const { during, after, bytes } = await call<{ during: Failure; after: Failure; bytes: number }>(page, "death");
        assert.match(during.message, /the engine's worker died: .*; load the model again/);
        assert.is(after.message, during.message);
        assert.is(bytes, 0);
      },
    ),
  );

  test.run();
}
