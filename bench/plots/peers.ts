// Tokens a second beside other engines, one thread each: reading a prompt and making text, model by model.

import { aboutWllama, nameOf, type PeerResults, type PeerRow } from "../report/peers.js";
import { engineColors, heading, inOrder, type Picture } from "./picture.js";
import { inks, type Theme } from "./theme.js";

function panel(rows: readonly PeerRow[], title: string, theme: Theme, first: boolean): object {
  const ink = inks[theme];
  const engines = inOrder(rows.map(nameOf));
  const values = rows.map((row) => ({
    model: row.model,
    engine: nameOf(row),
    rate: row.tokens_per_second!.median,
    min: row.tokens_per_second!.min,
    max: row.tokens_per_second!.max,
  }));
  const furthest = Math.max(...values.map(({ max }) => max));
  const y = { field: "engine", sort: engines, axis: first ? { title: null } : null };
  const x = {
    field: "rate",
    type: "quantitative",
    scale: { domain: [0, furthest * 1.15] },
    axis: { title: `tokens/s, ${title}`, tickCount: 5 },
  };
  const range = engineColors(engines, theme);
  return {
    data: { values },
    facet: {
      row: {
        field: "model",
        sort: [...new Set(values.map(({ model }) => model))],
        header: { title: null, labelOrient: "top", labelAnchor: "start", labelPadding: 4 },
      },
    },
    spacing: 8,
    spec: {
      width: 260,
      height: { step: 20 },
      layer: [
        {
          mark: { type: "bar", height: { band: 0.8 } },
          encoding: { y, x, color: { field: "engine", scale: { domain: engines, range }, legend: null } },
        },
        {
          mark: { type: "rule", color: ink.text, opacity: 0.7 },
          encoding: { y, x: { field: "min", type: "quantitative" }, x2: { field: "max" } },
        },
        {
          mark: { type: "text", align: "left", dx: 6 },
          encoding: { y, x: { field: "max", type: "quantitative" }, text: { field: "rate", format: ".0f" } },
        },
      ],
    },
  };
}

export const peers: Picture = {
  name: "peers",
  kind: "peers",
  draw(record, theme) {
    const results = record as PeerResults;
    const of = (test: string) =>
      results.rows.filter((row) => row.test === test && row.threads === 1 && row.tokens_per_second);
    const { prompt, generate } = results.lengths;
    const [prefill, decode] = [of(`pp${prompt}`), of(`tg${generate}`)];
    if (prefill.length === 0 || decode.length === 0) return undefined;
    const less = aboutWllama(results);
    const what = `One thread each; medians and ranges of ${results.rounds} alternating rounds${less && `; ${less}`}`;
    return {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      title: heading("Tokens per second beside other engines", what, results),
      hconcat: [
        panel(prefill, `reading a prompt of ${prompt} tokens`, theme, true),
        panel(decode, `making ${generate} tokens`, theme, false),
      ],
      spacing: 20,
    };
  },
};
