// The options that say how text is generated, for the commands that generate some.

import type { Command } from "commander";
import type { GenerateOptions } from "../node.js";
import { collected, integer, number } from "./numbers.js";

/** What commander makes of the options below. */
export interface SamplingFlags {
  readonly maxTokens: number;
  readonly temperature: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
  readonly repetitionPenalty?: number;
  readonly frequencyPenalty?: number;
  readonly presencePenalty?: number;
  readonly seed?: number;
  readonly stop?: readonly string[];
  readonly maxMs?: number;
}

/** Adds -n and everything that chooses the next token. */
export function addSamplingOptions(command: Command): Command {
  return command
    .option("-n, --max-tokens <count>", "stop after this many tokens", integer(0, 2 ** 31 - 1), 256)
    .option("--temperature <t>", "0 takes the likeliest token", number({ least: 0, most: 100 }), 0)
    .option("--top-k <count>", "sample among the likeliest tokens; 0 is all", integer(0, 2 ** 31 - 1), 0)
    .option("--top-p <p>", "sample among the likeliest whose sum reaches p; 1 is all", number({ least: 0, most: 1 }), 1)
    .option("--min-p <p>", "drop tokens below p times the likeliest; 0 drops none", number({ least: 0, most: 1 }), 0)
    .option(
      "--repetition-penalty <r>",
      "divide logits of recent tokens by r; 1 is off",
      number({ above: 0, most: 100 }),
      1,
    )
    .option(
      "--frequency-penalty <a>",
      "lower a token for each time it came; 0 is off",
      number({ least: -100, most: 100 }),
      0,
    )
    .option("--presence-penalty <a>", "lower tokens that came; 0 is off", number({ least: -100, most: 100 }), 0)
    .option(
      "--seed <number>",
      "repeat a random sample (default: a new one each time)",
      integer(0, Number.MAX_SAFE_INTEGER),
    )
    .option(
      "--stop <text>",
      "end before this text (default: none); may be repeated, \\n \\t \\r \\\\ are understood",
      collected,
    )
    .option(
      "--max-ms <milliseconds>",
      "end after this much computing, reading the prompt included (default: no limit)",
      number({ above: 0, most: 2 ** 31 }),
    );
}

export function toGenerateOptions(flags: SamplingFlags, signal: AbortSignal): GenerateOptions {
  const { maxTokens, temperature, topK, topP, minP, seed, stop, maxMs } = flags;
  const { repetitionPenalty, frequencyPenalty, presencePenalty } = flags;
  return {
    maxTokens,
    temperature,
    signal,
    ...(topK !== undefined && { topK }),
    ...(topP !== undefined && { topP }),
    ...(minP !== undefined && { minP }),
    ...(repetitionPenalty !== undefined && { repetitionPenalty }),
    ...(frequencyPenalty !== undefined && { frequencyPenalty }),
    ...(presencePenalty !== undefined && { presencePenalty }),
    ...(seed !== undefined && { seed }),
    ...(stop !== undefined && { stop: [...stop] }),
    ...(maxMs !== undefined && { maxMs }),
  };
}
