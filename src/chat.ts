// From messages to tokens. The template's own special tokens count, those that a user has typed do not.

import type { ChatMessage, ChatTemplate } from "./text/chat-template.js";
import type { Tokenizer } from "./text/tokenizer.js";

/** A Unicode noncharacter: no text means it. Marks where a special token's spelling was broken up. */
const BREAK = "\ufdd0";

/**
 * Renders a conversation with the generation prompt at its end and tokenises it. Where a message spells a special token,
 * the spelling is cut in two before rendering, so that the tokenizer sees no special token: it stays text.
 * @throws what `ChatTemplate.render` throws
 */
export function encodeChat(messages: readonly ChatMessage[], template: ChatTemplate, tokenizer: Tokenizer): number[] {
  const spellings = specialSpellings(tokenizer);
  const safe = messages.map((message) => mapStrings(message, (text) => breakUp(text, spellings)) as ChatMessage);
  const prompt = template.render(safe, { addGenerationPrompt: true });
  return tokenizer.encode(prompt, { parseSpecial: true, breakMark: BREAK });
}

function breakUp(text: string, spellings: readonly string[]): string {
  let result = text.replaceAll(BREAK, "\ufffd");
  for (const spelling of spellings) {
    const [first = ""] = spelling; // a whole character, not half of a surrogate pair
    result = result.replaceAll(spelling, `${first}${BREAK}${spelling.slice(first.length)}`);
  }
  return result;
}

/** The same value with every string in it changed. */
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}

const known = new WeakMap<Tokenizer, readonly string[]>();

/** Spellings of special tokens, longest first. */
function specialSpellings(tokenizer: Tokenizer): readonly string[] {
  let spellings = known.get(tokenizer);
  if (!spellings) {
    const found: string[] = [];
    for (let id = 0; id < tokenizer.vocabSize; id++) {
      if (tokenizer.isSpecial(id) && tokenizer.piece(id).length > 1) found.push(tokenizer.piece(id));
    }
    spellings = found.sort((a, b) => b.length - a.length);
    known.set(tokenizer, spellings);
  }
  return spellings;
}
