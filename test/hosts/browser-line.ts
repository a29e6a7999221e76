// A line to a server of pages, on which model files (*.gguf) can be slow, held back or cut off; all else passes as it is.

import { request as ask, createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export interface Line {
  /** http://127.0.0.1:PORT/ */
  readonly address: string;
  /** Milliseconds between pieces of 64 KiB of a model file. */
  slowness: number;
  /** True: the connection is closed instead of an answer for a model file. */
  down: boolean;
  /** Model files that are asked for wait for it. */
  held: Promise<void> | undefined;
  /** A path that is not found. */
  missing: string | undefined;
  /** Requests for model files: what they asked for, and the bytes that were sent. */
  readonly requests: { readonly method: string; readonly range: string | undefined; sent: number }[];
  close(): void;
}

/** @param target the server's address */
export async function startLine(target: string): Promise<Line> {
  const server = createServer(async (request, response) => {
    const { url = "/", method = "GET", headers } = request;
    const isModel = /\.gguf$/.test(new URL(url, target).pathname);
    const seen = { method, range: headers.range, sent: 0 };
    if (isModel) {
      line.requests.push(seen);
      await line.held;
      if (line.down) return request.socket.destroy();
    }
    if (new URL(url, target).pathname === line.missing) return void response.writeHead(404).end();
    const { host: _, ...rest } = headers;
    const asked = ask(new URL(url, target), { method, headers: rest }, async (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      for await (const chunk of answer) {
        for (let at = 0; at < chunk.length && !response.destroyed; at += 65536) {
          await send(response, chunk.subarray(at, at + 65536));
          seen.sent += Math.min(65536, chunk.length - at);
          if (isModel && line.slowness > 0) await pause(line.slowness);
        }
        if (response.destroyed) break;
      }
      response.end();
    });
    asked.on("error", () => response.destroy()).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const line: Line = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    slowness: 0,
    down: false,
    held: undefined,
    missing: undefined,
    requests: [],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return line;
}

const send = (response: ServerResponse, piece: Uint8Array) =>
  new Promise<void>((resolve) => response.write(piece, () => resolve()));
