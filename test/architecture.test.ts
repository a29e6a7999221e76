// Imports point one way: cli -> index, node, workerd -> library -> model -> engine | formats | text. Whoever opens a file can rely on
// it: a kernel knows nothing of files, a tokenizer nothing of WebAssembly, and what a browser imports nothing of Node.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** A layer: which files it has, and which others (and packages) they may import. */
interface Layer {
  readonly files: RegExp;
  readonly mayImport: readonly string[];
  readonly packages?: readonly RegExp[];
  readonly node?: boolean;
  /** May import kernels as modules. */
  readonly wasm?: boolean;
}

// A file belongs to the first layer that matches its path.
const layers: Readonly<Record<string, Layer>> = {
  assembly: { files: /^assembly\//, mayImport: [] },
  ground: { files: /^src\/(checkpoint|errors)\.ts$/, mayImport: [] },
  engine: { files: /^src\/engine\//, mayImport: ["ground"], packages: [/^@assemblyscript\/loader$/] },
  formats: { files: /^src\/formats\//, mayImport: ["ground"], packages: [/^@noble\/hashes\//] },
  text: { files: /^src\/text\//, mayImport: ["ground"], packages: [/^@huggingface\/jinja$/] },
  nodeFiles: { files: /^src\/node\//, mayImport: ["ground", "formats", "engine", "model"], node: true },
  model: {
    files: /^src\/(model|load-plan|session|generation|pass-clock|chat|latest-turns|host|api-call)\.ts$/,
    mayImport: ["ground", "engine", "formats", "text"],
  },
  library: {
    files: /^src\/(library|fetch-model|fetch-kernels)\.ts$/,
    mayImport: ["ground", "engine", "formats", "text", "model"],
  },
  index: { files: /^src\/index\.ts$/, mayImport: ["ground", "model", "library"] },
  workerd: { files: /^src\/(workerd|wasm\.d)\.ts$/, mayImport: ["ground", "model", "library"], wasm: true },
  node: {
    files: /^src\/node\.ts$/,
    mayImport: ["ground", "engine", "formats", "model", "library", "nodeFiles"],
    node: true,
  },
  browser: {
    files: /^src\/(worker|cache)(\.ts$|\/)/,
    mayImport: ["ground", "engine", "formats", "text", "model", "library"],
  },
  cli: {
    files: /^src\/cli\//,
    mayImport: ["index", "node"],
    packages: [/^commander$/, /^cli-progress$/],
    node: true,
  },
};

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

function layerOf(file: string): string | undefined {
  return Object.keys(layers).find((name) => layers[name]!.files.test(file));
}

/** What a module imports or exports from, statically or not; comments are skipped. */
export function specifiersOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const from = /^\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/gm;
  const bare = /^\s*import\s*["']([^"']+)["']/gm;
  const called = /\b(?:import|require)\s*\(\s*["'`]([^"'`]+)["'`]/g;
  const typed = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
  return [...new Set([from, bare, called, typed].flatMap((pattern) => [...code.matchAll(pattern)].map((m) => m[1]!)))];
}

/** What is wrong with the imports of a file; empty if nothing is. */
export function problemsOf(file: string, source: string): string[] {
  const name = layerOf(file);
  if (name === undefined) return [`${file} belongs to no layer; add it to one in test/architecture.test.ts`];
  const layer = layers[name]!;
  return specifiersOf(source).flatMap((specifier) => {
    const wrong = (why: string) => [`${file} imports ${specifier}: ${why}`];
    if (specifier.startsWith("node:")) return layer.node ? [] : wrong(`${name} runs in hosts other than Node`);
    if (layer.wasm && /^\.\.\/build\/[\w-]+\.wasm$/.test(specifier)) return [];
    if (!specifier.startsWith(".")) {
      return layer.packages?.some((pattern) => pattern.test(specifier))
        ? []
        : wrong(`${name} may not use this package`);
    }
    if (name !== "assembly" && !specifier.endsWith(".js")) return wrong("specifiers end with .js");
    const target = posix.join(posix.dirname(file), specifier).replace(/(\.js)?$/, ".ts");
    const other = layerOf(target);
    if (other === undefined) return wrong("it is in no layer");
    return other === name || layer.mayImport.includes(other) ? [] : wrong(`${name} may not import ${other}`);
  });
}

const sources = [...filesUnder("src"), ...filesUnder("assembly")];

test("the tree is where this test looks for it", () => {
  assert.ok(sources.length > 40, `${sources.length} files`);
  for (const name of [
    "assembly",
    "engine",
    "formats",
    "text",
    "model",
    "index",
    "node",
    "cli",
    "nodeFiles",
    "browser",
    "ground",
  ]) {
    assert.ok(
      sources.some((file) => layerOf(file) === name),
      `no file in ${name}`,
    );
  }
});

test("imports point one way", () => {
  const problems = sources.flatMap((file) => problemsOf(file, readFileSync(join(root, file), "utf8")));
  assert.equal(problems, []);
});

test("layers themselves are in no circle", () => {
  const reach = (name: string, seen: readonly string[]): void => {
    assert.not.ok(seen.includes(name), `${[...seen, name].join(" -> ")}`);
    for (const next of layers[name]!.mayImport) reach(next, [...seen, name]);
  };
  for (const name of Object.keys(layers)) reach(name, []);
});

test("no function whose last bit differs between JavaScript engines is called where bits matter", () => {
  const inexact =
    /\bMath\.(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|sinh|cosh|tanh|asin|acos|atan|atan2|cbrt|hypot|random)\b/;
  const callers = sources.filter((file) => {
    const code = readFileSync(join(root, file), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/\/\/.*$/gm, "");
    return inexact.test(code) && !file.startsWith("src/cli/");
  });
  assert.equal(callers, []);
});

test("no file is named for being a drawer", () => {
  assert.equal(
    sources.filter((file) => /(^|\/)(utils?|helpers?|types|common|misc)\.ts$/.test(file)),
    [],
  );
});

test("the rules can fail", () => {
  const cases: [file: string, source: string, problem: string][] = [
    ["src/engine/a.ts", 'import { x } from "../formats/gguf.js";', "engine may not import formats"],
    ["src/engine/a.ts", 'import type { T } from "../text/tokenizer.js";', "engine may not import text"],
    ["src/formats/a.ts", 'import { k } from "../engine/kernels.js";', "formats may not import engine"],
    ["src/formats/a.ts", 'export * from "../model.js";', "formats may not import model"],
    ["src/text/a.ts", 'import {\n  a,\n  b,\n} from "../formats/gguf.js";', "text may not import formats"],
    ["src/text/a.ts", 'import "../model.js";', "text may not import model"],
    ["src/model.ts", 'const fs = await import("node:fs");', "hosts other than Node"],
    ["src/model.ts", 'import { run } from "./cli/run.js";', "model may not import cli"],
    ["src/index.ts", 'export { loadModel } from "./node.js";', "index may not import node"],
    ["src/session.ts", 'type F = import("./node.js").Model;', "model may not import node"],
    ["src/cli/a.ts", 'import { Engine } from "../engine/engine.js";', "cli may not import engine"],
    ["src/cli/a.ts", 'import { it } from "../../test/reference.js";', "in no layer"],
    ["src/engine/a.ts", 'import _ from "lodash";', "may not use this package"],
    ["src/engine/a.ts", 'import { b } from "./b";', "end with .js"],
    ["assembly/a.ts", 'import { b } from "../src/errors";', "assembly may not import ground"],
    ["src/other/a.ts", "", "belongs to no layer"],
  ];
  for (const [file, source, problem] of cases) {
    const found = problemsOf(file, source);
    assert.is(found.length, 1, `${file}: ${source}: ${found}`);
    assert.match(found[0]!, problem);
  }
  assert.equal(problemsOf("src/engine/a.ts", '// import x from "../text/a.js";\nimport { b } from "./b.js";'), []);
});

test.run();
