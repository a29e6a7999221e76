// The conversations that the embedded model learns from, by training/check.py: a phrasing that makes no whole call, a sentence
// with two calls, or a value that its sentence has not would be learnt like all others, and what is held out and trained, too,
// would make the scores better than the model. Needs python3 alone, without packages; without it this file says that it skips.

import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

run("a line whose call is wrong is not learnt, and what is wrong is said", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lanky-lines-"));
  const lines = [
    "gaffer tape and two hooks on the props list, love | add_to_list item=gaffer tape and two hooks; list=props",
    "+ and a lantern | add_to_list item=lantern; list=props",
    "play the song of the reeds | play_music query=the song of the reeds",
    "ring my uncle | call contact=aunt",
    "+ and my aunt | call contact=my aunt",
    "warm it to 50 | set_volume degrees=50",
    "wake me at 7 | set_alarm time=7:00",
  ];
  try {
    await writeFile(join(folder, "new.txt"), `${lines.join("\n")}\n`);
    const command = ["lines.py", join(folder, "new.txt"), "--score", join(folder, "new.jsonl")];
    const failed = await promisify(execFile)("python3", command, { cwd: training, env }).catch((error) => error);
    assert.is(failed.code, 1);
    const errors = [...failed.stdout.matchAll(/new\.txt:(\d+): (.*): /g)].map(([, at, problem]) => `${at} ${problem}`);
    assert.equal(errors, [
      "3 query 'the song of the reeds' is empty or begins with an article",
      "4 contact 'aunt' is no piece of the sentence",
      "5 goes on with a line that is wrong",
      "6 set_volume has no argument 'degrees'",
      "7 time: found '7:00', expected ([01]\\d|2[0-3]):[0-5]\\d",
    ]);
    const kept = (await readFile(join(folder, "new.jsonl"), "utf8")).trim().split("\n");
    const first = { api: "add_to_list", arguments: { item: "gaffer tape and two hooks", list: "props" } };
    const second = { api: "add_to_list", arguments: { item: "lantern", list: "props" } };
    assert.equal(
      kept.map((line) => JSON.parse(line).turns.map(([, call]: [string, object]) => call)),
      [[first, second]],
    );
    const again = ["lines.py", join(folder, "new.txt"), "--learn", join(folder, "new.jsonl")];
    const refused = await promisify(execFile)("python3", again, { cwd: training, env }).catch((error) => error);
    assert.is(refused.code, 2);
    assert.match(refused.stderr, /new\.jsonl exists already/);
    assert.is((await readFile(join(folder, "new.jsonl"), "utf8")).trim(), kept[0]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.run();
