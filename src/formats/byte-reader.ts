// Bytes, forward only, from wherever they come: a Blob, a Response, a pipe and a file with positions all become one
// ByteReader, so that a format is read in one way and weights stream past without a second copy of the file.
// Nothing here allocates in proportion to a number that the file holds.

import { CheckpointError } from "../errors.js";
import { BrokenContract, BufferedReader, bufferSize, count, type Fill, truncated } from "./buffered-reader.js";

/** A file passing by. `what` names what is being read, for the error where the file ends in the middle of it. */
export interface ByteReader {
  /** File or URL, for messages. */
  readonly name: string;
  /** Bytes consumed so far. */
  readonly position: number;
  /** Bytes in all, undefined where the source does not know (a pipe, a compressed response). */
  readonly size: number | undefined;
  /** A copy of the next bytes, at most 65536, without consuming them; fewer only where the file ends. */
  peek(count: number): Promise<Uint8Array>;
  /** The next `count` bytes, at most 65536, as a view that the next call may overwrite. No promise if they are buffered. */
  take(count: number, what: string): Uint8Array | Promise<Uint8Array>;
  /** Fills `target` wholly, or throws CheckpointError where the file ends first. */
  read(target: Uint8Array, what: string): Promise<void>;
  /** Moves on by `count` bytes, or throws CheckpointError where the file ends first. */
  skip(count: number, what: string): Promise<void>;
  /** Gives the file or connection back. */
  close(): Promise<void>;
}

/** Reads at any offset: files, object storage, ranges of an HTTP resource. */
export interface PositionedSource {
  readonly name?: string;
  /** Bytes in all, if known. */
  readonly size?: number;
  /** At most `length` bytes from `offset` on; fewer (or none) only where the source ends. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The same without a copy: fills `target` as far as the source reaches and returns how many bytes it put there. */
  readInto?(offset: number, target: Uint8Array): Promise<number>;
  close?(): Promise<void>;
}

export type ByteSource = Blob | Response | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | PositionedSource;

/** A folder. */
export interface FileSet {
  /** For messages. */
  readonly name: string;
  /** Opens the file at a path relative to the folder; undefined where there is none. */
  open(path: string): Promise<ByteReader | undefined>;
  /** Names of the files in the folder, where it can tell. */
  list?(): Promise<readonly string[]>;
}

/** Longest single request to a source that hands out arrays of its own. */
const requestSize = 1 << 22;

/**
 * Opens a source for reading from its first byte.
 * @param name for messages; by default the name of a File, the URL of a Response, the source's own name
 * @throws CheckpointError for a Response that is no success or has no body left
 * @throws TypeError for anything that is no ByteSource
 */
export function openReader(source: ByteSource, name?: string): ByteReader {
  if (typeof source !== "object" || source === null) {
    throw new TypeError(`source is ${source === null ? "null" : typeof source}, expected a Blob, Response or the like`);
  }
  if (isResponse(source)) return openResponse(source, name);
  if (isBlob(source)) {
    const blob = source;
    const read = async (offset: number, length: number) =>
      new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    return new BufferedReader(positionedFill({ read }), name ?? blobName(blob), blob.size);
  }
  if (isStream(source)) return new BufferedReader(webStreamFill(source), name ?? "stream", undefined);
  if (isAsyncIterable(source)) {
    const known = source as { readonly name?: unknown; readonly size?: unknown }; // parts of a model say both
    const itsName = typeof known.name === "string" ? known.name : "stream";
    const size = typeof known.size === "number" ? known.size : undefined;
    return new BufferedReader(iterableFill(source), name ?? itsName, size);
  }
  if (isPositioned(source)) {
    const size = source.size;
    if (size !== undefined && !(Number.isSafeInteger(size) && size >= 0)) {
      throw new RangeError(`source.size is ${size}, expected a count of bytes`);
    }
    return new BufferedReader(positionedFill(source), name ?? source.name ?? "source", size);
  }
  const hint = "byteLength" in (source as object) ? "; wrap bytes as new Blob([bytes])" : "";
  throw new TypeError(
    `source is no Blob, Response, stream, async iterable of bytes or { read(offset, length) } object${hint}`,
  );
}

/** True for what `openReader` accepts, false for a FileSet and everything else. */
export function isByteSource(source: object): source is ByteSource {
  return isResponse(source) || isBlob(source) || isStream(source) || isAsyncIterable(source) || isPositioned(source);
}

/**
 * Reads `length` bytes into an array of their own. It grows as bytes arrive, so a length that the file only claims
 * costs nothing.
 */
