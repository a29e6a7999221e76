// Model files that the browser keeps (lanky/cache), in Chromium and Firefox: what is fetched, how often, and what becomes of
// cuts, other versions, damage, a full storage and a second tab. The server counts the bytes it has sent.

import { createHash } from "node:crypto";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hosted, startServer, type TestServer } from "./browser-server.js";
import { call, chromium, type Host, launch, type Tab } from "./browsers.js";
import { skipped } from "./find.js";
import { checks } from "./golden.js";

interface Cached {
  readonly error?: { readonly kind: string; readonly message: string };
  readonly warnings: readonly string[];
  readonly phases: readonly string[];
  readonly last?: readonly [phase: string, loaded: number, total: number];
  readonly name?: string;
  readonly size?: number;
  readonly digest?: string;
}

const model = checks.find(({ name }) => name.endsWith("int8.gguf"))!.file;
const sha256 = createHash("sha256").update(hosted(model).bytes).digest("hex");
const { length } = hosted(model).bytes;
const other = new Uint8Array(hosted(model).bytes).fill(7, 1000, 2000);
const otherSha256 = createHash("sha256").update(other).digest("hex");
const megabyte = 1 << 20;

for (const name of ["Chromium", "Firefox"] as const) {
  const test = suite(`cached models, ${name}`);
  let host: Host | undefined;
  let server: TestServer;

  test.before(async () => {
    host = await launch(name, "lanky/cache");
    server = await startServer({ isolated: false });
  });

  test.after(async () => {
    await host?.close();
    await server?.close();
  });

  /** Runs `work` in a new profile, with a fresh model.gguf on the server. */
  const fresh = (work: (page: Tab, url: string) => Promise<void>) => async () => {
    if (!host) return;
    server.files.clear();
    server.requests.length = 0;
    server.files.set("model.gguf", hosted(model));
    const page = await host.open(`${server.origin}/`);
    try {
      await work(page, `${server.origin}/files/model.gguf`);
    } finally {
      await page.close();
    }
  };
  const get = (page: Tab, url: string, options: object = {}) => call<Cached>(page, "cached", url, options);
  const file = () => server.files.get("model.gguf")!;
  const gets = () => server.requests.filter(({ method }) => method === "GET");
  const served = () => gets().reduce((sum, request) => sum + request.served, 0);

  test(
    "a file is fetched once, kept, and a source for a model",
    fresh(async (page, url) => {
      const first = await get(page, url, { sha256 });
      assert.is(first.error, undefined);
      assert.equal([first.name, first.size, first.digest], ["model.gguf", length, sha256]);
      assert.equal(first.last, ["downloading", length, length]);
      assert.is(served(), length);
      const second = await get(page, url, { sha256 });
      assert.equal([second.digest, second.phases, second.warnings], [sha256, ["verifying"], []]);
      assert.is(server.requests.length, 1, "what is known by its SHA-256 needs no server");
      const answer = await call<{ api: string; name: string }>(page, "answerFromCache", url);
      assert.equal(answer, { api: "set_alarm", name: "model.gguf" });
      assert.is(served(), length);
      const [entry, ...more] = await call<Record<string, unknown>[]>(page, "list");
      assert.equal(more, []);
      assert.equal(
        [entry!.url, entry!.name, entry!.loaded, entry!.size, entry!.complete, entry!.sha256],
        [url, "model.gguf", length, length, true, sha256],
      );
      assert.is(await call(page, "remove", url), true);
      assert.is(await call(page, "remove", url), false);
      assert.equal(await call(page, "list"), []);
      await get(page, url);
      assert.is(served(), 2 * length);
    }),
  );

  test(
    "without a server a kept file is there all the same",
    fresh(async (page, url) => {
      await get(page, url);
      server.files.clear();
      const { digest, warnings } = await get(page, url);
      assert.equal([digest, warnings], [sha256, []]);
    }),
  );

  test(
    "a download that is cut goes on where it was",
    fresh(async (page, url) => {
      file().cutAfter = megabyte;
      const { error, digest } = await get(page, url);
      assert.is(error, undefined);
      assert.is(digest, sha256);
      // What was on its way when the connection broke is sent again, however much that is; what had come is not.
      const starts = gets()
        .slice(1)
        .map(({ range }) => Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1]));
      assert.ok(starts.at(-1)! > 0 && starts.every((start, at) => start >= (starts[at - 1] ?? 0)), `from ${starts}`);
      const [first, ...rest] = gets().map(({ status }) => status);
      assert.is(first, 200);
      assert.ok(rest.length >= 2 && rest.every((status) => status === 206), `${rest}`);
      assert.ok(
        gets()
          .slice(1)
          .every(({ ifRange }) => ifRange === '"one"'),
      );
    }),
  );

  test(
    "one that is stopped goes on at the next visit",
    fresh(async (page, url) => {
      file().slowness = 50;
      const stopped = await get(page, url, { abortAfter: megabyte });
      assert.equal([stopped.error?.kind, stopped.error?.message], ["RangeError", "stopped by the user"]);
      const [entry] = await call<{ loaded: number; complete: boolean }[]>(page, "list");
      assert.is(entry!.complete, false);
      assert.ok(entry!.loaded >= megabyte && entry!.loaded < length);
      file().slowness = undefined;
      server.requests.length = 0;
      const { digest } = await get(page, url);
      assert.is(digest, sha256);
      assert.is(server.requests[0]!.range, `bytes=${entry!.loaded}-`);
      assert.is(served(), length - entry!.loaded);
    }),
  );

  test(
    "a file that the browser lets go of a moment late is waited for",
    fresh(async (page, url) => {
      file().slowness = 50;
      await get(page, url, { abortAfter: megabyte });
      file().slowness = undefined;
      await call(page, "holdPart", 700);
      const { error, digest } = await get(page, url);
      assert.is(error, undefined);
      assert.is(digest, sha256);
      assert.match(gets().at(-1)!.range ?? "", /^bytes=\d{5,}-$/);
    }),
  );

  test(
    "a server without ranges, and another version, are fetched from the start",
    fresh(async (page, url) => {
      file().slowness = 50;
      await get(page, url, { abortAfter: megabyte });
      server.files.set("model.gguf", { ...hosted(model), ranges: false });
      assert.is((await get(page, url)).digest, sha256);
      assert.is(gets().at(-1)!.status, 200);
      await call(page, "remove", url);
      server.files.set("model.gguf", { ...hosted(model), slowness: 50 });
      await get(page, url, { abortAfter: megabyte });
      server.files.set("model.gguf", { bytes: other, etag: '"two"' });
      assert.is((await get(page, url)).digest, otherSha256, "no mixture of both");
      server.files.set("model.gguf", { ...hosted(model), etag: '"three"' });
      const changed = await get(page, url);
      assert.is(changed.digest, sha256, "a kept file that has changed on the server is fetched anew");
      assert.match(changed.warnings[0]!, /has changed on the server; it is fetched again/);
    }),
  );

  test(
    "versions that a server does not tell apart are, by their SHA-256",
    fresh(async (page, url) => {
      server.files.set("model.gguf", { bytes: other, etag: undefined, slowness: 50 });
      await get(page, url, { abortAfter: megabyte, sha256 });
      server.files.set("model.gguf", { ...hosted(model), etag: undefined });
      const { digest, error } = await get(page, url, { sha256 });
      assert.is(error, undefined);
      assert.is(digest, sha256);
      assert.equal(
        gets().map(({ status }) => status),
        [200, 206, 200],
      );
    }),
  );

  test(
    "a wrong SHA-256 is an error, and nothing is kept",
    fresh(async (page, url) => {
      const wrong = "0".repeat(64);
      const { error } = await get(page, url, { sha256: wrong });
      assert.is(error?.kind, "CheckpointError");
      assert.match(error!.message, `has SHA-256 ${sha256}`);
      assert.match(error!.message, `expected ${wrong}`);
      assert.equal(await call(page, "list"), []);
      const bad = await get(page, url, { sha256: "abc" });
      assert.is(bad.error?.kind, "TypeError");
      const right = await get(page, url, { sha256: sha256.toUpperCase() });
      assert.is(right.digest, sha256);
      const later = await get(page, url, { sha256: wrong });
      assert.match(later.warnings[0]!, /another version than the one asked for/);
      assert.is(later.error?.kind, "CheckpointError");
    }),
  );

  test(
    "a damaged file is dropped and fetched again",
    fresh(async (page, url) => {
      for (const how of ["bytes", "cut"]) {
        await get(page, url);
        server.requests.length = 0;
        assert.is(await call(page, "damage", how), "model.gguf");
        const { digest, warnings, error } = await get(page, url);
        assert.is(error, undefined);
        assert.is(digest, sha256);
        assert.is(warnings.length, 1);
        assert.match(warnings[0]!, /the cached model\.gguf is damaged: .*; it is fetched again/);
        assert.is(served(), length);
      }
    }),
  );

  test(
    "a server that fails or is gone is named",
    fresh(async (page, url) => {
      const missing = await get(page, `${url}.not`);
      assert.is(missing.error?.kind, "CheckpointError");
      assert.match(missing.error!.message, /the server answered 404/);
      file().cutAfter = 0;
      const { error } = await get(page, url);
      assert.is(error?.kind, "CheckpointError");
      assert.match(error!.message, /model\.gguf: cannot be fetched/);
      assert.ok(gets().filter(({ file }) => file === "model.gguf").length >= 5); // browsers try again, too
      const kind = await get(page, "blob:nothing");
      assert.is(kind.error?.kind, "TypeError");
    }),
  );

  test(
    "where nothing can be kept the file is fetched all the same",
    fresh(async (page, url) => {
      const without = "navigator.storage.getDirectory = async () => { throw new DOMException('no', 'SecurityError'); }";
      const { digest, warnings } = await call<Cached>(page, "cachedWhere", without, url);
      assert.is(digest, sha256);
      assert.is(warnings.length, 1);
      assert.match(warnings[0]!, /model\.gguf is not kept for the next visit/);
    }),
  );

  test(
    "a file for which there is no room is refused before it is fetched, with the bytes needed and available",
    fresh(async (page, url) => {
      const small = "navigator.storage.estimate = async () => ({ quota: 3e6, usage: 2.5e6 })";
      const { error } = await call<Cached>(page, "cachedWhere", small, url);
      assert.is(error?.kind, "RangeError");
      const needed = (length / 1e6).toFixed(1);
      const story = `needs ${needed} MB more of the browser's storage, which has 0.5 MB left for this site (2.5 MB of 3.0 MB are used)`;
      assert.ok(error!.message.includes(story), error!.message);
    }),
  );

  test(
    "the second tab waits and takes what the first has fetched, or goes on where that one was closed",
    fresh(async (b, url) => {
      file().slowness = 50;
      const a = await b.beside(`${server.origin}/`);
      assert.equal(await call(b, "list"), []); // its program is loaded before the download begins
      const first = get(a, url);
      while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      const removed = call<{ message: string }>(b, "remove", url);
      const second = get(b, url, { sha256 });
      assert.match((await removed).message, /is being fetched or checked/);
      assert.is((await first).digest, sha256);
      const { digest, phases } = await second;
      assert.is(digest, sha256);
      assert.equal(phases, ["waiting", "verifying"]);
      assert.is(server.requests.length, 1);
      assert.is(server.requests[0]!.served, length);

      // A tab that is closed in the middle leaves what has come, and its lock.
      server.requests.length = 0;
      const slow = `${server.origin}/files/slow.gguf`;
      server.files.set("slow.gguf", { ...hosted(model), slowness: 50 });
      get(a, slow).catch(() => {});
      while ((server.requests[0]?.served ?? 0) < megabyte) await new Promise((resolve) => setTimeout(resolve, 20));
      const waiting = get(b, slow);
      await a.close();
      server.files.get("slow.gguf")!.slowness = undefined;
      assert.is((await waiting).digest, sha256);
      const { range } = server.requests.at(-1)!;
      assert.ok(Number(/\d+/.exec(range ?? "")) > megabyte / 2, `went on with ${range}`);
    }),
  );

  test.run();
}

const full = suite("cached models, a full storage");

full("a storage that fills up is explained", async () => {
  skipped("a full storage in Firefox", "its driver sets no quota");
  const browser = await chromium("a full storage");
  if (!browser) return;
  const server = await startServer({ isolated: false });
  server.files.set("model.gguf", hosted(model));
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.origin);
    const url = `${server.origin}/files/model.gguf`;
    const protocol = await context.newCDPSession(page);
    await protocol.send("Storage.overrideQuotaForOrigin", { origin: server.origin, quotaSize: 1e6 });
    const { error } = await call<Cached>(page, "cached", url);
    assert.is(error?.kind, "RangeError");
    assert.match(
      error!.message,
      /model\.gguf: needs [12]\.\d MB more of the browser's storage, which has nothing left for this site \([\d.]+ MB are used\)/,
    );
    await protocol.send("Storage.overrideQuotaForOrigin", { origin: server.origin });
    assert.is((await call<Cached>(page, "cached", url)).digest, sha256, "and goes on when there is room");
  } finally {
    await browser.close();
    await server.close();
  }
});

full.run();
