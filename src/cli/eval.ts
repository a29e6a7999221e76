// lanky eval: how well a model does a task. The one task there is: api, sentences that become calls and replies.

import { readdirSync, statSync } from "node:fs";
import { access, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError, Option } from "commander";
import { apiFunctions, CheckpointError, embeddedModel, openModel } from "../node.js";
import { countdown } from "./countdown.js";
import type { Answer } from "./eval-answer.js";
import { type Conversation, type ConversationFile, expectedAnswer, readConversations } from "./eval-data.js";
import { answerAll } from "./eval-processes.js";
import { type ApiResults, type Evaluated, reportApi, reportWrong, type WrongAnswer } from "./eval-report.js";
import { type Judgement, judge, tally, tallyBy } from "./eval-score.js";
import { interruptible } from "./interrupt.js";
import { modelHelp, sourceOf } from "./load.js";
import { integer } from "./numbers.js";
import { print, tell } from "./output.js";
import { type Spread, spreadOf } from "./spread.js";
import { mainType } from "./twins.js";
import { describeRun } from "./version.js";

const weightTypes = ["file", "f32", "f16", "bf16", "int8", "int4"];

interface EvalFlags {
  readonly data?: string;
  readonly limit?: number;
  readonly firstTurns?: boolean;
  readonly constrained?: boolean;
  readonly weights: readonly string[];
  readonly threads: number;
  readonly show: number;
  readonly json?: string;
}

/** The repository's held-out split of the training grammar; the package does not have it. */
const heldOut = fileURLToPath(new URL("../../training/held-out.jsonl.gz", import.meta.url));

export function addEval(program: Command): void {
  program
    .command("eval")
    .summary("how well a model does a task: api")
    .description("Score models on a task.")
    .command("api")
    .summary("exact match of calls and similarity of replies")
    .description(
      "Score greedy answers to conversations: a call as one line of JSON, then a reply. A call is right if api and arguments " +
        "are those expected; replies are compared by ROUGE-L. A turn sees the expected turns before it where the file " +
        "has replies, else the model's own answers. Lines of the file are " +
        '{"user": TEXT, "call": CALL} or {"turns": [[TEXT, CALL, REPLY], ...]}, replies may be left out.',
    )
    .argument(
      "[MODEL...]",
      `models to compare, each ${modelHelp.replace("embedded model", "embedded model and its variants")}`,
    )
    .option("--data <file>", "JSON lines, plain or .gz (default: the repository's training/held-out.jsonl.gz)")
    .option("--limit <count>", "the first conversations alone", integer(1, 2 ** 31 - 1))
    .option("--first-turns", "the first turn of each conversation alone")
    .option("--constrained", "let the model write nothing but a call of the table and a line of reply")
    .addOption(
      new Option("--weights <types>", "hold the weights as file, f32, f16, bf16, int8, int4, or several with commas")
        .argParser(typesOf)
        .default(["file"], "file"),
    )
    .addOption(
      new Option("--threads <count>", "processes that answer, of one thread each")
        .argParser(integer(1, 256))
        .default(availableParallelism(), "one for each core"),
    )
    .option("--show <count>", "print this many wrong answers of each model", integer(0, 2 ** 31 - 1), 0)
    .option("--json <file>", "write everything as JSON too; - prints it instead of the tables")
    .action(evalApi);
}

function typesOf(text: string): string[] {
  const list = text.split(",").map((name) => name.trim());
  if (!list.every((name) => weightTypes.includes(name)))
    throw new InvalidArgumentError(`Expected ${weightTypes.join(", ")}, or several of them with commas between.`);
  return [...new Set(list)];
}

async function evalApi(paths: readonly string[], flags: EvalFlags): Promise<void> {
  await interruptible(async (signal) => {
    const data = flags.data ?? heldOut;
    const { conversations, remarks } = await read(flags, data);
    remarks.forEach(tell);
    if (flags.json !== undefined && flags.json !== "-") await checkFolder(flags.json);
    const results: Evaluated[] = [];
    for (const path of paths.length > 0 ? paths : embeddedModels()) {
      for (const weights of flags.weights) {
        if (!signal.aborted) results.push(await evaluate(path, weights, conversations, flags, signal));
      }
    }
    const all: ApiResults = {
      ...describeRun("api"),
      data: basename(data),
      conversations: conversations.length,
      first_turns: flags.firstTurns ?? false,
      constrained: flags.constrained ?? false,
      models: results.filter(({ turns }) => turns > 0),
    };
    const json = `${JSON.stringify(all, undefined, 1)}\n`;
    if (flags.json === "-") await print(json);
    else await print(`${reportApi(all)}${all.models.map((model) => reportWrong(model)).join("")}`);
    if (signal.aborted) tell("Interrupted: these are the scores up to there; no file was written.");
    else if (flags.json !== undefined && flags.json !== "-") await writeFile(flags.json, json);
  });
}

