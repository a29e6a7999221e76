// What of a conversation stays when its context is full: the system message, and the latest turns. A turn begins with what a user
// says and ends before the user says something again.

import type { ChatMessage } from "./text/chat-template.js";

/**
 * All messages where these take at most `most` tokens. Otherwise the fewest of the oldest turns are left out that make the rest
 * take at most half of that: it has to be evaluated anew, which should not happen at every turn from then on. A system message at
 * the start and the last turn stay, even if they do not fit.
 * @param tokensOf how many tokens messages take; called some log2(turns) times, mostly with few of them
 */
export function latestTurns(
  messages: readonly ChatMessage[],
  tokensOf: (messages: readonly ChatMessage[]) => number,
  most: number,
): ChatMessage[] {
  if (tokensOf(messages) <= most) return [...messages];
  const first = messages[0]?.role === "system" ? 1 : 0;
  const starts = messages.flatMap(({ role }, at) => (at > first && role === "user" ? [at] : [])); // of the later turns
  if (starts.length === 0) return [...messages];
  const from = (turn: number) => [...messages.slice(0, first), ...messages.slice(starts[turn])];
  let [least, last] = [0, starts.length - 1];
  while (least < last) {
    const middle = (least + last) >> 1;
    if (tokensOf(from(middle)) <= most / 2) last = middle;
    else least = middle + 1;
  }
  return from(least);
}
