// The KV cache and attention over it: a token's output has the same bits whether its session is alone in the batch or
// not, whether the prompt came at once or token by token, and whatever lies in the cache beyond its position.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  attendHead,
  attendHeadPlain,
  bitsOfFloat,
  type CacheShape,
  floatOfBits,
  halfToNumber,
  numberToHalf,
  slotSize,
  writeCache,
} from "../reference.js";
import { type Arena, type Build, inEveryBuild, inParts, sameBytes, sameFloats } from "./builds.js";
import { bitStream, floats, type Style } from "./values.js";

interface Batch {
  readonly shape: CacheShape;
  /** Bytes before the slot in each session's cache. */
  readonly slot: number;
  readonly sessions: number;
  /** Of each token: whose cache, and where in it. */
  readonly owners: readonly number[];
  readonly positions: Int32Array;
}

/** Addresses of sessions' caches with `contents`, and of the lists that kernels read. */
function placeCaches(arena: Arena, batch: Batch, contents: readonly Uint8Array[], writable: boolean) {
  const addresses = contents.map((bytes) => (writable ? arena.inout(bytes) : arena.input(bytes)));
  const caches = arena.input(Uint32Array.from(batch.owners, (owner) => addresses[owner]!));
  return { addresses, caches, positions: arena.input(batch.positions) };
}

function append(
  { kernels }: Build,
  arena: Arena,
  batch: Batch,
  contents: readonly Uint8Array[],
  k: Float32Array,
  v: Float32Array,
  stride: number,
  parts: number,
): Uint8Array[] {
  const { type, kvHeads, headDim, context } = batch.shape;
  const { addresses, caches, positions } = placeCaches(arena, batch, contents, true);
  const keys = arena.input(k);
  const values = arena.input(v);
  const tokens = batch.owners.length;
  arena.call(() =>
    inParts(parts, (part) =>
      kernels[`append${type}`](
        caches,
        batch.slot,
        positions,
        keys,
        values,
        tokens,
        kvHeads,
        headDim,
        context,
        stride,
        part,
        parts,
      ),
    ),
  );
  return addresses.map((address, i) => arena.bytes(address, contents[i]!.length));
}

function attend(
  { kernels }: Build,
  arena: Arena,
  batch: Batch,
  contents: readonly Uint8Array[],
  q: Float32Array,
  heads: number,
  stride: number,
  scale: number,
  parts: number,
): Float32Array {
  const { type, kvHeads, headDim, context } = batch.shape;
  const { caches, positions } = placeCaches(arena, batch, contents, false);
  const queries = arena.input(q);
  const scratch = arena.output(parts * (headDim + context) * 8);
  // What lies beyond the heads in a row is not to be touched: start from known bytes.
  const out = arena.inout(new Float32Array(q.length));
  const tokens = batch.owners.length;
  arena.call(() =>
    inParts(parts, (part) =>
      kernels[`attention${type}`](
        out,
        queries,
        caches,
        batch.slot,
        positions,
        scratch,
        tokens,
        heads,
        kvHeads,
        headDim,
        context,
        stride,
        scale,
        part,
        parts,
      ),
    ),
  );
  return arena.floats(out, q.length);
}

const cacheShape = {
  type: fc.constantFrom("F32" as const, "F16" as const),
  kvHeads: fc.integer({ min: 1, max: 3 }),
  eighths: fc.integer({ min: 1, max: 5 }),
  quarters: fc.integer({ min: 1, max: 6 }),
  slot: fc.nat({ max: 40 }),
  sessions: fc.integer({ min: 1, max: 3 }),
  tokens: fc.integer({ min: 1, max: 6 }),
  extra: fc.nat({ max: 40 }),
  seed: fc.nat(),
  style: fc.constantFrom<Style>("plain", "wide", "tiny", "full", "zero"),
  parts: fc.integer({ min: 1, max: 5 }),
};

/** A batch of tokens at different places of different sessions. */
function batchOf(any: {
  type: "F32" | "F16";
  kvHeads: number;
  eighths: number;
  quarters: number;
  slot: number;
  sessions: number;
  tokens: number;
  seed: number;
}): Batch {
  const shape = { type: any.type, kvHeads: any.kvHeads, headDim: any.eighths * 8, context: any.quarters * 4 };
  const places = Array.from({ length: any.sessions * shape.context }, (_, i) => i);
  const bits = bitStream(any.seed);
  // Distinct places: no two tokens of a batch are the same position of one session.
  const chosen = Array.from(
    { length: Math.min(any.tokens, places.length) },
    () => places.splice(bits() % places.length, 1)[0]!,
  );
  return {
    shape,
    slot: any.slot,
    sessions: any.sessions,
    owners: chosen.map((place) => Math.floor(place / shape.context)),
    positions: Int32Array.from(chosen, (place) => place % shape.context),
  };
}

