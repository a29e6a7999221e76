// The same model in every host, one thread: reading a prompt and making text.

import type { HostResults, HostRow } from "../hosts/report.js";
import type { Record } from "../record.js";
import { heading, type Picture } from "./picture.js";
import { inks, type Theme } from "./theme.js";

function panel(rows: readonly HostRow[], title: string, theme: Theme, first: boolean): object {
  const ink = inks[theme];
  const hosts = [...new Set(rows.map(nameOf))];
  const values = rows.map((row) => ({
    model: row.model,
    host: nameOf(row),
    engine: row.engine.startsWith("V8") ? "V8" : row.engine,
    rate: row.tokens_per_second!.median,
    min: row.tokens_per_second!.min,
    max: row.tokens_per_second!.max,
    room: row.tokens_per_second!.max * 1.12,
  }));
  const y = { field: "host", sort: hosts, axis: first ? { title: null } : null };
  const axis = { title: `tokens/s, ${title}`, tickCount: 5 };
  const x = { field: "rate", type: "quantitative", scale: { zero: true }, axis };
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
          encoding: { y, x: { field: "max", type: "quantitative" }, text: { field: "rate", format: ".0f" } },
        },
      ],
    },
  };
}

/** "Chromium 156": the whole version is in the results. */
const nameOf = ({ host }: HostRow): string => host.replace(/ (\d+)\.\S+$/, " $1");

export const hosts: Picture = {
  name: "hosts",
  kind: "hosts",
  draw(record, theme) {
    const results = record as Record & HostResults;
    const of = (test: HostRow["test"]) => results.rows.filter((row) => row.test === test && row.threads === 1);
    const { prompt, generate } = results.lengths;
    const [prefill, decode] = [of("prefill"), of("decode")];
    if (prefill.length === 0 || decode.length === 0) return undefined;
    const what = `One thread; medians and ranges of ${results.rounds} alternating rounds; the same bits in all of them`;
    return {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      title: heading("One package in every host", what, results),
      hconcat: [
        panel(prefill, `reading a prompt of ${prompt} tokens`, theme, true),
        panel(decode, `making ${generate} tokens`, theme, false),
      ],
      spacing: 20,
    };
  },
};
