// Writes GGUF version 3 (layout: gguf-header.ts) as a stream: the header at once, then tensor after tensor as their bytes
// come, each padded to the alignment. Sizes must be known beforehand, contents need not be.

import type { TensorType } from "../checkpoint.js";
import { valueTypes } from "./gguf-header.js";
import { bytesOf, ggmlTypeIds } from "./tensor-types.js";
import { encodeUtf8 } from "./utf8.js";

/** Where bytes go. The array may be reused as soon as the promise is fulfilled. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
}

/** A metadata value with the type that it has in the file. */
export type Typed =
  | { readonly type: "uint32" | "int32" | "float32"; readonly value: number }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "strings"; readonly value: readonly string[] }
  | { readonly type: "int32s"; readonly value: Int32Array }
  | { readonly type: "float32s"; readonly value: Float32Array };

export type Metadata = ReadonlyMap<string, Typed>;

/** A tensor to be written; `sizes` are innermost first, [columns, rows] of a matrix. */
export interface PlannedTensor {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly type: TensorType;
}

export interface GgufWriter {
  /** Bytes of the whole file. */
  readonly size: number;
  /** The next bytes of the tensors, in their order; a call may not reach beyond the current tensor's end. */
  write(bytes: Uint8Array): Promise<void>;
  /** Checks that every tensor was written. */
  end(): void;
}

const alignment = 32;
const padded = (size: number): number => Math.ceil(size / alignment) * alignment;

/** Writes the header and returns what takes the tensors' bytes. */
export async function startGguf(
  sink: Sink,
  metadata: Metadata,
  tensors: readonly PlannedTensor[],
): Promise<GgufWriter> {
  const out = new Growing();
  out.bytes(encodeUtf8("GGUF"));
  out.u32(3);
  out.u64(tensors.length);
  out.u64(metadata.size);
  for (const [key, value] of metadata) {
    out.string(key);
    putValue(out, value);
  }
  const sizes: number[] = [];
  let dataSize = 0;
  for (const { name, sizes: dimensions, type } of tensors) {
    const size = bytesOf(
      type,
      dimensions.reduce((product, length) => product * length, 1),
    );
    out.string(name);
    out.u32(dimensions.length);
    for (const length of dimensions) out.u64(length);
    out.u32(ggmlTypeIds[type]);
    out.u64(dataSize);
    sizes.push(size);
    dataSize += padded(size);
  }
  out.bytes(new Uint8Array(padded(out.length) - out.length));
  const header = out.whole();
  await sink.write(header);

  const padding = new Uint8Array(alignment);
  let current = 0;
  let written = 0; // of the current tensor
  return {
    size: header.length + dataSize,
    async write(bytes) {
      const size = sizes[current];
      if (size === undefined || written + bytes.length > size) {
        throw new RangeError(
          `${bytes.length} bytes reach beyond the end of ${tensors[current]?.name ?? "the last tensor"}`,
        );
      }
      await sink.write(bytes);
      written += bytes.length;
      if (written < size) return;
      if (padded(size) > size) await sink.write(padding.subarray(0, padded(size) - size));
      written = 0;
      current++;
    },
    end() {
      if (current < sizes.length) throw new Error(`tensor ${tensors[current]!.name} was not written`);
    },
  };
}

function putValue(out: Growing, { type, value }: Typed): void {
  switch (type) {
    case "uint32":
      out.u32(valueTypes.uint32);
      out.u32(value);
      return;
    case "int32":
      out.u32(valueTypes.int32);
      out.u32(value);
      return;
    case "float32":
      out.u32(valueTypes.float32);
      out.f32(value);
      return;
    case "bool":
      out.u32(valueTypes.bool);
      out.bytes(Uint8Array.of(value ? 1 : 0));
      return;
    case "string":
      out.u32(valueTypes.string);
      out.string(value);
      return;
  }
  out.u32(valueTypes.array);
  if (type === "strings") {
    out.u32(valueTypes.string);
    out.u64(value.length);
    for (const text of value) out.string(text);
  } else {
    out.u32(type === "int32s" ? valueTypes.int32 : valueTypes.float32);
    out.u64(value.length);
    out.bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
}

/** Little-endian fields in an array that grows. */
class Growing {
  length = 0;
  private array = new Uint8Array(4096);
  private view = new DataView(this.array.buffer);

  bytes(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length);
    this.array.set(bytes, at);
  }

  u32(value: number): void {
    const at = this.reserve(4);
    this.view.setUint32(at, value, true);
  }

  f32(value: number): void {
    const at = this.reserve(4);
    this.view.setFloat32(at, value, true);
  }

  u64(value: number): void {
    const at = this.reserve(8);
    this.view.setBigUint64(at, BigInt(value), true);
  }

  string(text: string): void {
    const bytes = encodeUtf8(text);
    this.u64(bytes.length);
    this.bytes(bytes);
  }

  whole(): Uint8Array {
    return this.array.subarray(0, this.length);
  }

  private reserve(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.array.length) {
      const longer = new Uint8Array(2 * this.length);
      longer.set(this.array);
      this.array = longer;
      this.view = new DataView(longer.buffer);
    }
    return at;
  }
}
