// npm run test:hosts: the library as packed, in every host and bundler there is here. Installs them (test/hosts/package.json)
// where that has not been done, packs the library once, runs every *.host.ts beside this file one after the other in a process
// of its own, and ends with what was skipped, and why, and the number of tests passed and failed. A file that crashes, hangs,
// has no tests, or leaves some out without a word (uvu's test.skip and test.only) counts as failed; that this is so is tried
// first, with files that do.
//
//   npm run test:hosts -- deno bun     those whose names start so

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { modules } from "./find.js";
import { pack, root, variable } from "./packed.js";

const here = fileURLToPath(new URL("./", import.meta.url));

/** A file that hangs is ended; the slowest takes a few minutes on two cores. */
const patience = 15 * 60_000;

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

/** The process of the file that is running. */
let running: ChildProcess | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    if (running) await end(running);
    process.exit(130);
  });

install();
const wanted = process.argv.slice(2);
const all = readdirSync(here)
  .filter((file) => file.endsWith(".host.ts"))
  .sort();
for (const name of wanted) {
  if (all.some((file) => file.startsWith(name))) continue;
  console.error(`no *.host.ts in test/hosts starts with ${name}; there are ${all.join(", ")}`);
  process.exit(2);
}
const files = all.filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));
console.log("packing the library ...");
const app = pack();
const outcomes: Outcome[] = [checkTypes(), await checkItself()];
for (const file of files) {
  console.log(`\n== ${file}`);
  outcomes.push(await run(join(here, file)));
}
rmSync(dirname(app), { recursive: true, force: true });

const skips = outcomes.flatMap((outcome) => outcome.skipped);
console.log(
  skips.length > 0 ? `\nnot tested here:\n${skips.map((line) => `  ${line}`).join("\n")}` : "\nall of it was tested",
);
const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
const failed = sum((outcome) => outcome.failed);
console.log(`${sum((outcome) => outcome.passed)} passed, ${failed} failed, ${skips.length} skipped`);
process.exit(failed > 0 ? 1 : 0);

/** Installs what package-lock.json lists, unless node_modules/ was made from it. */
function install(): void {
  const lock = readFileSync(join(here, "package-lock.json"), "utf8");
  const installed = join(modules, ".package-lock.json");
  if (existsSync(installed) && sameVersions(lock, readFileSync(installed, "utf8"))) return;
  console.log("installing hosts and bundlers (test/hosts/package.json) ...");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--prefix", here], { stdio: "inherit" });
  if (status !== 0) {
    console.error("npm ci --prefix test/hosts failed; the hosts come from the npm registry");
    process.exit(1);
  }
}

/** True if every package that is installed has the version that the lock file says, and none is missing that is not optional. */
function sameVersions(lock: string, installed: string): boolean {
  type Packages = Record<string, { version?: string; optional?: boolean }>;
  const wanted = (JSON.parse(lock) as { packages: Packages }).packages;
  const found = (JSON.parse(installed) as { packages: Packages }).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || found[path]?.version === version || (optional === true && found[path] === undefined),
  );
}

