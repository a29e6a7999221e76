// Apps that import lanky and are bundled by the defaults of Vite, of esbuild and of wrangler (an esbuild with rules for modules
// of edge workers), then run: in Chromium where there is one, and in workerd. Each loads the embedded model and answers with
// the bits that Node answers with.

import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { Miniflare } from "miniflare";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createServer } from "vite";
import { findChromium, program, skipped } from "./find.js";
import { type Check, checks, compare, expected, tellMissing } from "./golden.js";
import { appFolder, packedApp } from "./packed.js";
import { serveFolder } from "./serve.js";

const test = suite("bundlers");

/** The one that browsers load where no source is given. */
const int8 = checks.find(({ name }) => name.endsWith("int8.gguf"))!;

const page = '<!doctype html><meta charset="utf-8"><script type="module" src="./app.js"></script>';

/** The page's program, with the engine on the page's thread or in a worker. */
const app = (entry: string) => `
  import { loadModel, parseApiCall } from ${JSON.stringify(entry)};
  import { runCheck } from "./golden-check.js";
  async function main() {
    const model = await loadModel();
    const answer = await runCheck(model, ${JSON.stringify(int8)});
    await model.dispose();
    return { answer, api: parseApiCall(answer.text).api };
  }
  main().then((result) => { window.result = result; }, (error) => { window.result = { error: String(error) }; });
`;

interface Result {
  readonly answer?: unknown;
  readonly api?: string;
  readonly error?: string;
}

let browser: Browser | undefined;

test.before(async () => {
  tellMissing();
  const chromium = findChromium();
  if (chromium === undefined) {
    skipped("apps bundled by Vite and esbuild are built but not run", "there is no Chromium");
    return;
  }
  const playwright = await import("playwright-core");
  browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
});

test.after(async () => {
  await browser?.close();
});

/** A folder with the app's files; node_modules/ of the packed library is above it. */
async function writeApp(name: string, entry = "lanky"): Promise<string> {
  const folder = await appFolder(name);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "app.js"), app(entry));
  copyFileSync(new URL("./golden-check.js", import.meta.url), join(folder, "golden-check.js"));
  return folder;
}

/** What the page of an address comes to. */
async function resultOf(address: string): Promise<Result> {
  const tab = await browser!.newPage();
  try {
    await tab.goto(address);
    await tab.waitForFunction("window.result !== undefined", undefined, { timeout: 60_000 });
    return (await tab.evaluate("window.result")) as Result;
  } finally {
    await tab.close();
  }
}

async function answersAsNodeDoes(host: string, address: string): Promise<void> {
  const { answer, api, error } = await resultOf(address);
  assert.is(error, undefined, host);
  assert.is(api, "set_alarm");
  await compare(host, int8, answer);
}

const filesOf = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).map((file) => file.replaceAll("\\", "/"));

for (const entry of ["lanky", "lanky/worker"]) {
  test(`Vite builds an app of ${entry} without settings, and it runs`, async () => {
    const folder = await writeApp("vite", entry);
    execFileSync(program("vite"), ["build", "--logLevel", "warn"], { cwd: folder, stdio: "inherit" });
    const built = filesOf(join(folder, "dist"));
    assert.ok(
      built.some((file) => /relaxed-[^/]*\.wasm$/.test(file)),
      `kernels among ${built}`,
    );
    assert.ok(
      built.some((file) => /int8-[^/]*\.gguf$/.test(file)),
      `the embedded model among ${built}`,
    );
    if (!browser) return;
    const served = await serveFolder(join(folder, "dist"));
    try {
      await answersAsNodeDoes(`Vite's build of ${entry}`, `${served.origin}/`);
    } finally {
      await served.close();
    }
  });

  test(`Vite's development server runs an app of ${entry} too`, async () => {
    if (!browser) {
      skipped(`Vite's development server with an app of ${entry}`, "there is no Chromium");
      return;
    }
    const folder = await writeApp("vite-dev", entry);
    const server = await createServer({
      root: dirname(folder),
      configFile: false,
      logLevel: "warn",
      server: { port: 0 },
    });
    try {
      await server.listen();
      await answersAsNodeDoes(
        `Vite's development server, ${entry}`,
        `${server.resolvedUrls!.local[0]}${basename(folder)}/`,
      );
    } finally {
      await server.close();
    }
  });
}

test("esbuild leaves `new URL` as it is: an error says which files go where, and with them there the app runs", async () => {
  const folder = await writeApp("esbuild");
  const out = join(folder, "out");
  const args = ["app.js", "--bundle", "--format=esm", "--platform=browser", `--outdir=${out}/assets`];
  execFileSync(program("esbuild"), [...args, "--log-level=warning"], { cwd: folder, stdio: "inherit" });
  writeFileSync(join(out, "index.html"), page.replace("./app.js", "./assets/app.js"));
  if (!browser) return;
  const library = join(await packedApp(), "node_modules", "lanky");
  const served = await serveFolder(out);
  try {
    const bare = await resultOf(`${served.origin}/`);
    assert.match(bare.error!, `${served.origin}/models/lanky-api-4m-int8.gguf`);
    assert.match(bare.error!, "lanky/models/");
    cpSync(join(library, "models"), join(out, "models"), { recursive: true });
    const halfway = await resultOf(`${served.origin}/`);
    assert.match(halfway.error!, /\/build\/(relaxed|simd)\.wasm: 404/);
    assert.match(halfway.error!, "lanky/build/");
    cpSync(join(library, "build"), join(out, "build"), { recursive: true });
    await answersAsNodeDoes("esbuild's bundle", `${served.origin}/`);
  } finally {
    await served.close();
  }
});

