// How far a long piece of work is, and how long it will still take: one line on stderr that is written over on a terminal,
// a line now and then where stderr is a file.

import { tell } from "./output.js";

/** Milliseconds between two lines, on a terminal and elsewhere. */
const pauses = { terminal: 200, file: 10_000 };

export interface Countdown {
  /** `more` follows the numbers, such as a score so far. */
  update(done: number, more?: string): void;
  /** Takes the line away. */
  stop(): void;
}

/** Starts the clock for `total` things, of which `what` says what they are. */
export function countdown(what: string, total: number): Countdown {
  const terminal = process.stderr.isTTY;
  const start = performance.now();
  let last = start;
  return {
    update(done, more) {
      const now = performance.now();
      if (now - last < (terminal ? pauses.terminal : pauses.file) || done === 0) return;
      last = now;
      const left = ((now - start) / done) * (total - done);
      const parts = [`${what}: ${done} of ${total}`, ...(more === undefined ? [] : [more]), `${clock(left)} left`];
      if (terminal) process.stderr.write(`\r\x1b[K${parts.join(" · ")}`);
      else tell(parts.join(" · "));
    },
    stop() {
      if (terminal && last !== start) process.stderr.write("\r\x1b[K");
    },
  };
}

/** Milliseconds as "45 s" or "2:05 min". */
function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min`;
}
