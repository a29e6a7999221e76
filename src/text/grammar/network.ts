// A program (program.ts) made fit for walking: what can never come to an end is taken out, so that whatever is chosen can
// be finished; rules that would call themselves before the first byte are refused; bytes that no edge tells apart become one
// class.

import { edgeKind, type Program } from "./program.js";

/** What the automaton walks. */
export interface Network {
  /** Node -> [low, high, target, low, high, target ...] of the edges that take a byte. */
  readonly bytes: readonly (readonly number[])[];
  /** Node -> where the edges lead that take nothing, and those that call a rule that may be empty. */
  readonly empties: readonly (readonly number[])[];
  /** Node -> [rule, return node, rule, return node ...]. */
  readonly calls: readonly (readonly number[])[];
  readonly ends: readonly boolean[];
  readonly resting: readonly boolean[];
  readonly starts: readonly number[];
  readonly root: number;
  /** Rule -> its place in an order in which a rule that begins with another comes before that one. */
  readonly ranks: readonly number[];
  /** Byte -> its class, [256]. */
  readonly classOf: Uint8Array;
  /** Class -> one of its bytes. */
  readonly byteOf: readonly number[];
}

/** Why a grammar has no network. */
export type Dead =
  /** The index of a rule of the grammar that nothing finite can be derived from. */
  | { readonly endless: number }
  /** Indices of rules that begin with each other, the first one again at the end. */
  | { readonly circle: readonly number[] };

/** The network of a program, or why there is none. */
export function finishNetwork(program: Program): Network | Dead {
  const { kinds, lows, highs, targets, nexts, first, ends, resting, starts, owners, root } = program;
  const finishes = canFinish(program, () => true);
  if (!finishes[starts[root]!]) return { endless: findEndless(program, finishes) };

  const alive = (edge: number) =>
    finishes[targets[edge]!]! && (!isOfRule(kinds[edge]!) || finishes[starts[lows[edge]!]!]!);
  const nullable = canFinish(program, (edge) => kinds[edge] !== edgeKind.bytes && alive(edge));

  const none: readonly number[] = [];
  const bytes = new Array<readonly number[]>(first.length).fill(none);
  const empties = new Array<readonly number[]>(first.length).fill(none);
  const calls = new Array<readonly number[]>(first.length).fill(none);
  const cuts = new Set<number>([0, 0x20, 0x21]); // a space may be treated apart at the start of a text
  for (let node = 0; node < first.length; node++) {
    const [byteEdges, emptyEdges, callEdges]: number[][] = [[], [], []];
    for (let edge = first[node]!; edge >= 0; edge = nexts[edge]!) {
      if (!alive(edge)) continue;
      const [low, high, target] = [lows[edge]!, highs[edge]!, targets[edge]!];
      if (kinds[edge] === edgeKind.bytes) {
        byteEdges!.push(low, high, target);
        cuts.add(low).add(high + 1);
      } else if (kinds[edge] === edgeKind.empty) emptyEdges!.push(target);
      else {
        if (kinds[edge] !== edgeKind.skip) callEdges!.push(low, target);
        if (kinds[edge] !== edgeKind.item && nullable[starts[low]!]) emptyEdges!.push(target);
      }
    }
    if (byteEdges!.length > 0) bytes[node] = byteEdges!;
    if (emptyEdges!.length > 0) empties[node] = emptyEdges!;
    if (callEdges!.length > 0) calls[node] = callEdges!;
  }

  const classOf = new Uint8Array(256);
  const byteOf: number[] = [];
  for (let byte = 0; byte < 256; byte++) {
    if (cuts.has(byte)) byteOf.push(byte);
    classOf[byte] = byteOf.length - 1;
  }
  const parts = { bytes, empties, calls, ends, resting, starts, root, classOf, byteOf };
  const ranks = rankRules(parts);
  if ("ranks" in ranks) return { ...parts, ...ranks };
  const circle = ranks.circle.map((rule) => owners[rule]!);
  const distinct = circle.filter((rule, i) => rule !== circle[i - 1]);
  return { circle: distinct.length > 1 ? distinct : circle.slice(0, 2) };
}

/** For edges that are there for the sake of a rule. A skip leads where the items beside it do: both finish, or neither. */
const isOfRule = (kind: number) => kind === edgeKind.call || kind === edgeKind.item || kind === edgeKind.skip;

