// Of the page of results: how well the embedded model turns sentences into calls, and what holding it to them costs.

import type { ApiResults, Evaluated } from "../../src/cli/eval-report.js";
import type { ConstrainedResults } from "../constrained.js";
import type { Record } from "../record.js";
import { figure, origin, spread, table } from "./markdown.js";
import { commands } from "./sources.js";
import type { Target } from "./targets.js";

const exactly = (share: number) => `${(100 * share).toFixed(2)} %`;

const unsaid = "no turn is said in training, with values, days, times and numbers open";

/** The held-out splits: what each is called among the goals, and what is new about its conversations. */
export const splits = {
  api: { name: "held-out split of the grammar", what: "a split that training never had" },
  "api-people": {
    name: "held-out split of unusual sentences",
    what: `written one by one, by writers who avoid the obvious; ${unsaid}`,
  },
  "api-usual": {
    name: "held-out split of usual sentences",
    what: `written one by one, in the proportions of people; ${unsaid}`,
  },
} as const;

export type Split = keyof typeof splits;

type ApiKind = Split | "api-fresh" | "api-constrained";

export function splitSection(split: Split, results: Record & ApiResults): string {
  const { conversations, data } = results;
  return scores(
    split,
    results,
    `Greedy answers to the ${conversations} conversations of ${data}: ${splits[split].what}.\n`,
  );
}

/** Sentences of writers who never saw what the model learnt from. */
export function freshSection(results: Record & ApiResults): string {
  const what = `Greedy answers to ${results.data}: sentences by writers who never saw what training draws.\n`;
  return scores("api-fresh", results, what);
}

/** Answers that can be nothing but a call and a reply. */
export function heldSection(results: Record & ApiResults): string {
  const what =
    `Greedy answers to the first ${results.conversations} conversations of ${results.data}, all generated, with the grammar of ` +
    "calls and replies (`apiAnswerGrammar()`).\n";
  return scores("api-constrained", results, what);
}

/** Where they come from, and a row for each model, without columns that have nothing in them. */
function scores(kind: ApiKind, results: Record & ApiResults, what: string): string {
  checkConstrained(kind, results);
  const rows = results.models.map((model) => [
    model.model,
    model.type,
    String(model.turns),
    exactly(model.first_turn.exact),
    exactly(model.exact),
    exactly(model.valid),
    model.rouge_l === null ? "" : figure(model.rouge_l),
    model.first_token_ms ? spread(model.first_token_ms) : "",
    model.tokens_per_second ? spread(model.tokens_per_second) : "",
  ]);
  const head = [
    "model",
    "weights",
    "turns",
    "first turns exact",
    "all turns",
    "valid",
    "ROUGE-L",
    "first token, ms",
    "tokens/s",
  ];
  const kept = head.map((_, column) => column).filter((column) => rows.some((row) => row[column] !== ""));
  const shown = (cells: readonly string[]) => kept.map((column) => cells[column]!);
  const right = kept.map((_, at) => at).filter((at) => at > 1);
  return [origin(results), what, table(shown(head), rows.map(shown), right)].join("\n");
}

/** @throws Error for answers that the grammar made where it should not have, or that it did not make where it should */
function checkConstrained(kind: ApiKind, { constrained }: ApiResults): void {
  const wanted = kind === "api-constrained";
  if (constrained === wanted) return;
  throw new Error(
    `${kind}.json: answers ${constrained ? "with" : "without"} --constrained, expected ${wanted ? "with" : "without"} it; ` +
      `measure anew with \`${commands[kind]}\``,
  );
}

/** What is held to a goal on a held-out split, by model. */
const targetOn =
  (split: string) =>
  ({ model }: Evaluated, name: string, required: string, measured: string, reached: boolean): Target => ({
    target: `embedded model: ${name}`,
    where: `${model}, ${split}`,
    required,
    measured,
    reached,
  });

