// The hosts that there are on this machine, and how one is started, asked and ended. Each is a process of its own (Chromium:
// several), which stays and sleeps while others are measured.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { findChromium, findNode, program } from "../../test/hosts/find.js";
import { startChromium } from "./chromium.js";
import { startProcess } from "./process.js";
import { startWorkerd } from "./workerd.js";

/** A host in one configuration. */
export interface HostKind {
  /** For --only and for messages: node26-1, chromium-2, ... */
  readonly id: string;
  readonly name: "Node" | "Deno" | "Bun" | "workerd" | "Chromium";
  /** "Node 26.10.0" */
  readonly host: string;
  /** "V8 14.6", "JavaScriptCore" */
  readonly engine: string;
  readonly threads: number;
  /** @param folder where the model files lie that it will be asked to load by name */
  start(folder: string): Promise<Running>;
}

/** A host that has been started. */
export interface Running {
  /** One of engine.mjs' operations; `source` of a load is the name of a file. @throws Error with what went wrong there */
  ask<T>(op: string, args?: object): Promise<T>;
  /** The processes that hold the model's memory. */
  pids(): Promise<readonly number[]>;
  stop(): Promise<void>;
}

/** Bytes in memory of a running host, shared pages included; undefined where the system does not tell. */
export async function residentBytes(running: Running): Promise<number | undefined> {
  try {
    const sizes = (await running.pids()).map((pid) => {
      const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
      return 1024 * Number(kilobytes);
    });
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return undefined; // no /proc here
  }
}

/** Threads of the configurations with several. */
export const manyThreads: number = Math.min(8, cpus().length);

/** Which hosts can be measured here, and why the others cannot. */
export function findHosts(nodes: readonly string[]): {
  readonly hosts: readonly HostKind[];
  readonly missing: readonly string[];
} {
  const hosts: HostKind[] = [];
  const missing: string[] = [];
  const add = (kind: Omit<HostKind, "id" | "threads" | "start">, id: string, start: Starter, counts = threadCounts) => {
    for (const threads of counts)
      hosts.push({ ...kind, id: `${id}-${threads}`, threads, start: (folder) => start(folder, threads) });
  };
  const installed = findNode();
  for (const path of [process.execPath, ...nodes, ...(installed ? [installed] : [])]) {
    const [node, v8] = run(path, "-p", "process.versions.node + ' ' + process.versions.v8").trim().split(" ");
    const kind = { name: "Node", host: `Node ${node}`, engine: `V8 ${twoParts(v8!)}` } as const;
    const id = `node${node!.split(".")[0]}`;
    if (!hosts.some((host) => host.id.startsWith(`${id}-`))) add(kind, id, (folder) => startProcess(path, [], folder));
  }
  if (!hosts.some(({ host }) => host !== hosts[0]!.host))
    missing.push(`no Node but the one that runs this; ${install}, or name one with --node PATH`);

  const deno = program("deno");
  if (existsSync(deno)) {
    const version = run(deno, "--version");
    const v8 = /^v8 (\S+)/m.exec(version)?.[1] ?? "";
    const kind = { name: "Deno", host: `Deno ${firstVersion(version)}`, engine: `V8 ${twoParts(v8)}` } as const;
    add(kind, "deno", (folder) => startProcess(deno, ["run", "-A"], folder));
  } else missing.push(`no Deno; ${install}`);

  const bun = program("bun");
  if (existsSync(bun)) {
    const kind = { name: "Bun", host: `Bun ${firstVersion(run(bun, "--version"))}`, engine: "JavaScriptCore" } as const;
    add(kind, "bun", (folder) => startProcess(bun, [], folder));
  } else missing.push(`no Bun; ${install}`);

  const workerd = program("workerd");
  if (existsSync(workerd)) {
    const version = /[\d-]{10}/.exec(run(workerd, "--version"))?.[0] ?? "of unknown version";
    const kind = { name: "workerd", host: `workerd ${version}`, engine: "V8" } as const;
    add(kind, "workerd", (folder) => startWorkerd(workerd, folder), [1]);
  } else missing.push(`no workerd; ${install}`);

  const chromium = findChromium();
  if (chromium) {
    const version = firstVersion(run(chromium, "--version"));
    const milestone = Number(version.split(".")[0]);
    // V8's version is a tenth of Chromium's.
    const kind = {
      name: "Chromium",
      host: `Chromium ${version}`,
      engine: `V8 ${(milestone / 10).toFixed(1)}`,
    } as const;
    add(kind, "chromium", (folder, threads) => startChromium(chromium, folder, threads));
  } else missing.push("no Chromium on PATH; apt-get install chromium");
  return { hosts, missing };
}

const install = "npm ci --prefix test/hosts";

type Starter = (folder: string, threads: number) => Promise<Running>;

const threadCounts: readonly number[] = manyThreads > 1 ? [1, manyThreads] : [1];

const run = (path: string, ...args: string[]): string =>
  execFileSync(path, args, { stdio: ["ignore", "pipe", "ignore"] }).toString();

const firstVersion = (text: string): string => /\d+(\.\d+)+/.exec(text)?.[0] ?? "of unknown version";

const twoParts = (version: string): string => version.split(".").slice(0, 2).join(".");
