// How often the embedded model makes just the call that was asked for: by function, and by how far into a conversation a
// turn is; every weight type beside the others.

import type { ApiResults } from "../../src/cli/eval-report.js";
import type { Record } from "../record.js";
import type { Split } from "../report/section-api.js";
import { heading, type Picture } from "./picture.js";
import { inks, type Theme } from "./theme.js";

interface Bar {
  readonly group: string;
  readonly type: string;
  /** Percent. */
  readonly exact: number;
}

function barsOf({ models }: ApiResults, groups: "functions" | "depths", label: (key: string) => string): Bar[] {
  return models.flatMap((model) =>
    Object.entries(model[groups]).map(([key, { exact }]) => ({
      group: label(key),
      type: model.type,
      exact: 100 * exact,
    })),
  );
}

function draw(values: readonly Bar[], title: object, theme: Theme): object | undefined {
  if (values.length === 0) return undefined;
  const ink = inks[theme];
  const types = [...new Set(values.map(({ type }) => type))];
  const y = { field: "group", sort: [...new Set(values.map(({ group }) => group))], axis: { title: null } };
  const yOffset = { field: "type", sort: types };
  const x = {
    field: "exact",
    type: "quantitative",
    scale: { domain: [0, 110] },
    axis: { title: "calls exactly as expected, %", values: [0, 20, 40, 60, 80, 100] },
  };
  const color = {
    field: "type",
    sort: types,
    scale: { domain: types, range: [ink.blue, ink.orange, ink.green, ink.pink, ink.sky, ink.yellow] },
    legend: { title: "weights", orient: "bottom", direction: "horizontal" },
  };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title,
    data: { values },
    width: 440,
    height: { step: 12 },
    layer: [
      { mark: { type: "bar" }, encoding: { y, yOffset, x, color } },
      {
        mark: { type: "text", align: "left", dx: 5, fontSize: 9 },
        encoding: { y, yOffset, x, text: { field: "exact", format: ".1f" } },
      },
    ],
  };
}

function picture(
  kind: Split,
  part: string,
  title: string,
  groups: "functions" | "depths",
  label: (results: ApiResults, key: string) => string,
): Picture {
  return {
    name: `${kind}-${part}`,
    kind,
    draw(record, theme) {
      const results = record as Record & ApiResults;
      const [first] = results.models;
      if (!first) return undefined;
      const model = first.model.replace(/\.gguf$/, "");
      const what = `${model} on ${results.data}: ${first.conversations} conversations, ${first.turns} turns; how many of each in brackets`;
      const bars = barsOf(results, groups, (key) => label(results, key));
      return draw(bars, heading(title, what, results), theme);
    },
  };
}

const functionsOf = (split: Split) =>
  picture(
    split,
    "functions",
    "Exact match by function",
    "functions",
    ({ models }, key) => `${key} (${models[0]!.functions[key]?.turns ?? 0})`,
  );

const turnsOf = (split: Split) =>
  picture(
    split,
    "turns",
    "Exact match by turn of the conversation",
    "depths",
    ({ models }, key) => `turn ${key} (${models[0]!.depths[key]?.turns ?? 0})`,
  );

/** Of the written splits few conversations have a third turn. */
export const apiPictures: readonly Picture[] = [
  functionsOf("api-usual"),
  functionsOf("api-people"),
  functionsOf("api"),
  turnsOf("api"),
];
