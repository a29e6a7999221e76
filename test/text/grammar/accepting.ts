// Texts held against grammars and schemas, a byte at a time, without any vocabulary.

import { type Automaton, createAutomaton } from "../../../src/text/grammar/automaton.js";
import { networkOf } from "../../../src/text/grammar/compile.js";
import { parseGrammar } from "../../../src/text/grammar/gbnf.js";
import { type JsonSchema, schemaToGrammar } from "../../../src/text/grammar/json-schema.js";

const utf8 = new TextEncoder();

export const automatonOf = (grammar: string): Automaton => createAutomaton(networkOf(parseGrammar(grammar)));

/** The state after a text; 0 where the grammar does not allow it. */
export function stateAfter(automaton: Automaton, text: string): number {
  let state = automaton.start;
  for (const byte of utf8.encode(text)) state = automaton.step(state, byte);
  return state;
}

export function accepts(automaton: Automaton, text: string): boolean {
  return automaton.accepts(stateAfter(automaton, text));
}

/** Whether a grammar derives a text. */
export const derives = (grammar: string, text: string): boolean => accepts(automatonOf(grammar), text);

export const automatonOfSchema = (schema: unknown): Automaton => automatonOf(schemaToGrammar(schema as JsonSchema));

/** Whether a schema's grammar derives a JSON text. */
export const admits = (schema: unknown, text: string): boolean => accepts(automatonOfSchema(schema), text);

/**
 * A text of the grammar, each byte drawn from those that may come; `random` gives numbers from 0 to 1. Ends where the text
 * may end, with some probability. undefined where it has not ended after `most` bytes.
 */
export function wander(automaton: Automaton, random: () => number, most: number): string | undefined {
  const bytes: number[] = [];
  let state = automaton.start;
  while (bytes.length <= most) {
    if (automaton.accepts(state) && (!automaton.continues(state) || random() < 0.3))
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
    const next: number[] = [];
    for (let byte = 0; byte < 256; byte++) if (automaton.step(state, byte) !== 0) next.push(byte);
    // What closes something comes as often as everything else: texts would hardly ever end otherwise.
    const closing = next.filter((byte) => '"]}'.includes(String.fromCharCode(byte)));
    const choices = closing.length > 0 && random() < 0.4 ? closing : next;
    const byte = choices[Math.floor(random() * choices.length)]!;
    bytes.push(byte);
    state = automaton.step(state, byte);
  }
  return undefined;
}
