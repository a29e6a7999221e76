// lanky inspect: what a checkpoint holds and what running it will take, from its headers alone.

import type { Command } from "commander";
import { describeModel, type ModelDescription, openModel } from "../node.js";
import { addMemoryOptions, type LoadFlags, modelHelp, namingCtx, sourceOf, toLoadOptions } from "./load.js";
import { integer } from "./numbers.js";
import { bytes, grouped, print, printJson, table } from "./output.js";

export function addInspect(program: Command): void {
  const command = program
    .command("inspect")
    .summary("what a checkpoint holds, and the memory it will take")
    .description(
      "Print a checkpoint's configuration, layer schedule, memory plan and tensors, without reading weights.",
    )
    .argument("[MODEL]", modelHelp)
    .option("--ctx <tokens>", "plan for this length of context", integer(1, 2 ** 24));
  addMemoryOptions(command).option("--json", "print one JSON object").action(inspect);
}

async function inspect(path: string | undefined, flags: LoadFlags & { readonly json?: boolean }): Promise<void> {
  const checkpoint = await openModel(sourceOf(path));
  try {
    const description = describeModel(checkpoint, toLoadOptions(flags));
    const { config, schedule, tensors, context, memory, parameters } = description;
    if (flags.json) await printJson({ config, schedule, tensors, context, memory, parameters });
    else {
      await print(`${checkpoint.name} (${checkpoint.format})\n\n`);
      await print(readable(description));
    }
  } catch (error) {
    throw namingCtx(error);
  } finally {
    await checkpoint.close();
  }
}

function readable({ config, schedule, tensors, context, memory, parameters }: ModelDescription): string {
  const indented = (text: string) => text.replace(/^/gm, "  ").trimEnd();
  return [
    "config",
    indented(table(Object.entries(config).map(([field, value]) => [field, String(value)]))),
    "",
    "schedule (executed layer: stored block, KV cache)",
    `  blocks  ${runs(schedule.blocks)}`,
    `  caches  ${runs(schedule.caches)}`,
    "",
    "parameters",
    indented(
      table(
        Object.entries(parameters).map(([what, count]) => [what, grouped(count)]),
        [1],
      ),
    ),
    "",
    `memory (a context of ${grouped(context)} tokens)`,
    indented(
      table(
        Object.entries(memory).map(([what, size]) => [what, grouped(size), bytes(size)]),
        [1, 2],
      ),
    ),
    "",
    `tensors (${tensors.length})`,
    indented(table(tensors.map(({ name, shape, type }) => [name, type, shape.join(" x ")]))),
    "",
  ].join("\n");
}

/** A list with its rising runs shortened: 0..29, or 0,0,1,1. */
function runs(list: readonly number[]): string {
  const rising = list.length > 3 && list.every((value, at) => value === list[0]! + at);
  return rising ? `${list[0]}..${list[list.length - 1]}` : list.join(",");
}
