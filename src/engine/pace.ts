// How many threads a model starts where nobody says, and how many of them take part in a pass. Results do not depend on it,
// so it may change from pass to pass.
//
// Threads that meet some ten times a layer are as fast as the slowest of them. Where another program takes a core, the
// thread on it stands still for milliseconds at a time, the others wait, and two threads make fewer tokens than one. That
// shows in the times of passes, which are alike on a machine that is free: where the mean is well above the least, fewer
// threads are tried, and more of them again now and then.
//
// A trial compares a few passes with another count with those just before it, stops as soon as they are clearly slower, and
// keeps what took less time. One that changed nothing doubles the time to the next of its kind, so that trials cost about a
// hundredth. Where four threads or more take part, half of them are tried also where times are even: memory may be what they
// wait for.

/** Weight bytes that a token reads from which on threads pay: below, waking and meeting takes what they save. */
const WORTH_THREADS = 16e6;
/** Memory feeds no more. */
const MOST_USEFUL = 8;

/**
 * Threads for a model whose tokens read `bytesPerToken` of weights on `cores` cores: `npm run bench:threads` measures both
 * sizes and counts.
 */
export function usefulThreads(bytesPerToken: number, cores: number): number {
  return bytesPerToken < WORTH_THREADS ? 0 : Math.min(cores, MOST_USEFUL);
}

/** Passes looked at before they are found uneven, and compared with a trial's. */
const WINDOW = 12;
/** Mean over least time of a window beyond which it is uneven. */
const UNEVEN = 1.25;
/** Timed passes of a trial; the one before them is not timed, for threads that slept are woken in it. */
const TRIED = 8;
/** Timed passes after which a trial ends that has taken so many times as long as the passes before it. */
const ENOUGH = 3;
const CLEARLY = 1.15;
/** Passes before a trial, at first and at most. */
const SOON = 48;
const LATE = 1024;
/** Passes of more tokens than this use every thread: they are long, and few. */
const SHORT = 16;
/** A pass counts as so many times the fastest at most: what takes longer is the whole machine standing still. */
const LONGEST = 8;

interface Trial {
  /** Index of the level that is tried. */
  readonly level: number;
  /** Milliseconds of the passes before it, and of its own; the first is NaN. */
  readonly before: readonly number[];
  readonly times: number[];
}

export class Pace {
  /** Counts of threads: most, half of that ... 1. */
  readonly #levels: readonly number[];
  #level = 0;
  #window: number[] = [];
  #trial: Trial | undefined;
  /** Passes since the last trial, and how many there must be for the next one with more threads, with fewer. */
  #since = 0;
  #untilMore = SOON;
  #untilFewer = WINDOW;

  /** @param most threads that have a core of their own, as far as is known; all there are if left out */
  constructor(threads: number, most = threads) {
    const levels: number[] = [];
    for (let count = Math.max(1, Math.min(threads, most)); count >= 1; count >>= 1) levels.push(count);
    this.#levels = levels;
  }

  /** Threads for the next pass, which has `tokens` positions. */
  choose(tokens: number): number {
    if (tokens > SHORT) return this.#levels[0]!;
    const trial = this.#trial;
    return this.#levels[trial ? trial.level : this.#level]!;
  }

  /** Hears that the pass that was chosen for took `ms`. */
  record(tokens: number, ms: number): void {
    if (tokens > SHORT || this.#levels.length === 1) return;
    if (this.#trial) this.#try(this.#trial, ms / tokens);
    else this.#watch(ms / tokens);
  }

  #watch(ms: number): void {
    this.#since++;
    this.#window.push(ms);
    if (this.#window.length < WINDOW) return;
    const window = this.#window;
    const uneven = mean(window, Math.min(...window)) > UNEVEN * Math.min(...window);
    this.#window = [];
    const { length } = this.#levels;
    const suspicious = uneven || this.#levels[this.#level]! >= 4;
    if (suspicious && this.#level < length - 1 && this.#since >= this.#untilFewer) this.#begin(this.#level + 1, window);
    else if (this.#level > 0 && this.#since >= this.#untilMore) this.#begin(this.#level - 1, window);
  }

  #begin(level: number, before: readonly number[]): void {
    this.#trial = { level, before, times: [] };
  }

  #try({ level, before, times }: Trial, ms: number): void {
    times.push(times.length === 0 ? Number.NaN : ms);
    const timed = times.slice(1);
    if (timed.length < ENOUGH) return;
    const least = Math.min(...before, ...timed);
    const [current, tried] = [mean(before, least), mean(timed, least)];
    if (timed.length < TRIED && tried < CLEARLY * current) return;
    if (tried < current) {
      this.#level = level;
      this.#untilMore = SOON;
      this.#untilFewer = WINDOW;
    } else if (level > this.#level) this.#untilFewer = Math.min(LATE, 2 * this.#untilFewer);
    else this.#untilMore = Math.min(LATE, 2 * this.#untilMore);
    this.#since = 0;
    this.#trial = undefined;
  }
}

/** Milliseconds of a pass, of which none took less than `least`. */
function mean(times: readonly number[], least: number): number {
  return times.reduce((sum, time) => sum + Math.min(time, LONGEST * least), 0) / times.length;
}
