// lanky tokenize: text to token ids and back, without loading any weights.

import type { Command } from "commander";
import { CheckpointError, createTokenizer, openModel } from "../node.js";
import { UsageError } from "./failure.js";
import { modelHelp, sourceOf } from "./load.js";
import { refuseText } from "./model-argument.js";
import { integers } from "./numbers.js";
import { print, printJson, table } from "./output.js";
import { textOf } from "./score.js";

interface TokenizeFlags {
  readonly text?: string;
  readonly ids?: readonly number[];
  readonly addSpecial?: boolean;
  readonly parseSpecial?: boolean;
  readonly json?: boolean;
}

export function addTokenize(program: Command): void {
  program
    .command("tokenize")
    .summary("text to token ids, or back")
    .description("Print the tokens of a text, one a line: id and piece. With --ids, print the text of tokens.")
    .argument("[MODEL]", modelHelp)
    .option("--text <text>", "the text; - reads standard input, as does leaving it out through a pipe")
    .option("--add-special", "add what the model adds, such as BOS")
    .option(
      "--parse-special",
      "special tokens written in the text become such tokens; with --ids, they are written out",
    )
    .option("--ids <ids>", "go back: token ids, such as 1,2,3", integers(0, 2 ** 31 - 1))
    .option("--json", "print one JSON object")
    .action(tokenize);
}

async function tokenize(path: string | undefined, flags: TokenizeFlags): Promise<void> {
  const { addSpecial = false, parseSpecial = false } = flags;
  if (flags.ids !== undefined && (flags.text !== undefined || addSpecial)) {
    throw new UsageError(`--ids and ${addSpecial ? "--add-special" : "--text"} exclude each other`);
  }
  refuseText(path, "tokenize");
  const missing = "nothing to tokenize; give --text or --ids";
  const given = flags.ids === undefined ? await textOf(flags.text, missing) : undefined;
  const checkpoint = await openModel(sourceOf(path));
  try {
    if (checkpoint.vocabulary === undefined) {
      throw new CheckpointError(checkpoint.name, "has no vocabulary; put its tokenizer beside it");
    }
    const tokenizer = createTokenizer(checkpoint.vocabulary, checkpoint.name);
    const ids = flags.ids ?? tokenizer.encode(given!, { addSpecial, parseSpecial });
    const text = given ?? tokenizer.decode(ids, { special: parseSpecial });
    const pieces = ids.map((id) => tokenizer.piece(id));
    if (flags.json) await printJson({ ids, pieces, text });
    else if (given === undefined) await print(`${text}\n`);
    else await print(table(ids.map((id, at) => [String(id), JSON.stringify(pieces[at])])));
  } finally {
    await checkpoint.close();
  }
}
