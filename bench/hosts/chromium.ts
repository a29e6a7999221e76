// Chromium as a host: headless, driven by playwright-core, with a page from a server of our own that is isolated, so that it
// may have threads. On one thread the library runs in a Web Worker that it is bundled into: no message between page and worker
// is in a token's time. With threads it is lanky/worker, as a page imports it.

import { createReadStream, existsSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.js";
import type { Running } from "./hosts.js";
import { answered } from "./process.js";

/** The little of playwright-core that is used: its own types come with it, and it is installed in a folder of its own. */
interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}
interface Browser {
  newPage(): Promise<Page>;
  newBrowserCDPSession(): Promise<{ send(method: string): Promise<unknown> }>;
  close(): Promise<void>;
}
interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<T>(script: string): Promise<T>;
}

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Starts the browser for that many threads. */
export async function startChromium(executablePath: string, folder: string, threads: number): Promise<Running> {
  const { chromium } = createRequire(path("../../test/hosts/package.json"))("playwright-core") as Playwright;
  const made = await bundle("chromium-engine.mjs", ["browser"]);
  const [dist, build, bench] = ["../../dist", "../../build", "."].map(path);
  const server = await serve(threads === 1 ? workerPage : threadsPage, {
    ...{ app: made, models: folder },
    ...{ dist: dist!, build: build!, bench: bench! },
  });
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    server.close();
    server.closeAllConnections();
    rmSync(made, { recursive: true, force: true });
  };
  try {
    browser = await chromium.launch({
      executablePath,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [], // root has no sandbox
    });
    const launched = browser;
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate("globalThis.started");
    const ask = async <T>(op: string, args: object = {}): Promise<T> => {
      const source = "source" in args ? { source: `/models/${String(args.source)}` } : {};
      const question = JSON.stringify({ op, ...args, ...source });
      return answered<T>(await page.evaluate(`globalThis.ask(${question})`), "Chromium");
    };
    return { ask, pids: () => renderers(launched), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Processes of pages; workers are threads of theirs. */
async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send("SystemInfo.getProcessInfo")) as {
    readonly processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

const workerPage = `<!doctype html><title>lanky</title><script type="module">
  const worker = new Worker("/app/chromium-engine.js", { type: "module" });
  const answer = () => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message ?? "the worker does not load"));
  });
  globalThis.started = answer();
  globalThis.ask = (question) => {
    const answered = answer();
    worker.postMessage(question);
    return answered;
  };
</script>`;

const threadsPage = `<!doctype html><title>lanky</title><script type="module">
  import { createEngine } from "/bench/engine.mjs";
  import { loadModel } from "/dist/worker.js";
  const run = createEngine(loadModel);
  globalThis.ask = async ({ op, ...args }) => ({ result: await run(op, args) });
</script>`;

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  mjs: "text/javascript",
  wasm: "application/wasm",
};

/** Serves a page, and folders by their names. */
function serve(page: string, folders: Readonly<Record<string, string>>): Promise<Server> {
  const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    if (pathname === "/") return response.writeHead(200, { ...isolated, "Content-Type": "text/html" }).end(page);
    const [, folder = "", ...rest] = pathname.split("/");
    const file = Object.hasOwn(folders, folder) ? join(folders[folder]!, ...rest) : "";
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404, isolated).end();
    const type = types[file.split(".").at(-1)!] ?? "application/octet-stream";
    response.writeHead(200, { ...isolated, "Content-Type": type, "Content-Length": statSync(file).size });
    return createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
