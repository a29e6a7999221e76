// ROUGE-L as its paper defines it: the example of its section 3.1, and what must hold of any two texts.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { rougeL } from "../../src/cli/rouge.js";

const close = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-12, `${value}`);

test("the paper's example: with beta 1, 3/4 and 1/2", () => {
  const reference = "police killed the gunman";
  close(rougeL("police kill the gunman", reference), 3 / 4);
  close(rougeL("the gunman kill police", reference), 2 / 4);
});

test("precision and recall both count: F1", () => {
  close(rougeL("the light is on", "the kitchen light is on"), (2 * 4) / 9);
  close(rougeL("the light", "the light is on now please"), (2 * 2) / 8);
});

test("case and punctuation make no difference, words and their order do", () => {
  assert.is(rougeL("Sure!  Your alarm is SET.", "sure, your alarm is set"), 1);
  assert.is(rougeL("Zoë’s", "zoë s"), 1);
  assert.is(rougeL("", ""), 1);
  assert.is(rougeL("...", "!"), 1);
  assert.is(rougeL("", "a"), 0);
  assert.is(rougeL("a", "b"), 0);
  close(rougeL("7:30", "7:35"), 1 / 2);
});

test("from 0 to 1, the same both ways, 1 for a text and itself, and never less for a longer match", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const score = rougeL(one.join(" "), other.join(" "));
      assert.ok(score >= 0 && score <= 1);
      assert.is(rougeL(other.join(" "), one.join(" ")), score);
      assert.is(rougeL(one.join(" "), one.join(" ")), 1);
      // Slow and obviously right: the longest of all subsequences of one that other has in this order.
      let longest = 0;
      for (let chosen = 0; chosen < 2 ** one.length; chosen++) {
        const picked = one.filter((_, at) => (chosen >> at) & 1);
        let at = 0;
        for (const word of other) if (word === picked[at]) at++;
        if (at === picked.length) longest = Math.max(longest, at);
      }
      const expected = one.length + other.length === 0 ? 1 : (2 * longest) / (one.length + other.length);
      assert.is(score, expected);
    }),
    { numRuns: 50 },
  );
});

test.run();
