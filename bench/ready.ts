// A case with its data in place: what is timed, what it should have computed, and what it would cost at best.

import type { Instruction } from "./limits.js";

export interface Ready {
  /** One call. Place "memory": of the next bytes in turn. */
  run(): void;
  /** The part of `run` that is not the kernel's: timed by itself and taken off. */
  readonly besides?: () => void;
  /** Where the bytes lie that the next call would work on; moves on. */
  next(): number;
  /** Bytes that a call cannot do without: packed weights or cached keys and values; else all that is read and written. */
  readonly bytes: number;
  /** Bytes that successive calls go round. */
  readonly region: number;
  /** Multiply-accumulates of a call; 0 where they are not the point. */
  readonly macs: number;
  /** What could make them (limits.ts); the fastest is the limit. */
  readonly instructions: readonly Instruction[];
  /** Makes one call. @throws Error where a result differs from its scalar twin's in any bit */
  check(): void;
}

/** @throws Error unless both have the same bits everywhere */
export function sameBits(found: Float32Array, expected: Float32Array, what: string): void {
  const [a, b] = [found, expected].map((x) => new Int32Array(x.buffer, x.byteOffset, x.length)) as [
    Int32Array,
    Int32Array,
  ];
  for (let i = 0; i < b.length; i++) {
    if (a[i] !== b[i]) throw new Error(`${what} + ${i}: ${found[i]}, expected ${expected[i]}`);
  }
}
