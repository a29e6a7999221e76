// Sound files with a few bytes changed: whatever comes of it, it is a model or a CheckpointError, soon and without
// reserving memory for numbers that the damage made up.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { CheckpointError } from "../../src/errors.js";
import { type ByteSource, type FileSet, openReader } from "../../src/formats/byte-reader.js";
import { openCheckpoint } from "../../src/formats/detect.js";
import { readGgufVocabulary } from "../../src/formats/gguf.js";
import { parseSentencePieceModel } from "../../src/formats/sentencepiece-model.js";
import { buildGguf, buildLlama2c, buildLlama2cTokenizer, folder, pipe, tinyFolder, tinyGguf } from "./build-files.js";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "../fixtures");
const fixture = (path: string) => Uint8Array.from(readFileSync(join(fixtures, path)));

/** A change of bytes near the start, where headers are: set, removed, inserted. */
const change = (length: number) =>
  fc.record({
    at: fc.oneof(fc.nat(Math.min(length, 64) - 1), fc.nat(Math.min(length, 2500) - 1), fc.nat(length - 1)),
    kind: fc.constantFrom("set", "set", "set", "remove", "insert"),
    value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)),
  });

function damage(
  bytes: Uint8Array,
  changes: readonly { at: number; kind: string; value: number }[],
): Uint8Array<ArrayBuffer> {
  const out = [...bytes];
  for (const { at, kind, value } of changes) {
    if (kind === "set") out[at % out.length] = value;
    else if (kind === "remove") out.splice(at, 1);
    else out.splice(at, 0, value);
  }
  return Uint8Array.from(out);
}

function survives(
  title: string,
  bytes: Uint8Array,
  attempt: (damaged: Uint8Array<ArrayBuffer>) => Promise<unknown>,
  numRuns: number,
): void {
  test(title, async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change(bytes.length), { minLength: 1, maxLength: 4 }), async (changes) => {
        try {
          await attempt(damage(bytes, changes));
        } catch (error) {
          if (!(error instanceof CheckpointError)) throw error;
          refused++;
        }
        assert.ok(process.memoryUsage().arrayBuffers < 500e6, "memory was reserved for what damage made up");
      }),
      { numRuns, seed: 9 },
    );
    assert.ok(refused > 0, "no damage was noticed at all");
  });
}

async function readAll(source: ByteSource | FileSet, siblings?: FileSet): Promise<void> {
  const checkpoint = await openCheckpoint(source, siblings ? { siblings } : {});
  for await (const _ of checkpoint.readTensors());
  await checkpoint.close();
}

const gguf = buildGguf(tinyGguf());
survives("gguf", gguf, (damaged) => readAll(new Blob([damaged])), 800);
survives("gguf from a pipe", gguf, (damaged) => readAll(pipe(damaged, 500)), 400);

const vocabulary = fixture("gguf/vocabulary-spm.gguf");
survives("vocabulary", vocabulary, (damaged) => readGgufVocabulary(openReader(new Blob([damaged]))), 300);

const llama2c = buildLlama2c();
survives("llama2.c", llama2c, (damaged) => readAll(new Blob([damaged])), 500);
const tokenizer = buildLlama2cTokenizer(["<unk>", "\n<s>\n", "\n</s>\n", "a"]);
const beside = (damaged: Uint8Array<ArrayBuffer>) => folder({ "tokenizer.bin": damaged });
survives("tokenizer.bin", tokenizer, (damaged) => readAll(new Blob([llama2c]), beside(damaged)), 500);

const files = tinyFolder();
const weights = files["model.safetensors"] as Uint8Array<ArrayBuffer>;
survives("safetensors", weights, (damaged) => readAll(folder({ ...files, "model.safetensors": damaged })), 800);
const config = new TextEncoder().encode(JSON.stringify(files["config.json"]));
survives("config.json", config, (damaged) => readAll(folder({ ...files, "config.json": damaged })), 400);

const pieces = fixture("tokenizers/spm.model");
survives("tokenizer.model", pieces, async (damaged) => parseSentencePieceModel(damaged, "tokenizer.model"), 500);

test.run();
