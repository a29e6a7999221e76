// The merge loop with its heap must do what the plain loop does, on any table and any word.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  addPair,
  createLearningTable,
  createMergeScratch,
  createPairTable,
  findPair,
  growMergeScratch,
  mergeSymbols,
} from "../../src/text/bpe-merge.js";
import { referenceBpe } from "./reference-bpe.js";

const test = suite("bpe merge");

/** Words over a few letters and merges that build on one another; ranks repeat, as scores of SentencePiece do. */
const cases = fc
  .record({
    word: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 60 }),
    picks: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(12)), { maxLength: 40 }),
  })
  .map(({ word, picks }) => {
    const pieces = ["a", "b", "c"];
    const merges = new Map<string, number>();
    for (const [left, right, rank] of picks) {
      const pair = [pieces[left % pieces.length]!, pieces[right % pieces.length]!] as const;
      const key = pair.join(" ");
      if (pair.join("").length > 12) continue;
      if (!pieces.includes(pair.join(""))) pieces.push(pair.join(""));
      if (!merges.has(key)) merges.set(key, rank);
    }
    return { word, pieces, merges };
  });

test("merges as the plain loop does", () => {
  fc.assert(
    fc.property(cases, ({ word, pieces, merges }) => {
      const table = createPairTable(merges.size);
      for (const [key, rank] of merges) {
        const [left, right] = key.split(" ") as [string, string];
        addPair(table, pieces.indexOf(left), pieces.indexOf(right), rank, pieces.indexOf(left + right));
      }
      const scratch = createMergeScratch(4);
      growMergeScratch(scratch, word.length);
      word.forEach((letter, i) => {
        scratch.symbols[i] = pieces.indexOf(letter);
        scratch.starts[i] = i;
      });
      const kept = mergeSymbols(scratch, word.length, table);
      const result = [...scratch.symbols.subarray(0, kept)].map((id) => pieces[id]!);
      assert.equal(
        result,
        referenceBpe(word, (left, right) => merges.get(`${left} ${right}`)),
      );
      let start = 0;
      for (let i = 0; i < kept; i++) {
        assert.is(scratch.starts[i], start, "each symbol knows where it began");
        start += result[i]!.length;
      }
    }),
    { numRuns: 2000 },
  );
});

test("negative symbols stand between their neighbours and never merge", () => {
  const table = createPairTable(1);
  addPair(table, 0, 0, 0, 1);
  const scratch = createMergeScratch(8);
  scratch.symbols.set([0, -1, 0, 0, -7, 0]);
  assert.is(mergeSymbols(scratch, 6, table), 5);
  assert.equal([...scratch.symbols.subarray(0, 5)], [0, -1, 1, -7, 0]);
  assert.is(mergeSymbols(scratch, 0, table), 0);
});

test("a table finds what was put in, and of a pair given twice the better rank", () => {
  const table = createPairTable(3000);
  for (let i = 0; i < 3000; i++) addPair(table, i % 70, i, 5, i + 100);
  addPair(table, 3, 3, 9, 1);
  addPair(table, 4, 4, 1, 2);
  for (let i = 0; i < 3000; i++) {
    const slot = findPair(table, i % 70, i);
    assert.is(table.merged[slot], i === 4 ? 2 : i + 100);
  }
  assert.is(findPair(table, 71, 0), -1);
  assert.is(findPair(table, -1, 0), -1);
});

test("a table that learns asks once about each pair, as long as there is room, and forgets no answer it gives", () => {
  const judge = (left: number, right: number) =>
    (left + right) % 3 === 0 ? { rank: left % 5, merged: left * 1000 + right } : undefined;
  let asked = 0;
  const table = createLearningTable((left, right) => {
    asked++;
    return judge(left, right);
  });
  const check = (left: number, right: number) => {
    const slot = findPair(table, left, right);
    const expected = judge(left, right);
    assert.is(slot < 0, expected === undefined);
    if (expected) assert.equal([table.ranks[slot], table.merged[slot]], [expected.rank, expected.merged]);
  };
  for (let round = 0; round < 2; round++)
    for (let left = 0; left < 100; left++) for (let right = 0; right < 1000; right++) check(left, right);
  assert.is(asked, 100_000);
  for (let left = 0; left < 1000; left++) for (let right = 0; right < 1000; right++) check(left, right);
  assert.ok(table.lefts.length <= 2 ** 18, `${table.lefts.length} slots`);
  assert.is(findPair(table, -1, 0), -1);
});

test.run();