async function read(flags: EvalFlags, data: string): Promise<ConversationFile> {
  try {
    const { limit, firstTurns } = flags;
    return await readConversations(data, {
      ...(limit !== undefined && { limit }),
      ...(firstTurns !== undefined && { firstTurns }),
    });
  } catch (error) {
    if (flags.data !== undefined || !(error instanceof CheckpointError) || !/does not exist/.test(error.problem))
      throw error;
    throw new CheckpointError(data, "does not exist: the held-out split is in the repository alone; give --data FILE");
  }
}

/** @throws CheckpointError where the file could not be written in the end */
async function checkFolder(path: string): Promise<void> {
  try {
    await access(dirname(path));
  } catch {
    throw new CheckpointError(path, "cannot be written: its folder does not exist; make it first");
  }
}

/** The embedded model and its variants beside it, the largest first. */
function embeddedModels(): string[] {
  const path = fileURLToPath(embeddedModel);
  const stem = basename(path, ".gguf");
  const names = readdirSync(dirname(path)).filter((name) => name.startsWith(stem) && name.endsWith(".gguf"));
  const files = names.map((name) => join(dirname(path), name));
  return files.sort((a, b) => statSync(b).size - statSync(a).size);
}

async function evaluate(
  path: string,
  weights: string,
  conversations: readonly Conversation[],
  flags: EvalFlags,
  signal: AbortSignal,
): Promise<Evaluated> {
  const checkpoint = await openModel(sourceOf(path), { signal });
  await checkpoint.close();
  const type = weights === "file" ? mainType(checkpoint) : weights;
  const model = basename(path);
  const answered: (readonly Answer[])[] = [];
  const clocked: Answer[] = [];
  const judged: { index: number; turn: number; api: string; judgement: Judgement }[] = [];
  const progress = countdown(`${model}, ${type}`, conversations.length);
  const start = performance.now();
  let done = 0;
  let right = 0;
  try {
    await answerAll(
      conversations.map(({ turns }) => turns.map((turn) => ({ user: turn.user, expected: expectedAnswer(turn) }))),
      {
        model: path,
        args: ["--weights", weights, ...(flags.constrained ? ["--constrained"] : [])],
        processes: flags.threads,
        generateAll: flags.constrained ?? false, // what is proven is so without a constraint
        signal,
        onAnswer(index, answers, timed) {
          answered[index] = answers;
          if (timed) clocked.push(...answers);
          for (const [turn, expected] of conversations[index]!.turns.entries()) {
            const judgement = judge(answers[turn]!.text, expected);
            judged.push({ index, turn, api: expected.api, judgement });
            if (judgement.exact) right++;
          }
          progress.update(++done, `${((100 * right) / judged.length).toFixed(1)} % exact`);
        },
      },
    );
  } finally {
    progress.stop();
  }
  judged.sort((a, b) => a.index - b.index || a.turn - b.turn); // as the file has them, whoever was first
  const wrong = judged.filter(({ judgement }) => !judgement.exact);
  const functions = tallyBy(judged, ({ api }) => api);
  return {
    model,
    type,
    bytes: sizeOf(path),
    conversations: done,
    seconds: (performance.now() - start) / 1000,
    ...tally(judged.map(({ judgement }) => judgement)),
    first_turn: tally(judged.filter(({ turn }) => turn === 0).map(({ judgement }) => judgement)),
    functions: Object.fromEntries(
      Object.keys(apiFunctions).flatMap((api) => (functions[api] ? [[api, functions[api]]] : [])),
    ),
    depths: tallyBy(judged, ({ turn }) => String(turn + 1)),
    first_token_ms: spread(clocked.flatMap(({ first_ms }) => first_ms ?? [])),
    tokens_per_second: spread(clocked.flatMap(({ tokens_per_second }) => tokens_per_second ?? [])),
    wrong_count: wrong.length,
    wrong: wrong.slice(0, flags.show).map(({ index, turn }): WrongAnswer => {
      const { turns } = conversations[index]!;
      const { text, problem } = answered[index]![turn]!;
      return {
        conversation: index + 1,
        turn: turn + 1,
        before: turns.slice(0, turn).map(({ user }) => user),
        user: turns[turn]!.user,
        expected: turns[turn]!.line,
        answered: problem === undefined ? text.split("\n")[0]! : `(${problem})`,
      };
    }),
  };
}

/** Bytes of a file; null for a folder, or what is elsewhere. */
function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : null;
}

function spread(values: readonly number[]): Spread | null {
  return values.length > 0 ? spreadOf(values) : null;
}
