// The one door to tokenizers: a vocabulary, as a reader found it, becomes a Tokenizer.

import type { Vocabulary } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import type { Tokenizer } from "./assemble-tokenizer.js";
import { createGgufByteLevel } from "./byte-level-tokenizer.js";
import { createGgufSentencePiece, createLlama2c, createSentencePiece } from "./sentencepiece-tokenizer.js";
import { createFromTokenizerJson } from "./tokenizer-json.js";

export type { DecodeOptions, EncodeOptions, Tokenizer } from "./assemble-tokenizer.js";

/**
 * The tokenizer of a vocabulary. `file` names it in messages.
 * Throws CheckpointError for what cannot be used: tokens that are there twice, missing bytes, merges of unknown tokens, a
 * pre-tokenizer, normaliser or model that is not known here (it is named).
 */
export function createTokenizer(vocabulary: Vocabulary, file: string): Tokenizer {
  switch (vocabulary.kind) {
    case "gguf":
      if (vocabulary.model === "llama") return createGgufSentencePiece(vocabulary, file);
      if (vocabulary.model === "gpt2") return createGgufByteLevel(vocabulary, file);
      throw new CheckpointError(
        file,
        `its tokenizer is of model "${vocabulary.model}"; "llama" (SentencePiece BPE) and "gpt2" (byte-level BPE) are supported`,
      );
    case "sentencepiece":
      return createSentencePiece(vocabulary, file);
    case "tokenizer.json":
      return createFromTokenizerJson(vocabulary, file);
    case "llama2.c":
      return createLlama2c(vocabulary, file);
  }
}
