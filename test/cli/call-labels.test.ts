// What `lanky chat` shows: call and reply are named whatever the pieces are that an answer comes in, and an answer that is
// no call is shown as it is.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { createCallLabels } from "../../src/cli/call-labels.js";

function shown(pieces: readonly string[]): { text: string; found: boolean } {
  const labels = createCallLabels();
  const text = pieces.map((piece) => labels.push(piece)).join("");
  return { text: text + labels.end(), found: labels.found };
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
  fc.assert(fc.property(cut(answer), (pieces) => assert.equal(shown(pieces), { text: expected, found: true })));
});

test("any other answer stays as it is", () => {
  for (const text of ["", "{", '{"api"', '{"ap', '{"name":1}\n{"api":', "Hello\n", ' {"api":"none"}', '{"api" :1}\nx'])
    fc.assert(fc.property(cut(text), (pieces) => assert.equal(shown(pieces), { text, found: false })));
});

test("a call is shown as it comes, from its first field on", () => {
  const labels = createCallLabels();
  assert.is(labels.push('{"api'), "");
  assert.is(labels.push('":"no'), 'call   {"api":"no');
  assert.is(labels.push("ne"), "ne");
  assert.is(labels.push("\n"), "\nreply  ");
  assert.is(labels.push("\n"), "\n");
});

test.run();
