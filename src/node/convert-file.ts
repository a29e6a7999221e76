// A checkpoint into a GGUF file, whole or not at all.

import type { Checkpoint } from "../checkpoint.js";
import { type ConvertOptions, type ConvertReport, convert } from "../formats/convert.js";
import { writeFileWhole } from "./write-file.js";

/**
 * Converts an opened checkpoint; it is closed afterwards, whatever happens.
 * @throws what `convert` and `writeFileWhole` throw
 */
export async function convertToFile(
  checkpoint: Checkpoint,
  path: string,
  options: ConvertOptions,
): Promise<ConvertReport> {
  try {
    let report: ConvertReport | undefined;
    await writeFileWhole(path, async (sink) => {
      report = await convert(checkpoint, options, sink);
    });
    return report!;
  } finally {
    await checkpoint.close();
  }
}
