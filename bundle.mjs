// npm run bundle: the command line as few files, so that Node opens 5 of them instead of 100 for a command. Chunks of earlier
// bundles are removed, for their names change with what is in them.

import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const outdir = "dist/bundle";
const { metafile } = await build({
  entryPoints: ["dist/cli/main.js", "dist/node/early.js", "dist/cli/interrupt.js", "dist/node/worker.js"],
  entryNames: "[name]",
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  logLevel: "warning",
  metafile: true,
});
for (const file of readdirSync(outdir)) {
  if (!(`${outdir}/${file}` in metafile.outputs)) rmSync(join(outdir, file));
}
