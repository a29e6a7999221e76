// A wrong schedule would run a model's blocks in a wrong order without any other sign of it.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { schedule, sharesBlocks } from "../../src/formats/schedule.js";

test("the paper's ways to share", () => {
  assert.equal([...schedule("none", 3)], [0, 1, 2]);
  assert.equal([...schedule("immediate", 3)], [0, 0, 1, 1, 2, 2]);
  assert.equal([...schedule("repeat", 3)], [0, 1, 2, 0, 1, 2]);
  assert.equal([...schedule("reverse", 3)], [0, 1, 2, 2, 1, 0]);
  assert.equal([...schedule([2, 0, 0, 1], 3)], [2, 0, 0, 1]);
});

test("an ordinary model shares nothing", () => {
  assert.not(sharesBlocks(schedule("none", 4), 4));
  for (const kind of ["immediate", "repeat", "reverse", [0, 2, 1, 3], [0, 1, 2]] as const) {
    assert.ok(sharesBlocks(schedule(kind, 4), 4), String(kind));
  }
});

test("lists that name no stored block, and counts that make no sense, are RangeErrors with the place", () => {
  const throws = (run: () => unknown, message: RegExp) =>
    assert.throws(run, (error: Error) => error instanceof RangeError && message.test(error.message));
  throws(() => schedule([0, 1, 3], 3), /layer 2 of the schedule executes block 3; blocks 0 to 2 are stored/);
  throws(() => schedule([0, -1], 3), /layer 1 .* executes block -1/);
  throws(() => schedule([0.5], 3), /executes block 0\.5/);
  throws(() => schedule([], 3), /has 0 layers/);
  throws(() => schedule("none", 0), /blocks is 0/);
  throws(() => schedule("none", 1e9), /blocks is 1000000000/);
  throws(() => schedule("sideways" as "none", 3), /schedule "sideways", expected none, immediate, repeat, reverse/);
});

test.run();
