// The buffering under every ByteReader, the same for files with positions and for streams.
//
// Small reads go through a buffer of 64 KiB; reads of more than half of that go straight into the caller's target, which
// is usually the engine's memory.

import { CheckpointError } from "../errors.js";
import type { ByteReader } from "./byte-reader.js";

export const bufferSize = 65536;

/** Where bytes come from: puts some bytes at `offset` into `target`, returns how many, 0 only at the end. */
export interface Fill {
  into(offset: number, target: Uint8Array): Promise<number>;
  /** Positions may be skipped without reading. */
  readonly seeks: boolean;
  close(): Promise<void>;
}

/**
 * A source that breaks its contract. It reaches the caller as it is, for it is the program's mistake; any other error of a
 * source is a read that failed, also a TypeError, which is what fetch throws for a connection that is cut.
 */
export class BrokenContract extends TypeError {}

export class BufferedReader implements ByteReader {
  /** Bytes consumed, not those buffered ahead. */
  position = 0;
  private readonly buffer = new Uint8Array(bufferSize);
  private start = 0; // buffered bytes are buffer[start, end)
  private end = 0;
  private closed = false;

  constructor(
    private readonly fill: Fill,
    readonly name: string,
    readonly size: number | undefined,
  ) {}

  async peek(count: number): Promise<Uint8Array> {
    await this.buffered(count);
    return this.buffer.slice(this.start, Math.min(this.end, this.start + count));
  }

  take(count: number, what: string): Uint8Array | Promise<Uint8Array> {
    return this.end - this.start >= count ? this.consume(count) : this.takeLater(count, what);
  }

  async read(target: Uint8Array, what: string): Promise<void> {
    const needed = this.position + target.length;
    if (this.size !== undefined && needed > this.size) throw truncated(this.name, this.size, needed, what);
    if (target.length <= bufferSize / 2) {
      if (!(await this.buffered(target.length))) throw truncated(this.name, this.position + this.ahead, needed, what);
      target.set(this.consume(target.length));
      return;
    }
    let at = this.ahead;
    target.set(this.consume(Math.min(at, target.length)));
    while (at < target.length) {
      const got = await this.pull(target.subarray(at));
      if (got === 0) throw truncated(this.name, this.position, needed, what);
      at += got;
      this.position += got;
    }
  }

  async skip(count: number, what: string): Promise<void> {
    const needed = this.position + count;
    if (this.size !== undefined && needed > this.size) throw truncated(this.name, this.size, needed, what);
    let left = count - Math.min(count, this.ahead);
    this.consume(count - left);
    if (left === 0) return;
    if (this.fill.seeks) {
      this.position += left - 1;
      // The last byte is looked at: a source of unknown size may have ended before it.
      if (!(await this.buffered(1))) throw truncated(this.name, undefined, needed, what);
      this.consume(1);
      return;
    }
    while (left > 0) {
      if (!(await this.buffered(1))) throw truncated(this.name, this.position, needed, what);
      left -= this.consume(Math.min(left, this.ahead)).length;
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.fill.close();
  }

  private get ahead(): number {
    return this.end - this.start;
  }

  private async takeLater(count: number, what: string): Promise<Uint8Array> {
    if (count > bufferSize) throw new RangeError(`take of ${count} bytes, at most ${bufferSize} at once`);
    if (!(await this.buffered(count))) {
      throw truncated(this.name, this.position + this.ahead, this.position + count, what);
    }
    return this.consume(count);
  }

  private consume(count: number): Uint8Array {
    const bytes = this.buffer.subarray(this.start, this.start + count);
    this.start += count;
    this.position += count;
    return bytes;
  }

  /** Buffers at least `count` bytes; false where the file ends first. */
  private async buffered(count: number): Promise<boolean> {
    while (this.ahead < count) {
      if (this.start > 0) {
        this.buffer.copyWithin(0, this.start, this.end);
        this.end -= this.start;
        this.start = 0;
      }
      const got = await this.pull(this.buffer.subarray(this.end), this.ahead);
      if (got === 0) return false;
      this.end += got;
    }
    return true;
  }

  private async pull(target: Uint8Array, ahead = 0): Promise<number> {
    if (this.closed) throw new CheckpointError(this.name, "was closed; open it again to read on");
    try {
      return await this.fill.into(this.position + ahead, target);
    } catch (error) {
      if (error instanceof CheckpointError || error instanceof BrokenContract) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new CheckpointError(this.name, `reading failed at byte ${count(this.position)}: ${reason}`, {
        cause: error,
      });
    }
  }
}

/** 1234567 as "1,234,567", the same in every locale. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** The error for a file that ends within `what`; `size` is where it ends, `needed` how far it should reach. */
export function truncated(name: string, size: number | undefined, needed: number, what: string): CheckpointError {
  return new CheckpointError(
    name,
    `ends ${size === undefined ? "" : `after ${count(size)} bytes, `}in the middle of ${what}: ${count(needed)} expected; ` +
      "the file is truncated, fetch it again",
  );
}
