// A model's parts as the static assets of a platform would be served, with faults on demand.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** What becomes of a file: other bytes, another status, or the connection broken off after some bytes. */
export interface Fault {
  readonly bytes?: Uint8Array;
  readonly status?: number;
  readonly cutAfter?: number;
  /** Answer without a content-length, so that only reading tells the size. */
  readonly unsized?: boolean;
  /** Milliseconds before the body. */
  readonly delay?: number;
}

export interface PartsServer {
  readonly port: number;
  /** By file name; cleared by the test that set it. */
  readonly faults: Map<string, Fault>;
  /** Files asked for, in order. */
  readonly asked: string[];
  /** Bytes of bodies handed to the network. */
  readonly sent: () => number;
  stop(): Promise<void>;
}

/** Resolves when more can be written, or nobody is there to read it. */
function writable(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
  });
}

export async function servePartsOf(folder: string): Promise<PartsServer> {
  const faults = new Map<string, Fault>();
  const asked: string[] = [];
  let sent = 0;
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? "/", "http://parts").pathname.slice(1);
    asked.push(name);
    const fault = faults.get(name) ?? {};
    if (fault.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delay));
    if (fault.status !== undefined) {
      response.writeHead(fault.status).end("no");
      return;
    }
    let bytes: Uint8Array;
    try {
      bytes = fault.bytes ?? readFileSync(join(folder, name));
    } catch {
      response.writeHead(404).end("no such part");
      return;
    }
    response.writeHead(200, fault.unsized ? {} : { "content-length": bytes.length });
    for (let at = 0; at < bytes.length; ) {
      const chunk = bytes.subarray(at, Math.min(at + 65536, fault.cutAfter ?? bytes.length));
      if (chunk.length === 0 || response.destroyed) break;
      sent += chunk.length;
      at += chunk.length;
      if (!response.write(chunk)) await writable(response);
    }
    if (fault.cutAfter === undefined) response.end();
    else setTimeout(() => response.destroy(), 5); // what was written reaches the other side first
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    faults,
    asked,
    sent: () => sent,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
