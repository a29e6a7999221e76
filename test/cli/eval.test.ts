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
import { answer } from "../../src/cli/eval-answer.js";
import { readConversations } from "../../src/cli/eval-data.js";
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

const model = await loadModel();
const session = model.createSession();
test.after(() => model.dispose());

/** Conversations with the answers that the embedded model gives. */
const own: Turn[][] = await (async () => {
  const conversations = [
    ["wake me up at 6:45 tomorrow", "what about sunday", "thanks"],
    ["turn off the kitchen light", "switch it back on"],
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
  return answered;
})();
const count = own.flat().length;
const whole = file(
  "own.jsonl",
  own.map((turns) => ({ turns })),
);

test("a model that is held to its own answers scores 100 %, by several processes, from a compressed file", async () => {
  // More turns than the 24 that are timed: what is left may be proven, and is shared among processes.
  const timed = `${JSON.stringify({ turns: own.at(-1) })}\n`.repeat(24);
  const data = join(folder, "many.jsonl.gz");
  writeFileSync(data, gzipSync(timed + readFileSync(whole, "utf8")));
  const { models, conversations, kind } = await evaluated(data, ["--threads", "2"]);
  assert.is(kind, "api");
  assert.is(conversations, 24 + own.length);
  const [first] = models as Json[];
  const { turns, exact, same_line, valid, rouge_l, first_turn, wrong_count } = first;
  assert.equal([turns, exact, same_line, valid, rouge_l, wrong_count], [24 + count, 1, 1, 1, 1, 0]);
  assert.is(first_turn.turns, 24 + own.length);
  assert.equal(
    Object.values<Json>(first.depths).map((depth) => depth.turns),
    [24 + 3, 2, 1],
  );
  assert.is(
    Object.values<Json>(first.functions).reduce((sum, each) => sum + each.turns, 0),
    24 + count,
  );
  assert.ok(first.first_token_ms.median > 0 && first.tokens_per_second.median > 0);
});

test("what is proven is what would be generated: answers of which every token is certain, and no others", async () => {
  const text = ([, call, reply]: Turn) => `${JSON.stringify(call)}\n${reply}`;
  const [, light, mom] = own as [Turn[], Turn[], Turn[]];
  const momText = text(mom[0]!);
  /** What the model might say as well. */
  const drawn = async (turns: Turn[], seed: number) => {
    const messages: { role: string; content: string }[] = [];
    for (const [user] of turns) {
      messages.push({ role: "user", content: user });
      const content = await session.chat(messages, { temperature: 1.2, seed, maxTokens: 30 }).complete();
      messages.push({ role: "assistant", content });
    }
    return turns.map(([user], at) => ({ user, expected: messages[2 * at + 1]!.content }));
  };
  const conversations: { user: string; expected?: string | undefined }[][] = [
    light.map((turn) => ({ user: turn[0], expected: text(turn) })),
    // Wrong in the first turn alone.
    light.map((turn, at) => ({
      user: turn[0],
      expected: at === 0 ? '{"api":"none","arguments":{}}\nI did.' : text(turn),
    })),
    await drawn(light, 1),
    // Right, without its end, without a reply, no answer at all, and nothing expected.
    ...[momText, momText.slice(0, -1), momText.split("\n")[0]!, "", undefined].map((expected) => [
      { user: mom[0]![0], expected },
    ]),
  ];
  const seen = { proven: 0, same: 0, wrong: 0 };
  for (const turns of conversations) {
    const generated = await answer(model, session, { turns, generate: true }, {});
    const found = await answer(model, session, { turns, generate: false }, {});
    assert.equal(
      found.map(({ text }) => text),
      generated.map(({ text }) => text),
    );
    assert.ok(generated.every(({ proven }) => !proven));
    // Once more, token by token: which answers are certain.
    const messages: { role: string; content: string }[] = [];
    for (const [at, { user, expected }] of turns.entries()) {
      messages.push({ role: "user", content: user });
      const same = generated[at]!.text === expected;
      let least = 0;
      if (same) for await (const { logprob } of session.chat(messages)) least = Math.min(least, logprob);
      assert.is(found[at]!.proven ?? false, same && least > -0.69, `${user}: ${expected}`);
      seen[found[at]!.proven ? "proven" : same ? "same" : "wrong"]++;
      messages.push({ role: "assistant", content: expected ?? generated[at]!.text });
    }
  }
  assert.ok(seen.proven > 0 && seen.wrong >= 5, JSON.stringify(seen));
});

test("a conversation longer than the context has no answer, and says why; another mistake ends it all", async () => {
  const turns = [{ user: "hi" }, { user: "word ".repeat(2000) }];
  const [short, long] = await answer(model, session, { turns, generate: false }, {});
  assert.ok(short!.text !== "" && short!.problem === undefined);
  assert.is(long!.text, "");
  assert.match(long!.problem!, "do not fit into the context");
  let message = "";
  await answer(model, session, { turns, generate: false }, { grammar: "root ::= missing" }).catch((error: Error) => {
    message = error.message;
  });
  assert.match(message, /grammar.*missing/);
});

test("a wrong call is counted where it belongs, and shown with what came before", async () => {
  const [others, [first, second]] = [own.slice(2), own[1]!];
  const call = { api: "navigate", arguments: { place: "nowhere" } };
  const data = file("wrong.jsonl", [
    { turns: [first, [second![0], call]] },
    ...others.map((turns) => ({
      turns: turns.map(([user, { api, arguments: given }]) => [user, { arguments: given, api }]),
    })),
  ]);
  const json = join(folder, "wrong.json");
  const { stdout } = await lanky(["eval", "api", embedded, "--data", data, "--show", "5", "--json", json]);
  const { models } = JSON.parse(readFileSync(json, "utf8"));
  const [{ exact, wrong_count, wrong, depths, functions }] = models as Json[];
  assert.is(exact, 2 / 3);
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
  assert.is(depths["2"].exact, 0);
  assert.is(functions.navigate.exact, 0);
  for (const words of [
    /^wrong\.jsonl: 2 conversations/,
    /turn +turns/,
    "navigate",
    "answered  ",
    `before    ${first![0]}`,
  ])
    assert.match(stdout, words);
});

test("a model that makes no calls scores nothing, without an error; --first-turns and --limit take a part", async () => {
  const { models } = await evaluated(
    whole,
    ["--weights", "file,int8", "--first-turns", "--limit", "2"],
    fixture("hf/llama-relu"),
  );
  assert.equal(
    models.map(({ type, turns, conversations, exact, valid }: Json) => [type, turns, conversations, exact, valid]),
    [
      ["F16", 2, 2, 0, 0],
      ["int8", 2, 2, 0, 0],
    ],
  );
});

test("--constrained: what fits anyway stays, and no answer is anything but a call", async () => {
  const call = { api: "none", arguments: {} };
  const bare = own.map((turns) => ({ turns: turns.map(([user, call]) => [user, call]) })); // sees its own answers
  const odd = ["{{{{", "\u{1f600}\u{1f600}", "time time time 25:61", '{"api":"none","arguments":{"a":1}}', "0", ""];
  const data = file("odd.jsonl", [...bare, ...odd.map((user) => ({ user, call }))]);
  const [held] = (await evaluated(data, ["--constrained", "--show", "99"])).models as Json[];
  assert.equal([held.turns, held.valid, held.fits, held.rouge_l], [count + odd.length, 1, 1, null]);
  assert.ok(held.wrong.every(({ conversation }: Json) => conversation > own.length));
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
    try {
      await readConversations(path, {});
    } catch (error) {
      assert.match((error as Error).message, words);
      return;
    }
    assert.unreachable(path);
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
  for (const [named, args] of [
    ["damaged.gz", ["--data", path]],
    ["nowhere.gguf", ["/nowhere.gguf", "--data", whole]],
  ] as const) {
    const { code, stderr, stdout } = await lanky(["eval", "api", ...args]);
    assert.equal([code, stdout], [1, ""], stderr);
    assert.match(stderr, named);
    assert.is(stderr.trimEnd().split("\n").length, 1, stderr);
  }
});

test("wrong usage exits with 2", async () => {
  for (const args of [
    ["eval", "bpi"],
    ["eval", "api", "--weights", "int3"],
  ])
    assert.is((await lanky(args)).code, 2, args.join(" "));
});

test("Ctrl-C prints the scores so far and exits with 130", async () => {
  const many = file(
    "long.jsonl",
    Array.from({ length: 500 }, () =>
      own.map((turns) => ({ turns: turns.map(([user, call]) => [user, call]) })),
    ).flat(),
  );
  for (const patience of [1000, 4000, 10000, 30000]) {
    const { child, ended } = start([
      ...["eval", "api", embedded, "--data", many, "--threads", "1"],
      ...["--json", join(folder, "long.json")],
    ]);
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
