// How soon `npm start` answers in a clone that is built: from the start of npm, whose prestart looks whether to build, to the
// first answer, call and reply, of the embedded model.
//
//   node --import tsx bench/start.ts [-r ROUNDS] [--json FILE]
//
// `node bin/lanky.js demo`, which npm runs in the end, takes turns with it: what it takes less is npm's. Nothing is run before
// the first round, which counts as well: a clone that was just built has no caches either. An answer that is no call is an error.

import { execFileSync, spawn } from "node:child_process";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { embeddedModel } from "../src/node.js";
import { type AnswerTimes, answerTimes, type Piece } from "./answer-times.js";
import { describe, type Record, type Spread, spreadOf, writeResults } from "./record.js";

export type StartRow = { readonly command: string } & { readonly [time in keyof AnswerTimes]: Spread };

export interface StartResults extends Record {
  readonly model: string;
  readonly npm: string;
  readonly rows: readonly StartRow[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const shell = process.platform === "win32"; // npm is a script there

const commands: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ["npm start", "npm", "start"],
  ["node bin/lanky.js demo", process.execPath, "bin/lanky.js", "demo"],
];

/** One start; ends by itself after the requests of the demo, since nobody types. */
function start(program: string, args: readonly string[]): Promise<AnswerTimes> {
  const pieces: Piece[] = [];
  const from = performance.now();
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], shell });
  let told = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => pieces.push({ ms: performance.now() - from, text }));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      try {
        if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}: ${told.trim()}`);
        resolve(answerTimes(pieces));
      } catch (error) {
        reject(error);
      }
    });
  });
}

const { values } = parseArgs({
  options: { rounds: { type: "string", short: "r", default: "11" }, json: { type: "string" } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`--rounds ${values.rounds}: expected 1 or more`);
const { isStale } = (await import(new URL("../build.mjs", import.meta.url).href)) as { isStale(root: string): boolean };
if (isStale(root)) throw new Error("the clone is not built, or older than its sources; run `npm run build` first");

const npm = execFileSync("npm", ["--version"], { encoding: "utf8", shell }).trim();
const times = commands.map((): AnswerTimes[] => []);
for (let round = 0; round < rounds; round++) {
  for (let turn = 0; turn < commands.length; turn++) {
    const which = (round + turn) % commands.length;
    const [, program, ...args] = commands[which]!;
    times[which]!.push(await start(program, args));
  }
}
const rows = commands.map(([command], which): StartRow => {
  const of = (time: keyof AnswerTimes) => spreadOf(times[which]!.map((one) => one[time]));
  return { command, asked_ms: of("asked_ms"), call_ms: of("call_ms"), answer_ms: of("answer_ms") };
});
for (const { command, call_ms, answer_ms } of rows) {
  const ms = ({ median, min, max }: Spread) => `${median.toFixed(0)} ms (${min.toFixed(0)} to ${max.toFixed(0)})`;
  console.log(`${command}: call ${ms(call_ms)}, whole answer ${ms(answer_ms)}`);
}
if (values.json !== undefined) {
  const results: StartResults = { ...describe("start"), model: basename(fileURLToPath(embeddedModel)), npm, rows };
  writeResults(values.json, results);
}
