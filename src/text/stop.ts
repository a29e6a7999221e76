// Stop strings in a stream of text. A stop string may span pieces, so the end of the text is held back while it could be the
// beginning of one. The first stop string to be complete wins, which makes the result independent of how the text was cut.

/** What may be shown after a piece of text came in. */
export interface StopMatch {
  /** Text that no stop string can take back. Where one was found, the rest before it. */
  readonly text: string;
  /** True from the piece on that completes a stop string. */
  readonly stopped: boolean;
}

/** Finds the first of some stop strings in a text that arrives in pieces. */
export interface StopMatcher {
  push(text: string): StopMatch;
  /** The text that was held back and turned out to be no stop string; "" after a match. */
  end(): string;
}

/**
 * A matcher for one text. Without stop strings it passes everything on.
 * Throws TypeError for a stop that is not a string, RangeError for an empty one, which would stop before the first token.
 */
export function createStopMatcher(stops: readonly string[]): StopMatcher {
  for (const stop of stops) {
    if (typeof stop !== "string") throw new TypeError(`a stop string must be a string, not ${typeof stop}`);
    if (stop === "") throw new RangeError("a stop string is empty; at least one character is needed");
  }
  let held = "";
  let stopped = false;
  return {
    push(text) {
      if (stopped) return { text: "", stopped };
      const known = held + text;
      const match = findFirstComplete(known, stops);
      if (match !== undefined) {
        stopped = true;
        held = "";
        return { text: known.slice(0, match), stopped };
      }
      const keep = longestBeginning(known, stops);
      held = known.slice(known.length - keep);
      return { text: known.slice(0, known.length - keep), stopped };
    },
    end() {
      const rest = held;
      held = "";
      return rest;
    },
  };
}

/** Where the stop string that is complete first begins; of those that end together, the longest. */
function findFirstComplete(text: string, stops: readonly string[]): number | undefined {
  let start: number | undefined;
  let end = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    const at = text.indexOf(stop);
    if (at < 0 || at + stop.length > end) continue;
    if (at + stop.length < end || at < start!) start = at;
    end = at + stop.length;
  }
  return start;
}

/** Length of the longest end of `text` that is a beginning of a stop string. */
function longestBeginning(text: string, stops: readonly string[]): number {
  let longest = 0;
  for (const stop of stops) {
    for (let length = Math.min(stop.length - 1, text.length); length > longest; length--) {
      if (text.endsWith(stop.slice(0, length))) longest = length;
    }
  }
  return longest;
}
