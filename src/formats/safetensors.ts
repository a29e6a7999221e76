// The container of safetensors (specification: huggingface/safetensors, README "Format"):
//
//   u64 length of the header | header, JSON | data
//   header: { "name": { "dtype": "F16", "shape": [rows, cols], "data_offsets": [begin, end] }, "__metadata__": {...} }
//
// Offsets count from the start of the data. The tensors must cover the data without holes, which also finds a name that
// the JSON holds twice.

import { CheckpointError } from "../errors.js";
import { count } from "./buffered-reader.js";
import { type ByteReader, readBytes } from "./byte-reader.js";
import { show } from "./config.js";
import { parseJsonObject } from "./json.js";
import { checkPlaces } from "./tensor-stream.js";

export interface SafetensorsTensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** From the file's first byte. */
  readonly offset: number;
  readonly bytes: number;
}

/** The limit of the reference implementation. */
const longestHeader = 100_000_000;

const dtypeBytes: Readonly<Record<string, number>> = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E5M2: 1,
  F8_E4M3: 1,
  U16: 2,
  I16: 2,
  F16: 2,
  BF16: 2,
  U32: 4,
  I32: 4,
  F32: 4,
  U64: 8,
  I64: 8,
  F64: 8,
};

/**
 * Reads the header; tensors come back ascending by offset, and the reader stands at the start of the data.
 * @throws CheckpointError for a damaged file
 */
export async function readSafetensorsHeader(reader: ByteReader): Promise<readonly SafetensorsTensor[]> {
  const file = reader.name;
  const head = await reader.take(8, "the header's length");
  const view = new DataView(head.buffer, head.byteOffset, 8);
  const length = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
  if (length < 2 || length > longestHeader) {
    throw new CheckpointError(
      file,
      `the header is ${view.getBigUint64(0, true)} bytes long, expected 2 to ${count(longestHeader)}; it is no safetensors file, or damaged`,
    );
  }
  const header = parseJsonObject(file, await readBytes(reader, length, "the header"), "the header");
  const dataOffset = reader.position;
  const tensors: SafetensorsTensor[] = [];
  for (const [name, entry] of Object.entries(header)) {
    if (name !== "__metadata__") tensors.push(describe(file, name, entry, dataOffset));
  }
  const sorted = checkPlaces(file, tensors, reader.size);
  let end = dataOffset;
  for (const { name, offset, bytes } of sorted) {
    if (offset !== end) throw hole(file, end - dataOffset, offset - dataOffset, `before tensor ${name}`);
    end = offset + bytes;
  }
  if (reader.size !== undefined && end !== reader.size) {
    throw hole(file, end - dataOffset, reader.size - dataOffset, "at the end");
  }
  return sorted;
}

function describe(file: string, name: string, entry: unknown, dataOffset: number): SafetensorsTensor {
  if (typeof entry !== "object" || entry === null) {
    throw new CheckpointError(
      file,
      `tensor ${name} is described by ${show(entry)}, expected an object; the file is damaged`,
    );
  }
  const { dtype, shape, data_offsets: offsets } = entry as Record<string, unknown>;
  if (typeof dtype !== "string") {
    throw new CheckpointError(
      file,
      `tensor ${name} has dtype ${show(dtype)}, expected a name such as "F16"; the file is damaged`,
    );
  }
  if (!isCounts(shape) || shape.includes(0)) {
    throw new CheckpointError(
      file,
      `tensor ${name} has shape ${show(shape)}, expected positive whole numbers; the file is damaged`,
    );
  }
  if (!isCounts(offsets) || offsets.length !== 2 || offsets[0]! > offsets[1]!) {
    throw new CheckpointError(
      file,
      `tensor ${name} has data_offsets ${show(offsets)}, expected [begin, end]; the file is damaged`,
    );
  }
  const [begin, end] = offsets as [number, number];
  const size = dtypeBytes[dtype];
  const bytes = shape.reduce((product, length) => product * length, size ?? 1);
  if (size !== undefined && bytes !== end - begin) {
    throw new CheckpointError(
      file,
      `tensor ${name} has ${count(end - begin)} bytes, but shape ${show(shape)} of ${dtype} takes ${count(bytes)}; the file is damaged`,
    );
  }
  return { name, dtype, shape, offset: dataOffset + begin, bytes: end - begin };
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

function hole(file: string, from: number, to: number, where: string): CheckpointError {
  return new CheckpointError(
    file,
    `bytes ${count(from)} to ${count(to)} of the data, ${where}, belong to no tensor; ` +
      "the file is damaged, or its header names a tensor twice",
  );
}
