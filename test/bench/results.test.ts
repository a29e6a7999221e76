// The page of results says what was measured, whether it reached its target, and what was not measured. The numbers here are
// round ones, made up for the test.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ConstrainedResults } from "../../bench/constrained.js";
import type { HostResults } from "../../bench/hosts/report.js";
import type { Limits, Row } from "../../bench/measure.js";
import { describe, type Spread, writeResults } from "../../bench/record.js";
import { type KernelResults, layerPoints } from "../../bench/report/kernels.js";
import { figure, table } from "../../bench/report/markdown.js";
import { page } from "../../bench/report/page.js";
import { aboutWllama, contextLines, type PeerResults, type PeerRow, slopeOf } from "../../bench/report/peers.js";
import { type ProfiledRow, secondPassShare, triosOf } from "../../bench/report/profile.js";
import { constrainedTargets, freshTargets, heldTargets, splitTargets } from "../../bench/report/section-api.js";
import { type PytorchResults, pytorchTargets, readPytorch } from "../../bench/report/section-pytorch.js";
import { startTargets } from "../../bench/report/section-start.js";
import { commands } from "../../bench/report/sources.js";
import { hostTargets, kernelTargets, peerTargets, profileTargets, sizeTargets } from "../../bench/report/targets.js";
import type { StartResults } from "../../bench/start.js";
import type { ApiResults, Evaluated } from "../../src/cli/eval-report.js";

const spread = (median: number): Spread => ({ median, min: median * 0.9, max: median * 1.1, count: 5 });

function row(shape: string, tokens: number, seconds: number, share: number, more: Partial<Row> = {}): Row {
  const [rows, cols] = shape.split("x").map(Number) as [number, number];
  return {
    name: "matmulInt8",
    build: "relaxed",
    model: "125M",
    type: "Int8",
    shape,
    test: tokens === 1 ? "decode" : `prefill ${tokens}`,
    tokens,
    context: 0,
    place: tokens === 1 ? "memory" : "cache",
    samples: [],
    seconds: spread(seconds),
    bytes: rows * cols,
    macs: rows * cols * tokens,
    gb_per_second: 1,
    gmac_per_second: 1,
    instruction: "dot",
    share_of_read: share,
    share_of_instruction: share,
    share_of_limit: share,
    limit: "read",
    ...more,
  };
}

const layer = (share: number) => [
  row("192x576", 1, 1, share),
  row("576x576", 1, 2, share),
  row("1536x576", 1, 4, share),
  row("576x1536", 1, 8, share),
];

const limits: Limits = {
  build: "relaxed",
  region: 1,
  read_gb_per_second: spread(10),
  cached_read_gb_per_second: spread(20),
  gmac_per_second: { dot: spread(90), wide: spread(16), madd: spread(12) },
};

const kernels = (rows: readonly Row[]): KernelResults => ({ ...describe("kernels"), limits: [limits], rows });

function peer(engine: PeerRow["engine"], threads: number, test: string, rate: number): PeerRow {
  const host = engine === "lanky" ? "Node 26.10.0" : "native";
  return {
    model: "125M Q8_0",
    type: "Q8_0",
    engine,
    host,
    threads,
    test,
    tokens_per_second: spread(rate),
    rounds: [rate],
  };
}

const peers = (rows: readonly PeerRow[], ratios: PeerResults["ratios"] = []): PeerResults => ({
  ...describe("peers"),
  models: [{ name: "125M Q8_0", type: "Q8_0", bytes: 133e6 }],
  rounds: 5,
  skipped: [],
  lengths: { prompt: 512, generate: 128 },
  wllama_lengths: { prompt: 64, generate: 32 },
  rows,
  ratios,
});

