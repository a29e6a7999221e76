// Greedy answers to conversations, by a process that computes on its own thread. `lanky eval` starts several of them; it
// is a hidden command that reads a line of JSON for each conversation on standard input and writes one for its answers.
//
// Where the expected turns are known, one pass over the whole conversation says how probable each of their tokens is. A token of
// more than one half is the likeliest there can be: where all tokens of an answer, its end included, are, greedy decoding
// would write just this answer, since its logits are bit by bit those of the pass. Only what is not proven so is generated.

import type { Command } from "commander";
import { apiAnswerGrammar, type ChatMessage, type GenerateOptions, type Model, type Session } from "../node.js";
import { openLines } from "./input.js";
import { interruptible } from "./interrupt.js";
import { addLoadOptions, type LoadFlags, load } from "./load.js";
import { print } from "./output.js";

/** A conversation to answer. */
export interface Question {
  readonly turns: readonly {
    readonly user: string;
    /** What later turns are to see as the answer to this one; left out, they see the model's own. */
    readonly expected?: string | undefined;
  }[];
  /** Generate every answer, also those that could be proven. */
  readonly generate: boolean;
}

export interface Answer {
  readonly text: string;
  /** Found by one pass over the conversation, not generated. */
  readonly proven?: boolean;
  /** Why there is no answer: a conversation longer than the context. */
  readonly problem?: string;
  /** From the call of chat to the first token, milliseconds; of answers that were generated. */
  readonly first_ms?: number;
  /** After the first one. */
  readonly tokens_per_second?: number;
}

/** The hidden command. */
export const answerCommand = "eval-answer";

/** Longest answer, in tokens; what a grammar holds comes to its own end. */
const most = 256;
/** Log-probability that only the likeliest token can have: a little more than one half's, -0.6931. */
const certain = -0.69;

export function addEvalAnswer(program: Command): void {
  const command = program
    .command(answerCommand, { hidden: true })
    .description("Answer conversations, a line of JSON each; `lanky eval` calls it.")
    .argument("[MODEL]");
  addLoadOptions(command)
    .option("--constrained", "hold answers to the grammar of calls and replies")
    .action(answerLines);
}

async function answerLines(
  path: string | undefined,
  flags: LoadFlags & { readonly constrained?: boolean },
): Promise<void> {
  await interruptible(async (signal) => {
    const { model } = await load(path, flags, signal);
    const session = model.createSession();
    const lines = openLines("");
    const options = { signal, ...(flags.constrained && { grammar: apiAnswerGrammar() }) };
    // A grammar that the model cannot write is an error before the first answer, and compiled before the first is timed.
    if (flags.constrained) session.generate([0], options);
    const tries = { all: 0, proven: 0 };
    for (let next = await lines.next(); typeof next === "object" && !signal.aborted; next = await lines.next()) {
      const question = JSON.parse(next.line) as Question;
      const generate = question.generate || !worthTrying(tries);
      const answers = await answer(model, session, { ...question, generate }, options);
      if (!generate) {
        tries.all += answers.length;
        tries.proven += answers.filter(({ proven }) => proven).length;
      }
      await print(`${JSON.stringify(answers)}\n`);
    }
    lines.close();
    await model.dispose();
  });
}

/** Whether proving is faster than generating: reading a token costs about two thirds of making one, and both may be needed. */
function worthTrying({ all, proven }: { readonly all: number; readonly proven: number }): boolean {
  return all < 12 || proven * 3 >= all * 2;
}

/**
 * Greedy answers to all turns of a conversation.
 * @throws RangeError for options that the model refuses, such as a grammar
 */
export async function answer(
  model: Model,
  session: Session,
  { turns, generate: all }: Question,
  options: GenerateOptions,
): Promise<Answer[]> {
  session.reset();
  const proven = all ? new Set<number>() : await prove(model, session, turns, options.signal);
  const messages: { role: string; content: string }[] = [];
  const answers: Answer[] = [];
  for (const [at, { user, expected }] of turns.entries()) {
    messages.push({ role: "user", content: user });
    const made = proven.has(at) ? { text: expected!, proven: true } : await generate(session, messages, options);
    answers.push(made);
    messages.push({ role: "assistant", content: expected ?? made.text });
  }
  return answers;
}

async function generate(session: Session, messages: readonly ChatMessage[], options: GenerateOptions): Promise<Answer> {
  const start = performance.now();
  let generation: ReturnType<Session["chat"]>;
  try {
    const maxTokens = options.grammar === undefined ? most : undefined;
    generation = session.chat(messages, { maxTokens, temperature: 0, ...options });
  } catch (error) {
    if (!isTooLong(error)) throw error;
    return { text: "", problem: error.message };
  }
  let first: number | undefined;
  for await (const _ of generation) first ??= performance.now() - start;
  options.signal?.throwIfAborted();
  const { predictedN, predictedMs } = generation.timings;
  return {
    text: generation.text,
    ...(first !== undefined && { first_ms: first }),
    ...(predictedN > 1 && { tokens_per_second: ((predictedN - 1) * 1000) / predictedMs }),
  };
}

/**
 * The turns, by index, whose expected answers are what greedy decoding would write. Afterwards the session holds the whole
 * conversation, so that generating the answer to another turn evaluates none of its prompt again.
 */
async function prove(
  model: Model,
  session: Session,
  turns: Question["turns"],
  signal: AbortSignal | undefined,
): Promise<Set<number>> {
  const proven = new Set<number>();
  const { tokenizer } = model;
  const messages: { role: string; content: string }[] = [];
  const prompts: (readonly number[])[] = [];
  try {
    for (const { user, expected } of turns) {
      messages.push({ role: "user", content: user });
      prompts.push(session.chat(messages, { maxTokens: 0 }).promptIds); // not run: only encoded
      if (expected === undefined) break;
      messages.push({ role: "assistant", content: expected });
    }
    if (messages.at(-1)?.role === "user") prompts.pop();
    else messages.push({ role: "user", content: "." }); // the prompt after an answer shows how that is encoded
    const all = session.chat(messages, { maxTokens: 0 }).promptIds;
    const answers = prompts.map((prompt, at) => {
      const from = prompt.length;
      const end = all.findIndex((id, i) => i >= from && tokenizer.eosIds.includes(id)) + 1;
      const same = end > from && end - from <= most && prompt.every((id, i) => id === all[i]);
      return same && tokenizer.decode(all.slice(from, end)) === turns[at]!.expected ? { at, from, end } : undefined;
    });
    const end = Math.max(0, ...answers.map((answer) => answer?.end ?? 0));
    if (end < 2) return proven;
    const logprobs = await session.score(all.slice(0, end), signal); // [i] is of token i + 1
    for (const answer of answers) {
      if (answer && logprobs.slice(answer.from - 1, answer.end - 1).every((logprob) => logprob > certain))
        proven.add(answer.at);
    }
  } catch (error) {
    if (!isTooLong(error)) throw error; // nothing is proven
  }
  return proven;
}

/** Whether it is the conversation that was at fault, being longer than the context. */
function isTooLong(error: unknown): error is RangeError {
  return error instanceof RangeError && /do not fit into the context/.test(error.message);
}
