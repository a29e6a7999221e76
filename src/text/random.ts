// xoshiro128** 1.1 (Blackman and Vigna 2021, "Scrambled Linear Pseudorandom Number Generators"), seeded by SplitMix32 (the
// finaliser of MurmurHash3 over a Weyl sequence). All of it is 32-bit integer arithmetic, the same in every JavaScript
// engine; period 2^128 - 1.

/** A generator of uniform numbers. */
export interface Random {
  /** An integer, 0 to 2^32 - 1. */
  uint32(): number;
  /** A multiple of 2^-53, 0 <= x < 1. Takes two integers. */
  float64(): number;
}

/** A generator whose whole sequence `seed` decides: an integer, 0 to 2^53 - 1. Throws TypeError and RangeError. */
export function createRandom(seed: number): Random {
  if (typeof seed !== "number") throw new TypeError(`seed must be a number, not ${typeof seed}`);
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed is ${seed}; an integer from 0 to ${Number.MAX_SAFE_INTEGER} is expected`);
  }
  // Two words each from the lower 32 bits and from the rest, so that no two seeds share a state. Neighbouring outputs of
  // SplitMix32 differ, so the state is never all 0.
  const lower = splitMix32(seed >>> 0);
  const upper = splitMix32(Math.floor(seed / 2 ** 32) ^ 0x6a09e667);
  return xoshiro128([lower(), lower(), upper(), upper()]);
}

/** A seed from the platform's source of randomness, 0 to 2^53 - 1. */
export function randomSeed(): number {
  const words = crypto.getRandomValues(new Uint32Array(2));
  return (words[0]! >>> 11) * 2 ** 32 + words[1]!;
}

/** xoshiro128** from a state of four 32-bit words that are not all 0. */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  const uint32 = (): number => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled;
  };
  return {
    uint32,
    float64() {
      const high = uint32() >>> 5;
      return (high * 2 ** 26 + (uint32() >>> 6)) / 2 ** 53;
    },
  };
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
}
