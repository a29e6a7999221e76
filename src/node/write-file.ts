// Writing a file as a whole or not at all.

import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CheckpointError } from "../errors.js";
import { codeOf } from "./files.js";

/**
 * Writes a file under a temporary name beside `path` and renames it when `write` has succeeded, so that an interrupted
 * conversion leaves nothing half-done under the final name.
 * @param write receives the sink; bytes given to it may be reused as soon as its promise is fulfilled
 * @throws CheckpointError where the file cannot be written, and whatever `write` throws
 */
export async function writeFileWhole(
  path: string,
  write: (sink: { write(bytes: Uint8Array): Promise<void> }) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
  let handle: FileHandle;
  try {
    handle = await open(temporary, "wx");
  } catch (error) {
    throw writeError(path, error);
  }
  try {
    await write({
      async write(bytes) {
        try {
          await writeAll(handle, bytes);
        } catch (error) {
          throw writeError(path, error);
        }
      },
    });
    await handle.sync();
    await handle.close();
    await rename(temporary, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw codeOf(error) === undefined ? error : writeError(path, error);
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

function writeError(path: string, error: unknown): CheckpointError {
  if (error instanceof CheckpointError) return error;
  const code = codeOf(error);
  const reason = reasons[code ?? ""] ?? (error instanceof Error ? error.message : String(error));
  return new CheckpointError(path, `cannot be written: ${reason}`, { cause: error });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "the folder does not exist",
  ENOTDIR: "a part of the path is no folder",
  EISDIR: "it is a folder; name the file to write",
  ENOSPC: "no space is left on the device",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the file system is read-only",
};
