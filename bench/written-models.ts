// Random models in the shape of MobileLLM-125M for benches that start processes of their own: each is written once, into a
// folder that several benches may share.

import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mobile125m, type RandomType, writeRandomModel } from "./random-model.js";

/** Path of a model whose matrices are of `type`, written if it is not in `folder` yet. */
export async function writtenModel(folder: string, type: RandomType): Promise<string> {
  const path = join(folder, `mobilellm-125m-shape-${type}.gguf`);
  if (existsSync(path)) return path;
  await writeRandomModel(`${path}.part`, mobile125m, type); // half a model must not be taken for one
  renameSync(`${path}.part`, path);
  return path;
}

/**
 * Calls `use` with the arguments that are left without --models FOLDER, and that folder; without one, with a temporary one
 * that is removed in the end.
 */
export async function withModels(
  args: readonly string[],
  use: (rest: string[], folder: string) => Promise<void> | void,
): Promise<void> {
  const at = args.indexOf("--models");
  const given = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && given === undefined) throw new RangeError("--models wants a folder");
  const rest = at < 0 ? [...args] : args.toSpliced(at, 2);
  const folder = given ?? mkdtempSync(join(tmpdir(), "lanky-bench-"));
  try {
    await use(rest, folder);
  } finally {
    if (given === undefined) rmSync(folder, { recursive: true });
  }
}
