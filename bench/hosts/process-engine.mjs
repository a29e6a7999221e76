// lanky in Node, Deno or Bun: a question a line on standard input, an answer a line on standard output.

import { createInterface } from "node:readline";
import { loadModel } from "../../dist/node.js";
import { createEngine } from "./engine.mjs";

const run = createEngine(loadModel);
for await (const line of createInterface({ input: process.stdin })) {
  const { op, ...args } = JSON.parse(line);
  let answer;
  try {
    answer = { result: await run(op, args) };
  } catch (error) {
    answer = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
