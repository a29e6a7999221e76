// From a grammar or a schema, as a caller gives it, to what all generations with it and with one vocabulary share.

import type { Tokenizer } from "../tokenizer.js";
import { type Automaton, createAutomaton } from "./automaton.js";
import { type Expression, type Grammar, parseGrammar } from "./gbnf.js";
import { convertSchema, type JsonSchema, type SchemaGrammar } from "./json-schema.js";
import { finishNetwork, type Network } from "./network.js";
import { buildProgram, type Spelling, spellsEverything } from "./program.js";
import { vocabularyTrie } from "./vocabulary-trie.js";

/** One of the two. */
export type Wanted = { readonly grammar: string } | { readonly schema: JsonSchema };

/** States and masks as far as they have been asked for; see constraint.ts. */
export interface Compiled {
  readonly network: Network;
  automaton: Automaton;
  masks: Map<number, Uint32Array>;
}

/** What an automaton may gather, in bytes, before it is made anew. */
export const keptBytes = 2 ** 22;
/** How many grammars are kept for a vocabulary, those used last. */
const mostGrammars = 8;
const compiled = new WeakMap<Tokenizer, Map<string, Compiled>>();

/**
 * Compiles what is wanted, or finds it where it was compiled before.
 * @throws RangeError for a bad grammar or schema, and where the vocabulary cannot spell what it asks for
 */
export function compileConstraint(wanted: Wanted, tokenizer: Tokenizer): Compiled {
  const { text, pointers } = textOf(wanted);
  let known = compiled.get(tokenizer);
  if (known === undefined) {
    known = new Map();
    compiled.set(tokenizer, known);
  }
  let made = known.get(text);
  if (made === undefined) {
    const network = networkOf(parseGrammar(text), vocabularyTrie(tokenizer).spelling, pointers);
    made = { network, automaton: createAutomaton(network), masks: new Map() };
    if (known.size >= mostGrammars) known.delete(known.keys().next().value!);
  } else {
    known.delete(text); // the one that was used last goes to the end
    if (made.automaton.size > keptBytes) renewAutomaton(made);
  }
  known.set(text, made);
  return made;
}

/**
 * Checks a grammar as far as that is possible without a vocabulary: before a model is loaded, say.
 * @throws RangeError for a mistake in it, and if it is too large, left-recursive or derives nothing finite
 */
export function checkGrammar(grammar: string): void {
  networkOf(parseGrammar(grammar));
}

/** Schemas that were converted before: one is used again and again, and to convert it takes longer than to find its text. */
const converted = new WeakMap<object, SchemaGrammar>();

function textOf(wanted: Wanted): { readonly text: string; readonly pointers?: ReadonlyMap<string, string> } {
  if (!("schema" in wanted)) return { text: wanted.grammar };
  const { schema } = wanted;
  if (typeof schema !== "object" || schema === null) return convertSchema(schema);
  let made = converted.get(schema);
  if (made === undefined) {
    made = convertSchema(schema);
    converted.set(schema, made);
  }
  return made;
}

/** Forgets all states, and the masks that belong to them. */
export function renewAutomaton(shared: Compiled): void {
  shared.automaton = createAutomaton(shared.network);
  shared.masks = new Map();
}

/**
 * The network of a grammar, without what a vocabulary cannot spell.
 * @param pointers rule -> place in the schema that the grammar was made from, for messages
 * @throws RangeError if it is too large, left-recursive, derives nothing finite, or nothing that can be spelled
 */
export function networkOf(
  grammar: Grammar,
  spelling: Spelling = spellsEverything,
  pointers?: ReadonlyMap<string, string>,
): Network {
  const nameOf = (rule: number) => grammar.rules[rule]!.name;
  const subject = (rule: number) =>
    pointers ? `schema: ${pointers.get(nameOf(rule)) ?? "#"}` : `grammar: the rule ${nameOf(rule)}`;
  const network = finishNetwork(buildProgram(grammar, spelling));
  if ("circle" in network) {
    const way = network.circle
      .map((rule) => (pointers ? (pointers.get(nameOf(rule)) ?? "#") : nameOf(rule)))
      .join(" -> ");
    throw new RangeError(
      pointers
        ? `${subject(network.circle[0]!)} refers to itself with nothing around it (${way}); put it into an object or array`
        : `${subject(network.circle[0]!)} begins with itself (${way}); left recursion is not supported, ` +
            'write a repetition: x ::= y ("," y)*',
    );
  }
  if (!("endless" in network)) return network;
  const whole = spelling === spellsEverything ? network : finishNetwork(buildProgram(grammar, spellsEverything));
  if ("endless" in whole)
    throw new RangeError(`${subject(whole.endless)} never comes to an end: it needs itself, whichever way it is read`);
  const missing = unspelled(grammar, spelling).slice(0, 5);
  throw new RangeError(
    `${subject(network.endless)} cannot be spelled with the model's vocabulary: it has no tokens for ` +
      (missing.length > 0 ? missing.map((text) => JSON.stringify(text)).join(", ") : "any character of a class"),
  );
}

/** Characters that a grammar names one by one and a vocabulary has no tokens for. */
function unspelled({ rules }: Grammar, { bytes, characters }: Spelling): readonly string[] {
  const missing = new Set<string>();
  const pending: Expression[] = rules.map(({ expression }) => expression);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "sequence" || next.kind === "choice") for (const item of next.items) pending.push(item);
    else if (next.kind === "repeat") pending.push(next.item);
    else if (next.kind === "class" && next.set.length === 1 && next.set[0]![0] === next.set[0]![1]) {
      const [code] = next.set[0]!;
      const spelled =
        new TextEncoder().encode(String.fromCodePoint(code)).every((byte) => bytes[byte]) ||
        characters.some(([low, high]) => code >= low && code <= high);
      if (!spelled) missing.add(String.fromCodePoint(code));
    }
  }
  return [...missing];
}
