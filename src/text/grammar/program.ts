// A grammar as a network of nodes over bytes, for the automaton to walk: one Thompson automaton a rule, whose edges take a
// byte of a range, nothing, or a whole rule (a recursive transition network, Woods 1970).
//
// Characters are spelled out in UTF-8, so that a token may end anywhere within one. Repetitions {m,n} of more than a
// simple item call a rule made for it, so that each costs a node, however large the item.
//
// A vocabulary need not have a token for each byte. What it cannot spell is left out here, before any token is chosen,
// so that no choice leads where no token goes on; see `Spelling`.

import { intersect, type Range, unite, utf8Paths } from "./code-points.js";
import type { Expression, Grammar } from "./gbnf.js";

/** What a vocabulary can spell. */
export interface Spelling {
  /** Bytes that are tokens, [256]. */
  readonly bytes: readonly boolean[];
  /** Characters that are tokens although one of their bytes is none. */
  readonly characters: readonly Range[];
}

export const spellsEverything: Spelling = { bytes: new Array<boolean>(256).fill(true), characters: [] };

/**
 * A `call` takes what a rule derives. An `item` does too, but is one of several: an item that may be empty is not passed by,
 * what is left of them all is, over a `skip`, which takes nothing and is there only if the rule that it names may be empty.
 * So (x?){n} leads from each node to the next and the last, not to all after it.
 */
export const edgeKind = { bytes: 0, empty: 1, call: 2, item: 3, skip: 4 } as const;

/** Nodes are numbered from 1; node 0 is the end of the text and has no edges. */
export interface Program {
  /** Each edge's kind; its lowest byte or its rule; its highest byte; where it leads; the next edge from the same node. */
  readonly kinds: number[];
  readonly lows: number[];
  readonly highs: number[];
  readonly targets: number[];
  readonly nexts: number[];
  /** Node -> its first edge, or -1. */
  readonly first: number[];
  /** Node -> whether a rule ends there. */
  readonly ends: boolean[];
  /** Node -> whether a token may end there: within some characters there is no token for the rest. */
  readonly resting: boolean[];
  /** Rule -> the node it begins at. Rules of the grammar come first, then those made for repetitions. */
  readonly starts: number[];
  /** Rule -> the rule of the grammar it stands for, or is a part of. */
  readonly owners: number[];
  readonly root: number;
}

/** 5 numbers an edge and 3 a node: some 20 MB at most. */
const mostNodes = 300000;

/**
 * Builds the network.
 * @throws RangeError for a grammar that makes too many nodes
 */
