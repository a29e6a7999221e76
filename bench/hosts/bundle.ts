// A host's program as one module, for hosts that do not look for packages: esbuild puts lanky in it from dist/, with the
// kernels beside it.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Bundles `script`, a file of this folder, for hosts that choose `conditions` of a package's exports.
 * @returns a new folder with the bundle, named as the script is, with .js; the caller removes it
 */
export async function bundle(script: string, conditions: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "lanky-bundle-"));
  await build({
    entryPoints: [path(`./${script}`)],
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: [...conditions],
    loader: { ".wasm": "copy" },
    assetNames: "[name]",
    logLevel: "warning",
  });
  return folder;
}
