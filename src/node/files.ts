// Files and folders of Node as sources for the readers, which know nothing of Node. Reads are positioned and go straight
// into the target, so a tensor travels from the page cache into the engine's memory in one copy.

import { type Dirent, type Stats, statSync } from "node:fs";
import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CheckpointError } from "../errors.js";
import { type FileSet, openReader, type PositionedSource } from "../formats/byte-reader.js";

/** A file at a path; it is opened now and stays open until `close`. */
export interface FileSource extends PositionedSource {
  readonly name: string;
  readonly size: number;
  close(): Promise<void>;
}

/**
 * Opens a file.
 * @throws CheckpointError where there is none, it is a folder, or it may not be read
 */
export async function openFile(path: string): Promise<FileSource> {
  let handle: FileHandle;
  let stats: Stats;
  try {
    handle = await open(path, "r");
  } catch (error) {
    throw fileError(path, error);
  }
  try {
    stats = await handle.stat();
    if (stats.isDirectory()) throw new CheckpointError(path, "is a folder, expected a file");
  } catch (error) {
    await handle.close();
    throw fileError(path, error);
  }
  const readInto = async (offset: number, target: Uint8Array): Promise<number> => {
    const { bytesRead } = await handle.read(target, 0, target.length, offset);
    return bytesRead;
  };
  return {
    name: path,
    size: stats.size,
    readInto,
    async read(offset, length) {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, await readInto(offset, bytes));
    },
    close: () => handle.close(),
  };
}

/**
 * The files of a folder, opened by name.
 * @throws CheckpointError (from its methods) for anything but a missing file
 */
export function openFolder(path: string): FileSet {
  return {
    name: path.length > 1 ? path.replace(/\/+$/, "") : path,
    async open(name) {
      try {
        return openReader(await openFile(join(path, name)), join(path, name));
      } catch (error) {
        if (error instanceof CheckpointError && isMissing(error.cause)) return undefined;
        throw error;
      }
    },
    async list() {
      let entries: Dirent[];
      try {
        entries = await readdir(path, { withFileTypes: true });
      } catch (error) {
        throw fileError(path, error);
      }
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => entry.name)
        .sort();
    },
  };
}

/** What a path given by a user names: a file, with the folder around it, or a folder. */
export type Found =
  | { readonly kind: "file"; readonly source: FileSource; readonly siblings: FileSet }
  | { readonly kind: "folder"; readonly files: FileSet };

/**
 * Finds a checkpoint at a path.
 * @throws CheckpointError where there is nothing or it may not be read
 */
export async function find(path: string): Promise<Found> {
  let stats: Stats;
  try {
    stats = await stat(path);
  } catch (error) {
    throw fileError(path, error);
  }
  if (stats.isDirectory()) return { kind: "folder", files: openFolder(path) };
  if (!stats.isFile()) {
    throw new CheckpointError(path, "is neither a file nor a folder; hand over a pipe as an async iterable instead");
  }
  return { kind: "file", source: await openFile(path), siblings: openFolder(dirname(path)) };
}

/** Bytes of the file at a path; undefined where there is none, or none that may be looked at. */
export function sizeOfFile(path: string | URL): number | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined; // whoever opens it says why
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
}

/** The code of a system error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "does not exist; check the path",
  ENOTDIR: "does not exist; a part of the path is no folder",
  EACCES: "may not be read; check its permissions",
  EPERM: "may not be read; check its permissions",
  EISDIR: "is a folder, expected a file",
  EMFILE: "cannot be opened: too many files are open already",
};

function fileError(path: string, error: unknown): Error {
  if (error instanceof CheckpointError) return error;
  const reason = reasons[codeOf(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
  return new CheckpointError(path, reason, { cause: error });
}
