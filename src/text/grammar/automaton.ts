// A grammar's network (network.ts) as a deterministic automaton over bytes whose states are made when they are first
// reached. A grammar may nest without end, so a state holds, for each node it may be at, the context it returns to: the set
// of (return node, context) pairs that called the rule. Calls of one rule at one byte share one context, however many there
// are (the graph-structured stack of generalised LL parsing, Scott and Johnstone 2010), so ambiguity costs a set, not a
// power of two. Contexts and states are numbered by their contents: equal ones are one number, a repetition comes back to
// the state it was in, and what is known about a state (such as its token mask) is known for good.
//
// A call whose return node has nothing left to do hands on the contexts of its caller, so right recursion does not pile up.

import type { Network } from "./network.js";

/** State 0 is dead: nothing that the grammar derives begins so. */
export interface Automaton {
  /** The state before the first byte. */
  readonly start: number;
  /** As `start`, for a text whose first byte, if a space, is not shown. */
  readonly startBeforeSpace: number;
  /** What has been made takes about as many bytes. */
  readonly size: number;
  /** The state after one more byte. Throws RangeError where the grammar is too ambiguous, or `size` would pass `mostBytes`. */
  step(state: number, byte: number): number;
  /** True if what was read is complete. */
  accepts(state: number): boolean;
  /** True if more can come. */
  continues(state: number): boolean;
  /** True if a token may end here: the vocabulary can spell what is left of a character. */
  rests(state: number): boolean;
  /** A state with all that it needs, for another automaton of the same network. */
  carry(state: number): CarriedState;
  /** The state of this automaton that is the same as one of another. */
  adopt(carried: CarriedState): number;
}

/** A state without the automaton it was made by. */
export interface CarriedState {
  readonly beforeSpace: boolean;
  readonly pairs: readonly number[];
  /** What the pairs refer to, and what that refers to: each context comes after those that it refers to. */
  readonly contexts: readonly (readonly [id: number, pairs: readonly number[]])[];
}

/** What an automaton may hold. A walk through a large vocabulary takes less than 1 MB where a grammar is reasonable. */
export const mostBytes = 2 ** 25;

const unknown = -1;
/** A pair of a node and a context is one number, which a float64 holds exactly: node * 2^32 + context. */
const contextRoom = 2 ** 32;
const mostConfigurations = 100000;
/** Of a pair in a state or context: its number, and its digits in the text that the state is found by. */
const bytesOfPair = 24;
/** Of a state or context: its array, its entry in the map. */
const bytesOfSet = 100;

interface Closure {
  /** Nodes with edges that take a byte, and the end of the text. */
  readonly leaves: readonly number[];
  /** [rule, return node, ...] */
  readonly calls: readonly number[];
  /** The rule can end here. */
  readonly ends: boolean;
}

