// Of the page of results: how soon `npm start` answers.

import type { StartResults } from "../start.js";
import { origin, spread, table } from "./markdown.js";
import type { Target } from "./targets.js";

export function startSection(results: StartResults): string {
  const { model, npm, rows } = results;
  const what =
    `Milliseconds from the start of the command, in a clone that is built, until the first answer of ${model}, medians and ranges ` +
    `of ${rows[0]?.asked_ms.count ?? 0} rounds; npm ${npm}, its check whether to build included.\n`;
  const cells = rows.map(({ command, asked_ms, call_ms, answer_ms }) => [
    `\`${command}\``,
    ...[asked_ms, call_ms, answer_ms].map((time) => spread(time)),
  ]);
  const head = ["command", "request shown", "its call shown", "whole answer"];
  return [origin(results), what, table(head, cells, [1, 2, 3])].join("\n");
}

/** An answer is a call and a reply: it is there when its last line ends. */
export function startTargets({ model, rows }: StartResults): Target[] {
  return rows
    .filter(({ command }) => command === "npm start")
    .map(({ command, answer_ms }) => ({
      target: `${command} in a built clone, to the end of the first answer, ms`,
      where: model,
      required: "<= 1000",
      measured: spread(answer_ms),
      reached: answer_ms.median <= 1000,
    }));
}
