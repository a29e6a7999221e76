// npm run bench:plots: the pictures of README, as SVG and PNG, light and dark, from the results in bench/results and the log of
// the embedded model's training. What draws them has dependencies of its own, which `npm install --prefix bench/plots` installs.
//
//   npm run bench:plots -- [--from FOLDER] [--to FOLDER] [--loss FILE]

import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readResults } from "../record.js";
import { commandOf } from "../report/sources.js";
import { apiPictures } from "./api.js";
import { context } from "./context.js";
import { hosts, hostsStart } from "./hosts.js";
import { drawLoss, readLoss } from "./loss.js";
import { peers } from "./peers.js";
import type { Picture } from "./picture.js";
import { roofline } from "./roofline.js";
import { sharing } from "./sharing.js";
import { configOf, type Theme, themes } from "./theme.js";

const pictures: readonly Picture[] = [roofline, peers, hosts, hostsStart, context, sharing, ...apiPictures];

type Render = (specification: object, config: object) => Promise<{ svg: string; png: Uint8Array }>;

async function loadRenderer(): Promise<Render | undefined> {
  try {
    return ((await import(new URL("./render.mjs", import.meta.url).href)) as { render: Render }).render;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    return undefined;
  }
}

const { values } = parseArgs({
  options: { from: { type: "string" }, to: { type: "string" }, loss: { type: "string" } },
});
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const from = values.from ?? pathOf("../results");
const to = values.to ?? pathOf("../../docs/pictures");
const loss = values.loss ?? pathOf("../../training/loss.csv");

/** Writes a picture in both themes; where there is nothing to draw, says why it is `missing`. */
async function write(
  render: Render,
  name: string,
  draw: (theme: Theme) => object | undefined,
  missing: string,
): Promise<void> {
  const drawn = themes.map((theme) => ({ theme, specification: draw(theme) }));
  if (drawn.some(({ specification }) => specification === undefined)) {
    console.log(`${name}: ${missing}`);
    return;
  }
  for (const { theme, specification } of drawn) {
    const { svg, png } = await render(specification!, configOf(theme));
    const file = join(to, `${name}${theme === "light" ? "" : `-${theme}`}`);
    writeFileSync(`${file}.svg`, svg);
    writeFileSync(`${file}.png`, png);
    console.log(`wrote ${relative(process.cwd(), file)}.svg and .png`);
  }
}

const render = await loadRenderer();
if (!render) {
  console.error("The plotting library is not installed; run: npm install --prefix bench/plots");
  process.exitCode = 1;
} else {
  mkdirSync(to, { recursive: true });
  for (const { name, kind, draw } of pictures) {
    const results = readResults(join(from, `${kind}.json`));
    const missing = `${results ? "its part of" : "no"} ${kind}.json${results ? " is empty" : ""}; made by: ${commandOf(kind)}`;
    await write(render, name, (theme) => results && draw(results, theme), missing);
  }
  const curve = readLoss(loss);
  const missing = `no ${relative(process.cwd(), loss)}; training/train.py writes one`;
  await write(render, "loss", (theme) => curve && drawLoss(curve, theme), missing);
}
