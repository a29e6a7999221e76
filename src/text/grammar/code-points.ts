// Sets of characters as sorted, disjoint ranges of Unicode scalar values: code points without the surrogates, which no
// UTF-8 holds; and the UTF-8 of such a set as paths of byte ranges.

/** Both ends belong to it. */
export type Range = readonly [low: number, high: number];

/** Every character. */
export const everything: readonly Range[] = [
  [0, 0xd7ff],
  [0xe000, 0x10ffff],
];

/** The set of some ranges in any order; surrogates are left out. */
export function unite(ranges: readonly Range[]): readonly Range[] {
  const united: [number, number][] = [];
  for (const [low, high] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else united.push([low, high]);
  }
  return intersect(united, everything);
}

/** What is in both of two sorted lists of disjoint ranges. */
export function intersect(a: readonly Range[], b: readonly Range[]): readonly Range[] {
  const common: Range[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const low = Math.max(a[i]![0], b[j]![0]);
    const high = Math.min(a[i]![1], b[j]![1]);
    if (low <= high) common.push([low, high]);
    if (a[i]![1] < b[j]![1]) i++;
    else j++;
  }
  return common;
}

/** Every character that is not in a set. */
export function complement(set: readonly Range[]): readonly Range[] {
  const gaps: Range[] = [];
  let from = 0;
  for (const [low, high] of set) {
    if (low > from) gaps.push([from, low - 1]);
    from = high + 1;
  }
  if (from <= 0x10ffff) gaps.push([from, 0x10ffff]);
  return intersect(gaps, everything);
}

/** What is in `a` and not in `b`. */
export function subtract(a: readonly Range[], b: readonly Range[]): readonly Range[] {
  return intersect(a, complement(b));
}

/**
 * The UTF-8 of a set: sequences of one to four byte ranges, which together match the encodings of its characters and
 * nothing else. A range is cut until the bytes after the first that differs are all 80..BF.
 */
export function utf8Paths(set: readonly Range[]): readonly (readonly Range[])[] {
  const paths: (readonly Range[])[] = [];
  const pending = [...set].reverse();
  next: while (pending.length > 0) {
    const [low, high] = pending.pop()!;
    for (const last of [0x7f, 0x7ff, 0xffff]) {
      if (low > last || high <= last) continue;
      pending.push([last + 1, high], [low, last]);
      continue next;
    }
    for (let bits = 6; high > 0x7f && bits <= 18; bits += 6) {
      const mask = (1 << bits) - 1;
      if ((low & ~mask) === (high & ~mask)) break;
      if ((low & mask) !== 0) pending.push([(low | mask) + 1, high], [low, low | mask]);
      else if ((high & mask) !== mask) pending.push([high & ~mask, high], [low, (high & ~mask) - 1]);
      else continue;
      continue next;
    }
    const [first, last] = [utf8Of(low), utf8Of(high)];
    paths.push(first.map((byte, i): Range => [byte, last[i]!]));
  }
  return paths;
}

function utf8Of(character: number): readonly number[] {
  if (character <= 0x7f) return [character];
  const tail = (shift: number) => 0x80 | ((character >> shift) & 0x3f);
  if (character <= 0x7ff) return [0xc0 | (character >> 6), tail(0)];
  if (character <= 0xffff) return [0xe0 | (character >> 12), tail(6), tail(0)];
  return [0xf0 | (character >> 18), tail(12), tail(6), tail(0)];
}
