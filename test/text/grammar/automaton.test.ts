// The automaton against slow and obvious ways to read the same: JavaScript's RegExp for regular grammars, and trying every
// way to cut a text for grammars that nest.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createAutomaton } from "../../../src/text/grammar/automaton.js";
import { networkOf } from "../../../src/text/grammar/compile.js";
import { type Expression, type Grammar, parseGrammar } from "../../../src/text/grammar/gbnf.js";
import { accepts, automatonOf, stateAfter } from "./accepting.js";

const test = suite("automaton");

/** The same language, twice. */
interface Twin {
  readonly gbnf: string;
  readonly regexp: string;
}

const letters = ["a", "b", "é", "🙂"];
const { twin } = fc.letrec<{ twin: Twin }>((tie) => ({
  twin: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...letters).map((letter) => ({ gbnf: `"${letter}"`, regexp: letter })),
    fc.constantFrom("[ab]", "[^a]", "[a-é]", "[^b🙂]", "[é-🙂]").map((set) => ({ gbnf: set, regexp: set })),
    fc.constant({ gbnf: ".", regexp: "[^]" }),
    fc.array(tie("twin"), { maxLength: 3 }).map((items) => ({
      gbnf: `(${items.map(({ gbnf }) => gbnf).join(" ")})`,
      regexp: `(?:${items.map(({ regexp }) => regexp).join("")})`,
    })),
    fc.array(tie("twin"), { minLength: 1, maxLength: 3 }).map((items) => ({
      gbnf: `(${items.map(({ gbnf }) => gbnf).join(" | ")})`,
      regexp: `(?:${items.map(({ regexp }) => regexp).join("|")})`,
    })),
    fc
      .tuple(tie("twin"), fc.constantFrom("*", "+", "?", "{2}", "{0,2}", "{1,3}", "{2,}", "{0,0}"))
      .map(([{ gbnf, regexp }, bounds]) => ({ gbnf: `(${gbnf})${bounds}`, regexp: `(?:${regexp})${bounds}` })),
  ),
}));
const texts = fc.array(fc.constantFrom(...letters, "c"), { maxLength: 7 }).map((parts) => parts.join(""));

test("a regular grammar derives what the same RegExp matches", () => {
  fc.assert(
    fc.property(twin, fc.array(texts, { minLength: 20, maxLength: 20 }), ({ gbnf, regexp }, samples) => {
      const automaton = automatonOf(`root ::= ${gbnf}`);
      const pattern = new RegExp(`^(?:${regexp})$`, "u");
      for (const text of ["", ...letters, ...samples])
        assert.is(accepts(automaton, text), pattern.test(text), JSON.stringify(text));
    }),
    { numRuns: 200 },
  );
});

/**
 * Where an expression can end if it begins at `from`: every way is tried. `open` are the rules on the way here, with their
 * places: one that is there already begins with itself, and adds nothing.
 */
function endsOf(
  grammar: Grammar,
  expression: Expression,
  text: readonly string[],
  from: number,
  open: readonly string[] = [],
): Set<number> {
  switch (expression.kind) {
    case "class": {
      const code = text[from]?.codePointAt(0) ?? -1;
      return new Set(expression.set.some(([low, high]) => code >= low && code <= high) ? [from + 1] : []);
    }
    case "rule": {
      const key = `${expression.rule} ${from}`;
      if (open.includes(key)) return new Set();
      return endsOf(grammar, grammar.rules[expression.rule]!.expression, text, from, [...open, key]);
    }
    case "choice":
      return new Set(expression.items.flatMap((item) => [...endsOf(grammar, item, text, from, open)]));
    case "sequence": {
      let ends = new Set([from]);
      for (const item of expression.items)
        ends = new Set([...ends].flatMap((end) => [...endsOf(grammar, item, text, end, open)]));
      return ends;
    }
    case "repeat": {
      const all = new Set<number>();
      let ends = new Set([from]);
      for (let times = 0; times <= Math.min(expression.most, expression.least + text.length + 1); times++) {
        if (times >= expression.least) for (const end of ends) all.add(end);
        ends = new Set([...ends].flatMap((end) => [...endsOf(grammar, expression.item, text, end, open)]));
      }
      return all;
    }
  }
}

const names = ["root", "x", "y"] as const;
const { body } = fc.letrec<{ body: string }>((tie) => ({
  body: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('"a"', '"b"', "[ab]", '"ab"'),
    fc.constantFrom(...names).map((name) => `"a" ${name}`),
    fc.constantFrom(...names),
    fc.array(tie("body"), { maxLength: 3 }).map((items) => `(${items.join(" ")})`),
    fc.array(tie("body"), { minLength: 1, maxLength: 3 }).map((items) => `(${items.join(" | ")})`),
    fc.tuple(tie("body"), fc.constantFrom("*", "?", "{2}", "{0,2}")).map(([item, bounds]) => `(${item})${bounds}`),
  ),
}));
const grammars = fc.tuple(body, body, body).map((bodies) => bodies.map((b, i) => `${names[i]} ::= ${b}`).join("\n"));
const shortTexts = (() => {
  const all = [""];
  for (const text of all) if (text.length < 5) all.push(`${text}a`, `${text}b`);
  return all;
})();

