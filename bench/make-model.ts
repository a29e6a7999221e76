// npm run make-model: a GGUF file of seeded random weights, in any MobileLLM shape and any type.
//
//   npm run make-model -- --shape 350m --type q4_0 out.gguf
//   npm run make-model -- --layers 15 --sharing immediate --type q8_0 shared.gguf          a layer-shared model,
//   npm run make-model -- --layers 15 --sharing immediate --unshared --type q8_0 twin.gguf  and one that does the same

import { statSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import type { ModelConfig } from "../src/checkpoint.js";
import { mobilellmShapes, type RandomType, randomTypes, writeRandomModel } from "./random-model.js";

interface Flags {
  readonly shape: string;
  readonly type: RandomType;
  readonly sharing: "none" | "immediate" | "repeat" | "reverse";
  readonly unshared?: boolean;
  readonly seed: number;
  readonly hidden?: number;
  readonly inner?: number;
  readonly layers?: number;
  readonly heads?: number;
  readonly kvHeads?: number;
  readonly headDim?: number;
  readonly vocab?: number;
  readonly context?: number;
  readonly untied?: boolean;
}

const program = new Command("make-model")
  .description("Write a GGUF file of seeded random weights.")
  .argument("<OUT>", "the file to write")
  .addOption(new Option("--shape <name>", "of MobileLLM").choices(Object.keys(mobilellmShapes)).default("125m"))
  .addOption(new Option("--type <type>", "of the matrices").choices(Object.keys(randomTypes)).default("q8_0"))
  .addOption(
    new Option("--sharing <kind>", "how blocks are executed; other engines load only none")
      .choices(["none", "immediate", "repeat", "reverse"])
      .default("none"),
  )
  .option("--unshared", "store a block for each executed layer: what --sharing does, without sharing")
  .option("--seed <number>", "of the weights", whole, 1)
  .option("--hidden <size>", "hidden_size, instead of the shape's", positive)
  .option("--inner <size>", "intermediate_size", positive)
  .option("--layers <count>", "blocks of weights before sharing", positive)
  .option("--heads <count>", "num_attention_heads", positive)
  .option("--kv-heads <count>", "num_key_value_heads", positive)
  .option("--head-dim <size>", "head_dim", positive)
  .option("--vocab <size>", "vocab_size", positive)
  .option("--context <tokens>", "max_position_embeddings", positive)
  .option("--untied", "an output table of its own")
  .action(make);

async function make(path: string, flags: Flags): Promise<void> {
  const base = mobilellmShapes[flags.shape]!;
  const config: ModelConfig = {
    ...base,
    hidden_size: flags.hidden ?? base.hidden_size,
    intermediate_size: flags.inner ?? base.intermediate_size,
    num_hidden_layers: flags.layers ?? base.num_hidden_layers,
    num_attention_heads: flags.heads ?? base.num_attention_heads,
    num_key_value_heads: flags.kvHeads ?? base.num_key_value_heads,
    head_dim: flags.headDim ?? base.head_dim,
    vocab_size: flags.vocab ?? base.vocab_size,
    max_position_embeddings: flags.context ?? base.max_position_embeddings,
    tie_word_embeddings: !flags.untied,
  };
  const { num_attention_heads: heads, num_key_value_heads: kvHeads } = config;
  if (heads % kvHeads !== 0) {
    program.error(`make-model: ${heads} heads cannot share ${kvHeads} KV heads; make --heads a multiple of --kv-heads`);
  }
  const { seed, sharing, type } = flags;
  await writeRandomModel(path, config, type, { seed, sharing, unshared: flags.unshared ?? false });
  console.log(`${path}: ${(statSync(path).size / 1e6).toFixed(1)} MB`);
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError("expected a whole number");
  return value;
}

function positive(text: string): number {
  const value = whole(text);
  if (value === 0) throw new InvalidArgumentError("expected at least 1");
  return value;
}

await program.parseAsync();
