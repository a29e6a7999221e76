// How threads share one operation and wait for each other, and in what order one reads its share. Every kernel takes
// `part` and `parts` last and works on its share; a build without threads runs part 0 of 1, and its barrier is empty.
//
// Shares are whole blocks of 32 rows or columns, the same everywhere, so that a thread which wrote columns 64..95 of an
// activation is the one that quantises them: between such steps no barrier is needed.

/** First block of `part`'s share of `count` blocks; `shareStart(count, part + 1, parts)` is its end. */
export function shareStart(count: i32, part: i32, parts: i32): i32 {
  return (count * part) / parts;
}

/**
 * Places of a thread's share that are read in turn where weights are used once. They come from memory then, and a
 * processor fetches ahead only so far within each page that it sees read in order: eight distant places, some 300 bytes
 * from each at a time, keep half as much again in flight. Neighbouring places share pages and gain nothing.
 */
export const STREAMS: i32 = 8;

/** Loads of the flag before a thread goes to sleep: some 30 us of spinning. */
const SPINS: i32 = 10000;

/**
 * The next piece of the work since the last barrier that nobody has taken, or -1. There are `pieces` for each of `parts`
 * threads: a thread takes its own in order, so that it meets the same weights in its own cache again, then what others
 * have not come to. Cores are unequal, by a third where a neighbour shares one, and stand still now and then.
 */
export function claim(sync: usize, part: i32, parts: i32, pieces: i32): i32 {
  if (!ASC_FEATURE_THREADS) return -1;
  for (let i = 0; i < parts; i++) {
    const owner = part + i < parts ? part + i : part + i - parts;
    const taken = sync + ((<usize>(owner + 1)) << 6);
    if (atomic.load<i32>(taken) >= pieces) continue; // keeps the line of a thread that is done shared
    const piece = atomic.add<i32>(taken, 1);
    if (piece < pieces) return owner * pieces + piece;
  }
  return -1;
}

/**
 * Returns once all `parts` threads have called it. `sync`: zeroed memory that belongs to this group of threads alone, three
 * i32, arrivals, generation and sleepers, then for each thread a cache line with the number of its pieces that are taken.
 * Waking costs a call out of wasm, so that it is left out where all spin.
 */
export function barrier(sync: usize, parts: i32): void {
  if (!ASC_FEATURE_THREADS || parts == 1) return;
  const generation = atomic.load<i32>(sync, 4);
  if (atomic.add<i32>(sync, 1) == parts - 1) {
    atomic.store<i32>(sync, 0);
    for (let i = 1; i <= parts; i++) store<i32>(sync + ((<usize>i) << 6), 0);
    atomic.add<i32>(sync, 1, 4);
    // Who counts itself a sleeper after this has been read finds the new generation and does not sleep.
    if (atomic.load<i32>(sync, 8) > 0) atomic.notify(sync + 4, parts);
    return;
  }
  for (let i = 0; i < SPINS; i++) {
    if (atomic.load<i32>(sync, 4) != generation) return;
  }
  atomic.add<i32>(sync, 1, 8);
  while (atomic.load<i32>(sync, 4) == generation) atomic.wait<i32>(sync + 4, generation, -1);
  atomic.sub<i32>(sync, 1, 8);
}
