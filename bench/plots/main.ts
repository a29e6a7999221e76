// npm run bench:plots: the pictures of README, as SVG and PNG, light and dark, from the results in bench/results. What draws
// them has dependencies of its own, which `npm install --prefix bench/plots` installs.
//
//   npm run bench:plots -- [--from FOLDER] [--to FOLDER]

import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readResults } from "../record.js";
import { commandOf } from "../report/sources.js";
import { context } from "./context.js";
import { peers } from "./peers.js";
import type { Picture } from "./picture.js";
import { roofline } from "./roofline.js";
import { sharing } from "./sharing.js";
import { configOf, themes } from "./theme.js";

const pictures: readonly Picture[] = [roofline, peers, context, sharing];

type Render = (specification: object, config: object) => Promise<{ svg: string; png: Uint8Array }>;

async function loadRenderer(): Promise<Render | undefined> {
  try {
    return ((await import(new URL("./render.mjs", import.meta.url).href)) as { render: Render }).render;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    return undefined;
  }
}

const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } });
const from = values.from ?? fileURLToPath(new URL("../results", import.meta.url));
const to = values.to ?? fileURLToPath(new URL("../../docs/pictures", import.meta.url));

const render = await loadRenderer();
if (!render) {
  console.error("The plotting library is not installed; run: npm install --prefix bench/plots");
  process.exitCode = 1;
} else {
  mkdirSync(to, { recursive: true });
  for (const { name, kind, draw } of pictures) {
    const results = readResults(join(from, `${kind}.json`));
    const drawn = results && themes.map((theme) => ({ theme, specification: draw(results, theme) }));
    if (!drawn || drawn.some(({ specification }) => specification === undefined)) {
      console.log(
        `${name}: ${results ? "its part of" : "no"} ${kind}.json${results ? " is empty" : ""}; made by: ${commandOf(kind)}`,
      );
      continue;
    }
    for (const { theme, specification } of drawn) {
      const { svg, png } = await render(specification!, configOf(theme));
      const file = join(to, `${name}${theme === "light" ? "" : `-${theme}`}`);
      writeFileSync(`${file}.svg`, svg);
      writeFileSync(`${file}.png`, png);
      console.log(`wrote ${relative(process.cwd(), file)}.svg and .png`);
    }
  }
}
