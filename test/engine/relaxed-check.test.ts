// A host whose relaxed SIMD computes wrong dot products must not get the relaxed build. Node 20's baseline compiler is one.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";

const isNode20 = process.versions.node.startsWith("20.");
if (!isNode20) console.log("skipped: the baseline compiler of Node 20 is wanted, this is", process.version);

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

(isNode20 ? test : test.skip)("a compiler that spoils an accumulator is found out", () => {
  assert.is(check("relaxed", "await WebAssembly.compile(bytes)"), "false");
});

test.run();
