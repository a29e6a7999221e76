// workerd as a host: a worker from module imports, as the platform runs it, and the folder of models as a service beside it.

import { spawn } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundle } from "./bundle.js";
import type { Running } from "./hosts.js";
import { answered, endProcess } from "./process.js";

/** Starts workerd with workerd-engine.mjs. */
export async function startWorkerd(path: string, folder: string): Promise<Running> {
  const made = await bundle("workerd-engine.mjs", ["workerd"]);
  const config = join(made, "config.capnp");
  writeFileSync(config, configOf(readdirSync(made), folder));
  // It writes to file descriptor 3 which port it has been given.
  const child = spawn(path, ["serve", config, "--control-fd=3"], { stdio: ["ignore", "inherit", "inherit", "pipe"] });
  const kill = () => child.kill();
  process.once("exit", kill); // it has no input whose end would tell it
  child.on("error", () => {}); // its messages end
  const stop = async () => {
    process.off("exit", kill);
    await endProcess(child);
    rmSync(made, { recursive: true, force: true });
  };
  const failed = async (error: unknown): Promise<never> => {
    await stop();
    throw error;
  };
  const port = await portOf(createInterface({ input: child.stdio[3] as NodeJS.ReadableStream })).catch(failed);
  const ask = async <T>(op: string, args: object = {}): Promise<T> => {
    const question = { method: "POST", body: JSON.stringify({ op, ...args }) };
    const response = await fetch(`http://127.0.0.1:${port}/`, question);
    if (!response.ok) throw new Error(`workerd: ${response.status} ${await response.text()}`);
    return answered<T>((await response.json()) as { result?: T; error?: string }, "workerd");
  };
  await ask("ready").catch(failed);
  return { ask, pids: async () => [child.pid!], stop };
}

async function portOf(messages: AsyncIterable<string>): Promise<number> {
  for await (const line of messages) {
    const { event, port } = JSON.parse(line) as { event: string; port?: number };
    if (event === "listen" && port !== undefined) return port;
  }
  throw new Error("workerd ended before it listened; what it said stands above");
}

/** Cap'n Proto text: see workerd's own workerd.capnp for what the fields mean. */
function configOf(files: readonly string[], models: string): string {
  const kind = (file: string) => (file.endsWith(".wasm") ? "wasm" : "esModule");
  const modules = files
    .filter((file) => /\.(js|wasm)$/.test(file))
    .sort((a, b) => Number(a.endsWith(".wasm")) - Number(b.endsWith(".wasm"))) // the first is the worker
    .map((file) => `(name = ${JSON.stringify(file)}, ${kind(file)} = embed ${JSON.stringify(file)})`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .engine),
    (name = "models", disk = (path = ${JSON.stringify(models)})),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const engine :Workerd.Worker = (
  modules = [${modules.join(", ")}],
  compatibilityDate = "2026-04-01",
  bindings = [(name = "MODELS", service = "models")],
);
`;
}