export async function readBytes(reader: ByteReader, length: number, what: string): Promise<Uint8Array<ArrayBuffer>> {
  if (length <= requestSize || (reader.size !== undefined && length <= reader.size - reader.position)) {
    const bytes = new Uint8Array(length);
    await reader.read(bytes, what);
    return bytes;
  }
  if (reader.size !== undefined) throw truncated(reader.name, reader.size, reader.position + length, what);
  let bytes = new Uint8Array(requestSize);
  for (let at = 0; at < length; ) {
    if (at === bytes.length) {
      const longer = new Uint8Array(Math.min(length, 2 * at));
      longer.set(bytes);
      bytes = longer;
    }
    await reader.read(bytes.subarray(at), what);
    at = bytes.length;
  }
  return bytes;
}

/** Reads to the end of the file, of at most `limit` bytes. */
export async function readToEnd(reader: ByteReader, limit: number, what: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const part = await reader.peek(bufferSize);
    if (part.length === 0) break;
    await reader.skip(part.length, what);
    total += part.length;
    if (total > limit) {
      throw new CheckpointError(reader.name, `is longer than ${count(limit)} bytes, too long for ${what}`);
    }
    parts.push(part);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function positionedFill(source: PositionedSource): Fill {
  return {
    seeks: true,
    async into(offset, target) {
      if (source.readInto) return source.readInto(offset, target);
      const wanted = Math.min(target.length, requestSize);
      const bytes = await source.read(offset, wanted);
      if (!(bytes instanceof Uint8Array)) throw new BrokenContract("source.read gave no Uint8Array");
      if (bytes.length > wanted)
        throw new BrokenContract(`source.read gave ${bytes.length} bytes, ${wanted} were asked for`);
      target.set(bytes);
      return bytes.length;
    },
    close: async () => source.close?.(),
  };
}

/** `next` gives chunk after chunk, undefined at the end; `cancel` is called where the rest is not wanted. */
function streamFill(next: () => Promise<Uint8Array | undefined>, cancel: () => Promise<unknown>): Fill {
  let chunk: Uint8Array | undefined = new Uint8Array(0);
  return {
    seeks: false,
    async into(_offset, target) {
      while (chunk !== undefined && chunk.length === 0) {
        try {
          chunk = await next();
        } catch (error) {
          chunk = undefined; // nothing is left to cancel: a broken stream would answer with its error once more
          throw error;
        }
        if (chunk !== undefined && !(chunk instanceof Uint8Array)) {
          throw new BrokenContract("the stream gave something that is no Uint8Array");
        }
      }
      if (chunk === undefined) return 0;
      const part = chunk.subarray(0, target.length);
      target.set(part);
      chunk = chunk.subarray(part.length);
      return part.length;
    },
    async close() {
      if (chunk !== undefined) await cancel();
      chunk = undefined;
    },
  };
}

function iterableFill(source: AsyncIterable<Uint8Array>): Fill {
  const chunks = source[Symbol.asyncIterator]();
  return streamFill(
    async () => {
      const next = await chunks.next();
      return next.done ? undefined : next.value;
    },
    async () => chunks.return?.(),
  );
}

/** A ReadableStream by its reader: not every browser's streams are async iterables. */
function webStreamFill(stream: ReadableStream<Uint8Array>): Fill {
  const reader = stream.getReader();
  return streamFill(
    async () => (await reader.read()).value,
    () => reader.cancel(),
  );
}

function openResponse(response: Response, name: string | undefined): ByteReader {
  const file = name ?? (response.url || "response");
  if (!response.ok) {
    const status = `${response.status} ${response.statusText}`.trim();
    throw new CheckpointError(file, `the server answered ${status}; check the address and that it may be read`);
  }
  if (response.body === null || response.bodyUsed) {
    throw new CheckpointError(file, "the response has no body left to read; fetch it again and hand it over unread");
  }
  // A compressed transfer's length counts bytes of the transfer, not of the file.
  const length = response.headers.get("content-encoding") === null ? response.headers.get("content-length") : null;
  const size = length !== null && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
  return new BufferedReader(webStreamFill(response.body), file, size);
}

function blobName(blob: Blob): string {
  return "name" in blob && typeof blob.name === "string" && blob.name !== "" ? blob.name : "blob";
}

// By shape, not by instanceof: polyfills and other realms have Responses and Blobs of their own.
function isResponse(source: object): source is Response {
  return "status" in source && "headers" in source && "body" in source && "arrayBuffer" in source;
}

function isBlob(source: object): source is Blob {
  return "slice" in source && "size" in source && "arrayBuffer" in source;
}

function isStream(source: object): source is ReadableStream<Uint8Array> {
  return "getReader" in source;
}

function isAsyncIterable(source: object): source is AsyncIterable<Uint8Array> {
  return Symbol.asyncIterator in source;
}

function isPositioned(source: object): source is PositionedSource {
  return "read" in source && typeof source.read === "function" && !("open" in source);
}
