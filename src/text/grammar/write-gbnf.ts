// Pieces of GBNF in writing, for what makes grammars of something else: literals, classes, and the characters of a JSON
// string as JSON.stringify spells them. Each piece can stand in a sequence as it is.

import { unicodePattern } from "../unicode-pattern.js";
import { intersect, type Range, unite } from "./code-points.js";

/** A literal. */
export function literal(text: string): string {
  let quoted = "";
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (character === '"' || character === "\\") quoted += `\\${character}`;
    else quoted += isPlain(code) ? character : escaped(code);
  }
  return `"${quoted}"`;
}

/** A class. Its set must not be empty. */
export function characterClass(set: readonly Range[]): string {
  const spell = (code: number) =>
    isPlain(code) && !/[\]\\^"-]|\[/.test(String.fromCodePoint(code)) ? String.fromCodePoint(code) : escaped(code);
  return `[${set.map(([low, high]) => (low === high ? spell(low) : `${spell(low)}-${spell(high)}`)).join("")}]`;
}

/** Alternatives; those that are there twice once. */
export function choice(items: readonly string[]): string {
  const distinct = [...new Set(items)];
  return distinct.length === 1 ? distinct[0]! : `(${distinct.join(" | ")})`;
}

/** An item repeated `least` to `most` times; "" for none. */
export function repeat(item: string, least: number, most: number): string {
  if (most === 0) return '""';
  if (least === 1 && most === 1) return item;
  const bounds =
    most === Infinity
      ? (["*", "+"][least] ?? `{${least},}`)
      : least === 0 && most === 1
        ? "?"
        : least === most
          ? `{${least}}`
          : `{${least},${most}}`;
  return `${/^("([^"\\]|\\.)*"|\[([^\]\\]|\\.)*\]|\([^()]*\)|[\w-]+)$/.test(item) ? item : `(${item})`}${bounds}`;
}

/** Escapes of one letter: what JSON.stringify writes, and what it means. */
const shortEscapes: readonly (readonly [letter: string, code: number])[] = [
  ['"', 0x22],
  ["\\", 0x5c],
  ["b", 8],
  ["t", 9],
  ["n", 10],
  ["f", 12],
  ["r", 13],
];

/**
 * One character of a set, as JSON.stringify writes it inside a string: `"` and `\` with a backslash, control characters as
 * \b \t \n \f \r or \u00xx, all others as they are. Each character is written in one way alone, so that lengths and patterns
 * can be told from the text. (A DEL is as it is; lone surrogates are no characters.)
 */
export function jsonCharacter(set: readonly Range[]): string {
  const has = (code: number) => set.some(([low, high]) => code >= low && code <= high);
  const forms: string[] = [];
  const plain = intersect(set, [
    [0x20, 0x21],
    [0x23, 0x5b],
    [0x5d, 0x10ffff],
  ]);
  if (plain.length > 0) forms.push(characterClass(plain));
  const short = shortEscapes.filter(([, code]) => has(code)).map(([letter]) => letter.charCodeAt(0));
  if (short.length > 0) {
    const letters = short.sort((a, b) => a - b).map((code): Range => [code, code]);
    forms.push(`${literal("\\")} ${characterClass(letters)}`);
  }
  for (const high of [0, 1]) {
    const digits: Range[] = [];
    for (let low = 0; low < 16; low++) {
      const code = high * 16 + low;
      const digit = low.toString(16).charCodeAt(0);
      if (has(code) && !shortEscapes.some(([, other]) => other === code)) digits.push([digit, digit]);
    }
    if (digits.length > 0) forms.push(`${literal(`\\u00${high}`)} ${characterClass(unite(digits))}`);
  }
  return choice(forms);
}

/** Printable ASCII and letters of other scripts; the rest is better read as a number. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) || (code > 0x7f && unicodePattern("[\\p{L}\\p{N}]").test(String.fromCodePoint(code)))
  );
}

function escaped(code: number): string {
  const hex = code.toString(16).toUpperCase();
  const short = ({ 9: "\\t", 10: "\\n", 13: "\\r" } as Readonly<Record<number, string>>)[code];
  if (short !== undefined) return short;
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
