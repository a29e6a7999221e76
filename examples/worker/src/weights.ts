// Where a model's bytes come from: the worker's own script, object storage, static assets or a URL; as one file, or in parts
// with the manifest of `lanky split`. All of them stream.

import { CheckpointError, joinParts, type ModelSource } from "lanky";
import embedded from "lanky/models/lanky-api-4m-int4.gguf.bin";
import type { Environment } from "./environment.js";
import { Unavailable } from "./problems.js";

/** Opens a file by its key, path or address; null where there is none. */
type Open = (place: string) => Promise<Response | null>;

/** The embedded model, whose bytes the script holds anyway. */
export function embeddedWeights(): ModelSource {
  return {
    name: "lanky-api-4m-int4.gguf",
    size: embedded.byteLength,
    read: async (offset, length) => new Uint8Array(embedded).subarray(offset, offset + length),
  };
}

/**
 * Opens what MODEL names: "embedded", "r2:KEY", "assets:/PATH" or an address.
 * @throws CheckpointError where it is missing or cannot be read
 * @throws Unavailable for a MODEL of no such form, or one whose binding is missing
 */
export async function openWeights(env: Environment): Promise<ModelSource> {
  const { MODEL = "embedded", BUCKET, ASSETS } = env;
  if (MODEL === "embedded") return embeddedWeights();
  if (MODEL.startsWith("r2:")) {
    if (!BUCKET)
      throw new Unavailable(`MODEL: ${MODEL} needs an R2 binding called BUCKET (wrangler.jsonc, "r2_buckets")`);
    return fileOrParts(MODEL.slice(3), async (key) => {
      const object = await BUCKET.get(key);
      return object && new Response(object.body, { headers: { "content-length": String(object.size) } });
    });
  }
  if (MODEL.startsWith("assets:/")) {
    if (!ASSETS) throw new Unavailable(`MODEL: ${MODEL} needs static assets as ASSETS (wrangler.jsonc, "assets")`);
    return fileOrParts(MODEL.slice(7), (path) => ASSETS.fetch(`https://assets.local${path}`));
  }
  if (/^https?:\/\//.test(MODEL)) return fileOrParts(MODEL, (address) => fetch(address));
  throw new Unavailable(`MODEL: ${MODEL}; expected embedded, r2:KEY, assets:/PATH or https://HOST/PATH`);
}

/** @throws CheckpointError where there is nothing to read */
async function fileOrParts(place: string, open: Open): Promise<ModelSource> {
  let response: Response | null;
  try {
    response = await open(place);
  } catch (cause) {
    throw new CheckpointError(place, `cannot be opened: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  if (response === null || response.status === 404) {
    await response?.body?.cancel();
    throw new CheckpointError(place, "is not there; upload it, or change MODEL in wrangler.jsonc");
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new CheckpointError(place, `cannot be read: the server answered ${response.status}`);
  }
  if (!place.endsWith("manifest.json")) return wholeFile(place, response, response.body);
  let manifest: unknown;
  try {
    manifest = await response.json();
  } catch (cause) {
    throw new CheckpointError(place, "is no JSON; upload the manifest.json that lanky split wrote", { cause });
  }
  const folder = place.slice(0, -"manifest.json".length);
  return joinParts(manifest, (file) => open(folder + file));
}

/** The bytes under a name that errors can say. */
function wholeFile(name: string, { headers }: Response, body: ReadableStream<Uint8Array>): ModelSource {
  const length = headers.get("content-encoding") === null ? headers.get("content-length") : null;
  return {
    name,
    ...(length !== null && { size: Number(length) }),
    [Symbol.asyncIterator]: () => body[Symbol.asyncIterator](),
  } as AsyncIterable<Uint8Array>;
}
