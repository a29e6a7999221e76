// What a conversation on the command line forgets when its context is full.

import type { ChatMessage, Session } from "../node.js";

/**
 * Where a conversation leaves less than `room` tokens of `context` for the answer, takes its oldest turns out of `messages` until
 * it fills half of that: the rest has to be read anew, which should not happen at every turn from then on. A system
 * message and the last turn stay, even if they do not fit.
 * @returns how many messages were taken out
 * @throws what `Session.chat` throws
 */
export function dropOldestTurns(messages: ChatMessage[], session: Session, context: number, room: number): number {
  const tokens = (): number => {
    try {
      return session.chat(messages, { maxTokens: 0 }).promptIds.length; // not run: only encoded
    } catch (error) {
      if (isTooLong(error)) return Number.POSITIVE_INFINITY;
      throw error;
    }
  };
  const most = context - room;
  const before = messages.length;
  if (tokens() <= most) return 0;
  const first = messages[0]?.role === "system" ? 1 : 0;
  do {
    const next = messages.findIndex(({ role }, at) => at > first && role === "user");
    if (next < 0) break;
    messages.splice(first, next - first);
  } while (tokens() > most / 2);
  return before - messages.length;
}

/** Whether it is the conversation that was at fault, being longer than the context. */
export function isTooLong(error: unknown): error is RangeError {
  return error instanceof RangeError && /do not fit into the context/.test(error.message);
}
