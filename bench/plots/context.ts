// Time per token against the length of the context, one thread: the slope is what attention costs.

import { contextLines, nameOf, type PeerResults } from "../report/peers.js";
import { engineColors, heading, inOrder, type Picture } from "./picture.js";

export const context: Picture = {
  name: "context",
  kind: "peers",
  draw(record, theme) {
    const results = record as PeerResults;
    const lines = contextLines(results.rows).filter((line) => line.threads === 1 && line.points.length > 1);
    if (lines.length === 0) return undefined;
    const series = (line: (typeof lines)[number]) => `${nameOf(line)}: ${line.slope.toFixed(2)} µs for each token`;
    const values = lines.flatMap((line) =>
      line.points.map(({ context, ms }) => ({ model: line.model, series: series(line), context, ...ms })),
    );
    const models = [...new Set(values.map(({ model }) => model))];
    const x = { field: "context", type: "quantitative", axis: { title: "tokens of context", format: "~d" } };
    const y = { field: "median", type: "quantitative", axis: { title: "ms per token" }, scale: { zero: true } };
    const panels = models.map((model) => {
      const shown = values.filter((value) => value.model === model);
      const domain = inOrder(shown.map((value) => value.series));
      const range = engineColors(domain, theme);
      const color = {
        field: "series",
        sort: domain,
        scale: { domain, range },
        legend: { title: null, orient: "bottom", columns: 1 },
      };
      return {
        data: { values: shown },
        title: { text: model, fontSize: 12, offset: 6, anchor: "middle" },
        width: models.length > 1 ? 360 : 560,
        height: 260,
        layer: [
          { mark: { type: "line", strokeWidth: 2 }, encoding: { x, y, color } },
          { mark: { type: "point", filled: true, size: 45, opacity: 1 }, encoding: { x, y, color } },
          {
            mark: { type: "rule", strokeWidth: 1.5 },
            encoding: { x, y: { ...y, field: "min" }, y2: { field: "max" }, color },
          },
        ],
      };
    });
    const what = "Decoding one token after so many, one thread; medians and ranges, the slope by least squares";
    return {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      title: heading("Time per token against context", what, results),
      hconcat: panels,
      resolve: { scale: { color: "independent" } },
    };
  },
};
