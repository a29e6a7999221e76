// npm run bench:hosts: the same models on every host that there is: the Node that runs this, a current one (test/hosts has it),
// those that --node names, Deno, Bun, workerd, Chromium; on one thread, and on several where a host has them.
//
//   load     from the question to where a token could be evaluated, the library being imported and the file in the
//            system's cache; in a new process each time. workerd and Chromium read the file over HTTP.
//   prefill  of 512 tokens, decode of 128, tokens a second: each host keeps the model loaded, rounds alternate
//   memory   resident in the host's process with the model and after its first texts, beyond what it was before loading
//
// The logits of all hosts are compared bit by bit before anything is timed. Figures are written to a file as they come, and
// a host that fails is named at the end and loses nothing of the others.
//
//   npm run bench:hosts -- [--node PATH ...] [--models WORD] [--only LIST] [--rounds COUNT] [--lengths 512,128] [--keep]

import { copyFileSync, existsSync, mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { embeddedModel } from "../../src/node.js";
import { type PeerModel, peerModels } from "../peers/models.js";
import { describe, resultsPath, writeResults } from "../record.js";
import { findHosts } from "./hosts.js";
import { type Measured, type Model, measure, minutesFor, type Plan } from "./measure.js";
import { type HostResults, hostTable, ratiosOf, ratioTable, rowsOf } from "./report.js";

const help = `Usage: npm run bench:hosts -- [OPTIONS]

  --node PATH      measures this Node too; may be given more than once
  --models WORD    those whose name holds it: embedded, Q8_0, Q4_0
  --only LIST      hosts or host-threads, such as deno,chromium-2
  --rounds COUNT   by default 5
  --lengths P,G    tokens of the prompt and of the text, by default 512,128
  --models-dir DIR where random models are kept, by default ${join(tmpdir(), "lanky-models")}
  --keep           writes bench/results/hosts.json`;

const { values: flags } = parseArgs({
  options: {
    node: { type: "string", multiple: true, default: [] },
    models: { type: "string", default: "" },
    only: { type: "string" },
    rounds: { type: "string", default: "5" },
    lengths: { type: "string", default: "512,128" },
    "models-dir": { type: "string", default: join(tmpdir(), "lanky-models") },
    keep: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (flags.help) {
  console.log(help);
  process.exit(0);
}

const began = performance.now();
const tell = (message: string) =>
  process.stderr.write(`${((performance.now() - began) / 60000).toFixed(1).padStart(5)} min  ${message}\n`);

function refuse(message: string): never {
  console.error(`bench:hosts: ${message}`);
  process.exit(2);
}

function wholeNumbers(flag: string, text: string, count: number): number[] {
  const numbers = text.split(",").map(Number);
  if (numbers.length === count && numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  return refuse(`${flag} ${text}; expected ${count} whole number${count > 1 ? "s" : ""}, such as 512,128`);
}

/** The embedded model and two of 125M, all in one folder, from which the hosts are served. */
async function findModels(folder: string, word: string): Promise<Model[]> {
  mkdirSync(folder, { recursive: true });
  const wanted = (name: string) => name.toLowerCase().includes(word.toLowerCase());
  const models: Model[] = [];
  if (wanted("embedded")) {
    const source = fileURLToPath(embeddedModel).replace(/\.gguf$/, "-int8.gguf");
    const file = basename(source);
    copyFileSync(source, join(folder, file));
    models.push({ name: "embedded, int8", file, bytes: statSync(source).size });
  }
  const random = await peerModels(folder, undefined, (name) => wanted(name) && !name.endsWith("F16"));
  return [...models, ...random.map(({ name, file, bytes }: PeerModel) => ({ name, file, bytes }))];
}

const [rounds] = wholeNumbers("--rounds", flags.rounds, 1) as [number];
const [prompt, generate] = wholeNumbers("--lengths", flags.lengths, 2) as [number, number];
for (const path of flags.node) if (!existsSync(path)) refuse(`--node ${path}: there is no such program`);
if (!existsSync(fileURLToPath(new URL("../../dist/node.js", import.meta.url))))
  refuse("dist/ is missing; run npm run build first");
const { hosts, missing } = findHosts(flags.node);
const known = hosts.flatMap(({ id, name }) => [id, name.toLowerCase()]);
const only = flags.only?.split(",");
for (const word of only ?? []) {
  if (!known.includes(word)) refuse(`--only ${word}: there is none here; there are ${[...new Set(known)].join(", ")}`);
}
const kinds = hosts.filter(({ id, name }) => !only || only.includes(id) || only.includes(name.toLowerCase()));
for (const reason of missing) tell(`left out: ${reason}`);
const folder = flags["models-dir"];
const models = await findModels(folder, flags.models);
if (models.length === 0) refuse(`--models ${flags.models}: there is none; there are embedded, 125M Q8_0, 125M Q4_0`);

const plan: Plan = { kinds, folder, rounds, prompt, generate, patience: 180_000, tell };
const minutes = Math.ceil(minutesFor(models, plan));
const sofar = join(folder, "hosts.json");
tell(
  `${kinds.length} hosts, ${models.length} models, ${rounds} rounds: about ${minutes} min; figures so far in ${sofar}`,
);

const resultsOf = ({ samples, failures }: Measured): HostResults => ({
  ...describe("hosts"),
  rounds,
  lengths: { prompt, generate },
  skipped: missing,
  ...(failures.length > 0 && { failed: failures }),
  rows: rowsOf(samples, kinds),
  ratios: ratiosOf(samples, kinds),
});
let results: HostResults | undefined;
for await (const measured of measure(models, plan)) {
  results = resultsOf(measured);
  writeResults(sofar, results);
}
tell("done");
console.log(`${hostTable(results!)}\n${ratioTable(results!)}`);
const failed = results!.failed ?? [];
for (const failure of failed) console.log(`FAILED ${failure}`);
if (flags.keep) writeResults(resultsPath("hosts"), results!);
process.exit(failed.length > 0 ? 1 : 0);
