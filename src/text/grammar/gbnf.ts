// GBNF, llama.cpp's notation for grammars (https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md):
//
//   root  ::= "yes" | "no" reason?       # a text is what `root` derives
//   reason ::= ": " [a-z ]{1,40} | (
//     " (" [^()]+ ")"
//   )
//
// Spaces may stand before the signs of a repetition. Literals and classes know the escapes \n \r \t \\ \" \[ \] \- \^ \xHH \uHHHH \UHHHHHHHH; a dot is any character. A line
// break ends a rule, except inside parentheses, after ::= and after or before |. Names may hold letters, digits, - and _.
// llama.cpp's notation for single tokens (<think>, <[123]>) is refused: a grammar speaks of text, whatever the vocabulary.

import { complement, everything, type Range, unite } from "./code-points.js";

/** What a rule derives. */
export type Expression =
  | { readonly kind: "class"; readonly set: readonly Range[] }
  | { readonly kind: "rule"; readonly rule: number }
  | { readonly kind: "sequence"; readonly items: readonly Expression[] }
  | { readonly kind: "choice"; readonly items: readonly Expression[] }
  | { readonly kind: "repeat"; readonly item: Expression; readonly least: number; readonly most: number };

export interface Rule {
  readonly name: string;
  readonly expression: Expression;
}

/** Rules refer to each other by index. */
export interface Grammar {
  readonly rules: readonly Rule[];
  readonly root: number;
}

/** The largest number in {m,n}. */
export const mostRepeats = 65536;
const deepest = 200;
/** How many signs may follow an item that do not come to one repetition, as +* does. */
const mostSigns = 4;

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9 };
const escapedAsIs = '\\"[]-^';
const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Reads a grammar.
 * @throws TypeError for what is no string
 * @throws RangeError for what is no grammar, with line and column: mistakes of notation, rules that are missing or there
 *   twice, parentheses nested too deeply, repetitions too large
 */
