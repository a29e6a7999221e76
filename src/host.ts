// What the library needs of the host it runs in, and no more: the compiled kernels, threads, and a turn of the event loop.

import type { Build } from "./engine/kernels.js";
import type { SpawnThread } from "./engine/pool.js";

export interface Host {
  /** Compiles a build's module, one for shared memory if `threads`. Where the bytes come from differs: a file, a URL. */
  compileKernels(build: Build, threads: boolean): Promise<WebAssembly.Module>;
  /** True where relaxed SIMD, if the host has it, is known to compute right; else it is tried before it is used. */
  readonly trustsRelaxed?: boolean | undefined;
  /** Starts a thread; undefined where there are none. */
  readonly spawnThread?: SpawnThread | undefined;
  /**
   * Threads that can run at the same time. Where it is left out all of a model's threads take part in every pass, and a
   * model has none by default.
   */
  readonly cores?: number | undefined;
}

/**
 * Lets timers, input, aborts and other generations run, these in the order in which they asked. setTimeout would sleep for a
 * millisecond or more in most hosts, which is a token's time.
 */
export const yieldToHost: () => Promise<void> = chooseTurn();

function chooseTurn(): () => Promise<void> {
  if (typeof setImmediate === "function") return () => new Promise((resolve) => setImmediate(resolve));
  // A message is no event in workerd: a generation would keep all other requests out, and a disconnect unheard of. A timer is
  // one, and takes microseconds there.
  const inWorkerd = globalThis.navigator?.userAgent === "Cloudflare-Workers";
  if (typeof MessageChannel === "function" && !inWorkerd) return throughChannel();
  return () => new Promise((resolve) => setTimeout(resolve, 0));
}

/** Turns by messages of one channel, which arrive in order. */
function throughChannel(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}

/**
 * Settles as `work` does, or rejects with the signal's reason as soon as it aborts, even if `work` waits for a source that
 * says nothing more. What `work` comes to nevertheless goes to `release`.
 */
export async function abortable<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  release: (late: T) => Promise<void>,
): Promise<T> {
  if (!signal) return work;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      work.then(release).catch(() => {}); // nobody is left to hear of a failure
      reject(signal.reason);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

/** @throws TypeError for what is no AbortSignal */
export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal !== undefined && typeof signal?.throwIfAborted !== "function")
    throw new TypeError(`signal: expected an AbortSignal, not ${signal === null ? "null" : typeof signal}`);
}
