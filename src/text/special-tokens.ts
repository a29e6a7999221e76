// Special tokens written out in a text: "<|im_start|>user" is a token and then a word. They are found before anything else
// looks at the text, leftmost first and of those that start alike the longest, as Hugging Face's tokenizers do it.
// (llama.cpp goes by length alone; the two differ only for tokens that overlap, such as "<a>" and "a><b".)

import { unicodePattern } from "./unicode-pattern.js";

/** A token that is cut out of the text whole. */
export interface SpecialToken {
  readonly id: number;
  readonly content: string;
  /** Found only if the caller asks for special tokens; false for user-defined ones, which are always found. */
  readonly onRequest: boolean;
  /** Swallows the white space before it, after it. */
  readonly lstrip: boolean;
  readonly rstrip: boolean;
  /** Not found inside a word. */
  readonly singleWord: boolean;
}

/** A stretch of text, or a token's id. */
export type Fragment = string | number;

/** Cuts a text; empty stretches are left out. */
export type SpecialTokenSplitter = (text: string, parseSpecial: boolean) => Fragment[];

/** A splitter for the given tokens, which must not be empty strings; of two spelled alike the first counts. */
export function createSpecialTokenSplitter(tokens: readonly SpecialToken[]): SpecialTokenSplitter {
  const always = createFinder(tokens.filter((token) => !token.onRequest));
  const all = createFinder(tokens);
  return (text, parseSpecial) => {
    const find = parseSpecial ? all : always;
    const fragments: Fragment[] = [];
    let start = 0;
    for (let match = find(text, 0); match !== undefined; match = find(text, start)) {
      let { at, token } = match;
      let end = at + token.content.length;
      if (token.lstrip) while (at > start && isSpace(text[at - 1]!)) at--;
      if (token.rstrip) while (end < text.length && isSpace(text[end]!)) end++;
      if (at > start) fragments.push(text.slice(start, at));
      fragments.push(token.id);
      start = end;
    }
    if (start < text.length) fragments.push(text.slice(start));
    return fragments;
  };
}

interface Match {
  readonly at: number;
  readonly token: SpecialToken;
}

function createFinder(tokens: readonly SpecialToken[]): (text: string, from: number) => Match | undefined {
  const byStart = new Map<string, SpecialToken[]>();
  for (const token of tokens) {
    const list = byStart.get(token.content[0]!);
    if (list) list.push(token);
    else byStart.set(token.content[0]!, [token]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.content.length - a.content.length);
  if (byStart.size === 0) return () => undefined;

  // A native search for first letters skips plain text fast.
  const starts = new RegExp(`[${[...byStart.keys()].map(escapeUnit).join("")}]`, "g");
  return (text, from) => {
    starts.lastIndex = from;
    for (let hit = starts.exec(text); hit !== null; hit = starts.exec(text)) {
      const at = hit.index;
      const token = byStart
        .get(hit[0])!
        .find(
          (candidate) =>
            text.startsWith(candidate.content, at) &&
            !(candidate.singleWord && isInsideWord(text, at, at + candidate.content.length)),
        );
      if (token !== undefined) return { at, token };
      starts.lastIndex = at + 1;
    }
    return undefined;
  };
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function isSpace(unit: string): boolean {
  return unicodePattern("\\p{White_Space}").test(unit);
}

function isInsideWord(text: string, start: number, end: number): boolean {
  // What \w means to Hugging Face's tokenizers.
  const word = "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}]";
  return (
    unicodePattern(`${word}$`).test(text.slice(Math.max(0, start - 2), start)) ||
    unicodePattern(`^${word}`).test(text.slice(end, end + 2))
  );
}
