// How a tokenizer.json cuts text into words, component by component; answers by Hugging Face's tokenizers 0.23.3.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseNormalizer } from "../../src/text/normalizers.js";
import { namedPreTokenizer, parsePreTokenizer } from "../../src/text/pre-tokenizers.js";
import { translateRegex } from "../../src/text/regex-dialect.js";

const test = suite("pre-tokenizers");

function words(component: unknown, text: string, atStart = true): string[] {
  const out: string[] = [];
  parsePreTokenizer(component, "test").split(text, atStart, (word) => out.push(word));
  return out;
}

const byRegex = (Regex: string, text: string): string[] =>
  words({ type: "Split", pattern: { Regex }, behavior: "Isolated", invert: false }, text);

test("Split isolates, removes, and removes the rest", () => {
  const split = (behavior: string, invert: boolean) => ({ type: "Split", pattern: { String: "-" }, behavior, invert });
  assert.equal(words(split("Isolated", false), "-a--b"), ["-", "a", "-", "-", "b"]);
  assert.equal(words(split("Removed", false), "-a--b"), ["a", "b"]);
  assert.equal(words(split("Removed", true), "-a--b"), ["-", "-", "-"]);
});

test("Digits come one by one or together", () => {
  assert.equal(words({ type: "Digits", individual_digits: true }, "ab12c\u0663\u2167"), [
    "ab",
    "1",
    "2",
    "c",
    "\u0663",
    "\u2167",
  ]);
  assert.equal(words({ type: "Digits", individual_digits: false }, "ab12c"), ["ab", "12", "c"]);
});

test("ByteLevel cuts as GPT-2 does, may leave it, and may put a space first", () => {
  const byteLevel = (use_regex: boolean, add_prefix_space: boolean) => ({
    type: "ByteLevel",
    use_regex,
    add_prefix_space,
  });
  assert.equal(words(byteLevel(true, false), "I'm  here, 12"), ["I", "'m", " ", " here", ",", " 12"]);
  assert.equal(words(byteLevel(false, false), "I'm  here"), ["I'm  here"]);
  assert.equal(words(byteLevel(true, true), "a b"), [" a", " b"]);
  assert.equal(words(byteLevel(true, true), " a b"), [" a", " b"]);
});

test("a Sequence cuts what was cut", () => {
  const pretokenizers = [
    { type: "Digits", individual_digits: true },
    { type: "ByteLevel", use_regex: true },
  ];
  assert.equal(words({ type: "Sequence", pretokenizers }, "a 12 b"), ["a", " ", "1", "2", " b"]);
  assert.equal(words(null, "a b"), ["a b"]);
});

test("Metaspace marks spaces and knows the start of the text", () => {
  const metaspace = (prepend_scheme: string, split: boolean) => ({
    type: "Metaspace",
    replacement: "\u2581",
    prepend_scheme,
    split,
  });
  assert.equal(words(metaspace("always", true), "a  b"), ["\u2581a", "\u2581", "\u2581b"]);
  assert.equal(words(metaspace("first", false), "a b"), ["\u2581a\u2581b"]);
  assert.equal(words(metaspace("first", false), "a b", false), ["a\u2581b"]);
  assert.equal(words(metaspace("never", false), "a b"), ["a\u2581b"]);
  assert.equal(words(metaspace("always", false), " a"), ["\u2581a"]);
});

test("patterns mean what they mean in Oniguruma", () => {
  assert.equal(byRegex("(?i:'s|'t)", "it'\u017f x'T"), ["it", "'\u017f", " x", "'T"]);
  assert.equal(byRegex("\\s+", "a\u0085\u0085b\ufeffc"), ["a", "\u0085\u0085", "b\ufeffc"]);
  assert.equal(byRegex("\\w+|\\d|.", "a\u0301_b\u203f9\u00b2\u2167"), ["a\u0301_b\u203f9\u00b2\u2167"]);
  assert.equal(byRegex("\\w+|\\d|.", "x\u200dy\r\nz\u2028w"), ["x", "\u200d", "y", "\r", "\n", "z", "\u2028", "w"]);
  assert.equal(byRegex("(?i:k)", "xKx\u212axk"), ["x", "K", "x", "\u212a", "x", "k"]);
  assert.equal(byRegex("^a", "a\naa"), ["a", "\n", "a", "a"]);
  assert.equal(byRegex("[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}", "ab 1234"), ["ab", " ", "123", "4"]);
  assert.equal(byRegex("x*", "axxb\u{1f642}"), ["a", "xx", "b", "\u{1f642}"]);
});

test("patterns that JavaScript cannot say are refused, not bent", () => {
  const refused = [
    "a++",
    "a?+",
    "a{1,2}+",
    "(?>a)",
    "(?<x>a)",
    "\\h",
    "\\Aa",
    "\\1(a)",
    "[a[b]]",
    "[a&&b]",
    "(?i:\u00e4)",
    "(",
    "\\",
  ];
  for (const pattern of refused) {
    assert.throws(
      () => translateRegex(pattern),
      (error: Error) => error.name === "UnsupportedRegex",
      pattern,
    );
  }
});

test("names of GGUF: digits are kept together as each model does it", () => {
  const cut = (name: string, text: string): string[] => {
    const out: string[] = [];
    namedPreTokenizer(name, "test").split(text, true, (word) => out.push(word));
    return out;
  };
  assert.equal(cut("gpt-2", "a 12345"), ["a", " 12345"]);
  assert.equal(cut("smollm", "a 123"), ["a", " ", "1", "2", "3"]);
  assert.equal(cut("llama-bpe", "a 12345"), ["a", " ", "123", "45"]);
  assert.equal(cut("qwen2", "a 123"), ["a", " ", "1", "2", "3"]);
  assert.equal(cut("llama-bpe", "I'LL go!\n\n x"), ["I", "'LL", " go", "!\n\n", " x"]);
  assert.equal(cut("gpt-2", "I'LL go"), ["I", "'", "LL", " go"]);
});

test("normalisers do what their names say", () => {
  const normalize = (component: unknown, text: string): string => parseNormalizer(component, "test")(text);
  assert.is(normalize(null, "e\u0301"), "e\u0301");
  assert.is(normalize({ type: "NFC" }, "e\u0301"), "\u00e9");
  assert.is(normalize({ type: "NFD" }, "\u00e9"), "e\u0301");
  assert.is(normalize({ type: "NFKC" }, "\ufb01"), "fi");
  assert.is(normalize({ type: "NFKD" }, "\ufb01\u00e9"), "fie\u0301");
  assert.is(normalize({ type: "Lowercase" }, "\u039f\u03a3 A"), "\u03bf\u03c3 a");
  const normalizers = [
    { type: "Prepend", prepend: "\u2581" },
    { type: "Replace", pattern: { String: " " }, content: "\u2581" },
  ];
  assert.is(normalize({ type: "Sequence", normalizers }, "a b"), "\u2581a\u2581b");
  assert.is(normalize({ type: "Sequence", normalizers }, ""), "");
  assert.is(normalize({ type: "Replace", pattern: { Regex: "\\s+" }, content: "$&" }, "a  b"), "a$&b");
});

test.run();
