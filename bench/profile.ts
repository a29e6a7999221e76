// npm run bench:profile: `lanky profile` of the embedded model and of a random one in the shape of MobileLLM-125M, in every
// type that matters, kept in bench/results/profile.json. Models given as arguments are profiled instead; other arguments
// go to `lanky profile`:
//
//   npm run bench:profile -- model.gguf -r 7 -t 1

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProfileRow } from "../src/cli/profile-report.js";
import { mobile125m, writeRandomModel } from "./random-model.js";
import { describe, resultsPath, writeResults } from "./record.js";

/** A row of bench/results/profile.json. */
export interface ProfiledRow extends ProfileRow {
  /** Of the model, without its folder. */
  readonly name: string;
  readonly build: string;
}

const command = fileURLToPath(new URL("../bin/lanky.js", import.meta.url));

/** @param model path of a file; undefined for the embedded model */
function profile(model: string | undefined, args: readonly string[]): ProfiledRow[] {
  const { status, stdout } = spawnSync(
    process.execPath,
    [command, "profile", ...(model === undefined ? [] : [model]), "--json", ...args],
    { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`lanky profile ${model ?? ""} ended with ${status}`);
  const { name, build, rows } = JSON.parse(stdout) as { name: string; build: string; rows: ProfileRow[] };
  return rows.map((row) => ({ name: basename(name), build, ...row }));
}

const folder = mkdtempSync(join(tmpdir(), "lanky-bench-"));
try {
  const given = process.argv.slice(2);
  const models = given.filter((argument) => argument.endsWith(".gguf"));
  const options = given.filter((argument) => !argument.endsWith(".gguf"));
  const rows: ProfiledRow[] = [];
  if (models.length > 0) for (const model of models) rows.push(...profile(model, options));
  else {
    // Few tokens of a small model pass too fast for a median that holds.
    rows.push(...profile(undefined, ["--weights", "file,int8,int4", "-r", "7", "-n", "128", ...options]));
    const path = join(folder, "mobilellm-125m-shape.gguf");
    await writeRandomModel(path, mobile125m, "f16");
    rows.push(...profile(path, ["--weights", "file,int8,int4", "-r", "7", ...options]));
  }
  const file = resultsPath("profile");
  writeResults(file, { ...describe("profile"), ...{ rows } });
  console.log(`wrote ${file}`);
} finally {
  rmSync(folder, { recursive: true });
}
