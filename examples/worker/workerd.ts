// Runs the worker in the platform's own runtime, as measure.ts and the tests do: bundled by wrangler, served by workerd with
// what the platform gives a worker and no more. No eval, no compilation of bytes, no threads, no files.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("./", import.meta.url));
export const compatibilityDate = "2026-04-01";
export const compatibilityFlags: readonly string[] = ["enable_request_signal"];

/** Where a package of the hosts is: beside the example once its packages are installed, else beside the tests of hosts. */
export function resolveHost(name: string): string {
  for (const folder of [here, join(here, "../../test/hosts/")]) {
    try {
      return createRequire(folder).resolve(name);
    } catch {
      // looked for in the next
    }
  }
  throw new Error(`${name} is not installed; run npm install in examples/worker, or npm ci --prefix test/hosts`);
}

/** One module of a worker, by the name that others import it by. */
export interface WorkerModule {
  readonly name: string;
  readonly kind: "esModule" | "wasm" | "data" | "text";
  readonly bytes: Buffer;
}

/**
 * Bundles the example, as `wrangler deploy` would upload it.
 * @param app a folder in which `import "lanky"` works
 * @returns the modules, the one that is run first
 */
export function bundle(app: string): WorkerModule[] {
  const folder = mkdtempSync(join(app, "worker-"));
  for (const name of ["src", "wrangler.jsonc", "package.json", "tsconfig.json"])
    cpSync(join(here, name), join(folder, name), { recursive: true });
  const wrangler = join(dirname(resolveHost("wrangler/package.json")), "bin", "wrangler.js");
  const log = join(folder, "wrangler.log");
  try {
    execFileSync(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", "out"], {
      cwd: folder,
      stdio: "pipe",
      env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG_PATH: log, CI: "1" },
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`wrangler could not bundle the worker:\n${stdout ?? ""}${stderr ?? ""}`);
  }
  const kinds: Readonly<Record<string, WorkerModule["kind"]>> = {
    ".js": "esModule",
    ".wasm": "wasm",
    ".bin": "data",
    ".html": "text",
  };
  const out = join(folder, "out");
  const modules = readdirSync(out).flatMap((name) => {
    const kind = kinds[extname(name)];
    return kind ? [{ name, kind, bytes: readFileSync(join(out, name)) }] : [];
  });
  return modules.sort((a, b) => Number(b.kind === "esModule") - Number(a.kind === "esModule"));
}

/** A folder for `bundle` that links to this checkout, as built; the caller removes it. */
export function linkedApp(): string {
  const app = mkdtempSync(join(tmpdir(), "lanky-worker-"));
  mkdirSync(join(app, "node_modules"));
  symlinkSync(join(here, "../.."), join(app, "node_modules", "lanky"));
  return app;
}

export interface ServeOptions {
  readonly vars?: Readonly<Record<string, string | number>>;
  /** What the ASSETS binding fetches from: a folder, or the port of a server on this machine. */
  readonly assets?: string | number;
  /** For V8, as the runtime's configuration takes them; a platform has none. */
  readonly v8Flags?: readonly string[];
}

export interface Served {
  readonly url: string;
  readonly pid: number;
  /** `performance.now()` when the process was started. */
  readonly began: number;
  /** What the worker has logged. */
  readonly log: () => string;
  stop(): Promise<void>;
}

/** Starts workerd with one worker, and nothing else in the process. */
export async function serve(modules: readonly WorkerModule[], options: ServeOptions = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "lanky-workerd-"));
  for (const { name, bytes } of modules) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, "config.capnp"), configOf(modules, options));
  const { default: binary } = (await import(resolveHost("workerd"))) as { default: string };
  // As binary, which is what tools hand over: the text is parsed for 4 ms a megabyte of modules.
  const compiled = execFileSync(binary, ["compile", "--config-only", "config.capnp"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  writeFileSync(join(folder, "config.bin"), compiled);
  const began = performance.now();
  const child = spawn(binary, ["serve", "--binary", "config.bin", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on("data", (chunk: Buffer) => {
      log += chunk;
    });
  }
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const end = () => void child.kill("SIGKILL");
  process.once("exit", end);
  const stop = async () => {
    process.off("exit", end);
    end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const port = await listening(child, () => log);
    return { url: `http://127.0.0.1:${port}`, pid: child.pid!, began, log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listening(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    let events = "";
    child.stdio[3]!.on("data", (chunk: Buffer) => {
      events += chunk;
      const found = /"port":(\d+)/.exec(events);
      if (found) resolve(Number(found[1]));
    });
    child.once("close", (code) => reject(new Error(`workerd ended (${code}):\n${log()}`)));
  });
}

function configOf(modules: readonly WorkerModule[], { vars = {}, assets, v8Flags = [] }: ServeOptions): string {
  const text = (value: string | number) => JSON.stringify(String(value));
  const embedded = modules.map(({ name, kind }) => `(name = ${text(name)}, ${kind} = embed ${text(name)})`);
  const bindings = Object.entries(vars).map(([name, value]) => `(name = ${text(name)}, text = ${text(value)})`);
  if (assets !== undefined) bindings.push('(name = "ASSETS", service = "assets")');
  const service =
    typeof assets === "string"
      ? `disk = (path = ${text(assets)})`
      : `external = (address = "127.0.0.1:${assets}", http = ())`;
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = [${v8Flags.map(text).join(", ")}],
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private"])),
    ${assets === undefined ? "" : `(name = "assets", ${service})`}
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
const worker :Workerd.Worker = (
  modules = [${embedded.join(", ")}],
  compatibilityDate = ${text(compatibilityDate)},
  compatibilityFlags = [${compatibilityFlags.map(text).join(", ")}],
  bindings = [${bindings.join(", ")}]
);
`;
}

/** Bytes of memory that a process holds now, and that it ever held (Linux). */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) * 1024;
  return { now: kilobytes("VmRSS"), most: kilobytes("VmHWM") };
}

/** Milliseconds of processor time that a process has taken, of all of its threads (Linux). */
export function processorMs(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const ran = tasks.map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]));
  return ran.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

/**
 * What V8's heap may take of the 128 MB of a platform's isolate. Of that V8 gives its young generation semi-spaces of at most 4 MB.
 * Without a bound it goes by the machine's memory, and gives more the more survives at once.
 */
export const isolateFlags: readonly string[] = ["--max-heap-size=128"];

/** A worker that does nothing, to compare with. */
export const emptyWorker: readonly WorkerModule[] = [
  {
    name: "index.js",
    kind: "esModule",
    bytes: Buffer.from('export default { fetch: () => new Response("ok") };\n'),
  },
];
