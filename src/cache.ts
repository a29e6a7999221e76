// Model files that a browser keeps from one visit to the next: `import { cachedModel } from "lanky/cache"`.
//
//     const model = await loadModel(await cachedModel("https://example.org/model.gguf", { onProgress }));
//
// Downloads go on after a cut, also on the next visit. A file is checked against its SHA-256 each time it is taken from the
// cache, and one that is damaged is fetched again; so is one that has changed on its server, which is asked where it can be
// reached and nobody said which SHA-256 is wanted. Of several tabs that want the same file one fetches it and the others wait.
// Works on pages and in workers.

import type { CacheProgress } from "./cache/cached-file.js";
import type { FromDownload, ToDownload } from "./cache/download-protocol.js";
import { Folder, keyOf, lockName, nameOf, openStore, whenReleased } from "./cache/store.js";
import { missingScript } from "./worker/missing-script.js";
import { receiveError } from "./worker/sent-errors.js";

export type { CachePhase, CacheProgress } from "./cache/cached-file.js";
export { CheckpointError } from "./errors.js";

export interface CachedModelOptions {
  /** Of the whole file, 64 hexadecimal digits. Without it a file is held to what was fetched the first time. */
  readonly sha256?: string | undefined;
  readonly onProgress?: ((progress: CacheProgress) => void) | undefined;
  /** Ends the download; what has come of it is kept. */
  readonly signal?: AbortSignal | undefined;
  /** Hears that a file cannot be kept, or had to be fetched again. Default: console.warn. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** A file in the cache. */
export interface CachedModel {
  readonly url: string;
  readonly name: string;
  /** Bytes that are there, and in all where that is known. */
  readonly loaded: number;
  readonly size: number | undefined;
  readonly complete: boolean;
  readonly sha256: string | undefined;
  /** When it was complete. */
  readonly fetched: Date | undefined;
}

/**
 * The file at an address, from the cache if it is there: a source for `loadModel`. Where the browser keeps no files
 * (no https, some private windows) it is fetched all the same, and `onWarning` hears of it.
 * @param url absolute, or relative to the page
 * @throws CheckpointError where it cannot be fetched, or has another SHA-256
 * @throws RangeError where the browser's storage has no room, with the bytes needed and available
 * @throws TypeError for arguments of a wrong kind; the signal's reason if it aborts
 */
export async function cachedModel(url: string | URL, options: CachedModelOptions = {}): Promise<File> {
  const { signal, onProgress, onWarning = console.warn } = options;
  const sha256 = checkDigest(options.sha256);
  const href = absolute(url);
  signal?.throwIfAborted();
  if (typeof Worker === "undefined" || typeof location === "undefined")
    throw new Error("lanky/cache keeps files in a browser; this host is none");
  // Written out in full: bundlers look for exactly this form.
  const worker = new Worker(new URL("./cache/download-side.js", import.meta.url), { type: "module" });
  let abort = () => {};
  try {
    return await new Promise<File>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromDownload>) => {
        if ("progress" in data) onProgress?.(data.progress);
        else if ("warning" in data) onWarning(data.warning);
        else if ("file" in data) resolve(data.file);
        else reject(signal?.aborted ? signal.reason : receiveError(data.error));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        const { message } = event;
        const what = message ? `died: ${message}` : `cannot be started: ${missingScript("cache/download-side.js")}`;
        reject(new Error(`the download's worker ${what}`));
      };
      const tell = (message: ToDownload) => worker.postMessage(message);
      abort = () => tell({ abort: true }); // and wait for it to close the file
      signal?.addEventListener("abort", abort, { once: true });
      tell({ url: href, sha256 });
    });
  } finally {
    signal?.removeEventListener("abort", abort);
    worker.terminate();
  }
}

/** What the cache holds, files that have not come wholly among them; nothing where the browser keeps no files. */
export async function cachedModels(): Promise<CachedModel[]> {
  const store = await openStore();
  if (!store) return [];
  const models: CachedModel[] = [];
  for await (const key of store.keys()) {
    const folder = await Folder.open(store, key);
    const entry = await folder.entry();
    if (!entry) continue;
    const { url, size, sha256, fetched } = entry;
    const file = await folder.whole(url);
    const loaded = file?.size ?? (await folder.partSize());
    if (loaded === 0) continue;
    models.push({
      ...{ url, name: nameOf(url), loaded, size, sha256 },
      complete: file !== undefined,
      fetched: fetched === undefined ? undefined : new Date(fetched),
    });
  }
  return models;
}

/**
 * Removes an address's file from the cache, or what has come of it.
 * @returns false if there was none
 * @throws Error while a tab is fetching or checking it
 */
export async function deleteCachedModel(url: string | URL): Promise<boolean> {
  const store = await openStore();
  if (!store) return false;
  const href = absolute(url);
  const key = await keyOf(href);
  return navigator.locks.request(lockName(key), { ifAvailable: true }, async (lock) => {
    if (!lock) throw new Error(`${href}: is being fetched or checked, here or in another tab; stop that first`);
    try {
      await whenReleased(() => store.removeEntry(key, { recursive: true }));
      return true;
    } catch (error) {
      if ((error as Error).name === "NotFoundError") return false;
      throw error;
    }
  });
}

function absolute(url: string | URL): string {
  const base = typeof document === "undefined" ? globalThis.location?.href : document.baseURI;
  if ((typeof url !== "string" && !(url instanceof URL)) || !URL.canParse(String(url), base))
    throw new TypeError(`url: ${String(url)} is no address`);
  const { href, protocol } = new URL(url, base);
  if (protocol !== "http:" && protocol !== "https:")
    throw new TypeError(`url: ${href}; expected an http or https address, other sources need no cache`);
  return href;
}

function checkDigest(sha256: string | undefined): string | undefined {
  if (sha256 === undefined) return undefined;
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/i.test(sha256))
    throw new TypeError(`sha256: ${String(sha256)}; expected 64 hexadecimal digits`);
  return sha256.toLowerCase();
}
