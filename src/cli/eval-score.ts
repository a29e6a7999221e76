// What `lanky eval api` counts. An answer is right if its first line is a call with the api and the arguments expected;
// the order of fields makes no difference to that, and a second count is of lines that are the same letter by letter.

import { isDeepStrictEqual } from "node:util";
import { apiFunctions, parseApiCall } from "../node.js";
import type { ExpectedTurn } from "./eval-data.js";
import { rougeL } from "./rouge.js";

/** One answer beside what was expected. */
export interface Judgement {
  /** The same api and the same arguments. */
  readonly exact: boolean;
  /** The same line, letter by letter. */
  readonly sameLine: boolean;
  /** The first line is JSON and names a listed api. */
  readonly valid: boolean;
  /** ... and its arguments are what the table of functions says. */
  readonly fits: boolean;
  /** ROUGE-L of the reply, 0 to 1; undefined where no reply is expected. */
  readonly rougeL: number | undefined;
}

export function judge(text: string, expected: ExpectedTurn): Judgement {
  const end = text.indexOf("\n");
  const line = end < 0 ? text : text.slice(0, end);
  const { api, arguments: given } = readCall(line);
  const valid = typeof api === "string" && Object.hasOwn(apiFunctions, api);
  return {
    exact: valid && api === expected.api && isDeepStrictEqual(given, expected.arguments),
    sameLine: line === expected.line,
    valid,
    fits: parseApiCall(line).api !== undefined,
    rougeL: expected.reply === undefined ? undefined : rougeL(end < 0 ? "" : text.slice(end + 1), expected.reply),
  };
}

/** Laxer than parseApiCall, which wants arguments of the table: what a line says that may be no call. */
function readCall(line: string): { readonly api?: unknown; readonly arguments?: unknown } {
  try {
    return (JSON.parse(line) ?? {}) as { api?: unknown; arguments?: unknown };
  } catch {
    return {};
  }
}

/** Counts of some answers, and the shares of them; an object of the JSON. */
export interface Tally {
  readonly turns: number;
  /** Shares from 0 to 1. */
  readonly exact: number;
  readonly same_line: number;
  readonly valid: number;
  readonly fits: number;
  /** Mean of the replies that had one expected; null where none had. */
  readonly rouge_l: number | null;
}

/** Shares of judgements; of none, all are 0. */
export function tally(judgements: readonly Judgement[]): Tally {
  const turns = judgements.length;
  const share = (field: "exact" | "sameLine" | "valid" | "fits") =>
    judgements.filter((judgement) => judgement[field]).length / Math.max(1, turns);
  const similar = judgements.flatMap((judgement) => judgement.rougeL ?? []);
  return {
    turns,
    exact: share("exact"),
    same_line: share("sameLine"),
    valid: share("valid"),
    fits: share("fits"),
    rouge_l: similar.length === 0 ? null : similar.reduce((sum, value) => sum + value, 0) / similar.length,
  };
}

/** Tallies of groups; the keys in the order in which they first come. */
export function tallyBy<T extends { readonly judgement: Judgement }>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Record<string, Tally> {
  const groups = new Map<string, Judgement[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item.judgement);
    else groups.set(key, [item.judgement]);
  }
  return Object.fromEntries([...groups].map(([key, group]) => [key, tally(group)]));
}
