// lanky convert: any checkpoint to one GGUF file.

import { type Command, Option } from "commander";
import { convertModel } from "../node.js";
import { UsageError } from "./failure.js";
import { interruptible } from "./interrupt.js";
import { progressBar, sourceOf } from "./load.js";
import { bytes, tell } from "./output.js";

const types = ["f32", "f16", "bf16", "q8_0", "q4_0"] as const;

export function addConvert(program: Command): void {
  program
    .command("convert")
    .summary("write a checkpoint as GGUF")
    .description(
      "Write any checkpoint as one GGUF file, shared blocks stored once. Ordinary models load in llama.cpp too. Nothing " +
        "is left under the final name where it fails or is interrupted.",
    )
    .argument("<IN>", "a file or a folder")
    .argument("<OUT.gguf>", "the file to write; replaced where it exists")
    .addOption(new Option("--type <type>", "type of the matrices (default: the file's own)").choices([...types]))
    .action(convert);
}

async function convert(source: string, path: string, flags: { readonly type?: (typeof types)[number] }): Promise<void> {
  if (!path.endsWith(".gguf")) throw new UsageError(`the name of the file to write is ${path}; it must end with .gguf`);
  await interruptible(async (signal) => {
    const bar = process.stderr.isTTY ? progressBar("converting") : undefined;
    try {
      const report = await convertModel(sourceOf(source)!, path, {
        ...(flags.type !== undefined && { type: flags.type }),
        onProgress: ({ done, total }) => bar?.update(done, total),
        signal,
      });
      bar?.stop();
      for (const name of report.keptF16) tell(`${name}: its rows are no multiple of 32, so it is F16`);
      const loss = report.relativeError === 0 ? "no loss" : `relative error ${report.relativeError.toPrecision(3)}`;
      tell(`wrote ${path}: ${bytes(report.size)}, ${loss}`);
    } finally {
      bar?.stop();
    }
  });
}
