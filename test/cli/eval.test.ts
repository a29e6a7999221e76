// lanky eval api: the scores are of the answers that the model gives, however they were found; files that are none are told.
// What is expected here are mostly the model's own answers, so that the tests hold for any model.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { judge } from "../../src/cli/eval-score.js";
import { embeddedModel, loadModel } from "../../src/node.js";
import { fixture, lanky, start } from "./lanky.js";

const folder = mkdtempSync(join(tmpdir(), "lanky-eval-"));

// biome-ignore lint/suspicious/noExplicitAny: the tests look at what the command writes, whatever it is
type Json = any;

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return path;
}

const embedded = fileURLToPath(embeddedModel);

async function evaluated(data: string, args: readonly string[] = [], model = embedded): Promise<Json> {
  const ended = await lanky(["eval", "api", model, "--data", data, "--json", "-", ...args]);
  assert.is(ended.code, 0, ended.stderr);
  return JSON.parse(ended.stdout);
}

type Turn = [user: string, call: { api: string; arguments: object }, reply: string];

/** Conversations with the answers that the embedded model gives. */
const own: Turn[][] = await (async () => {
  const model = await loadModel();
  const session = model.createSession();
  const conversations = [
    ["wake me up at 6:45 tomorrow", "what about sunday", "thanks"],
    ["turn off the kitchen light", "switch it back on"],
    ["remind me to water the plants tonight"],
    ["add oat milk to the shopping list"],
    ["call mom"],
  ];
  const answered: Turn[][] = [];
  for (const sentences of conversations) {
    const messages: { role: string; content: string }[] = [];
    const turns: Turn[] = [];
    for (const user of sentences) {
      messages.push({ role: "user", content: user });
      const content = await session.chat(messages, { maxTokens: 200 }).complete();
      messages.push({ role: "assistant", content });
      turns.push([user, JSON.parse(content.split("\n")[0]!), content.slice(content.indexOf("\n") + 1)]);
    }
    answered.push(turns);
  }
  await model.dispose();
  return answered;
})();
const count = own.flat().length;
const whole = file(
  "own.jsonl",
  own.map((turns) => ({ turns })),
);

test("a model that is held to its own answers scores 100 %, with replies and without, compressed or not", async () => {
  const bare = file(
    "bare.jsonl",
    own.map((turns) => ({ turns: turns.map(([user, call]) => [user, call]) })),
  );
  const compressed = join(folder, "own.jsonl.gz");
  writeFileSync(compressed, gzipSync(readFileSync(whole)));
  for (const data of [whole, bare, compressed]) {
    const { models, conversations, kind } = await evaluated(data);
    assert.is(kind, "api");
    assert.is(conversations, own.length);
    const [first] = models as Json[];
    const { turns, exact, same_line, valid, rouge_l, first_turn, wrong_count } = first;
    assert.equal([turns, exact, same_line, valid, wrong_count], [count, 1, 1, 1, 0], data);
    assert.is(rouge_l, data === bare ? null : 1);
    assert.is(first_turn.turns, own.length);
    assert.equal(
      Object.values<Json>(first.depths).map((depth) => depth.turns),
      [5, 2, 1],
    );
    assert.is(
      Object.values<Json>(first.functions).reduce((sum, each) => sum + each.turns, 0),
      count,
    );
    assert.ok(first.first_token_ms.median > 0 && first.tokens_per_second.median > 0);
  }
});

test("what was proven and what was generated score alike, and so do one process and three", async () => {
  // Long enough that the timed conversations, which are generated, are not all of them.
  const many = Array.from({ length: 4 }, () => own).flat();
  const odd = many.map((turns, at) =>
    at % 3 === 0
      ? turns.map(([user, call], turn): Turn => (turn === 0 ? [user, call, "Something else."] : [user, call, "x"]))
      : turns,
  );
  const data = file(
    "many.jsonl",
    odd.map((turns) => ({ turns })),
  );
  const [one, three] = await Promise.all(
    ["1", "3"].map((threads) => evaluated(data, ["--threads", threads, "--show", "999"])),
  );
  const scores = ({ models: [model] }: Json) => {
    const { seconds: _, first_token_ms: __, tokens_per_second: ___, ...rest } = model;
    return rest;
  };
  assert.equal(scores(one), scores(three));
  assert.is(scores(one).turns, 4 * count);
  assert.ok(scores(one).rouge_l < 1);
});

test("a wrong call is counted where it belongs, and shown with what came before", async () => {
  const [[first, second, ...rest], ...others] = own as [Turn[], ...Turn[][]];
  const call = { api: "navigate", arguments: { place: "nowhere" } };
  const data = file("wrong.jsonl", [
    { turns: [first, [second![0], call], ...rest] },
    ...others.map((turns) => ({
      turns: turns.map(([user, { api, arguments: given }]) => [user, { arguments: given, api }]),
    })),
  ]);
  const json = join(folder, "wrong.json");
  const { stdout } = await lanky(["eval", "api", embedded, "--data", data, "--show", "5", "--json", json]);
  const { models } = JSON.parse(readFileSync(json, "utf8"));
  const [{ exact, wrong_count, wrong, depths, functions }] = models as Json[];
  assert.is(exact, (count - 1) / count);
  assert.is(wrong_count, 1);
  assert.equal(wrong, [
    {
      conversation: 1,
      turn: 2,
      before: [first![0]],
      user: second![0],
      expected: JSON.stringify(call),
      answered: JSON.stringify(second![1]),
    },
  ]);
  assert.is(depths["2"].exact, 1 / 2);
  assert.is(functions.navigate.exact, 0);
  for (const words of [
    /^wrong\.jsonl: 5 conversations/,
    /turn +turns/,
    "navigate",
    "answered  ",
    `before    ${first![0]}`,
  ])
    assert.match(stdout, words);
});

