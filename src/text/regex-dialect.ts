// Turns the regular expressions of tokenizer files, written for Oniguruma, into JavaScript's with the `u` flag, where that
// says the same thing; and refuses the rest by name rather than tokenise differently. What differs and is translated:
//
//   \s \S     Unicode white space; JavaScript's leaves out U+0085 and takes in U+FEFF
//   \d \w     Unicode digits and word characters; JavaScript's are ASCII
//   .         anything but \n; JavaScript's also stops at \r, U+2028 and U+2029
//   (?i:x)    in front of letters; Node 20 has no inline flags
//   ^ $       start and end of a line, not of the text
//
// Refused: possessive and nested things that JavaScript lacks, backreferences, and letters beyond ASCII in (?i:...).

import { unicodePattern } from "./unicode-pattern.js";

/** A pattern that cannot be translated; the message says which part. */
export class UnsupportedRegex extends Error {
  override readonly name = "UnsupportedRegex";
}

const outside: Readonly<Record<string, string>> = {
  s: "\\p{White_Space}",
  S: "\\P{White_Space}",
  d: "\\p{Nd}",
  D: "\\P{Nd}",
  w: "[\\p{L}\\p{M}\\p{N}\\p{Pc}]",
  W: "[^\\p{L}\\p{M}\\p{N}\\p{Pc}]",
};
const insideClass: Readonly<Record<string, string>> = { ...outside, w: "\\p{L}\\p{M}\\p{N}\\p{Pc}" };

/** ASCII letters that other characters fold to. */
const foldsTo: Readonly<Record<string, string>> = { s: "\u017f", k: "\u212a" };

/** The JavaScript expression, with flags `gu`, of an Oniguruma pattern. Throws UnsupportedRegex. */
export function translateRegex(pattern: string): RegExp {
  let out = "";
  let inClass = false;
  /** For each open group: whether letters fold. */
  const folding: boolean[] = [];
  /** Whether a quantifier came just before, so that a "+" now would make it possessive. */
  let quantified = false;
  const folds = (): boolean => folding[folding.length - 1] ?? false;

  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!;
    const after = pattern[i + 1];
    const wasQuantified = quantified;
    quantified = false;
    if (char === "\\") {
      if (after === undefined) throw new UnsupportedRegex("it ends in a backslash");
      const translated = (inClass ? insideClass : outside)[after];
      if (inClass && after === "W") throw new UnsupportedRegex("\\W in a character class");
      if (translated === undefined && /[A-Za-z0-9]/.test(after) && !/[pPrntfvxu]/.test(after)) {
        throw new UnsupportedRegex(`\\${after}`);
      }
      // Punctuation is escaped freely there; with the `u` flag only what has a meaning may be.
      const needless = /[^A-Za-z0-9^$\\.*+?()[\]{}|/-]/.test(after) || (after === "-" && !inClass);
      out += translated ?? (needless ? after : `\\${after}`);
      i++;
      if ((after === "p" || after === "P") && pattern[i + 1] === "{") {
        const close = pattern.indexOf("}", i);
        if (close < 0) throw new UnsupportedRegex("\\p{ without }");
        out += pattern.slice(i + 1, close + 1);
        i = close;
      }
    } else if (inClass) {
      if (char === "[" || (char === "&" && after === "&")) throw new UnsupportedRegex(`"${char}" in a character class`);
      if (folds() && /[A-Za-z]/.test(char)) {
        if (after === "-" || pattern[i - 1] === "-") throw new UnsupportedRegex("a range of letters in (?i:...)");
        out += foldLetter(char);
      } else out += char;
      if (char === "]") inClass = false;
    } else if (char === "[") {
      inClass = true;
      out += char;
      if (after === "^") {
        out += after;
        i++;
      }
      if (pattern[i + 1] === "]") throw new UnsupportedRegex('"]" first in a character class');
    } else if (char === "(") {
      const opening = /^\((\?(i:|:|=|!|<=|<!))?/.exec(pattern.slice(i, i + 4))!;
      if (opening[1] === undefined && after === "?") throw new UnsupportedRegex(pattern.slice(i, i + 4));
      folding.push(opening[2] === "i:" || folds());
      out += opening[2] === "i:" || opening[1] === undefined ? "(?:" : opening[0];
      i += opening[0].length - 1;
    } else if (char === ")") {
      folding.pop();
      out += char;
    } else if (char === ".") {
      out += "[^\\n]";
    } else if (char === "^") {
      out += "(?<=^|\\n)";
    } else if (char === "$") {
      out += "(?=$|\\n)";
    } else if (/[*+?{]/.test(char)) {
      if (wasQuantified && char !== "?") throw new UnsupportedRegex(`the possessive "${pattern[i - 1]}${char}"`);
      const counts = char === "{" ? /^\{\d*,?\d*\}/.exec(pattern.slice(i)) : null;
      out += counts?.[0] ?? char;
      i += (counts?.[0] ?? char).length - 1;
      quantified = true;
    } else if (folds() && unicodePattern("\\p{L}").test(char)) {
      if (!/[A-Za-z]/.test(char)) throw new UnsupportedRegex(`"${char}" in (?i:...)`);
      out += `[${foldLetter(char)}]`;
    } else {
      out += char;
    }
  }
  try {
    return new RegExp(out, "gu");
  } catch (error) {
    throw new UnsupportedRegex((error as Error).message);
  }
}

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  return lower + lower.toUpperCase() + (foldsTo[lower] ?? "");
}
