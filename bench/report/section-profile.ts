// Of the page of results: the paper's on-device table, and the floor of layer sharing.

import { figure, megabytes, origin, spread, table } from "./markdown.js";
import { type ProfileResults, paper, paperRatios, secondPassShare, triosOf } from "./profile.js";

export function profileSection(results: ProfileResults): string {
  const head = [
    "model",
    "type",
    "threads",
    "twin",
    "layers",
    "weights",
    "load, ms",
    "initialise, ms",
    "first token, ms",
  ];
  const measured = results.rows.map((row) => [
    row.name,
    row.type,
    String(row.threads),
    row.model,
    String(row.layers),
    megabytes(row.weight_bytes),
    figure(row.load_ms.median),
    figure(row.init_ms.median),
    figure(row.first_ms.median),
    spread(row.execute_ms),
    row.start_ratio.median.toFixed(3),
    row.execute_ratio.median.toFixed(3),
  ]);
  const published = (["base", "shared", "unshared"] as const).map((kind) => {
    const { load_ms, init_ms, execute_ms } = paper[kind];
    const { start, execute } = paperRatios(kind);
    const times = [figure(load_ms), figure(init_ms), "", figure(execute_ms), start.toFixed(3), execute.toFixed(3)];
    return ["MobileLLM-125M, iPhone 13 (the paper)", "", "", kind, kind === "base" ? "30" : "60", "", ...times];
  });
  return [
    origin(results),
    "A model, the same weights with each block executed twice in a row (shared), and the depth of that with weights of its " +
      "own for each layer (unshared); medians. Each load is a process of its own with the file in the page cache; the last " +
      "columns are ratios to base.\n",
    table(
      [...head, "execute, ms", "load + initialise", "execute"],
      [...measured, ...published],
      [2, 4, 5, 6, 7, 8, 9, 10, 11],
    ),
    "The floor: base, and a second pass over each block as fast as it is with weights in cache.\n",
    floorTable(results),
  ].join("\n");
}

function floorTable({ rows }: ProfileResults): string {
  return table(
    [
      "model",
      "type",
      "threads",
      "base, ms",
      "floor, ms",
      "shared, ms",
      "second pass, ms",
      "in cache, ms",
      "share of that rate",
    ],
    triosOf(rows).map((trio) => {
      const { floor_ms, execute_ms, second_pass_ms, in_cache_ms } = trio.shared;
      const share = secondPassShare(trio);
      return [
        trio.name,
        trio.type,
        String(trio.threads),
        figure(trio.base.execute_ms.median),
        ...[floor_ms, execute_ms, second_pass_ms, in_cache_ms].map((value) => (value ? spread(value) : "")),
        share === undefined ? "" : `${(100 * share).toFixed(0)} %`,
      ];
    }),
    [2, 3, 4, 5, 6, 7, 8],
  );
}
