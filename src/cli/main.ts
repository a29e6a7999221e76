// The command line: its commands, and how it ends. Each command has a file of its own beside this one.

import { Command, CommanderError } from "commander";
import { addChat } from "./chat.js";
import { describeError, exitCodes, UsageError } from "./failure.js";
import { addInspect } from "./inspect.js";
import { endWhenStreamsFail } from "./output.js";
import { addRun } from "./run.js";
import { addScore } from "./score.js";
import { addTokenize } from "./tokenize.js";
import { version } from "./version.js";

const rarely = () => import("./rarely.js");

/** What adds each command to the program, in the order of the help. Only the command that is wanted gets added. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  run: async () => addRun,
  chat: async () => addChat,
  score: async () => addScore,
  tokenize: async () => addTokenize,
  inspect: async () => addInspect,
  bench: async () => (await rarely()).addBench,
  profile: async () => (await rarely()).addProfile,
  eval: async () => (await rarely()).addEval,
  convert: async () => (await rarely()).addConvert,
  split: async () => (await rarely()).addSplit,
  demo: async () => (await rarely()).addDemo,
  "eval-answer": async () => (await rarely()).addEvalAnswer,
  "profile-load": async () => (await rarely()).addProfileLoad,
};

/** Runs the command that `args` (without node and script) name; sets the exit code of the process. */
export async function main(args: readonly string[]): Promise<void> {
  const debug = process.env.LANKY_DEBUG === "1";
  endWhenStreamsFail(debug);
  try {
    const program = createProgram();
    const named = args[0] !== undefined && Object.hasOwn(commands, args[0]) ? [args[0]] : Object.keys(commands);
    for (const name of named) (await commands[name]!())(program);
    await program.parseAsync(args, { from: "user" });
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
  return program;
}
