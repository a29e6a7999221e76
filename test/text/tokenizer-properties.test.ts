// What must hold for any text: encoding is the plain algorithm's result, nothing is lost on the way there and back, a
// stream shows what decoding at once shows, and long inputs cost no more than their length.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { GgufVocabulary } from "../../src/checkpoint.js";
import { byteSpellings } from "../../src/text/byte-level-bpe.js";
import { createTextStream } from "../../src/text/detokenizer.js";
import { createTokenizer, type Tokenizer } from "../../src/text/tokenizer.js";
import { referenceBpe } from "./reference-bpe.js";
import {
  fixtures,
  ggufVocabulary,
  llama2cVocabulary,
  sentencePieceVocabulary,
  tokenizerJsonVocabulary,
} from "./vocabularies.js";

const test = suite("tokenizer properties");

const gguf = async (name: string): Promise<GgufVocabulary> =>
  (await ggufVocabulary(new URL(`gguf/vocabulary-${name}.gguf`, fixtures))) as GgufVocabulary;
const spm = await gguf("spm");
const gpt2 = await gguf("gpt-2");

const tokenizers: readonly (readonly [string, Tokenizer])[] = [
  ["GGUF spm", createTokenizer(spm, "spm")],
  ["GGUF spm, user-defined", createTokenizer(await gguf("spm-user-defined"), "spm-user-defined")],
  ["GGUF gpt-2", createTokenizer(gpt2, "gpt-2")],
  ["GGUF smollm", createTokenizer(await gguf("smollm"), "smollm")],
  ["GGUF llama-bpe", createTokenizer(await gguf("llama-bpe"), "llama-bpe")],
  ["GGUF qwen2", createTokenizer(await gguf("qwen2"), "qwen2")],
  [
    "tokenizer.model",
    createTokenizer(await sentencePieceVocabulary(new URL("tokenizers/spm.model", fixtures)), "spm.model"),
  ],
  [
    "tokenizer.json",
    createTokenizer(await tokenizerJsonVocabulary(new URL("tokenizers/bpe-llama-bpe.json", fixtures)), "json"),
  ],
  ["tokenizer.bin", createTokenizer(await llama2cVocabulary(new URL("llama2c/tokenizer.bin", fixtures), 419), "bin")],
];

