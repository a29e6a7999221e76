// What to say where the browser has no more room.

import { megabytes } from "./megabytes.js";

/**
 * @param needed bytes that are still to come
 * @throws RangeError if the browser's own estimate says that they will not fit
 */
export async function checkQuota(url: string, needed: number): Promise<void> {
  const { quota, usage } = await estimate();
  if (quota !== undefined && usage !== undefined && needed > quota - usage) throw quotaError(url, needed, quota, usage);
}

/** A write's QuotaExceededError in words; any other error as it is. */
export async function explainQuota(error: unknown, url: string, needed: number | undefined): Promise<unknown> {
  if ((error as Error)?.name !== "QuotaExceededError") return error;
  const { quota, usage } = await estimate();
  return quotaError(url, needed, quota, usage, error);
}

function quotaError(
  url: string,
  needed: number | undefined,
  quota: number | undefined,
  usage: number | undefined,
  cause?: unknown,
): RangeError {
  const free = quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
  const wanted = needed === undefined ? "more bytes" : `${megabytes(needed)} more`;
  const left = free === undefined ? "too little" : megabytes(free);
  const of = quota === undefined || usage === undefined ? "" : ` (${megabytes(usage)} of ${megabytes(quota)} are used)`;
  return new RangeError(
    `${url}: needs ${wanted} of the browser's storage, which has ${left} left for this site${of}; delete cached models ` +
      "that are not needed, free disk space, or load the address without the cache",
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