export function splitTargets(split: Split, { models }: ApiResults): Target[] {
  return accuracyTargets(models, targetOn(splits[split].name));
}

/** How fast the answers of a run came. */
export function answerTargets(split: Split, { models }: ApiResults): Target[] {
  const target = targetOn(splits[split].name);
  return models.flatMap((model): Target[] => {
    const { first_token_ms: first, tokens_per_second: rate } = model;
    return [
      ...(first ? [target(model, "first token, ms", "<= 30", spread(first), first.median <= 30)] : []),
      ...(rate ? [target(model, "tokens/s", ">= 300", spread(rate), rate.median >= 300)] : []),
    ];
  });
}

/** The first model is the one in floats; the others are its variants in fewer bits. */
function accuracyTargets(models: readonly Evaluated[], target: ReturnType<typeof targetOn>): Target[] {
  const [whole] = models;
  if (whole === undefined) return [];
  const lost = (model: Evaluated) => 100 * (whole.exact - model.exact);
  return models.flatMap((model): Target[] => {
    const { first_turn, exact, valid, type } = model;
    const most = /^Q4/.test(type) ? 2 : 0.5;
    return [
      ...(model === whole
        ? [
            target(model, "calls of first turns", ">= 98.5 %", exactly(first_turn.exact), first_turn.exact >= 0.985),
            target(model, "calls of all turns", ">= 97 %", exactly(exact), exact >= 0.97),
          ]
        : [target(model, "points lost to fewer bits", `<= ${most}`, figure(lost(model)), lost(model) <= most)]),
      target(model, "answers with a call of the table", ">= 99.5 %", exactly(valid), valid >= 0.995),
    ];
  });
}

/** Every model is held to the same. */
export function freshTargets({ data, models }: ApiResults): Target[] {
  return models.map(({ model, turns, exact }) => ({
    target: "embedded model: calls of sentences by writers who never saw what training draws",
    where: `${model}, ${turns} of ${data}`,
    required: ">= 95 %",
    measured: exactly(exact),
    reached: exact >= 0.95,
  }));
}

/** Counts, not a share: one answer in ten thousand would not be seen in that. */
export function heldTargets({ conversations, models }: ApiResults): Target[] {
  return models.map(({ model, turns, valid }) => ({
    target: "embedded model: answers with a call of the table, under the grammar",
    where: `${model}, ${conversations} conversations of the ${splits.api.name}`,
    required: "100 %",
    measured: `${Math.round(valid * turns)} of ${turns}`,
    reached: turns > 0 && valid === 1,
  }));
}

export function constrainedSection(results: ConstrainedResults): string {
  const { model, vocabulary, trie_ms, compile_ms, rows } = results;
  const once = Math.max(...Object.values(compile_ms));
  const what =
    `What a schema or a grammar adds to a token of ${model}, in time of the processor, beside the same logits sampled without ` +
    `it. The trie of its ${vocabulary} tokens is made once in ${figure(trie_ms)} ms, a schema or grammar compiled in at most ` +
    `${figure(once)} ms.\n`;
  const cells = rows.map(({ task, temperature, texts, tokens, token_ms, cost_ms, share }) => [
    task,
    String(temperature),
    texts,
    String(tokens),
    figure(token_ms),
    figure(cost_ms),
    `${(100 * share).toFixed(1)} %`,
  ]);
  const head = ["text", "temperature", "texts", "tokens", "a token, ms", "constraint, ms", "share"];
  return [origin(results), what, table(head, cells, [1, 3, 4, 5, 6])].join("\n");
}

export function constrainedTargets({ model, rows }: ConstrainedResults): Target[] {
  const highest = rows.reduce((most, row) => (row.share > most.share ? row : most));
  return [
    {
      target: "constrained decoding, of a token's time",
      where: `${model}, ${highest.task}, ${highest.texts} text`,
      required: "<= 10 %",
      measured: `${(100 * highest.share).toFixed(1)} %`,
      reached: highest.share <= 0.1,
    },
  ];
}
