// How many threads a model starts where nobody says, and how many of them take part in a pass. Results do not depend on it,
// so it may change from pass to pass.
//
// Threads that meet some ten times a layer are as fast as the slowest of them. Where another program takes a core, the
// thread on it stands still for milliseconds at a time, the others wait, and two threads make fewer tokens than one. That
// shows in the times of passes, which are alike on a machine that is free: where the mean is well above the least, fewer
// threads are tried, and more of them again now and then.
//
// A trial runs a few passes with one count, twice as many with the other, a few with the first again, and keeps what took
// less time. One that changed nothing doubles the time to the next of its kind, so that trials cost about a hundredth. Where four threads or
// more take part, half of them are tried also where times are even: memory may be what they wait for.

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

/** Passes in a row with one count; the first is not timed, for threads that slept are woken in it. */
const STRETCH = 4;
/** Passes looked at before they are found uneven. */
const WINDOW = 12;
/** Mean over least time of a window beyond which it is uneven. */
const UNEVEN = 1.25;
/** Passes before a trial, at first and at most. */
const SOON = 24;
const LATE = 1024;
/** Passes of more tokens than this use every thread: they are long, and few. */
const SHORT = 16;

interface Trial {
  /** Index of the level that is tried. */
  readonly level: number;
  /** Milliseconds of the timed passes with the current level, and with the tried one. */
  current: number;
  tried: number;
  passes: number;
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
    return this.#levels[trial && isTried(trial) ? trial.level : this.#level]!;
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
    const uneven = this.#window.reduce((sum, time) => sum + time, 0) / WINDOW > UNEVEN * Math.min(...this.#window);
    this.#window = [];
    const { length } = this.#levels;
    const suspicious = uneven || this.#levels[this.#level]! >= 4;
    if (suspicious && this.#level < length - 1 && this.#since >= this.#untilFewer) this.#begin(this.#level + 1);
    else if (this.#level > 0 && this.#since >= this.#untilMore) this.#begin(this.#level - 1);
  }

  #begin(level: number): void {
    this.#trial = { level, current: 0, tried: 0, passes: 0 };
  }

  #try(trial: Trial, ms: number): void {
    if (trial.passes % STRETCH > 0) {
      if (isTried(trial)) trial.tried += ms;
      else trial.current += ms;
    }
    if (++trial.passes < 4 * STRETCH) return;
    const fewer = trial.level > this.#level;
    const better = trial.tried < trial.current;
    if (better) {
      this.#level = trial.level;
      this.#untilMore = SOON;
      this.#untilFewer = WINDOW;
    } else if (fewer) this.#untilFewer = Math.min(LATE, 2 * this.#untilFewer);
    else this.#untilMore = Math.min(LATE, 2 * this.#untilMore);
    this.#since = 0;
    this.#trial = undefined;
  }
}

/** A trial goes current, tried, tried, current, so that what gets faster or slower meanwhile favours neither. */
function isTried({ passes }: Trial): boolean {
  const stretch = Math.floor(passes / STRETCH);
  return stretch === 1 || stretch === 2;
}
