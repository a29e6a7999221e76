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
 * Returns once all `parts` threads have called it. `sync`: three i32 in zeroed memory, arrivals, generation and sleepers,
 * that belong to this group of threads alone. Waking costs a call out of wasm, so that it is left out where all spin.
 */
export function barrier(sync: usize, parts: i32): void {
  if (!ASC_FEATURE_THREADS || parts == 1) return;
  const generation = atomic.load<i32>(sync, 4);
  if (atomic.add<i32>(sync, 1) == parts - 1) {
    atomic.store<i32>(sync, 0);
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
