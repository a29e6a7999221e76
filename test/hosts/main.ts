// npm run test:hosts: the library as packed, in every host and bundler there is here. Installs them (test/hosts/package.json)
// where that has not been done, packs the library once, runs every *.host.ts beside this file one after the other in a process
// of its own, and ends with what was skipped and the number of tests passed and failed.
//
//   npm run test:hosts -- deno bun     those whose names start so

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
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

install();
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((file) => file.endsWith(".host.ts"))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort();
if (files.length === 0) {
  console.error(`no *.host.ts in test/hosts starts with ${wanted.join(" or ")}`);
  process.exit(2);
}
console.log("packing the library ...");
const app = pack();
const outcomes: Outcome[] = [checkTypes()];
for (const file of files) {
  console.log(`\n== ${file}`);
  outcomes.push(await run(file));
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

/** Runs a file of tests; its output passes through. A process that ends badly without a failed test counts as one. */
async function run(file: string): Promise<Outcome> {
  const child = spawn(process.execPath, ["--import", "tsx", join(here, file)], {
    cwd: root,
    env: { ...process.env, [variable]: app },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, patience);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(timer);
  if (late) console.log(`${file}: ended after ${patience / 60_000} minutes`);
  const [passed, total] = [count(output, "Passed"), count(output, "Total")];
  const marked = count(output, "Skipped");
  const failed = Math.max(total - passed - marked, code === 0 && total > 0 ? 0 : 1);
  const skipped = [...output.matchAll(/^skipped: (.+)$/gm)].map((match) => `${file}: ${match[1]}`);
  return { passed, failed, skipped };
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
