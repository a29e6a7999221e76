// Wrong usage and bad input: the exit code, and one line that says what was wrong and what to do.

import { once } from "node:events";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { fixture, lanky } from "./lanky.js";

const model = fixture("gguf/f32-tied.gguf");

async function fails(args: readonly string[], code: number, ...words: (string | RegExp)[]): Promise<string> {
  const ended = await lanky(args);
  const what = `lanky ${args.join(" ")}\n${ended.stderr}`;
  assert.is(ended.code, code, what);
  assert.is(ended.stdout, "", what);
  assert.ok(ended.stderr.startsWith("lanky: "), what);
  assert.is(ended.stderr.trimEnd().split("\n").length, 1, `one line: ${what}`);
  for (const word of words) assert.match(ended.stderr, word);
  return ended.stderr;
}

const outOfRange: readonly [option: string, value: string, range: string][] = [
  ["-n", "-1", "from 0 to"],
  ["-n", "1.5", "whole number"],
  ["-n", "many", "whole number"],
  ["--temperature", "-0.1", "from 0 to 100"],
  ["--temperature", "NaN", "from 0 to 100"],
  ["--temperature", "", "from 0 to 100"],
  ["--top-k", "-1", "from 0 to"],
  ["--top-p", "1.01", "from 0 to 1"],
  ["--min-p", "-1", "from 0 to 1"],
  ["--repetition-penalty", "0", "above 0"],
  ["--frequency-penalty", "1e9", "from -100 to 100"],
  ["--presence-penalty", "x", "from -100 to 100"],
  ["--seed", "-1", "from 0 to"],
  ["--ctx", "0", "from 1 to"],
  ["--threads", "-1", "from 0 to 256"],
  ["--weights", "int3", "int8"],
  ["--kv", "int8", "f16"],
  ["--build", "avx", "relaxed"],
  ["--stop", "", "at least one character"],
];

for (const [option, value, range] of outOfRange) {
  test(`run ${option} ${JSON.stringify(value)} names the option, the value and the range`, async () => {
    await fails(["run", model, "hi", option, value], 2, option, `'${value}'`, range);
  });
}

test("wrong usage exits with 2", async () => {
  await fails(["bogus"], 2, "bogus");
  await fails(["run", model, "hi", "--bogus"], 2, "--bogus");
  await fails(["run", model, "hi", "there"], 2, "too many arguments");
  await fails(["run", model, "hi", "--raw", "--chat"], 2, "--raw");
  await fails(["run", model], 2, "no prompt was given");
  await fails(["score", model, "--text", "a", "--ids", "1"], 2, "exclude each other");
  await fails(["score", model, "--ids", "1,x"], 2, "'1,x'");
  await fails(["tokenize", model, "--text", "a", "--ids", "1"], 2, "exclude each other");
  await fails(["convert", model], 2, "OUT.gguf");
  await fails(["convert", model, "out.bin"], 2, ".gguf");
  await fails(["convert", model, "out.gguf", "--type", "q3_k"], 2, "q3_k", "q8_0");
  await fails(["bench", model, "-p", "0", "-n", "0"], 2, "nothing to measure");
  await fails(["run", model, "hi", "--ctx", "100000"], 2, "--ctx 100000: expected 1 to");
  await fails(["inspect", model, "--ctx", "100000"], 2, "--ctx 100000: expected 1 to");
  await fails(["run", "http://", "hi"], 2, "http:// is no valid address");
  await fails(["bench", model, "-p", "100000"], 2, "-p 100000", "context of");
});

test("a missing input is named, and a text in the place of the model gets a hint at --text", async () => {
  await fails(["score", model], 2, "nothing to score; give --text");
  await fails(["tokenize", model], 2, "nothing to tokenize; give --text");
  await fails(["score", model, "--ids", "5"], 2, "one token");
  await fails(["score", model, "--ids", ""], 2, "no tokens");
  await fails(["score", "Some text"], 2, '--text "Some text"');
  await fails(["tokenize", "hello"], 2, '--text "hello"');
  await fails(["tokenize", "no/model", "--text", "hello"], 1, "no/model: does not exist");
});

test("a single argument that is named like a model is one, and missing", async () => {
  for (const name of ["none.gguf", "my model.bin", "models/none"]) await fails(["run", name], 1, "does not exist");
  assert.is((await lanky(["run", "yes and/or no", "-n", "1"])).code, 0);
});

