// The conversations that the embedded model learns from, by training/check.py: a phrasing that makes no whole call, a sentence
// with two calls, or a value that its sentence has not would be learnt like all others, and what is held out and trained, too,
// would make the scores better than the model. Needs python3 alone, without packages; without it this file says that it skips.

import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";

const training = fileURLToPath(new URL("../training/", import.meta.url));
const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
const recent = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 10))"]).status === 0;
if (!recent) console.log("skipped: training/check.py, there is no python3 of 3.10 or newer on PATH");
const run = recent ? test : test.skip;

run(
  "every phrasing makes one whole call, none is both held out and trained, and values stand in sentences",
  async () => {
    const command = ["check.py", "--count", "400"];
    const failed = await promisify(execFile)("python3", command, { cwd: training, env }).catch((error) => error);
    assert.is(`${failed.stdout}${failed.stderr}`, "");
  },
);

run("the held-out split is not replaced by a new draw unawares", async () => {
  const failed = await promisify(execFile)("python3", ["held_out.py", "--count", "1"], { cwd: training, env }).catch(
    (error) => error,
  );
  assert.is(failed.code, 2);
  assert.match(failed.stderr, "held-out.jsonl.gz is the split that every score is of");
});

test.run();
