// What holding a text to a schema or a grammar costs, beside the time that a token takes anyway:
//
//   LANKY_SMOLLM2=FILE npm run bench -- constrained [MODEL] [--json FILE]
//
// At every step of a constrained text the same logits are sampled twice, without the constraint and with it, in an order
// that alternates; the difference is what the constraint costs. So both stand beside the same forward pass, and a slow
// moment of the machine does not look like a cost. The first text with a grammar finds states and masks that later ones
// use again; both are shown. Every text is parsed before its times count. Times are the processor's, not the clock's: other
// programs would show in them. Making the trie of a vocabulary, once a model, and compiling, once a text, stand apart.

import { basename } from "node:path";
import { parseArgs } from "node:util";
import { apiAnswerGrammar, loadModel, type Model, type Session } from "../src/node.js";
import type { Wanted } from "../src/text/grammar/compile.js";
import { createConstraint } from "../src/text/grammar/constraint.js";
import { schemaToGrammar } from "../src/text/grammar/json-schema.js";
import { vocabularyTrie } from "../src/text/grammar/vocabulary-trie.js";
import { createSampler } from "../src/text/sampler.js";
import { describe, type Record, writeResults } from "./record.js";

/** Times in milliseconds. `share`: what the constraint costs, of what the token takes without it. */
export interface ConstrainedRow {
  readonly task: string;
  readonly temperature: number;
  /** "first": of the first text, which finds states and masks that the others use again. */
  readonly texts: "first" | "later";
  readonly tokens: number;
  readonly token_ms: number;
  readonly cost_ms: number;
  readonly share: number;
}

export interface ConstrainedResults extends Record {
  readonly model: string;
  readonly vocabulary: number;
  readonly trie_ms: number;
  readonly compile_ms: Readonly<{ [task: string]: number }>;
  readonly rows: readonly ConstrainedRow[];
}