test("an address where nothing answers is named, with the reason", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  const address = `http://127.0.0.1:${port}/x.gguf`;
  await fails(["run", address, "hi"], 1, address, "ECONNREFUSED", "check the address");
});

test("a file that is no model is said to be none; a config.json belongs to a folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lanky-"));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  await fails(["inspect", file("README.md", "# A model, and how to use it")], 1, "no checkpoint of a known kind");
  await fails(["inspect", file("lies.md", "«Grüße» are no model at all either")], 1, "no checkpoint of a known kind");
  await fails(["inspect", file("config.json", '{\n  "model_type": "llama"\n}')], 1, "hand over the folder around it");
});

test("what the embedded model's chat template objects to is said plainly", async () => {
  await fails(["run", "--system", "hi", "x"], 1, /chat template says: .*without system messages/, "--system");
});

test("score prints every token with its log-probability, then the summary", async () => {
  const { stdout, code } = await lanky(["score", model, "--text", "Lily loves cats."]);
  const { ids, logprobs } = JSON.parse((await lanky(["score", model, "--text", "Lily loves cats.", "--json"])).stdout);
  assert.is(code, 0);
  const lines = stdout.split("\n");
  assert.match(lines[0]!, /^token +id +logprob$/);
  for (const [at, id] of ids.entries()) {
    const logprob = at === 0 ? "" : ` +${logprobs[at - 1].toFixed(6)}`;
    assert.match(lines[at + 1]!, new RegExp(`^".*" +${id}${logprob}$`));
  }
  assert.match(lines.slice(ids.length + 1).join("\n"), /^\ntokens +\d+\nmean_nll +[\d.]+\nperplexity +[\d.e+]+\n$/);
});

test("no command at all prints help on stderr and exits with 2", async () => {
  const { code, stdout, stderr } = await lanky([]);
  assert.is(code, 2);
  assert.is(stdout, "");
  assert.match(stderr, "Commands:");
});

test("help and version are answers, not errors", async () => {
  const version = await lanky(["--version"]);
  assert.is(version.code, 0);
  assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
  for (const args of [["help", "run"], ["run", "--help"], ["--help"]]) {
    const { code, stdout, stderr } = await lanky(args);
    assert.is(code, 0);
    assert.match(stdout, "Usage: lanky");
    assert.is(stderr, "");
  }
  const { stdout } = await lanky(["help", "run"]);
  for (const option of ["-n,", "--temperature", "--stop", "--chat", "--system", "--raw", "--json"]) {
    assert.match(stdout, option);
  }
});

test("a bad checkpoint exits with 1 and names the file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lanky-"));
  const truncated = join(folder, "truncated.gguf");
  writeFileSync(truncated, "GGUF\x03\x00");
  await fails(["run", join(folder, "nothing.gguf"), "hi"], 1, "nothing.gguf: does not exist");
  await fails(["run", truncated, "hi"], 1, "truncated.gguf: ");
  await fails(["run", folder, "hi"], 1, folder);
  await fails(["inspect", truncated], 1, "truncated.gguf: ");
  await fails(["tokenize", truncated, "--text", "a"], 1, "truncated.gguf: ");
  await fails(["convert", truncated, join(folder, "out.gguf")], 1, "truncated.gguf: ");
  await fails(["convert", model, join(folder, "no", "out.gguf")], 1, "folder does not exist");
  await fails(["score", model, "--file", join(folder, "none.txt")], 1, "none.txt: does not exist");
  await fails(["run", model, "hi", "--chat"], 1, "has no chat template");
  assert.equal(readdirSync(folder), ["truncated.gguf"], "no half-written file is left");
});

test("arguments that only the model can judge exit with 1 and say what it takes", async () => {
  await fails(["run", model, "cats and dogs and birds", "--ctx", "4"], 1, "do not fit into the context of 4");
  await fails(["score", model, "--ids", "1,100000"], 1, "100000", "418");
});

test("text that is no UTF-8 is refused", async () => {
  const { code, stderr } = await lanky(["score", model, "--text", "-"], new Uint8Array([0x61, 0xff, 0x62]));
  assert.is(code, 2);
  assert.match(stderr, "not UTF-8");
});

test("LANKY_DEBUG=1 adds the stack, and only then", async () => {
  const args = ["run", "/nowhere/at/all.gguf", "hi"];
  assert.not.match((await lanky(args)).stderr, /\n\s+at /);
  assert.match((await lanky(args, "", { LANKY_DEBUG: "1" })).stderr, /\n\s+at /);
});

test.run();
