// lanky profile: its twins are the models that it says they are, its numbers follow from each other, and it leaves nothing
// behind. How long anything takes is not tested.

import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kindsOfBlocks, mainType, prepareTwin, type Repeated, type TwinKind } from "../../src/cli/twins.js";
import { loadCheckpoint, openModel } from "../../src/node.js";
import { fixture, lanky, start } from "./lanky.js";

const model = fixture("gguf/q8_0-tied.gguf");
const sharing = fixture("hf/mobilellm-sharing");

// biome-ignore lint/suspicious/noExplicitAny: the tests look at what the command prints, whatever it is
type Json = any;

async function profile(args: readonly string[]): Promise<Json> {
  const { stdout, stderr, code } = await lanky(["profile", ...args, "--json"]);
  assert.is(code, 0, stderr);
  assert.ok(stdout.endsWith("}\n") && stdout.indexOf("\n") === stdout.length - 1, "one line, one object");
  return JSON.parse(stdout);
}

/** The logits after some tokens, in a twin. */
async function logits(source: string, kind: TwinKind | Repeated): Promise<Float32Array> {
  const { open } = await prepareTwin(source, kind);
  const loaded = await loadCheckpoint(open(), { contextLength: 32 });
  try {
    return await loaded.createSession().evaluate([1, 5, 9, 2]);
  } finally {
    await loaded.dispose();
  }
}

test("the shared and the unshared twin give the same bits, and base others", async () => {
  for (const source of [model, sharing, fixture("gguf/q4_1-with-q8_0.gguf")]) {
    const shared = await logits(source, "shared");
    assert.equal(await logits(source, "unshared"), shared, source);
    assert.not.equal(await logits(source, "base"), shared, source);
  }
});

test("the shared twin of a checkpoint that shares its blocks is that checkpoint", async () => {
  const whole = await loadCheckpoint(await openModel(sharing), { contextLength: 32 });
  assert.equal(await logits(sharing, "shared"), await whole.createSession().evaluate([1, 5, 9, 2]));
  await whole.dispose();
});

test("a repeated block is one block, however often it is executed", async () => {
  const checkpoint = await openModel(model);
  await checkpoint.close();
  const { open, times } = await prepareTwin(model, { block: 1, times: 3 });
  const twin = await open();
  assert.equal([...twin.blocks], [0, 0, 0]);
  assert.is(twin.config.num_hidden_layers, 1);
  const ofBlock = checkpoint.tensors.filter(({ block }) => block === 1 || block < 0);
  assert.equal(
    twin.tensors.map(({ name }) => name),
    ofBlock.map(({ name }) => name),
  );
  assert.ok(times.opened > 0 && Number.isNaN(times.reading));
  await (await loadCheckpoint(twin)).dispose();
  assert.ok(times.reading >= times.opened && times.reading < performance.now());
  assert.not.equal(await logits(model, { block: 0, times: 2 }), await logits(model, { block: 1, times: 2 }));
});

test("blocks of the same types are one kind, others are others", async () => {
  for (const name of ["gguf/q8_0-tied.gguf", "gguf/q4_1-with-q8_0.gguf", "hf/mobilellm-sharing"]) {
    const checkpoint = await openModel(fixture(name));
    await checkpoint.close();
    const kinds = kindsOfBlocks(checkpoint);
    assert.is(
      kinds.reduce((sum, { count }) => sum + count, 0),
      checkpoint.config.num_hidden_layers,
    );
  }
  const checkpoint = await openModel(model);
  await checkpoint.close();
  assert.is(mainType(checkpoint), "Q8_0");
  const changed = checkpoint.tensors.map((info) =>
    info.role === "q_proj" && info.block === 0 ? { ...info, type: "F32" as const } : info,
  );
  assert.equal(kindsOfBlocks({ ...checkpoint, tensors: changed })[0], { block: 0, count: 1 });
});

