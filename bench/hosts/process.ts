// Node, Deno and Bun: a process that reads questions from its standard input, a line each, and writes answers.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Running } from "./hosts.js";

interface Answer<T> {
  readonly result?: T;
  readonly error?: string;
}

/** Starts process-engine.mjs in the program at `path`; answers wait until the library is imported. */
export async function startProcess(path: string, args: readonly string[], folder: string): Promise<Running> {
  const script = fileURLToPath(new URL("./process-engine.mjs", import.meta.url));
  const child = spawn(path, [...args, script], { stdio: ["pipe", "pipe", "inherit"] });
  // One that has ended, or never began, is told by its output, which ends.
  for (const emitter of [child, child.stdin!]) emitter.on("error", () => {});
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const ask = async <T>(op: string, given: object = {}): Promise<T> => {
    const source = "source" in given ? { source: join(folder, String(given.source)) } : {};
    child.stdin!.write(`${JSON.stringify({ op, ...given, ...source })}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${path}: its process has ended; what it said stands above`);
    return answered<T>(JSON.parse(value) as Answer<T>, path);
  };
  await ask("ready").catch(async (error) => {
    await endProcess(child);
    throw error;
  });
  return { ask, pids: async () => [child.pid!], stop: () => endProcess(child) };
}

/** The result of an answer. @throws Error with what the host said */
export function answered<T>({ result, error }: Answer<T>, host: string): T {
  if (error !== undefined) throw new Error(`${host}: ${error}`);
  return result as T;
}

/** Closes the standard input of a process, and ends it where that does not. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  const late = setTimeout(() => child.kill("SIGKILL"), 5000);
  if (child.stdin) child.stdin.end();
  else child.kill();
  await ended;
  clearTimeout(late);
}
