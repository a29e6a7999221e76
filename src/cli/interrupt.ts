// Ctrl-C. One handler from when Node has started to the end of the process, so that it ends with exit code 130 and not by
// the signal: where work is running that can be interrupted, the first Ctrl-C asks it to stop, which it does within one
// token, and what it has is still reported. Where nothing is, and at the second Ctrl-C, the process ends at once.

import { exitCodes } from "./failure.js";

/** What the next Ctrl-C aborts. */
let running: AbortController | undefined;

/** Installs the handler. To be called once, before anything that takes time. */
export function handleInterrupts(): void {
  process.on("SIGINT", () => {
    if (running === undefined || running.signal.aborted) process.exit(exitCodes.interrupted);
    process.exitCode = exitCodes.interrupted;
    running.abort();
  });
}

/**
 * Runs `work` with a signal that Ctrl-C aborts; one such work at a time. Where it did, the process will exit with 130 and
 * whatever `work` threw after it is dropped.
 * @returns what `work` returned, undefined where Ctrl-C made it throw
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const controller = new AbortController();
  running = controller;
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  } finally {
    running = undefined;
  }
}
