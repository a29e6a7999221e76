// Sizes of tensors in files. The numbers and names of GGUF's types are those of ggml.h (enum ggml_type); only the six of
// TensorType are read, the others are known by name so that the error can say what was found.

import type { TensorType } from "../checkpoint.js";

/** Elements of a block, bytes of a block. Blocks lie along the columns and never cross a row. */
const blocks: Readonly<Record<TensorType, readonly [elements: number, bytes: number]>> = {
  F32: [1, 4],
  F16: [1, 2],
  BF16: [1, 2],
  Q8_0: [32, 34], // f16 scale, 32 x int8
  Q4_0: [32, 18], // f16 scale, 32 nibbles
  Q4_1: [32, 20], // f16 scale, f16 minimum, 32 nibbles
};

const ggmlNames: Readonly<Record<number, string>> = {
  0: "F32",
  1: "F16",
  2: "Q4_0",
  3: "Q4_1",
  4: "Q4_2",
  5: "Q4_3",
  6: "Q5_0",
  7: "Q5_1",
  8: "Q8_0",
  9: "Q8_1",
  10: "Q2_K",
  11: "Q3_K",
  12: "Q4_K",
  13: "Q5_K",
  14: "Q6_K",
  15: "Q8_K",
  16: "IQ2_XXS",
  17: "IQ2_XS",
  18: "IQ3_XXS",
  19: "IQ1_S",
  20: "IQ4_NL",
  21: "IQ3_S",
  22: "IQ2_S",
  23: "IQ4_XS",
  24: "I8",
  25: "I16",
  26: "I32",
  27: "I64",
  28: "F64",
  29: "IQ1_M",
  30: "BF16",
  31: "Q4_0_4_4",
  32: "Q4_0_4_8",
  33: "Q4_0_8_8",
  34: "TQ1_0",
  35: "TQ2_0",
  36: "IQ4_NL_4_4",
  37: "IQ4_NL_4_8",
  38: "IQ4_NL_8_8",
  39: "MXFP4",
};

/** GGUF's numbers of the types that are read. */
export const ggmlTypeIds: Readonly<Record<TensorType, number>> = {
  F32: 0,
  F16: 1,
  Q4_0: 2,
  Q4_1: 3,
  Q8_0: 8,
  BF16: 30,
};

/** The type with GGUF's number `id`: a TensorType, or undefined with the name ggml has for it. */
export function ggmlType(id: number): { readonly type: TensorType | undefined; readonly name: string } {
  const name = ggmlNames[id] ?? `number ${id}, unknown to this version`;
  return { type: isTensorType(name) ? name : undefined, name };
}

export function isTensorType(name: string): name is TensorType {
  return Object.hasOwn(blocks, name);
}

/** Columns that share a scale: 32 for quantised types, 1 for the others. Rows are whole numbers of these. */
export function blockElements(type: TensorType): number {
  return blocks[type][0];
}

/**
 * Bytes that `elements` elements of a type take.
 * @throws RangeError where they are no whole number of blocks
 */
export function bytesOf(type: TensorType, elements: number): number {
  const [blockSize, blockBytes] = blocks[type];
  if (!Number.isSafeInteger(elements) || elements < 0 || elements % blockSize !== 0) {
    throw new RangeError(`${elements} elements of ${type}, expected a multiple of ${blockSize}`);
  }
  return (elements / blockSize) * blockBytes;
}
