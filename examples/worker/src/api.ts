// POST /api: a sentence becomes a call of the embedded model's functions, and a reply.
//
//   { "text": "wake me up at 7" } or { "messages": [{ "role": "user", "content": "…" }, …], "constrained": true }
//   -> { "api", "arguments", "reply", "text", "finish_reason", "usage": { "prompt_tokens", "completion_tokens" } }
//
// Where the text holds no call, "api" is null and "problem" says why. Where the messages are more than the context holds, the
// oldest turns are left out, and "forgotten" says how many messages these were. Spaces stand before an answer that takes longer
// than a fifth of a second; what goes wrong from then on is { "error": { "message" } } with status 200.

import { apiAnswerGrammar, type ChatMessage, parseApiCall } from "lanky";
import { readObject } from "./answers.js";
import { type Environment, type Life, numberOf } from "./environment.js";
import { embeddedInstance } from "./models.js";
import { BadRequest } from "./problems.js";
import { asBadRequest, checkMessages, latestOf, usageOf } from "./requests.js";
import { answerSlowly, type Form } from "./slow-answer.js";

/** Tokens of an answer; the longest calls take half of them. */
const longestAnswer = 200;

const form: Form = {
  type: "application/json",
  sign: " ", // white space may stand before a value
  problem: (message) => `${JSON.stringify({ error: { message } })}\n`,
};

export async function answerApi(request: Request, env: Environment, life: Life): Promise<Response> {
  const { text, messages: given, constrained = false, ...others } = await readObject(request);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new BadRequest(`${unknown}: not known; expected text or messages, and constrained`);
  if (typeof constrained !== "boolean") throw new BadRequest("constrained: expected true or false");
  if ((text === undefined) === (given === undefined)) throw new BadRequest("expected text, or messages instead of it");
  if (text !== undefined && (typeof text !== "string" || text.trim() === ""))
    throw new BadRequest("text: expected a sentence");
  const messages: ChatMessage[] = text === undefined ? checkMessages(given) : [{ role: "user", content: text }];
  const instance = embeddedInstance(env);
  const model = await instance.load(life);
  // What is wrong with the messages is said before the answer begins, however long it then waits for its turn.
  const { latest, forgotten } = asBadRequest(() => latestOf(model, messages, longestAnswer));
  asBadRequest(() => model.generate(model.chatTemplate!.render(latest), { raw: true }));
  return answerSlowly(request, life, form, ({ signal, write }) =>
    instance.use(life, signal, async (session) => {
      const generation = asBadRequest(() =>
        session.chat(latest, {
          maxTokens: longestAnswer,
          maxMs: numberOf(env, "MAX_MS"),
          signal,
          ...(constrained && { grammar: apiAnswerGrammar() }),
        }),
      );
      const answer = await generation.complete();
      const { api = null, ...call } = parseApiCall(answer);
      const end = { text: answer, finish_reason: generation.finishReason, usage: usageOf(generation), ...forgotten };
      write(`${JSON.stringify({ api, ...call, ...end })}\n`);
    }),
  );
}
