// Ctrl-C, a reader that leaves, and which words go to which stream.

import { type StdioOptions, spawnSync } from "node:child_process";
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { command, fixture, lanky, start } from "./lanky.js";

const model = fixture("gguf/f32-tied.gguf");

/** A fixture with a context so long that a generation (greedy, from "a": it repeats itself) is not over before it is stopped. */
const endless = (() => {
  const folder = join(mkdtempSync(join(tmpdir(), "lanky-")), "endless");
  cpSync(fixture("hf/llama-sharded"), folder, { recursive: true });
  const path = join(folder, "config.json");
  const config = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...config, max_position_embeddings: 200000 }));
  return [folder, "--ctx", "200000", "-n", "199000"];
})();

test("run: the text alone on stdout, the timings on stderr", async () => {
  const { text } = JSON.parse((await lanky(["run", model, "Once upon", "-n", "12", "--json"])).stdout);
  const { stdout, stderr, code } = await lanky(["run", model, "Once upon", "-n", "12"]);
  assert.is(code, 0);
  assert.is(stdout, `${text}\n`);
  assert.match(stderr, /^\[load .* prompt \d+ tokens in .* generated 12 tokens in .*\/s\) · length\]\n$/);
});

test("Ctrl-C stops a generation; the timings are still printed and the exit code is 130", async () => {
  const { child, ended, spoke } = start(["run", ...endless, "a"]);
  await spoke;
  child.kill("SIGINT");
  const { code, stdout, stderr } = await ended;
  assert.is(code, 130);
  assert.ok(stdout.length > 1);
  assert.match(stderr, /generated \d+ tokens? .* interrupted\]\n$/);
});

test("Ctrl-C with --json still prints the object, with finish_reason abort", async () => {
  for (const patience of [1500, 5000, 15000]) {
    const { child, ended } = start(["run", ...endless, "a", "--json"]);
    await sleep(patience);
    child.kill("SIGINT");
    const { code, signal, stdout } = await ended;
    if (signal === "SIGINT") continue; // a slow machine had not even started Node
    assert.is(code, 130);
    const { finish_reason, ids } = stdout === "" ? { finish_reason: undefined, ids: [] } : JSON.parse(stdout);
    if (ids.length === 0) continue; // a slow machine had not begun to generate
    assert.is(finish_reason, "abort");
    return;
  }
  assert.unreachable("nothing was generated within 15 seconds");
});

test("Ctrl-C between two messages and between two requests ends the command with exit code 130", async () => {
  const chat = start(["chat", fixture("hf/llama-sharded"), "-n", "2"], "Set an alarm at 7:30\n", {}, true);
  await chat.told; // the timings: the answer is over
  chat.child.kill("SIGINT");
  assert.equal([(await chat.ended).code, (await chat.ended).signal], [130, null]);
  const demo = start(["demo"]);
  await demo.spoke;
  demo.child.kill("SIGINT");
  assert.equal([(await demo.ended).code, (await demo.ended).signal], [130, null]);
});

test("Ctrl-C while nothing can be stopped ends the command with exit code 130", async () => {
  for (const patience of [500, 3000, 15000]) {
    const { child, ended } = start(["run", model, "-"], "", {}, true); // waits for its prompt
    await sleep(patience);
    child.kill("SIGINT");
    const { code, signal } = await ended;
    if (signal === "SIGINT") continue; // a slow machine had not even started Node
    assert.is(code, 130);
    return;
  }
  assert.unreachable("Node did not start within 15 seconds");
});

test("a full disk ends the command with one line", async () => {
  if (!existsSync("/dev/full")) return;
  const full = openSync("/dev/full", "w");
  for (const [stdio, said] of [
    [["ignore", full, "pipe"], "lanky: stdout cannot be written: ENOSPC: no space left on device, write\n"],
    [["ignore", "pipe", full], undefined],
  ] as [StdioOptions, string | undefined][]) {
    const { status, stderr } = spawnSync(process.execPath, [command, "run", model, "a", "-n", "4"], { stdio });
    assert.is(status, 1);
    if (said !== undefined) assert.is(String(stderr), said);
  }
  closeSync(full);
});

test("a reader that leaves (| head) ends the command quietly", async () => {
  const { child, ended, spoke } = start(["run", ...endless, "a"]);
  await spoke;
  child.stdout!.destroy();
  const { code, stderr } = await ended;
  assert.is(code, 0);
  assert.is(stderr, "");
});

test("chat goes on when its context is full, and says what it forgets", async () => {
  const lines = [
    "call my sister",
    "what's the weather in oslo",
    "turn off the kitchen light",
    "add milk to the list",
    "and honey",
  ];
  const { code, stdout, stderr } = await lanky(["chat", "--ctx", "120"], `${lines.join("\n")}\n`);
  assert.is(code, 0);
  assert.match(stdout, /"item":"honey"/); // the turn before it is still known
  assert.match(stderr, /context of 120 tokens is full: the first \d+ messages are forgotten/);
  const short = await lanky(["chat", "--ctx", "400"], `${lines.join("\n")}\n`);
  assert.not.match(short.stderr, /forgotten/);
});

test("chat: each line of a pipe is a turn, and the answers see the turns before them", async () => {
  const folder = fixture("hf/llama-sharded");
  const first = await lanky(["chat", folder, "-n", "8"], "Set an alarm at 7:30\n");
  assert.is(first.code, 0, first.stderr);
  const both = await lanky(["chat", folder, "-n", "8"], "Set an alarm at 7:30\n\nSet an alarm at 7:30\n");
  assert.is(both.code, 0, both.stderr);
  assert.ok(both.stdout.startsWith(first.stdout));
  assert.is(both.stderr.trim().split("\n").length, 2, "a line of timings for each turn, none for the empty line");
  const second = both.stdout.slice(first.stdout.length);
  assert.is.not(second, "");
});

test("demo: the embedded model turns three requests into calls that parse", async () => {
  const { stdout, stderr, code } = await lanky(["demo"]);
  assert.is(code, 0, stderr);
  const lines = stdout.trim().split("\n");
  assert.is(lines.filter((line) => line.startsWith("> ")).length, 3);
  const labelled = (label: string) =>
    lines.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length));
  const calls = labelled("call   ").map((line) => JSON.parse(line));
  assert.equal(
    calls.map(({ api }) => api),
    ["set_alarm", "set_light", "create_reminder"],
  );
  assert.is(labelled("reply  ").length, 3);
  assert.is(stderr.match(/generated \d+ tokens/g)?.length, 3);
});

test.run();
