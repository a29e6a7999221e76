// Attention and the writing of keys and values made ready to be timed. One slot holds the keys and values of one layer;
// decoding goes round the slots of all layers of the model, as a pass does, prefill stays in one.

import type { Kernels } from "../src/engine/kernels.js";
import { floats } from "../test/engine/values.js";
import { attendHead, type CacheShape, slotSize, writeCache } from "../test/reference.js";
import type { Arena } from "./arena.js";
import type { Case } from "./cases.js";
import { type Ready, sameBits } from "./ready.js";

const filled = new Map<string, Uint8Array>();

/** A slot with keys and values at every position. */
function filledSlot(shape: CacheShape): Uint8Array {
  const key = JSON.stringify(shape);
  let slot = filled.get(key);
  if (slot === undefined) {
    slot = new Uint8Array(slotSize(shape));
    const width = shape.kvHeads * shape.headDim;
    for (let position = 0; position < shape.context; position++) {
      writeCache(slot, shape, 0, position, floats(width, 2 * position, "plain"));
      writeCache(slot, shape, 1, position, floats(width, 2 * position + 1, "plain"));
    }
    filled.set(key, slot);
  }
  return slot;
}

export function prepareCache(kernels: Kernels, arena: Arena, row: Case): Ready {
  return row.kernel.startsWith("append") ? appendOf(kernels, arena, row) : attentionOf(kernels, arena, row);
}

function shapeOf({ type, context, model: { kvHeads, headDim } }: Case): CacheShape {
  return { type: type as "F32" | "F16", kvHeads, headDim, context };
}

/** The batch is the last `tokens` positions of the context. */
function attentionOf(kernels: Kernels, arena: Arena, row: Case): Ready {
  const { tokens, context, model } = row;
  const { heads, kvHeads, headDim } = model;
  const shape = shapeOf(row);
  const stride = heads * headDim;
  const q = floats(tokens * stride, 5, "plain");
  const at = Int32Array.from({ length: tokens }, (_, t) => context - tokens + t);
  const slot = filledSlot(shape);
  const slots = row.place === "memory" ? model.layers : 1;

  const [queries, positions] = [arena.put(q), arena.put(at)];
  const caches = arena.take(tokens * 4);
  const out = arena.take(tokens * stride * 4);
  const scratch = arena.take((headDim + context) * 8);
  const first = arena.take(slots * slot.length);
  for (let i = 0; i < slots; i++) arena.bytes(first + i * slot.length, slot.length).set(slot);
  new Uint32Array(arena.memory.buffer, caches, tokens).fill(first);

  const scale = 1 / Math.sqrt(headDim);
  const kernel = kernels[`attention${shape.type}`];
  const attend = (offset: number) =>
    // biome-ignore format: one line of pointers, one of sizes
    kernel(out, queries, caches, offset, positions, scratch,
      tokens, heads, kvHeads, headDim, context, stride, scale, 0, 1);
  let offset = 0;
  const next = () => {
    const here = offset;
    offset = offset + slot.length === slots * slot.length ? 0 : offset + slot.length;
    return here;
  };
  const lookedBackOn = at.reduce((sum, position) => sum + position + 1, 0);
  return {
    run: () => attend(next()),
    next: () => first + next(),
    bytes: slot.length,
    region: slots * slot.length,
    macs: 2 * stride * lookedBackOn,
    instructions: ["madd"],
    check() {
      arena.floats(out, tokens * stride).fill(Number.NaN);
      attend((slots - 1) * slot.length);
      const found = arena.floats(out, tokens * stride);
      if (found.some(Number.isNaN)) throw new Error("a head without a result");
      // The twin is slow: one head of the first token, and the last one of the last.
      for (const [t, head] of [
        [0, heads >> 1],
        [tokens - 1, heads - 1],
      ] as const) {
        const start = t * stride + head * headDim;
        const kvHead = Math.floor(head / (heads / kvHeads));
        const expected = attendHead(slot, shape, kvHead, q.subarray(start, start + headDim), at[t]!, scale);
        sameBits(found.subarray(start, start + headDim), expected, `token ${t}, head ${head}, element 0`);
      }
    },
  };
}

function appendOf(kernels: Kernels, arena: Arena, row: Case): Ready {
  const { tokens, context, model } = row;
  const { kvHeads, headDim } = model;
  const shape = shapeOf(row);
  const width = kvHeads * headDim;
  const k = floats(tokens * width, 6, "plain");
  const v = floats(tokens * width, 7, "plain");
  const at = Int32Array.from({ length: tokens }, (_, t) => context - tokens + t);
  const size = slotSize(shape);

  const [keys, values, positions] = [arena.put(k), arena.put(v), arena.put(at)];
  const slot = arena.take(size);
  const caches = arena.put(new Uint32Array(tokens).fill(slot));
  const kernel = kernels[`append${shape.type}`];
  const run = () => kernel(caches, 0, positions, keys, values, tokens, kvHeads, headDim, context, width, 0, 1);
  const bytes = 2 * tokens * width * (4 + (shape.type === "F32" ? 4 : 2));
  return {
    run,
    next: () => slot,
    bytes,
    region: bytes,
    macs: 0,
    instructions: ["madd"],
    check() {
      const expected = new Uint8Array(size);
      at.forEach((position, t) => {
        writeCache(expected, shape, 0, position, k.subarray(t * width, t * width + width));
        writeCache(expected, shape, 1, position, v.subarray(t * width, t * width + width));
      });
      arena.bytes(slot, size).fill(0);
      run();
      const found = arena.bytes(slot, size);
      const wrong = expected.findIndex((byte, i) => byte !== found[i]);
      if (wrong >= 0) throw new Error(`byte ${wrong} of the slot is ${found[wrong]}, expected ${expected[wrong]}`);
    },
  };
}
