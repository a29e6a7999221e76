// lanky score: how likely a model finds a text.

import type { Command } from "commander";
import { CheckpointError } from "../node.js";
import { UsageError } from "./failure.js";
import { readBytes } from "./files.js";
import { readStandardInput } from "./input.js";
import { interruptible } from "./interrupt.js";
import { addLoadOptions, type LoadFlags, load, modelHelp } from "./load.js";
import { refuseText } from "./model-argument.js";
import { integers } from "./numbers.js";
import { print, printJson, table } from "./output.js";

interface ScoreFlags extends LoadFlags {
  readonly text?: string;
  readonly file?: string;
  readonly ids?: readonly number[];
  readonly json?: boolean;
}

export function addScore(program: Command): void {
  const command = program
    .command("score")
    .summary("log-probabilities and perplexity of a text")
    .description(
      "Print how likely the model finds a text: the log-probability (natural logarithm) of each token after the ones " +
        "before it, the mean of their negatives, and the perplexity. Text gets what the model adds to it, such as BOS; --ids are " +
        "taken as they are.",
    )
    .argument("[MODEL]", modelHelp)
    .option("--text <text>", "the text; - reads standard input, as does leaving out all three through a pipe")
    .option("--file <path>", "a file of UTF-8 text")
    .option("--ids <ids>", "token ids, such as 1,2,3", integers(0, 2 ** 31 - 1));
  addLoadOptions(command).option("--json", "print one JSON object with every token's log-probability").action(score);
}

async function score(path: string | undefined, flags: ScoreFlags): Promise<void> {
  const { text, file, ids } = flags;
  const missing = "nothing to score; give --text, --file or --ids";
  const given = [text, file, ids].filter((value) => value !== undefined).length;
  if (given > 1) throw new UsageError("--text, --file and --ids exclude each other; give one");
  refuseText(path, "score");
  const subject = ids ?? (file === undefined ? await textOf(text, missing) : await readText(file));
  await interruptible(async (signal) => {
    const { model } = await load(path, flags, signal);
    try {
      const tokens = typeof subject === "string" ? model.tokenizer.encode(subject, { addSpecial: true }) : subject;
      if (tokens.length < 2) {
        const found = tokens.length === 0 ? "no tokens" : "one token";
        throw new UsageError(`there is nothing to score in ${found}: a token is scored after the ones before it`);
      }
      const { ids, logprobs, meanNll, perplexity } = await model.score(tokens, { signal });
      if (flags.json) {
        const [allIds, all] = [[...ids], [...logprobs]];
        await printJson({ ids: allIds, logprobs: all, mean_nll: meanNll, perplexity });
      } else {
        const piece = (id: number) => (model.hasTokenizer ? JSON.stringify(model.tokenizer.piece(id)) : "");
        const rows = ids.map((id, at) => [piece(id), String(id), at === 0 ? "" : logprobs[at - 1]!.toFixed(6)]);
        await print(`${table([["token", "id", "logprob"], ...rows], [1, 2])}\n`);
        const summary = { tokens: ids.length, mean_nll: meanNll.toFixed(6), perplexity: perplexity.toPrecision(5) };
        await print(table(Object.entries(summary).map(([what, value]) => [what, String(value)])));
      }
    } finally {
      await model.dispose();
    }
  });
}

/**
 * The text of `--text`, which is read from standard input where it is "-" or missing.
 * @throws UsageError saying what is `missing` where there is none
 */
export async function textOf(text: string | undefined, missing: string): Promise<string> {
  if (text !== undefined && text !== "-") return text;
  if (text === undefined && process.stdin.isTTY) throw new UsageError(missing);
  const read = await readStandardInput();
  if (read === "") throw new UsageError(`standard input is empty: ${missing}`);
  return read;
}

async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CheckpointError(path, "is not UTF-8 text; convert it first");
  }
}