test("--json: every model, type and number of threads, with numbers that follow from each other", async () => {
  const out = await profile([model, "-r", "1", "-n", "4", "--weights", "file,int8"]);
  assert.equal(Object.keys(out), ["name", "build", "tokens", "rows"]);
  const expected = [1, 2].flatMap((threads) => ["base", "shared", "unshared"].map((kind) => `Q8_0 ${threads} ${kind}`));
  assert.equal(
    out.rows.map((row: Json) => `${row.type} ${row.threads} ${row.model}`),
    expected,
    "int8 is what the file has: once",
  );
  for (const [at, row] of out.rows.entries()) {
    const base = out.rows[at - (at % 3)];
    for (const field of ["load_ms", "init_ms", "first_ms", "execute_ms", "start_ratio", "execute_ratio"]) {
      const { median, min, max, count } = row[field];
      assert.ok(0 < min && min <= median && median <= max, `${field} ${JSON.stringify(row[field])}`);
      assert.is(count, 1);
    }
    assert.is(row.layers, row.model === "base" ? base.layers : 2 * base.layers);
    if (row.model === "base") assert.is(row.start_ratio.median, 1);
    if (row.model === "unshared") assert.ok(row.weight_bytes > base.weight_bytes);
    assert.is("floor_ms" in row, row.model === "shared");
    if (row.model !== "shared") continue;
    assert.is(row.weight_bytes, base.weight_bytes, "shared weights are stored once");
    const sum = base.execute_ms.median + row.in_cache_ms.median;
    assert.ok(Math.abs(row.floor_ms.median - sum) < 1e-9 * Math.abs(sum));
    const difference = row.execute_ms.median - base.execute_ms.median;
    assert.ok(Math.abs(row.second_pass_ms.median - difference) < 1e-9 * row.execute_ms.median);
  }
});

test("a checkpoint that shares blocks already is base when each is executed once", async () => {
  const { rows } = await profile([sharing, "-r", "1", "-n", "2", "-t", "1"]);
  assert.equal(
    rows.map((row: Json) => row.layers),
    [2, 4, 4],
  );
});

test("the table has the paper's rows and the floor; what is under way goes to stderr", async () => {
  const { stdout, stderr, code } = await lanky([
    "profile",
    model,
    "-r",
    "1",
    "-n",
    "2",
    "-t",
    "1",
    "--weights",
    "int4",
  ]);
  assert.is(code, 0, stderr);
  assert.match(stdout, /^type +threads +model +layers +weights +load +initialise/m);
  assert.match(stdout, /^Q4_0 +1 +shared /m);
  assert.match(stdout, /^iPhone 13 +unshared +60 .*3348 ms.* 2\.439 +1\.859$/m);
  assert.match(stdout, /shared \/ floor/);
  assert.match(stderr, /^Q4_0, 1 thread: loaded each model once$/m);
});

test("wrong usage, and a model that is none", async () => {
  const cases: [args: string[], code: number, word: RegExp][] = [
    [[model, "--weights", "file,int3"], 2, /'file,int3'.*int8/],
    [[model, "-t", ""], 2, /-t is empty/],
    [[model, "-n", "60000"], 2, /-n 60000: .* context/],
    [[model, "--ctx", "8", "-n", "32"], 2, /-n 32: .* context/],
    [[model, "--ctx", "100000"], 2, /--ctx 100000: expected 1 to/],
    [["no/such.gguf"], 1, /no\/such\.gguf: /],
  ];
  for (const [args, code, word] of cases) {
    const ended = await lanky(["profile", ...args]);
    assert.is(ended.code, code, `${args}: ${ended.stderr}`);
    assert.is(ended.stdout, "");
    assert.match(ended.stderr, /^lanky: [^\n]*\n$/);
    assert.match(ended.stderr, word);
  }
});

test("Ctrl-C ends it with 130 and leaves no copies behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lanky-"));
  const { child, ended, told } = start(["profile", model, "-r", "1000", "--weights", "int4"], "", { TMPDIR: folder });
  await told; // the conversion has begun
  child.kill("SIGINT");
  const { code, signal, stdout, stderr } = await ended;
  assert.equal([code, signal, stdout], [130, null, ""], stderr);
  assert.equal(readdirSync(folder), []);
});

test.run();
