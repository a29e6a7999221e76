// Checkpoints by URL, for every host.

import type { Checkpoint } from "./checkpoint.js";
import { CheckpointError } from "./errors.js";
import { openCheckpoint } from "./formats/detect.js";
import type { ModelSource } from "./library.js";

/**
 * Opens a source of the library, or fetches one by its URL. A string is one that `fetch` takes: absolute, or relative to the
 * page where there is one.
 */
export async function openSource(
  source: string | URL | ModelSource,
  signal: AbortSignal | undefined,
): Promise<Checkpoint> {
  if (typeof source !== "string" && !(source instanceof URL)) return openCheckpoint(source);
  const url = absolute(source);
  return openCheckpoint(await fetchModel(url, signal), { name: url.href });
}

/**
 * Opens the embedded model at the address where it is expected.
 * @throws CheckpointError that says how it comes there, where it is not
 */
export async function openEmbedded(url: URL, signal: AbortSignal | undefined): Promise<Checkpoint> {
  try {
    return await openSource(url, signal);
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    throw new CheckpointError(
      url.href,
      `${error.problem}. The embedded model is expected there: a bundler that leaves \`new URL(..., import.meta.url)\` as it is ` +
        "needs lanky/models/lanky-api-4m-int8.gguf copied into a folder models/ beside the folder of its output; or give " +
        "loadModel the model's address",
      { cause: error },
    );
  }
}

/**
 * The response to a GET; an aborted signal also ends reading its body.
 * @throws CheckpointError where nothing answers
 */
export async function fetchModel(url: URL, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(url, signal ? { signal } : {});
  } catch (error) {
    signal?.throwIfAborted();
    const { cause } = error as Error; // fetch itself says no more than "fetch failed"
    const reason = cause instanceof Error ? cause.message || cause.name : (error as Error).message;
    throw new CheckpointError(url.href, `cannot be fetched (${reason}); check the address and the network`, {
      cause: error,
    });
  }
}

function absolute(source: string | URL): URL {
  if (source instanceof URL) return source;
  const page = (globalThis as { location?: { href?: string } }).location?.href;
  if (URL.canParse(source, page)) return new URL(source, page);
  throw new CheckpointError(
    source,
    "is no address, and this host has no files to look for it; give an absolute URL, or the model's bytes",
  );
}
