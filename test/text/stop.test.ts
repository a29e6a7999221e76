// A stop string must never show, wherever it is cut between pieces, and nothing else may be lost.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createStopMatcher } from "../../src/text/stop.js";

const test = suite("stop strings");

function run(stops: readonly string[], pieces: readonly string[]): { text: string; stopped: boolean } {
  const matcher = createStopMatcher(stops);
  let text = "";
  let stopped = false;
  for (const piece of pieces) {
    const match = matcher.push(piece);
    text += match.text;
    stopped = match.stopped;
  }
  return { text: text + matcher.end(), stopped };
}

test("a stop string is found wherever it is cut", () => {
  const text = "One day.\n\nUser: hello";
  for (let first = 0; first <= text.length; first++) {
    for (let second = first; second <= text.length; second++) {
      const pieces = [text.slice(0, first), text.slice(first, second), text.slice(second)];
      assert.equal(run(["\n\nUser:", "never"], pieces), { text: "One day.", stopped: true }, JSON.stringify(pieces));
    }
  }
});

test("text that only begins like a stop string is held back and then shown", () => {
  const matcher = createStopMatcher(["</end>"]);
  assert.equal(matcher.push("a <"), { text: "a ", stopped: false });
  assert.equal(matcher.push("/en"), { text: "", stopped: false });
  assert.equal(matcher.push("try>"), { text: "</entry>", stopped: false });
  assert.equal(matcher.push("</e"), { text: "", stopped: false });
  assert.is(matcher.end(), "</e");
});

test("nothing is shown after a match", () => {
  const matcher = createStopMatcher(["x"]);
  assert.equal(matcher.push("axb"), { text: "a", stopped: true });
  assert.equal(matcher.push("more"), { text: "", stopped: true });
  assert.is(matcher.end(), "");
});

test("the stop string that is complete first wins, and of two that end together the longer", () => {
  assert.equal(run(["abcd", "bc"], ["abcd"]), { text: "a", stopped: true });
  assert.equal(run(["cd", "abcd"], ["_abcd"]), { text: "_", stopped: true });
});

test("any cutting of any text gives the same result", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "\u00e9", "\u{1f642}"), maxLength: 30 });
  const stops = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "\u{1f642}"), minLength: 1, maxLength: 4 }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(letters, stops, fc.array(fc.nat(30), { maxLength: 8 }), (text, chosen, cuts) => {
      const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
      const pieces = places.slice(1).map((end, i) => text.slice(places[i], end));
      const ends = chosen.filter((stop) => text.includes(stop)).map((stop) => text.indexOf(stop) + stop.length);
      const end = Math.min(...ends);
      const starts = chosen.filter((stop) => text.indexOf(stop) + stop.length === end && text.includes(stop));
      const expected =
        ends.length === 0
          ? { text, stopped: false }
          : { text: text.slice(0, Math.min(...starts.map((stop) => text.indexOf(stop)))), stopped: true };
      assert.equal(run(chosen, pieces), expected);
    }),
  );
});

test("an empty stop string is refused, for it would stop before the first token", () => {
  assert.throws(
    () => createStopMatcher(["a", ""]),
    (error: Error) => error instanceof RangeError && /empty/.test(error.message),
  );
  assert.throws(
    () => createStopMatcher([1 as unknown as string]),
    (error: Error) => error instanceof TypeError,
  );
});

test.run();
