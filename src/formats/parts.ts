// A model in parts, for hosts that limit the size of a file (static assets of edge workers: 25 MiB). `lanky split` writes
// the parts, and beside them manifest.json:
//
//   { "name": "model.gguf", "size": 70000000, "sha256": "…", "parts": [{ "file": "…", "size": …, "sha256": "…" }, …] }
//
// Joined, they are one stream that holds no more than a chunk of one part. Each part is checked while it passes. Its last 4 KiB
// are handed on only when its size and its SHA-256 are known to be right: a reader of models stops where the last tensor ends,
// and must not have come so far with a part that is wrong.

import { CheckpointError } from "../errors.js";
import { count } from "./buffered-reader.js";
import { createSha256, type Sha256 } from "./sha256.js";

/** One part. `file` is a name beside the manifest, `sha256` 64 hexadecimal digits. */
export interface ModelPart {
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
}

/** What manifest.json holds: the whole file's name, size and SHA-256, and its parts in order. */
export interface PartsManifest {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly parts: readonly ModelPart[];
}

/** What a part may come as; null and undefined say that it is not there. */
export type PartSource = Response | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | null | undefined;

/** The whole file, forward only. A chunk is good until the next one is asked for: its memory is used again. */
export interface JoinedParts extends AsyncIterable<Uint8Array> {
  readonly name: string;
  readonly size: number;
  /** What was found wrong with a part, so far: with a part's bytes once they have been read to its end. */
  readonly problem: CheckpointError | undefined;
}

/** Bytes that a byte stream is read into at once. */
const CHUNK = 65536;
/** Bytes at a part's end that wait for its digest: more than any padding behind the last tensor. */
const TAIL = 4096;

/**
 * The parts of a model as one source for `loadModel`.
 * @param manifest what manifest.json holds, parsed
 * @param read opens a part by its file name, when the part before it has passed
 * @throws CheckpointError for a manifest that is none; while it is read, for a part that is missing, cannot be read, or has
 *   another size or SHA-256 than the manifest says, with the part's name
 */
export function joinParts(manifest: unknown, read: (file: string) => PartSource | Promise<PartSource>): JoinedParts {
  const { name, size, parts } = checkManifest(manifest);
  if (typeof read !== "function") throw new TypeError(`read: expected a function, not ${typeof read}`);
  let found: CheckpointError | undefined;
  return {
    name,
    size,
    get problem() {
      return found;
    },
    async *[Symbol.asyncIterator]() {
      found = undefined;
      for (const [at, part] of parts.entries()) {
        const problem = (text: string, cause?: unknown) => {
          found = new CheckpointError(name, `part ${at + 1} of ${parts.length}, ${part.file}, ${text}`, { cause });
          return found;
        };
        yield* checked(part, await open(part, read, problem), problem);
      }
    },
  };
}

type Problem = (text: string, cause?: unknown) => CheckpointError;

/** Asks for a part and refuses what is visibly another before a byte of it is read. */
async function open(
  part: ModelPart,
  read: (file: string) => PartSource | Promise<PartSource>,
  problem: Problem,
): Promise<AsyncGenerator<Uint8Array, void, undefined>> {
  let source: PartSource;
  try {
    source = await read(part.file);
  } catch (cause) {
    throw problem(`cannot be opened: ${reasonOf(cause)}`, cause);
  }
  if (source === null || source === undefined) throw problem("is missing; upload it beside the manifest");
  if (isResponse(source)) {
    const { status, statusText, headers, body } = source;
    if (status === 404) {
      await body?.cancel();
      throw problem("is missing (404); upload it beside the manifest");
    }
    if (!source.ok || body === null) {
      await body?.cancel();
      const answer = source.ok ? "no body" : `${status} ${statusText}`.trim();
      throw problem(`cannot be read: the server answered ${answer}; check its address and that it may be read`);
    }
    // A compressed transfer's length counts other bytes.
    const length = headers.get("content-encoding") === null ? headers.get("content-length") : null;
    if (length !== null && Number(length) !== part.size) {
      await body.cancel();
      throw wrongSize(part, Number(length), problem);
    }
    return chunksOf(body);
  }
  if ("getReader" in source) return chunksOf(source);
  if ("stream" in source) {
    if (source.size !== part.size) throw wrongSize(part, source.size, problem);
    return chunksOf(source.stream());
  }
  if (Symbol.asyncIterator in source) return iterate(source);
  throw new TypeError(
    `read(${JSON.stringify(part.file)}): expected a Response, Blob, stream or async iterable of bytes`,
  );
}

