// Byte-pair encoding's inner loop, shared by every tokenizer: repeatedly merge the best pair of neighbours until no pair of
// neighbours is in the table (Sennrich, Haddow and Birch 2016, "Neural Machine Translation of Rare Words with Subword
// Units"). Best is the lowest rank, then the leftmost. Neighbours are a linked list and candidates a binary heap, so a
// word of n symbols costs O(n log n); the textbook loop is O(n^2), which a 100 KB word without spaces turns into minutes.
//
// Layout: a symbol is an int32 id. Ids >= 0 may merge; negative symbols never do, and mean whatever the caller likes.

/** What a pair becomes, and how soon. `rank` is 0 to `maxRank`. */
export interface Merge {
  readonly rank: number;
  readonly merged: number;
}

/** The merges of a vocabulary: (left, right) -> (rank, merged). Open addressing, at most half full. */
export interface PairTable {
  mask: number;
  /** [mask + 1]; -1 where a slot is empty. */
  lefts: Int32Array;
  rights: Int32Array;
  ranks: Int32Array;
  /** -1 for a pair that is known not to merge. */
  merged: Int32Array;
  /** Pairs in the table. */
  count: number;
  /** Asked about a pair that is not in the table, which remembers the answer; without, such a pair does not merge. */
  readonly judge: ((left: number, right: number) => Merge | undefined) | undefined;
}

/** Ranks share a float64 key with a position, 21 bits beside 32. */
export const maxRank = 2 ** 21 - 1;
const positionRange = 2 ** 32;

/** A table that learns forgets everything at this size, 4 MB: there is no end to the pairs that a text may hold. */
const mostLearned = 2 ** 17;

/** An empty table for up to `capacity` pairs. */
export function createPairTable(capacity: number): PairTable {
  let slots = 16;
  while (slots < capacity * 2) slots *= 2;
  return { ...emptySlots(slots), judge: undefined };
}

/**
 * An empty table that grows by the pairs it is asked for. Entering every pair of a vocabulary takes longer than most texts: 60 ms
 * for 32,000 pieces.
 */
export function createLearningTable(judge: NonNullable<PairTable["judge"]>): PairTable {
  return { ...emptySlots(2048), judge };
}

function emptySlots(slots: number): Omit<PairTable, "judge"> {
  return {
    mask: slots - 1,
    lefts: new Int32Array(slots).fill(-1),
    rights: new Int32Array(slots),
    ranks: new Int32Array(slots),
    merged: new Int32Array(slots),
    count: 0,
  };
}

/** Adds a pair; of a pair given twice the better rank stays. `rank` is 0 to `maxRank`. */
export function addPair(table: PairTable, left: number, right: number, rank: number, merged: number): void {
  let slot = firstSlot(table, left, right);
  while (table.lefts[slot]! >= 0) {
    if (table.lefts[slot] === left && table.rights[slot] === right) {
      if (table.ranks[slot]! <= rank) return;
      break;
    }
    slot = (slot + 1) & table.mask;
  }
  if (table.lefts[slot]! < 0) table.count++;
  table.lefts[slot] = left;
  table.rights[slot] = right;
  table.ranks[slot] = rank;
  table.merged[slot] = merged;
}

/** The slot of a pair, until the next is looked for, or -1. */
export function findPair(table: PairTable, left: number, right: number): number {
  if (left < 0 || right < 0) return -1;
  let slot = firstSlot(table, left, right);
  for (;;) {
    const found = table.lefts[slot]!;
    if (found < 0) return table.judge ? learnPair(table, left, right) : -1;
    if (found === left && table.rights[slot] === right) return table.merged[slot]! < 0 ? -1 : slot;
    slot = (slot + 1) & table.mask;
  }
}

function learnPair(table: PairTable, left: number, right: number): number {
  if (table.count >= (table.mask + 1) / 2) makeRoom(table);
  const { rank, merged } = table.judge!(left, right) ?? { rank: 0, merged: -1 };
  addPair(table, left, right, rank, merged);
  return merged < 0 ? -1 : findPair(table, left, right);
}

