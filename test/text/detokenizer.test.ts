// Streaming: what a person sees while tokens arrive.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createTextStream } from "../../src/text/detokenizer.js";
import { createTokenizer } from "../../src/text/tokenizer.js";
import { fixtures, ggufVocabulary } from "./vocabularies.js";

const test = suite("text stream");

const spm = createTokenizer(await ggufVocabulary(new URL("gguf/vocabulary-spm.gguf", fixtures)), "spm");
const gpt2 = createTokenizer(await ggufVocabulary(new URL("gguf/vocabulary-gpt-2.gguf", fixtures)), "gpt-2");
/** Token of a byte in the SentencePiece vocabulary. */
const byte = (value: number): number => {
  for (let id = 0; id < spm.vocabSize; id++) {
    if (spm.piece(id) === `<0x${value.toString(16).toUpperCase().padStart(2, "0")}>`) return id;
  }
  throw new Error("no such byte");
};

test("a character of four tokens appears with its last one", () => {
  const stream = createTextStream(spm);
  const pieces = [0xf0, 0x9f, 0x99, 0x82].map((value) => stream.push(byte(value)));
  assert.equal(pieces, ["", "", "", "\u{1f642}"]);
  assert.is(stream.end(), "");
});

test("bytes that are no character are replaced as soon as that is certain", () => {
  const stream = createTextStream(spm);
  assert.is(stream.push(byte(0xff)), "\ufffd");
  assert.is(stream.push(byte(0xe2)), "");
  assert.is(stream.push(byte(0x41)), "\ufffdA");
  assert.is(stream.push(byte(0xc3)), "");
  assert.is(stream.end(), "\ufffd", "what never came");
});

test("the space before a text is taken away, the space before a continuation is not", () => {
  const ids = spm.encode("Hello world");
  const show = (continues: boolean): string => {
    const stream = createTextStream(spm, { continues });
    return ids.map((id) => stream.push(id)).join("") + stream.end();
  };
  assert.is(show(false), "Hello world");
  assert.is(show(true), " Hello world");
  // Only one space, and only the first token's.
  assert.is(spm.decode(spm.encode("  two")), "  two");
  assert.is(gpt2.decode(gpt2.encode(" one")), " one", "byte-level vocabularies add none");
});

test("special tokens are left out or spelled out, and do not count as the start of the text", () => {
  const ids = spm.encode("Hi", { addSpecial: true });
  assert.is(ids[0], spm.bosId);
  assert.is(spm.decode(ids), "Hi");
  assert.is(spm.decode(ids, { special: true }), "<s>Hi");
  assert.equal(spm.bytes(spm.bosId!), new Uint8Array(0));
  assert.is(spm.isSpecial(spm.bosId!), true);
});

test("a byte order mark is text", () => {
  assert.is(gpt2.decode(gpt2.encode("\ufeffa")), "\ufeffa");
});

test.run();
