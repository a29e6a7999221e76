// npm run bundle: the command line as few files, so that Node opens 5 of them instead of 100 for a command. Chunks of earlier
// bundles are removed, for their names change with what is in them.
//
// And the files that browsers start workers with, in place, each with all it needs: packages have names, which the page's
// import map can resolve for the page alone. So lanky/worker and lanky/cache work from a plain server or a CDN too.
//
// Both without white space and with short names: the package is to stay below 1.5 MB. Where LANKY_DEBUG=1 asks for stack traces, a
// checkout runs dist/cli instead.

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
  minify: true,
  logLevel: "warning",
  metafile: true,
});
for (const file of readdirSync(outdir)) {
  if (!(`${outdir}/${file}` in metafile.outputs)) rmSync(join(outdir, file));
}

await build({
  entryPoints: ["dist/worker/engine-side.js", "dist/worker/thread-side.js", "dist/cache/download-side.js"],
  outdir: "dist",
  outbase: "dist",
  allowOverwrite: true,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});
