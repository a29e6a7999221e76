// The memory that kernels are measured in: regions handed out one after the other, all given back before the next case.

/** Bytes below this are left alone: AssemblyScript's own, and the probes'. */
const FIRST = 4096;
const PAGE = 65536;

export class Arena {
  readonly memory: WebAssembly.Memory;
  #end = FIRST;

  constructor(bytes: number, shared = false) {
    const initial = Math.ceil(bytes / PAGE);
    this.memory = new WebAssembly.Memory(shared ? { initial, maximum: initial, shared } : { initial });
  }

  /** Forgets all regions. Their bytes stay until somebody else's are there. */
  clear(): void {
    this.#end = FIRST;
  }

  /** Address, on a cache line, of a region that nobody else has; grows the memory if need be. */
  take(bytes: number): number {
    const address = this.#end;
    this.#end = Math.ceil((address + bytes) / 128) * 128;
    const missing = this.#end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    return address;
  }

  /** Address of a copy of these bytes. */
  put(data: ArrayBufferView): number {
    const address = this.take(data.byteLength);
    this.bytes(address, data.byteLength).set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    return address;
  }

  /** A view, good until something is taken. */
  bytes(address: number, count: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, count);
  }

  /** A view of f32, good until something is taken. */
  floats(address: number, count: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, count);
  }
}