/** Chunks of a part, the last of them when all is well with it. */
async function* checked(
  part: ModelPart,
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  problem: Problem,
): AsyncGenerator<Uint8Array, void, undefined> {
  const digest = createSha256();
  const tail = new Uint8Array(Math.min(TAIL, part.size));
  const tailAt = part.size - tail.length;
  let size = 0;
  let whole = false;
  try {
    for (;;) {
      const chunk = await next(chunks, size, problem);
      if (chunk === undefined) break;
      if (size + chunk.length > part.size)
        throw problem(`is longer than the ${count(part.size)} bytes of the manifest; upload it again`);
      await digest.update(chunk);
      const body = chunk.subarray(0, Math.max(0, tailAt - size));
      tail.set(chunk.subarray(body.length), Math.max(0, size - tailAt));
      size += chunk.length;
      if (body.length > 0) yield body;
    }
    if (size !== part.size) throw wrongSize(part, size, problem);
    whole = true;
    await checkDigest(part, digest, problem);
  } finally {
    if (!whole) digest.abandon();
    await chunks.return(undefined).catch(() => {}); // what broke it has been said
  }
  yield tail;
}

async function next(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  size: number,
  problem: Problem,
): Promise<Uint8Array | undefined> {
  let result: IteratorResult<Uint8Array, void>;
  try {
    result = await chunks.next();
  } catch (cause) {
    throw problem(`broke off after ${count(size)} bytes: ${reasonOf(cause)}`, cause);
  }
  if (result.done) return undefined;
  if (!(result.value instanceof Uint8Array))
    throw new TypeError("a part's stream gave something that is no Uint8Array");
  return result.value;
}

async function checkDigest(part: ModelPart, digest: Sha256, problem: Problem): Promise<void> {
  const found = await digest.hex();
  if (found !== part.sha256)
    throw problem(
      `has SHA-256 ${found}, expected ${part.sha256}; it is damaged or belongs to another model, upload it again`,
    );
}

function wrongSize(part: ModelPart, found: number, problem: Problem): CheckpointError {
  return problem(
    `has ${count(found)} bytes, expected ${count(part.size)}; it was cut or belongs to another model, upload it again`,
  );
}

/** Reads a stream to its end, or cancels it. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = byteReader(stream);
  const reader = bytes ?? stream.getReader();
  let done = false;
  try {
    const read = bytes ? intoOneBuffer(bytes) : () => (reader as ReadableStreamDefaultReader<Uint8Array>).read();
    for (;;) {
      const result = await read();
      if (result.done) break;
      yield result.value;
    }
    done = true;
  } finally {
    if (!done) reader.cancel().catch(() => {}); // a stream that has fallen silent may never answer
  }
}

/** Undefined where the stream is no byte stream. */
function byteReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

/** Reads into the same memory again and again, so that a model leaves no garbage of its own size. */
function intoOneBuffer(reader: ReadableStreamBYOBReader): () => Promise<ReadableStreamReadResult<Uint8Array>> {
  let buffer = new ArrayBuffer(CHUNK);
  return async () => {
    const result = await reader.read(new Uint8Array(buffer));
    if (result.value) buffer = result.value.buffer;
    return result;
  };
}

async function* iterate(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* source;
}

/**
 * What manifest.json holds, checked.
 * @throws CheckpointError that names the field
 */
export function checkManifest(manifest: unknown): PartsManifest {
  const wrong = (field: string, found: unknown, expected: string) =>
    new CheckpointError(
      "manifest.json",
      `${field} is ${describe(found)}, expected ${expected}; make it with lanky split`,
    );
  if (!isRecord(manifest)) throw wrong("it", manifest, "an object");
  const { name, size, sha256, parts } = manifest;
  if (typeof name !== "string" || name === "") throw wrong("name", name, "the model's file name");
  if (!isCount(size)) throw wrong("size", size, "a count of bytes");
  if (!isDigest(sha256)) throw wrong("sha256", sha256, "64 hexadecimal digits");
  if (!Array.isArray(parts) || parts.length === 0) throw wrong("parts", parts, "an array with at least one part");
  let total = 0;
  const checkedParts = parts.map((part: unknown, at): ModelPart => {
    const field = `parts[${at}]`;
    if (!isRecord(part)) throw wrong(field, part, "an object");
    if (!isFileName(part.file)) throw wrong(`${field}.file`, part.file, "the name of a file beside the manifest");
    if (!isCount(part.size)) throw wrong(`${field}.size`, part.size, "a count of bytes");
    if (!isDigest(part.sha256)) throw wrong(`${field}.sha256`, part.sha256, "64 hexadecimal digits");
    total += part.size;
    return { file: part.file, size: part.size, sha256: part.sha256 };
  });
  if (total !== size) throw wrong("size", size, `${count(total)}, the sum of its parts`);
  return { name, size, sha256, parts: checkedParts };
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  return typeof value === "string"
    ? JSON.stringify(value.slice(0, 80))
    : Array.isArray(value)
      ? "an array"
      : String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFileName(value: unknown): value is string {
  return typeof value === "string" && /^[^./\\][^/\\]*$/.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isDigest(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function isResponse(source: object): source is Response {
  return "status" in source && "headers" in source && "body" in source;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
