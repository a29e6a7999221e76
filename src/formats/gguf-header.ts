// The container of GGUF, versions 2 and 3, little-endian (specification: ggml/docs/gguf.md):
//
//   "GGUF" | u32 version | u64 tensors | u64 pairs
//   pairs:    string key | u32 type | value
//   tensors:  string name | u32 dimensions | u64 size of each, innermost first | u32 type | u64 offset in the data
//   padding to general.alignment | data
//
// A string is a u64 length and UTF-8; an array is u32 type, u64 count, values. The file is hostile until proven
// otherwise: collections grow as bytes arrive, and counts are only ever compared with what the file can hold.

import { CheckpointError } from "../errors.js";
import { bufferSize, count } from "./buffered-reader.js";
import { type ByteReader, readBytes } from "./byte-reader.js";
import { decodeUtf8 } from "./utf8.js";

/** Integers above 2^53 stay bigint: harmless in keys that nobody asks for, refused in others. */
export type GgufValue = number | bigint | boolean | string | GgufArray;
export type GgufArray = readonly GgufValue[] | Float32Array | Int32Array;

/** A tensor as the header lists it. */
export interface GgufTensor {
  readonly name: string;
  /** Innermost first: [columns, rows] of a matrix. */
  readonly sizes: readonly number[];
  /** ggml's number of the type. */
  readonly type: number;
  /** From the start of the data. */
  readonly offset: number;
}

export interface GgufHeader {
  readonly metadata: ReadonlyMap<string, GgufValue>;
  readonly tensors: readonly GgufTensor[];
  readonly alignment: number;
  /** Where the data starts, from the start of the file. */
  readonly dataOffset: number;
}

/** GGUF's numbers of the types of metadata values. */
export const valueTypes = {
  uint8: 0,
  int8: 1,
  uint16: 2,
  int16: 3,
  uint32: 4,
  int32: 5,
  float32: 6,
  bool: 7,
  string: 8,
  array: 9,
  uint64: 10,
  int64: 11,
  float64: 12,
} as const;

/** Bytes of a value; of strings and arrays the least that one can take. */
const leastBytes = [1, 1, 2, 2, 4, 4, 4, 1, 8, 12, 8, 8, 8];

const longestKey = 65535;
const deepestArray = 4;

/**
 * Reads the header; the reader then stands before the padding in front of the data.
 * @throws CheckpointError for anything that is no sound GGUF of a version that is read here
 */
export async function readGgufHeader(reader: ByteReader): Promise<GgufHeader> {
  const file = reader.name;
  const magic = await reader.take(4, "the magic number");
  if (magic[0] !== 0x47 || magic[1] !== 0x47 || magic[2] !== 0x55 || magic[3] !== 0x46) {
    throw new CheckpointError(file, 'does not start with "GGUF"; it is no GGUF file');
  }
  const version = u32(await reader.take(4, "the version"));
  if (version !== 2 && version !== 3) {
    const problem =
      version !== 0 && version % 65536 === 0
        ? "is a big-endian GGUF file; only little-endian ones are read, convert the model again for little-endian"
        : `is GGUF version ${version}, expected 2 or 3; ${version === 1 ? "convert the model again" : "a newer lanky may read it"}`;
    throw new CheckpointError(file, problem);
  }
  const tensorCount = await integer(reader, "the count of tensors");
  const pairCount = await integer(reader, "the count of metadata pairs");
  checkRoom(reader, tensorCount, 24, "tensors");
  checkRoom(reader, pairCount, 13, "metadata pairs");

  const metadata = new Map<string, GgufValue>();
  for (let i = 0; i < pairCount; i++) {
    const key = await string(reader, `the key of metadata pair ${i}`, longestKey);
    if (metadata.has(key)) throw new CheckpointError(file, `metadata key ${key} is there twice; the file is damaged`);
    const type = u32(await reader.take(4, `the type of ${key}`));
    metadata.set(key, await value(reader, type, key, 0));
  }
  const alignment = metadata.get("general.alignment") ?? 32;
  if (typeof alignment !== "number" || !Number.isInteger(alignment) || alignment < 8 || alignment % 8 !== 0) {
    throw new CheckpointError(file, `general.alignment is ${String(alignment)}, expected a multiple of 8`);
  }

  const tensors: GgufTensor[] = [];
  const names = new Set<string>();
  for (let i = 0; i < tensorCount; i++) {
    const name = await string(reader, `the name of tensor ${i}`, longestKey);
    if (names.has(name)) throw new CheckpointError(file, `tensor ${name} is there twice; the file is damaged`);
    names.add(name);
    tensors.push(await tensor(reader, name, alignment));
  }
  const dataOffset = Math.ceil(reader.position / alignment) * alignment;
  return { metadata, tensors, alignment, dataOffset };
}

