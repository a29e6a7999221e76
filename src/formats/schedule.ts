// Which stored block each executed layer uses (MobileLLM, https://arxiv.org/abs/2402.14905, section 2.3 "Layer sharing").
// A schedule is an Int32Array, executed layer -> stored block; an ordinary model's is [0, 1, ..., n - 1].

/** The paper's ways to share blocks, or any list of stored blocks in the order of execution. */
export type ScheduleKind = "none" | "immediate" | "repeat" | "reverse" | readonly number[];

/** Longest schedule accepted, in executed layers. */
export const maxLayers = 65536;

/**
 * The schedule over `blocks` stored blocks:
 * none [0..n-1]; immediate [0,0,1,1,..] (MobileLLM-LS); repeat [0..n-1,0..n-1]; reverse [0..n-1,n-1..0].
 *
 * @throws RangeError for no blocks, too many, an empty list, or a list that names a block which is not stored
 */
export function schedule(kind: ScheduleKind, blocks: number): Int32Array {
  if (!Number.isInteger(blocks) || blocks < 1 || blocks > maxLayers / 2) {
    throw new RangeError(`blocks is ${blocks}, expected a whole number from 1 to ${maxLayers / 2}`);
  }
  const once = Int32Array.from({ length: blocks }, (_, block) => block);
  switch (kind) {
    case "none":
      return once;
    case "immediate":
      return Int32Array.from({ length: 2 * blocks }, (_, layer) => layer >> 1);
    case "repeat":
      return Int32Array.from([...once, ...once]);
    case "reverse":
      return Int32Array.from([...once, ...once.toReversed()]);
  }
  if (!Array.isArray(kind)) {
    throw new RangeError(`schedule "${kind}", expected none, immediate, repeat, reverse or a list of blocks`);
  }
  if (kind.length < 1 || kind.length > maxLayers) {
    throw new RangeError(`the schedule has ${kind.length} layers, expected 1 to ${maxLayers}`);
  }
  for (const [layer, block] of kind.entries()) {
    if (!Number.isInteger(block) || block < 0 || block >= blocks) {
      throw new RangeError(
        `layer ${layer} of the schedule executes block ${block}; blocks 0 to ${blocks - 1} are stored`,
      );
    }
  }
  return Int32Array.from(kind);
}

/** True where some block is executed more or less than once, or out of order. */
export function sharesBlocks(blocks: Int32Array, stored: number): boolean {
  return blocks.length !== stored || blocks.some((block, layer) => block !== layer);
}
