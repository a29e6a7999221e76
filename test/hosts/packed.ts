// The library as users get it: packed by npm and installed from the archive, so that a host sees the files that a release
// has, through its exports, and no source. What is packed is dist/ and build/ as they are; `npm run test:hosts` builds first.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

/** Names the folder that main.ts packed for all files it runs. */
export const variable = "LANKY_PACKED_APP";

let packing: Promise<string> | undefined;

/**
 * A folder whose node_modules/ has lanky as packed, with its dependencies. Every call of a process gets the same one: put
 * what you write into a folder of your own in it (`appFolder`). It is removed when the process ends.
 */
export function packedApp(): Promise<string> {
  packing ??= Promise.resolve(process.env[variable] ?? pack());
  return packing;
}

/** A new folder inside the packed app, so that `import "lanky"` works in it. */
export async function appFolder(name: string): Promise<string> {
  return mkdtempSync(join(await packedApp(), `${name}-`));
}

/** Packs and installs; the caller's process removes it at its end. */
export function pack(): string {
  const folder = mkdtempSync(join(tmpdir(), "lanky-packed-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  // Without scripts: prepack empties dist/, under the feet of whatever else runs in this checkout.
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync("npm", [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const [{ filename }] = JSON.parse(
    npm(["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root),
  ) as [{ filename: string }];
  const app = join(folder, "app");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "app", private: true, type: "module" }));
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", join(folder, filename)], app);
  return app;
}
