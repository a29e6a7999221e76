// What programs read from the command: one JSON object on stdout with the promised fields, answers as the fixtures have
// them, and nothing else on stdout.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { answers, fixture, lanky } from "./lanky.js";

const spm = fixture("gguf/f32-tied.gguf");

// biome-ignore lint/suspicious/noExplicitAny: the tests look at what the command prints, whatever it is
type Json = any;

async function json(args: readonly string[], input?: string): Promise<Record<string, Json>> {
  const { stdout, stderr, code } = await lanky([...args, "--json"], input);
  assert.is(code, 0, stderr);
  assert.ok(stdout.endsWith("}\n") && stdout.indexOf("\n") === stdout.length - 1, "one line, one object");
  return JSON.parse(stdout);
}

test("run: the fields, the greedy ids of llama.cpp, and rates that follow from the times", async () => {
  const out = await json(["run", spm, "Once upon", "-n", "12"]);
  assert.equal(Object.keys(out), ["model", "prompt_ids", "ids", "text", "finish_reason", "timings"]);
  assert.equal(Object.keys(out.timings), [
    "load_ms",
    "prompt_n",
    "prompt_ms",
    "prompt_per_second",
    "predicted_n",
    "predicted_ms",
    "predicted_per_second",
  ]);
  assert.is(out.finish_reason, "length");
  assert.is(out.prompt_ids[0], 1, "BOS");
  assert.is(out.ids.length, 12);
  assert.is(out.timings.prompt_n, out.prompt_ids.length);
  assert.is(out.timings.predicted_n, 12);
  const { prompt_n, prompt_ms, prompt_per_second } = out.timings;
  assert.ok(Math.abs(prompt_per_second - (prompt_n / prompt_ms) * 1000) < 1e-6 * prompt_per_second);
});

test("run: the prompt may come through a pipe, less one line break, with or without -", async () => {
  const given = await json(["run", spm, "Once upon", "-n", "3"]);
  for (const args of [
    ["run", spm, "-", "-n", "3"],
    ["run", spm, "-n", "3"],
  ]) {
    assert.equal((await json(args, "Once upon\n")).prompt_ids, given.prompt_ids);
  }
});

test("run --raw: no BOS, and special tokens written in the prompt are honoured", async () => {
  assert.equal((await json(["run", spm, "<s>", "-n", "1", "--raw"])).prompt_ids, [1]);
  assert.ok((await json(["run", spm, "<s>", "-n", "1"])).prompt_ids.length > 2);
});

test("run --seed repeats a sample, another seed gives another", async () => {
  const sample = async (seed: string) =>
    (await json(["run", spm, "a", "-n", "40", "--temperature", "1.5", "--seed", seed])).text;
  assert.is(await sample("7"), await sample("7"));
  assert.is.not(await sample("7"), await sample("8"));
});

test("run --stop ends before the text; escapes are understood", async () => {
  const { text } = await json(["run", spm, "Once upon", "-n", "32"]);
  const stop = text.slice(5, 8);
  const out = await json(["run", spm, "Once upon", "-n", "32", "--stop", "never\\n", "--stop", stop]);
  assert.is(out.text, text.slice(0, text.indexOf(stop)));
  assert.is(out.finish_reason, "stop");
});

test("run --chat renders the checkpoint's template", async () => {
  const [chat] = answers("hf/llama-sharded/expected.json").chats as unknown as { ids_parsed: number[] }[];
  const out = await json(["run", fixture("hf/llama-sharded"), "Set an alarm at 7:30", "--chat", "-n", "2"]);
  assert.equal(out.prompt_ids, chat!.ids_parsed);
});

test("score --ids: log-probabilities as transformers computed them, layers shared", async () => {
  const { ids, logprobs } = answers("hf/mobilellm-sharing/expected.json") as unknown as Record<string, number[]>;
  const out = await json(["score", fixture("hf/mobilellm-sharing"), "--ids", ids!.join(","), "--kv", "f32"]);
  assert.equal(Object.keys(out), ["ids", "logprobs", "mean_nll", "perplexity"]);
  assert.equal(out.ids, ids);
  assert.is(out.logprobs.length, ids!.length - 1);
  for (const [at, expected] of logprobs!.entries()) {
    assert.ok(Math.abs(out.logprobs[at] - expected) < 1e-3, `${at}: ${out.logprobs[at]}, expected ${expected}`);
  }
  const mean = -out.logprobs.reduce((sum: number, value: number) => sum + value, 0) / out.logprobs.length;
  assert.ok(Math.abs(out.mean_nll - mean) < 1e-9);
  assert.ok(Math.abs(out.perplexity - Math.exp(mean)) < 1e-6 * out.perplexity);
});

