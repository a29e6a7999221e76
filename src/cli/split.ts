// lanky split: a GGUF file into parts small enough for hosts that limit the size of a file.

import { type Command, InvalidArgumentError, Option } from "commander";
import { splitModel } from "../node.js";
import { interruptible } from "./interrupt.js";
import { progressBar } from "./load.js";
import { bytes, printJson, tell } from "./output.js";

interface Flags {
  readonly size: number;
  readonly replace?: boolean;
  readonly json?: boolean;
}

export function addSplit(program: Command): void {
  program
    .command("split")
    .summary("cut a GGUF file into parts with a manifest")
    .description(
      "Cut a GGUF file into parts for hosts that limit the size of a file, such as static assets of edge workers, and " +
        "write manifest.json beside them, with sizes and SHA-256. joinParts of the library reads them as one model, and the " +
        "commands do when they are given the folder. manifest.json comes last: where it fails or is interrupted, what " +
        "was there before stays.",
    )
    .argument("<MODEL>", "a .gguf file")
    .argument("<DIR>", "the folder for the parts; made where it is missing")
    .addOption(
      new Option("--size <bytes>", "of a part, with K or M for KiB or MiB, at most 25M")
        .argParser(partSize)
        .default(partSize("24M"), "24M"),
    )
    .option("--replace", "replace the parts of another model")
    .option("--json", "print the manifest as JSON on stdout")
    .action(split);
}

async function split(model: string, folder: string, { size, replace, json }: Flags): Promise<void> {
  await interruptible(async (signal) => {
    const bar = process.stderr.isTTY ? progressBar("splitting") : undefined;
    try {
      const manifest = await splitModel(model, folder, {
        partSize: size,
        replace,
        onProgress: ({ done, total }) => bar?.update(done, total),
        signal,
      });
      bar?.stop();
      const { parts } = manifest;
      const largest = Math.max(...parts.map((part) => part.size));
      const made = parts.length === 1 ? "one part" : `${parts.length} parts of at most ${bytes(largest)}`;
      tell(`wrote ${folder}: ${bytes(manifest.size)} in ${made}, manifest.json`);
      if (json) await printJson(manifest);
    } finally {
      bar?.stop();
    }
  });
}

/** "24M", "512K" or a count of bytes. */
function partSize(text: string): number {
  const found = /^(\d+)([KM]?)$/i.exec(text.trim());
  const value =
    Number(found?.[1]) * { "": 1, K: 1024, M: 1024 ** 2 }[(found?.[2] ?? "").toUpperCase() as "" | "K" | "M"];
  if (!found || value < 1024 || value > 25 * 1024 ** 2) {
    throw new InvalidArgumentError("Expected a size from 1K to 25M, such as 24M.");
  }
  return value;
}
