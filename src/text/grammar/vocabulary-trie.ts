// The bytes of a vocabulary's tokens as a trie, flat and in depth-first order, so that one pass over an array finds all
// tokens that an automaton accepts and leaps over those that begin with what it does not:
//
//   node      0  1   2    3  ...        tokens "a", "an", "and", "b"
//   bytes     a  n   d    b
//   depths    0  1   2    0
//   ends      3  3   3    4             the first node that does not begin like this one
//   tokens    5  7   9    6             the id that ends here, or -1; further ids with the same bytes follow in `twins`
//
// Special tokens are no text and not in it, nor are those that end a generation.

import type { Tokenizer } from "../tokenizer.js";
import { type Range, unite } from "./code-points.js";
import type { Spelling } from "./program.js";

export interface VocabularyTrie {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly depths: Uint16Array;
  readonly ends: Int32Array;
  readonly tokens: Int32Array;
  /** Token id -> the next one with the same bytes, or -1. */
  readonly twins: Int32Array;
  /** The longest token's bytes. */
  readonly longest: number;
  readonly spelling: Spelling;
}

const tries = new WeakMap<Tokenizer, VocabularyTrie>();

/** The trie of a tokenizer's vocabulary, made when it is first asked for. */
export function vocabularyTrie(tokenizer: Tokenizer): VocabularyTrie {
  let trie = tries.get(tokenizer);
  if (trie === undefined) {
    trie = buildTrie(tokenizer);
    tries.set(tokenizer, trie);
  }
  return trie;
}

/** Longer tokens are left out; no vocabulary has one in earnest. */
const longestToken = 4096;

function buildTrie(tokenizer: Tokenizer): VocabularyTrie {
  // One character a byte: JavaScript compares strings much faster than arrays, and in the same order.
  const spelled: { readonly text: string; readonly id: number }[] = [];
  const ending = new Set(tokenizer.eosIds);
  let total = 0;
  for (let id = 0; id < tokenizer.vocabSize; id++) {
    if (ending.has(id) || tokenizer.isSpecial(id)) continue;
    const bytes = tokenizer.bytes(id);
    if (bytes.length === 0 || bytes.length > longestToken) continue;
    const text = String.fromCharCode(...bytes);
    spelled.push({ text, id });
    total += text.length;
  }
  spelled.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id - b.id));

  const bytes = new Uint8Array(total);
  const depths = new Uint16Array(total);
  const ends = new Int32Array(total);
  const tokens = new Int32Array(total).fill(-1);
  const twins = new Int32Array(tokenizer.vocabSize).fill(-1);
  const path: number[] = []; // the nodes of the token before
  let size = 0;
  let longest = 0;
  let before = "";
  let last = -1;
  for (const { text, id } of spelled) {
    if (text === before) {
      twins[last] = id;
      last = id;
      continue;
    }
    let shared = 0;
    while (shared < before.length && text[shared] === before[shared]) shared++;
    while (path.length > shared) ends[path.pop()!] = size;
    for (let depth = shared; depth < text.length; depth++) {
      bytes[size] = text.charCodeAt(depth);
      depths[size] = depth;
      path.push(size++);
    }
    tokens[path.at(-1)!] = id;
    longest = Math.max(longest, text.length);
    before = text;
    last = id;
  }
  while (path.length > 0) ends[path.pop()!] = size;
  return {
    size,
    bytes: bytes.slice(0, size),
    depths: depths.slice(0, size),
    ends: ends.slice(0, size),
    tokens: tokens.slice(0, size),
    twins,
    longest,
    spelling: spellingOf(spelled.map(({ text }) => text)),
  };
}

function spellingOf(spelled: readonly string[]): Spelling {
  const bytes = new Array<boolean>(256).fill(false);
  for (const text of spelled) if (text.length === 1) bytes[text.charCodeAt(0)] = true;
  const characters: Range[] = [];
  if (bytes.every(Boolean)) return { bytes, characters };
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (const text of spelled) {
    if (text.length > 4 || text.length < 2) continue;
    const units = Uint8Array.from(text, (unit) => unit.charCodeAt(0));
    if (units.every((byte) => bytes[byte])) continue;
    // As many continuation bytes as the first one announces: one whole character, unless it is no UTF-8 at all.
    if (units.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) continue;
    try {
      const character = decoder.decode(units);
      const code = character.codePointAt(0)!;
      if (character.length === (code > 0xffff ? 2 : 1)) characters.push([code, code]);
    } catch {
      // part of a character
    }
  }
  return { bytes, characters: unite(characters) };
}
