// Roofline: what the kernels reach against the limits of this machine. Left of its ridge the read of the weights bounds a
// kernel, right of it the instruction that multiplies and accumulates. A point is all matrices of a layer.

import type { Limits } from "../measure.js";
import { instructionsOf, type KernelResults, layerPoints, limitNames } from "../report/kernels.js";
import { heading, type Picture } from "./picture.js";
import { inks, type Theme } from "./theme.js";

const model = "125M";
/** Multiply-accumulates for each byte of weights. */
const [least, most] = [0.2, 1200];
const types = ["F32", "F16", "BF16", "Int8", "Int4", "Int4Min"];
/** GMAC/s below which nothing interesting lies. */
const floor = 1;

interface Roof {
  readonly limit: string;
  readonly gmac: number;
}

/** The instructions that some kernel's work could best be made with, and their GMAC/s; the fastest first. */
function roofs(limits: Limits, { rows }: KernelResults): Roof[] {
  const own = rows.filter(
    ({ name, build, type }) => name.startsWith("matmul") && (build === limits.build || isFloat(type)),
  );
  const used = new Set(own.map(({ instruction }) => instruction));
  return instructionsOf([limits])
    .filter((name) => used.has(name))
    .map((name) => ({ limit: limitNames[name], gmac: limits.gmac_per_second[name]!.median }));
}

function panel(results: KernelResults, limits: Limits, theme: Theme, highest: number): object {
  const ink = inks[theme];
  const read = limits.read_gb_per_second.median;
  const ceilings = roofs(limits, results);
  const top = Math.max(...ceilings.map(({ gmac }) => gmac));
  const points = layerPoints(results)
    .filter((point) => point.model === model && (point.build === limits.build || isFloat(point.type)))
    .map((point) => ({
      type: point.type,
      batch: point.tokens === 1 ? "1 (decode)" : String(point.tokens),
      intensity: point.macs / point.bytes,
      gmac: point.macs / point.seconds / 1e9,
    }));
  const batches = [...new Set(points.map(({ batch }) => batch))].sort(
    (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
  );
  const slope = [least, top / read].map((x) => ({ x, y: x * read }));
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { type: "log", domain: [least, most] },
    axis: { title: "multiply-accumulates per byte of weights", values: [0.25, 1, 4, 16, 64, 256, 1024], format: "~g" },
  });
  const y = (field: string) => ({
    field,
    type: "quantitative",
    scale: { type: "log", domain: [floor, highest * 1.5] },
    axis: { title: "GMAC/s", values: [1, 2, 5, 10, 20, 50, 100, 200], format: "~g" },
  });
  return {
    title: { text: `build ${limits.build}`, fontSize: 12, offset: 6, anchor: "middle" },
    width: 320,
    height: 280,
    layer: [
      {
        data: { values: slope },
        mark: { type: "line", color: ink.faint, clip: true },
        encoding: { x: x("x"), y: y("y") },
      },
      {
        data: { values: [{ x: (0.45 * top) / read, y: 0.45 * top, text: `${read.toFixed(1)} GB/s` }] },
        mark: { type: "text", align: "right", color: ink.faint, dx: -8 },
        encoding: { x: x("x"), y: y("y"), text: { field: "text" } },
      },
      ...ceilings.map(({ gmac }) => ({
        data: { values: [gmac / read, most].map((at) => ({ x: at, y: gmac })) },
        mark: { type: "line", color: ink.faint, strokeDash: gmac === top ? [1, 0] : [5, 3], clip: true },
        encoding: { x: x("x"), y: y("y") },
      })),
      {
        data: {
          values: ceilings.map(({ limit, gmac }) => ({ x: most, y: gmac, text: `${limit}: ${gmac.toFixed(0)}` })),
        },
        mark: { type: "text", align: "left", color: ink.faint, dx: 6, lineBreak: "\n", baseline: "middle" },
        encoding: { x: x("x"), y: y("y"), text: { field: "text" } },
      },
      {
        data: { values: points },
        mark: { type: "point", filled: true, size: 80, opacity: 1 },
        encoding: {
          x: x("intensity"),
          y: y("gmac"),
          color: {
            field: "type",
            sort: types,
            scale: { domain: types, range: [ink.blue, ink.sky, ink.green, ink.orange, ink.yellow, ink.pink] },
            legend: { title: "weights", orient: "bottom", columns: 6 },
          },
          shape: {
            field: "batch",
            sort: batches,
            scale: { domain: batches, range: ["circle", "square", "triangle-up", "diamond", "cross"] },
            legend: { title: "tokens at once", orient: "bottom", columns: 5 },
          },
        },
      },
    ],
  };
}

/** Float kernels are the same in both builds, and measured in one of them. */
function isFloat(type: string): boolean {
  return !type.startsWith("Int");
}

export const roofline: Picture = {
  name: "roofline",
  kind: "kernels",
  draw(record, theme) {
    const results = record as KernelResults;
    const panels = results.limits.filter(({ build }) =>
      layerPoints(results).some((point) => point.build === build && point.model === model),
    );
    if (panels.length === 0) return undefined;
    const highest = Math.max(...panels.flatMap((limits) => roofs(limits, results)).map(({ gmac }) => gmac));
    const what = `Matrix products of a layer, MobileLLM-${model} shape, one thread, Node ${results.host.node}`;
    return {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      title: heading("Kernels against what the machine can do", what, results),
      hconcat: panels.map((limits) => panel(results, limits, theme, highest)),
      spacing: 30,
    };
  },
};
