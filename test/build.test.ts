// What `npm start` finds out before it builds.

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const { isStale } = (await import(new URL("../build.mjs", import.meta.url).href)) as {
  isStale(root: string): boolean;
};
const test = suite("build.mjs");

const made = ["simd", "relaxed", "simd-threads", "relaxed-threads"].map((name) => `build/${name}.wasm`);
const files = [
  ...["assembly/index.ts", "src/index.ts", "src/cli/main.ts"],
  ...["asconfig.json", "bundle.mjs", "package.json", "package-lock.json", "tsconfig.json"],
];
let root = "";

/** A clone whose sources are from second 1000 and whose results are from second 2000. */
test.before.each(() => {
  root = mkdtempSync(join(tmpdir(), "lanky-build-"));
  for (const path of [...files, ...made, "dist/index.js", "dist/bundle/node.js"]) write(path, 2000);
  for (const path of [...files, "assembly", "src", "src/cli"]) utimesSync(join(root, path), 1000, 1000);
});
test.after.each(() => rmSync(root, { recursive: true }));

function write(path: string, second: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), "");
  utimesSync(join(root, path), second, second);
}

test("leaves a built clone alone", () => assert.not(isStale(root)));

test("builds after any source has changed", () => {
  for (const path of files) {
    utimesSync(join(root, path), 3000, 3000);
    assert.ok(isStale(root), path);
    utimesSync(join(root, path), 1000, 1000);
  }
});

test("builds after a source was added or removed", () => {
  rmSync(join(root, "src/cli/main.ts"));
  assert.ok(isStale(root));
});

test("builds where a step did not come to its end", () => {
  for (const path of [...made, "dist/index.js", "dist/bundle/node.js"]) {
    utimesSync(join(root, path), 500, 500);
    assert.ok(isStale(root), `${path} is old`);
    rmSync(join(root, path));
    assert.ok(isStale(root), `${path} is missing`);
    write(path, 2000);
  }
});

test.run();
