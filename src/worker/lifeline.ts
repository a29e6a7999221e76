// How a page hears that a worker has died. A worker that closes itself, or that the browser ends for its memory, sends no
// event. But a Web Lock that it holds is given back then, and the page waits for just that lock.

/** Holds a lock for as long as this thread lives; false where there are no locks (a page without https). */
export async function holdLifeline(name: string): Promise<boolean> {
  if (typeof navigator === "undefined" || !navigator.locks) return false;
  return new Promise((resolve) => {
    navigator.locks
      .request(name, () => {
        resolve(true);
        return new Promise(() => {});
      })
      .catch(() => resolve(false));
  });
}

/** Calls `onDeath` when the holder of the lock has gone. */
export function watchLifeline(name: string, onDeath: () => void): void {
  navigator.locks?.request(name, () => onDeath()).catch(() => {}); // refused where the page itself is going away
}