function profiled(model: "base" | "shared" | "unshared", start: number, execute: number): ProfiledRow {
  return {
    name: "model.gguf",
    build: "relaxed",
    model,
    type: "Q8_0",
    threads: 1,
    shape: "576/1536 x 30",
    layers: model === "base" ? 30 : 60,
    weight_bytes: 1e6,
    load_ms: spread(10),
    init_ms: spread(10),
    first_ms: spread(10),
    execute_ms: spread(execute),
    start_ratio: spread(start),
    execute_ratio: spread(execute / 10),
    ...(model === "shared" && { floor_ms: spread(15), second_pass_ms: spread(execute - 10), in_cache_ms: spread(5) }),
  };
}

const profile = (shared: number) => [
  profiled("base", 1, 10),
  profiled("shared", 1.02, shared),
  profiled("unshared", 2, 20),
];

const hosts: HostResults = {
  ...describe("hosts"),
  rounds: 5,
  lengths: { prompt: 512, generate: 128 },
  skipped: ["no Bun"],
  rows: [
    ...(["prefill", "decode"] as const).map((test) => ({
      ...{ model: "125M Q8_0", host: "workerd 2026-04-26", engine: "V8", build: "relaxed", threads: 1, test },
      ...{ tokens_per_second: spread(40), rounds: [40] },
    })),
  ],
  ratios: [
    {
      ...{ model: "125M Q8_0", test: "prefill", host: "workerd 2026-04-26", beside: "Node 26.10.0" },
      ...{ required: 0.85, value: spread(0.5), reached: false },
    },
  ],
};

/** What `lanky eval api` found: `exact` of all turns. */
function evaluated(model: string, type: string, exact: number): Evaluated {
  const tally = { turns: 100, exact, same_line: exact, valid: 1, fits: 1, rouge_l: 0.9 };
  return {
    ...{ model, type, bytes: 1e6, conversations: 50, seconds: 1, ...tally, first_turn: tally },
    ...{ functions: { none: tally }, depths: { 1: tally }, first_token_ms: spread(20), tokens_per_second: spread(400) },
    ...{ wrong_count: 0, wrong: [] },
  };
}

const api = (...models: readonly Evaluated[]) => ({
  ...describe("api"),
  ...{ data: "held-out.jsonl.gz", conversations: 50, first_turns: false, constrained: false, models },
});

/** Under the grammar: `valid` of 2000 answers are. */
const held = (valid: number) => {
  const model = { ...evaluated("a.gguf", "F16", 0.9), turns: 2000, valid: valid / 2000 };
  return { ...api(model), constrained: true };
};

const pytorch = (right: number, more: Partial<PytorchResults> = {}): PytorchResults => ({
  ...{ conversations: 50, turns: 100, right, first: { turns: 100, right }, model: "a.gguf", torch: "2.13.0", ...more },
});

const started = (ms: number): StartResults => ({
  ...describe("start"),
  ...{ model: "a.gguf", npm: "10.8.2" },
  rows: ["npm start", "node bin/lanky.js demo"].map((command) => ({
    ...{
      command,
      asked_ms: spread(ms - 30),

      call_ms: spread(ms - 10),
      answer_ms: spread(ms),
    },
  })),
});

const constrained = (share: number): ConstrainedResults => ({
  ...describe("constrained"),
  ...{ model: "smol.gguf", vocabulary: 49152, trie_ms: 300, compile_ms: { "any JSON": 12 } },
  rows: [
    ...[0.01, share].map((cost) => ({
      ...{ task: "any JSON", temperature: 0, texts: "first" as const },
      ...{ tokens: 80, token_ms: 20, cost_ms: 20 * cost, share: cost },
    })),
  ],
});

test("without results the page names what is missing and how to measure it", () => {
  const text = page({}, {}, new Map());
  for (const command of Object.values(commands)) assert.ok(text.includes(`\`${command}\` measures`), command);
  assert.not.match(text, /undefined|NaN/);
});

