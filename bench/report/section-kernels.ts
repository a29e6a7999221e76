// Of the page of results: the limits of the machine, what the kernels reach of them, and so what bounds each path.

import { instructionsOf, type KernelResults, type LayerPoint, layerPoints, limitNames } from "./kernels.js";
import { figure, origin, percent, spread, table } from "./markdown.js";

/** The shape whose layers are shown whole; of others only some matrices are measured. */
const model = "125M";

export function kernelSection(results: KernelResults): string {
  const points = layerPoints(results).filter((point) => point.model === model);
  return [
    origin(results),
    `What this machine allows, one thread, from WebAssembly:\n\n${limitTable(results)}`,
    `All matrices of a layer of the ${model} shape together, one thread; in brackets the part of the limit that binds:\n\n` +
      layerTable(points),
    `<details><summary>Every kernel that was measured</summary>\n\n${allRows(results)}\n</details>\n`,
  ].join("\n");
}

function limitTable({ limits }: KernelResults): string {
  const instructions = instructionsOf(limits);
  return table(
    ["build", "read, GB/s", "read in cache, GB/s", ...instructions.map((name) => `${limitNames[name]}, GMAC/s`)],
    limits.map((limit) => [
      limit.build,
      spread(limit.read_gb_per_second),
      spread(limit.cached_read_gb_per_second),
      ...instructions.map((name) => {
        const rate = limit.gmac_per_second[name];
        return rate ? spread(rate) : "";
      }),
    ]),
    [1, 2, ...instructions.map((_, column) => column + 3)],
  );
}

function layerTable(points: readonly LayerPoint[]): string {
  const batches = [...new Set(points.map(({ tokens }) => tokens))].sort((a, b) => a - b);
  const kinds = [...new Set(points.map(({ type, build }) => `${type}\n${build}`))];
  const cell = (point: LayerPoint | undefined) => {
    if (!point) return "";
    const rate = point.tokens === 1 ? `${figure(point.bytes / point.seconds / 1e9)} GB/s` : `${gmac(point)} GMAC/s`;
    return `${rate} (${percent(point.share)})`;
  };
  return table(
    ["weights", "build", ...batches.map((tokens) => (tokens === 1 ? "decode" : `prefill ${tokens}`))],
    kinds.map((kind) => {
      const [type, build] = kind.split("\n") as [string, string];
      const of = (tokens: number) => points.find((p) => p.type === type && p.build === build && p.tokens === tokens);
      return [type, build, ...batches.map((tokens) => cell(of(tokens)))];
    }),
    batches.map((_, column) => column + 2),
  );
}

function gmac({ macs, seconds }: LayerPoint): string {
  return figure(macs / seconds / 1e9);
}

function allRows({ rows }: KernelResults): string {
  return table(
    ["kernel", "shape", "model", "build", "test", "time, µs", "GB/s", "GMAC/s", "limit"],
    rows.map((row) => [
      row.name,
      row.shape,
      row.model,
      row.build,
      row.test,
      spread(row.seconds, (seconds) => figure(seconds * 1e6)),
      row.gb_per_second === null ? "" : figure(row.gb_per_second),
      row.gmac_per_second === null ? "" : figure(row.gmac_per_second),
      row.limit === null || row.share_of_limit === null ? "" : `${percent(row.share_of_limit)} of ${row.limit}`,
    ]),
    [5, 6, 7],
  );
}

/** What bounds decoding and prefill in each type: the limit that the matrices of a layer are nearest to. */
export function boundsSection(results: KernelResults): string {
  const points = layerPoints(results).filter((point) => point.model === model);
  const longest = Math.max(...points.map(({ tokens }) => tokens));
  const paths = points.filter(({ tokens }) => tokens === 1 || tokens === longest);
  const attention = results.rows.filter((row) => row.name.startsWith("attention") && row.limit !== null);
  const intro =
    `The limit that alone would take longest for the work, and the part of it that is reached: the matrices of a layer of ` +
    `the ${model} shape, and attention.\n`;
  return [
    intro,
    table(
      ["path", "weights or cache", "build", "bound by", "reached"],
      [
        ...paths.map((point) => [
          point.tokens === 1 ? "decode" : `prefill ${point.tokens}`,
          point.type,
          point.build,
          limitNames[point.limit],
          percent(point.share),
        ]),
        ...attention.map((row) => [
          `attention, ${row.test}, context ${row.context}`,
          row.type,
          row.build,
          limitNames[row.limit!],
          row.share_of_limit === null ? "" : percent(row.share_of_limit),
        ]),
      ],
      [4],
    ),
  ].join("\n");
}
