// The kernel bench measures what was asked for: no kernel, type, build or shape is missing from it, and words find cases
// and say so where they find none. Otherwise a slower kernel would go unnoticed.

import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { allCases, builds, matches, models, nameOf, selectCases, weightTypes, wordsOf } from "../../bench/cases.js";

const every = allCases();
const names = (words: string[]) => selectCases(words, false).map(nameOf);

test("every kernel that runs for a token is measured, in both builds", () => {
  const index = readFileSync(new URL("../../assembly/index.ts", import.meta.url), "utf8");
  const exports = [...index.matchAll(/\{([^}]*)\}/g)].flatMap((list) => list[1]!.split(",").map((name) => name.trim()));
  // Once in the life of a model; and claim, an atomic addition.
  const notTimed = exports.filter((name) => /^(pack(F16|F32|BF16|Int)|ropeTable$|probe|claim$)/.test(name));
  for (const build of builds) {
    const measured = new Set(every.flatMap((row) => (row.build === build ? [row.kernel] : [])));
    const missing = exports.filter((name) => name !== "" && !notTimed.includes(name) && !measured.has(name));
    assert.equal(missing, [], `not measured in build ${build}`);
  }
});

test("every product is measured at each matrix of each model: decode from memory and cache, prefill of 4 to 512", () => {
  for (const build of builds) {
    for (const type of weightTypes) {
      for (const model of models) {
        const { hidden, intermediate, heads, kvHeads, headDim } = model;
        for (const shape of [
          `${heads * headDim}x${hidden}`,
          `${kvHeads * headDim}x${hidden}`,
          `${intermediate}x${hidden}`,
          `${hidden}x${intermediate}`,
        ]) {
          const found = every
            .filter((row) => row.build === build && row.model === model && row.shape === shape && row.type === type)
            .filter((row) => row.kernel.startsWith("matmul"))
            .map(nameOf);
          const tests = ["decode", "decode in cache", "prefill 4", "prefill 16", "prefill 64", "prefill 512"];
          assert.equal(
            found,
            tests.map((one) => `matmul${type} ${shape} ${one}`),
          );
        }
      }
    }
  }
});

test("no two cases are called the same", () => {
  const keys = every.map((row) => `${row.build} ${row.model.name} ${nameOf(row)}`);
  assert.is(new Set(keys).size, keys.length);
});

test("the usual cases have the whole 125M shape, and every kernel once at least", () => {
  const usual = selectCases([], false);
  const kernels = new Set(usual.map((row) => row.kernel));
  const left = new Set(every.flatMap((row) => (kernels.has(row.kernel) ? [] : [row.kernel])));
  assert.equal([...left], ["reglu", "relu"]);
  for (const kernel of ["matmulInt8", "matmulInt4", "matmulInt4Min"]) {
    for (const build of builds) {
      const whole = every.filter(
        (row) =>
          row.kernel === kernel &&
          row.build === build &&
          row.model.name === "125M" &&
          (row.tokens === 1 || row.rows < 32000),
      );
      assert.equal(selectCases([kernel, build, "125M"], false).map(nameOf), whole.map(nameOf));
    }
  }
});

test("words have to name a case in full, in upper or lower case, and all of them", () => {
  const row = selectCases(["matmulInt4", "576x1536", "decode", "relaxed", "memory"], false)[0]!;
  assert.is(nameOf(row), "matmulInt4 576x1536 decode");
  assert.ok(matches(row, ["int4", "MATMUL", "125m"]));
  assert.not.ok(matches(row, ["Int"]));
  assert.not.ok(matches(row, ["Int4", "prefill"]));
  assert.ok(
    selectCases(["Int4"], true).every((one) => one.type === "Int4"),
    "Int4Min is another type",
  );
  assert.ok(wordsOf(row).includes("memory"));
});

test("what is not usual is measured where words name nothing else", () => {
  assert.ok(names(["relu"]).length > 0);
  assert.ok(selectCases(["350M", "attention"], false).length > 0);
  assert.ok(selectCases(["swiglu"], false).length < selectCases(["swiglu"], true).length);
});

test("a word that names nothing is told apart from words that do not go together", () => {
  assert.throws(() => selectCases(["matmulInt5"], false), /"matmulInt5" is in the name of no case.*matmul, .*decode/);
  assert.throws(() => selectCases(["rmsnorm", "Int4"], false), /each word is known, but not together/);
});

test.run();