test("score: --text, --file and a pipe are the same text, BOS added", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "lanky-")), "text.txt");
  writeFileSync(file, "Lily loves cats.");
  const given = await json(["score", spm, "--text", "Lily loves cats."]);
  assert.is(given.ids[0], 1);
  assert.equal(await json(["score", spm, "--file", file]), given);
  assert.equal(await json(["score", spm, "--text", "-"], "Lily loves cats."), given);
  assert.equal(await json(["score", spm], "Lily loves cats."), given);
});

test("score: plain SIMD and relaxed SIMD print the same digits", async () => {
  const args = ["score", fixture("gguf/q4_0-with-q8_0.gguf"), "--text", "The same everywhere"];
  assert.equal(await json([...args, "--build", "simd"]), await json([...args, "--build", "relaxed"]));
});

test("tokenize: ids as llama.cpp has them, and back", async () => {
  const { tokenize } = answers("gguf/vocabulary-spm.json") as unknown as {
    tokenize: { text: string; ids: number[]; ids_parsed?: number[] }[];
  };
  const special = tokenize.find((entry) => entry.ids_parsed !== undefined)!;
  const out = await json(["tokenize", spm, "--text", special.text]);
  assert.equal(out, { ids: special.ids, pieces: out.pieces, text: special.text });
  assert.is(out.pieces.length, special.ids.length);
  const parsed = await json(["tokenize", spm, "--text", special.text, "--parse-special"]);
  assert.equal(parsed.ids, special.ids_parsed);
  const back = await json(["tokenize", spm, "--ids", special.ids.join(",")]);
  assert.is(back.text, special.text);
  assert.equal(back.pieces, out.pieces);
});

test("tokenize --add-special adds BOS", async () => {
  const plain = await json(["tokenize", spm, "--text", "cats"]);
  const added = await json(["tokenize", spm, "--text", "cats", "--add-special"]);
  assert.equal(added.ids, [1, ...plain.ids]);
});

test("inspect: schedule of shared blocks, tensors, and a memory plan that adds up", async () => {
  const out = await json(["inspect", fixture("hf/mobilellm-sharing")]);
  assert.equal(Object.keys(out), ["config", "schedule", "tensors", "context", "memory", "parameters"]);
  assert.equal(out.schedule, { blocks: [0, 0, 1, 1], caches: [0, 1, 2, 3] });
  assert.is(out.config.model_type, "mobilellm");
  assert.is(out.config.num_hidden_layers, 2);
  assert.equal(Object.keys(out.memory), ["weights", "kv", "activations", "total"]);
  const { weights, kv, activations, total } = out.memory;
  assert.ok(total >= weights + kv + activations && total < weights + kv + activations + 65536 + 64);
  assert.ok(out.parameters.executed > out.parameters.stored);
  assert.ok(out.tensors.some((t: Json) => t.type === "F16" && t.shape.length === 2 && typeof t.name === "string"));
  const short = await json(["inspect", fixture("hf/mobilellm-sharing"), "--ctx", "64"]);
  assert.is(short.memory.kv * 4, kv, "a context of 64, not 256");
});

test("bench: results for prompt and generation", async () => {
  const out = await json(["bench", fixture("gguf/q8_0-tied.gguf"), "-p", "16", "-n", "8", "-r", "3"]);
  assert.equal(Object.keys(out), ["build", "host", "results"]);
  assert.equal(
    out.results.map((result: Json) => [result.test, result.threads]),
    [
      ["pp16", 1],
      ["tg8", 1],
      ["pp16", 2],
      ["tg8", 2],
    ],
  );
  for (const result of out.results) {
    const { median, min, max } = result.tokens_per_second;
    assert.ok(0 < min && min <= median && median <= max);
    assert.ok(result.gmac_per_second > 0);
  }
  assert.ok(out.results[1].gb_per_second > 0);
  const only = await json(["bench", fixture("gguf/q8_0-tied.gguf"), "-p", "0", "-n", "4", "-t", "1", "-r", "1"]);
  assert.equal(
    only.results.map((result: Json) => result.test),
    ["tg4"],
  );
});

test("convert writes a file that gives the same answers, and nothing beside it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lanky-"));
  const path = join(folder, "out.gguf");
  const { code, stdout, stderr } = await lanky(["convert", fixture("hf/mobilellm-sharing"), path, "--type", "f32"]);
  assert.is(code, 0, stderr);
  assert.is(stdout, "");
  assert.equal(readdirSync(folder), ["out.gguf"]);
  const args = ["--text", "Lily loves cats.", "--kv", "f32"];
  const from = await json(["score", fixture("hf/mobilellm-sharing"), ...args, "--weights", "f32"]);
  assert.equal(await json(["score", path, ...args]), from);
  assert.equal((await json(["inspect", path])).schedule.blocks, [0, 0, 1, 1]);
  rmSync(folder, { recursive: true });
});

test("the embedded model is the one that is meant where no model is named", async () => {
  assert.is((await json(["run", "Hello", "-n", "1"])).prompt_ids.length > 0, true);
  assert.ok((await json(["inspect"])).parameters.stored > 1e6);
});

test.run();
