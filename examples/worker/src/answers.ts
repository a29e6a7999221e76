// JSON in and out: bodies that are bounded and checked, errors that say what to do and never where in the code they came from.

import { CheckpointError } from "lanky";
import { BadRequest, Unavailable } from "./problems.js";

/** Bytes of a body at most; the longest prompt of the longest context is shorter. */
const largestBody = 256 * 1024;

/**
 * The object that a request's body holds.
 * @throws BadRequest for anything else
 */
export async function readObject(request: Request): Promise<Readonly<Record<string, unknown>>> {
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) throw tooLarge();
  const text = await readText(request.body);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadRequest(`the body is no JSON (${(error as Error).message}); expected an object`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new BadRequest(`the body is ${Array.isArray(value) ? "an array" : String(value)}; expected a JSON object`);
  return value as Record<string, unknown>;
}

/** The text of a body, which is read no further than it may be long: a chunked one does not say before how long it is. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (!body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > largestBody) throw tooLarge(); // which cancels the rest
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

export function json(value: unknown, status = 200): Response {
  return new Response(`${JSON.stringify(value)}\n`, { status, headers: { "content-type": "application/json" } });
}

/** The answer to a request that failed. What is no fault of the request or of the model's files is logged, not told. */
export function failure(error: unknown): Response {
  const { status, message } = describe(error);
  return json({ error: { message } }, status);
}

/** Status and sentence for an error. */
export function describe(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof BadRequest) return { status: error.status, message: error.message };
  if (error instanceof Unavailable || error instanceof CheckpointError) {
    console.error(`lanky: ${error.message}`);
    return { status: 503, message: error.message };
  }
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return { status: 500, message: "internal error; the worker's log says more" };
}

function tooLarge(): BadRequest {
  return new BadRequest(`the body has more than ${largestBody} bytes`, 413);
}
