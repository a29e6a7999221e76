// The time that a generation's passes take, for `maxMs`: wall time of each pass with the sampling after it, on however many
// threads, without the waiting for other generations' passes and for whoever consumes the text.
//
// Where the clock stands still while code runs (edge workers as Cloudflare runs them, against timing attacks) a pass has taken
// no time at its end. It is then looked at again after a turn of the event loop, and what has passed by then is shared among
// all passes that began at the same reading of the clock, by their positions. A clock whose grain is coarser than a pass looks
// the same: what the passes that it shows are charged makes up for those that it does not.

import { yieldToHost } from "./host.js";

/** One pass. Times are `performance.now()`. */
export interface Pass {
  readonly began: number;
  readonly ended: number;
  readonly positions: number;
  /** Positions that the engine had computed in all passes before the clock first showed `began`. */
  readonly before: number;
}

export class PassClock {
  #spent = 0;
  /** Positions of passes that the clock has not shown yet, and what it showed when they began. */
  #unseen = { began: Number.NaN, positions: 0 };
  readonly #maxMs: number;
  readonly #computed: () => number;

  /** @param computed tells how many positions the engine has computed by now */
  constructor(maxMs: number, computed: () => number) {
    this.#maxMs = maxMs;
    this.#computed = computed;
  }

  /** True if no more may be spent. */
  get over(): boolean {
    return this.#spent >= this.#maxMs;
  }

  /** Adds a pass that has just ended. */
  async add({ began, ended, positions, before }: Pass): Promise<void> {
    const own = positions + (this.#unseen.began === began ? this.#unseen.positions : 0);
    let elapsed = ended - began;
    if (elapsed === 0) {
      await yieldToHost();
      elapsed = performance.now() - began;
    }
    this.#spent += (elapsed * own) / (this.#computed() - before);
    this.#unseen = { began: elapsed === 0 ? began : Number.NaN, positions: own };
  }
}
