// What a bench keeps of a run: on which machine, with what versions and by which command it was measured, and its samples
// as median and range. Results lie in bench/results/KIND.json, where the tables and pictures are made from.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describeRun } from "../src/cli/version.js";

export { type Spread, spreadOf } from "../src/cli/spread.js";

/** Head of every file of results. */
export interface Record {
  readonly kind: string;
  /** Version of this package. */
  readonly lanky: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly machine: {
    readonly cpu: string;
    /** Those that the system shows, virtual ones included. */
    readonly cores: number;
    readonly memory_gb: number;
    readonly os: string;
  };
  readonly host: { readonly node: string; readonly v8: string };
  /** What was typed: script and arguments. */
  readonly command: string;
}

/** The head for results of `kind`, measured here and now. */
export function describe(kind: string): Record {
  return describeRun(kind, basename(process.argv[1] ?? "node"));
}

/** Path of the results of `kind` that the repository keeps. */
export function resultsPath(kind: string): string {
  return fileURLToPath(new URL(`./results/${kind}.json`, import.meta.url));
}

/** Writes results as readable JSON, making the folder if need be. */
export function writeResults(path: string, data: Record & object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(data, undefined, 2)}\n`);
}

/**
 * What a file of JSON holds; undefined if there is no such file.
 * @param anew what to do about one that is not JSON
 * @throws Error if it is not JSON
 */
export function readJson(path: string, anew: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path}: not JSON; ${anew}`, { cause });
  }
}

/**
 * Results as writeResults left them; undefined if there is no such file.
 * @throws Error if the file is not JSON, or not results of a bench
 */
export function readResults<T>(path: string): (Record & T) | undefined {
  const data = readJson(path, "write it anew with the bench's --json");
  if (data === undefined) return undefined;
  if (typeof data !== "object" || data === null || !("kind" in data) || !("machine" in data))
    throw new Error(`${path}: JSON, but not results of a bench; give a file that --json wrote`);
  return data as Record & T;
}
