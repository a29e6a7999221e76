// The entry of browsers, as far as it runs anywhere: addresses as sources, and errors that say which file is missing where,
// for bundlers that do not copy what `new URL(..., import.meta.url)` names. test/hosts/ runs it in browsers.

import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fetchKernels } from "../../src/fetch-kernels.js";
import { loadModel, openModel } from "../../src/index.js";
import { fixturePath } from "./fixtures.js";
import { rejects } from "./rejects.js";

const test = suite("browser entry");

let server: Server;
let origin: string;

test.before(async () => {
  server = createServer((request, response) => {
    if (request.url === "/model.gguf") response.end(readFileSync(fixturePath("gguf/f32-tied.gguf")));
    else response.writeHead(404).end("not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.after(() => void server.close());

/** Answers the library's fetches of files beside it, which Node's fetch has no scheme for. */
async function withFetch<T>(answer: (url: string) => Response, use: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.startsWith("file:") ? answer(url) : real(input, init);
  };
  try {
    return await use();
  } finally {
    globalThis.fetch = real;
  }
}

test("a source may be an address, as a URL or as text, relative ones against the page", async () => {
  const sources = [`${origin}/model.gguf`, new URL(`${origin}/model.gguf`)];
  for (const source of sources) {
    const checkpoint = await openModel(source);
    assert.is(checkpoint.name, `${origin}/model.gguf`);
    await checkpoint.close();
  }
  await rejects(openModel("model.gguf"), Error, /^model\.gguf: is no address, .* give an absolute URL/);
  Object.defineProperty(globalThis, "location", { value: { href: `${origin}/app/index.html` }, configurable: true });
  try {
    await (await openModel("../model.gguf")).close();
  } finally {
    Reflect.deleteProperty(globalThis, "location");
  }
  await rejects(openModel(`${origin}/other.gguf`), Error, /other\.gguf: .*404/);
  await rejects(openModel("http://127.0.0.1:1/model.gguf"), Error, /cannot be fetched .*check the address/);
});

test("without its files it says which ones go where", async () => {
  const missing = () => new Response("no", { status: 404, statusText: "Not Found" });
  const page = () => new Response("<!doctype html><title>app</title>", { headers: { "content-type": "text/html" } });
  for (const answer of [missing, page]) {
    await withFetch(answer, async () => {
      await rejects(loadModel(), Error, /models\/lanky-api-4m-int8\.gguf: .*copied into a folder models\/ beside/s);
      await rejects(
        loadModel(`${origin}/model.gguf`),
        Error,
        /build\/(relaxed|simd)\.wasm.*copied into a folder build\/ beside/s,
      );
    });
  }
});

test("kernels that could not be fetched are fetched again", async () => {
  const missing = () => new Response("no", { status: 503, statusText: "Later" });
  await withFetch(missing, () => rejects(fetchKernels("simd"), Error, /503 Later/));
  let fetches = 0;
  const there = (url: string) => {
    fetches++;
    return new Response(readFileSync(new URL(url)));
  };
  await withFetch(there, async () => {
    const [first, second] = await Promise.all([fetchKernels("simd"), fetchKernels("simd")]);
    assert.is(first, second);
    assert.is(fetches, 1);
    const model = await loadModel(`${origin}/model.gguf`);
    assert.is(model.threads, 0);
    await model.generate([1, 2, 3], { maxTokens: 2 }).complete();
    await model.dispose();
  });
});

test.run();