/** What `npm run check` leaves out, since the types come with what is installed here. */
function checkTypes(): Outcome {
  const { status } = spawnSync("npx", ["tsc", "-p", here], { cwd: root, stdio: "inherit" });
  if (status !== 0) console.log("the types in test/hosts are wrong");
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

/** Runs a file of tests; its output passes through unless `quiet`. What is wrong with the file itself counts as a failed test. */
async function run(path: string, { most = patience, quiet = false } = {}): Promise<Outcome> {
  const file = basename(path);
  const child = spawn(process.execPath, ["--import", "tsx", path], {
    cwd: root,
    env: { ...process.env, [variable]: app },
    stdio: ["ignore", "pipe", quiet ? "ignore" : "inherit"],
    detached: true, // the leader of a group, so that what it has started can be ended with it
  });
  running = child;
  const say = (text: string) => quiet || console.log(`${file}: ${text}`);
  let output = "";
  child.stdout!.on("data", (chunk: Buffer) => {
    output += chunk;
    if (!quiet) process.stdout.write(chunk);
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void end(child);
  }, most);
  const code = await new Promise<number | null>((resolve) => {
    child.on("close", resolve);
    // What it has left behind may hold its output open.
    child.on("exit", (status) => setTimeout(resolve, 2000, status));
  });
  clearTimeout(timer);
  running = undefined;
  const [passed, total, unnamed] = [count(output, "Passed"), count(output, "Total"), count(output, "Skipped")];
  const wrong: string[] = [];
  if (late) wrong.push(`ended after ${most / 60_000} minutes`);
  else if (total === 0) wrong.push(`no test has ended, exit code ${code}`);
  else if (code !== 0 && passed === total) wrong.push(`its tests have passed, but its exit code is ${code}`);
  else if (code === 0 && passed < total) wrong.push("a hook has failed, of which uvu does not say how");
  if (unnamed > 0)
    wrong.push(`${unnamed} tests are left out by test.skip or test.only; call skipped() with the reason`);
  for (const text of wrong) say(text);
  // Not at a line's start: uvu has begun the line.
  const skipped = [...output.matchAll(/(?:^|\s)skipped: (.+)$/gm)].map((match) => `${file}: ${match[1]}`);
  return { passed, failed: Math.max(total - passed, wrong.length > 0 ? 1 : 0), skipped };
}

/** Ends a process and what it has started. Asked first, so that browsers are closed. */
async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const tell = (signal: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, signal);
    } catch {} // none of them is left
  };
  tell("SIGTERM");
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
  tell("SIGKILL");
}

/** Runs small files of tests that go wrong, or do not, and looks at what becomes of them. */
async function checkItself(): Promise<Outcome> {
  const one = 'test("one", () => {});';
  const bad = 'test("two", () => { throw new Error("as it should be"); });';
  // What they do, and the tests passed, failed and skipped that are to be told.
  const files: readonly [does: string, text: string, expected: readonly [number, number, number]][] = [
    ["passes", `${one} test.run();`, [1, 0, 0]],
    ["names what it skips", `${one} test("two", () => console.log("skipped: two: why")); test.run();`, [2, 0, 1]],
    ["fails", `${one} ${bad} test.run();`, [1, 1, 0]],
    ["throws", "throw new Error();", [0, 1, 0]],
    ["has no tests", "", [0, 1, 0]],
    ["never runs its tests", one, [0, 1, 0]],
    ["exits in a test", `${one} test("two", () => process.exit(0)); test.run();`, [0, 1, 0]],
    ["hangs", "setInterval(() => {}, 1000);", [0, 1, 0]],
    ["fails after its tests", `${one} test.run(); process.on("exit", () => { process.exitCode = 5; });`, [1, 1, 0]],
    ["fails before its tests", `test.before(() => { throw new Error(); }); ${one} test.run();`, [0, 1, 0]],
    ["skips in silence", `${one} test.skip("two", () => {}); test.run();`, [1, 1, 0]],
    ["skips and fails", `${bad} test.skip("three", () => {}); test.run();`, [0, 1, 0]],
    ["tests only one", `${one} test.only("two", () => {}); test.run();`, [1, 1, 0]],
  ];
  const folder = mkdtempSync(join(tmpdir(), "lanky-runner-"));
  let failed = 0;
  for (const [does, text, expected] of files) {
    const path = join(folder, `${does}.mjs`);
    writeFileSync(path, `import { test } from ${JSON.stringify(import.meta.resolve("uvu"))};\n${text}\n`);
    const { passed, failed: told, skipped } = await run(path, { most: does === "hangs" ? 1500 : 30_000, quiet: true });
    const found = [passed, told, skipped.length];
    if (`${found}` === `${expected}`) continue;
    failed++;
    console.log(`a file that ${does} counts as ${found} (passed, failed, skipped), not as ${expected}`);
  }
  rmSync(folder, { recursive: true });
  return { passed: files.length - failed, failed, skipped: [] };
}

/** The number that uvu prints after a word, for all suites of a file. */
function count(output: string, word: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: uvu colours its output
  const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
  return [...plain.matchAll(new RegExp(`^\\s*${word}:\\s+(\\d+)`, "gm"))].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );
}