export function buildProgram(grammar: Grammar, spelling: Spelling): Program {
  const program: Program = {
    kinds: [],
    lows: [],
    highs: [],
    targets: [],
    nexts: [],
    first: [-1],
    ends: [false],
    resting: [true],
    starts: [],
    owners: [],
    root: grammar.root,
  };
  const { first, ends, resting, starts, owners } = program;
  const made = new Map<Expression, number>();
  const covered = unite(spelling.bytes.flatMap((there, byte): Range[] => (there ? [[byte, byte]] : [])));
  const pendingRules: { readonly rule: number; readonly expression: Expression }[] = [];
  let owner = 0;

  const node = (rests = true): number => {
    if (first.length >= mostNodes)
      throw new RangeError(
        `the grammar is too large: more than ${mostNodes} nodes; use fewer or smaller repetitions, or {m,} without an end`,
      );
    ends.push(false);
    resting.push(rests);
    return first.push(-1) - 1;
  };
  const edge = (from: number, to: number, kind: number, low = 0, high = 0): void => {
    program.kinds.push(kind);
    program.lows.push(low);
    program.highs.push(high);
    program.targets.push(to);
    program.nexts.push(first[from]!);
    first[from] = program.kinds.length - 1;
  };
  const addRule = (expression: Expression): number => {
    const rule = starts.push(node()) - 1;
    owners.push(owner);
    pendingRules.push({ rule, expression });
    return rule;
  };

  /** Edges for the characters of a set; their last bytes are shared between paths that end alike. */
  const addPaths = (
    set: readonly Range[],
    from: number,
    to: number,
    rests: boolean,
    allowed: readonly Range[],
  ): void => {
    const tails = new Map<string, number>();
    for (const path of utf8Paths(set)) {
      const cut = path.map((range) => intersect([range], allowed));
      if (cut.some((ranges) => ranges.length === 0)) continue;
      let target = to;
      let key = "";
      for (let i = path.length - 1; i >= 0; i--) {
        let source = from;
        if (i > 0) {
          key = `${path[i]} ${key}`;
          const known = tails.get(key);
          if (known !== undefined) {
            target = known;
            continue;
          }
          source = node(rests);
          tails.set(key, source);
        }
        for (const [low, high] of cut[i]!) edge(source, target, edgeKind.bytes, low, high);
        target = source;
      }
    }
  };

  // Invariant of `add`: no new edge leads to `from` and none leaves `to`, unless they are the same node.
  const add = (expression: Expression, from: number, to: number): void => {
    switch (expression.kind) {
      case "class": {
        addPaths(expression.set, from, to, true, covered);
        if (spelling.characters.length > 0)
          addPaths(intersect(expression.set, spelling.characters), from, to, false, [[0, 255]]);
        return;
      }
      case "rule":
        edge(from, to, edgeKind.call, expression.rule);
        return;
      case "sequence": {
        const { items } = expression;
        if (items.length === 0) edge(from, to, edgeKind.empty);
        let current = from;
        for (const [i, item] of items.entries()) {
          const next = i === items.length - 1 ? to : node();
          add(item, current, next);
          current = next;
        }
        return;
      }
      case "choice":
        for (const item of expression.items) add(item, from, to);
        return;
      case "repeat":
        addRepeat(expression, from, to);
    }
  };

  const addRepeat = ({ item, least, most }: Expression & { kind: "repeat" }, from: number, to: number): void => {
    if (most === 0) {
      edge(from, to, edgeKind.empty);
      return;
    }
    if (least === 0 && most === Infinity) {
      const loop = node();
      edge(from, loop, edgeKind.empty);
      add(item, loop, loop);
      edge(loop, to, edgeKind.empty);
      return;
    }
    const copies = most === Infinity ? least : most;
    const rule = copies > 1 ? ruleOf(item) : undefined;
    let current = from;
    for (let i = 0; i < copies; i++) {
      if (i >= least) edge(current, to, edgeKind.empty);
      else if (rule !== undefined) edge(current, to, edgeKind.skip, rule);
      // The last one goes round where there is no end, through nodes of its own.
      const loops = i === copies - 1 && most === Infinity;
      const begin = loops ? node() : current;
      const next = i === copies - 1 && !loops ? to : node();
      if (loops) edge(current, begin, edgeKind.empty);
      if (rule !== undefined) edge(begin, next, edgeKind.item, rule);
      else add(item, begin, next);
      if (loops) {
        edge(next, begin, edgeKind.empty);
        edge(next, to, edgeKind.empty);
      }
      current = next;
    }
  };

  /** The rule that copies of an item call; undefined for a few bytes, of which a copy is no larger than a call. */
  const ruleOf = (item: Expression): number | undefined => {
    if (item.kind === "rule") return item.rule;
    if (item.kind === "sequence" && item.items.length === 1) return ruleOf(item.items[0]!);
    if (item.kind === "class" && item.set.length <= 2 && item.set.at(-1)![1] <= 0x7f) return undefined;
    let rule = made.get(item);
    if (rule === undefined) {
      rule = addRule(item);
      made.set(item, rule);
    }
    return rule;
  };

  for (let rule = 0; rule < grammar.rules.length; rule++) {
    starts.push(node());
    owners.push(rule);
  }
  for (const [rule, { expression }] of grammar.rules.entries()) {
    pendingRules.push({ rule, expression });
    while (pendingRules.length > 0) {
      const pending = pendingRules.pop()!;
      owner = owners[pending.rule]!;
      const end = node();
      ends[end] = true;
      add(pending.expression, starts[pending.rule]!, end);
    }
  }
  return program;
}
