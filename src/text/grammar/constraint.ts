// Holds a generation to a grammar: which tokens may come next, and when the text may or must end.
//
// A token is chosen without a mask first. If what it spells goes on from the automaton's state it is taken, else others are
// chosen: where the grammar allows much, as inside a string, among all but those that did not fit, a few times; then, and
// elsewhere at once, among the tokens that may come, which takes a walk through the vocabulary. Checking one token is next to
// nothing, and a model that writes what the grammar wants needs no mask.
//
// Why that is the same as to mask every time: let p be the probabilities that the sampler draws from, V the tokens allowed,
// and p(V) their sum. Every draw is from p, rescaled to a set that holds all of V. If it falls into V, which is when it
// counts, it is a token t of V with probability p(t) / p(V), whatever else was in the set: what masking alone gives. (Greedy:
// the largest logit of such a set, if allowed, is the largest of those allowed.) This needs all draws to come from the same p,
// and temperature, penalties and biases leave it so. Top-k, top-p and min-p do not: each draw truncates what is left, so the
// fewer tokens are left, the more of V survive. The result lies between truncating before masking and truncating after
// it (llama.cpp's sampler does likewise): a token of V that truncation alone would keep is as probable as before or more,
// one that it would drop can come only where an invalid one was drawn.
//
// How often is drawn depends on the logits, the grammar and the seed alone, never on which masks are there already, so a
// seed repeats a text.

import type { Tokenizer } from "../tokenizer.js";
import { type Automaton, mostBytes } from "./automaton.js";
import { compileConstraint, keptBytes, renewAutomaton, type Wanted } from "./compile.js";
import { type VocabularyTrie, vocabularyTrie } from "./vocabulary-trie.js";

/** One generation's way through a grammar. */
export interface Constraint {
  /** True if the text may end here. */
  readonly accepts: boolean;
  /** True if it must: nothing can follow. */
  readonly complete: boolean;
  /** True for a token that may come next; for one that ends a generation, if the text may end. */
  allows(id: number): boolean;
  /**
   * The next token: `sample` chooses one from logits, [at least vocabSize]; it is called once, or a few times.
   * @throws RangeError if every token that the grammar allows is ruled out by a bias
   */
  choose(logits: Float32Array, sample: (logits: Float32Array) => number): number;
  /** Goes on. @throws RangeError for a token that is not allowed */
  accept(id: number): void;
}

/** Masks kept for a grammar; one has a bit for each token. */
const mostMasks = 256;
/** Where more than so many bytes may come next, it is worth this many draws to be spared a mask. */
const fewBytes = 16;
const mostDraws = 4;
/**
 * Prepares a constraint.
 * @param continues the generation continues a text: a space before its first token is shown
 * @throws RangeError for a bad grammar or schema, and where the vocabulary cannot spell what it asks for
 */
export function createConstraint(wanted: Wanted, tokenizer: Tokenizer, continues = true): Constraint {
  const trie = vocabularyTrie(tokenizer);
  const ending = new Set(tokenizer.eosIds);
  const shared = compileConstraint(wanted, tokenizer);
  let { automaton, masks } = shared;
  let state = tokenizer.stripsLeadingSpace && !continues ? automaton.startBeforeSpace : automaton.start;
  let limit = keptBytes;
  let masked = new Float32Array(0);

  const after = (from: number, id: number): number => {
    let reached = from;
    for (const byte of tokenizer.bytes(id)) {
      reached = automaton.step(reached, byte);
      if (reached === 0) return 0;
    }
    return automaton.rests(reached) ? reached : 0;
  };
  const isText = (id: number) => id < tokenizer.vocabSize && !tokenizer.isSpecial(id) && tokenizer.bytes(id).length > 0;
  const allows = (id: number) => (ending.has(id) ? automaton.accepts(state) : isText(id) && after(state, id) !== 0);

  const bytesNext = (): number => {
    let count = 0;
    for (let byte = 0; byte < 256; byte++) if (automaton.step(state, byte) !== 0) count++;
    return count;
  };

  const maskOf = (): Uint32Array => {
    let mask = masks.get(state);
    if (mask === undefined) {
      mask = walk(automaton, state, trie, tokenizer.vocabSize);
      if (masks.size >= mostMasks) masks.delete(masks.keys().next().value!);
      masks.set(state, mask);
    }
    return mask;
  };

  /** Leaves the states behind that are of no use any more. */
  const renew = (): void => {
    const carried = automaton.carry(state);
    if (shared.automaton === automaton) renewAutomaton(shared);
    ({ automaton, masks } = shared);
    state = automaton.adopt(carried);
    // Where this one state needs much, or other generations have filled the automaton, there is room for more.
    limit = Math.max(keptBytes, Math.min(2 * automaton.size, 0.75 * mostBytes));
  };

  return {
    get accepts() {
      return automaton.accepts(state);
    },
    get complete() {
      return !automaton.continues(state);
    },
    allows,
    choose(logits, sample) {
      let drawn = sample(logits);
      if (allows(drawn)) return drawn;
      if (masked.length !== logits.length) masked = new Float32Array(logits.length);
      if (bytesNext() > fewBytes) {
        masked.set(logits);
        for (let draws = 1; draws < mostDraws; draws++) {
          masked[drawn] = Number.NEGATIVE_INFINITY;
          drawn = sample(masked);
          if (allows(drawn)) return drawn;
        }
      }
      masked.fill(Number.NEGATIVE_INFINITY);
      const mask = maskOf();
      for (let word = 0; word < mask.length; word++) {
        for (let bits = mask[word]!; bits !== 0; bits &= bits - 1) {
          const id = word * 32 + 31 - Math.clz32(bits & -bits);
          masked[id] = logits[id]!;
        }
      }
      if (automaton.accepts(state)) for (const id of ending) masked[id] = logits[id]!;
      return sample(masked);
    },
    accept(id) {
      if (!allows(id)) throw new RangeError(`the grammar does not allow token ${id} here`);
      if (ending.has(id)) return;
      state = after(state, id);
      if (automaton.size > limit) renew();
    },
  };
}

/** The ids of all tokens that go on from a state, a bit each. */
function walk(automaton: Automaton, state: number, trie: VocabularyTrie, vocabSize: number): Uint32Array {
  const { size, bytes, depths, ends, tokens, twins } = trie;
  const mask = new Uint32Array((vocabSize + 31) >>> 5);
  const path = new Int32Array(trie.longest + 1);
  path[0] = state;
  for (let node = 0; node < size; ) {
    const depth = depths[node]!;
    const reached = automaton.step(path[depth]!, bytes[node]!);
    if (reached === 0) {
      node = ends[node]!;
      continue;
    }
    path[depth + 1] = reached;
    if (tokens[node]! >= 0 && automaton.rests(reached))
      for (let id = tokens[node]!; id >= 0; id = twins[id]!) mask[id >>> 5]! |= 1 << (id & 31);
    node++;
  }
  return mask;
}
