// The paper's on-device table as bars: what layer sharing, and what the same depth without it, cost over the base model; on
// the paper's iPhone and here.

import { type ProfileResults, paperRatios, type Trio, triosOf } from "../report/profile.js";
import { heading, type Picture } from "./picture.js";
import { inks, type Theme } from "./theme.js";

interface Bar {
  readonly source: string;
  readonly twin: string;
  readonly ratio: number;
  /** The least that sharing can cost; null where it is not known. */
  readonly floor: number | null;
}

const paperName = "MobileLLM-125M, iPhone 13 (paper)";
const twins = { shared: "layers shared, each block twice", unshared: "not shared, twice the weights" } as const;

function bars(trios: readonly Trio[], what: "start" | "execute"): Bar[] {
  const measured = trios.flatMap((trio) =>
    (["shared", "unshared"] as const).map((kind): Bar => {
      const { median } = what === "start" ? trio[kind].start_ratio : trio[kind].execute_ratio;
      const floor = what === "execute" && kind === "shared" ? trio.shared.floor_ms : undefined;
      const atLeast = floor === undefined ? null : floor.median / trio.base.execute_ms.median;
      return { source: sourceOf(trio), twin: twins[kind], ratio: median, floor: atLeast };
    }),
  );
  const published = (["shared", "unshared"] as const).map(
    (kind): Bar => ({ source: paperName, twin: twins[kind], ratio: paperRatios(kind)[what], floor: null }),
  );
  return [...published, ...measured];
}

function sourceOf({ name, type, base }: Trio): string {
  const known: Readonly<{ [name: string]: string }> = { "mobilellm-125m-shape.gguf": "125M shape" };
  return `${known[name] ?? name.replace(/\.gguf$/, "")}, ${type}, ${base.layers} blocks`;
}

function panel(values: readonly Bar[], title: string, theme: Theme, first: boolean): object {
  const ink = inks[theme];
  const sources = [...new Set(values.map(({ source }) => source))];
  const domain = Object.values(twins);
  const most = Math.max(2.6, ...values.map(({ ratio }) => ratio)) * 1.12;
  const y = { field: "source", sort: sources, axis: first ? { title: null } : null };
  const yOffset = { field: "twin", sort: domain };
  const x = {
    field: "ratio",
    type: "quantitative",
    scale: { domain: [0, most] },
    axis: { title: "base = 1", values: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4].filter((value) => value <= most) },
  };
  const color = {
    field: "twin",
    sort: domain,
    scale: { domain, range: [ink.blue, ink.orange] },
    legend: { title: null, orient: "bottom", direction: "horizontal" },
  };
  const marked = values.filter(({ floor }) => floor !== null);
  return {
    data: { values: values.map((bar) => ({ ...bar, end: Math.max(bar.ratio, bar.floor ?? 0) })) },
    title: { text: title, fontSize: 12, offset: 6, anchor: "middle" },
    width: 270,
    height: { step: 19 },
    layer: [
      { mark: { type: "bar" }, encoding: { y, yOffset, x, color } },
      {
        data: { values: [{}] },
        mark: { type: "rule", color: ink.text, strokeDash: [4, 3] },
        encoding: { x: { datum: 1 } },
      },
      ...(marked.length === 0
        ? []
        : [
            {
              data: { values: marked },
              mark: { type: "tick", color: ink.text, thickness: 2 },
              encoding: { y, yOffset: { ...yOffset, scale: { domain } }, x: { ...x, field: "floor" } },
            },
          ]),
      {
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { y, yOffset, x: { ...x, field: "end" }, text: { field: "ratio", format: ".2f" } },
      },
    ],
  };
}

export const sharing: Picture = {
  name: "sharing",
  kind: "profile",
  draw(record, theme) {
    const results = record as ProfileResults;
    const trios = triosOf(results.rows).filter(({ threads }) => threads === 1);
    if (trios.length === 0) return undefined;
    const what = `One thread, Node ${results.host.node}; the tick on a shared model is its floor: base, and the second pass with weights in cache`;
    return {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      title: heading("What layer sharing costs over the base model", what, results),
      hconcat: [
        panel(bars(trios, "start"), "load and initialise", theme, true),
        panel(bars(trios, "execute"), "execute a token", theme, false),
      ],
      spacing: 24,
    };
  },
};
