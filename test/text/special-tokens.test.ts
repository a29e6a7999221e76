// Special tokens written in a text: found when asked for, with the flags that Hugging Face's files give them.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createSpecialTokenSplitter, type SpecialToken } from "../../src/text/special-tokens.js";

const test = suite("special tokens");

const token = (id: number, content: string, flags: Partial<SpecialToken> = {}): SpecialToken => ({
  id,
  content,
  onRequest: true,
  lstrip: false,
  rstrip: false,
  singleWord: false,
  ...flags,
});

test("only asked-for tokens and user-defined ones are found", () => {
  const split = createSpecialTokenSplitter([token(1, "<s>"), token(2, "<tool>", { onRequest: false })]);
  assert.equal(split("a<s>b<tool>", false), ["a<s>b", 2]);
  assert.equal(split("a<s>b<tool>", true), ["a", 1, "b", 2]);
  assert.equal(split("", true), []);
  assert.equal(split("<s><s>", true), [1, 1]);
});

test("of tokens that start alike the longest is found", () => {
  const split = createSpecialTokenSplitter([token(1, "<|end"), token(2, "<|end|>"), token(3, "<|end|>x")]);
  assert.equal(split("<|end|><|end|>x<|end", true), [2, 3, 1]);
});

test("lstrip and rstrip swallow white space", () => {
  const split = createSpecialTokenSplitter([token(1, "<m>", { lstrip: true }), token(2, "<n>", { rstrip: true })]);
  assert.equal(split("a \t<m> b <n>\u00a0\n c", true), ["a", 1, " b ", 2, "c"]);
  assert.equal(split(" <m>", true), [1]);
});

test("single-word tokens are not found inside words", () => {
  const split = createSpecialTokenSplitter([token(1, "cat", { singleWord: true })]);
  assert.equal(split("cat concat cats cat!", true), [1, " concat cats ", 1, "!"]);
});

test("tokens may begin with anything a regular expression treats specially", () => {
  const contents = ["[INST]", "]", "\\n", "^", "-", "\u{1f642}", "$&"];
  const split = createSpecialTokenSplitter(contents.map((content, id) => token(id, content)));
  contents.forEach((content, id) => {
    assert.equal(split(`a${content}b`, true), ["a", id, "b"], content);
  });
});

test.run();
