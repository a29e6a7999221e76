// Which block of weights runs as which layer (MobileLLM, arXiv 2402.14905, section 2.3). An ordinary model is
// [0..n-1], immediate block-wise sharing [0,0,1,1,...]. Weights are shared, keys and values are not: every executed layer
// has a cache slot of its own, so a shared model computes what its unshared twin does.

export interface Schedule {
  /** Executed layer -> stored block. */
  readonly blocks: Int32Array;
  /** Executed layer -> slot of the KV cache. */
  readonly caches: Int32Array;
}

/**
 * The schedule that executes `blocks` in this order.
 * @throws RangeError if a block is not one of the `stored` ones, or one of these is never executed
 */
export function createSchedule(blocks: ArrayLike<number>, stored: number): Schedule {
  const used = new Set<number>();
  for (let layer = 0; layer < blocks.length; layer++) {
    const block = blocks[layer]!;
    if (!Number.isInteger(block) || block < 0 || block >= stored)
      throw new RangeError(`schedule: layer ${layer} names block ${block}; there are blocks 0 to ${stored - 1}`);
    used.add(block);
  }
  if (used.size !== stored)
    throw new RangeError(`schedule: ${stored} blocks are stored, but only ${used.size} of them are ever executed`);
  return { blocks: Int32Array.from(blocks), caches: Int32Array.from(blocks, (_, layer) => layer) };
}
