// npm run bundle: the library for Node and the command line as few files, for each that Node opens costs it a millisecond, and
// there are a hundred. dist/node.js then passes on what dist/bundle/node.js exports. CheckpointError stays in dist/errors.js,
// where lanky/worker and lanky/cache have it from too: a program may compare with either's.
//
// And the files that browsers start workers with, in place, each with all it needs: packages have names, which the page's
// import map can resolve for the page alone. So lanky/worker and lanky/cache work from a plain server or a CDN too.
//
// The package is to stay below 1.5 MB. So the bundles have no white space, and what was bundled for browsers short names; Node's
// keeps its own, for stack traces, but for packages. And modules are left without comments, which are in the types beside them.
// Chunks of earlier bundles are removed, for their names change with what is in them.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";

const outdir = "dist/bundle";
const forNode = {
  outdir,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  logLevel: "warning",
  metafile: true,
};

/** Leaves src/errors.ts out: seen from dist/bundle/, it is ../errors.js. */
const sharedErrors = {
  name: "shared errors",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/errors\.js$/ }, ({ importer }) =>
      importer.includes("node_modules") ? undefined : { path: "../errors.js", external: true },
    ),
};

/** Shortens the names in packages. */
const shortPackages = {
  name: "short packages",
  setup: ({ onLoad }) =>
    onLoad({ filter: /node_modules.*\.m?js$/ }, async ({ path }) => ({
      contents: (await transform(readFileSync(path, "utf8"), { minify: true, legalComments: "none" })).code,
    })),
};

// From the sources, not from what tsc made of them: dist/node.js is overwritten below.
const library = await build({
  ...forNode,
  entryPoints: ["src/node.ts", "src/node/early.ts", "src/cli/interrupt.ts", "src/cli/main.ts"],
  entryNames: "[name]",
  // commander is CommonJS and requires modules of Node's.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  splitting: true,
  external: ["cli-progress"], // only drawn where a load takes long
  plugins: [sharedErrors, shortPackages],
});
for (const file of Object.keys(library.metafile.outputs)) {
  // esbuild makes `var Model = class _Model` of a class that speaks of itself; within it, either name is the class.
  const code = readFileSync(file, "utf8");
  const classes = [...code.matchAll(/\b([A-Z]\w{3,})=class _\1\b/g)].map(([, name]) => name);
  if (classes.length > 0) writeFileSync(file, code.replace(new RegExp(`\\b_(${classes.join("|")})\\b`, "g"), "$1"));
}

// A thread's file by itself: it shares no state with the others, and starts sooner for having no chunks.
const thread = await build({ ...forNode, entryPoints: ["src/node/worker.ts"], plugins: [shortPackages] });
writeFileSync("dist/node.js", 'export * from "./bundle/node.js";\n');

const inBrowsers = await build({
  entryPoints: ["dist/worker/engine-side.js", "dist/worker/thread-side.js", "dist/cache/download-side.js"],
  outdir: "dist",
  outbase: "dist",
  allowOverwrite: true,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  metafile: true,
});

for (const file of readdirSync("dist", { recursive: true })) {
  const path = join("dist", file);
  if (!path.endsWith(".js") || /^dist.(bundle|cli|node)\b/.test(path) || path in inBrowsers.metafile.outputs) continue;
  const { code } = await transform(readFileSync(path, "utf8"));
  writeFileSync(path, code);
}

const outputs = { ...library.metafile.outputs, ...thread.metafile.outputs };
for (const file of readdirSync(outdir)) {
  if (!(`${outdir}/${file}` in outputs)) rmSync(join(outdir, file));
}
for (const [file, { inputs }] of Object.entries({ ...outputs, ...inBrowsers.metafile.outputs })) {
  const packages = Object.keys(inputs).map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input));
  const folders = new Set(packages.filter((found) => found !== null).map(([folder]) => folder));
  if (folders.size > 0) writeFileSync(file, readFileSync(file, "utf8") + [...folders].map(noticeOf).join(""));
}

/** What a package's licence wants to be told where its code goes. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const path = ["LICENSE", "LICENSE.md", "LICENSE-MIT.txt", "license"]
    .map((file) => `${folder}/${file}`)
    .find(existsSync);
  const text = path === undefined ? "" : `\n\n${readFileSync(path, "utf8").trim()}`;
  return `/*! ${name} ${version}, ${license}${text.replaceAll("*/", "* /")} */\n`;
}
