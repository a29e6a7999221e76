// Which format a checkpoint is in: a folder by its files, a file by its first bytes. A folder that `lanky split` has written is
// read as the file that was split.

import type { Checkpoint } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { type ByteReader, type ByteSource, type FileSet, isByteSource, openReader } from "./byte-reader.js";
import { readGguf } from "./gguf.js";
import { readHuggingFace } from "./huggingface.js";
import { readJsonFile } from "./json.js";
import { readLlama2c } from "./llama2c.js";
import { type JoinedParts, joinParts } from "./parts.js";

export interface OpenOptions {
  /** What messages call the source. */
  readonly name?: string;
  /** Where the tokenizer of a llama2.c checkpoint is looked for: `tok<vocabulary size>.bin`, else `tokenizer.bin`. */
  readonly siblings?: FileSet;
  /** A llama2.c tokenizer itself. */
  readonly tokenizer?: ByteSource;
}

/**
 * Opens a checkpoint of any supported format and reads everything but its weights.
 * @throws CheckpointError where it is none, damaged, or a model that cannot be run
 * @throws TypeError for a source of a wrong kind
 */
export async function openCheckpoint(source: ByteSource | FileSet, options: OpenOptions = {}): Promise<Checkpoint> {
  if (typeof source === "object" && source !== null && !isByteSource(source) && "open" in source) {
    return openFolder(source, options);
  }
  const reader = openReader(source as ByteSource, options.name);
  const parts = "problem" in (source as object) ? (source as JoinedParts) : undefined;
  return openFile(reader, options, parts);
}

async function openFolder(files: FileSet, options: OpenOptions): Promise<Checkpoint> {
  const config = await files.open("config.json");
  if (config !== undefined) {
    await config.close();
    return readHuggingFace(files);
  }
  const models = ((await files.list?.()) ?? []).filter((name) => name.endsWith(".gguf"));
  if (models.length > 1) {
    throw new CheckpointError(
      files.name,
      `has no config.json and ${models.length} .gguf files; name one of ${models.join(", ")}`,
    );
  }
  const reader = models.length === 1 ? await files.open(models[0]!) : undefined;
  if (reader !== undefined) return openFile(reader, options);
  const parts = await openParts(files);
  if (parts === undefined) {
    throw new CheckpointError(
      files.name,
      "has neither a config.json, nor a .gguf file, nor the manifest.json of a model in parts; it is no folder of a model",
    );
  }
  return parts;
}

/** The model whose parts and manifest.json are in a folder; undefined where there is no manifest. */
async function openParts(files: FileSet): Promise<Checkpoint | undefined> {
  const manifest = await readJsonFile(files, "manifest.json");
  if (manifest === undefined) return undefined;
  const parts = joinParts(manifest, async (name) => {
    const part = await files.open(name);
    return part && chunksOf(part);
  });
  return openCheckpoint(parts);
}

async function* chunksOf(reader: ByteReader): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (;;) {
      const chunk = await reader.peek(65536);
      if (chunk.length === 0) return;
      await reader.skip(chunk.length, "a part");
      yield chunk;
    }
  } finally {
    await reader.close();
  }
}

const isManifest = ({ name }: ByteReader): boolean => /(^|[/\\])manifest\.json$/.test(name);

async function openFile(reader: ByteReader, options: OpenOptions, parts?: JoinedParts): Promise<Checkpoint> {
  try {
    const start = await reader.peek(9);
    if (start.length === 0) throw new CheckpointError(reader.name, "is empty; fetch it again");
    if (String.fromCharCode(...start.subarray(0, 4)) === "GGUF") return await readGguf(reader);
    const hint = whatElse(start);
    if (hint !== undefined && isManifest(reader)) {
      const whole = options.siblings && (await openParts(options.siblings));
      if (whole === undefined) {
        const advice = "hand over the folder around it, or join the parts with joinParts of the library";
        throw new CheckpointError(reader.name, `is no model but tells of one in parts; ${advice}`);
      }
      await reader.close();
      return whole;
    }
    if (hint !== undefined) throw new CheckpointError(reader.name, hint);
    return await openLlama2c(reader, options);
  } catch (error) {
    const better = parts && error instanceof CheckpointError ? await problemOf(parts, reader) : undefined;
    await reader.close();
    throw better ?? error;
  }
}

/** Which part is to blame for a header that cannot be read: one that was swapped is known by its SHA-256, at its end. */
async function problemOf(parts: JoinedParts, reader: ByteReader): Promise<CheckpointError | undefined> {
  try {
    while (parts.problem === undefined && reader.position < parts.size) {
      await reader.skip(Math.min(65536, parts.size - reader.position), "the rest of the file");
    }
  } catch {
    // said by the part's problem, or there is none
  }
  return parts.problem;
}

/** Files that people hand over in error, by their first bytes. */
function whatElse(start: Uint8Array): string | undefined {
  const text = String.fromCharCode(...start);
  if (/^\s*\{[^\0]*$/.test(text)) return "is a JSON file; hand over the folder around it, with the weights";
  if (text[8] === "{") return "is a safetensors file; hand over the folder around it, with its config.json";
  if (text.startsWith("PK"))
    return "is a zip archive or a PyTorch pickle; expected GGUF, llama2.c or a folder with safetensors";
  if (text.startsWith("version h")) return "is a Git LFS pointer, not the file itself; fetch it with git lfs pull";
  if (text.startsWith("<")) return "is a web page, not a model; check the address";
  if (/^(lmgg|fmgg|tjgg|algg)/.test(text)) return "is a GGML file from before GGUF; convert the model to GGUF again";
  // As a header of llama2.c, four such bytes would be more than 100 million dimensions.
  if (/^[\t\n\r -~]{4,}$/.test(text)) return "is a text file; it is no checkpoint of a known kind (GGUF, llama2.c)";
  return undefined;
}

async function openLlama2c(reader: ByteReader, { tokenizer, siblings }: OpenOptions): Promise<Checkpoint> {
  if (tokenizer !== undefined) return readLlama2c(reader, openReader(tokenizer, undefined));
  if (siblings === undefined) return readLlama2c(reader);
  const header = await reader.peek(24);
  const vocabSize = header.length < 24 ? 0 : Math.abs(new DataView(header.buffer).getInt32(20, true));
  const found = (await siblings.open(`tok${vocabSize}.bin`)) ?? (await siblings.open("tokenizer.bin"));
  try {
    return await readLlama2c(reader, found);
  } finally {
    await found?.close();
  }
}
