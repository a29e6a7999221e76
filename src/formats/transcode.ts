// A checkpoint's tensors in other types than the file's, while they stream past: decoded to F32 and encoded again a few
// rows at a time. Columns that a quantised type cannot divide into blocks of 32 are padded with zeros, and `shape` says so.

import type { TensorData, TensorInfo, TensorType } from "../checkpoint.js";
import { decode, encode } from "./tensor-codec.js";
import { blockElements, bytesOf } from "./tensor-types.js";

/** What a tensor becomes in type `type`. */
export function transcodedInfo(info: TensorInfo, type: TensorType): TensorInfo {
  if (info.type === type) return info;
  const [rows, cols] = info.shape;
  const block = blockElements(type);
  return { ...info, type, shape: [rows, Math.ceil(cols / block) * block] };
}

/**
 * Passes tensors on in the types that `typeOf` wants; those that have it already are not touched.
 * What is read of a transcoded tensor must be whole rows.
 */
export async function* transcode(
  tensors: AsyncIterable<TensorData>,
  typeOf: (info: TensorInfo) => TensorType,
): AsyncGenerator<TensorData, void, undefined> {
  for await (const tensor of tensors) {
    const type = typeOf(tensor.info);
    yield type === tensor.info.type ? tensor : transcodeOne(tensor, type);
  }
}

function transcodeOne(tensor: TensorData, type: TensorType): TensorData {
  const info = transcodedInfo(tensor.info, type);
  const cols = tensor.info.shape[1];
  const paddedCols = info.shape[1];
  const rowBytes = bytesOf(type, paddedCols);
  return {
    info,
    async read(target) {
      const rows = target.length / rowBytes;
      if (!Number.isInteger(rows)) throw new RangeError(`${target.length} bytes of ${info.name} are no whole rows`);
      const source = new Uint8Array(bytesOf(tensor.info.type, rows * cols));
      await tensor.read(source);
      const values = decode(tensor.info.type, source);
      encode(type, cols === paddedCols ? values : padRows(values, rows, cols, paddedCols), target);
    },
  };
}

function padRows(values: Float32Array, rows: number, cols: number, paddedCols: number): Float32Array {
  const padded = new Float32Array(rows * paddedCols);
  for (let row = 0; row < rows; row++) padded.set(values.subarray(row * cols, (row + 1) * cols), row * paddedCols);
  return padded;
}
