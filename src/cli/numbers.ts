// Numbers and lists from the command line, checked before anything is loaded. The message names the range; commander
// puts the option and the value in front of it.

import { InvalidArgumentError } from "commander";
import { grouped } from "./output.js";

const readable = (value: number) => (Math.abs(value) >= 1e6 ? grouped(value) : String(value));

/** A parser of whole numbers from `least` to `most`. */
export function integer(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[+-]?\d+$/.test(text.trim()) || value < least || value > most) {
      throw new InvalidArgumentError(`Expected a whole number from ${readable(least)} to ${readable(most)}.`);
    }
    return value;
  };
}

const units = { "": 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 } as const;

/** A parser of sizes in bytes from `least` to `most`: 134217728, 128M, 1.5G. */
export function size(least: number, most: number): (text: string) => number {
  return (text) => {
    const found = /^(\d+(?:\.\d+)?)([kmg]?)$/i.exec(text.trim());
    const value = Math.floor(Number(found?.[1]) * units[(found?.[2] ?? "").toLowerCase() as keyof typeof units]);
    if (!(value >= least && value <= most)) {
      throw new InvalidArgumentError(`Expected bytes, ${readable(least)} or more, such as 128M.`);
    }
    return value;
  };
}

/** A parser of numbers from `least` to `most`; `above` instead of `least` leaves the bound itself out. */
export function number(range: { least?: number; above?: number; most: number }): (text: string) => number {
  const { least, above, most } = range;
  return (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    const low = above === undefined ? value >= (least ?? Number.NEGATIVE_INFINITY) : value > above;
    if (!low || !(value <= most)) {
      const from = above === undefined ? `from ${least}` : `above ${above}, up`;
      throw new InvalidArgumentError(`Expected a number ${from} to ${most}.`);
    }
    return value;
  };
}

/** A parser of lists such as "1,2,3" of whole numbers from `least` to `most`; the empty text is the empty list. */
export function integers(least: number, most: number): (text: string) => number[] {
  const one = integer(least, most);
  return (text) => {
    if (text.trim() === "") return [];
    try {
      return text.split(",").map((part) => one(part));
    } catch {
      throw new InvalidArgumentError(
        `Expected whole numbers from ${readable(least)} to ${readable(most)} with commas between them.`,
      );
    }
  };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\" };

/** Text in which \n, \t, \r and \\ are meant: a shell hands them over as two characters. */
export function unescaped(text: string): string {
  return text.replace(/\\([ntr\\])/g, (_, letter: string) => escapes[letter]!);
}

/** A parser of an option that may be given several times; its texts are collected, escapes understood. */
export function collected(text: string, before: readonly string[] | undefined): string[] {
  const value = unescaped(text);
  if (value === "") throw new InvalidArgumentError("Expected at least one character.");
  return [...(before ?? []), value];
}
