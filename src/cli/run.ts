// lanky run: a prompt in, its continuation out.

import type { Command } from "commander";
import { CheckpointError, type Generation, type Session } from "../node.js";
import { namingSystem } from "./chat.js";
import {
  addConstraintOptions,
  type ConstraintFlags,
  type ConstraintOptions,
  namingConstraint,
  readConstraint,
} from "./constraint.js";
import { UsageError } from "./failure.js";
import { readStandardInput } from "./input.js";
import { interruptible } from "./interrupt.js";
import { addLoadOptions, type LoadFlags, load, modelHelp } from "./load.js";
import { isModel } from "./model-argument.js";
import { printJson } from "./output.js";
import { addSamplingOptions, type SamplingFlags, toGenerateOptions } from "./sampling.js";
import { stream, tellTimings, timingsOf } from "./stream.js";

export interface RunFlags extends LoadFlags, SamplingFlags, ConstraintFlags {
  readonly chat?: boolean;
  readonly system?: string;
  readonly raw?: boolean;
  readonly json?: boolean;
}

export function addRun(program: Command): void {
  const command = program
    .command("run")
    .summary("continue a prompt")
    .description(
      "Continue a prompt. One argument is a prompt for the embedded model, two are a model and a prompt. Without a " +
        "prompt, or with -, it is read from standard input (less one line break at its end).",
    )
    .usage("[MODEL] [PROMPT] [options]")
    .argument("[MODEL]", modelHelp)
    .argument("[PROMPT]", "the text to continue");
  addLoadOptions(addConstraintOptions(addSamplingOptions(command)))
    .option("--chat", "the prompt is a user's message: apply the model's chat template")
    .option("--system <text>", "a system message before it; implies --chat")
    .option("--raw", "add no BOS, and honour special tokens written in the prompt")
    .option("--json", "print one JSON object instead of the text")
    .action(run);
}

async function run(first: string | undefined, second: string | undefined, flags: RunFlags): Promise<void> {
  if (flags.raw && (flags.chat || flags.system !== undefined)) {
    throw new UsageError("--raw and --chat exclude each other: a chat template writes the special tokens itself");
  }
  const given = arrange(first, second);
  const prompt = given.prompt ?? (await readStandardInput()).replace(/\r?\n$/, "");
  if (given.prompt === undefined && prompt === "") {
    throw new UsageError('no prompt was given and standard input is empty: lanky run [MODEL] "PROMPT"');
  }
  const constraint = await readConstraint(flags);
  await interruptible(async (signal) => {
    const { model, loadMs } = await load(given.model, flags, signal);
    try {
      if ((flags.chat || flags.system !== undefined) && model.chatTemplate === undefined) {
        throw new CheckpointError(model.name, "has no chat template; leave out --chat and --system");
      }
      const session = model.createSession();
      await namingConstraint(flags, async () => {
        const generation = start(session, prompt, flags, constraint, signal);
        if (!flags.json) {
          await stream(generation);
          tellTimings(generation, loadMs);
          return;
        }
        for await (const _ of generation);
        await printJson({
          model: model.name,
          prompt_ids: [...generation.promptIds],
          ids: [...generation.ids],
          text: generation.text,
          finish_reason: generation.finishReason,
          timings: timingsOf(generation, loadMs),
        });
      });
      session.dispose();
    } finally {
      await model.dispose();
    }
  });
}

function start(
  session: Session,
  prompt: string,
  flags: RunFlags,
  constraint: ConstraintOptions,
  signal: AbortSignal,
): Generation {
  const options = { ...toGenerateOptions(flags, signal), ...constraint };
  if (flags.chat || flags.system !== undefined) {
    const system = flags.system === undefined ? [] : [{ role: "system", content: flags.system }];
    return namingSystem(flags, () => session.chat([...system, { role: "user", content: prompt }], options));
  }
  return session.generate(prompt, { ...options, raw: flags.raw ?? false });
}

/** Which of the two arguments is the model. The prompt is undefined where standard input holds it. */
function arrange(first: string | undefined, second: string | undefined): { model?: string; prompt?: string } {
  const piped = !process.stdin.isTTY;
  if (second !== undefined) return { model: first!, ...(second !== "-" && { prompt: second }) };
  if (first !== undefined && first !== "-") {
    if (!isModel(first)) return { prompt: first };
    if (piped) return { model: first };
    throw new UsageError(`${first} is a model and no prompt was given: lanky run ${first} PROMPT`);
  }
  if (first === "-" || piped) return {};
  throw new UsageError('no prompt was given: lanky run [MODEL] "PROMPT", or - to read it from standard input');
}
