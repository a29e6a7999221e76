// Numbers of a JSON Schema as GBNF, exact: an integer between two bounds digit by digit, and other numbers between two
// bounds that are integers. All of them are what a float64 holds: a number that overflows would not be one any more.

import type { Converter, Place } from "./json-schema.js";
import type { Schema } from "./schema-kinds.js";
import { choice, repeat } from "./write-gbnf.js";

/** Integers have at most 15 digits, so that every reader holds them exactly. */
export const largestInteger = 999_999_999_999_999;

/** Any number as JSON.stringify may write it, up to an exponent of 307. */
export const anyNumber =
  '"-"? (("0" | [1-9] [0-9]{0,20}) ("." [0-9]{1,24})? | [1-9] ("." [0-9]{1,16})? "e" ' +
  '("+" ("30" [0-7] | [12] [0-9]{2} | [1-9] [0-9]?) | "-" [1-9] [0-9]{0,2}))';

/** A number with bounds, as a rule. `schema` has at least one of the keywords of numbers. */
export function convertNumber(type: "integer" | "number", schema: Schema, place: Place, converter: Converter): string {
  const { refuse, addRule } = converter;
  let [least, most] = [-largestInteger, largestInteger];
  let last = "";
  for (const keyword of ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"]) {
    const bound = schema[keyword];
    if (bound === undefined) continue;
    if (typeof bound !== "number" || !Number.isFinite(bound))
      return refuse(place, keyword, `is ${JSON.stringify(bound)}; expected a number`);
    const exclusive = keyword.startsWith("exclusive");
    if (type === "number" && (exclusive || !Number.isInteger(bound)))
      refuse(place, keyword, `is ${bound}: for what need not be an integer, bounds are inclusive and integers`);
    if (keyword.endsWith("inimum")) least = Math.max(least, exclusive ? Math.floor(bound) + 1 : Math.ceil(bound));
    else most = Math.min(most, exclusive ? Math.ceil(bound) - 1 : Math.floor(bound));
    last = keyword;
  }
  if (least > most) return refuse(place, last, "leaves no number of at most 15 digits");
  return addRule(place.name, type === "integer" ? integersBetween(least, most) : numbersBetween(least, most), place);
}

/** Integers from `least` to `most`, which are integers themselves and within 15 digits; -0 is none. */
export function integersBetween(least: number, most: number): string {
  const forms: string[] = [];
  if (least < 0) forms.push(`"-" ${choice(naturals(Math.max(1, -most), -least))}`);
  if (most >= 0) forms.push(...naturals(Math.max(0, least), most));
  return choice(forms);
}

/**
 * Numbers from `least` to `most`, which are integers, without exponents. (What rounding to a float64 does to a number between
 * two integers leaves it between them.)
 */
export function numbersBetween(least: number, most: number): string {
  const magnitudes = (low: number, high: number): string[] => {
    const forms = [`${choice(naturals(high, high))} ("." "0"{1,15})?`];
    if (high > low) forms.unshift(`${choice(naturals(low, high - 1))} ("." [0-9]{1,15})?`);
    return forms;
  };
  const forms: string[] = [];
  if (least < 0) forms.push(`"-" ${choice(magnitudes(Math.max(0, -most), -least))}`);
  if (most >= 0) forms.push(...magnitudes(Math.max(0, least), most));
  return choice(forms);
}

/** The digits of `least` to `most`, both at least 0, as alternatives. */
function naturals(least: number, most: number): string[] {
  const forms: string[] = [];
  for (let low = least; low <= most; ) {
    const digits = String(low).length;
    const high = Math.min(most, 10 ** digits - 1);
    forms.push(...sameLength(String(low), String(high)));
    low = high + 1;
  }
  return forms;
}

/** The numbers between two of as many digits. */
function sameLength(low: string, high: string): string[] {
  let common = 0;
  while (common < low.length && low[common] === high[common]) common++;
  if (common === low.length) return [`"${low}"`];
  const after = low.length - common - 1;
  const prefix = common > 0 ? [`"${low.slice(0, common)}"`] : [];
  const join = (...parts: string[]) => [...prefix, ...parts.filter((part) => part !== "")].join(" ");
  const anyDigits = after > 0 ? repeat("[0-9]", after, after) : "";
  let [from, to] = [Number(low[common]), Number(high[common])];
  const forms: string[] = [];
  const tails = (tail: string[]) => choice(tail);
  const lowTail = low.slice(common + 1);
  const highTail = high.slice(common + 1);
  if (/[^0]/.test(lowTail)) forms.push(join(`"${from++}"`, tails(sameLength(lowTail, "9".repeat(after)))));
  const last = /[^9]/.test(highTail) ? join(`"${to--}"`, tails(sameLength("0".repeat(after), highTail))) : undefined;
  if (from <= to) forms.push(join(from === to ? `"${from}"` : `[${from}-${to}]`, anyDigits));
  if (last !== undefined) forms.push(last);
  return forms;
}
