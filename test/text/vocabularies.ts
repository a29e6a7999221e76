// Opens the vocabularies that tests of text/ compare with other programs' answers.

import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Vocabulary } from "../../src/checkpoint.js";
import { openReader } from "../../src/formats/byte-reader.js";
import { readGgufVocabulary } from "../../src/formats/gguf.js";
import { readLlama2cVocabulary } from "../../src/formats/llama2c.js";
import { parseSentencePieceModel } from "../../src/formats/sentencepiece-model.js";

export const fixtures = new URL("../fixtures/", import.meta.url);

export async function readJson(url: URL): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(url, "utf8")) as Record<string, unknown>;
}

/** The vocabulary of a GGUF. */
export async function ggufVocabulary(url: URL): Promise<Vocabulary> {
  const vocabulary = await readGgufVocabulary(openReader(await openAsBlob(url), basename(url.pathname)));
  if (vocabulary === undefined) throw new Error(`${url.pathname} holds no vocabulary`);
  return vocabulary;
}

/** A tokenizer.model with the given tokenizer_config.json. */
export async function sentencePieceVocabulary(
  url: URL,
  tokenizerConfig: Record<string, unknown> = {},
): Promise<Vocabulary> {
  const model = parseSentencePieceModel(await readFile(url), basename(url.pathname));
  return { kind: "sentencepiece", model, tokenizerConfig, eosIds: [] };
}

/** A tokenizer.json with the given tokenizer_config.json. */
export async function tokenizerJsonVocabulary(
  url: URL,
  tokenizerConfig: Record<string, unknown> = {},
): Promise<Vocabulary> {
  return { kind: "tokenizer.json", tokenizer: await readJson(url), tokenizerConfig, eosIds: [] };
}

/** A tokenizer.bin of llama2.c. */
export async function llama2cVocabulary(url: URL, vocabSize: number): Promise<Vocabulary> {
  return readLlama2cVocabulary(openReader(await openAsBlob(url), basename(url.pathname)), vocabSize);
}
