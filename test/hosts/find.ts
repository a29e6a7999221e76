// Where the hosts are: programs that test/hosts/package.json installed, and browsers that the system has or has not.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that test/hosts/package.json installs into. */
export const modules: string = fileURLToPath(new URL("./node_modules/", import.meta.url));

/** Path of a program of a package there, such as `deno`, `bun`, `workerd`, `wrangler`, `vite` or `attw`. */
export function program(name: string): string {
  return join(modules, ".bin", name);
}

/**
 * Path of the current Node that test/hosts/package.json lists: the packages that hold the program itself, of which npm installs
 * the one for this system. Undefined where there is none.
 */
export function findNode(): string | undefined {
  return [join(modules, `node26-${process.platform}-${process.arch}`, "bin", "node")].find(isProgram);
}

/** Path of the first of these programs that PATH has. */
export function findOnPath(...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

/** Path of Chromium; undefined where there is none. Nothing is downloaded: Debian's package is `chromium`. */
export function findChromium(): string | undefined {
  return findOnPath("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
}

/** Says that something was not tested, and why; main.ts repeats it at the end. */
export function skipped(what: string, why: string): void {
  console.log(`skipped: ${what}: ${why}`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
