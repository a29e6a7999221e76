// POST /complete: text that goes on from a prompt, streamed as server-sent events.
//
//   { "prompt": "Once upon a time" } or { "messages": […] }, and any of
//   { maxTokens, temperature, topK, topP, minP, repetitionPenalty, frequencyPenalty, presencePenalty, seed, stop, schema, grammar,
//     maxMs }
//   -> data: {"text": "…", "id": 5, "logprob": -0.5}     for each token
//      :                                                for each fifth of a second before the first
//      event: done
//      data: {"finish_reason": "stop" | "length" | "time", "usage": {…}, "model": "…", "context": 512}
// Where the messages are more than the context holds, the oldest turns are left out, and "forgotten" among the last data says how
// many messages these were.
//
// What is wrong is an answer with its own status, or an "error" event where the answer has begun: with the first token, or after
// a fifth of a second of waiting for one's turn.

import type { GenerateOptions } from "lanky";
import { readObject } from "./answers.js";
import { type Environment, type Life, numberOf } from "./environment.js";
import { completingInstance } from "./models.js";
import { BadRequest } from "./problems.js";
import { asBadRequest, checkMessages, latestOf, usageOf } from "./requests.js";
import { answerSlowly, type Form } from "./slow-answer.js";

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

const form: Form = {
  type: "text/event-stream; charset=utf-8",
  sign: ":\n\n", // a comment, which clients skip
  problem: (message) => event({ message }, "error"),
};

export async function answerComplete(request: Request, env: Environment, life: Life): Promise<Response> {
  const { prompt, messages, ...given } = await readObject(request);
  if ((prompt === undefined) === (messages === undefined))
    throw new BadRequest("expected prompt, or messages instead of it");
  if (prompt !== undefined && (typeof prompt !== "string" || prompt === ""))
    throw new BadRequest("prompt: expected a text that is not empty");
  const conversation = messages === undefined ? undefined : checkMessages(messages);
  const wanted = checkOptions(given, numberOf(env, "MAX_MS"));
  const instance = completingInstance(env);
  await instance.load(life);
  return answerSlowly(request, life, form, ({ signal, begin, write }) =>
    instance.use(life, signal, async (session, model) => {
      session.reset();
      const asked = { ...wanted, signal };
      const { latest, forgotten } = conversation
        ? asBadRequest(() => latestOf(model, conversation, wanted.maxTokens))
        : {};
      const generation = asBadRequest(() =>
        latest ? session.chat(latest, asked) : session.generate(prompt as string, asked),
      );
      begin();
      for await (const { text, id, logprob } of generation) write(event({ text, id, logprob }));
      const { finishReason } = generation;
      const end = {
        finish_reason: finishReason,
        usage: usageOf(generation),
        model: model.name,
        context: model.contextLength,
        ...forgotten,
      };
      write(event(end, "done"));
    }),
  );
}

function event(data: unknown, name?: string): string {
  return `${name ? `event: ${name}\n` : ""}data: ${JSON.stringify(data)}\n\n`;
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
