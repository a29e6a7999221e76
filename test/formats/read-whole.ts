// A checkpoint's tensors as values, for comparing checkpoints of different formats: rows of q_proj and k_proj in halves.

import type { Checkpoint } from "../../src/checkpoint.js";
import { bytesOf, decode } from "../../src/formats/tensor-codec.js";

/** Values by "role block". */
export async function readWhole(checkpoint: Checkpoint): Promise<Map<string, Float32Array>> {
  const values = new Map<string, Float32Array>();
  for await (const { info, read } of checkpoint.readTensors()) {
    const [rows, cols] = info.shape;
    const bytes = new Uint8Array(bytesOf(info.type, rows * cols));
    await read(bytes);
    const tensor = decode(info.type, bytes);
    values.set(
      `${info.role} ${info.block}`,
      info.rope === "interleaved" ? toHalves(tensor, cols, checkpoint.config.head_dim) : tensor,
    );
  }
  await checkpoint.close();
  return values;
}

function toHalves(tensor: Float32Array, cols: number, headDim: number): Float32Array {
  const out = new Float32Array(tensor.length);
  for (let row = 0; row < tensor.length / cols; row++) {
    const inHead = row % headDim;
    const to = row - inHead + (inHead >> 1) + (inHead % 2) * (headDim / 2);
    out.set(tensor.subarray(row * cols, (row + 1) * cols), to * cols);
  }
  return out;
}
