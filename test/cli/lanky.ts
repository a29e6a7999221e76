// Runs the command as a user does, in a process of its own. The tests run what was built: `npm test` builds first.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The environment without what changes how a command prints. */
const quiet = { ...process.env, LANKY_DEBUG: undefined, FORCE_COLOR: undefined, NO_COLOR: undefined };

/** The script of the command. */
export const command = fileURLToPath(new URL("../../bin/lanky.js", import.meta.url));

/** The path of a fixture. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

/** The answers beside a fixture. */
export function answers(name: string): Record<string, never> {
  return JSON.parse(readFileSync(fixture(name), "utf8"));
}

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** Exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Started {
  readonly child: ReturnType<typeof spawn>;
  readonly ended: Promise<Ended>;
  /** Resolves when stdout has had a byte. */
  readonly spoke: Promise<void>;
  /** Resolves when stderr has had a byte. */
  readonly told: Promise<void>;
}

/** Starts a command; `input` is all of its standard input, which then ends unless `keepOpen`. */
export function start(
  args: readonly string[],
  input: string | Uint8Array = "",
  env: NodeJS.ProcessEnv = {},
  keepOpen = false,
): Started {
  const child = spawn(process.execPath, [command, ...args], { env: { ...quiet, ...env } });
  let stdout = "";
  let stderr = "";
  let speak = () => {};
  let tell = () => {};
  const spoke = new Promise<void>((resolve) => {
    speak = resolve;
  });
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    speak();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    tell();
  });
  child.stdin.on("error", () => {}); // a command that fails early does not read it
  if (keepOpen) child.stdin.write(input);
  else child.stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ stdout, stderr, code, signal }));
  });
  return { child, ended, spoke, told };
}

/** Runs a command to its end. */
export function lanky(args: readonly string[], input: string | Uint8Array = "", env: NodeJS.ProcessEnv = {}) {
  return start(args, input, env).ended;
}
