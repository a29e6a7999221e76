// Where a download's bytes go, and their digest as they pass: a file of the store, or memory where there is no store.

import { createSha256, type Sha256 } from "../formats/sha256.js";
import type { SyncFile } from "./store.js";

export interface Sink {
  /** Bytes so far. */
  readonly size: number;
  /** Appends; the bytes may be reused at once. */
  write(bytes: Uint8Array<ArrayBuffer>): void;
  /** Forgets what there is. */
  restart(): void;
  /** SHA-256 of all; nothing may be written after it. */
  digest(): Promise<string>;
}

/** Reads what a file already holds for its digest, then appends to it. `onRead` hears how much has been read. */
export async function fileSink(file: SyncFile, onRead: (bytes: number) => Promise<void>): Promise<Sink> {
  let hash = createSha256();
  let size = 0;
  const held = file.getSize();
  const buffer = new Uint8Array(1 << 20);
  while (size < held) {
    const count = file.read(buffer.subarray(0, Math.min(buffer.length, held - size)), { at: size });
    if (count === 0) break;
    hash.update(buffer.subarray(0, count));
    size += count;
    await onRead(size);
  }
  return {
    get size() {
      return size;
    },
    write(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const count = file.write(bytes.subarray(done), { at: size + done });
        // Chromium 156 in a private window answers 2^32 - 8 where there is no more room.
        if (!(count > 0 && count <= bytes.length - done))
          throw new DOMException("the file takes no more", "QuotaExceededError");
        done += count;
      }
      hash.update(bytes);
      size += bytes.length;
    },
    restart() {
      hash = again(hash);
      size = 0;
      file.truncate(0);
    },
    digest: () => hash.hex(),
  };
}

/** Collects Blobs, which browsers may put on disk. */
export function memorySink(): Sink & { file(name: string): File } {
  let hash = createSha256();
  let parts: BlobPart[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    write(bytes) {
      hash.update(bytes);
      parts.push(new Blob([bytes]));
      size += bytes.length;
    },
    restart() {
      hash = again(hash);
      parts = [];
      size = 0;
    },
    digest: () => hash.hex(),
    file: (name) => new File(parts, name),
  };
}

function again(hash: Sha256): Sha256 {
  hash.abandon();
  return createSha256();
}

/** SHA-256 of a file, a megabyte at a time. */
export async function digestOf(file: File, onRead: (bytes: number) => Promise<void>): Promise<string> {
  const hash = createSha256();
  const step = 1 << 20;
  for (let at = 0; at < file.size; at += step) {
    hash.update(new Uint8Array(await file.slice(at, at + step).arrayBuffer()));
    await onRead(Math.min(at + step, file.size));
  }
  return hash.hex();
}
