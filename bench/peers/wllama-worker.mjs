// wllama (llama.cpp compiled to WebAssembly, npm @wllama/wllama) in headless Chromium, as an engine that main.ts drives: a
// page from a server of our own, isolated so that it may have threads.
//
// It takes prompts as text: a word that is one token in any vocabulary, repeated, less the BOS that it puts in front.
// Lengths and times are those that its server counts itself, of the model's work alone: no message between page and
// worker, no streaming. Greedy sampling is in its decode time and cannot be left out; with top_k 1 it is one pass over
// the logits.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./worker-protocol.mjs";

const folder = fileURLToPath(new URL("node_modules/@wllama/wllama/esm/", import.meta.url));
const executablePath = process.argv[2];

let browser;
let page;
let model; // path of the file
let before = 0; // tokens that it puts before a prompt

const isolated = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cache-Control": "no-store",
};

const server = createServer((request, response) => {
  const send = (type, body) => response.writeHead(200, { ...isolated, "Content-Type": type }).end(body);
  if (request.url === "/") return send("text/html", "<!doctype html><title>wllama</title>");
  if (request.url === "/model.gguf") {
    response.writeHead(200, { ...isolated, "Content-Length": statSync(model).size });
    return createReadStream(model, { highWaterMark: 1 << 20 }).pipe(response);
  }
  const file = `${folder}${request.url.slice(1)}`;
  if (request.url.includes("..") || !existsSync(file)) return response.writeHead(404).end();
  send(file.endsWith(".wasm") ? "application/wasm" : "text/javascript", readFileSync(file));
});

/** Evaluates a prompt of `length` tokens and makes `count` more. @returns wllama's timings */
const complete = (length, count) =>
  page.evaluate(
    async ([prompt, count]) => {
      const { timings } = await globalThis.engine.createCompletion({
        prompt,
        max_tokens: count,
        temperature: 0,
        top_k: 1,
        samplers: ["top_k"],
        ignore_eos: true,
        cache_prompt: false,
      });
      return timings;
    },
    [`a${" a".repeat(length - before - 1)}`, count],
  );

function expect(found, expected, what) {
  if (found !== expected) throw new Error(`wllama evaluated ${found} tokens as ${what}, expected ${expected}`);
}

serve({
  async prepare() {
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({
      executablePath,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [], // root has no sandbox
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const build = await page.evaluate(async () => {
      const { Wllama } = await import("/index.js");
      globalThis.Wllama = Wllama;
      return Wllama.getLibllamaVersion();
    });
    return { build };
  },
  async load({ path, threads, contextLength }) {
    model = path;
    await page.evaluate(
      async ([threads, contextLength]) => {
        const blob = await (await fetch("/model.gguf")).blob();
        const engine = new globalThis.Wllama({ default: "/wasm/wllama.wasm" }, { suppressNativeLog: true });
        await engine.loadModel([blob], {
          n_threads: threads,
          n_ctx: contextLength + 256, // its server keeps some for itself
          n_batch: 512,
          n_ubatch: 512,
          n_gpu_layers: 0,
          n_parallel: 1,
          warmup: false,
        });
        if (engine.getNumThreads() !== threads) throw new Error(`wllama took ${engine.getNumThreads()} threads`);
        globalThis.engine = engine;
      },
      [threads, contextLength],
    );
    before = 0;
    before = (await complete(1, 1)).prompt_n - 1;
  },
  reset() {}, // each completion starts anew
  async prefill(count) {
    const { prompt_n, prompt_ms } = await complete(count, 1);
    expect(prompt_n, count, "a prompt");
    return { seconds: prompt_ms / 1000 };
  },
  async decode(count) {
    // The first token made comes from the prompt's logits; the clock runs from there.
    const { predicted_n, predicted_ms } = await complete(1 + before, count + 1);
    expect(predicted_n, count + 1, "new ones");
    return { seconds: predicted_ms / 1000 };
  },
  about: () => ({}),
  async close() {
    await browser?.close();
    server.close();
  },
});