/** Caches full of garbage. */
function garbage(batch: Batch, seed: number): Uint8Array[] {
  const bits = bitStream(seed);
  return Array.from({ length: batch.sessions }, () =>
    Uint8Array.from({ length: batch.slot + slotSize(batch.shape) }, () => 0xf0 | (bits() & 15)),
  );
}

test("keys and values land where the layout says, to the bit, and nothing else moves", () => {
  fc.assert(
    fc.property(fc.record(cacheShape), (any) => {
      const batch = batchOf(any);
      const { kvHeads, headDim } = batch.shape;
      const stride = kvHeads * headDim + any.extra;
      const k = floats(batch.owners.length * stride, any.seed, any.style);
      const v = floats(batch.owners.length * stride, any.seed + 1, "wide");
      const before = garbage(batch, any.seed);
      const expected = before.map((bytes) => bytes.slice());
      batch.owners.forEach((owner, t) => {
        const slot = expected[owner]!.subarray(batch.slot);
        writeCache(slot, batch.shape, 0, batch.positions[t]!, k.subarray(t * stride, t * stride + kvHeads * headDim));
        writeCache(slot, batch.shape, 1, batch.positions[t]!, v.subarray(t * stride, t * stride + kvHeads * headDim));
      });
      inEveryBuild(any.seed, (build, arena) => {
        const found = append(build, arena, batch, before, k, v, stride, any.parts);
        found.forEach((bytes, i) => {
          sameBytes(bytes, expected[i]!, `cache ${i}`);
        });
      });
    }),
    { numRuns: 100 },
  );
});

test("attention has the bits of the documented order and the formula's values, in any batch", () => {
  const any = fc.record({
    ...cacheShape,
    group: fc.integer({ min: 1, max: 3 }),
    scale: fc.constantFrom(0.125, 0.35, 3),
    style: fc.constantFrom<Style>("plain", "full", "zero", "tiny"),
  });
  fc.assert(
    fc.property(any, ({ group, scale, style, seed, extra, parts, ...rest }) => {
      const batch = batchOf({ ...rest, seed });
      const { kvHeads, headDim, context } = batch.shape;
      const heads = kvHeads * group;
      const stride = heads * headDim + extra;
      const q = floats(batch.owners.length * stride, seed, style);
      // Every session has keys and values up to its furthest token; beyond, garbage.
      const caches = garbage(batch, seed);
      caches.forEach((cache, session) => {
        const length = Math.max(0, ...batch.owners.map((o, t) => (o === session ? batch.positions[t]! + 1 : 0)));
        for (let position = 0; position < length; position++) {
          for (const which of [0, 1]) {
            const row = floats(kvHeads * headDim, seed + position * 2 + which, which === 0 ? style : "plain");
            writeCache(cache.subarray(batch.slot), batch.shape, which, position, row);
          }
        }
      });
      const expected = new Float32Array(q.length);
      batch.owners.forEach((owner, t) => {
        const slot = caches[owner]!.subarray(batch.slot);
        for (let h = 0; h < heads; h++) {
          const start = t * stride + h * headDim;
          const query = q.slice(start, start + headDim);
          const kvHead = Math.floor(h / group);
          const exact = attendHead(slot, batch.shape, kvHead, query, batch.positions[t]!, scale);
          const plain = attendHeadPlain(slot, batch.shape, kvHead, query, batch.positions[t]!, scale);
          exact.forEach((value, i) => {
            assert.ok(Math.abs(value - plain.out[i]!) <= plain.bound, `twin: ${value}, not ${plain.out[i]}`);
          });
          expected.set(exact, start);
        }
      });
      assert.ok(context % 4 === 0);
      inEveryBuild(seed, (build, arena) => {
        sameFloats(attend(build, arena, batch, caches, q, heads, stride, scale, parts), expected, batch.shape.type);
      });
    }),
    { numRuns: 150 },
  );
});

