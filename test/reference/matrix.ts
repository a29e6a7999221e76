// Weight matrices as a checkpoint has them, each element's exact value, and where the packed layouts put it.

import { brainToNumber, floatOfBits, halfToNumber } from "./half.js";

/** [rows, cols] elements by their bits. */
export interface FloatMatrix {
  readonly type: "F32" | "F16" | "BF16";
  readonly rows: number;
  readonly cols: number;
  readonly bits: Uint32Array | Uint16Array;
}

/** Blocks of 32 columns: f16 scales (and minima) [rows, cols / 32] by their bits, integers [rows, cols] as stored. */
export interface BlockMatrix {
  readonly type: "Int8" | "Int4" | "Int4Min";
  readonly rows: number;
  readonly cols: number;
  readonly scales: Uint16Array;
  readonly minima: Uint16Array;
  readonly integers: Int16Array;
}

export type Matrix = FloatMatrix | BlockMatrix;
export type WeightType = Matrix["type"];

export function isFloatMatrix(matrix: Matrix): matrix is FloatMatrix {
  return "bits" in matrix;
}

/** The value of one element, exactly. */
export function valueAt(matrix: Matrix, row: number, col: number): number {
  const i = row * matrix.cols + col;
  if (isFloatMatrix(matrix)) {
    const bits = matrix.bits[i]!;
    if (matrix.type === "F32") return floatOfBits(bits);
    return matrix.type === "F16" ? halfToNumber(bits) : brainToNumber(bits);
  }
  const scale = halfToNumber(matrix.scales[i >> 5]!);
  const integer = matrix.integers[i]!;
  if (matrix.type === "Int8") return integer * scale;
  return matrix.type === "Int4" ? (integer - 8) * scale + 0 : integer * scale + halfToNumber(matrix.minima[i >> 5]!);
}

/** Rows first..first + count - 1 as a file holds them: elements in order, or GGUF's Q8_0, Q4_0, Q4_1 blocks. */
export function fileBytes(matrix: Matrix, first = 0, count = matrix.rows): Uint8Array {
  const { cols } = matrix;
  if (isFloatMatrix(matrix)) {
    const part = matrix.bits.slice(first * cols, (first + count) * cols);
    return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  }
  const bytes: number[] = [];
  for (let block = (first * cols) / 32; block < ((first + count) * cols) / 32; block++) {
    const at = (i: number): number => matrix.integers[block * 32 + i]!;
    bytes.push(matrix.scales[block]! & 255, matrix.scales[block]! >> 8);
    if (matrix.type === "Int4Min") bytes.push(matrix.minima[block]! & 255, matrix.minima[block]! >> 8);
    if (matrix.type === "Int8") for (let i = 0; i < 32; i++) bytes.push(at(i) & 255);
    else for (let i = 0; i < 16; i++) bytes.push(at(i) | (at(i + 16) << 4));
  }
  return Uint8Array.from(bytes);
}

/** Up to the next multiple of 32. */
export function padded(count: number): number {
  return Math.ceil(count / 32) * 32;
}

/** Bytes of 16 rows x 32 columns. */
const BLOCK_BYTES = { Int8: 544, Int4: 288, Int4Min: 320 };

/** Bytes of the whole packed matrix, rows and columns padded to multiples of 32. */
export function packedSize(type: WeightType, rows: number, cols: number): number {
  const elements = padded(rows) * padded(cols);
  if (type === "F32") return elements * 4;
  if (type === "F16" || type === "BF16") return elements * 2;
  return (elements / 512) * BLOCK_BYTES[type];
}

/** The row of q_proj or k_proj that an interleaved checkpoint's row becomes: pairs (2 i, 2 i + 1) to (i, half + i). */
export function splitHalfRow(row: number, headDim: number): number {
  if (headDim === 0) return row;
  const head = Math.floor(row / headDim) * headDim;
  const within = row - head;
  return head + (within % 2 === 0 ? within / 2 : headDim / 2 + (within - 1) / 2);
}

/**
 * The packed bytes, one element after the other.
 *   floats  [rows / 4][cols / 8][4 rows][8 columns]; 16-bit: columns 4 0 5 1 6 2 7 3
 *   blocks  [rows / 16][cols / 32] { 16 scales, (16 minima,) ... }
 *           Int8: [8 times four columns][16 rows][4]; Int4: [4 times eight columns][16 rows][4], low nibbles columns 0-3
 */
export function packedBytes(matrix: Matrix, headDim = 0, dot = 0): Uint8Array {
  const { type, rows, cols } = matrix;
  const bytes = new Uint8Array(packedSize(type, rows, cols));
  const view = new DataView(bytes.buffer);
  for (let source = 0; source < rows; source++) {
    const row = splitHalfRow(source, headDim);
    for (let col = 0; col < cols; col++) {
      const i = source * cols + col;
      if (isFloatMatrix(matrix)) {
        const run = ((Math.floor(row / 4) * padded(cols)) / 8 + Math.floor(col / 8)) * 4 + (row % 4);
        if (type === "F32") view.setUint32((run * 8 + (col % 8)) * 4, matrix.bits[i]!, true);
        else view.setUint16((run * 8 + [1, 3, 5, 7, 0, 2, 4, 6][col % 8]!) * 2, matrix.bits[i]!, true);
        continue;
      }
      const block = ((Math.floor(row / 16) * cols) / 32 + Math.floor(col / 32)) * BLOCK_BYTES[matrix.type];
      const lane = row % 16;
      view.setUint16(block + lane * 2, matrix.scales[i >> 5]!, true);
      if (type === "Int4Min") view.setUint16(block + 32 + lane * 2, matrix.minima[i >> 5]!, true);
      const start = block + (type === "Int4Min" ? 64 : 32) + lane * 4 + (col % 4);
      const within = col % 32;
      if (type === "Int8")
        bytes[start + Math.floor(within / 4) * 64] =
          matrix.integers[i]! + (dot === 2 || (dot === 0 && col % 2 === 0) ? 128 : 0);
      else bytes[start + Math.floor(within / 8) * 64]! |= matrix.integers[i]! << (col & 4);
    }
  }
  return bytes;
}
