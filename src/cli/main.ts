// The command line: its commands, and how it ends. Each command has a file of its own beside this one.

import { Command, CommanderError } from "commander";
import { describeError, exitCodes, UsageError } from "./failure.js";
import { endWhenStreamsFail } from "./output.js";
import { version } from "./version.js";

/** What adds each command to the program, in the order of the help. Only the command that is wanted gets loaded. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  run: async () => (await import("./run.js")).addRun,
  chat: async () => (await import("./chat.js")).addChat,
  score: async () => (await import("./score.js")).addScore,
  tokenize: async () => (await import("./tokenize.js")).addTokenize,
  inspect: async () => (await import("./inspect.js")).addInspect,
  bench: async () => (await import("./bench.js")).addBench,
  profile: async () => (await import("./profile.js")).addProfile,
  eval: async () => (await import("./eval.js")).addEval,
  convert: async () => (await import("./convert.js")).addConvert,
  split: async () => (await import("./split.js")).addSplit,
  demo: async () => (await import("./demo.js")).addDemo,
  "eval-answer": async () => (await import("./eval-answer.js")).addEvalAnswer,
  "profile-load": async () => (await import("./profile-load.js")).addProfileLoad,
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
