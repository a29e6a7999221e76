// GBNF as llama.cpp's users write it, and what is told of one that is wrong.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { networkOf } from "../../../src/text/grammar/compile.js";
import { parseGrammar } from "../../../src/text/grammar/gbnf.js";
import { derives } from "./accepting.js";

const test = suite("GBNF");

const cases: readonly (readonly [grammar: string, yes: readonly string[], no: readonly string[]])[] = [
  ['root ::= "yes" | "no"', ["yes", "no"], ["", "y", "yesno", "maybe"]],
  ['root ::= "a"* "b"+ "c"?', ["b", "aabb", "bc", "abbbc"], ["", "a", "c", "bcc", "ba"]],
  ['root ::= "a"{2} "b"{1,3} "c"{2,}', ["aabcc", "aabbbcccc"], ["abcc", "aabbbbcc", "aabc"]],
  ['root ::= "a"{0,2} | ("b" "c"){2}', ["", "a", "aa", "bcbc"], ["aaa", "bc", "bcb"]],
  ["root ::= [a-c] [^a-c] [x-] .", ["a1xy", "cz-\n", "bé-🙂"], ["aax.", "d1xy", "a1y."]],
  ['root ::= "\\x41\\u00e9\\U0001F642\\"\\\\\\n\\t\\r\\[\\]"', ['Aé🙂"\\\n\t\r[]'], ["A", ""]],
  ["root ::= [\\]\\-\\^\\\\\\x30-\\x39]+", ["]-^\\0123456789"], ["a", "["]],
  ["root ::= [日-本]", ["日", "本"], ["a", "\u65e4"]],
  ['root ::= item ("," item)*\nitem ::= [0-9]+', ["1", "12,3,456"], [",", "1,", ""]],
  ['root ::= "(" root ")" | ""', ["", "()", "((()))"], ["(", ")(", "(()"]],
  ['# a comment\nroot ::= # here\n  "a" # there\n\n\n# "b"\n', ["a"], ["b", "ab"]],
  ['root ::= (\n  "a"\n  | "b" # or\n) "c"\n  | "d" |\n  "e"', ["ac", "bc", "d", "e"], ["a", "dc", "c"]],
  ['root ::= ("a" | ) "b" | ', ["ab", "b", ""], ["a", "ba"]],
  ['root::=a b\na::="x"\r\nb::="y"', ["xy"], ["x"]],
  ['root ::= some-rule_1\nsome-rule_1 ::= "x"', ["x"], ["y"]],
  ['root ::= ("a"*)* ("b"?)+ ("")* ("c"*){2,3}', ["", "aab", "ccc", "abc"], ["ba", "d"]],
  ['root ::= "a"*?', ["", "a", "aaa"], ["b"]],
  ['root ::= "a" * [0-9] {2} ("b") ?  # spaces\n', ["a12b", "12"], ["a1", "12bb"]],
  ['root ::= ("a"\n  + "b" ? ?)', ["aab", "a"], ["b", ""]],
  ['root ::= "a"{2,3}{2} ("b"{2})* "c"?{3}', ["aaaa", "aaaaaabbbbccc"], ["aaa", "aaaab", "aaaacccc"]],
  ['root ::= x{3} "-" x{2,}\nx ::= "a"? "b"?', ["-", "ab-bb", "ababab-abababab"], ["abababab-", "aba"]],
  [`root ::= ${"(".repeat(20)}"a" "b"?${' "c"?)+'.repeat(20)}`, ["a", "abac", "aabccca"], ["", "ba", "cc"]],
  [`root ::= "a"${"+".repeat(50)} "b"${"?".repeat(20000)}`, ["a", "aab"], ["", "abb"]],
  ['root ::= ""', [""], ["a"]],
];

for (const [grammar, yes, no] of cases) {
  test(`${JSON.stringify(grammar).slice(0, 99)} derives what it should`, () => {
    for (const text of yes) assert.ok(derives(grammar, text), JSON.stringify(text));
    for (const text of no) assert.not.ok(derives(grammar, text), JSON.stringify(text));
  });
}

const wrong: readonly (readonly [grammar: string, message: RegExp])[] = [
  ["", /line 1, column 1: there is no rule named root/],
  ['start ::= "a"', /no rule named root/],
  ['root ::= "a"\nroot ::= "b"', /line 2, column 1: the rule root is there already/],
  ['root ::= "a" |\n  thing "b"', /line 2, column 3: there is no rule named thing/],
  ['root ::= "a', /line 1, column 10: this literal has no end/],
  ['root ::= "a\n"', /line 1, column 10: this literal has no end/],
  ["root ::= [a-", /line 1, column 10: this class has no end/],
  ["root ::= [b-a]", /line 1, column 11: the range's end comes before its beginning/],
  ["root ::= []", /no character is in this class/],
  ["root ::= [^\\x00-\\U0010FFFF]", /no character is in this class/],
  ['root ::= "\\q"', /line 1, column 11: \\q is no escape/],
  ['root ::= "\\u12"', /\\u needs 4 hexadecimal digits/],
  ['root ::= "\\uD83D"', /U\+D83D is no character/],
  ['root ::= "\\UFFFFFFFF"', /is no character/],
  ['root ::= ("a"', /line 1, column 14: expected "\)" for the "\(" before, found the end/],
  ['root ::= "a")', /line 1, column 13: expected the end of the rule root, found "\)"/],
  ['root = "a"', /line 1, column 6: expected ::= after the name root, found "="/],
  ['"a" ::= root', /line 1, column 1: expected the name of a rule, found "\\""/],
  ["root ::= a{3,2}\na ::= [x]", /line 1, column 11: the second number is below the first/],
  ["root ::= [x]{,2}", /line 1, column 13: a repetition is written \{m\}, \{m,\} or \{m,n\}/],
  ["root ::= [x]{70000}", /a repetition goes up to 65536/],
  [`root ::= [x]{2}?${"{60000}".repeat(9)}`, /more than 4 repetitions of a repetition; give the inner ones a rule/],
  ["root ::= <think>", /single tokens cannot be named in a grammar/],
  [`root ::= ${"(".repeat(1000)}`, /parentheses are nested more than 200 deep/],
  ['root ::= "a" root', /grammar: the rule root never comes to an end/],
  ['root ::= a | b\na ::= "x" b\nb ::= "y" a', /never comes to an end/],
  ['root ::= root "a" | "b"', /the rule root begins with itself \(root -> root\); left recursion/],
  ['root ::= a\na ::= b? c\nb ::= "x"\nc ::= "y"? a "z" | "q"', /the rule a begins with itself \(a -> c -> a\)/],
  ['root ::= (x ("," | ""))* x\nx ::= ("+" | "") root | "1"', /begins with itself/],
  [`root ::= ${"[a-z]{65536} ".repeat(6)}`, /too large: more than 300000 nodes/],
];

for (const [grammar, message] of wrong) {
  test(`${JSON.stringify(grammar.slice(0, 50))} is refused: ${message.source}`, () => {
    assert.throws(
      () => networkOf(parseGrammar(grammar)),
      (error: Error) => error instanceof RangeError && (message.test(error.message) || error.message),
    );
  });
}

test("what is no text is a mistake of kind", () => {
  assert.throws(
    () => parseGrammar(5 as never),
    (error: Error) => error instanceof TypeError,
  );
});

test("a rule that nothing finite comes of is never entered where there is another way", () => {
  const grammar = 'root ::= "a" endless | "b"\nendless ::= "c" endless';
  assert.ok(derives(grammar, "b"));
  assert.not.ok(derives(grammar, "a"), "nor begun");
});

test.run();