async function tensor(reader: ByteReader, name: string, alignment: number): Promise<GgufTensor> {
  const what = `the description of tensor ${name}`;
  const dimensions = u32(await reader.take(4, what));
  if (dimensions < 1 || dimensions > 4) {
    throw new CheckpointError(
      reader.name,
      `tensor ${name} has ${dimensions} dimensions, expected 1 to 4; the file is damaged`,
    );
  }
  const sizes: number[] = [];
  for (let i = 0; i < dimensions; i++) {
    const size = await integer(reader, `dimension ${i} of tensor ${name}`);
    if (size === 0)
      throw new CheckpointError(reader.name, `dimension ${i} of tensor ${name} is 0; the file is damaged`);
    sizes.push(size);
  }
  const type = u32(await reader.take(4, what));
  const offset = await integer(reader, `the offset of tensor ${name}`);
  if (offset % alignment !== 0) {
    throw new CheckpointError(
      reader.name,
      `tensor ${name} is at offset ${count(offset)}, expected a multiple of general.alignment, ${alignment}; the file is damaged`,
    );
  }
  return { name, sizes, type, offset };
}

async function value(reader: ByteReader, type: number, key: string, depth: number): Promise<GgufValue> {
  if (type === valueTypes.string) return string(reader, key, Number.POSITIVE_INFINITY);
  if (type === valueTypes.array) return array(reader, key, depth + 1);
  checkValueType(reader, type, key);
  return scalar(await reader.take(leastBytes[type]!, key), 0, type, reader.name, key);
}

async function array(reader: ByteReader, key: string, depth: number): Promise<GgufArray> {
  if (depth > deepestArray) {
    throw new CheckpointError(reader.name, `${key} nests arrays deeper than ${deepestArray}; the file is damaged`);
  }
  const type = u32(await reader.take(4, `the element type of ${key}`));
  checkValueType(reader, type, key);
  const length = await integer(reader, `the length of ${key}`);
  checkRoom(reader, length, leastBytes[type]!, `elements of ${key}`);
  if (type === valueTypes.string) return strings(reader, length, key);
  const values: GgufValue[] = [];
  if (type === valueTypes.array) {
    for (let i = 0; i < length; i++) values.push(await array(reader, key, depth + 1));
    return values;
  }
  const bytes = leastBytes[type]!;
  if (type === valueTypes.float32 || type === valueTypes.int32) {
    const raw = await readBytes(reader, length * bytes, key);
    return type === valueTypes.int32 ? new Int32Array(raw.buffer) : new Float32Array(raw.buffer);
  }
  for (let left = length; left > 0; ) {
    const part = Math.min(left, 4096);
    const view = await reader.take(part * bytes, key);
    for (let i = 0; i < part; i++) values.push(scalar(view, i * bytes, type, reader.name, key));
    left -= part;
  }
  return values;
}

/** A vocabulary has 10^5 strings: they are taken by the buffer, and one by one only where that does not do. */
async function strings(reader: ByteReader, length: number, key: string): Promise<string[]> {
  const values: string[] = [];
  while (values.length < length) {
    const window = await reader.peek(bufferSize);
    const taken = takeShortStrings(window, length - values.length, values);
    if (taken > 0) await reader.skip(taken, key);
    else values.push(await string(reader, `${key}[${values.length}]`, Number.POSITIVE_INFINITY));
  }
  return values;
}

/**
 * Appends at most `most` of the strings that `window` begins with to `values`, up to the first that is longer than 127
 * bytes or not wholly there, and returns the bytes they take. Lengths below 128 are themselves UTF-8, eight characters
 * each, so the whole run is decoded in one call, and no character reaches from one string into the next.
 * Takes none where anything is no UTF-8: whoever then reads string by string finds out which.
 */
