// Files that the command line names, read whole.

import { readFile } from "node:fs/promises";
import { CheckpointError } from "../node.js";

/** @throws CheckpointError if it does not exist or cannot be read */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new CheckpointError(path, code === "ENOENT" ? "does not exist; check the path" : `cannot be read (${code})`);
  }
}
