// A checkpoint's source on its way to the engine. Addresses, Blobs and streams are sent as they are; what consists of
// functions (an async iterable, positioned reads) stays on the page and is asked through a port, one chunk after another.

import { CheckpointError } from "../errors.js";
import type { ByteSource, PositionedSource } from "../formats/byte-reader.js";
import { receiveError, type SentError, sendError } from "./sent-errors.js";

/** What `loadModel` of lanky/worker takes: all that lanky's own does but folders. */
export type WorkerSource = string | URL | ByteSource;

export type SentSource =
  | { readonly kind: "embedded" }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "blob"; readonly blob: Blob }
  | {
      readonly kind: "response";
      readonly body: ReadableStream<Uint8Array> | MessagePort | undefined;
      readonly name: string;
      readonly status: number;
      readonly statusText: string;
      readonly size: string | undefined;
    }
  | { readonly kind: "chunks"; readonly port: MessagePort; readonly name: string | undefined }
  | { readonly kind: "reads"; readonly port: MessagePort; readonly name: string | undefined; readonly size?: number };

/** One question at a time: the next chunk, bytes at a place, or that no more is wanted. */
type Question = { readonly next: true } | { readonly offset: number; readonly length: number } | { readonly end: true };
type Answer = { readonly bytes: Uint8Array | undefined } | { readonly error: SentError };

/**
 * Makes of a source what can be sent; `transfer` gets what is to be moved with it.
 * @throws TypeError for what is no source, and for folders
 */
export function sendSource(source: WorkerSource | undefined, transfer: Transferable[]): SentSource {
  if (source === undefined) return { kind: "embedded" };
  if (typeof source === "string" || source instanceof URL) {
    const base = typeof document === "undefined" ? location.href : document.baseURI;
    if (!URL.canParse(String(source), base)) throw new TypeError(`source: ${source} is no address`);
    return { kind: "url", url: new URL(source, base).href };
  }
  if (typeof source !== "object" || source === null)
    throw new TypeError(
      `source is ${source === null ? "null" : typeof source}, expected an address, a Blob or the like`,
    );
  if (source instanceof Blob) return { kind: "blob", blob: source };
  if (source instanceof Response) return sendResponse(source, transfer);
  if (source instanceof ReadableStream) {
    const body = sendStream(source, transfer);
    if (body instanceof MessagePort) return { kind: "chunks", port: body, name: "stream" };
    return { kind: "response", body, name: "stream", status: 200, statusText: "", size: undefined };
  }
  if (Symbol.asyncIterator in source) {
    const chunks = source[Symbol.asyncIterator]();
    return { kind: "chunks", port: answer(chunkAnswers(chunks), transfer), name: "stream" };
  }
  if ("open" in source)
    throw new TypeError("source: a folder cannot be sent to a worker; give one file, such as a GGUF made by convert");
  if ("read" in source && typeof source.read === "function") {
    const { name, size } = source;
    const port = answer(readAnswers(source), transfer);
    return { kind: "reads", port, name, ...(size === undefined ? {} : { size }) };
  }
  throw new TypeError(
    "source is no address, Blob, Response, stream, async iterable of bytes or { read(offset, length) }",
  );
}

function sendResponse(response: Response, transfer: Transferable[]): SentSource {
  const { status, statusText, headers } = response;
  const name = response.url || "response";
  if (status === 0)
    throw new CheckpointError(name, "the response is opaque, so its bytes cannot be read; fetch it with CORS");
  const usable = response.ok && response.body !== null && !response.bodyUsed;
  // A compressed transfer's length counts bytes of the transfer, not of the file.
  const size = headers.get("content-encoding") === null ? (headers.get("content-length") ?? undefined) : undefined;
  const body = usable ? sendStream(response.body, transfer) : undefined;
  return { kind: "response", body, name, status, statusText, size };
}

/** The stream itself where the browser can move it, else a port to ask for its chunks. */
function sendStream(
  stream: ReadableStream<Uint8Array>,
  transfer: Transferable[],
): ReadableStream<Uint8Array> | MessagePort {
  if (transfersStreams()) {
    transfer.push(stream as unknown as Transferable);
    return stream;
  }
  const reader = stream.getReader();
  return answer(async (question) => {
    if ("end" in question) await reader.cancel();
    return "next" in question ? (await reader.read()).value : undefined;
  }, transfer);
}

let transfers: boolean | undefined;

function transfersStreams(): boolean {
  if (transfers === undefined) {
    const { port1, port2 } = new MessageChannel();
    try {
      const stream = new ReadableStream();
      port1.postMessage(stream, [stream as unknown as Transferable]);
      transfers = true;
    } catch {
      transfers = false;
    }
    port1.close();
    port2.close();
  }
  return transfers;
}

function chunkAnswers(chunks: AsyncIterator<Uint8Array>) {
  return async (question: Question): Promise<Uint8Array | undefined> => {
    if ("next" in question) {
      const next = await chunks.next();
      return next.done ? undefined : next.value;
    }
    if ("end" in question) await chunks.return?.();
    return undefined;
  };
}

function readAnswers(source: PositionedSource) {
  return async (question: Question): Promise<Uint8Array | undefined> => {
    if ("offset" in question) return source.read(question.offset, question.length);
    if ("end" in question) await source.close?.();
    return undefined;
  };
}

/** A port whose other end is answered by `work`. */
function answer(work: (question: Question) => Promise<Uint8Array | undefined>, transfer: Transferable[]): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = async ({ data }: MessageEvent<Question>) => {
    let said: Answer;
    try {
      said = { bytes: await work(data) };
    } catch (error) {
      said = { error: sendError(error) };
    }
    port1.postMessage(said); // a copy: the source may want its buffer again
    if ("end" in data) port1.close();
  };
  transfer.push(port2);
  return port2;
}

/** The other end: a source in the engine that asks the page. */
export function askChunks(port: MessagePort): AsyncIterable<Uint8Array> {
  const ask = asker(port);
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for (let bytes = await ask({ next: true }); bytes !== undefined; bytes = await ask({ next: true })) yield bytes;
      } finally {
        await ask({ end: true });
        port.close();
      }
    },
  };
}

/** Likewise, for positioned reads. */
export function askReads(port: MessagePort, name: string | undefined, size: number | undefined): PositionedSource {
  const ask = asker(port);
  return {
    ...(name === undefined ? {} : { name }),
    ...(size === undefined ? {} : { size }),
    read: async (offset, length) => (await ask({ offset, length })) ?? new Uint8Array(0),
    async close() {
      await ask({ end: true });
      port.close();
    },
  };
}

function asker(port: MessagePort): (question: Question) => Promise<Uint8Array | undefined> {
  return (question) =>
    new Promise((resolve, reject) => {
      port.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ("error" in data) reject(receiveError(data.error));
        else resolve(data.bytes);
      };
      port.postMessage(question);
    });
}
