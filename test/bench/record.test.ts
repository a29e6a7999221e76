// What a bench keeps: medians that are medians, and files that say where they come from and tell what is no result.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { describe, readResults, resultsPath, spreadOf, writeResults } from "../../bench/record.js";

test("the spread is median, extremes and count; the median of an even number lies between the middle two", () => {
  assert.equal(spreadOf([3, 1, 2]), { median: 2, min: 1, max: 3, count: 3 });
  assert.equal(spreadOf([10, 2, 4, 1]), { median: 3, min: 1, max: 10, count: 4 });
  assert.throws(() => spreadOf([]), /no measurements/);
  assert.throws(() => spreadOf([1, Number.NaN]), /not a number/);
});

test("results say on what, with what and when, and come back from their file as they were", () => {
  const folder = mkdtempSync(join(tmpdir(), "lanky-record-"));
  try {
    const path = join(folder, "deep", "kernels.json");
    const data = { ...describe("kernels"), rows: [{ seconds: 0.25 }] };
    assert.match(data.date, /^\d{4}-\d\d-\d\d$/);
    assert.is(data.host.node, process.versions.node);
    assert.ok(data.machine.cores > 0 && data.machine.cpu !== "");
    assert.not.match(data.command, /\//, "where things lie on this machine is not told");
    writeResults(path, data);
    assert.ok(readFileSync(path, "utf8").endsWith("}\n"));
    assert.equal(readResults(path), data);
    assert.is(readResults(join(folder, "none.json")), undefined);
    writeFileSync(path, "{");
    assert.throws(() => readResults(path), /kernels\.json: not JSON/);
    writeFileSync(path, "[]");
    assert.throws(() => readResults(path), /kernels\.json: JSON, but not results of a bench/);
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.match(resultsPath("peers"), /bench.results.peers\.json$/);
});

test.run();
