// An app that imports lanky/worker and lanky/cache, bundled by the defaults of Vite, which has to find four kinds of workers,
// kernels and the embedded model by their `new URL`; then run in Chromium, with threads.

import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { chromium } from "./browsers.js";
import { program } from "./find.js";
import { type Answer, checks, compare } from "./golden.js";
import { appFolder } from "./packed.js";
import { serveFolder } from "./serve.js";

const test = suite("lanky/worker and lanky/cache in a bundle");
const int8 = checks.find(({ name }) => name.endsWith("int8.gguf"))!;
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

const app = `
  import { cachedModel } from "lanky/cache";
  import { loadModel } from "lanky/worker";
  import { runCheck } from "./golden-check.js";
  async function main() {
    const found = {};
    for (const [name, source, threads] of [["embedded", undefined, 0], ["cached", "/model.gguf", 2]]) {
      const model = await loadModel(source && (await cachedModel(source)), { threads });
      found[name] = { answer: await runCheck(model, ${JSON.stringify(int8)}), threads: model.threads };
      await model.dispose();
    }
    return found;
  }
  main().then((result) => { window.result = result; }, (error) => { window.result = { error: String(error) }; });
`;

test("Vite builds it without settings, and it answers as Node does", async () => {
  const folder = await appFolder("vite-worker");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "app", private: true, type: "module" }));
  writeFileSync(join(folder, "index.html"), '<!doctype html><script type="module" src="./app.js"></script>');
  writeFileSync(join(folder, "app.js"), app);
  copyFileSync(new URL("./golden-check.js", import.meta.url), join(folder, "golden-check.js"));
  execFileSync(program("vite"), ["build", "--logLevel", "warn"], { cwd: folder, stdio: "inherit" });
  copyFileSync(int8.file, join(folder, "dist", "model.gguf"));
  const built = readdirSync(join(folder, "dist", "assets"));
  for (const part of ["engine-side", "thread-side", "download-side", "relaxed-threads", "lanky-api-4m-int8"])
    assert.ok(
      built.some((file) => file.startsWith(part)),
      `${part} is not among ${built}`,
    );
  const browser = await chromium("an app with lanky/worker, built by Vite");
  if (!browser) return;
  const served = await serveFolder(join(folder, "dist"), isolation);
  try {
    const page = await browser.newPage();
    await page.goto(`${served.origin}/`);
    await page.waitForFunction("window.result !== undefined", undefined, { timeout: 60_000 });
    type Found = { answer: Answer; threads: number };
    const found = (await page.evaluate("window.result")) as { embedded: Found; cached: Found; error?: string };
    assert.is(found.error, undefined);
    assert.equal([found.embedded.threads, found.cached.threads], [0, 2]);
    await compare("Vite's build of lanky/worker", int8, found.embedded.answer);
    await compare("Vite's build of lanky/worker, cached, two threads", int8, found.cached.answer);
  } finally {
    await served.close();
    await browser.close();
  }
});

test.run();
