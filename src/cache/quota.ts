// What to say where the browser has no more room.

import { megabytes } from "./megabytes.js";

/**
 * @param needed bytes that are still to come
 * @throws RangeError if the browser's own estimate says that they will not fit
 */
export async function checkQuota(url: string, needed: number): Promise<void> {
  const { quota, usage } = await estimate();
  if (quota !== undefined && usage !== undefined && needed > quota - usage)
    throw quotaError(
      url,
      needed,
      `has ${megabytes(Math.max(0, quota - usage))} left for this site (${megabytes(usage)} of ${megabytes(quota)} are used)`,
    );
}

/**
 * A write's QuotaExceededError in words; any other error as it is. Estimates are rough, and some browsers' say nothing of
 * what is left: one that promised enough is not repeated.
 */
export async function explainQuota(error: unknown, url: string, needed: number | undefined): Promise<unknown> {
  if ((error as Error)?.name !== "QuotaExceededError") return error;
  const { quota, usage } = await estimate();
  const used = usage === undefined ? "" : ` (${megabytes(usage)} are used)`;
  const left = quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
  const state =
    left !== undefined && needed !== undefined && left < needed
      ? `has ${megabytes(left)} left for this site${used}`
      : `has nothing left for this site${used}`;
  return quotaError(url, needed, state, error);
}

function quotaError(url: string, needed: number | undefined, state: string, cause?: unknown): RangeError {
  const wanted = needed === undefined ? "more bytes" : `${megabytes(needed)} more`;
  return new RangeError(
    `${url}: needs ${wanted} of the browser's storage, which ${state}; delete cached models that are not needed, free disk ` +
      "space, or load the address without the cache",
    { cause },
  );
}

async function estimate(): Promise<StorageEstimate> {
  try {
    return await navigator.storage.estimate();
  } catch {
    return {};
  }
}