function takeShortStrings(window: Uint8Array, most: number, values: string[]): number {
  let end = 0;
  let found = 0;
  while (found < most && end + 8 <= window.length) {
    const next = end + 8 + window[end]!;
    if (window[end]! > 127 || next > window.length || u32(window, end) > 127 || u32(window, end + 4) > 0) break;
    end = next;
    found++;
  }
  const text = decodeUtf8(window.subarray(0, end));
  if (text === undefined) return 0;
  for (let at = 0, char = 0; at < end; ) {
    const next = at + 8 + window[at]!;
    const start = char + 8;
    char = start;
    // UTF-16 has one unit for each character, which starts with a byte that continues none, and one more beyond U+FFFF.
    for (at += 8; at < next; at++) char += (window[at]! & 0xc0) === 0x80 ? 0 : window[at]! >= 0xf0 ? 2 : 1;
    values.push(text.slice(start, char));
  }
  return end;
}

async function string(reader: ByteReader, what: string, longest: number): Promise<string> {
  const length = await integer(reader, `the length of ${what}`);
  if (length > longest) {
    throw new CheckpointError(
      reader.name,
      `${what} is ${count(length)} bytes long, expected at most ${count(longest)}; the file is damaged`,
    );
  }
  const bytes = length <= 65536 ? await reader.take(length, what) : await longString(reader, length, what);
  const text = decodeUtf8(bytes);
  if (text === undefined) throw badText(reader.name, what);
  return text;
}

/** V8's strings end at 2^29 characters; no honest one is near. */
const longestString = 2 ** 28;

async function longString(reader: ByteReader, length: number, what: string): Promise<Uint8Array> {
  if (length > longestString && (reader.size === undefined || length <= reader.size - reader.position)) {
    throw new CheckpointError(
      reader.name,
      `${what} is ${count(length)} bytes long, expected at most ${count(longestString)}; the file is damaged`,
    );
  }
  return readBytes(reader, length, what);
}

function badText(file: string, what: string): CheckpointError {
  return new CheckpointError(file, `${what} is no UTF-8; the file is damaged, fetch or convert it again`);
}

function checkValueType(reader: ByteReader, type: number, key: string): void {
  if (type >= leastBytes.length) {
    throw new CheckpointError(reader.name, `${key} has value type ${type}, expected 0 to 12; the file is damaged`);
  }
}

/** A count that the rest of the file cannot hold is refused before anything is read for it. */
function checkRoom(reader: ByteReader, claimed: number, bytesEach: number, what: string): void {
  if (reader.size === undefined) return;
  const room = Math.floor((reader.size - reader.position) / bytesEach);
  if (claimed > room) {
    throw new CheckpointError(
      reader.name,
      `claims ${count(claimed)} ${what}, but has room for ${count(room)} at most; it is truncated or damaged, fetch it again`,
    );
  }
}

async function integer(reader: ByteReader, what: string): Promise<number> {
  return safeInteger(await reader.take(8, what), reader.name, what);
}

/** A u64 that counts something. */
function safeInteger(bytes: Uint8Array, file: string, what: string): number {
  const high = u32(bytes, 4);
  const result = high * 2 ** 32 + u32(bytes);
  if (high >= 2 ** 21) {
    const found = (BigInt(high) << 32n) | BigInt(u32(bytes));
    throw new CheckpointError(file, `${what} is ${found}, expected less than 2^53; the file is damaged`);
  }
  return result;
}

function u32(bytes: Uint8Array, at = 0): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

function scalar(bytes: Uint8Array, at: number, type: number, file: string, key: string): number | bigint | boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, leastBytes[type]);
  switch (type) {
    case valueTypes.uint8:
      return view.getUint8(0);
    case valueTypes.int8:
      return view.getInt8(0);
    case valueTypes.uint16:
      return view.getUint16(0, true);
    case valueTypes.int16:
      return view.getInt16(0, true);
    case valueTypes.uint32:
      return view.getUint32(0, true);
    case valueTypes.int32:
      return view.getInt32(0, true);
    case valueTypes.float32:
      return view.getFloat32(0, true);
    case valueTypes.uint64:
      return narrow(view.getBigUint64(0, true));
    case valueTypes.int64:
      return narrow(view.getBigInt64(0, true));
    case valueTypes.float64:
      return view.getFloat64(0, true);
  }
  const byte = view.getUint8(0);
  if (byte > 1)
    throw new CheckpointError(file, `${key} is a boolean with value ${byte}, expected 0 or 1; the file is damaged`);
  return byte === 1;
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