const person = {
  type: "object",
  properties: {
    name: { type: "string", maxLength: 40 },
    age: { type: "integer", minimum: 0, maximum: 120 },
    city: { type: "string" },
    languages: { type: "array", items: { type: "string" }, minItems: 1, maxItems: 4 },
    student: { type: "boolean" },
  },
  required: ["name", "age", "city", "languages"],
  additionalProperties: false,
};
const command = (api: string, key: string, value: object) => ({
  type: "object",
  properties: { api: { const: api }, [key]: value },
  required: ["api", key],
});
const commands = {
  anyOf: [
    command("set_alarm", "time", { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
    command("set_light", "state", { enum: ["on", "off"] }),
    command("send_message", "text", { type: "string", minLength: 1 }),
  ],
};

interface Task {
  readonly name: string;
  readonly request: string;
  readonly wanted: Wanted;
  /** What JSON the text holds. */
  readonly json: (text: string) => string;
}

const tasks: readonly Task[] = [
  {
    name: "an object of five properties",
    request: "Describe a person from Lisbon as JSON with name, age, city, languages and student.",
    wanted: { schema: person },
    json: (text) => text,
  },
  {
    name: "one of three commands, then a line of reply",
    request: 'Answer with a command as JSON, such as {"api":"set_light","state":"on"}. Wake me up at half past seven.',
    wanted: { grammar: `root ::= command "\\n" [^\\n]{1,200}\n${schemaToGrammar(commands, { root: "command" })}` },
    json: (text) => text.slice(0, text.indexOf("\n")),
  },
  {
    name: "a call of the embedded model's table, then a line of reply",
    request: "Remind me to water the plants tomorrow.",
    wanted: { grammar: apiAnswerGrammar() },
    json: (text) => text.slice(0, text.indexOf("\n")),
  },
  {
    name: "any JSON",
    request: "Write a JSON object about a book, with title, author, year and chapters.",
    wanted: { schema: { type: "object" } },
    json: (text) => text,
  },
];

/** Milliseconds that this process has had a processor. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface Times {
  /** Milliseconds of each token: the forward pass, sampling without and with the constraint. */
  readonly forward: number[];
  readonly free: number[];
  readonly held: number[];
}

/** Writes a text of at most `most` tokens under a constraint, with the clock on. */
async function write(model: Model, task: Task, temperature: number, seed: number, most: number): Promise<Times> {
  const { tokenizer } = model;
  const session: Session = model.createSession();
  const prompt = session.chat([{ role: "user", content: task.request }], { maxTokens: 0 }).promptIds;
  const [sampler, twin] = [0, 0].map(() => createSampler({ temperature, seed }));
  const constraint = createConstraint(task.wanted, tokenizer);
  const ids: number[] = [];
  const times: Times = { forward: [], free: [], held: [] };
  let logits = await session.evaluate(prompt);
  for (;;) {
    let id = -1;
    const free = (): number => {
      const start = now();
      sampler!.sample(logits);
      return now() - start;
    };
    const held = (): number => {
      const start = now();
      id = constraint.choose(logits, (values) => twin!.sample(values));
      constraint.accept(id);
      return now() - start;
    };
    if (ids.length % 2 === 0) {
      times.free.push(free());
      times.held.push(held());
    } else {
      times.held.push(held());
      times.free.push(free());
    }
    if (tokenizer.eosIds.includes(id)) break;
    ids.push(id);
    if (constraint.complete || ids.length >= most) break;
    const start = now();
    logits = await session.evaluate([id]);
    times.forward.push(now() - start);
  }
  session.dispose();
  const text = tokenizer.decode(ids);
  if (constraint.complete || ids.length < most) JSON.parse(task.json(text));
  return times;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
const ms = (value: number) => `${value.toFixed(3)} ms`;

/** A row about some texts, their times joined; and its line. */
function rowOf(task: string, temperature: number, texts: "first" | "later", all: readonly Times[]): ConstrainedRow {
  const [forward, free, held] = (["forward", "free", "held"] as const).map((key) => all.flatMap((times) => times[key]));
  const token = mean(forward!) + mean(free!);
  const cost = mean(held!) - mean(free!);
  const worst = Math.max(...held!.map((value, i) => value - free![i]!));
  console.log(
    `  ${`${texts} ${texts === "first" ? "text" : "texts"}`.padEnd(14)} unconstrained ${ms(token)} a token, constrained ${ms(token + cost)}: ` +
      `${cost >= 0 ? "+" : ""}${((100 * cost) / token).toFixed(1)} % (slowest token +${ms(worst)}, ${held!.length} tokens)`,
  );
  return { task, temperature, texts, tokens: held!.length, token_ms: token, cost_ms: cost, share: cost / token };
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const path = positionals[0] ?? process.env.LANKY_SMOLLM2;
if (path === undefined) throw new Error("name a model with a chat template, or set LANKY_SMOLLM2 to SmolLM2's file");
const model = await loadModel(path, { threads: 0, contextLength: 1024 });
const vocabulary = model.tokenizer;
let start = now();
const trie = vocabularyTrie(vocabulary);
const trieMs = now() - start;
console.log(`${model.name}: a trie of ${vocabulary.vocabSize} tokens, ${trie.size} nodes, in ${ms(trieMs)}`);
const compileMs: { [task: string]: number } = {};
const rows: ConstrainedRow[] = [];
for (const task of tasks) {
  start = now();
  createConstraint(task.wanted, vocabulary);
  compileMs[task.name] = now() - start;
  console.log(`${task.name}: compiled in ${ms(compileMs[task.name]!)}`);
  // Each temperature brings new states; the first text of all is the greedy one.
  for (const temperature of [0, 0.8]) {
    const first = await write(model, task, temperature, 1, 80);
    const later: Times[] = [];
    for (let seed = 2; seed <= 4; seed++) later.push(await write(model, task, temperature, seed, 80));
    console.log(` temperature ${temperature}`);
    rows.push(rowOf(task.name, temperature, "first", [first]), rowOf(task.name, temperature, "later", later));
  }
}
const highest = Math.max(...rows.map(({ share }) => share));
console.log(`largest cost: ${(100 * highest).toFixed(1)} % of a token's time (goal: at most 10 %)`);
if (values.json !== undefined) {
  const results: ConstrainedResults = {
    ...describe("constrained"),
    ...{ model: basename(path), vocabulary: vocabulary.vocabSize, trie_ms: trieMs, compile_ms: compileMs, rows },
  };
  writeResults(values.json, results);
}
await model.dispose();
