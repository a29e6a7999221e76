// SHA-256 (FIPS 180-4) of bytes that stream past. WebCrypto's digest wants them all at once; edge workers have a stream that
// does not, which is native code and so several times as fast as JavaScript.

import { sha256 } from "@noble/hashes/sha2.js";

export interface Sha256 {
  /** The bytes may be reused when the promise is fulfilled; without a promise, at once. */
  update(bytes: Uint8Array): Promise<void> | undefined;
  /** The digest in 64 lower-case hexadecimal digits. To be called once; `update` may not follow. */
  hex(): Promise<string>;
  /** Gives up what `hex` will not be asked for. */
  abandon(): void;
}

interface DigestStream extends WritableStream<Uint8Array> {
  readonly digest: Promise<ArrayBuffer>;
}

/** Starts a digest. */
export function createSha256(): Sha256 {
  const { DigestStream } = crypto as { DigestStream?: new (algorithm: string) => DigestStream };
  return DigestStream === undefined ? inJavaScript() : inHost(new DigestStream("SHA-256"));
}

function inJavaScript(): Sha256 {
  const hash = sha256.create();
  return {
    update(bytes) {
      hash.update(bytes);
      return undefined;
    },
    hex: async () => hexOf(hash.digest()),
    abandon: () => hash.destroy(),
  };
}

function inHost(stream: DigestStream): Sha256 {
  const writer = stream.getWriter();
  return {
    update: (bytes) => writer.write(bytes),
    async hex() {
      await writer.close();
      return hexOf(new Uint8Array(await stream.digest));
    },
    abandon() {
      stream.digest.catch(() => {});
      writer.abort().catch(() => {});
    },
  };
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
