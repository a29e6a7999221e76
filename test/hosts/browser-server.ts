// A server for pages that use the packed library, and for model files that it may cut, change or refuse.
//
//   /               an empty page
//   /lanky/...      the packed library
//   /files/NAME     a file that a test put there, with ETag and ranges

import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { packedApp } from "./packed.js";

/** A file, and what goes wrong with it. */
export interface HostedFile {
  bytes: Uint8Array;
  etag: string | undefined;
  /** The connection is cut after this many bytes of a response's body; undefined serves it wholly. */
  cutAfter?: number | undefined;
  /** Milliseconds between pieces of 64 KiB. */
  slowness?: number | undefined;
  /** False: Range is not understood. */
  ranges?: boolean | undefined;
}

export interface Request {
  readonly method: string;
  readonly file: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  status: number;
  /** Bytes of the body that were written. */
  served: number;
}

export interface TestServer {
  readonly origin: string;
  readonly files: Map<string, HostedFile>;
  /** Requests for files, in order. */
  readonly requests: Request[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".wasm": "application/wasm" };
const here = fileURLToPath(new URL("./", import.meta.url));
const page = '<!doctype html><html lang="en"><meta charset="utf-8"><title>lanky</title><link rel="icon" href="data:,">';

export async function startServer({ isolated }: { readonly isolated: boolean }): Promise<TestServer> {
  const library = join(await packedApp(), "node_modules", "lanky");
  const headers = isolated
    ? { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" }
    : {};
  const files = new Map<string, HostedFile>();
  const requests: Request[] = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    if (path === "/") return response.writeHead(200, { ...headers, "Content-Type": "text/html" }).end(page);
    if (path.startsWith("/files/")) return serve(request, response, path.slice("/files/".length));
    const file = path.startsWith("/lanky/") ? join(library, path.slice("/lanky/".length)) : join(here, path.slice(1));
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) return response.writeHead(404, headers).end("not found");
    const type = types[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": found.size });
    return createReadStream(file).pipe(response);
  });

  function serve(request: IncomingMessage, response: ServerResponse, name: string): void {
    const file = files.get(name);
    const { range, "if-range": ifRange } = request.headers as Record<string, string | undefined>;
    const seen: Request = { method: request.method ?? "", file: name, range, ifRange, status: 0, served: 0 };
    requests.push(seen);
    const head = (status: number, more: Record<string, string | number> = {}) => {
      seen.status = status;
      response.writeHead(status, { ...headers, ...(file?.etag === undefined ? {} : { ETag: file.etag }), ...more });
    };
    if (!file) {
      head(404);
      response.end("not found");
      return;
    }
    const { bytes, etag, ranges = true } = file;
    const asked = /^bytes=(\d+)-$/.exec(range ?? "");
    const from = asked && ranges && (ifRange === undefined || ifRange === etag) ? Number(asked[1]) : 0;
    if (from >= bytes.length && from > 0) {
      head(416, { "Content-Range": `bytes */${bytes.length}` });
      response.end();
      return;
    }
    const partial = from > 0 ? { "Content-Range": `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {};
    head(from > 0 ? 206 : 200, {
      "Content-Type": "application/octet-stream",
      ...partial,
      "Content-Length": bytes.length - from,
    });
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    void send(response, file, from, seen);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, file: HostedFile, from: number, seen: Request): Promise<void> {
  const end = file.cutAfter === undefined ? file.bytes.length : Math.min(from + file.cutAfter, file.bytes.length);
  for (let at = from; at < end && !response.destroyed; ) {
    const piece = file.bytes.subarray(at, Math.min(at + 65536, end));
    await new Promise<void>((resolve) => response.write(piece, () => resolve()));
    at += piece.length;
    seen.served += piece.length;
    if (file.slowness) await new Promise((resolve) => setTimeout(resolve, file.slowness));
  }
  if (end < file.bytes.length) {
    // A cut that comes with the bytes before it takes them along: Chromium drops what a page has not read yet.
    if (end > from) await new Promise((resolve) => setTimeout(resolve, 1000));
    response.socket?.end();
  } else response.end();
}

/** A file to host. */
export function hosted(path: string, etag: string | undefined = '"one"'): HostedFile {
  return { bytes: readFileSync(path), etag };
}
