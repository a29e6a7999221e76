// Where the browser keeps model files: the origin private file system, which pages cannot see and users do not. One folder an
// address:
//
//   lanky-models/<first 32 hexadecimal digits of the address's SHA-256>/
//     entry.json     what is known of the file (Entry); an entry without `sha256` is incomplete
//     model.part     bytes on their way, in order from the first
//     <name>         the whole file, under the last part of its address
//
// A folder is changed only under its lock (withEntryLock), by one thread of one tab.

export interface Entry {
  readonly url: string;
  /** Bytes of the whole file, where the server said it. */
  readonly size?: number | undefined;
  /** What tells this version of the file from another. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Of the whole file as it was fetched, in lower-case hexadecimal. */
  readonly sha256?: string | undefined;
  /** When it was complete, in milliseconds since 1970. */
  readonly fetched?: number | undefined;
}

/** The calls of a FileSystemSyncAccessHandle that are used; only workers have them. */
export interface SyncFile {
  getSize(): number;
  read(target: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

interface SyncFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncFile>;
  move(name: string): Promise<void>;
}

const ROOT = "lanky-models";
const PART = "model.part";
const ENTRY = "entry.json";

/** The folder of all entries; undefined where the browser keeps no files (no https, some private windows). */
export async function openStore(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const directory = await navigator.storage.getDirectory();
    return await directory.getDirectoryHandle(ROOT, { create: true });
  } catch {
    return undefined;
  }
}

export async function keyOf(url: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(url)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The file name of an address, for messages and in the folder. */
export function nameOf(url: string): string {
  const last = decodeURIComponentSafely(new URL(url).pathname.split("/").pop() ?? "");
  const name = last.replace(/[^\w.() -]/g, "_").slice(-120);
  return name === "" || name === ENTRY || name === PART || /^\.+$/.test(name) ? `model-${name}` : name;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The Web Lock of an entry. */
export function lockName(key: string): string {
  return `${ROOT} ${key}`;
}

/** Runs `work` while no other thread or tab has this entry. `onWait` is called where one has it now. */
export async function withEntryLock<T>(
  key: string,
  { signal, onWait }: { readonly signal?: AbortSignal; readonly onWait?: () => void },
  work: () => Promise<T>,
): Promise<T> {
  const name = lockName(key);
  const now = await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { result: await work() } : undefined,
  );
  if (now) return now.result;
  onWait?.();
  return navigator.locks.request(name, signal ? { signal } : {}, work);
}

/** How long a file may be open elsewhere, in milliseconds: nobody but the lock's holder opens one on purpose. */
const RELEASE = 3000;

/**
 * Does what needs a file that nobody has open. The lock says that nobody has, but a browser may let go of a file a moment
 * after it was closed, or after its tab or worker ended (https://github.com/whatwg/fs/pull/87).
 */
export async function whenReleased<T>(work: () => Promise<T>): Promise<T> {
  const end = performance.now() + RELEASE;
  for (let pause = 5; ; pause *= 2) {
    try {
      return await work();
    } catch (error) {
      const held = (error as Error)?.name === "NoModificationAllowedError";
      if (!held || performance.now() + pause > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** One address's folder. */
export class Folder {
  readonly #directory: FileSystemDirectoryHandle;

  private constructor(directory: FileSystemDirectoryHandle) {
    this.#directory = directory;
  }

  static async open(store: FileSystemDirectoryHandle, key: string): Promise<Folder> {
    return new Folder(await store.getDirectoryHandle(key, { create: true }));
  }

  /** What entry.json says; undefined where it is not there or damaged. */
  async entry(): Promise<Entry | undefined> {
    try {
      const file = await (await this.#directory.getFileHandle(ENTRY)).getFile();
      const entry = JSON.parse(await file.text()) as Entry;
      return typeof entry?.url === "string" ? entry : undefined;
    } catch {
      return undefined;
    }
  }

  async writeEntry(entry: Entry): Promise<void> {
    const file = await this.#sync(ENTRY);
    try {
      const bytes = new TextEncoder().encode(JSON.stringify(entry));
      file.truncate(0);
      file.write(bytes, { at: 0 });
      file.flush();
    } finally {
      file.close();
    }
  }

  /** The whole file; undefined where it has not come yet. */
  async whole(url: string): Promise<File | undefined> {
    return this.#file(nameOf(url));
  }

  /** Bytes of the file that has begun to come. */
  async partSize(): Promise<number> {
    return (await this.#file(PART))?.size ?? 0;
  }

  /** Opens what has come of the file for writing; to be closed. */
  openPart(): Promise<SyncFile> {
    return this.#sync(PART);
  }

  /** Gives the part the name of a whole file. */
  async finishPart(url: string): Promise<void> {
    const part = (await this.#directory.getFileHandle(PART)) as SyncFileHandle;
    await whenReleased(() => part.move(nameOf(url)));
  }

  /** Removes all of the folder's files. */
  async clear(): Promise<void> {
    const names: string[] = [];
    for await (const name of this.#directory.keys()) names.push(name);
    for (const name of names) await whenReleased(() => this.#directory.removeEntry(name));
  }

  async #file(name: string): Promise<File | undefined> {
    try {
      return await (await this.#directory.getFileHandle(name)).getFile();
    } catch (error) {
      if ((error as Error).name === "NotFoundError") return undefined;
      throw error;
    }
  }

  async #sync(name: string): Promise<SyncFile> {
    const handle = (await this.#directory.getFileHandle(name, { create: true })) as SyncFileHandle;
    return whenReleased(() => handle.createSyncAccessHandle());
  }
}
