// The package itself: what is in it, how large it is, that its exports resolve for every tool, and that each entry loads
// without what only other hosts have.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { program } from "./find.js";
import { appFolder, packedApp, root } from "./packed.js";

const test = suite("package");

/** Bytes unpacked, without the embedded model. */
const MOST = 1.5e6;

/** The package as npm packed it, in a folder that holds nothing else. */
let folder: string;
let archive: string;
let files: readonly { readonly path: string; readonly size: number }[];

test.before(() => {
  folder = mkdtempSync(join(tmpdir(), "lanky-archive-"));
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const output = execFileSync("npm", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [packed] = JSON.parse(output) as [{ filename: string; files: typeof files }];
  archive = join(folder, packed.filename);
  files = packed.files;
});

test.after(() => rmSync(folder, { recursive: true, force: true }));

test("it holds the library, the kernels and the embedded model, and nothing else", () => {
  const allowed =
    /^(bin\/lanky\.js|build\/(simd|relaxed)(-threads)?\.wasm|dist\/.+\.(js|d\.ts)|models\/lanky-api-4m(-int8|-int4)?\.gguf|README\.md|LICENSE|package\.json)$/;
  assert.equal(
    files.map(({ path }) => path).filter((path) => !allowed.test(path)),
    [],
  );
  assert.is(files.filter(({ path }) => path.startsWith("build/")).length, 4);
});

test(`without the model it has ${MOST / 1e6} MB at most, unpacked`, () => {
  const size = files.filter(({ path }) => !path.startsWith("models/")).reduce((sum, file) => sum + file.size, 0);
  console.log(`unpacked, without models/: ${(size / 1e6).toFixed(2)} MB in ${files.length} files`);
  assert.ok(size <= MOST, `${size} bytes`);
});

test("publint finds nothing", () => {
  const output = execFileSync(program("publint"), ["run", archive, "--strict"], { encoding: "utf8" });
  assert.match(output, "All good!");
});

test("the types are not wrong: attw", () => {
  // ESM only, as package.json says: what CommonJS would find is left out.
  execFileSync(program("attw"), [archive, "--profile", "esm-only"], { encoding: "utf8" });
});

/** Bundles an app that imports an entry, and returns what it imports from outside. */
async function outsideOf(entry: string, conditions: readonly string[]): Promise<string[]> {
  const app = await appFolder("entry");
  writeFileSync(join(app, "app.js"), `import * as lanky from ${JSON.stringify(entry)};\nconsole.log(lanky);\n`);
  const { metafile } = await build({
    entryPoints: [join(app, "app.js")],
    bundle: true,
    write: false,
    outdir: join(app, "out"),
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: [...conditions],
    external: ["node:*"],
    loader: { ".wasm": "copy" },
    metafile: true,
    logLevel: "error",
  });
  return Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  );
}

test("what browsers and edge workers import imports nothing of Node's", async () => {
  assert.equal(await outsideOf("lanky", ["browser"]), []);
  assert.equal(await outsideOf("lanky", ["workerd", "worker", "browser"]), []);
  assert.equal(await outsideOf("lanky/worker", ["browser"]), []);
  assert.equal(await outsideOf("lanky/cache", ["browser"]), []);
  assert.ok((await outsideOf("lanky", ["node"])).includes("node:fs/promises"), "and this test can tell");
});

test("every file that package.json names is there", async () => {
  const library = join(await packedApp(), "node_modules", "lanky");
  const { exports, bin } = JSON.parse(readFileSync(join(library, "package.json"), "utf8")) as {
    exports: object;
    bin: object;
  };
  const named = [...JSON.stringify([exports, bin]).matchAll(/"(\.?\/?[\w./-]+\.(?:js|ts|json))"/g)].map((m) => m[1]!);
  assert.ok(named.length > 10);
  assert.equal(
    named.filter((path) => !path.includes("*") && !existsSync(join(library, path))),
    [],
  );
  assert.ok(readdirSync(join(library, "models")).length === 3);
});

test("the command runs as installed", async () => {
  const lanky = join(await packedApp(), "node_modules", ".bin", "lanky");
  const output = execFileSync(lanky, ["run", "--json", "--chat", "turn on the lamp"], { encoding: "utf8" });
  assert.match((JSON.parse(output) as { text: string }).text, /^\{"api":/);
});

test.run();
