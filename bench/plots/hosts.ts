// The same model in every host, on one thread, and in Chromium on several too: reading a prompt and making text in one picture,
// what loading takes and what memory it holds in another.

import type { HostResults, HostRow } from "../hosts/report.js";
import type { Record, Spread } from "../record.js";
import { heading, type Picture } from "./picture.js";
import { inks, type Theme } from "./theme.js";

/** What a panel shows of its rows. */
interface Shown {
  readonly of: (row: HostRow) => Spread | undefined;
  /** What a unit of the axis is, in those of the results. */
  readonly unit: number;
  readonly title: string;
}

const rate: Shown["of"] = (row) => row.tokens_per_second;

function panel(rows: readonly HostRow[], { of, unit, title }: Shown, theme: Theme, first: boolean): object {
  const ink = inks[theme];
  const hosts = [...new Set(rows.map(nameOf))];
  const values = rows.map((row) => {
    const { median, min, max } = of(row)!;
    return {
      model: row.model,
      host: nameOf(row),
      engine: row.engine.startsWith("V8") ? "V8" : row.engine,
      ...{ median: median / unit, min: min / unit, max: max / unit, room: (1.15 * max) / unit },
    };
  });
  const y = { field: "host", sort: hosts, axis: first ? { title: null } : null };
  const axis = { title, tickCount: 5 };
  const x = { field: "median", type: "quantitative", scale: { zero: true }, axis };
  const color = {
    field: "engine",
    scale: { domain: ["V8", "JavaScriptCore"], range: [ink.blue, ink.orange] },
    legend: { title: null, orient: "bottom", direction: "horizontal" },
  };
  return {
    data: { values },
    facet: {
      row: {
        field: "model",
        sort: [...new Set(values.map(({ model }) => model))],
        header: { title: null, labelOrient: "top", labelAnchor: "start", labelPadding: 4 },
      },
    },
    // Models differ by twenty times: a scale for each.
    resolve: { scale: { x: "independent" } },
    spacing: 8,
    spec: {
      width: 260,
      height: { step: 20 },
      layer: [
        { mark: { type: "bar", height: { band: 0.8 } }, encoding: { y, x, color } },
        {
          mark: { type: "rule", color: ink.text, opacity: 0.7 },
          encoding: { y, x: { field: "min", type: "quantitative" }, x2: { field: "max" } },
        },
        // Nothing to see: makes room for the figures beside the bars.
        { mark: { type: "point", opacity: 0 }, encoding: { y, x: { field: "room", type: "quantitative" } } },
        {
          mark: { type: "text", align: "left", dx: 6 },
          encoding: { y, x: { field: "max", type: "quantitative" }, text: { field: "median", format: ".0f" } },
        },
      ],
    },
  };
}

/** "Chromium 156, 2 threads": the whole version is in the results. */
const nameOf = ({ host, threads }: HostRow): string =>
  `${host.replace(/ (\d+)\.\S+$/, " $1")}${threads === 1 ? "" : `, ${threads} threads`}`;

/** The rows of a test: each host on one thread, and Chromium on several. */
const rowsOf = ({ rows }: HostResults, test: HostRow["test"], of: Shown["of"]): readonly HostRow[] =>
  rows.filter((row) => row.test === test && of(row) && (row.threads === 1 || row.host.startsWith("Chromium")));

/** Two panels side by side; undefined where one would be empty. */
function draw(
  results: HostResults,
  theme: Theme,
  title: string,
  what: string,
  panels: readonly [HostRow["test"], Shown][],
): object | undefined {
  const drawn = panels.map(([test, shown]) => ({ rows: rowsOf(results, test, shown.of), shown }));
  if (drawn.some(({ rows }) => rows.length === 0)) return undefined;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: heading(title, what, results),
    hconcat: drawn.map(({ rows, shown }, at) => panel(rows, shown, theme, at === 0)),
    spacing: 20,
  };
}

const kind = "hosts";

export const hosts: Picture = {
  name: "hosts",
  kind,
  draw(record, theme) {
    const results = record as Record & HostResults;
    const { prompt, generate } = results.lengths;
    const what = `One thread if not said otherwise; medians and ranges of ${results.rounds} alternating rounds; the same bits in all`;
    return draw(results, theme, "One package in every host", what, [
      ["prefill", { of: rate, unit: 1, title: `tokens/s, reading a prompt of ${prompt} tokens` }],
      ["decode", { of: rate, unit: 1, title: `tokens/s, making ${generate} tokens` }],
    ]);
  },
};

export const hostsStart: Picture = {
  name: "hosts-start",
  kind,
  draw(record, theme) {
    const results = record as Record & HostResults;
    const what = "Less is better. The file is in the cache of the system; workerd and Chromium fetch it over HTTP";
    return draw(results, theme, "Load and memory in every host", what, [
      ["load", { of: ({ seconds }) => seconds, unit: 1e-3, title: "ms until a token can be evaluated" }],
      ["memory", { of: ({ bytes }) => bytes, unit: 1e6, title: "MB beyond what the host held before" }],
    ]);
  },
};
