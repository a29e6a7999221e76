// JSON out of files: UTF-8 and an object, or an error that names the file.

import { CheckpointError } from "../errors.js";
import { type FileSet, readToEnd } from "./byte-reader.js";
import { decodeUtf8 } from "./utf8.js";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Longest JSON file read whole; tokenizer.json of the largest vocabularies stays below 40 MB. */
const longestJson = 200_000_000;

/** @throws CheckpointError naming `what` where the bytes are no UTF-8, no JSON or no object */
export function parseJsonObject(file: string, bytes: Uint8Array, what: string): JsonObject {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new CheckpointError(file, `${what} is no UTF-8; the file is damaged`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CheckpointError(file, `${what} is no JSON (${(error as Error).message}); the file is damaged`, {
      cause: error,
    });
  }
  if (!isObject(value)) throw new CheckpointError(file, `${what} is ${kindOf(value)}, expected an object`);
  return value;
}

/** The object in a folder's JSON file, undefined where there is no such file. */
export async function readJsonFile(files: FileSet, path: string): Promise<JsonObject | undefined> {
  const bytes = await readSmallFile(files, path, longestJson);
  return bytes && parseJsonObject(`${files.name}/${path}`, bytes, "its content");
}

/** A folder's file as a whole, undefined where there is none. */
export async function readSmallFile(
  files: FileSet,
  path: string,
  limit = longestJson,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = await files.open(path);
  if (reader === undefined) return undefined;
  try {
    return await readToEnd(reader, limit, "this kind of file");
  } finally {
    await reader.close();
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
