// The page's side of an engine in a Web Worker, so that the page never waits for a pass: `import { loadModel } from
// "lanky/worker"`. The calls are those of lanky itself. What differs: a tokenizer, a chat template and `model.latestTurns`
// answer with promises, `session.reset` is one, errors of a generation's options arrive when it is iterated, and text streams
// without waiting for its reader.

import { checkSignal } from "./host.js";
import type { LoadOptions } from "./model.js";
import { Connection } from "./worker/connection.js";
import type { LoadEvent } from "./worker/protocol.js";
import { WorkerModel } from "./worker/remote-model.js";
import { sendSource, type WorkerSource } from "./worker/sent-source.js";

export * from "./api-call.js";
export { CheckpointError } from "./errors.js";
export type { FinishReason, GenerateOptions, Piece, Timings } from "./generation.js";
export type { LoadOptions, Score } from "./model.js";
export type { ChatMessage } from "./text/chat-template.js";
export { type JsonSchema, type SchemaGrammarOptions, schemaToGrammar } from "./text/grammar/json-schema.js";
export { WorkerGeneration } from "./worker/remote-generation.js";
export { type WorkerChatTemplate, WorkerModel, WorkerSession, type WorkerTokenizer } from "./worker/remote-model.js";
export type { WorkerSource } from "./worker/sent-source.js";

/**
 * Loads a model in a Web Worker of its own.
 * @param source an address (against the page's), a File or Blob, a Response, a stream, an async iterable of bytes, positioned
 *   reads; left out, the embedded model. A Response or a stream is used up.
 * @param options `threads` are further workers; they need a page that is cross-origin isolated. Where it is not, the
 *   engine's worker alone computes, and `onWarning` hears of it.
 * @throws what `loadModel` of lanky throws, and Error if the worker cannot be started
 */
export async function loadModel(source?: WorkerSource, options: LoadOptions = {}): Promise<WorkerModel> {
  const { signal, onProgress, onWarning = console.warn, ...rest } = options;
  checkSignal(signal);
  for (const [name, callback] of Object.entries({ onProgress, onWarning })) {
    if (callback !== undefined && typeof callback !== "function")
      throw new TypeError(`${name}: expected a function, not ${typeof callback}`);
  }
  signal?.throwIfAborted();
  if (typeof Worker === "undefined")
    throw new Error(
      "lanky/worker needs Web Workers, which this host does not have; import loadModel from lanky instead",
    );
  const transfer: Transferable[] = [];
  const sent = sendSource(source, transfer);
  // Written out in full: bundlers look for exactly this form.
  const connection = new Connection(
    new Worker(new URL("./worker/engine-side.js", import.meta.url), { type: "module" }),
  );
  const stop = () => connection.end(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true }); // at once: nothing of it is wanted any more
  try {
    const onEvent = (event: LoadEvent) => {
      if ("progress" in event) onProgress?.(event.progress);
      else onWarning(event.warning);
    };
    return new WorkerModel(
      connection,
      await connection.call("load", { source: sent, options: rest }, { onEvent, transfer }),
    );
  } catch (error) {
    connection.end(error as Error);
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