/** Twice as many slots, or all of them free again. */
function makeRoom(table: PairTable): void {
  if (table.count >= mostLearned) {
    table.lefts.fill(-1);
    table.count = 0;
    return;
  }
  const { lefts, rights, ranks, merged } = table;
  Object.assign(table, emptySlots(2 * lefts.length));
  for (let slot = 0; slot < lefts.length; slot++)
    if (lefts[slot]! >= 0) addPair(table, lefts[slot]!, rights[slot]!, ranks[slot]!, merged[slot]!);
}

function firstSlot(table: PairTable, left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca77);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash & table.mask;
}

/** Working memory for `mergeSymbols`, grown as needed and used again for the next word. */
export interface MergeScratch {
  /** The caller's input, then the result. [capacity] */
  symbols: Int32Array;
  /** Where each symbol starts, in whatever unit the caller likes; kept beside its symbol. [capacity] */
  starts: Int32Array;
  next: Int32Array;
  previous: Int32Array;
  heap: Float64Array;
}

/** Scratch for words of up to `capacity` symbols. */
export function createMergeScratch(capacity: number): MergeScratch {
  return {
    symbols: new Int32Array(capacity),
    starts: new Int32Array(capacity),
    next: new Int32Array(capacity),
    previous: new Int32Array(capacity),
    heap: new Float64Array(capacity * 3),
  };
}

/** Makes room for `count` symbols; what `symbols` and `starts` hold is lost. */
export function growMergeScratch(scratch: MergeScratch, count: number): void {
  if (scratch.symbols.length < count) Object.assign(scratch, createMergeScratch(Math.max(64, count * 2)));
}

/**
 * Merges `scratch.symbols[0 .. count)` in place and returns how many symbols are left, packed to the front with their
 * `starts`. `onCandidate` hears of each pair that is put up for merging, in that order.
 */
export function mergeSymbols(
  scratch: MergeScratch,
  count: number,
  table: PairTable,
  onCandidate?: (left: number, right: number, merged: number) => void,
): number {
  const { symbols, starts, next, previous, heap } = scratch;
  const dead = -0x80000000;
  let heapSize = 0;

  const propose = (left: number, right: number): void => {
    const slot = findPair(table, symbols[left]!, symbols[right]!);
    if (slot < 0) return;
    if (onCandidate) onCandidate(symbols[left]!, symbols[right]!, table.merged[slot]!);
    // Each merge takes one symbol away and proposes at most two pairs: count - 1 + 2 (count - 1) fits 3 count.
    const key = table.ranks[slot]! * positionRange + left;
    let at = heapSize++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]! <= key) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = key;
  };

  for (let i = 0; i < count; i++) {
    previous[i] = i - 1;
    next[i] = i + 1 < count ? i + 1 : -1;
  }
  for (let i = 1; i < count; i++) propose(i - 1, i);

  while (heapSize > 0) {
    const key = heap[0]!;
    const last = heap[--heapSize]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heapSize) break;
      if (child + 1 < heapSize && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= last) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;

    const rank = Math.floor(key / positionRange);
    const left = key - rank * positionRange;
    const right = next[left]!;
    if (symbols[left] === dead || right < 0) continue;
    // A candidate is stale once either neighbour has grown. The pair that stands there now is either not in the table, of
    // another rank, or of this very rank, and then merging it now is what its own entry would do next.
    const slot = findPair(table, symbols[left]!, symbols[right]!);
    if (slot < 0 || table.ranks[slot] !== rank) continue;

    symbols[left] = table.merged[slot]!;
    symbols[right] = dead;
    const after = next[right]!;
    next[left] = after;
    if (after >= 0) previous[after] = left;
    if (previous[left]! >= 0) propose(previous[left]!, left);
    if (after >= 0) propose(left, after);
  }

  let kept = 0;
  for (let i = count > 0 ? 0 : -1; i >= 0; i = next[i]!) {
    symbols[kept] = symbols[i]!;
    starts[kept] = starts[i]!;
    kept++;
  }
  return kept;
}