test("a prompt at once gives the bits of the prompt token by token", () => {
  for (const type of ["F32", "F16"] as const) {
    for (const tokens of [1, 2, 5, 11]) {
      const shape = { type, kvHeads: 2, headDim: 24, context: 12 };
      const stride = 4 * 24;
      const [q, k, v] = [1, 2, 3].map((seed) => floats(tokens * stride, seed * 100 + tokens, "plain")) as [
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      const batch = (from: number, to: number): Batch => ({
        shape,
        slot: 0,
        sessions: 1,
        owners: new Array(to - from).fill(0),
        positions: Int32Array.from({ length: to - from }, (_, i) => from + i),
      });
      inEveryBuild(tokens, (build, arena) => {
        const all = batch(0, tokens);
        const empty = garbage(all, 9);
        const full = append(build, arena, all, empty, k, v, stride, 2);
        const together = attend(build, arena, all, full, q, 4, stride, 0.2, 3);
        let cache = empty;
        for (let t = 0; t < tokens; t++) {
          const one = batch(t, t + 1);
          const row = (x: Float32Array) => x.slice(t * stride, (t + 1) * stride);
          cache = append(build, arena, one, cache, row(k), row(v), stride, 1);
          const alone = attend(build, arena, one, cache, row(q), 4, stride, 0.2, 1);
          sameFloats(alone, row(together), `${type}, token ${t} of ${tokens}`);
        }
      });
    }
  }
});

test("f16 caches hold every f16 exactly, round halfway cases to even, clamp at 65504 and keep NaN", () => {
  const shape: CacheShape = { type: "F16", kvHeads: 1, headDim: 64, context: 1024 };
  const batch: Batch = {
    shape,
    slot: 0,
    sessions: 1,
    owners: new Array(1024).fill(0),
    positions: Int32Array.from({ length: 1024 }, (_, i) => i),
  };
  const all = Float32Array.from({ length: 65536 }, (_, bits) => halfToNumber(bits));
  // Halfway between each number and the next, and the f32 just below and above.
  const between = Float32Array.from({ length: 65536 }, (_, bits) => {
    const next = halfToNumber(bits) + (halfToNumber((bits + 1) & 0xffff) - halfToNumber(bits)) / 2;
    if (!Number.isFinite(next)) return [1e9, -1e9, 65504.01, 65519.9, -65520, Infinity, -Infinity, 3.4e38][bits % 8]!;
    return floatOfBits(bitsOfFloat(next) + ((bits >> 3) % 3) - 1);
  });
  const stored = (x: Float32Array) => {
    const slot = new Uint8Array(slotSize(shape));
    for (let position = 0; position < 1024; position++) {
      const row = (data: Float32Array) => data.subarray(position * 64, position * 64 + 64);
      writeCache(slot, shape, 0, position, row(x));
      writeCache(slot, shape, 1, position, row(between));
    }
    return slot;
  };
  const expected = stored(all);
  all.forEach((value, bits) => {
    if (Number.isFinite(value)) assert.is(numberToHalf(value), bits);
    else assert.is(numberToHalf(value) & 0x7fff, Number.isNaN(value) ? 0x7e00 : 0x7bff);
  });
  assert.is(numberToHalf(2049), numberToHalf(2048)); // halfway, to even
  assert.is(numberToHalf(2051), numberToHalf(2052));
  assert.is(numberToHalf(2 ** -25), 0);
  assert.is(numberToHalf(3 * 2 ** -25), 2);
  inEveryBuild(13, (build, arena) => {
    const [found] = append(build, arena, batch, [new Uint8Array(expected.length)], all, between, 64, 1);
    // A NaN's sign is kept where the host keeps it; only that it is one matters.
    const clean = (bytes: Uint8Array) =>
      new Uint16Array(bytes.slice().buffer).map((bits) => ((bits & 0x7fff) === 0x7e00 ? 0x7e00 : bits));
    sameBytes(new Uint8Array(clean(found!).buffer), new Uint8Array(clean(expected).buffer), "f16 cache");
  });
});

test("one key far ahead of the others takes all the weight, to the bit, whatever the scores' size", () => {
  for (const type of ["F32", "F16"] as const) {
    const shape: CacheShape = { type, kvHeads: 1, headDim: 8, context: 8 };
    const batch: Batch = { shape, slot: 0, sessions: 1, owners: [0], positions: Int32Array.of(5) };
    for (const size of [200, 60000]) {
      const cache = garbage(batch, 3)[0]!;
      for (let position = 0; position < 6; position++) {
        writeCache(cache, shape, 0, position, new Float32Array(8).fill(position === 3 ? size : -size));
        writeCache(cache, shape, 1, position, floats(8, position, "plain"));
      }
      const expected = Float32Array.from(floats(8, 3, "plain"), (x) => {
        return type === "F16" ? halfToNumber(numberToHalf(x)) : x;
      });
      inEveryBuild(1, (build, arena) => {
        const q = new Float32Array(8).fill(1000);
        sameFloats(attend(build, arena, batch, [cache], q, 1, 8, 1, 1), expected, `${type} ${size}`);
      });
    }
  }
});

test.run();
