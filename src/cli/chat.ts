// lanky chat: a conversation, a line at a time.

import type { Command } from "commander";
import { type ChatMessage, CheckpointError, type Generation, type Model } from "../node.js";
import {
  addConstraintOptions,
  type ConstraintFlags,
  type ConstraintOptions,
  namingConstraint,
  readConstraint,
} from "./constraint.js";
import { exitCodes } from "./failure.js";
import { type Lines, openLines } from "./input.js";
import { interruptible } from "./interrupt.js";
import { addLoadOptions, type LoadFlags, load, modelHelp } from "./load.js";
import { tell } from "./output.js";
import { addSamplingOptions, type SamplingFlags, toGenerateOptions } from "./sampling.js";
import { streamAnswer, tellTimings } from "./stream.js";

interface ChatFlags extends LoadFlags, SamplingFlags, ConstraintFlags {
  readonly system?: string;
}

export function addChat(program: Command): void {
  const command = program
    .command("chat")
    .summary("hold a conversation")
    .description(
      "Hold a conversation; every line is a message. Ctrl-C stops an answer, Ctrl-D (or Ctrl-C at the prompt) ends the " +
        "conversation. Lines may also come through a pipe.",
    )
    .argument("[MODEL]", modelHelp);
  addLoadOptions(addConstraintOptions(addSamplingOptions(command)))
    .option("--system <text>", "a system message first")
    .action(chat);
}

async function chat(path: string | undefined, flags: ChatFlags): Promise<void> {
  const constraint = await readConstraint(flags);
  const loaded = await interruptible((signal) => load(path, flags, signal));
  if (loaded === undefined) return;
  const { model, loadMs } = loaded;
  try {
    if (model.chatTemplate === undefined) {
      throw new CheckpointError(model.name, "has no chat template; use lanky run");
    }
    // Compiles the constraint and is never run: what the vocabulary cannot spell is told before the first message is written.
    await namingConstraint(flags, () => void model.generate("x", constraint));
    if (process.stdin.isTTY) tell(`${model.name} is ready; Ctrl-D ends.`);
    const lines = openLines("> ");
    try {
      await converse(model, lines, flags, loadMs, constraint);
    } finally {
      lines.close();
    }
  } finally {
    await model.dispose();
  }
}

/**
 * Takes turns until the input ends. A turn that Ctrl-C stopped stays in the conversation as far as it came. When the context is
 * full, the oldest turns are forgotten.
 */
export async function converse(
  model: Model,
  lines: Lines,
  flags: SamplingFlags & ConstraintFlags & { readonly system?: string },
  loadMs?: number,
  constraint: ConstraintOptions = {},
): Promise<void> {
  const session = model.createSession();
  let messages: ChatMessage[] = flags.system === undefined ? [] : [{ role: "system", content: flags.system }];
  let untold = loadMs;
  while (true) {
    const next = await lines.next();
    if (next === "interrupted") process.exitCode = exitCodes.interrupted;
    if (typeof next === "string") break;
    if (next.line.trim() === "") continue;
    messages.push({ role: "user", content: next.line });
    const before = messages.length;
    messages = namingSystem(flags, () => model.latestTurns(messages, flags.maxTokens));
    const dropped = before - messages.length;
    if (dropped > 0)
      tell(`(The context of ${model.contextLength} tokens is full: the first ${dropped} messages are forgotten.)`);
    const answer = await interruptible((signal) =>
      namingConstraint(flags, async (): Promise<Generation> => {
        const options = { ...toGenerateOptions(flags, signal), ...constraint };
        const generation = namingSystem(flags, () => session.chat(messages, options));
        await streamAnswer(generation);
        return generation;
      }),
    );
    if (answer !== undefined) {
      tellTimings(answer, untold);
      messages.push({ role: "assistant", content: answer.text });
    }
    untold = undefined;
    if (!process.stdin.isTTY && process.exitCode === exitCodes.interrupted) break;
    process.exitCode = exitCodes.done;
  }
  session.dispose();
}

/** Does what renders a conversation; where its template has an objection, --system is named, a likely reason for it. */
export function namingSystem<T>(flags: { readonly system?: string }, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CheckpointError) || flags.system === undefined) throw error;
    throw new CheckpointError(error.file, `${error.problem} (a system message came with --system)`, { cause: error });
  }
}
