// POST /complete: text that goes on from a prompt, streamed as server-sent events.
//
//   { "prompt": "Once upon a time" } or { "messages": […] }, and any of
//   { maxTokens, temperature, topK, topP, minP, repetitionPenalty, frequencyPenalty, presencePenalty, seed, stop, schema, grammar,
//     maxMs }
//   -> data: {"text": "…", "id": 5, "logprob": -0.5}     for each token
//      :                                                for each fifth of a second that the prompt takes
//      event: done
//      data: {"finish_reason": "stop" | "length" | "time", "usage": {…}, "model": "…", "context": 512}
//
// Whatever is wrong before the first token is an answer with its own status; after it, an "error" event.

import type { GenerateOptions } from "lanky";
import { describe, readObject } from "./answers.js";
import { type Environment, type Life, numberOf } from "./environment.js";
import { completingInstance } from "./models.js";
import { BadRequest } from "./problems.js";
import { asBadRequest, checkMessages, usageOf } from "./requests.js";

/** What a client may ask for; the library checks the values. */
const options = [
  "maxTokens",
  "temperature",
  "topK",
  "topP",
  "minP",
  "repetitionPenalty",
  "frequencyPenalty",
  "presencePenalty",
  "seed",
  "stop",
  "schema",
  "grammar",
  "maxMs",
] as const;

/** Milliseconds between two signs of life while a prompt is read. */
const heartbeat = 200;

export async function answerComplete(request: Request, env: Environment, life: Life): Promise<Response> {
  const { prompt, messages, ...given } = await readObject(request);
  if ((prompt === undefined) === (messages === undefined))
    throw new BadRequest("expected prompt, or messages instead of it");
  if (prompt !== undefined && (typeof prompt !== "string" || prompt === ""))
    throw new BadRequest("prompt: expected a text that is not empty");
  const conversation = messages === undefined ? undefined : checkMessages(messages);
  const wanted = checkOptions(given, numberOf(env, "MAX_MS"));
  const gone = new AbortController();
  const leave = () => gone.abort();
  if (request.signal.aborted) leave();
  request.signal.addEventListener("abort", leave, { once: true });

  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const work = completingInstance(env).use(life, gone.signal, async (session, model) => {
    session.reset();
    const asked = { ...wanted, signal: gone.signal };
    const generation = asBadRequest(() =>
      conversation ? session.chat(conversation, asked) : session.generate(prompt as string, asked),
    );
    const events = eventStream(leave);
    const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" };
    resolve(new Response(events.readable, { headers }));
    // Nothing but writing tells the platform that a client has gone: comments, which clients skip, while the prompt is read.
    const beat = setInterval(events.comment, heartbeat);
    try {
      for await (const { text, id, logprob } of generation) {
        clearInterval(beat);
        events.send({ text, id, logprob });
      }
      events.send(
        {
          finish_reason: generation.finishReason,
          usage: usageOf(generation),
          model: model.name,
          context: model.contextLength,
        },
        "done",
      );
    } catch (error) {
      events.send({ message: describe(error).message }, "error");
    } finally {
      clearInterval(beat);
      events.end();
    }
  });
  life.waitUntil(work.catch(reject));
  return promise;
}

/** @throws BadRequest for an option that there is not, or a maxMs that is no time */
function checkOptions(given: Readonly<Record<string, unknown>>, most: number | undefined): GenerateOptions {
  const unknown = Object.keys(given).find((name) => !options.some((known) => known === name));
  if (unknown !== undefined)
    throw new BadRequest(`${unknown}: not known; expected prompt or messages, and any of ${options.join(", ")}`);
  const { maxMs = most } = given;
  if (maxMs !== undefined && (typeof maxMs !== "number" || !(maxMs > 0)))
    throw new BadRequest("maxMs: expected milliseconds above 0");
  return { ...given, ...(maxMs !== undefined && { maxMs: Math.min(maxMs, most ?? maxMs) }) };
}

/**
 * A body of server-sent events. A client that reads slowly holds nobody up: what it has not read waits here, and is no longer
 * than a context. `onCancel` hears that it has gone.
 */
function eventStream(onCancel: () => void) {
  const encoder = new TextEncoder();
  let open = true;
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const readable = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel() {
      open = false;
      onCancel();
    },
  });
  return {
    readable,
    send(data: unknown, event?: string) {
      if (open)
        controller.enqueue(encoder.encode(`${event ? `event: ${event}\n` : ""}data: ${JSON.stringify(data)}\n\n`));
    },
    comment() {
      if (open) controller.enqueue(encoder.encode(":\n\n"));
    },
    end() {
      if (open) controller.close();
      open = false;
    },
  };
}
