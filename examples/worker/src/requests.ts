// What the routes have in common: checks of what a client sent, and what an answer tells of its generation.

import { type ChatMessage, CheckpointError, type Generation, type Model } from "lanky";
import { BadRequest } from "./problems.js";

/** @throws BadRequest that names the message */
export function checkMessages(messages: unknown): ChatMessage[] {
  if (!Array.isArray(messages) || messages.length === 0)
    throw new BadRequest("messages: expected an array with at least one { role, content }");
  return messages.map((message, at) => {
    const { role, content } = (message ?? {}) as Record<string, unknown>;
    if (typeof role !== "string") throw new BadRequest(`messages[${at}].role: expected a string`);
    if (typeof content !== "string") throw new BadRequest(`messages[${at}].content: expected a string`);
    return { role, content };
  });
}

/**
 * Starts a generation; what the library says about its arguments (a prompt too long, a temperature below 0, messages that the
 * chat template refuses) is the client's to know.
 * @throws BadRequest
 */
export function asBadRequest<T>(start: () => T): T {
  try {
    return start();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof CheckpointError)
      throw new BadRequest(error.message);
    throw error;
  }
}

/**
 * What of a conversation the context holds, and what to tell of the rest: how many messages were left out, if any were.
 * @throws what Model.latestTurns throws
 */
export function latestOf(model: Model, messages: readonly ChatMessage[], maxTokens: number | undefined) {
  const latest = messages.length > 1 ? model.latestTurns(messages, maxTokens) : messages;
  const left = messages.length - latest.length;
  return { latest, forgotten: left > 0 ? { forgotten: left } : {} };
}

export function usageOf({ promptIds, ids }: Generation): { prompt_tokens: number; completion_tokens: number } {
  return { prompt_tokens: promptIds.length, completion_tokens: ids.length };
}
