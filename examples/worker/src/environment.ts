// What the platform hands the worker: bindings and variables of wrangler.jsonc, and the life of a request.

import { Unavailable } from "./problems.js";

export interface Environment {
  readonly MODEL?: string;
  readonly MEMORY_LIMIT?: number | string;
  readonly SESSIONS?: number | string;
  readonly MAX_MS?: number | string;
  /** Tokens of a session; left out, as many as MEMORY_LIMIT allows. */
  readonly CONTEXT?: number | string;
  /** Object storage (R2). */
  readonly BUCKET?: {
    get(key: string): Promise<{ readonly size: number; readonly body: ReadableStream<Uint8Array> } | null>;
  };
  /** Static assets. */
  readonly ASSETS?: { fetch(url: string): Promise<Response> };
}

export interface Life {
  /** Keeps the request's work alive when its client has gone, so that it ends in order. */
  waitUntil(work: Promise<unknown>): void;
}

/**
 * A number of wrangler.jsonc, which a dashboard or a command line may have made a string.
 * @throws Unavailable that names the variable
 */
export function numberOf(
  env: Environment,
  name: "MEMORY_LIMIT" | "SESSIONS" | "MAX_MS" | "CONTEXT",
): number | undefined {
  const given = env[name];
  if (given === undefined || given === "") return undefined;
  const value = Number(given);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Unavailable(`${name}: ${given}; expected a whole number, 1 or more (wrangler.jsonc, "vars")`);
  return value;
}
