// The version of this package, and what a file of results says of the run that made it.

import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";

export function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** What runs this: "Node 26.10.0". Deno and Bun have in `versions.node` the Node that they are like. */
export function runtime(): string {
  const { node, deno, bun } = process.versions;
  if (deno !== undefined) return `Deno ${deno}`;
  return bun !== undefined ? `Bun ${bun}` : `Node ${node}`;
}

/** The versions that results keep of what runs this. */
export function runtimeVersions() {
  const { node, v8, deno, bun } = process.versions;
  return { node, v8, ...(deno !== undefined && { deno }), ...(bun !== undefined && { bun }) };
}

/** Head of a file of results: what was run, where, when, and with what. `program` is what the command line begins with. */
export function describeRun(kind: string, program = "lanky") {
  const processors = cpus();
  return {
    kind,
    lanky: version(),
    date: new Date().toISOString().slice(0, 10),
    machine: {
      cpu: processors[0]?.model.trim() || "unknown processor",
      cores: processors.length,
      memory_gb: Math.round(totalmem() / 2 ** 30),
      os: `${type()} ${release()}`,
    },
    host: runtimeVersions(),
    // Where something lies on this machine is nobody's business: absolute paths keep their last part.
    command: [program, ...process.argv.slice(2).map((word) => word.replace(/(^|=)\/\S*?([^/\s]+)\/?$/, "$1$2"))].join(
      " ",
    ),
  };
}
