// One address's file: from the store if it is there and whole, else from the network into the store. Runs in a worker, where
// files can be written in place.

import { CheckpointError } from "../errors.js";
import { download } from "./download.js";
import { megabytes } from "./megabytes.js";
import { explainQuota } from "./quota.js";
import { digestOf, fileSink, memorySink, type Sink } from "./sink.js";
import { type Entry, Folder, keyOf, nameOf, openStore, withEntryLock } from "./store.js";

/** What is being done: waiting for another tab that fetches the same file, fetching, or checking what is there. */
export type CachePhase = "waiting" | "downloading" | "verifying";

export interface CacheProgress {
  readonly phase: CachePhase;
  /** Bytes. */
  readonly loaded: number;
  /** undefined where the server does not say. */
  readonly total: number | undefined;
}

export interface Fetching {
  readonly sha256: string | undefined;
  readonly signal: AbortSignal;
  onProgress(progress: CacheProgress): void;
  onWarning(message: string): void;
}

export async function cachedFile(url: string, fetching: Fetching): Promise<File> {
  const store = await openStore();
  if (!store || !navigator.locks) {
    fetching.onWarning(
      `lanky: ${nameOf(url)} is not kept for the next visit: this browser has no storage for this page ` +
        "(it takes https, and no private window)",
    );
    return uncached(url, fetching);
  }
  const key = await keyOf(url);
  const onWait = () => fetching.onProgress({ phase: "waiting", loaded: 0, total: undefined });
  return withEntryLock(key, { signal: fetching.signal, onWait }, async () => {
    const folder = await Folder.open(store, key);
    return (await heldFile(folder, url, fetching)) ?? stored(folder, url, fetching);
  });
}

/** The file in the store if it is what it was when it was fetched. What is not is dropped. */
async function heldFile(folder: Folder, url: string, fetching: Fetching): Promise<File | undefined> {
  const entry = await folder.entry();
  const file = await folder.whole(url);
  if (!file) return undefined;
  const problem = await problemOf(file, entry, fetching);
  if (problem === undefined) return file;
  await folder.clear();
  fetching.onWarning(`lanky: the cached ${nameOf(url)} ${problem}; it is fetched again`);
  return undefined;
}

async function problemOf(file: File, entry: Entry | undefined, fetching: Fetching): Promise<string | undefined> {
  const { sha256: wanted, signal, onProgress } = fetching;
  if (entry?.sha256 === undefined) return "is of unknown origin";
  if (wanted !== undefined && entry.sha256 !== wanted) return "is another version than the one asked for";
  if (wanted === undefined && (await changed(entry, signal))) return "has changed on the server";
  if (file.size !== entry.size) return `is damaged: it has ${file.size} bytes instead of ${entry.size}`;
  const found = await digestOf(file, async (loaded) => {
    signal.throwIfAborted();
    onProgress({ phase: "verifying", loaded, total: file.size });
  }).catch((error) => {
    signal.throwIfAborted();
    return `unreadable (${(error as Error).message})`;
  });
  return found === entry.sha256 ? undefined : `is damaged: its SHA-256 is ${found} instead of ${entry.sha256}`;
}

/** Longest wait for a server to say whether its file has changed, in milliseconds; without an answer, as offline, it has not. */
const PATIENCE = 5000;

async function changed({ url, etag, lastModified }: Entry, signal: AbortSignal): Promise<boolean> {
  if (etag === undefined && lastModified === undefined) return false;
  const asked = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const response = await fetch(url, { method: "HEAD", cache: "no-store", signal: asked }).catch(() => undefined);
  signal.throwIfAborted();
  if (!response?.ok) return false;
  const found = response.headers.get("etag");
  if (found !== null && etag !== undefined) return found !== etag;
  const date = response.headers.get("last-modified");
  return date !== null && lastModified !== undefined && date !== lastModified;
}

/** Fetches into the store, going on from what an earlier attempt has left there. */
async function stored(folder: Folder, url: string, fetching: Fetching): Promise<File> {
  const { signal, onProgress } = fetching;
  const before = await folder.entry();
  let entry = before?.url === url ? before : undefined;
  const part = await folder.openPart();
  let whole: Entry;
  try {
    const held = part.getSize();
    const sink = await fileSink(part, async (loaded) => {
      signal.throwIfAborted();
      onProgress({ phase: "verifying", loaded, total: held });
    });
    const onEntry = async (found: Entry) => {
      entry = found;
      await folder.writeEntry(found);
    };
    // An earlier attempt may have been ended after the last byte.
    if (!(sink.size > 0 && sink.size === entry?.size)) await fetchInto(sink, entry, url, fetching, onEntry);
    whole = await verified(sink, entry, url, fetching, held > 0, onEntry);
    part.flush();
  } catch (error) {
    signal.throwIfAborted();
    const missing = entry?.size === undefined ? undefined : entry.size - part.getSize();
    throw await explainQuota(error, url, missing);
  } finally {
    part.close(); // what has come stays, for the next attempt
  }
  await folder.writeEntry(whole);
  await folder.finishPart(url);
  return (await folder.whole(url))!;
}

async function uncached(url: string, fetching: Fetching): Promise<File> {
  const sink = memorySink();
  await fetchInto(sink, undefined, url, fetching);
  await verified(sink, undefined, url, fetching, false);
  return sink.file(nameOf(url));
}

async function fetchInto(
  sink: Sink,
  entry: Entry | undefined,
  url: string,
  { sha256, signal, onProgress }: Fetching,
  onEntry?: (entry: Entry) => Promise<void>,
): Promise<void> {
  let told = Number.NEGATIVE_INFINITY;
  await download(url, sink, entry, {
    signal,
    verified: sha256 !== undefined,
    stored: onEntry !== undefined,
    onEntry: onEntry ?? (async () => {}),
    onProgress(loaded, total) {
      const now = performance.now();
      if (now - told < 50 && loaded !== total) return; // no screen shows more
      told = now;
      onProgress({ phase: "downloading", loaded, total });
    },
  });
}

/**
 * The entry of a file that has come wholly. Where one that was resumed is wrong, two versions may have met: it is fetched
 * once more, from its start.
 * @throws CheckpointError for one that has another SHA-256 than was asked for
 */
async function verified(
  sink: Sink,
  entry: Entry | undefined,
  url: string,
  fetching: Fetching,
  resumed: boolean,
  onEntry?: (entry: Entry) => Promise<void>,
): Promise<Entry> {
  const { size } = sink;
  const found = await sink.digest();
  if (fetching.sha256 === undefined || found === fetching.sha256)
    return { ...entry, url, size, sha256: found, fetched: Date.now() };
  sink.restart();
  if (!resumed)
    throw new CheckpointError(
      url,
      `has SHA-256 ${found} (${megabytes(size)}), expected ${fetching.sha256}; the server has another file, or what is ` +
        "expected is wrong",
    );
  await fetchInto(sink, undefined, url, fetching, onEntry);
  return verified(sink, undefined, url, fetching, false);
}
