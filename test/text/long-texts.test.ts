// Long texts: a megabyte of prose and a word of 100 KB cost time in proportion to their length, and come back whole. What is
// asserted is growth, of the best of several runs, since a busy machine slows a run down and never speeds one up; the bound
// in seconds is many times what a slow core takes.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createRandom } from "../../src/text/random.js";
import { createTokenizer, type Tokenizer } from "../../src/text/tokenizer.js";
import { fetchSmolLm2 } from "../model/shared-models.js";
import { fixtures, ggufVocabulary, sentencePieceVocabulary } from "./vocabularies.js";

const test = suite("long texts");

const tokenizers: [string, Tokenizer][] = [
  ["SentencePiece", createTokenizer(await ggufVocabulary(new URL("gguf/vocabulary-spm.gguf", fixtures)), "spm")],
  [
    "tokenizer.model",
    createTokenizer(await sentencePieceVocabulary(new URL("tokenizers/spm.model", fixtures)), "spm.model"),
  ],
  ["byte-level", createTokenizer(await ggufVocabulary(new URL("gguf/vocabulary-gpt-2.gguf", fixtures)), "gpt-2")],
  ["byte-level, smollm", createTokenizer(await ggufVocabulary(new URL("gguf/vocabulary-smollm.gguf", fixtures)), "s")],
];
const smollm2 = await fetchSmolLm2();
if (smollm2 !== undefined) {
  tokenizers.push(["SmolLM2", createTokenizer(await ggufVocabulary(new URL(`file://${smollm2}`)), "SmolLM2")]);
}

const random = createRandom(11);
const below = (count: number): number => Math.floor(random.float64() * count);

/** A word of a vowel after each consonant or two, as varied as words of a language are. */
function word(): string {
  let text = "";
  for (let syllables = 1 + below(4); syllables > 0; syllables--) {
    text += "bcdfghjklmnprstvwz"[below(18)]! + (below(4) === 0 ? "r" : "") + "aeiou"[below(5)]!;
    if (below(3) === 0) text += "nstrl"[below(5)]!;
  }
  return text;
}

/** `size` characters: sentences of a few thousand words, numbers, quotes, other scripts, code, line ends and indents. */
function prose(size: number): string {
  const words = Array.from({ length: 5000 }, word);
  const asides = [
    () => ` ${below(100_000)}`,
    () => ` ${below(24)}:${10 + below(50)}`,
    () => ` "${words[below(5000)]}"`,
    () => " they've, it's;",
    () => " gr\u00fc\u00dfe na\u00efve caf\u00e9",
    () => " \u6f22\u5b57\u304b\u306a \u0432\u043e\u0434\u0430",
    () => " \u{1f642}",
    () => "\n\n    for (let i = 0; i < 10; i++) { total += i; }\n",
  ];
  const parts: string[] = [];
  for (let length = 0; length < size; ) {
    const index = Math.floor(5000 * random.float64() ** 3); // a few words are frequent, most are rare
    const end = below(12) === 0 ? ".\n"[below(2)]! : "";
    const part = below(25) === 0 ? asides[below(asides.length)]!() : ` ${words[index]}${end}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("").slice(1, size).toWellFormed();
}

/** One word of `size` letters. */
function longWord(size: number): string {
  let text = "";
  while (text.length < size) text += word();
  return text.slice(0, size);
}

const kib = 1024;
const inputs = [
  { kind: "1 MB of prose", whole: prose(1024 * kib), part: 256 * kib },
  { kind: "a word of 100 KB", whole: longWord(100 * kib), part: 25 * kib },
];

function milliseconds(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

for (const [name, tokenizer] of tokenizers) {
  for (const { kind, whole, part } of inputs) {
    test(`${name}: ${kind} grows with its length and comes back whole`, () => {
      const quarter = whole.slice(0, part).toWellFormed();
      tokenizer.encode(whole); // the first run pays for compiling
      let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      // Linear work takes four times as long, quadratic 16 times. More runs only where the first were disturbed.
      for (let run = 0; run < 10 && (run < 3 || long >= 8 * short); run++) {
        short = Math.min(
          short,
          milliseconds(() => tokenizer.encode(quarter)),
        );
        long = Math.min(
          long,
          milliseconds(() => tokenizer.encode(whole)),
        );
      }
      console.log(`${name}, ${kind}: ${long.toFixed(1)} ms, ${(long / short).toFixed(1)} times that of a quarter`);
      assert.ok(long < 8 * short, `${long.toFixed(1)} ms, a quarter of it ${short.toFixed(1)} ms`);
      assert.ok(long < 5000, `${long.toFixed(0)} ms`);
      const ids = tokenizer.encode(whole);
      assert.ok(ids.length > whole.length / 20, "as many tokens as such a text has");
      assert.ok(tokenizer.decode(ids) === whole, "decoded, it is the text");
    });
  }
}

test.run();
