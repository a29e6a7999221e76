// A generation on its way to the terminal: the text as it is made, then how long it took.

import type { Generation } from "../node.js";
import { createCallLabels } from "./call-labels.js";
import { duration, grouped, perSecond, print, tell } from "./output.js";

/** Prints the pieces of a generation to stdout and ends the line. Returns when it is over, also by an abort. */
export async function stream(generation: Generation): Promise<void> {
  for await (const piece of generation) await print(piece.text);
  await print("\n");
}

/**
 * Prints an answer of a conversation: as `stream` does, but with call and reply named where its first line is a call, as
 * in the embedded model's answers. What is wrong with a line that begins as one goes to stderr, unless the line was cut off.
 */
export async function streamAnswer(generation: Generation): Promise<void> {
  const labels = createCallLabels();
  for await (const piece of generation) await print(labels.push(piece.text));
  await print(`${labels.end()}\n`);
  const whole = generation.finishReason === "stop" || generation.text.includes("\n");
  if (labels.problem !== undefined && whole) tell(`[not a call of the table: ${labels.problem}]`);
}

/** `timings` of the `--json` object: milliseconds, and tokens per second. */
export function timingsOf(generation: Generation, loadMs: number): Record<string, number> {
  const { promptN, promptMs, predictedN, predictedMs } = generation.timings;
  return {
    load_ms: loadMs,
    prompt_n: promptN,
    prompt_ms: promptMs,
    prompt_per_second: perSecond(promptN, promptMs),
    predicted_n: predictedN,
    predicted_ms: predictedMs,
    predicted_per_second: perSecond(predictedN, predictedMs),
  };
}

/** One line on stderr about a generation that is over; `loadMs` is left out where nothing was loaded for it. */
export function tellTimings(generation: Generation, loadMs?: number): void {
  const { promptN, promptMs, predictedN, predictedMs } = generation.timings;
  const rate = (count: number, ms: number) =>
    `${grouped(count)} token${count === 1 ? "" : "s"} in ${duration(ms)} (${perSecond(count, ms).toFixed(1)}/s)`;
  const endings = { stop: "the end", length: "length", abort: "interrupted", time: "out of time" } as const;
  const parts = [
    ...(loadMs === undefined ? [] : [`load ${duration(loadMs)}`]),
    `prompt ${rate(promptN, promptMs)}`,
    `generated ${rate(predictedN, predictedMs)}`,
    endings[generation.finishReason ?? "abort"],
  ];
  tell(`[${parts.join(" · ")}]`);
}
