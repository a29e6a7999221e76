// Real checkpoints that are not part of the repository: a folder `shared` beside the checkout, where there is one.

import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL("../../../shared/models/", import.meta.url));

/** Path of a file or folder of the shared models; undefined, and a line that says so, where there is none. */
export function sharedModel(path: string): string | undefined {
  if (existsSync(join(folder, path))) return join(folder, path);
  console.log(`skipped: what needs ../shared/models/${path}, which is not there`);
  return undefined;
}

export function readShared(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), "utf8"));
}

/** Fetches SmolLM2-135M-Instruct once into the system's folder for temporary files; undefined where that fails. */
export async function fetchSmolLm2(): Promise<string | undefined> {
  const script = sharedModel("get-smollm2.sh");
  if (script === undefined) return undefined;
  try {
    const { stdout } = await promisify(execFile)("sh", [script, join(tmpdir(), "lanky-smollm2")], { timeout: 120_000 });
    return stdout.trim();
  } catch (error) {
    console.log(`skipped: what needs SmolLM2-135M, which get-smollm2.sh did not get: ${(error as Error).message}`);
    return undefined;
  }
}