test("with results the page has their tables, machine and date, and no holes", () => {
  const found = {
    kernels: kernels(layer(0.5)),
    peers: peers([
      ...[1, 2].flatMap((threads) => [peer("lanky", threads, "pp512", 300), peer("lanky", threads, "tg128", 100)]),
      ...[128, 1024].map((context) => peer("lanky", 1, `tg@${context}`, 100)),
      { ...peer("lanky", 1, "load", 1), tokens_per_second: undefined, seconds: spread(0.1) } as unknown as PeerRow,
    ]),
    profile: { ...describe("profile"), rows: profile(15) },
    hosts,
    api: api(evaluated("a.gguf", "F16", 0.98)),
    "api-people": { ...api(evaluated("a.gguf", "F16", 0.98)), data: "people.jsonl" },
    "api-usual": { ...api(evaluated("a.gguf", "F16", 0.99)), data: "usual.jsonl" },
    "api-fresh": { ...api({ ...evaluated("a.gguf", "F16", 0.97), rouge_l: null }), data: "fresh.jsonl" },
    "api-constrained": held(2000),
    "api-pytorch": pytorch(98),
    start: started(654),
    constrained: constrained(0.02),
    "hosts-threads": {
      ...describe("hosts-threads"),
      rows: [{ test: "worst delay", host: "Node", model: "m", threads: 1, value: spread(3), unit: "ms", bound: 20 }],
    },
  };
  const text = page(found, { "simd.wasm": 30000 }, new Map([["roofline", "../docs/pictures/roofline.svg"]]));
  assert.not.match(text, /Not measured|undefined|NaN|\[object/);
  const { machine, date } = describe("kernels");
  assert.ok(text.includes(machine.cpu) && text.includes(date));
  for (const part of [
    "MobileLLM-125M, iPhone 13",
    "| simd.wasm |",
    "133 MB",
    "100 (90.0 to 110)",
    "![roofline](",
    "Left out: no Bun",
    "98.00 %",
    "| a.gguf, 100 of fresh.jsonl | >= 95 % | 97.00 % | reached |",
    "| 2000 of 2000 |",
    "| a.gguf | all turns | 100 | 98.00 % | 98.00 % | 0.000 |",
    "| `npm start` | 624 (562 to 686) | 644 (",
    "trie of its 49152 tokens",
    "missed",
  ]) {
    assert.ok(text.includes(part), part);
  }
});

test("a layer's matrices count as often as they occur, and those of a filtered run are no layer", () => {
  const [point] = layerPoints(kernels(layer(0.5)));
  assert.is(point!.seconds, 2 * 1 + 2 * 2 + 2 * 4 + 8);
  assert.is(point!.bytes, 576 * (2 * 192 + 2 * 576 + 3 * 1536));
  assert.ok(Math.abs(point!.share - 0.5) < 1e-9);
  const others = [row("32000x576", 1, 100, 1), row("192x576", 1, 9, 1, { place: "cache" })];
  assert.equal(layerPoints(kernels([...layer(0.5), ...others])), [point], "neither the table nor weights in cache");
  const filtered = row("192x576", 64, 1, 0.5);
  assert.equal(layerPoints(kernels([...layer(0.5), filtered])), [point]);
});

test("targets are reached at the limit and missed beyond it", () => {
  const verdicts = (share: number) => kernelTargets(kernels(layer(share))).map(({ reached }) => reached);
  assert.equal([verdicts(0.9), verdicts(0.89)], [[true], [false]]);
  assert.equal(
    sizeTargets({ "a.wasm": 65536, "b.wasm": 65537 }).map(({ reached }) => reached),
    [true, false],
  );
  const sharing = (shared: number) =>
    profileTargets({ ...describe("profile"), rows: profile(shared) }).map(({ reached }) => reached);
  assert.equal(sharing(15), [true, true, true]);
  assert.equal(sharing(21), [true, false, false]);
  const [two] = triosOf(profile(9));
  assert.is(secondPassShare(two!), undefined, "a second pass faster than nothing is noise");
});

test("what a host misses of Node's speed is counted among the targets", () => {
  assert.equal(
    hostTargets(hosts).map(({ target, where, reached }) => [target, where, reached]),
    [["prefill of 125M Q8_0, of Node's speed", "workerd 2026-04-26, beside Node 26.10.0", false]],
  );
  assert.match(page({ hosts }, {}, new Map()), /## Targets\n\n0 reached, 1 missed\./);
  assert.match(page({}, {}, new Map()), /Without the targets of hosts: /);
});

test("the embedded model is held to its goals, and its variants to what they may lose", () => {
  const verdicts = (...exact: readonly number[]) =>
    splitTargets("api", api(...exact.map((share, i) => evaluated(`${i}.gguf`, ["F16", "Q8_0", "Q4_0"][i]!, share))))
      .filter(({ target }) => /turns|lost/.test(target))
      .map(({ reached }) => reached);
  assert.equal(verdicts(0.985, 0.981, 0.966), [true, true, true, true]);
  assert.equal(verdicts(0.98, 0.974, 0.955), [false, true, false, false]);
  assert.equal(verdicts(0.96), [false, false]);
  assert.equal(
    splitTargets("api-people", api(evaluated("a.gguf", "F16", 0.98), evaluated("b.gguf", "Q8_0", 0.97))).map(
      ({ reached }) => reached,
    ),
    [false, true, true, false, true],
    "calls of first turns, of all, of the table; of the variant points lost and calls of the table",
  );
  assert.equal(
    [0.1, 0.11].map((share) => constrainedTargets(constrained(share))[0]!.reached),
    [true, false],
  );
});

test("sentences of other writers, and answers under the grammar, have goals of their own", () => {
  const models = [0.95, 0.94].map((share) => evaluated("a.gguf", "F16", share));
  assert.equal(
    freshTargets(api(...models)).map(({ reached }) => reached),
    [true, false],
  );
  const targets = [2000, 1999].flatMap((valid) => heldTargets(held(valid)));
  assert.equal(
    targets.map(({ measured, reached }) => [measured, reached]),
    [
      ["2000 of 2000", true],
      ["1999 of 2000", false],
    ],
    "one wrong answer is seen",
  );
});

test("answers that the grammar made do not pass for free ones, nor the other way round", () => {
  const made = (kind: string, results: ApiResults) => () => page({ [kind]: results }, {}, new Map());
  assert.throws(made("api-constrained", api()), /api-constrained\.json: answers without --constrained, .* anew with `/);
  assert.throws(made("api-fresh", held(2000)), /api-fresh\.json: answers with --constrained, expected without it/);
  assert.throws(made("api", held(2000)), /api\.json: answers with --constrained/);
});

test("PyTorch may be a tenth of a point away, either way, on the same turns with the same weights", () => {
  const ours = api(evaluated("b.gguf", "F16", 1), {
    ...evaluated("a.gguf", "F16", 0.95),
    ...{ turns: 1000, same_line: 0.951, exact: 0.99 },
  });
  const target = (right: number, more: Partial<PytorchResults> = {}) =>
    pytorchTargets(ours, pytorch(right, { turns: 1000, ...more }))[0]!;
  assert.equal(
    [949, 950, 952, 953].map((right) => target(right).reached),
    [false, true, true, false],
  );
  assert.is(target(950).measured, "0.100");
  assert.ok(target(951, { model: "a" }).reached, "the name of the model will do");
  for (const [other, why] of [
    [{ model: "c.gguf" }, /no c\.gguf in F16/],
    [{ turns: 1001 }, /1000 turns, 100 of them first ones, beside 1001 and 100/],
    [{ first: { turns: 99, right: 9 } }, /beside 1000 and 99/],
  ] as const) {
    const found = target(951, other);
    assert.not(found.reached);
    assert.match(found.measured, why);
    const text = page({ api: ours, "api-pytorch": pytorch(951, { turns: 1000, ...other }) }, {}, new Map());
    assert.match(text, /Not comparable: /);
    assert.not.match(text, /NaN/);
  }
});

test("npm start has a second for its first answer", () => {
  assert.equal(
    [1000, 1001].flatMap((ms) => startTargets(started(ms)).map(({ reached }) => reached)),
    [true, false],
  );
});

test("the page is made from the files in a folder, PyTorch's without the head of a bench among them", () => {
  const folder = mkdtempSync(join(tmpdir(), "lanky-results-"));
  try {
    const path = join(folder, "api-pytorch.json");
    assert.is(readPytorch(path), undefined);
    for (const [text, why] of [
      ["{", /api-pytorch\.json: not JSON; write it anew with `python/],
      ["null", /"model" is undefined, expected a name/],
      [JSON.stringify(pytorch(101)), /101 of 100 right of all turns/],
      [JSON.stringify({ ...pytorch(98), first: undefined }), /right of first turns/],
      [JSON.stringify({ ...pytorch(98), conversations: "50" }), /"conversations" is no count/],
    ] as const) {
      writeFileSync(path, text);
      assert.throws(() => readPytorch(path), why);
    }
    writeFileSync(path, JSON.stringify(pytorch(98)));
    assert.equal(readPytorch(path), pytorch(98));
    for (const [kind, results] of Object.entries({
      ...{ api: api(evaluated("a.gguf", "F16", 0.98)), "api-fresh": api(evaluated("a.gguf", "F16", 0.97)) },
      ...{ "api-people": api(), "api-usual": api(), "api-constrained": held(2000), start: started(500) },
    })) {
      writeResults(join(folder, `${kind}.json`), results);
    }
    const script = fileURLToPath(new URL("../../bench/results.ts", import.meta.url));
    const to = join(folder, "RESULTS.md");
    const args = ["--import", "tsx", script, "--from", folder, "--to", to];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    assert.is(status, 0, stderr);
    assert.match(stdout, /without kernels, peers, profile, hosts, hosts-threads, constrained\n/);
    const text = readFileSync(to, "utf8");
    for (const found of [
      "calls of sentences by writers who never saw what training draws",
      "under the grammar",
      "points between lanky and PyTorch",
      "npm start in a built clone",
    ]) {
      assert.ok(text.includes(found), found);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("targets beside other engines are the bench's own", () => {
  const ratio = { host: "Node 26.10.0", beside: "native, 1 thread", value: spread(1.2), required: 1 };
  const ratios = [
    { ...ratio, target: "decode", atMost: false, reached: true },
    { ...ratio, target: "load", atMost: true, reached: false },
  ];
  assert.equal(
    peerTargets(peers([], ratios)).map(({ target, required, reached }) => [target, required, reached]),
    [
      ["decode", ">= 1", true],
      ["load", "<= 1", false],
    ],
  );
});

test("fewer tokens for wllama are said where it was measured", () => {
  assert.is(aboutWllama(peers([peer("lanky", 1, "tg128", 1)])), "");
  assert.is(aboutWllama(peers([peer("wllama", 1, "tg128", 1)])), "wllama reads 64 and makes 32");
});

test("the slope against context is that of a line, in microseconds", () => {
  const rate = (context: number) => 1000 / (10 + context * 0.002);
  const rows = [2048, 128, 1024].map((context) => peer("lanky", 1, `tg@${context}`, rate(context)));
  const [line] = contextLines(rows);
  assert.equal(
    line!.points.map(({ context }) => context),
    [128, 1024, 2048],
  );
  assert.ok(Math.abs(line!.slope - 2) < 1e-9);
  assert.ok(line!.points.every(({ ms }) => ms.min <= ms.median && ms.median <= ms.max));
  const points = [0, 1].map((x) => [x, 2 * x + 1] as const);
  assert.is(slopeOf(points), 2);
});

test("tables survive what is in them", () => {
  assert.is(table(["a", "b"], [["x|y", "1"]], [1]), "| a | b |\n| --- | ---: |\n| x\\|y | 1 |\n");
  assert.equal([1.234, 12.34, 1234.5, Number.NaN].map(figure), ["1.23", "12.3", "1235", "-"]);
});

test.run();