/** An automaton in its first state. */
export function createAutomaton(network: Network): Automaton {
  const { bytes, empties, calls, ends, resting, starts, root, ranks, classOf, byteOf } = network;
  const classes = byteOf.length;
  const closures: (Closure | undefined)[] = [];
  /** Context -> its pairs, each a number, ascending. Context 0 is the root's: it returns to the end of the text. */
  const contexts: (readonly number[])[] = [[0]];
  const contextIds = new Map<string, number>([["0", 0]]);
  /** State -> its pairs of a leaf and a context, ascending. */
  const states: (readonly number[])[] = [[]];
  const stateIds = new Map<string, number>([["", 0]]);
  const restingStates: boolean[] = [false];
  let table = new Int32Array(64 * classes).fill(unknown);
  table.fill(0, 0, classes);

  let size = 0;
  const hold = (bytes: number): void => {
    size += bytes;
    if (size > mostBytes)
      throw new RangeError(
        `grammar: its states take more than ${mostBytes / 2 ** 20} MB; simplify its repetitions and alternatives`,
      );
  };

  /** What can be reached from a node without a byte, within its rule. */
  const closureOf = (node: number): Closure => {
    const known = closures[node];
    if (known !== undefined) return known;
    const visited = new Set([node]);
    const closure = { leaves: [] as number[], calls: [] as number[], ends: false };
    for (const at of visited) {
      if (at === 0 || bytes[at]!.length > 0) closure.leaves.push(at);
      for (const value of calls[at]!) closure.calls.push(value);
      if (ends[at]) closure.ends = true;
      for (const next of empties[at]!) visited.add(next);
    }
    hold(bytesOfSet + 8 * (closure.leaves.length + closure.calls.length));
    closures[node] = closure;
    return closure;
  };

  const internContext = (pairs: readonly number[]): number => {
    const sorted = sortUnique(pairs);
    const key = sorted.join();
    let id = contextIds.get(key);
    if (id === undefined) {
      hold(bytesOfSet + bytesOfPair * sorted.length);
      id = contexts.push(sorted) - 1;
      contextIds.set(key, id);
    }
    return id;
  };

  const addState = (pairs: readonly number[]): number => {
    hold(bytesOfSet + bytesOfPair * pairs.length + 8 * classes); // the table has room for up to twice the states
    const id = states.push(pairs) - 1;
    restingStates.push(pairs.some((pair) => resting[Math.floor(pair / contextRoom)]));
    if (states.length * classes > table.length) {
      const larger = new Int32Array(table.length * 2).fill(unknown);
      larger.set(table);
      table = larger;
    }
    return id;
  };

  /** The state of all that can be reached from some (node, context) pairs without a byte. */
  const close = (pending: number[]): number => {
    // Rules called here get contexts of their own when all their callers are known; till then -1 - rule stands for it.
    const callers = new Map<number, number[]>(); // rule -> [return node, context, ...]
    const seen = new Set<number>();
    const leaves: number[] = []; // [leaf, context, ...]
    const visit = (closure: Closure, context: number): void => {
      for (const leaf of closure.leaves) leaves.push(leaf, context);
      for (let i = 0; i < closure.calls.length; i += 2) {
        const rule = closure.calls[i]!;
        const known = callers.get(rule);
        if (known !== undefined) known.push(closure.calls[i + 1]!, context);
        else {
          callers.set(rule, [closure.calls[i + 1]!, context]);
          visitLater.push(rule);
        }
      }
      // A rule that ends where it began is an empty one, and its callers' closures have passed over it already.
      if (closure.ends && context >= 0) for (const pair of contexts[context]!) pending.push(pair);
      if (leaves.length + pending.length > 4 * mostConfigurations)
        throw new RangeError("grammar: too ambiguous, one text can be read in too many ways at once");
    };
    const visitLater: number[] = [];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
      if (seen.has(pair)) continue;
      seen.add(pair);
      const node = Math.floor(pair / contextRoom);
      visit(closureOf(node), pair - node * contextRoom);
      for (let rule = visitLater.pop(); rule !== undefined; rule = visitLater.pop())
        visit(closureOf(starts[rule]!), -1 - rule);
    }
    const made = new Map<number, number>();
    const resolve = (context: number): number => (context >= 0 ? context : made.get(-1 - context)!);
    for (const rule of [...callers.keys()].sort((a, b) => ranks[a]! - ranks[b]!)) {
      const pairs: number[] = [];
      const list = callers.get(rule)!;
      for (let i = 0; i < list.length; i += 2) {
        const context = resolve(list[i + 1]!);
        const { leaves, calls, ends } = closureOf(list[i]!);
        if (leaves.length > 0 || calls.length > 0) pairs.push(list[i]! * contextRoom + context);
        else if (ends) for (const pair of contexts[context]!) pairs.push(pair);
      }
      made.set(rule, internContext(pairs));
    }
    const pairs: number[] = [];
    for (let i = 0; i < leaves.length; i += 2) pairs.push(leaves[i]! * contextRoom + resolve(leaves[i + 1]!));
    return internState(pairs);
  };

  const internState = (pairs: readonly number[]): number => {
    const sorted = sortUnique(pairs);
    if (sorted.length > mostConfigurations)
      throw new RangeError("grammar: too ambiguous, one text can be read in too many ways at once");
    const key = sorted.join();
    let id = stateIds.get(key);
    if (id === undefined) {
      id = addState(sorted);
      stateIds.set(key, id);
    }
    return id;
  };

  const follow = (state: number, byte: number): number => {
    const reached: number[] = [];
    for (const pair of states[state]!) {
      const leaf = Math.floor(pair / contextRoom);
      const edges = bytes[leaf]!;
      for (let i = 0; i < edges.length; i += 3) {
        if (byte >= edges[i]! && byte <= edges[i + 1]!)
          reached.push(edges[i + 2]! * contextRoom + (pair - leaf * contextRoom));
      }
    }
    return close(reached);
  };

  const start = close([starts[root]! * contextRoom]);
  const startBeforeSpace = addState(states[start]!);

  return {
    start,
    startBeforeSpace,
    get size() {
      return size;
    },
    step(state, byte) {
      const at = state * classes + classOf[byte]!;
      const known = table[at]!;
      if (known !== unknown) return known;
      const space = state === startBeforeSpace && byte === 0x20;
      const next = space ? start : follow(state, byteOf[classOf[byte]!]!);
      table[at] = next;
      return next;
    },
    accepts: (state) => states[state]![0] === 0,
    continues: (state) => states[state]!.length > (states[state]![0] === 0 ? 1 : 0),
    rests: (state) => restingStates[state]!,
    carry(state) {
      const needed = new Set<number>();
      const need = (pairs: readonly number[]) => {
        for (const pair of pairs) needed.add(pair % contextRoom);
      };
      need(states[state]!);
      for (const context of needed) if (context !== 0) need(contexts[context]!);
      const ids = [...needed].sort((a, b) => a - b); // a context is made after those it refers to
      const beforeSpace = state === startBeforeSpace;
      return { beforeSpace, pairs: states[state]!, contexts: ids.map((id) => [id, contexts[id]!]) };
    },
    adopt({ beforeSpace, pairs, contexts: carried }) {
      if (beforeSpace) return startBeforeSpace;
      const ids = new Map([[0, 0]]);
      const renumbered = (held: readonly number[]) =>
        held.map((pair) => pair - (pair % contextRoom) + ids.get(pair % contextRoom)!);
      for (const [id, held] of carried) if (id !== 0) ids.set(id, internContext(renumbered(held)));
      return internState(renumbered(pairs));
    },
  };
}

function sortUnique(values: readonly number[]): readonly number[] {
  if (values.length < 2) return values;
  const sorted = Float64Array.from(values).sort();
  let kept = 1;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
  return Array.from(sorted.subarray(0, kept));
}
