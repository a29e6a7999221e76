// What `lanky eval api` prints: models beside each other, then by function and by the depth of the turn.

import type { Tally } from "./eval-score.js";
import { bytes, duration, grouped, table } from "./output.js";
import type { Spread } from "./spread.js";

/** The scores of one model in one type; an object of the JSON. Shares are from 0 to 1. */
export interface Evaluated extends Tally {
  readonly model: string;
  /** Of most of the weights. */
  readonly type: string;
  /** Size of the file; null where it is elsewhere. */
  readonly bytes: number | null;
  readonly conversations: number;
  readonly seconds: number;
  /** Of first turns alone. */
  readonly first_turn: Tally;
  /** By the function expected. */
  readonly functions: Readonly<Record<string, Tally>>;
  /** By the number of the turn in its conversation, from 1. */
  readonly depths: Readonly<Record<string, Tally>>;
  /** From the call of chat to the first token, one process alone; null where nothing was timed. */
  readonly first_token_ms: Spread | null;
  /** After the first token. */
  readonly tokens_per_second: Spread | null;
  readonly wrong_count: number;
  /** As many as --show asked for. */
  readonly wrong: readonly WrongAnswer[];
}

export interface WrongAnswer {
  /** From 1, in the order of the file. */
  readonly conversation: number;
  readonly turn: number;
  /** What the user said before. */
  readonly before: readonly string[];
  readonly user: string;
  readonly expected: string;
  readonly answered: string;
}

/** All of a run. */
export interface ApiResults {
  readonly data: string;
  readonly conversations: number;
  readonly first_turns: boolean;
  readonly constrained: boolean;
  readonly models: readonly Evaluated[];
}

/** The tables. */
export function reportApi({ data, conversations, constrained, models }: ApiResults): string {
  const how = constrained ? "constrained to calls" : "not constrained";
  const head = `${data}: ${grouped(conversations)} conversations; greedy answers, ${how}\n\n`;
  const parts = [overview(models), by("function", models, "functions"), by("turn", models, "depths")];
  return head + parts.join("\n");
}

function overview(models: readonly Evaluated[]): string {
  const head = ["model", "weights", "size", "turns", "exact", "first turns", "same line", "valid", "ROUGE-L"];
  const rows = models.map((model) => [
    model.model,
    model.type,
    model.bytes === null ? "" : bytes(model.bytes),
    grouped(model.turns),
    percent(model.exact),
    percent(model.first_turn.exact),
    percent(model.same_line),
    percent(model.valid),
    similarity(model),
    model.first_token_ms ? duration(model.first_token_ms.median) : "",
    model.tokens_per_second?.median.toFixed(0) ?? "",
    duration(model.seconds * 1000),
  ]);
  return table([[...head, "first token", "tokens/s", "took"], ...rows], [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
}

/** One row for each function or depth, exact match and ROUGE-L of each model in columns. */
function by(what: string, models: readonly Evaluated[], groups: "functions" | "depths"): string {
  const keys = [...new Set(models.flatMap((model) => Object.keys(model[groups])))];
  const names = models.map(({ model, type }) =>
    models.filter((other) => other.type === type).length > 1 ? `${model} ${type}` : type,
  );
  const head = [what, "turns", ...names.flatMap((name) => [`${name} exact`, "ROUGE-L"])];
  const rows = keys.map((key) => {
    const tallies = models.map((model) => model[groups][key]);
    const turns = Math.max(...tallies.map((tally) => tally?.turns ?? 0));
    const cells = tallies.flatMap((tally) => (tally ? [percent(tally.exact), similarity(tally)] : ["", ""]));
    return [key, grouped(turns), ...cells];
  });
  const replies = models.some(({ rouge_l }) => rouge_l !== null);
  const shown = [head, ...rows].map((row) => row.filter((_, column) => replies || column < 2 || column % 2 === 0));
  return table(
    shown,
    head.map((_, column) => column).filter((column) => column > 0),
  );
}

/** Wrong answers of a model, each with what came before it. */
export function reportWrong({ model, type, wrong, wrong_count }: Evaluated): string {
  if (wrong.length === 0) return "";
  const shown = wrong.length < wrong_count ? `${wrong.length} of ${wrong_count} shown` : `all ${wrong_count}`;
  const blocks = wrong.map(({ conversation, turn, before, user, expected, answered }) => {
    const said = [...before, user].map((text, at) => [at === before.length ? "user" : "before", text]);
    const lines = [...said, ["expected", expected], ["answered", answered]] as [string, string][];
    return `conversation ${conversation}, turn ${turn}\n${lines.map(([label, text]) => `  ${label.padEnd(8)}  ${text}\n`).join("")}`;
  });
  return `\nWrong answers of ${model}, ${type}: ${shown}\n\n${blocks.join("")}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function similarity({ rouge_l }: Tally): string {
  return rouge_l === null ? "" : rouge_l.toFixed(4);
}
