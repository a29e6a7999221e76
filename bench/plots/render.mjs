// A Vega-Lite specification as SVG and PNG. The only file here that needs bench/plots/node_modules, and plain JavaScript for
// it: the checks of the repository do not have these packages' types.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { parse, textMetrics, View } from "vega";
import { compile } from "vega-lite";

const fonts = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) => join(fonts, name));

/** Pixels of the PNG for one of the SVG: sharp on dense screens. */
const ZOOM = 2;

// Without a canvas, Vega takes letters to be wider than they are and leaves gaps: this is DejaVu Sans on average.
textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
  String(text).length * fontSize * (fontWeight === "bold" ? 0.68 : 0.6);

/**
 * @param {object} specification
 * @param {object} config colours and fonts
 * @returns {Promise<{ svg: string, png: Uint8Array }>}
 */
export async function render(specification, config) {
  const { spec } = compile(specification, { config });
  const svg = await new View(parse(spec), { renderer: "none" }).toSVG();
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" };
  const png = new Resvg(svg, { font, fitTo: { mode: "zoom", value: ZOOM } }).render().asPng();
  return { svg: `${svg}\n`, png };
}