test("--first-turns and --limit take a part of the file", async () => {
  const { models } = await evaluated(whole, ["--first-turns", "--limit", "2"]);
  assert.equal([models[0].turns, models[0].conversations], [2, 2]);
});

test("a model that makes no calls scores nothing, without an error", async () => {
  const { models } = await evaluated(whole, ["--weights", "file,int8"], fixture("hf/llama-relu"));
  assert.equal(
    models.map(({ type, exact, valid }: Json) => [type, exact, valid]),
    [
      ["F16", 0, 0],
      ["int8", 0, 0],
    ],
  );
});

test("--constrained: what fits anyway stays, and no answer is anything but a call", async () => {
  const [held] = (await evaluated(whole, ["--constrained"])).models as Json[];
  assert.equal([held.exact, held.same_line, held.fits, held.rouge_l], [1, 1, 1, 1]);
  const call = { api: "none", arguments: {} };
  const odd = ["{{{{", "\u{1f600}\u{1f600}", "time time time 25:61", '{"api":"none","arguments":{"a":1}}', "0", ""];
  const [model] = (
    await evaluated(
      file(
        "odd.jsonl",
        odd.map((user) => ({ user, call })),
      ),
      ["--constrained"],
    )
  ).models as Json[];
  assert.equal([model.turns, model.valid, model.fits], [odd.length, 1, 1]);
});

test("fields in another order are the same call on another line; a call that does not fit is no match", () => {
  const expected = {
    user: "",
    api: "send_message",
    arguments: { contact: "ann", text: "hi" },
    line: '{"api":"send_message","arguments":{"contact":"ann","text":"hi"}}',
    reply: "Sent.",
  };
  const of = (text: string) => judge(text, expected);
  assert.equal(of(`${expected.line}\nSent.`), { exact: true, sameLine: true, valid: true, fits: true, rougeL: 1 });
  const turned = '{"arguments":{"text":"hi","contact":"ann"},"api":"send_message"}';
  assert.equal(of(turned), { exact: true, sameLine: false, valid: true, fits: true, rougeL: 0 });
  const less = '{"api":"send_message","arguments":{"contact":"ann"}}\nSent to Ann.';
  assert.equal(of(less), { exact: false, sameLine: false, valid: true, fits: false, rougeL: 0.5 });
  for (const text of ["", "null", "Sent.", '{"api":"send_massage","arguments":{"contact":"ann","text":"hi"}}'])
    assert.is(of(text).valid, false, text);
});

test("files that are none are told, with the line", async () => {
  const fails = async (path: string, words: RegExp | string) => {
    const { code, stderr, stdout } = await lanky(["eval", "api", "--data", path]);
    assert.equal([code, stdout], [1, ""], stderr);
    assert.match(stderr, words);
    assert.is(stderr.trimEnd().split("\n").length, 1, stderr);
  };
  const good = { user: "hi", call: { api: "none", arguments: {} } };
  await fails(join(folder, "nothing.jsonl"), "nothing.jsonl: does not exist");
  await fails(file("empty.jsonl", []), "holds no conversations");
  await fails(file("api.jsonl", [good, { user: "hi", call: { api: "no", arguments: {} } }]), /line 2: call\.api: "no"/);
  await fails(file("no-user.jsonl", [{ call: good.call }]), /line 1: user: undefined; expected a sentence/);
  await fails(file("turn.jsonl", [{ turns: [["hi", good.call], ["hi"]] }]), /line 1: turns\[1\], call\.api: undefined/);
  const path = join(folder, "damaged.gz");
  writeFileSync(path, gzipSync("x".repeat(1000)).subarray(0, 20));
  await fails(path, /is damaged/);
  const { code, stderr } = await lanky(["eval", "api", "/nowhere.gguf", "--data", whole]);
  assert.is(code, 1);
  assert.match(stderr, "nowhere.gguf");
});

test("wrong usage exits with 2", async () => {
  for (const args of [["eval"], ["eval", "bpi"], ["eval", "api", "--weights", "int3"], ["eval", "api", "--limit", "0"]])
    assert.is((await lanky(args)).code, 2, args.join(" "));
});

test("Ctrl-C prints the scores so far and exits with 130", async () => {
  const many = file(
    "long.jsonl",
    Array.from({ length: 3000 }, () =>
      own.map((turns) => ({ turns: turns.map(([user, call]) => [user, call]) })),
    ).flat(),
  );
  for (const patience of [3000, 10000, 30000]) {
    const { child, ended } = start(["eval", "api", embedded, "--data", many, "--json", join(folder, "long.json")]);
    await sleep(patience);
    child.kill("SIGINT");
    const { code, signal, stdout, stderr } = await ended; // the output of its processes has ended too
    if (signal === "SIGINT" || !/^\S+ +F16/m.test(stdout)) continue; // a slow machine had not begun
    assert.is(code, 130);
    assert.match(stderr, "Interrupted: these are the scores up to there");
    assert.throws(() => readFileSync(join(folder, "long.json")), /ENOENT/);
    return;
  }
  assert.unreachable("no conversation was answered within 30 seconds");
});

test.run();
