// The weights of a file as a stream: tensors in the order of their bytes, each read by whoever wants it and skipped where
// nobody does. What a header claims about places is checked before the first byte of a weight is read.

import type { TensorData, TensorInfo } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { count } from "./buffered-reader.js";
import type { ByteReader } from "./byte-reader.js";

/** Where a tensor lies: `offset` counts from the file's first byte. */
export interface StoredTensor {
  readonly info: TensorInfo;
  readonly offset: number;
  readonly bytes: number;
}

/** One file's tensors, ascending by offset. */
export interface TensorFile {
  readonly reader: ByteReader;
  readonly tensors: readonly StoredTensor[];
}

/** A named piece of a file. */
export interface Extent {
  readonly name: string;
  readonly offset: number;
  readonly bytes: number;
}

/**
 * Sorts pieces of a file by offset.
 * @param fileSize undefined where it is not known; then a file that is too short is found when it ends
 * @throws CheckpointError where two overlap or one reaches beyond the file's end
 */
export function checkPlaces<T extends Extent>(file: string, extents: readonly T[], fileSize: number | undefined): T[] {
  const sorted = extents.toSorted((a, b) => a.offset - b.offset);
  let previous: Extent | undefined;
  for (const extent of sorted) {
    const { name, offset, bytes } = extent;
    const end = offset + bytes;
    if (previous !== undefined && offset < previous.offset + previous.bytes) {
      throw new CheckpointError(
        file,
        `tensors ${previous.name} and ${name} overlap: bytes ${count(previous.offset)} to ` +
          `${count(previous.offset + previous.bytes)} and ${count(offset)} to ${count(end)}; the file is damaged`,
      );
    }
    if (!Number.isSafeInteger(end) || (fileSize !== undefined && end > fileSize)) {
      throw new CheckpointError(
        file,
        `tensor ${name} lies at bytes ${count(offset)} to ${count(end)}, but the file ` +
          `${fileSize === undefined ? "cannot be that long" : `ends after ${count(fileSize)} bytes`}; ` +
          "it is truncated or damaged, fetch it again",
      );
    }
    previous = extent;
  }
  return sorted;
}

/**
 * Yields each tensor once, file after file. What the consumer leaves of a tensor is skipped when it asks for the next; a
 * tensor can be read only until then.
 */
export async function* streamTensors(files: readonly TensorFile[]): AsyncGenerator<TensorData, void, undefined> {
  for (const { reader, tensors } of files) {
    for (const { info, offset, bytes } of tensors) {
      const what = `tensor ${info.name}`;
      await reader.skip(offset - reader.position, `the space before ${what}`);
      const end = offset + bytes;
      let current = true;
      yield {
        info,
        async read(target) {
          if (!current) throw new Error(`${what} has passed by; it can be read only until the next is asked for`);
          if (target.length > end - reader.position) {
            throw new RangeError(`read of ${target.length} bytes, ${what} has ${end - reader.position} left`);
          }
          await reader.read(target, what);
        },
      };
      current = false;
      await reader.skip(end - reader.position, what);
    }
  }
}