/** Unicode of every kind, English that the vocabularies know, spaces in odd places; no lone surrogates, no U+2581. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "the ",
        " and",
        "hello",
        "123",
        "  ",
        "\n\n",
        " \t",
        "'s",
        "\u{1f642}",
        "e\u0301",
        "\u0000",
        "\ufeff",
        "<s>",
        "<|im_end|>",
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join("").replaceAll("\u2581", "_"));

for (const [name, tokenizer] of tokenizers) {
  test(`${name}: what was encoded decodes to the same text`, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const ids = tokenizer.encode(text);
        assert.is(tokenizer.decode(ids), text);
        assert.ok(
          ids.every((id) => !tokenizer.isSpecial(id)),
          "text never becomes a special token",
        );
      }),
      { numRuns: 150 },
    );
  });

  test(`${name}: a stream shows what decoding at once shows, and never half a character`, () => {
    const ids = fc.array(fc.nat(tokenizer.vocabSize - 1), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(
          ids,
          texts.map((text) => tokenizer.encode(text)),
        ),
        fc.boolean(),
        (chosen, special) => {
          const stream = createTextStream(tokenizer, { special });
          const pieces = chosen.map((id) => stream.push(id));
          pieces.push(stream.end());
          const text = tokenizer.decode(chosen, { special });
          assert.is(pieces.join(""), text);
          for (const piece of pieces) assert.is(piece, Buffer.from(piece).toString(), "whole characters only");
          // A stream starts anew after its end.
          assert.is(chosen.map((id) => stream.push(id)).join("") + stream.end(), text);
        },
      ),
      { numRuns: 100 },
    );
  });
}

test("SentencePiece encodes as the plain loop over scores does", () => {
  const tokenizer = tokenizers[0]![1];
  const ids = new Map(spm.tokens.map((token, id) => [token, id]));
  const mergeable = (token: string): number | undefined => {
    const id = ids.get(token);
    return id !== undefined && spm.tokenTypes![id] === 1 ? id : undefined;
  };
  fc.assert(
    fc.property(texts, (text) => {
      const symbols = text === "" ? [] : [...` ${text}`.replaceAll(" ", "\u2581")];
      const merged = referenceBpe(symbols, (left, right) => {
        const id = mergeable(left + right);
        return id === undefined ? undefined : -spm.scores![id]!;
      });
      const expected = merged.flatMap((symbol) => {
        const id = mergeable(symbol);
        if (id !== undefined) return [id];
        return [...Buffer.from(symbol)].map(
          (byte) => ids.get(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`)!,
        );
      });
      assert.equal(tokenizer.encode(text), expected);
    }),
    { numRuns: 500 },
  );
});

test("byte-level BPE encodes each word as the plain loop over ranks does", () => {
  const tokenizer = tokenizers[2]![1];
  const ids = new Map(gpt2.tokens.map((token, id) => [token, id]));
  const ranks = new Map(gpt2.merges!.map((merge, rank) => [merge, rank]));
  // The published pattern of GPT-2, with Unicode's idea of a space instead of JavaScript's.
  const words =
    /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu;
  fc.assert(
    fc.property(texts, (text) => {
      const expected = [...text.matchAll(words)].flatMap(([word]) => {
        const symbols = [...Buffer.from(word)].map((byte) => byteSpellings[byte]!);
        return referenceBpe(symbols, (left, right) => ranks.get(`${left} ${right}`)).map((symbol) => ids.get(symbol)!);
      });
      assert.equal(tokenizer.encode(text), expected);
    }),
    { numRuns: 500 },
  );
});

test("128 KB cost a fraction of a second, words without end included", () => {
  const size = 2 ** 17;
  const letters = Array.from({ length: size }, (_, i) => String.fromCharCode(97 + ((i * i * 31 + i * 7) % 26))).join(
    "",
  );
  const inputs: Readonly<Record<string, string>> = {
    prose: "It was a bright cold day in April, and the clocks were striking 13. ".repeat(size / 64),
    "one word": letters,
    "one letter": "a".repeat(size),
    spaces: " ".repeat(size),
    "quotes and spaces": " '".repeat(size / 2),
    "characters of three bytes": "\u6f22\u5b57\u304b\u306a".repeat(size / 12),
    "line ends": " \n".repeat(size / 2),
    "what looks like special tokens": "<|im_star<|im_star".repeat(size / 18),
  };
  for (const [name, tokenizer] of tokenizers) {
    for (const [kind, text] of Object.entries(inputs)) {
      // Near-linear work takes 20 to 100 ms on a slow core; anything quadratic, 10^10 steps and more, takes 10 s.
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 3 && best > 2000; run++) {
        const start = performance.now();
        tokenizer.encode(text, { parseSpecial: true });
        best = Math.min(best, performance.now() - start);
      }
      assert.ok(best <= 2000, `${name}, ${kind}: ${best.toFixed(0)} ms`);
    }
  }
});

test("lone surrogates become U+FFFD, for no encoding can hold them", () => {
  for (const [name, tokenizer] of tokenizers) {
    assert.is(tokenizer.decode(tokenizer.encode("a\ud800b\udc00")), "a\ufffdb\ufffd", name);
    assert.is(tokenizer.decode(tokenizer.encode("\ud83d\ude42")), "\u{1f642}", name);
  }
});

test("ids outside the vocabulary are refused", () => {
  for (const [, tokenizer] of tokenizers) {
    for (const id of [-1, tokenizer.vocabSize, 0.5, Number.NaN]) {
      const refuse = (action: () => unknown): void =>
        assert.throws(
          action,
          (error: Error) => error instanceof RangeError && error.message.includes(`token id ${id}`),
        );
      refuse(() => tokenizer.decode([id]));
      refuse(() => tokenizer.piece(id));
      refuse(() => tokenizer.bytes(id));
      refuse(() => tokenizer.isSpecial(id));
      refuse(() => createTextStream(tokenizer).push(id));
    }
    assert.throws(
      () => tokenizer.encode(1 as unknown as string),
      (error: Error) => error instanceof TypeError,
    );
  }
});

test.run();
