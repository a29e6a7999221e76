// A GGUF file into parts with a manifest (formats/parts.ts), in one pass that holds a mebibyte of it. A part's name has the
// first digits of its SHA-256, so what is new never takes the name of what a manifest in use refers to: the manifest, written
// last and whole, is what changes from one model to the next.

import { createHash, type Hash } from "node:crypto";
import { mkdir, readFile, rename, unlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { CheckpointError } from "../errors.js";
import { count } from "../formats/buffered-reader.js";
import { checkManifest, type ModelPart, type PartsManifest } from "../formats/parts.js";
import { codeOf, type FileSource, openFile } from "./files.js";
import { writeFileWhole } from "./write-file.js";

/** The most that edge platforms take as one static file, and what `split` makes unless told otherwise. */
export const largestPart = 25 * 2 ** 20;
const usualPart = 24 * 2 ** 20;
/** Bytes read at once. */
const CHUNK = 1 << 20;

export interface SplitOptions {
  /** Bytes of a part, 1024 to 25 MiB; the last one has what is left. Default 24 MiB. */
  readonly partSize?: number | undefined;
  /** Replaces another model's parts in that folder. */
  readonly replace?: boolean | undefined;
  /** Bytes written, and in all. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes a GGUF file's parts and manifest.json into a folder, which is made where it is missing.
 * @returns the manifest
 * @throws CheckpointError where the file is no GGUF or cannot be read, the folder cannot be written, or it holds another model
 *   and `replace` is not set; the parts that were written are removed then
 * @throws RangeError for a part size out of range; the signal's reason if it aborts
 */
export async function splitFile(path: string, folder: string, options: SplitOptions = {}): Promise<PartsManifest> {
  const { partSize = usualPart, replace = false, signal } = options;
  if (!Number.isInteger(partSize) || partSize < 1024 || partSize > largestPart)
    throw new RangeError(`partSize: ${partSize}; expected a whole number from 1024 to ${largestPart} (25 MiB)`);
  signal?.throwIfAborted();
  const file = await openFile(path);
  const written: string[] = [];
  try {
    await checkGguf(file);
    await makeFolder(folder);
    const before = await manifestIn(folder);
    if (before && !replace && before.size !== file.size) throw otherModel(folder, before);
    const manifest = await writeParts(file, folder, partSize, written, options);
    if (before && !replace && before.sha256 !== manifest.sha256) throw otherModel(folder, before);
    const text = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
    await writeFileWhole(join(folder, "manifest.json"), (sink) => sink.write(text));
    const kept = new Set(manifest.parts.map((part) => part.file));
    for (const old of before?.parts ?? []) if (!kept.has(old.file)) await remove(join(folder, old.file));
    return manifest;
  } catch (error) {
    const named = await manifestIn(folder).catch(() => undefined);
    const kept = new Set(named?.parts.map((part) => part.file));
    for (const name of written) if (!kept.has(name)) await remove(join(folder, name));
    throw error;
  } finally {
    await file.close();
  }
}

async function writeParts(
  file: FileSource,
  folder: string,
  partSize: number,
  written: string[],
  { onProgress, signal }: SplitOptions,
): Promise<PartsManifest> {
  const name = basename(file.name);
  const stem =
    name
      .replace(/\.gguf$/i, "")
      .replace(/[^A-Za-z0-9_-]+/g, "-")
      .replace(/^-+/, "") || "model";
  const whole = createHash("sha256");
  const parts: ModelPart[] = [];
  const buffer = new Uint8Array(CHUNK);
  for (let start = 0; start < file.size; start += partSize) {
    const size = Math.min(partSize, file.size - start);
    const number = String(parts.length + 1).padStart(3, "0");
    const digest = createHash("sha256");
    const nameless = join(folder, `.${stem}-${number}.${process.pid}`);
    await writeFileWhole(nameless, async (sink) => {
      for (let at = 0; at < size; ) {
        signal?.throwIfAborted();
        const chunk = buffer.subarray(0, Math.min(CHUNK, size - at));
        await readChunk(file, start + at, chunk);
        for (const hash of [whole, digest]) hash.update(chunk);
        await sink.write(chunk);
        at += chunk.length;
        onProgress?.({ done: start + at, total: file.size });
      }
    });
    const sha256 = hexOf(digest);
    const part = { file: `${stem}-${number}-${sha256.slice(0, 8)}.part`, size, sha256 };
    await rename(nameless, join(folder, part.file));
    written.push(part.file);
    parts.push(part);
  }
  return { name, size: file.size, sha256: hexOf(whole), parts };
}

async function readChunk(file: FileSource, offset: number, target: Uint8Array): Promise<void> {
  for (let at = 0; at < target.length; ) {
    const got = await file.readInto!(offset + at, target.subarray(at));
    if (got === 0)
      throw new CheckpointError(
        file.name,
        `ends at byte ${count(offset + at)} of ${count(file.size)}; it is being changed`,
      );
    at += got;
  }
}

async function checkGguf(file: FileSource): Promise<void> {
  const magic = new TextDecoder("latin1").decode(await file.read(0, 4));
  if (magic !== "GGUF")
    throw new CheckpointError(
      file.name,
      "is no GGUF file, the one kind that is split; lanky convert makes one of any model",
    );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    const taken = codeOf(cause) === "EEXIST" || codeOf(cause) === "ENOTDIR";
    const reason = taken ? "a file is in its place" : cause instanceof Error ? cause.message : String(cause);
    throw new CheckpointError(folder, `cannot be made a folder: ${reason}`, { cause });
  }
}

/** The manifest of the parts that a folder holds already. */
async function manifestIn(folder: string): Promise<PartsManifest | undefined> {
  const path = join(folder, "manifest.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw new CheckpointError(path, `cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  try {
    return checkManifest(JSON.parse(text));
  } catch (cause) {
    throw new CheckpointError(path, "is there and describes no model in parts; choose another folder", { cause });
  }
}

function otherModel(folder: string, { name, size }: PartsManifest): CheckpointError {
  return new CheckpointError(
    folder,
    `holds the parts of another model (${name}, ${count(size)} bytes); choose another folder, or replace it with --replace`,
  );
}

async function remove(path: string): Promise<void> {
  await unlink(path).catch(() => {}); // gone, or not ours to take
}

function hexOf(hash: Hash): string {
  return hash.digest("hex");
}
