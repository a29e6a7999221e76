// What bench:hosts says of its measurements: which Node others are held to, and what counts as reached.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { HostKind, Running } from "../../bench/hosts/hosts.js";
import { type HostResults, hostTable, ratiosOf, ratioTable, rowsOf } from "../../bench/hosts/report.js";
import { Samples } from "../../bench/peers/samples.js";

const start = (): Promise<Running> => Promise.reject(new Error("not started in this test"));

function kind(id: string, name: HostKind["name"], host: string, engine: string): HostKind {
  return { id, name, host, engine, threads: Number(id.split("-")[1]), start };
}

const kinds = [
  kind("node20-1", "Node", "Node 20.20.2", "V8 11.3"),
  kind("node26-1", "Node", "Node 26.10.0", "V8 14.6"),
  kind("node9-1", "Node", "Node 9.0.0", "V8 9.10"),
  kind("chromium-1", "Chromium", "Chromium 156.0", "V8 15.6"),
  kind("chromium-2", "Chromium", "Chromium 156.0", "V8 15.6"),
  kind("workerd-1", "workerd", "workerd 2026-04-26", "V8"),
];

function measured(rates: Readonly<Record<string, readonly number[]>>): Samples {
  const samples = new Samples();
  for (const [id, rounds] of Object.entries(rates)) {
    const { host, threads } = kinds.find((one) => one.id === id)!;
    const about = { id, engine: "lanky", host, threads } as const;
    for (const [round, rate] of rounds.entries())
      samples.add({ model: "m", type: "q8_0", kind: about, test: "decode", unit: "tokens_per_second" }, round, rate);
  }
  return samples;
}

const samples = measured({
  "node20-1": [10, 10, 10],
  "node26-1": [100, 200, 100],
  "chromium-1": [90, 170, 95],
  "chromium-2": [500, 500, 500],
  "workerd-1": [80, 180, 80],
});

test("Chromium and workerd are held to the newest Node, on one thread, round by round", () => {
  const ratios = ratiosOf(samples, kinds);
  assert.equal(
    ratios.map(({ host, beside, required, value, reached }) => [host, beside, required, value.median, reached]),
    [
      ["Chromium 156.0 (V8 15.6)", "Node 26.10.0 (V8 14.6)", 0.9, 0.9, true],
      ["workerd 2026-04-26 (V8)", "Node 26.10.0 (V8 14.6)", 0.85, 0.8, false],
    ],
  );
});

test("nothing is said to be reached where it was not measured", () => {
  assert.equal(ratiosOf(measured({ "node26-1": [1] }), kinds), []);
  assert.equal(
    ratiosOf(
      samples,
      kinds.filter(({ name }) => name !== "Node"),
    ),
    [],
  );
});

test("the tables have a line for each host, and for each requirement", () => {
  const results = {
    lengths: { prompt: 512, generate: 128 },
    rows: rowsOf(samples, kinds),
    ratios: ratiosOf(samples, kinds),
  } as unknown as HostResults;
  const lines = hostTable(results).trimEnd().split("\n");
  assert.is(lines.length, 2 + 5);
  assert.match(lines[2]!, /\| m \| Node 20\.20\.2 \| V8 11\.3 \| 1 \|.*\| 10\.0 \(10\.0 to 10\.0\) \|/);
  assert.match(ratioTable(results), /Chromium.*reached.*\n.*workerd.*missed/);
});

test.run();
