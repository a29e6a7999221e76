// A download that outlives cuts: what has come stays, and the rest is asked for by a Range request (RFC 9110, section 14).
//
// Bytes of two versions of a file must not meet. A validator (ETag, Last-Modified) that came with the first bytes is sent back
// as If-Range, upon which a server with another version sends that from its start. Other origins would have to allow that
// header, so they get Range alone, and what they answer is compared. A file without a validator is fetched anew, unless its
// SHA-256 is known and decides in the end.

import { CheckpointError } from "../errors.js";
import { megabytes } from "./megabytes.js";
import { checkQuota } from "./quota.js";
import type { Sink } from "./sink.js";
import type { Entry } from "./store.js";

/** Attempts in a row that bring no byte, and the pause before the second, in milliseconds; it doubles from one to the next. */
const ATTEMPTS = 5;
const PAUSE = 250;

export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** True if the SHA-256 of the whole is known and will be checked. */
  readonly verified: boolean;
  /** Whether the bytes go to the browser's storage, whose limit is looked at before they do. */
  readonly stored: boolean;
  /** Bytes so far, and in all where that is known. */
  onProgress(loaded: number, total: number | undefined): void;
  /** What the server says of the file, before its first byte is written. */
  onEntry(entry: Entry): Promise<void>;
}

/** A cut, after which another attempt may go on; anything else ends the download. */
class Cut extends Error {}

/**
 * Fetches what `sink` has not yet.
 * @param known what the server said when the sink's bytes were fetched
 * @throws CheckpointError where the server refuses, or breaks off again and again
 * @throws RangeError where the storage is full; the signal's reason if it aborts
 */
export async function download(
  url: string,
  sink: Sink,
  known: Entry | undefined,
  options: DownloadOptions,
): Promise<void> {
  let entry = known;
  for (let failures = 0; ; ) {
    const before = sink.size;
    try {
      entry = await attempt(url, sink, entry, options, (found) => (entry = found));
      return;
    } catch (error) {
      options.signal.throwIfAborted();
      if (!(error instanceof Cut)) throw error;
      failures = sink.size > before ? 1 : failures + 1;
      if (failures >= ATTEMPTS) throw brokenOff(url, sink.size, entry?.size, error.message);
      await pause(PAUSE * 2 ** (failures - 1), options.signal);
    }
  }
}

function brokenOff(url: string, loaded: number, total: number | undefined, reason: string): CheckpointError {
  const state =
    loaded === 0
      ? "cannot be fetched"
      : `broke off after ${megabytes(loaded)}${total === undefined ? "" : ` of ${megabytes(total)}`}`;
  const kept = loaded === 0 ? "and that its server allows this page (CORS)" : "ask again, and it goes on from there";
  return new CheckpointError(url, `${state} (${reason}); check the address and the network, ${kept}`);
}

async function attempt(
  url: string,
  sink: Sink,
  known: Entry | undefined,
  options: DownloadOptions,
  onEntry: (entry: Entry) => void,
): Promise<Entry> {
  const resumable = known !== undefined && (options.verified || validatorOf(known) !== undefined);
  if (sink.size > 0 && !resumable) sink.restart();
  const response = await request(url, sink.size, known, options.signal);
  if (response.status === 416 || (response.status === 206 && !continues(response, sink.size, known))) {
    await response.body?.cancel();
    sink.restart(); // another version, or one that is shorter
    return attempt(url, sink, undefined, options, onEntry);
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    const status = `${response.status} ${response.statusText}`.trim();
    if (response.status >= 500 || response.status === 429) throw new Cut(`the server answered ${status}`);
    throw new CheckpointError(url, `the server answered ${status}; check the address and that it may be read`);
  }
  if (response.status !== 206 && sink.size > 0) sink.restart(); // the server knows no ranges
  const total = totalOf(response, sink.size);
  const entry: Entry = {
    url,
    size: total,
    etag: response.headers.get("etag") ?? (response.status === 206 ? known?.etag : undefined),
    lastModified: response.headers.get("last-modified") ?? (response.status === 206 ? known?.lastModified : undefined),
  };
  onEntry(entry);
  if (options.stored && total !== undefined) await checkQuota(url, total - sink.size);
  await options.onEntry(entry);
  options.onProgress(sink.size, total);
  await receive(response.body, sink, total, options);
  return entry;
}

async function receive(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  sink: Sink,
  total: number | undefined,
  { onProgress }: DownloadOptions,
): Promise<void> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { value } = await reader.read().catch((error) => {
        throw new Cut((error as Error).message);
      });
      if (!value) break;
      sink.write(value);
      onProgress(sink.size, total);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
  if (total !== undefined && sink.size < total) throw new Cut("the connection was closed");
}

async function request(url: string, from: number, known: Entry | undefined, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = {};
  if (from > 0) {
    headers.Range = `bytes=${from}-`;
    const validator = known && validatorOf(known);
    if (validator !== undefined && new URL(url).origin === location.origin) headers["If-Range"] = validator;
  }
  try {
    // Not through the browser's own cache: the file would be kept twice.
    return await fetch(url, { headers, signal, cache: "no-store" });
  } catch (error) {
    throw new Cut((error as Error).message);
  }
}

/** What a server compares: a strong ETag, else the date. */
function validatorOf({ etag, lastModified }: Entry): string | undefined {
  return etag !== undefined && !etag.startsWith("W/") ? etag : lastModified;
}

/** True if a partial answer goes on where the sink ends, with the version whose start it holds. */
function continues(response: Response, from: number, known: Entry | undefined): boolean {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get("content-range") ?? "");
  if (range && Number(range[1]) !== from) return false;
  const same = (found: string | null, expected: string | undefined) =>
    found === null || expected === undefined || found === expected;
  return (
    same(response.headers.get("etag"), known?.etag) &&
    same(response.headers.get("last-modified"), known?.lastModified) &&
    same(range && range[2] !== "*" ? range[2]! : null, known?.size?.toString())
  );
}

/** Bytes of the whole file, where headers tell. */
function totalOf(response: Response, from: number): number | undefined {
  if (response.headers.get("content-encoding") !== null) return undefined; // other bytes are counted
  const range = /\/(\d+)$/.exec(response.headers.get("content-range") ?? "");
  if (range) return Number(range[1]);
  const length = response.headers.get("content-length");
  return length === null || !/^\d{1,15}$/.test(length) ? undefined : from + Number(length);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
