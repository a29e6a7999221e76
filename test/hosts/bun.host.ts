// The packed library and its command in Bun (the npm package `bun`). Its engine is JavaScriptCore: what is the same bit for bit
// here does not depend on V8.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { program } from "./find.js";
import { tellMissing } from "./golden.js";
import { command, golden, type Runtime, run, testRuntime } from "./runtimes.js";

const test = suite("bun");
tellMissing();

const bun: Runtime = { name: "Bun", path: program("bun"), args: [] };

testRuntime(test, bun);

test("JavaScriptCore without relaxed SIMD chooses the plain build, with the same bits", async () => {
  const lacking = { ...bun, env: { BUN_JSC_useWasmRelaxedSIMD: "0" } };
  for (const { build } of await golden(lacking, {})) assert.is(build, "simd");
  for (const { build } of await golden(lacking, { threads: 1 })) assert.is(build, "simd");
});

test("JavaScriptCore without any SIMD is refused in a sentence", async () => {
  const lacking = { ...bun, env: { BUN_JSC_useWasmSIMD: "0" } };
  const { status, stderr } = run(lacking, [await command(), "run", "--chat", "turn on the lamp"]);
  assert.is(status, 1);
  assert.match(stderr, /^lanky: this host's WebAssembly has no SIMD/);
  assert.is(stderr.trimEnd().split("\n").length, 1);
});

test.run();
