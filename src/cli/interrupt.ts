// Ctrl-C. The first one asks the work to stop, which it does within one token, and what it has is still reported; the
// handler is gone by then, so that a second one ends the process the way the system does it.

import { exitCodes } from "./failure.js";

/**
 * Runs `work` with a signal that Ctrl-C aborts. Where it did, the process will exit with 130 and whatever `work` threw
 * after it is dropped.
 * @returns what `work` returned, undefined where Ctrl-C made it throw
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const controller = new AbortController();
  const interrupt = () => {
    process.exitCode = exitCodes.interrupted;
    controller.abort();
  };
  process.once("SIGINT", interrupt);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  } finally {
    process.removeListener("SIGINT", interrupt);
  }
}
