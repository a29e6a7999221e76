// What can start before the command line is loaded: compiling the kernels. Where V8 compiles them whole (Node 20) it
// takes 30 ms on threads of its own, about as long as loading the modules of a command does.

import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { usefulThreads } from "../engine/pace.js";
import { compileEarly } from "./compile-kernels.js";
import { sizeOfFile } from "./files.js";
import { needsFlag } from "./relaxed-simd.js";

const computing = ["run", "chat", "score", "demo"];

/** Starts compiling what the command in `args` will most likely ask for; nothing where that is hard to say. */
export function startEarly([command, ...args]: readonly string[]): void {
  if (!needsFlag || command === undefined || !computing.includes(command)) return;
  if (args.some((arg) => /^--(build|threads|weights|help)\b|^-h$/.test(arg))) return;
  // How much there is to read decides about threads; of these it is not known.
  if (args.some((arg) => /^https?:/.test(arg) || (existsSync(arg) && sizeOfFile(arg) === undefined))) return;
  const size = Math.max(0, ...args.map((arg) => sizeOfFile(arg) ?? 0));
  if (size === 0) return; // the embedded model, whose weights are floats: see loadCheckpoint
  compileEarly(undefined, usefulThreads(size, availableParallelism()) > 0);
}
