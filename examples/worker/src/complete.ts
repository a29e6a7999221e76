// POST /complete: text that goes on from a prompt, streamed as server-sent events.
//
//   { "prompt": "Once upon a time" } or { "messages": […] }, and any of
//   { maxTokens, temperature, topK, topP, minP, repetitionPenalty, frequencyPenalty, presencePenalty, seed, stop, schema, grammar,
//     maxMs }
//   -> data: {"text": "…", "id": 5, "logprob": -0.5}     for each token
//      :                                                for each fifth of a second before the first
//      event: done
//      data: {"finish_reason": "stop" | "length" | "time", "usage": {…}, "model": "…", "context": 512}
//
// What is wrong is an answer with its own status, or an "error" event where the answer has begun: with the first token, or after
// a fifth of a second of waiting for one's turn.

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

/** Milliseconds between two signs of life before the first token. */
const heartbeat = 200;
/** Events in a row of which the platform has taken none: there is nobody to take them. */
const unheard = 64;

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
  const instance = completingInstance(env);
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const answer = async () => {
    await instance.load(life);
    const events = eventStream(leave);
    let begun = false;
    const begin = () => {
      if (begun) return;
      begun = true;
      const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" };
      resolve(new Response(events.readable, { headers }));
    };
    // Nothing but writing tells the platform that a client has gone: comments, which clients skip, before the first token.
    const beat = setInterval(() => {
      begin();
      events.comment();
    }, heartbeat);
    try {
      await instance.use(life, gone.signal, async (session, model) => {
        session.reset();
        const asked = { ...wanted, signal: gone.signal };
        const generation = asBadRequest(() =>
          conversation ? session.chat(conversation, asked) : session.generate(prompt as string, asked),
        );
        begin();
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
      });
    } catch (error) {
      if (!begun) throw error;
      if (!gone.signal.aborted) events.send({ message: describe(error).message }, "error");
    } finally {
      clearInterval(beat);
      events.end();
    }
  };
  life.waitUntil(answer().catch(reject));
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
 * than a context. `onGone` hears that it has gone.
 */
function eventStream(onGone: () => void) {
  const encoder = new TextEncoder();
  let open = true;
  let waiting = 0;
  let untaken = 0;
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const readable = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel: leave,
  });
  function leave() {
    open = false;
    onGone();
  }
  function write(text: string) {
    if (!open) return;
    controller.enqueue(encoder.encode(text));
    // The platform takes events as they come, and cancels the body of a client that has gone. But if that happens before the
    // answer has begun, or while it writes, it only takes no more.
    const before = waiting;
    waiting = 1 - controller.desiredSize!;
    untaken = waiting > before ? untaken + 1 : 0;
    if (untaken >= unheard) leave();
  }
  return {
    readable,
    send(data: unknown, event?: string) {
      write(`${event ? `event: ${event}\n` : ""}data: ${JSON.stringify(data)}\n\n`);
    },
    comment() {
      write(":\n\n");
    },
    end() {
      if (open) controller.close();
      open = false;
    },
  };
}