export function parseGrammar(text: string): Grammar {
  if (typeof text !== "string") throw new TypeError(`grammar: expected a text in GBNF, not ${typeof text}`);
  const names: string[] = [];
  const indexOf = new Map<string, number>();
  const usedAt: number[] = [];
  const defined: (Expression | undefined)[] = [];
  let at = 0;

  const fail: (message: string, where?: number) => never = (message, where = at) => {
    const before = text.slice(0, where).split("\n");
    throw new RangeError(`grammar, line ${before.length}, column ${before.at(-1)!.length + 1}: ${message}`);
  };
  const found = () => (at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at)!)) : "the end");

  /** Skips spaces and comments, and line breaks where they mean nothing. */
  const skip = (lines: boolean): void => {
    for (; at < text.length; at++) {
      if (text[at] === "#") while (at + 1 < text.length && !"\r\n".includes(text[at + 1]!)) at++;
      else if (!" \t".includes(text[at]!) && !(lines && "\r\n".includes(text[at]!))) return;
    }
  };
  const readName = (): string => {
    const start = at;
    while (at < text.length && /[a-zA-Z0-9_-]/.test(text[at]!)) at++;
    return text.slice(start, at);
  };
  const ruleNamed = (name: string, where: number): number => {
    const known = indexOf.get(name);
    if (known !== undefined) return known;
    indexOf.set(name, names.length);
    usedAt.push(where);
    defined.push(undefined);
    return names.push(name) - 1;
  };

  /** A character of a literal or class, escapes understood. */
  const readCharacter = (what: string, start: number): number => {
    if (at >= text.length || text[at] === "\n") fail(`this ${what} has no end`, start);
    const where = at;
    let code = text.codePointAt(at)!;
    at += code > 0xffff ? 2 : 1;
    if (code === 0x5c) {
      const letter = text[at++] ?? "";
      if (Object.hasOwn(hexDigits, letter)) {
        const digits = text.slice(at, at + hexDigits[letter]!);
        if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < hexDigits[letter]!)
          fail(`\\${letter} needs ${hexDigits[letter]} hexadecimal digits`, where);
        at += digits.length;
        code = Number.parseInt(digits, 16);
      } else if (Object.hasOwn(escapes, letter)) code = escapes[letter]!;
      else if (letter !== "" && escapedAsIs.includes(letter)) code = letter.charCodeAt(0);
      else
        fail(`\\${letter} is no escape; \\n \\r \\t \\\\ \\" \\[ \\] \\- \\^ \\xHH \\uHHHH and \\UHHHHHHHH are`, where);
    }
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
      fail(`U+${code.toString(16).toUpperCase()} is no character; write one beyond U+FFFF as \\UHHHHHHHH`, where);
    return code;
  };

  const readLiteral = (): Expression => {
    const start = at++;
    const items: Expression[] = [];
    while (text[at] !== '"') {
      const code = readCharacter("literal", start);
      items.push({ kind: "class", set: [[code, code]] });
    }
    at++;
    return { kind: "sequence", items };
  };

  const readClass = (): Expression => {
    const start = at++;
    const negated = text[at] === "^";
    if (negated) at++;
    const ranges: Range[] = [];
    while (text[at] !== "]") {
      const from = at;
      const low = readCharacter("class", start);
      let high = low;
      if (text[at] === "-" && text[at + 1] !== "]") {
        at++;
        high = readCharacter("class", start);
        if (high < low) fail("the range's end comes before its beginning", from);
      }
      ranges.push([low, high]);
    }
    at++;
    const set = negated ? complement(unite(ranges)) : unite(ranges);
    if (set.length === 0) fail("no character is in this class", start);
    return { kind: "class", set };
  };

  /** The signs after an item; spaces may come before each. */
  const readRepeats = (first: Expression, depth: number): Expression => {
    let item = first;
    for (let nested = 0; ; ) {
      skip(depth > 0);
      const start = at;
      const sign = text[at];
      let bounds: readonly [least: number, most: number];
      if (sign === "*" || sign === "+" || sign === "?") {
        at++;
        bounds = [sign === "+" ? 1 : 0, sign === "?" ? 1 : Infinity];
      } else if (sign === "{") {
        const [whole, least, comma, most] = /^\{\s*(\d+)\s*(,?)\s*(\d*)\s*\}/.exec(text.slice(at, at + 80)) ?? [];
        if (whole === undefined || (comma === "" && most !== ""))
          return fail("a repetition is written {m}, {m,} or {m,n}");
        bounds = [Number(least), most ? Number(most) : comma ? Infinity : Number(least)];
        if (bounds[1] < bounds[0]) fail("the second number is below the first", start);
        if (bounds[0] > mostRepeats || (bounds[1] > mostRepeats && bounds[1] !== Infinity))
          fail(`a repetition goes up to ${mostRepeats}; use {m,} for one without end`, start);
        at += whole.length;
      } else return item;
      const before = item;
      item = repeated(before, ...bounds);
      if (item.kind === "repeat" && item.item === before && before.kind === "repeat" && ++nested > mostSigns)
        fail(`more than ${mostSigns} repetitions of a repetition; give the inner ones a rule`, start);
    }
  };

  const readItem = (depth: number): Expression | undefined => {
    const start = at;
    const sign = text[at];
    if (sign === '"') return readLiteral();
    if (sign === "[") return readClass();
    if (sign === ".") {
      at++;
      return { kind: "class", set: everything };
    }
    if (sign === "(") {
      if (depth >= deepest) fail(`parentheses are nested more than ${deepest} deep; give the inner ones a rule`);
      at++;
      const inner = readChoice(depth + 1);
      if (text[at] !== ")") fail(`expected ")" for the "(" before, found ${found()}`);
      at++;
      return inner;
    }
    if (sign === "<" || sign === "!") fail("single tokens cannot be named in a grammar; write their text");
    const name = readName();
    if (name === "") return undefined;
    return { kind: "rule", rule: ruleNamed(name, start) };
  };

  const readSequence = (depth: number): Expression => {
    const items: Expression[] = [];
    for (;;) {
      const item = readItem(depth);
      if (item === undefined) break;
      items.push(readRepeats(item, depth));
    }
    return items.length === 1 ? items[0]! : { kind: "sequence", items };
  };

  const readChoice = (depth: number): Expression => {
    const items: Expression[] = [];
    for (;;) {
      skip(true);
      items.push(readSequence(depth));
      const end = at;
      skip(true);
      if (text[at] !== "|") {
        if (depth === 0) at = end;
        break;
      }
      at++;
    }
    return items.length === 1 ? items[0]! : { kind: "choice", items };
  };

  for (skip(true); at < text.length; skip(true)) {
    const start = at;
    const name = readName();
    if (name === "") fail(`expected the name of a rule, found ${found()}`);
    skip(false);
    if (!text.startsWith("::=", at)) fail(`expected ::= after the name ${name}, found ${found()}`);
    at += 3;
    const rule = ruleNamed(name, start);
    if (defined[rule] !== undefined) fail(`the rule ${name} is there already`, start);
    defined[rule] = readChoice(0);
    skip(false);
    if (at < text.length && !"\r\n".includes(text[at]!)) fail(`expected the end of the rule ${name}, found ${found()}`);
  }
  const root = indexOf.get("root");
  if (root === undefined || defined[root] === undefined) fail("there is no rule named root");
  const rules = names.map((name, index): Rule => {
    const expression = defined[index];
    return { name, expression: expression ?? fail(`there is no rule named ${name}`, usedAt[index]!) };
  });
  return { rules, root: root! };
}

/**
 * An item `least` to `most` times. What repeats a repetition is one repetition, where the products leave out no number:
 * (x?){9} is x{0,9}, (x+)* is x*, but (x{2})* is what it is.
 */
function repeated(item: Expression, least: number, most: number): Expression {
  const whole: Expression = { kind: "repeat", item, least, most };
  if (item.kind !== "repeat" || most === 0) return whole;
  const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b); // 0 times Infinity is 0
  const [low, high] = [times(least, item.least), times(most, item.most)];
  // k times is k * item.least to k * item.most; the closest that k and k + 1 come is at the smallest k.
  const gapless = least === most || (least + 1) * item.least <= times(least, item.most) + 1;
  if (!gapless || low > mostRepeats || (high > mostRepeats && high !== Infinity)) return whole;
  return { kind: "repeat", item: item.item, least: low, most: high };
}