test("a grammar that nests derives what trying every way finds, and begins nothing else", () => {
  let compared = 0;
  fc.assert(
    fc.property(grammars, (text) => {
      const grammar = parseGrammar(text);
      let automaton: ReturnType<typeof createAutomaton>;
      try {
        automaton = createAutomaton(networkOf(grammar));
      } catch (error) {
        assert.match((error as Error).message, /begins with itself|never comes to an end/);
        return;
      }
      compared++;
      const derived = new Set<string>();
      for (const sample of shortTexts) {
        const characters = [...sample];
        const { expression } = grammar.rules[grammar.root]!;
        const expected = endsOf(grammar, expression, characters, 0).has(characters.length);
        assert.is(accepts(automaton, sample), expected, `${JSON.stringify(sample)} of ${text}`);
        if (expected) derived.add(sample);
      }
      for (const sample of derived)
        for (let length = 0; length < sample.length; length++)
          assert.not.equal(stateAfter(automaton, sample.slice(0, length)), 0, "every beginning of it is alive");
    }),
    { numRuns: 300 },
  );
  assert.ok(compared > 50, `${compared} grammars compared`);
});

test("an ambiguous grammar costs in proportion to what came before, with every character", () => {
  const automaton = automatonOf('root ::= "a" root "b" | "a" root "c" | "a" root root | "a"');
  let state = automaton.start;
  const growth: number[] = [];
  for (let i = 0; i < 61; i++) {
    const before = automaton.size;
    state = automaton.step(state, 0x61);
    growth.push(automaton.size - before);
  }
  assert.ok(automaton.accepts(state));
  assert.ok(growth.at(-1)! <= 2.2 * growth[30]!, `${growth}`);
});

test("a repetition comes back to where it was: states do not grow with the text", () => {
  const automaton = automatonOf('root ::= "[" item ("," item)* "]"\nitem ::= "\\"" [^"]* "\\"" | root');
  stateAfter(automaton, '["a",["é"],"b"');
  const { size } = automaton;
  stateAfter(automaton, `["a",["é"],"b"${',"xyz é",["a"]'.repeat(500)}`);
  assert.ok(automaton.size < 1.1 * size, `${automaton.size} after ${size}`);
  const right = automatonOf('root ::= "a" root | "b"');
  stateAfter(right, "aaa");
  const before = right.size;
  stateAfter(right, "a".repeat(1000));
  assert.is(right.size, before, "right recursion");
});

test("many items that may be empty cost no more than others", () => {
  const once = automatonOf("root ::= [a]{0,500}");
  stateAfter(once, "a".repeat(500));
  for (const grammar of ['root ::= ("a"?){500}', 'root ::= x{500}\nx ::= "a"?', 'root ::= ("a"? "b"?){500}']) {
    const automaton = automatonOf(grammar);
    assert.ok(accepts(automaton, ""), grammar);
    assert.ok(accepts(automaton, "a".repeat(500)), grammar);
    assert.not.ok(accepts(automaton, "a".repeat(501)), grammar);
    assert.ok(automaton.size < 4 * once.size, `${automaton.size}, not about ${once.size}`);
  }
});

test("a grammar that remembers too much ends in an error, not in memory", () => {
  const optional = `root ::= ${"x ".repeat(2500)}\nx ::= "a"?`; // item by item, what follows may begin
  assert.throws(() => stateAfter(automatonOf(optional), "a".repeat(2500)), /grammar: its states take more than 32 MB/);
});

test("deep nesting is as deep as it needs to be", () => {
  const automaton = automatonOf('root ::= "(" root ")" | "x"');
  assert.ok(accepts(automaton, `${"(".repeat(5000)}x${")".repeat(5000)}`));
  assert.not.ok(accepts(automaton, `${"(".repeat(5000)}x${")".repeat(4999)}`));
});

test("long chains of rules and long repetitions end", () => {
  const chain = Array.from({ length: 5000 }, (_, i) => `r${i} ::= r${i + 1} | "x" r${i + 1}`).join("\n");
  assert.ok(accepts(automatonOf(`root ::= r0\n${chain}\nr5000 ::= "y"`), "xxxy"));
  const automaton = automatonOf("root ::= [a-zé]{0,65536}");
  assert.ok(accepts(automaton, "é".repeat(10000)));
});

test.run();
