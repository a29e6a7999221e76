// A regular expression (JSON Schema's `pattern`: ECMAScript with the flag u) as GBNF, for the content of a JSON string as
// JSON.stringify writes it. A pattern that is not anchored may match anywhere, so it gets anything before and after it.
//
// Supported is what a finite automaton can do: characters, classes, \d \w \s and their opposites, the dot, groups, named or
// not, alternation, repetitions, greedy or lazy, and ^ and $ at the ends of an alternative. Refused are assertions
// (\b, lookahead, lookbehind), backreferences, \p{...}, and anchors elsewhere.

import { complement, everything, type Range, unite } from "./code-points.js";
import { mostRepeats } from "./gbnf.js";
import { jsonCharacter, repeat } from "./write-gbnf.js";

const digits: readonly Range[] = [[0x30, 0x39]];
const wordCharacters = unite([...digits, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]]);
const spaces = unite([
  [9, 13],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]);
const notLineEnds = complement([
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
]);
const sets: Readonly<Record<string, readonly Range[]>> = {
  d: digits,
  D: complement(digits),
  w: wordCharacters,
  W: complement(wordCharacters),
  s: spaces,
  S: complement(spaces),
};
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, "0": 0 };
const deepest = 50;

const only = (code: number): readonly Range[] => [[code, code]];

/**
 * The strings in which a pattern is found, without their quotes. `any` is the name of a rule for any one character.
 * @throws RangeError for what is no regular expression, and for what is not supported
 */
export function patternToGbnf(pattern: string, any: string): string {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error));
  }
  let at = pattern.search(/[\ud800-\udfff]/u);
  const refuse = (what: string): never => {
    throw new RangeError(`${what} is not supported (at ${at} of ${JSON.stringify(pattern)})`);
  };
  if (at >= 0) refuse("half of a surrogate pair");
  at = 0;
  const takes = (text: string): boolean => {
    if (!pattern.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const next = (): number => {
    const code = pattern.codePointAt(at)!;
    at += code > 0xffff ? 2 : 1;
    return code;
  };

  /** After a backslash: a set, or one character. `\-` is an escape in classes alone, which RegExp has checked. */
  const readEscape = (): readonly Range[] => {
    const letter = String.fromCodePoint(next());
    if (Object.hasOwn(sets, letter)) return sets[letter]!;
    let code = letter.codePointAt(0)!;
    if (letter === "x" || letter === "u") {
      const hex = /^(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4}))/.exec(pattern.slice(at, at + 12));
      const found = letter === "x" ? pattern.slice(at, at + 2) : (hex![1] ?? hex![2]!);
      at += letter === "x" ? 2 : hex![0].length;
      code = Number.parseInt(found, 16);
      if (code >= 0xd800 && code <= 0xdfff) refuse("a surrogate");
    } else if (Object.hasOwn(controls, letter)) code = controls[letter]!;
    else if (/[a-zA-Z0-9]/.test(letter)) refuse(`\\${letter}`);
    return only(code);
  };

  const readClass = (): readonly Range[] => {
    const negated = takes("^");
    const ranges: Range[] = [];
    const readMember = (): readonly Range[] => (takes("\\") ? readEscape() : only(next()));
    while (!takes("]")) {
      const member = readMember();
      if (pattern[at] === "-" && pattern[at + 1] !== "]") {
        at++;
        ranges.push([member[0]![0], readMember()[0]![0]]);
      } else ranges.push(...member);
    }
    return negated ? complement(unite(ranges)) : unite(ranges);
  };

  const one = (set: readonly Range[]): string => {
    if (set.length === 0) refuse("a class without characters");
    return set === everything ? any : jsonCharacter(set);
  };

  const readAtom = (depth: number): string => {
    if (takes("(")) {
      if (depth >= deepest) refuse(`a group within ${deepest} others`);
      if (takes("?:") || /^\?<(?![=!])/.test(pattern.slice(at, at + 3))) {
        if (pattern[at] === "?") at = pattern.indexOf(">", at) + 1;
      } else if (pattern[at] === "?") refuse("(?");
      const inner = readChoice(depth + 1);
      at++; // RegExp has seen the other parenthesis
      return inner;
    }
    if (takes("[")) return one(readClass());
    if (takes(".")) return one(notLineEnds);
    if (pattern[at] === "^" || pattern[at] === "$") refuse("an anchor inside of the pattern");
    return one(takes("\\") ? readEscape() : only(next()));
  };

  const readTerm = (depth: number): string => {
    const atom = readAtom(depth);
    let bounds: readonly [number, number] = [1, 1];
    const braces = /^\{(\d+)(,?)(\d*)\}/.exec(pattern.slice(at, at + 50));
    if (takes("*")) bounds = [0, Infinity];
    else if (takes("+")) bounds = [1, Infinity];
    else if (takes("?")) bounds = [0, 1];
    else if (braces !== null) {
      const least = Number(braces[1]);
      bounds = [least, braces[3] !== "" ? Number(braces[3]) : braces[2] === "" ? least : Infinity];
      if (least > mostRepeats || (bounds[1] > mostRepeats && bounds[1] !== Infinity))
        refuse(`a repetition of more than ${mostRepeats}`);
      at += braces[0].length;
    } else return atom;
    takes("?"); // lazy: the same strings
    return repeat(atom, ...bounds);
  };

  const readChoice = (depth: number): string => {
    const alternatives: string[] = [];
    do {
      const outermost = depth === 0;
      const items: string[] = [];
      if (outermost && !takes("^")) items.push(`${any}*`);
      let open = outermost;
      while (at < pattern.length && pattern[at] !== "|" && pattern[at] !== ")") {
        if (outermost && pattern[at] === "$" && (at + 1 === pattern.length || pattern[at + 1] === "|")) {
          at++;
          open = false;
        } else items.push(readTerm(depth));
      }
      if (open) items.push(`${any}*`);
      alternatives.push(items.length > 0 ? items.join(" ") : '""');
    } while (takes("|"));
    return alternatives.length === 1 && depth === 0 ? alternatives[0]! : `(${alternatives.join(" | ")})`;
  };

  return readChoice(0);
}
