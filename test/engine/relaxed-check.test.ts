// A host whose relaxed SIMD computes wrong dot products must not get the relaxed build. Node 20's baseline compiler is one,
// where a kernel with many accumulators uses the 32-bit dot; here the module itself computes something else.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";

const isNode20 = process.versions.node.startsWith("20.");
/** What the check says in a fresh process, before any optimising compiler has run, of a module that `compile` makes. */
function check(build: string, compile: string): string {
  const script = `
    import { readFile } from "node:fs/promises";
    import { relaxedIsExact } from "./dist/engine/relaxed-check.js";
    import { compileKernels } from "./dist/node/compile-kernels.js";
    const bytes = await readFile("build/${build}.wasm");
    process.stdout.write(String(await relaxedIsExact(${compile}, ${build.endsWith("threads")})));`;
  const flags = isNode20 ? ["--experimental-wasm-relaxed-simd"] : [];
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  return execFileSync(process.execPath, [...flags, "--input-type=module", "-e", script], { cwd, encoding: "utf8" });
}

test("the relaxed builds are exact as the library compiles them", () => {
  assert.is(check("relaxed", `await compileKernels("relaxed")`), "true");
  assert.is(check("relaxed-threads", `await compileKernels("relaxed", true)`), "true");
});

test("a host that multiplies wrongly is found out", () => {
  // In place of both dot products, opcodes fd 92 02 and fd 93 02, others of the same signature: a product, and madd.
  const wrong = `
    (() => {
      for (let i = 0; i + 2 < bytes.length; i++) {
        if (bytes[i] !== 0xfd || bytes[i + 2] !== 2) continue;
        if (bytes[i + 1] === 0x92) bytes[i + 1] = 0x91;
        if (bytes[i + 1] === 0x93) bytes[i + 1] = 0x85;
      }
      return WebAssembly.compile(bytes);
    })()`;
  assert.is(check("relaxed", `await ${wrong}`), "false");
  assert.is(check("relaxed-threads", `await ${wrong}`), "false");
});

test.run();
