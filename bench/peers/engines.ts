// Engines in processes of their own, all driven alike over a channel (worker-protocol.mjs): which there are on this
// machine, and how one is started, asked and ended.

import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An engine in one configuration. */
export interface EngineKind {
  /** For --only and for messages: native-1, node26-2, ... */
  readonly id: string;
  readonly engine: "lanky" | "llama.cpp" | "wllama";
  /** As results name it: "Node 26.10.0", "Node 20.20.2 plain SIMD", "native", "Chromium 156.0.8078.79". */
  readonly host: string;
  readonly threads: number;
  readonly script: string;
  readonly args: readonly string[];
  readonly execPath: string;
}

export interface Running {
  readonly kind: EngineKind;
  readonly pid: number;
  /** What `prepare` said: versions and the like. */
  readonly prepared: Readonly<globalThis.Record<string, unknown>>;
  ask<T>(op: string, args?: object): Promise<T>;
  stop(): Promise<void>;
}

/** What the host of lanky's build without relaxed SIMD is called. */
export const plainSimd = "plain SIMD";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What can be compared here, and why the rest cannot. */
export function findEngines(): { readonly engines: readonly EngineKind[]; readonly missing: readonly string[] } {
  const engines: EngineKind[] = [];
  const missing: string[] = [];
  const install = "npm install --prefix bench/peers";
  const add = (kind: Omit<EngineKind, "id" | "threads">, name: string, threads: readonly number[]) => {
    for (const count of threads) engines.push({ ...kind, id: `${name}-${count}`, threads: count });
  };
  const lanky = { engine: "lanky", script: path("lanky-worker.mjs") } as const;
  const node26 = path("node_modules/node/bin/node");
  const running = process.versions.node;
  if (existsSync(node26)) {
    const version = execFileSync(node26, ["--print", "process.versions.node"]).toString().trim();
    add({ ...lanky, host: `Node ${version}`, args: [], execPath: node26 }, `node${major(version)}`, [1, 2]);
  } else missing.push(`the other Node is missing; ${install}`);
  const own = { ...lanky, execPath: process.execPath };
  add({ ...own, host: `Node ${running}`, args: [] }, `node${major(running)}`, [1, 2]);
  // What a host gets that has no relaxed SIMD.
  add({ ...own, host: `Node ${running} ${plainSimd}`, args: ["plain-simd"] }, `node${major(running)}-simd`, [1]);
  const peer = { host: "native", execPath: process.execPath, args: [] };
  if (existsSync(path("node_modules/node-llama-cpp"))) {
    add({ ...peer, engine: "llama.cpp", script: path("native-worker.mjs") }, "native", [1, 2]);
  } else missing.push(`node-llama-cpp is missing; ${install}`);
  const chromium = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((file) => file !== undefined && existsSync(file));
  if (!existsSync(path("node_modules/@wllama/wllama"))) missing.push(`wllama is missing; ${install}`);
  else if (chromium === undefined) {
    missing.push("no Chromium, so no wllama; apt-get install chromium, or name one in the variable CHROMIUM");
  } else {
    const version =
      /[\d.]+/.exec(execFileSync(chromium, ["--version"], { stdio: ["ignore", "pipe", "ignore"] }).toString())?.[0] ??
      "of unknown version";
    const wllama = { host: `Chromium ${version}`, script: path("wllama-worker.mjs"), args: [chromium] };
    add({ ...peer, ...wllama, engine: "wllama" }, "wllama", [1, 2]);
  }
  return { engines, missing };
}

export const major = (version: string): number => Number(version.split(".")[0]);

/** Starts an engine's process and has it prepare itself. @throws Error with what the process said, if it cannot */
export async function start(kind: EngineKind): Promise<Running> {
  const child = fork(kind.script, kind.args, {
    execPath: kind.execPath,
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ask = asker(child, kind.id);
  const prepared = await ask<Running["prepared"]>("prepare", { threads: kind.threads });
  return {
    kind,
    pid: child.pid!,
    prepared,
    ask,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        const late = setTimeout(() => child.kill("SIGKILL"), 5000);
        child.once("exit", () => {
          clearTimeout(late);
          resolve();
        });
        child.disconnect();
      }),
  };
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

function asker(child: ChildProcess, name: string): Running["ask"] {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let last = 0;
  child.on("message", ({ id, result, error }: Answer) => {
    const { resolve, reject } = waiting.get(id)!;
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(`${name}: ${error}`));
  });
  child.once("exit", (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name}: its process ended with ${signal ?? code}`));
    waiting.clear();
  });
  return <T>(op: string, args: object = {}) =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      child.send({ id, op, ...args });
    });
}
