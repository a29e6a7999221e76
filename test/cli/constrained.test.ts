// --schema and --grammar: what is written obeys the file, and what is wrong with the file is told in a line that names it.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fixture, lanky } from "./lanky.js";

const test = suite("--schema and --grammar");
const model = fixture("gguf/f32-tied.gguf");
const chatModel = fixture("hf/llama-relu");
const folder = mkdtempSync(join(tmpdir(), "lanky-constrained-"));
test.after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test("run writes JSON that is valid under the schema", async () => {
  const schema = file("pair.json", '{"items":{"enum":[1,20,"é"]},"minItems":2,"maxItems":2}');
  const { code, stdout, stderr } = await lanky([
    "run",
    model,
    "hello",
    "--schema",
    schema,
    "--temperature",
    "2",
    "--json",
  ]);
  assert.is(code, 0, stderr);
  const { text, finish_reason } = JSON.parse(stdout);
  assert.is(finish_reason, "stop");
  const pair = JSON.parse(text);
  assert.ok(pair.length === 2 && pair.every((value: unknown) => [1, 20, "é"].includes(value as string)), text);
});

test("chat holds every turn to the grammar", async () => {
  const grammar = file("colour.gbnf", 'root ::= ("red" | "green") " it is."\n');
  const { code, stdout, stderr } = await lanky(["chat", chatModel, "--grammar", grammar], "hi\nand now?\n");
  assert.is(code, 0, stderr);
  assert.match(stdout, /^(red|green) it is\.\n(red|green) it is\.\n$/);
});

const wrong: readonly (readonly [option: string, name: string, text: string | undefined, message: RegExp])[] = [
  ["--schema", "none.json", undefined, /none\.json: does not exist; check the path/],
  ["--schema", "broken.json", "{", /broken\.json: is no JSON: /],
  ["--schema", "not.json", '{"items":{"not":{}}}', /not\.json: schema: #\/items: "not" is not supported/],
  ["--schema", "five.json", "5", /five\.json: schema: expected a JSON Schema, an object, not number/],
  ["--grammar", "bad.gbnf", 'root ::= "a"\nroot ::= b', /bad\.gbnf: grammar, line 2, column 1: the rule root is there/],
];

for (const [option, name, text, message] of wrong) {
  test(`${option} ${name}: exit 1 and a line that says why`, async () => {
    const path = text === undefined ? join(folder, name) : file(name, text);
    const { code, stdout, stderr } = await lanky(["run", model, "hello", option, path]);
    assert.is(code, 1, stderr);
    assert.is(stdout, "");
    assert.is(stderr.trimEnd().split("\n").length, 1, stderr);
    assert.match(stderr, message);
  });
}

test("schemas and grammars are checked before a model is loaded", async () => {
  const broken = file("broken.gguf", "no model");
  const schema = file("late.json", '{"not":{}}');
  const early = await lanky(["run", broken, "hello", "--schema", schema]);
  assert.is(early.code, 1, early.stderr);
  assert.match(early.stderr, /late\.json: schema: #: "not" is not supported/);
  const grammar = file("late.gbnf", 'root ::= root "a" | "b"');
  const { code, stderr } = await lanky(["chat", broken, "--grammar", grammar], "");
  assert.is(code, 1, stderr);
  assert.match(stderr, /late\.gbnf: grammar: the rule root begins with itself/);
});

test("what goes wrong with a grammar on the way names the file as well", async () => {
  const grammar = file("large.gbnf", `root ::= "${"x".repeat(20)}" ${"y ".repeat(4000)} "b"\ny ::= "a"?`);
  const { code, stderr } = await lanky(["run", model, "hello", "--grammar", grammar]);
  assert.is(code, 1, stderr);
  assert.match(stderr, /large\.gbnf: grammar: its states take more than 32 MB/);
});

test("both at once is wrong usage", async () => {
  const { code, stderr } = await lanky(["run", model, "hello", "--schema", "a.json", "--grammar", "b.gbnf"]);
  assert.is(code, 2);
  assert.match(stderr, /--schema and --grammar exclude each other/);
});

test.run();