/** Node -> whether its rule's end can be reached from it over the edges that `passes` admits. */
function canFinish(program: Program, passes: (edge: number) => boolean): readonly boolean[] {
  const { kinds, lows, targets, nexts, first, ends, starts } = program;
  // Edges that may become passable once a node can finish: those to it, and those that call the rule it begins.
  const waiting = new Array<number>(first.length).fill(-1);
  const [edges, sources, after]: [number[], number[], number[]] = [[], [], []];
  const wait = (node: number, edge: number, source: number) => {
    edges.push(edge);
    sources.push(source);
    after.push(waiting[node]!);
    waiting[node] = edges.length - 1;
  };
  for (let node = 0; node < first.length; node++) {
    for (let edge = first[node]!; edge >= 0; edge = nexts[edge]!) {
      if (!passes(edge)) continue;
      wait(targets[edge]!, edge, node);
      if (isOfRule(kinds[edge]!)) wait(starts[lows[edge]!]!, edge, node);
    }
  }
  const finishes = [...ends];
  const pending = finishes.flatMap((yes, node) => (yes ? [node] : []));
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (let i = waiting[node]!; i >= 0; i = after[i]!) {
      const [edge, source] = [edges[i]!, sources[i]!];
      if (finishes[source] || !finishes[targets[edge]!]) continue;
      if (isOfRule(kinds[edge]!) && !finishes[starts[lows[edge]!]!]) continue;
      finishes[source] = true;
      pending.push(source);
    }
  }
  return finishes;
}

/** From the root along rules that cannot finish: one that calls itself, or one with no way out at all. */
function findEndless(
  { kinds, lows, targets, nexts, first, starts, owners, root }: Program,
  finishes: readonly boolean[],
) {
  const seen = new Set<number>();
  let rule = root;
  while (!seen.has(rule)) {
    seen.add(rule);
    const nodes = [starts[rule]!];
    const visited = new Set(nodes);
    let called: number | undefined;
    for (let node = nodes.pop(); node !== undefined && called === undefined; node = nodes.pop()) {
      for (let edge = first[node]!; edge >= 0; edge = nexts[edge]!) {
        if (isOfRule(kinds[edge]!) && !finishes[starts[lows[edge]!]!]) called = lows[edge]!;
        else if (!visited.has(targets[edge]!)) {
          visited.add(targets[edge]!);
          nodes.push(targets[edge]!);
        }
      }
    }
    if (called === undefined) break;
    rule = called;
  }
  return owners[rule]!;
}

/** The ranks, or rules that begin with each other, the first one again at the end. */
function rankRules({
  empties,
  calls,
  starts,
  bytes,
  root,
}: Omit<Network, "ranks">): Pick<Network, "ranks"> | { readonly circle: readonly number[] } {
  const reachable = new Set<number>([root]);
  const heads: number[][] = [];
  const explore = (rule: number, over: "empty" | "all", onCall: (rule: number) => void): void => {
    const nodes = [starts[rule]!];
    const visited = new Set(nodes);
    const visit = (node: number) => {
      if (!visited.has(node)) nodes.push(node);
      visited.add(node);
    };
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      for (const next of empties[node]!) visit(next);
      for (let i = 0; i < calls[node]!.length; i += 2) {
        onCall(calls[node]![i]!);
        if (over === "all") visit(calls[node]![i + 1]!);
      }
      if (over === "all") for (let i = 2; i < bytes[node]!.length; i += 3) visit(bytes[node]![i]!);
    }
  };
  for (const rule of reachable) {
    const beginnings = new Set<number>();
    explore(rule, "all", (called) => reachable.add(called));
    explore(rule, "empty", (called) => beginnings.add(called));
    heads[rule] = [...beginnings];
  }

  // Depth first without recursion: rules as they are left, last first, are in the order that is wanted.
  const state = new Map<number, "open" | "left">();
  const left: number[] = [];
  for (const rule of reachable) {
    const path: { readonly rule: number; next: number }[] = [];
    const open = (entered: number) => {
      state.set(entered, "open");
      path.push({ rule: entered, next: 0 });
    };
    if (!state.has(rule)) open(rule);
    while (path.length > 0) {
      const step = path.at(-1)!;
      const head = heads[step.rule]![step.next++];
      if (head === undefined) {
        state.set(step.rule, "left");
        left.push(step.rule);
        path.pop();
      } else if (!state.has(head)) open(head);
      else if (state.get(head) === "open") {
        return { circle: [...path.slice(path.findIndex(({ rule }) => rule === head)).map(({ rule }) => rule), head] };
      }
    }
  }
  const ranks: number[] = [];
  left.reverse().forEach((rule, rank) => {
    ranks[rule] = rank;
  });
  return { ranks };
}
