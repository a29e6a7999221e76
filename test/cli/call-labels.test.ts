// What `lanky chat` shows: call and reply are named whatever the pieces are that an answer comes in, and an answer that is
// no call is shown as it is, with what is wrong where it looks like one.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { createCallLabels } from "../../src/cli/call-labels.js";
import { fixture, lanky } from "./lanky.js";

function shown(pieces: readonly string[]): { text: string; problem: string | undefined } {
  const labels = createCallLabels();
  const text = pieces.map((piece) => labels.push(piece)).join("");
  return { text: text + labels.end(), problem: labels.problem };
}

/** A text cut anywhere, empty pieces among them. */
const cut = (text: string) =>
  fc
    .array(fc.nat(text.length))
    .map((places) => [0, ...places.sort((a, b) => a - b), text.length])
    .map((places) => places.slice(1).map((end, at) => text.slice(places[at], end)));

test("a call and its reply are named, wherever the answer is cut", () => {
  const answer = '{"api":"none","arguments":{}}\nHello!\nHow are you?';
  const expected = 'call   {"api":"none","arguments":{}}\nreply  Hello!\nHow are you?';
  fc.assert(fc.property(cut(answer), (pieces) => assert.equal(shown(pieces), { text: expected, problem: undefined })));
});

test("any other answer stays as it is", () => {
  for (const text of ["", "{", '{"api"', '{"ap', '{"name":1}\n{"api":', "Hello\n", ' {"api":"none"}', '{"api" :1}\nx'])
    fc.assert(fc.property(cut(text), (pieces) => assert.equal(shown(pieces), { text, problem: undefined })));
});

test("what begins as a call and is none stays as it is, and what is wrong is said", () => {
  const wrong: [line: string, problem: RegExp][] = [
    ['{"api":"launch_rocket","arguments":{}}', /^api: "launch_rocket"; expected set_alarm, /],
    ['{"api":"set_alarm","arguments":{}}', /^arguments\.time is missing/],
    ['{"api":"set_volume","arguments":{"level":"loud"}}', /^arguments\.level: "loud"; expected a whole number/],
    ['{"api":"none","arguments":{"name":1}}', /^arguments\.name: none has no such argument/],
    ['{"api":"none"', /no JSON/],
  ];
  for (const [line, problem] of wrong) {
    for (const text of [line, `${line}\nDone.\n`]) {
      fc.assert(
        fc.property(cut(text), (pieces) => {
          const made = shown(pieces);
          assert.is(made.text, text);
          assert.match(made.problem ?? "", problem);
        }),
      );
    }
  }
});

test("a call is held back until it is known to be one, its reply is shown as it comes", () => {
  const labels = createCallLabels();
  assert.is(labels.push('{"api'), "");
  assert.is(labels.push('":"none","argum'), "");
  assert.is(labels.push('ents":{}}'), "");
  assert.is(labels.push("\nHel"), 'call   {"api":"none","arguments":{}}\nreply  Hel');
  assert.is(labels.push("lo"), "lo");
  assert.is(labels.push("\n"), "\n");
  assert.is(labels.end(), "");
});

test("any other answer is shown from its first letters on", () => {
  const labels = createCallLabels();
  assert.is(labels.push('{"a'), "");
  assert.is(labels.push("ge"), '{"age');
  assert.is(labels.push('":'), '":');
});

test("lanky chat names calls of the table alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lanky-chat-"));
  const grammar = join(folder, "answer.gbnf"); // of one text: what the model writes, whatever model it is
  const chat = (answer: string, ...more: string[]) => {
    writeFileSync(grammar, `root ::= ${JSON.stringify(answer)}`);
    return lanky(["chat", fixture("hf/llama-relu"), "--grammar", grammar, ...more], "hi\n");
  };
  const none = '{"api":"none","arguments":{}}\nHello!';
  const right = await chat(none);
  assert.is(right.code, 0, right.stderr);
  assert.is(right.stdout, `call   ${none.replace("\n", "\nreply  ")}\n`);
  assert.not.match(right.stderr, "not a call");
  const unknown = none.replace("none", "launch");
  const wrong = await chat(unknown);
  assert.equal([wrong.stdout, wrong.code], [`${unknown}\n`, 0]);
  assert.match(wrong.stderr, /^\[not a call of the table: api: "launch"; expected set_alarm, /);
  const cutOff = await chat(unknown, "-n", "3");
  assert.ok(unknown.startsWith(cutOff.stdout.trimEnd()));
  assert.not.match(cutOff.stderr, "not a call");
  rmSync(folder, { recursive: true });
});

test.run();
