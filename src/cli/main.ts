// The command line: its commands, and how it ends. Each command has a file of its own beside this one.

import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addBench } from "./bench.js";
import { addChat } from "./chat.js";
import { addConvert } from "./convert.js";
import { addDemo } from "./demo.js";
import { describeError, exitCodes, UsageError } from "./failure.js";
import { addInspect } from "./inspect.js";
import { endWhenStreamsFail } from "./output.js";
import { addProfile } from "./profile.js";
import { addProfileLoad } from "./profile-load.js";
import { addRun } from "./run.js";
import { addScore } from "./score.js";
import { addTokenize } from "./tokenize.js";

/** Runs the command that `args` (without node and script) name; sets the exit code of the process. */
export async function main(args: readonly string[]): Promise<void> {
  const debug = process.env.LANKY_DEBUG === "1";
  endWhenStreamsFail(debug);
  try {
    await createProgram().parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
      return;
    }
    process.stderr.write(describeError(error, debug));
    process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
  }
}

function createProgram(): Command {
  const program = new Command("lanky")
    .description("Deep, thin language models on any CPU, from portable WebAssembly.")
    .version(version(), "--version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .addHelpText(
      "after",
      "\nText goes to stdout, messages and timings to stderr. Exit code: 0, 1 for an error, 2 for wrong usage, 130 after " +
        "Ctrl-C.\nLANKY_DEBUG=1 shows where an error came from.",
    )
    .configureOutput({
      writeErr: (text) => process.stderr.write(text),
      outputError: (text, write) =>
        write(
          text
            .replace(/^error: /, "lanky: ")
            .trimEnd()
            .replace(/\n+/g, " ")
            .concat("\n"),
        ),
    })
    .exitOverride();
  const commands = [addRun, addChat, addScore, addTokenize, addInspect, addBench, addProfile, addConvert, addDemo];
  for (const add of [...commands, addProfileLoad]) add(program);
  return program;
}

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
