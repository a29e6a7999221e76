// What Deno and Bun have to do as Node does, run against the packed library: the same bits from the library and from the
// command, the same errors and exit codes, and where something is missing one line on stderr and an answer nevertheless.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { suite } from "uvu";
import * as assert from "uvu/assert";
import { checks, compare } from "./golden.js";
import { appFolder, packedApp } from "./packed.js";

/** A program that runs JavaScript. */
export interface Runtime {
  readonly name: string;
  readonly path: string;
  /** Arguments before the script. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export const node: Runtime = { name: "Node", path: process.execPath, args: [] };

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script to its end; it must come to one by itself. */
export function run({ path, args, env, name }: Runtime, script: readonly string[], input = ""): Ran {
  const { status, stdout, stderr, error } = spawnSync(path, [...args, ...script], {
    input,
    encoding: "utf8",
    timeout: 120_000,
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  if (error) throw new Error(`${name} ${script.join(" ")}: ${error.message}\n${stderr}`);
  return { status, stdout, stderr };
}

/** Runs a script that has to succeed. @returns what it wrote to stdout */
function output(runtime: Runtime, script: readonly string[], input?: string): string {
  const { status, stdout, stderr } = run(runtime, script, input);
  assert.is(status, 0, `${runtime.name} ${script.join(" ")}: ${stderr}`);
  return stdout;
}

/** The command `lanky` as packed. */
export async function command(): Promise<string> {
  return join(await packedApp(), "node_modules", "lanky", "bin", "lanky.js");
}

/** A script in the packed app, which may import lanky. */
export async function script(name: string, text: string): Promise<string> {
  const folder = await appFolder(name);
  copyFileSync(fileURLToPath(new URL("./golden-check.js", import.meta.url)), join(folder, "golden-check.js"));
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, text);
  return path;
}

const request = "wake me up at quarter past six in the evening";

/** Answers the golden checks; the arguments are the options of loadModel and the checks, as JSON. */
const goldenScript = `
import { loadModel } from "lanky";
import { runCheck } from "./golden-check.js";
const [options, checks] = process.argv.slice(2).map((argument) => JSON.parse(argument));
const answers = [];
for (const check of checks) {
  const model = await loadModel(check.file, options);
  answers.push({ build: model.build, threads: model.threads, answer: await runCheck(model, check) });
  await model.dispose();
}
console.log(JSON.stringify(answers));
`;

interface Answered {
  readonly build: string;
  readonly threads: number;
  readonly answer: unknown;
}

/** The golden checks in a runtime, held to Node's answers. @returns the builds and threads that made them */
export async function golden(runtime: Runtime, options: object): Promise<readonly Answered[]> {
  const path = await script("golden", goldenScript);
  const found = JSON.parse(output(runtime, [path, JSON.stringify(options), JSON.stringify(checks)])) as Answered[];
  for (const [i, check] of checks.entries()) await compare(runtime.name, check, found[i]!.answer);
  return found;
}

/** Every kind of source gives the same perplexity; the last two are a program that goes on after an abort, and its end. */
const sourceScript = `
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { loadModel } from "lanky";
const path = process.argv[2];
const bytes = readFileSync(path);
const server = createServer((_, response) => response.end(bytes));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
async function* chunks() {
  for (let at = 0; at < bytes.length; at += 50_001) yield bytes.subarray(at, at + 50_001);
}
const sources = {
  path,
  url: pathToFileURL(path),
  string: pathToFileURL(path).href,
  http: "http://127.0.0.1:" + server.address().port + "/model.gguf",
  blob: new Blob([bytes]),
  response: new Response(bytes),
  chunks: chunks(),
  embedded: undefined,
};
const found = {};
for (const [name, source] of Object.entries(sources)) {
  const model = await loadModel(source);
  found[name] = (await model.score("hello there")).perplexity;
  await model.dispose();
}
server.close();
console.log(JSON.stringify(found));
`;

const abortScript = `
import { loadModel } from "lanky";
const model = await loadModel(undefined, { threads: 2 });
const counts = [];
for (let i = 0; i < 3; i++) {
  const controller = new AbortController();
  let count = 0;
  const generation = model.generate('{"api":"', { maxTokens: 400, signal: controller.signal }); // it would be some 30
  for await (const _ of generation) if (++count === 5) controller.abort();
  counts.push([count, generation.finishReason]);
}
console.log(JSON.stringify(counts));
// The model is not disposed of: its threads must not keep the process.
`;

/** Takes something from the host before the command is loaded. */
export const without: Readonly<Record<"sharedMemory" | "relaxedSimd", string>> = {
  sharedMemory: "delete globalThis.SharedArrayBuffer;",
  // Where an engine has no switch for it: what asks by validating a module hears no. The one with such an opcode ends so.
  relaxedSimd: `const validate = WebAssembly.validate;
    WebAssembly.validate = (bytes) => !(bytes.at(-3) === 0x93 && bytes.at(-2) === 0x02) && validate(bytes);`,
};

/** A command line that lacks something. */
async function lackingCommand(what: string): Promise<string> {
  const cli = JSON.stringify(await command());
  return script("lacking", `${what}\nprocess.argv[1] = ${cli};\nawait import(${cli});\n`);
}

/** stderr without the line of timings that ends every run. */
const complaints = ({ stderr }: Ran): string[] => stderr.split("\n").filter((line) => line !== "" && !/^\[/.test(line));

/** Adds the tests that Deno and Bun share. */
export function testRuntime(test: ReturnType<typeof suite>, runtime: Runtime): void {
  const embedded = fileURLToPath(new URL("../../models/lanky-api-4m-int8.gguf", import.meta.url));

  test("the library answers as in Node, bit for bit, with the build it chooses", async () => {
    for (const { threads } of await golden(runtime, {})) assert.is(threads, 0);
  });

  test("the plain build makes the same bits", async () => {
    for (const { build } of await golden(runtime, { build: "simd" })) assert.is(build, "simd");
  });

  test("two threads make the same bits", async () => {
    for (const { threads } of await golden(runtime, { threads: 2 })) assert.is(threads, 2);
  });

  test("a model may come from a path, a file: or http: URL, a Blob, a Response, chunks, or be the embedded one", async () => {
    const path = await script("sources", sourceScript);
    const found = JSON.parse(output(runtime, [path, embedded])) as Record<string, number>;
    assert.equal(found, JSON.parse(output(node, [path, embedded])));
    assert.is(new Set(Object.values(found)).size, 2, "all but the embedded model's are of one file");
  });

  test("an abort stops a generation, and threads do not keep the process", async () => {
    const counts = JSON.parse(output(runtime, [await script("abort", abortScript)])) as [number, string][];
    assert.is(counts.length, 3);
    for (const [count, reason] of counts) {
      assert.is(reason, "abort");
      assert.ok(count <= 6, `${count} tokens where the fifth aborted`);
    }
  });

  test("the command prints what it prints in Node", async () => {
    const cli = await command();
    for (const args of [
      ["run", "--chat", request],
      ["run", "--chat", request, "--threads", "2", "--build", "simd"],
      ["score", "--text", "turn on the lamp in the kitchen", "--json"],
      ["tokenize", "--text", "Grüße, 世界!", "--json"],
      ["inspect", "--json"],
      ["help", "run"],
    ])
      assert.is(output(runtime, [cli, ...args]), output(node, [cli, ...args]), args.join(" "));
    const piped = `${request}\nrather half past\n`;
    assert.is(output(runtime, [cli, "chat"], piped), output(node, [cli, "chat"], piped));
    assert.is(
      output(runtime, [cli, "run", "--chat", "-"], request),
      output(node, [cli, "run", "--chat", "-"], request),
    );
  });

  test("the command converts a model to the same bytes", async () => {
    const folder = await appFolder("convert");
    const converted = [runtime, node].map((one) => {
      const path = join(folder, `${one.name}.gguf`);
      output(one, [join(folder, "..", "node_modules", "lanky", "bin", "lanky.js"), "convert", embedded, path]);
      return readFileSync(path);
    });
    assert.ok(converted[0]!.equals(converted[1]!));
  });

  test("the command splits a model into the same parts, and runs them", async () => {
    const folder = await appFolder("split");
    const cli = await command();
    const [parts, nodes] = [join(folder, runtime.name), join(folder, "parts")];
    const split = (one: Runtime, into: string) => output(one, [cli, "split", embedded, into, "--size", "1M", "--json"]);
    assert.is(split(runtime, parts), split(node, nodes));
    for (const file of readdirSync(nodes))
      assert.ok(readFileSync(join(parts, file)).equals(readFileSync(join(nodes, file))), file);
    assert.is(
      output(runtime, [cli, "run", parts, "--chat", request]),
      output(node, [cli, "run", embedded, "--chat", request]),
    );
  });

  test("commands that start processes of their own do so in the same host", async () => {
    const out = output(runtime, [await command(), "profile", "-r", "1", "-n", "1", "-t", "1", "--json"]);
    assert.ok(out.includes('"unshared"'), out);
    const bench = output(runtime, [await command(), "bench", "-p", "8", "-n", "2", "-r", "1", "-t", "1"]);
    assert.match(bench, new RegExp(`, ${runtime.name} \\d`));
  });

  test("the command fails as in Node: exit code, and one line on stderr", async () => {
    const cli = await command();
    for (const [status, ...args] of [
      [1, "run", "/nowhere/model.gguf", "hello"],
      [1, "run", fileURLToPath(import.meta.url), "hello"],
      [2, "run", "--temperature", "hot", "hello"],
      [2, "frobnicate"],
    ] as const) {
      const found = run(runtime, [cli, ...args]);
      assert.is(found.status, status, `${args.join(" ")}: ${found.stderr}`);
      assert.is(found.stderr, run(node, [cli, ...args]).stderr);
      assert.is(found.stderr.trimEnd().split("\n").length, 1, found.stderr);
    }
  });

  test("Ctrl-C ends a generation with exit code 130 and the timings", async () => {
    const { path, args, env } = runtime;
    const grammar = join(await appFolder("grammar"), "letters.gbnf");
    writeFileSync(grammar, "root ::= [a-z ]{3000}\n"); // it would go on for a second or two
    const cli = [await command(), "run", "hello", "-n", "400", "--grammar", grammar];
    const child = spawn(path, [...args, ...cli], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdout.once("data", () => child.kill("SIGINT"));
    assert.is(await ended(child), 130, stderr);
    assert.match(stderr, /interrupted\]/);
  });

  test("without shared memory it computes on one thread and says so in one line", async () => {
    const cli = await lackingCommand(without.sharedMemory);
    const found = run(runtime, [cli, "run", "--chat", request, "--threads", "2"]);
    assert.is(found.status, 0, found.stderr);
    assert.is(found.stdout, output(node, [await command(), "run", "--chat", request]));
    assert.is(complaints(found).length, 1, found.stderr);
    assert.match(found.stderr, /one thread instead of 2/);
  });

  test("without relaxed SIMD it computes with the plain build and says so in one line", async () => {
    const cli = await lackingCommand(without.relaxedSimd);
    const found = run(runtime, [cli, "run", "--chat", request]);
    assert.is(found.status, 0, found.stderr);
    assert.is(found.stdout, output(node, [await command(), "run", "--chat", request]));
    assert.is(complaints(found).length, 1, found.stderr);
    assert.match(found.stderr, /no relaxed SIMD/);
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", resolve));
}
