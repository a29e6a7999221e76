// From messages to tokens. The template's own special tokens count, those that a user has typed do not.

import { CheckpointError } from "./errors.js";
import type { ChatMessage, ChatTemplate } from "./text/chat-template.js";
import type { Tokenizer } from "./text/tokenizer.js";

/** A Unicode noncharacter: no text means it. Marks where a special token's spelling was broken up. */
const BREAK = "\ufdd0";

/** What a conversation needs of its model. */
export interface Conversing {
  readonly name: string;
  readonly chatTemplate: ChatTemplate | undefined;
  readonly tokenizer: Tokenizer;
}

/**
 * The tokens of a conversation as a model reads it, up to where its answer begins.
 * @throws CheckpointError if the checkpoint has no tokenizer or no chat template, or the template rejects the messages
 * @throws TypeError for messages that are none
 */
export function promptIdsOf(messages: readonly ChatMessage[], model: Conversing): number[] {
  checkMessages(messages);
  const { chatTemplate, tokenizer, name } = model; // without a tokenizer this throws, which is the more helpful error
  if (!chatTemplate) throw new CheckpointError(name, "has no chat template; use generate, or another checkpoint");
  return encodeChat(messages, chatTemplate, tokenizer);
}

/**
 * Renders a conversation with the generation prompt at its end and tokenises it. Where a message spells a special token,
 * the spelling is cut in two before rendering, so that the tokenizer sees no special token: it stays text. So it is in any
 * letter case: a template that lowers or raises what users type would make a token of it otherwise.
 * @throws what `ChatTemplate.render` throws
 */
export function encodeChat(messages: readonly ChatMessage[], template: ChatTemplate, tokenizer: Tokenizer): number[] {
  const spellings = specialSpellings(tokenizer);
  const safe = messages.map((message) => mapStrings(message, (text) => breakUp(text, spellings)) as ChatMessage);
  const prompt = template.render(safe, { addGenerationPrompt: true });
  return tokenizer.encode(prompt, { parseSpecial: true, breakMark: BREAK });
}

/** A text in which letters that differ in case alone are the same. Of one character the result may have several. */
function folded(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll("\u03c2", "\u03c3"); // a sigma is another one at the end of a word
}

/** Cuts every spelling in two; `spellings` are folded, since a template may change the case of what a user has typed. */
function breakUp(text: string, spellings: readonly string[]): string {
  const clean = text.replaceAll(BREAK, "\ufffd");
  const all = folded(clean);
  const spelled = spellings.filter((spelling) => all.includes(spelling));
  if (spelled.length === 0) return clean;
  const characters = [...clean]; // whole ones, not halves of surrogate pairs
  const owners = characters.flatMap((character, at) => new Array<number>(folded(character).length).fill(at)); // [all.length]
  const cuts = new Set<number>(); // characters to put a mark before
  for (const spelling of spelled) {
    for (let at = all.indexOf(spelling); at >= 0; at = all.indexOf(spelling, at + 1)) {
      const next = owners[at]! + 1;
      if (next <= owners[at + spelling.length - 1]!) cuts.add(next);
    }
  }
  return characters.map((character, at) => (cuts.has(at) ? BREAK + character : character)).join("");
}

/** The same value with every string in it changed. */
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}

const known = new WeakMap<Tokenizer, readonly string[]>();

/** Spellings of special tokens, without regard to case. */
function specialSpellings(tokenizer: Tokenizer): readonly string[] {
  let spellings = known.get(tokenizer);
  if (!spellings) {
    const found = new Set<string>();
    for (let id = 0; id < tokenizer.vocabSize; id++) {
      if (tokenizer.isSpecial(id) && tokenizer.piece(id).length > 1) found.add(folded(tokenizer.piece(id)));
    }
    spellings = [...found];
    known.set(tokenizer, spellings);
  }
  return spellings;
}

function checkMessages(messages: readonly ChatMessage[]): void {
  if (!Array.isArray(messages) || messages.length === 0)
    throw new TypeError("messages: expected an array with at least one { role, content }");
  for (const [i, message] of messages.entries()) {
    if (typeof message?.role !== "string") throw new TypeError(`messages[${i}].role: expected a string`);
    if (message.content === undefined) throw new TypeError(`messages[${i}].content is missing; expected a string`);
  }
}
