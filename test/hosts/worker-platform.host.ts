// What the tests of the worker example run it in forbids what the platform forbids: a program that tries each thing, served as
// the example is, is refused or finds nothing there. So what is tested there needs none of it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { compatibilityDate, compatibilityFlags, serve, type WorkerModule } from "../../examples/worker/workerd.js";
import { root } from "./packed.js";

/** The smallest module: magic number and version. */
const wasm = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** What is refused, and with what, while a request is answered. Where nothing is there, the error says so. */
const refusals: Readonly<Record<string, RegExp>> = {
  // Programs made of text.
  'eval("1")': /^EvalError: Code generation from strings disallowed/,
  'new Function("return 1")': /^EvalError: Code generation from strings disallowed/,
  '(async () => {}).constructor("return 1")': /^EvalError: Code generation from strings disallowed/,
  'import("data:text/javascript,export {}")': /^Error: No such module/,
  'URL.createObjectURL(new Blob(["export {}"]))': /^Error: .* is not implemented/,
  // WebAssembly made of bytes.
  "new WebAssembly.Module(bytes)": /^CompileError: .* code generation disallowed by embedder/,
  "WebAssembly.compile(bytes)": /^CompileError: .* code generation disallowed by embedder/,
  "WebAssembly.instantiate(bytes)": /^CompileError: .* code generation disallowed by embedder/,
  "WebAssembly.compileStreaming(new Response(bytes))": /^TypeError: .* is not a function/,
  // Threads.
  'new Worker("./index.js")': /^ReferenceError: Worker is not defined/,
  'new SharedWorker("./index.js")': /^ReferenceError: SharedWorker is not defined/,
  'import("node:worker_threads")': /^Error: No such module/,
  // Files.
  'import("node:fs")': /^Error: No such module/,
  'import("node:fs/promises")': /^Error: No such module/,
  'import("file:///etc/hostname")': /^Error: No such module/,
  'fetch("file:///etc/hostname")': /^TypeError: Fetch API cannot load/,
  "navigator.storage.getDirectory()": /^TypeError: /,
  'require("node:fs")': /^ReferenceError: require is not defined/,
  "process.cwd()": /^ReferenceError: process is not defined/,
  "Deno.cwd()": /^ReferenceError: Deno is not defined/,
};

/** What is given: without these two a worker that can do nothing would pass. */
const given: Readonly<Record<string, RegExp>> = {
  "new WebAssembly.Instance(compiled)": /^\[object WebAssembly.Instance\]$/,
  '(async () => "default" in (await import("./empty.wasm")))()': /^true$/,
};

/** Answers what each expression came to. */
const program = `
import compiled from "./empty.wasm";
const bytes = new Uint8Array(${JSON.stringify(wasm)});
const tries = {
  ${[...Object.keys(refusals), ...Object.keys(given)].map((code) => `${JSON.stringify(code)}: () => ${code},`).join("\n  ")}
};
export default {
  async fetch() {
    const found = {};
    for (const [code, attempt] of Object.entries(tries)) {
      try {
        found[code] = String(await attempt());
      } catch (error) {
        found[code] = error.name + ": " + error.message;
      }
    }
    return Response.json(found);
  },
};
`;

const modules: readonly WorkerModule[] = [
  { name: "index.js", kind: "esModule", bytes: Buffer.from(program) },
  { name: "empty.wasm", kind: "wasm", bytes: Buffer.from(wasm) },
];

test("no eval, no compilation of bytes, no threads, no files; modules that were deployed", async () => {
  const worker = await serve(modules);
  try {
    const found = (await (await fetch(worker.url)).json()) as Record<string, string>;
    for (const [code, outcome] of Object.entries({ ...refusals, ...given }))
      assert.match(found[code] ?? "", outcome, `${code}: ${found[code]}`);
  } finally {
    await worker.stop();
  }
});

test("the example is served with the date and the flags that wrangler would deploy it with", () => {
  const settings = readFileSync(join(root, "examples", "worker", "wrangler.jsonc"), "utf8");
  assert.is(/^\s*"compatibility_date": (.*),$/m.exec(settings)?.[1], JSON.stringify(compatibilityDate));
  assert.is(/^\s*"compatibility_flags": (.*),$/m.exec(settings)?.[1], JSON.stringify(compatibilityFlags));
});

test.run();