test("esbuild takes the scripts of lanky/worker and lanky/cache as further entries; without them an error says so", async () => {
  const folder = await writeApp("esbuild-worker", "lanky/worker");
  writeFileSync(
    join(folder, "cached.js"),
    `import { cachedModel } from "lanky/cache";
    import "./app.js";
    window.cached = cachedModel(new URL("../models/lanky-api-4m-int4.gguf", import.meta.url))
      .then(({ size }) => size, (error) => String(error));`,
  );
  const library = join(await packedApp(), "node_modules", "lanky");
  const out = join(folder, "out");
  const bundle = (...entries: readonly string[]) => {
    const args = ["cached.js", ...entries, "--bundle", "--format=esm", "--platform=browser", `--outdir=${out}/assets`];
    execFileSync(program("esbuild"), [...args, "--log-level=warning"], { cwd: folder, stdio: "inherit" });
  };
  const entry = (name: string) => `${name}=${join(library, "dist", `${name}.js`)}`;
  bundle();
  writeFileSync(join(out, "index.html"), page.replace("./app.js", "./assets/cached.js"));
  if (!browser) return;
  const cached = async (address: string) => {
    const tab = await browser!.newPage();
    try {
      await tab.goto(address);
      return await tab.evaluate("window.cached");
    } finally {
      await tab.close();
    }
  };
  const served = await serveFolder(out);
  try {
    const bare = await resultOf(`${served.origin}/`);
    assert.match(
      bare.error!,
      /^Error: the engine's worker cannot be started: its script, worker\/engine-side\.js, could not/,
    );
    assert.match(bare.error!, /lanky\/dist\/worker\/engine-side\.js as a further entry/);
    assert.match(String(await cached(`${served.origin}/`)), /lanky\/dist\/cache\/download-side\.js as a further entry/);
    bundle(...["worker/engine-side", "worker/thread-side", "cache/download-side"].map(entry));
    const halfway = await resultOf(`${served.origin}/`);
    assert.match(halfway.error!, `${served.origin}/models/lanky-api-4m-int8.gguf`);
    assert.match(halfway.error!, "lanky/models/");
    for (const name of ["models", "build"]) cpSync(join(library, name), join(out, name), { recursive: true });
    await answersAsNodeDoes("esbuild's bundle of lanky/worker", `${served.origin}/`);
    const { size } = statSync(join(library, "models", "lanky-api-4m-int4.gguf"));
    assert.is(await cached(`${served.origin}/`), size);
  } finally {
    await served.close();
  }
});

test("wrangler bundles a worker without settings, and it runs in workerd", async () => {
  const folder = await writeApp("wrangler");
  writeFileSync(join(folder, "index.js"), worker);
  writeFileSync(join(folder, "wrangler.toml"), 'name = "app"\nmain = "index.js"\ncompatibility_date = "2026-04-01"\n');
  execFileSync(program("wrangler"), ["deploy", "--dry-run", "--outdir", "out"], {
    cwd: folder,
    env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const kinds = { ".js": "ESModule", ".wasm": "CompiledWasm", ".bin": "Data" } as const;
  const kindOf = (file: string) => kinds[extname(file) as keyof typeof kinds];
  const files = readdirSync(join(folder, "out")).filter((file) => kindOf(file) !== undefined);
  files.sort((a, b) => Number(basename(b) === "index.js") - Number(basename(a) === "index.js")); // the first is the worker
  const host = new Miniflare({
    modulesRoot: join(folder, "out"),
    modules: files.map((file) => ({ type: kindOf(file), path: join(folder, "out", file) })),
    compatibilityDate: "2026-04-01",
  });
  try {
    const ask = async (check: Check, body: Blob | null = null) => {
      const headers = { check: encodeURIComponent(JSON.stringify(check)) };
      const response = await fetch(await host.ready, { method: "POST", headers, body });
      assert.is(response.status, 200);
      return response.json();
    };
    await compare("workerd", int8, await ask(int8));
    for (const check of checks)
      await compare("workerd, from a stream", check, await ask(check, new Blob([readFileSync(check.file)])));
    // Two requests at once share the model, and neither disturbs the other.
    const [first, second] = await Promise.all([ask(int8), ask({ ...int8, maxTokens: 9 })]);
    await compare("workerd, two at once", int8, first);
    assert.equal((second as { ids: number[] }).ids, (await expected(int8)).ids.slice(0, 9));
  } finally {
    await host.dispose();
  }
});

/** Answers a check with the model of the request's body; with the embedded one, loaded once, where there is no body. */
const worker = `
  import { loadModel } from "lanky";
  import model from "lanky/models/lanky-api-4m-int8.gguf.bin";
  import { runCheck } from "./golden-check.js";
  let loading;
  export default {
    async fetch(request) {
      const check = JSON.parse(decodeURIComponent(request.headers.get("check")));
      if (Number(request.headers.get("content-length")) === 0) {
        loading ??= loadModel(new Blob([model]));
        return Response.json(await runCheck(await loading, check));
      }
      const sent = await loadModel(new Response(request.body));
      try {
        return Response.json(await runCheck(sent, check));
      } finally {
        await sent.dispose();
      }
    },
  };
`;

test.run();
