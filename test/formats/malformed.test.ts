// Files that are broken or hostile, each with the message a user reads. None may crash, hang, or make the reader reserve
// memory in proportion to a number that the file only claims.
//
// One list, though it is long: what is missing shows only beside what is there.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { CheckpointError } from "../../src/errors.js";
import { type ByteSource, type FileSet, openReader } from "../../src/formats/byte-reader.js";
import { openCheckpoint } from "../../src/formats/detect.js";
import { readGguf } from "../../src/formats/gguf.js";
import { readLlama2cVocabulary } from "../../src/formats/llama2c.js";
import { readSafetensorsHeader } from "../../src/formats/safetensors.js";
import { parseSentencePieceModel } from "../../src/formats/sentencepiece-model.js";
import {
  Bytes,
  buildGguf,
  buildLlama2c,
  buildLlama2cTokenizer,
  buildSafetensors,
  f32,
  f32s,
  folder,
  type GgufParts,
  i32s,
  layOut,
  llama2cBytes,
  pipe,
  setPair,
  tensorOf,
  text,
  texts,
  tinyConfig,
  tinyFolder,
  tinyGguf,
  tinyShapes,
  u32,
  u64,
} from "./build-files.js";

/** Opens a checkpoint and reads all of its tensors. */
async function readAll(source: ByteSource | FileSet, name = "model.gguf"): Promise<void> {
  const checkpoint = await openCheckpoint(source, { name });
  try {
    for await (const _ of checkpoint.readTensors());
  } finally {
    await checkpoint.close();
  }
}

async function problemOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof CheckpointError) return error.message;
    throw error;
  }
  throw new Error("the file was accepted");
}

function refuses(title: string, make: () => ByteSource | FileSet | Uint8Array<ArrayBuffer>, message: RegExp): void {
  test(title, async () => {
    const source = make();
    const before = process.memoryUsage().arrayBuffers;
    if (source instanceof Uint8Array) {
      assert.match(await problemOf(readAll(new Blob([source]))), message);
      // From a pipe, whose length nobody knows, the same file is refused too, perhaps later.
      await problemOf(readAll(pipe(source)));
    } else {
      assert.match(await problemOf(readAll(source)), message);
    }
    assert.ok(process.memoryUsage().arrayBuffers - before < 64e6, "memory was reserved for what the file only claims");
  });
}

function refusesGguf(title: string, change: (parts: GgufParts) => void, message: RegExp): void {
  const make = (): Uint8Array<ArrayBuffer> => {
    const parts = tinyGguf();
    change(parts);
    return buildGguf(parts);
  };
  refuses(`gguf: ${title}`, make, message);
}

test("the files that the broken ones are made from are sound", async () => {
  await readAll(new Blob([buildGguf(tinyGguf())]));
  await readAll(pipe(buildGguf(tinyGguf())));
  await readAll(folder(tinyFolder()));
  await readAll(new Blob([buildLlama2c()]));
  await readAll(pipe(buildLlama2c()));
});

test("gguf: truncated at every byte", async () => {
  const whole = buildGguf(tinyGguf());
  const end = whole.length - 1; // the data's padding belongs to no tensor
  for (let length = 0; length < end; length += length < 2000 ? 1 : 37) {
    const part = whole.slice(0, length);
    assert.match(
      await problemOf(readAll(new Blob([part]))),
      /truncated|fetch it again|GGUF|is empty/,
      `${length} bytes`,
    );
    if (length % 5 === 0) {
      assert.match(
        await problemOf(readAll(pipe(part))),
        /truncated|is empty|no llama2\.c/,
        `${length} bytes from a pipe`,
      );
    }
  }
});

test("gguf: the message of a truncated file says where and what to do", async () => {
  const part = buildGguf(tinyGguf()).slice(0, 18);
  assert.is(
    await problemOf(readGguf(openReader(new Blob([part]), "a.gguf"))),
    "a.gguf: ends after 18 bytes, in the middle of the count of metadata pairs: 24 expected; " +
      "the file is truncated, fetch it again",
  );
});

refuses("empty file", () => new Uint8Array(0), /^model\.gguf: is empty; fetch it again$/);
refuses(
  "gguf: version 1",
  () => buildGguf({ ...tinyGguf(), version: 1 }),
  /GGUF version 1, expected 2 or 3; convert the model again/,
);
refuses("gguf: version 4", () => buildGguf({ ...tinyGguf(), version: 4 }), /GGUF version 4, expected 2 or 3/);
refuses("gguf: big-endian", () => buildGguf({ ...tinyGguf(), version: 0x03000000 }), /big-endian/);
refuses(
  "gguf: 2^60 tensors",
  () => buildGguf({ ...tinyGguf(), tensorCount: 2n ** 60n }),
  /the count of tensors is 1152921504606846976, expected less than 2\^53/,
);
refuses(
  "gguf: 2^40 tensors",
  () => buildGguf({ ...tinyGguf(), tensorCount: 2n ** 40n }),
  /claims 1,099,511,627,776 tensors, but has room for/,
);
refuses(
  "gguf: 2^60 pairs",
  () => buildGguf({ ...tinyGguf(), pairCount: 2n ** 60n }),
  /the count of metadata pairs is 1152921504606846976/,
);
refuses(
  "gguf: 2^40 pairs",
  () => buildGguf({ ...tinyGguf(), pairCount: 2n ** 40n }),
  /claims 1,099,511,627,776 metadata pairs/,
);
refusesGguf(
  "array of 2^60 strings",
  (parts) => setPair(parts, "tokenizer.ggml.tokens", texts(["a"], 2n ** 60n)),
  /the length of tokenizer\.ggml\.tokens is 1152921504606846976/,
);
refusesGguf(
  "array of 2^40 strings",
  (parts) => setPair(parts, "tokenizer.ggml.tokens", texts(["a"], 2n ** 40n)),
  /claims 1,099,511,627,776 elements of tokenizer\.ggml\.tokens/,
);
refusesGguf(
  "string of 2^27 bytes that are not there",
  (parts) => setPair(parts, "general.name", (out) => out.u32(8).u64(2 ** 27)),
  /in the middle of general\.name: .* expected; the file is truncated/,
);
refusesGguf(
  "key of 100,000 bytes",
  (parts) => parts.pairs.push(["k".repeat(100_000), u32(1)]),
  /the key of metadata pair 13 is 100,000 bytes long, expected at most 65,535/,
);
refusesGguf(
  "key twice",
  (parts) => parts.pairs.push(["llama.block_count", u32(1)]),
  /metadata key llama\.block_count is there twice/,
);
refusesGguf(
  "unknown value type",
  (parts) => setPair(parts, "general.name", (out) => out.u32(13)),
  /general\.name has value type 13, expected 0 to 12/,
);
refusesGguf(
  "boolean 2",
  (parts) => setPair(parts, "tokenizer.ggml.add_bos_token", (out) => out.u32(7).u8(2)),
  /add_bos_token is a boolean with value 2/,
);
refusesGguf(
  "arrays nested without end",
  (parts) =>
    setPair(parts, "general.name", (out) =>
      Array.from({ length: 50 }, () => 0).reduce((o) => o.u32(9).u64(1), out.u32(9)),
    ),
  /general\.name nests arrays deeper than 4/,
);
refusesGguf(
  "broken UTF-8 in a token",
  (parts) => setPair(parts, "tokenizer.ggml.tokens", texts(["<unk>", "<s>", Uint8Array.of(0xc3, 0x28), "a"])),
  /tokenizer\.ggml\.tokens\[2\] is no UTF-8/,
);
refusesGguf(
  "broken UTF-8 in a key",
  (parts) => parts.pairs.push([Uint8Array.of(0xff), u32(1)]),
  /the key of metadata pair 13 is no UTF-8/,
);
refusesGguf(
  "alignment 0",
  (parts) => setPair(parts, "general.alignment", u32(0)),
  /general\.alignment is 0, expected a multiple of 8/,
);
refusesGguf(
  "alignment 20",
  (parts) => setPair(parts, "general.alignment", u32(20)),
  /general\.alignment is 20, expected a multiple of 8/,
);
refusesGguf(
  "other architecture",
  (parts) => setPair(parts, "general.architecture", text("gemma3")),
  /general\.architecture is "gemma3", expected "llama" or "mobilellm"/,
);
refusesGguf(
  "no architecture",
  (parts) => setPair(parts, "general.architecture", undefined),
  /general\.architecture is missing/,
);
refusesGguf(
  "no block count",
  (parts) => setPair(parts, "llama.block_count", undefined),
  /llama\.block_count is missing, expected a number/,
);
refusesGguf(
  "block count 0",
  (parts) => setPair(parts, "llama.block_count", u32(0)),
  /llama\.block_count is 0, expected a whole number from 1 to 4096/,
);
refusesGguf(
  "block count 2^32 - 1",
  (parts) => setPair(parts, "llama.block_count", u32(0xffffffff)),
  /llama\.block_count is 4294967295, expected/,
);
refusesGguf(
  "block count 2^60",
  (parts) => setPair(parts, "llama.block_count", u64(2n ** 60n)),
  /llama\.block_count is 1152921504606846976, expected a number/,
);
refusesGguf(
  "block count as text",
  (parts) => setPair(parts, "llama.block_count", text("1")),
  /llama\.block_count is "1", expected a number/,
);
refusesGguf(
  "no heads",
  (parts) => setPair(parts, "llama.attention.head_count", u32(0)),
  /llama\.attention\.head_count is 0/,
);
refusesGguf(
  "heads that keys do not divide",
  (parts) => setPair(parts, "llama.attention.head_count_kv", u32(3)),
  /head_count is 1, expected a multiple of llama\.attention\.head_count_kv, 3/,
);
refusesGguf(
  "head size 4",
  (parts) => setPair(parts, "llama.attention.head_count", u32(2)),
  /llama\.attention\.key_length is 4; this engine needs a multiple of 8/,
);
refusesGguf(
  "RoPE over half a head",
  (parts) => setPair(parts, "llama.rope.dimension_count", u32(4)),
  /rope\.dimension_count is 4, expected 8/,
);
refusesGguf(
  "experts",
  (parts) => setPair(parts, "llama.expert_count", u32(8)),
  /expert_count is 8, expected 0 \(no experts\)/,
);
refusesGguf(
  "YaRN",
  (parts) => setPair(parts, "llama.rope.scaling.type", text("yarn")),
  /rope\.scaling\.type is "yarn"; only "none" and "linear"/,
);
refusesGguf(
  "theta 0",
  (parts) => setPair(parts, "llama.rope.freq_base", f32(0)),
  /llama\.rope\.freq_base is 0, expected a positive number/,
);
refusesGguf(
  "epsilon NaN",
  (parts) => setPair(parts, "llama.attention.layer_norm_rms_epsilon", f32(Number.NaN)),
  /layer_norm_rms_epsilon is NaN, expected/,
);
refusesGguf(
  "config that contradicts the tensors",
  (parts) => setPair(parts, "llama.feed_forward_length", u32(24)),
  /tensor blk\.0\.ffn_gate\.weight has shape \[16, 8\], but llama\.feed_forward_length 24, llama\.embedding_length 8 ask for \[24, 8\]/,
);
refusesGguf(
  "tensors beyond the block count",
  (parts) => parts.tensors.push({ name: "blk.1.attn_q.weight", sizes: [8, 8], type: 0 }),
  /tensor blk\.1\.attn_q\.weight belongs to block 1, but llama\.block_count is 1/,
);
refusesGguf(
  "missing tensor",
  (parts) => parts.tensors.splice(4, 1),
  /tensor missing: blk\.0\.attn_v\.weight; llama\.block_count is 1/,
);
refusesGguf(
  "missing block",
  (parts) => setPair(parts, "llama.block_count", u32(4096)),
  /tensors missing: blk\.1\.attn_norm\.weight, .* and 36850 more/,
);
refusesGguf(
  "tensor twice",
  (parts) => parts.tensors.push({ name: "output_norm.weight", sizes: [8], type: 0 }),
  /tensor output_norm\.weight is there twice/,
);
refusesGguf(
  "tensor of no role",
  (parts) => parts.tensors.push({ name: "blk.0.attn_q.bias", sizes: [8], type: 0 }),
  /tensor blk\.0\.attn_q\.bias: it has no place in a llama model/,
);
refusesGguf(
  "RoPE factors",
  (parts) => parts.tensors.push({ name: "rope_freqs.weight", sizes: [4], type: 0 }),
  /rope_freqs\.weight: the model scales RoPE frequency by frequency/,
);
refusesGguf(
  "Q4_K",
  (parts) => {
    tensorOf(parts, "token_embd.weight").type = 12;
  },
  /tensor token_embd\.weight has type Q4_K; F32, F16, BF16, Q8_0, Q4_0 and Q4_1 are read/,
);
refusesGguf(
  "type 99",
  (parts) => {
    tensorOf(parts, "token_embd.weight").type = 99;
  },
  /tensor token_embd\.weight has type number 99, unknown/,
);
refusesGguf(
  "quantised rows of 8",
  (parts) => {
    tensorOf(parts, "token_embd.weight").type = 8;
  },
  /tensor token_embd\.weight is Q8_0 with rows of 8, expected a multiple of 32/,
);
refusesGguf(
  "quantised norm",
  (parts) => Object.assign(tensorOf(parts, "output_norm.weight"), { type: 8, sizes: [32], bytes: 34 }),
  /tensor output_norm\.weight has shape \[32\], but llama\.embedding_length 8 ask for \[8\]/,
);
refusesGguf(
  "no dimensions",
  (parts) => {
    tensorOf(parts, "token_embd.weight").sizes = [];
  },
  /tensor token_embd\.weight has 0 dimensions, expected 1 to 4/,
);
refusesGguf(
  "five dimensions",
  (parts) => {
    tensorOf(parts, "token_embd.weight").sizes = [8, 4, 1, 1, 1];
  },
  /has 5 dimensions, expected 1 to 4/,
);
refusesGguf(
  "three dimensions",
  (parts) => {
    tensorOf(parts, "token_embd.weight").sizes = [8, 2, 2];
  },
  /token_embd\.weight has dimensions 8 x 2 x 2, expected two/,
);
refusesGguf(
  "dimension 0",
  (parts) => {
    tensorOf(parts, "token_embd.weight").sizes = [8, 0];
  },
  /dimension 1 of tensor token_embd\.weight is 0/,
);
refusesGguf(
  "dimension 2^60",
  (parts) => Object.assign(tensorOf(parts, "token_embd.weight"), { sizes: [8, 2n ** 60n], bytes: 128 }),
  /dimension 1 of tensor token_embd\.weight is 1152921504606846976/,
);
refusesGguf(
  "dimensions whose product overflows",
  (parts) => Object.assign(tensorOf(parts, "token_embd.weight"), { sizes: [2n ** 40n, 2n ** 40n], bytes: 128 }),
  /has dimensions 1099511627776 x 1099511627776, too large/,
);
refusesGguf(
  "large tensor that is not there",
  (parts) => Object.assign(tensorOf(parts, "token_embd.weight"), { sizes: [8, 2 ** 24], bytes: 128 }),
  /overlap|lies at bytes/,
);
refusesGguf(
  "offset out of the file",
  (parts) => {
    tensorOf(parts, "output_norm.weight").offset = 2 ** 40;
  },
  /tensor output_norm\.weight lies at bytes .* but the file ends after/,
);
refusesGguf(
  "offset 2^60",
  (parts) => {
    tensorOf(parts, "output_norm.weight").offset = 2n ** 60n;
  },
  /the offset of tensor output_norm\.weight is 1152921504606846976/,
);
refusesGguf(
  "offset that is not aligned",
  (parts) => {
    tensorOf(parts, "output_norm.weight").offset = 12;
  },
  /tensor output_norm\.weight is at offset 12, expected a multiple of general\.alignment, 32/,
);
refusesGguf(
  "overlapping tensors",
  (parts) => {
    tensorOf(parts, "blk.0.attn_k.weight").offset = 32;
  },
  /tensors token_embd\.weight and blk\.0\.attn_k\.weight overlap/,
);
refusesGguf(
  "tokens fewer than rows",
  (parts) => setPair(parts, "tokenizer.ggml.tokens", texts(["a"])),
  /tokenizer\.ggml\.tokens has 1 entries, but token_embd\.weight has 4 rows/,
);
refusesGguf(
  "no tokens",
  (parts) => setPair(parts, "tokenizer.ggml.tokens", undefined),
  /tokenizer\.ggml\.tokens is missing/,
);
refusesGguf(
  "tokens that are numbers",
  (parts) => setPair(parts, "tokenizer.ggml.tokens", i32s([1, 2, 3, 4])),
  /tokenizer\.ggml\.tokens is missing or no list of strings/,
);
refusesGguf(
  "scores fewer than tokens",
  (parts) => setPair(parts, "tokenizer.ggml.scores", f32s([1])),
  /tokenizer\.ggml\.scores is no f32 array of 4/,
);
refusesGguf(
  "types fewer than tokens",
  (parts) => setPair(parts, "tokenizer.ggml.token_type", i32s([1])),
  /tokenizer\.ggml\.token_type is no i32 array of 4/,
);
refusesGguf(
  "BOS out of the vocabulary",
  (parts) => setPair(parts, "tokenizer.ggml.bos_token_id", u32(4)),
  /tokenizer\.ggml\.bos_token_id is 4, expected a whole number from 0 to 3/,
);
refusesGguf(
  "vocabulary that contradicts the table",
  (parts) => setPair(parts, "llama.vocab_size", u32(5)),
  /token_embd\.weight has shape \[4, 8\], but llama\.vocab_size 5, llama\.embedding_length 8 ask for \[5, 8\]/,
);
refusesGguf(
  "schedule that executes a block which is not stored",
  (parts) => {
    parts.pairs = parts.pairs.map(([key, value]) => [String(key).replace(/^llama\./, "mobilellm."), value]);
    setPair(parts, "general.architecture", text("mobilellm"));
    setPair(parts, "mobilellm.schedule.blocks", i32s([0, 0, 1]));
  },
  /mobilellm\.schedule\.blocks: layer 2 of the schedule executes block 1; blocks 0 to 0 are stored/,
);

refuses(
  "not a model: zip",
  () => new TextEncoder().encode("PK\x03\x04 and more bytes"),
  /zip archive or a PyTorch pickle/,
);
refuses("not a model: web page", () => new TextEncoder().encode("<!DOCTYPE html><html></html>"), /is a web page/);
refuses(
  "not a model: Git LFS pointer",
  () => new TextEncoder().encode("version https://git-lfs.github.com/spec/v1"),
  /Git LFS pointer/,
);
refuses("not a model: safetensors alone", () => buildSafetensors(layOut(tinyShapes)), /hand over the folder around it/);
refuses(
  "not a model: noise",
  () => Uint8Array.from({ length: 100 }, (_, i) => (i * 167 + 13) & 255),
  /is -?\d+, expected/,
);

refuses(
  "llama2.c: header cut",
  () => buildLlama2c().slice(0, 20),
  /ends after 20 bytes, in the middle of the header: 28 expected/,
);
refuses(
  "llama2.c: negative layers",
  () => buildLlama2c([8, 16, -1, 1, 1, 4, 16], 100),
  /n_layers is -1, expected a positive number/,
);
refuses("llama2.c: no dim", () => buildLlama2c([0, 16, 1, 1, 1, 4, 16], 100), /dim is 0, expected a positive number/);
refuses(
  "llama2.c: vocabulary 0",
  () => buildLlama2c([8, 16, 1, 1, 1, 0, 16], 100),
  /vocab_size is 0, expected a positive number/,
);
refuses(
  "llama2.c: dim of 2^31 - 1",
  () => buildLlama2c([0x7fffffff, 16, 1, 1, 1, 4, 16], 100),
  /dim is 2147483647, expected a whole number from 1 to 1048576/,
);
refuses(
  "llama2.c: heads that do not divide dim",
  () => buildLlama2c([8, 16, 1, 3, 3, 4, 16], 100),
  /dim \/ n_heads is 2\.6+\d, expected a whole number/,
);
refuses(
  "llama2.c: data cut",
  () => buildLlama2c([8, 16, 1, 1, 1, 4, 16], 100),
  /header asks for a file of [\d,]+ bytes, but it has 128; it is truncated/,
);
refuses(
  "llama2.c: data too long",
  () => buildLlama2c([8, 16, 1, 1, 1, 4, 16], llama2cBytes([8, 16, 1, 1, 1, 4, 16]) + 4).slice(0),
  /header asks for a file of [\d,]+ bytes, but it has/,
);
refuses(
  "llama2.c: version 1",
  () => new Bytes().u32(0x616b3432).u32(1).raw(new Uint8Array(300)).done(),
  /llama2\.c checkpoint of version 1; only the original format/,
);

const llama2cTokens = ["<unk>", "\n<s>\n", "\n</s>\n", "a"];

function refusesTokenizer(title: string, bytes: Uint8Array<ArrayBuffer>, message: RegExp): void {
  test(`llama2.c tokenizer: ${title}`, async () => {
    const options = { name: "model.bin", siblings: folder({ "tokenizer.bin": bytes }, "dir") };
    assert.match(await problemOf(openCheckpoint(new Blob([buildLlama2c()]), options)), message);
  });
}

refusesTokenizer(
  "truncated",
  buildLlama2cTokenizer(llama2cTokens).slice(0, -1),
  /^dir\/tokenizer\.bin: ends after \d+ bytes, in the middle of token 3 of 4/,
);
refusesTokenizer("too few tokens", buildLlama2cTokenizer(llama2cTokens.slice(1)), /in the middle of token 3 of 4/);
refusesTokenizer(
  "too many tokens",
  buildLlama2cTokenizer([...llama2cTokens, "b"]),
  /holds more than the 4 tokens of the model; it belongs to another model/,
);
refusesTokenizer("negative length", new Bytes().u32(1).f32(0).u32(-5).done(), /the length of token 0 of 4 is -5/);

function refusesFolder(title: string, change: (files: ReturnType<typeof tinyFolder>) => void, message: RegExp): void {
  const make = (): FileSet => {
    const files = tinyFolder();
    change(files);
    return folder(files);
  };
  refuses(`folder: ${title}`, make, message);
}

function refusesConfig(title: string, fields: object, message: RegExp): void {
  refuses(`config.json: ${title}`, () => folder(tinyFolder(fields)), message);
}

refuses(
  "folder: empty",
  () => folder({}),
  /^model: has neither a config\.json, nor a \.gguf file, nor the manifest\.json/,
);
refuses(
  "folder: two GGUF files",
  () => folder({ "a.gguf": "x", "b.gguf": "y" }),
  /2 \.gguf files; name one of a\.gguf, b\.gguf/,
);
refusesFolder(
  "config.json is no JSON",
  (files) => {
    files["config.json"] = "{";
  },
  /^model\/config\.json: its content is no JSON/,
);
refusesFolder(
  "config.json is a list",
  (files) => {
    files["config.json"] = "[]";
  },
  /its content is a list, expected an object/,
);
refusesFolder(
  "config.json is no UTF-8",
  (files) => {
    files["config.json"] = Uint8Array.of(0xff, 0xfe);
  },
  /config\.json: its content is no UTF-8/,
);
refusesFolder(
  "no weights",
  (files) => delete files["model.safetensors"],
  /has neither model\.safetensors nor model\.safetensors\.index\.json$/,
);
refusesFolder(
  "pickle",
  (files) => {
    delete files["model.safetensors"];
    files["pytorch_model.bin"] = "x";
  },
  /pytorch_model\.bin is not read: save the model with safe_serialization=True/,
);
refusesConfig("other model", { model_type: "gemma" }, /model_type is "gemma", expected "llama" or "mobilellm"/);
refusesConfig("no hidden size", { hidden_size: undefined }, /hidden_size is missing, expected a number/);
refusesConfig("hidden size as text", { hidden_size: "8" }, /hidden_size is "8", expected a number/);
refusesConfig(
  "hidden size 2^60",
  { hidden_size: 2 ** 60 },
  /hidden_size is 1152921504606847000, expected a whole number/,
);
refusesConfig("half a head", { num_attention_heads: 3 }, /head_dim is 2\.6+\d, expected a whole number/);
refusesConfig("biases", { attention_bias: true }, /attention_bias is true; models with biases cannot be run/);
refusesConfig("GELU", { hidden_act: "gelu" }, /hidden_act is "gelu", expected "silu" or "relu"/);
refusesConfig(
  "Llama 3's RoPE",
  { rope_scaling: { rope_type: "llama3", factor: 8 } },
  /rope_scaling has type "llama3"; only "default" and "linear"/,
);
refusesConfig(
  "linear RoPE without a factor",
  { rope_scaling: { type: "linear" } },
  /factor of rope_scaling is missing/,
);
refusesConfig(
  "end of text out of the vocabulary",
  { eos_token_id: [2, 4] },
  /eos_token_id is 4, expected a whole number from 0 to 3/,
);
refusesConfig(
  "config that contradicts the tensors",
  { intermediate_size: 24 },
  /tensor model\.layers\.0\.mlp\.gate_proj\.weight has shape \[16, 8\], but intermediate_size 24, hidden_size 8 ask for \[24, 8\]/,
);
refusesConfig(
  "more layers than tensors",
  { num_hidden_layers: 2 },
  /tensors missing: model\.layers\.1\.input_layernorm\.weight, .* and 4 more; num_hidden_layers is 2/,
);
refusesConfig("output table missing", { tie_word_embeddings: false }, /tensor missing: lm_head\.weight/);

function refusesSafetensors(title: string, bytes: Uint8Array<ArrayBuffer>, message: RegExp): void {
  refuses(`safetensors: ${title}`, () => folder({ "config.json": tinyConfig, "model.safetensors": bytes }), message);
}

const entries = () => layOut(tinyShapes);
const norm = "model.norm.weight";

refusesSafetensors(
  "length cut",
  Uint8Array.of(1, 2, 3),
  /model\.safetensors: ends after 3 bytes, in the middle of the header's length: 8 expected/,
);
refusesSafetensors(
  "header of 2^60 bytes",
  buildSafetensors(entries(), { headerLength: 2n ** 60n }),
  /the header is 1152921504606846976 bytes long, expected 2 to 100,000,000/,
);
refusesSafetensors(
  "header longer than the file",
  buildSafetensors(entries(), { headerLength: 90_000_000n }),
  /in the middle of the header: 90,000,008 expected; the file is truncated/,
);
refusesSafetensors("header is no JSON", buildSafetensors('{"a": '), /the header is no JSON/);
refusesSafetensors("header is a list", buildSafetensors("[1,2]"), /the header is a list, expected an object/);
refusesSafetensors(
  "entry is no object",
  buildSafetensors('{"a": 1}'),
  /tensor a is described by 1, expected an object/,
);
refusesSafetensors(
  "no dtype",
  buildSafetensors({ a: { shape: [1], data_offsets: [0, 4] } }),
  /tensor a has dtype missing/,
);
refusesSafetensors(
  "negative shape",
  buildSafetensors({ a: { dtype: "F32", shape: [-1], data_offsets: [0, 4] } }),
  /tensor a has shape \[-1\]/,
);
refusesSafetensors(
  "dimension 0",
  buildSafetensors({ a: { dtype: "F32", shape: [0, 8], data_offsets: [0, 0] } }),
  /tensor a has shape \[0,8\], expected positive whole numbers/,
);
refusesSafetensors(
  "offsets turned round",
  buildSafetensors({ a: { dtype: "F32", shape: [1], data_offsets: [4, 0] } }),
  /tensor a has data_offsets \[4,0\], expected \[begin, end\]/,
);
refusesSafetensors(
  "offsets that contradict the shape",
  buildSafetensors({ ...entries(), [norm]: { ...entries()[norm], shape: [9] } }),
  /tensor model\.norm\.weight has 32 bytes, but shape \[9\] of F32 takes 36/,
);
refusesSafetensors(
  "offsets out of the file",
  buildSafetensors(entries(), { dataBytes: 100 }),
  /tensor .* lies at bytes .* but the file ends after/,
);
refusesSafetensors(
  "hole",
  buildSafetensors({ a: { dtype: "F32", shape: [1], data_offsets: [4, 8] } }),
  /bytes 0 to 4 of the data, before tensor a, belong to no tensor/,
);
refusesSafetensors(
  "bytes after the last tensor",
  buildSafetensors(entries(), { dataBytes: 5000 }),
  /at the end, belong to no tensor/,
);
refusesSafetensors(
  "overlapping tensors",
  buildSafetensors({
    a: { dtype: "F32", shape: [2], data_offsets: [0, 8] },
    b: { dtype: "F32", shape: [2], data_offsets: [4, 12] },
  }),
  /tensors a and b overlap/,
);
refusesSafetensors(
  "name twice",
  buildSafetensors(
    '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}',
    { dataBytes: 8 },
  ),
  /bytes 0 to 4 of the data, before tensor a, belong to no tensor; the file is damaged, or its header names a tensor twice/,
);
refusesSafetensors("integers", buildSafetensors(layOut(tinyShapes, "I32")), /has dtype I32, expected F32, F16 or BF16/);
refusesSafetensors(
  "unknown dtype",
  buildSafetensors(layOut(tinyShapes, "F4")),
  /has dtype F4, expected F32, F16 or BF16/,
);
refusesSafetensors(
  "tensor of no role",
  buildSafetensors(layOut({ ...tinyShapes, "model.layers.0.self_attn.q_proj.bias": [8] })),
  /q_proj\.bias has no place in the models that are run here/,
);
refusesSafetensors(
  "norm with two dimensions",
  buildSafetensors(layOut({ ...tinyShapes, [norm]: [1, 8] })),
  /tensor model\.norm\.weight has shape \[1,8\], expected one dimension/,
);
refusesSafetensors(
  "missing tensor",
  buildSafetensors(layOut(Object.fromEntries(Object.entries(tinyShapes).slice(1)))),
  /tensor missing: model\.embed_tokens\.weight/,
);

function refusesIndex(title: string, index: unknown, message: RegExp): void {
  refuses(
    `index.json: ${title}`,
    () =>
      folder({
        "config.json": tinyConfig,
        "model.safetensors.index.json": index as object,
        "model-1.safetensors": buildSafetensors(entries()),
      }),
    message,
  );
}

refusesIndex("no weight_map", {}, /weight_map is missing, expected an object/);
refusesIndex(
  "shard outside the folder",
  { weight_map: { [norm]: "../model-1.safetensors" } },
  /tensor model\.norm\.weight lies in "\.\.\/model-1\.safetensors", expected the name of a \.safetensors file in this folder/,
);
refusesIndex("shard that is no text", { weight_map: { [norm]: 1 } }, /lies in 1, expected the name/);
refusesIndex(
  "shard missing",
  { weight_map: { [norm]: "model-2.safetensors" } },
  /has no model-2\.safetensors, which model\.safetensors\.index\.json names for tensor model\.norm\.weight/,
);
refusesIndex(
  "tensor not in its shard",
  { weight_map: { ghost: "model-1.safetensors" } },
  /has no tensor ghost, though model\.safetensors\.index\.json says so/,
);

function refusesSentencePiece(title: string, bytes: Uint8Array, message: RegExp): void {
  test(`tokenizer.model: ${title}`, async () => {
    assert.throws(
      () => parseSentencePieceModel(bytes, "tokenizer.model"),
      (error: unknown) => error instanceof CheckpointError && message.test(error.message),
    );
  });
}

const piece = (...bytes: number[]) => [0x0a, bytes.length + 2, 0x0a, bytes.length, ...bytes];

refusesSentencePiece("empty", Uint8Array.of(), /holds no pieces/);
refusesSentencePiece("noise", Uint8Array.of(0xff, 0xff, 0xff), /ends in the middle of a field/);
refusesSentencePiece("unknown wire type", Uint8Array.of(0x0b), /holds wire type 3/);
refusesSentencePiece("length beyond the end", Uint8Array.of(0x0a, 0x7f), /ends in the middle of a field/);
refusesSentencePiece(
  "length of 2^31",
  Uint8Array.of(0x0a, 0x80, 0x80, 0x80, 0x80, 0x08),
  /ends in the middle of a field/,
);
refusesSentencePiece(
  "number of eleven bytes",
  Uint8Array.from([0x0a, ...Array.from({ length: 11 }, () => 0x80)]),
  /a number longer than ten bytes/,
);
refusesSentencePiece(
  "piece that is no UTF-8",
  Uint8Array.from([...piece(0x61), ...piece(0xff)]),
  /piece 1 is no UTF-8/,
);
refusesSentencePiece("unigram", Uint8Array.from(piece(0x61)), /SentencePiece model of type unigram; only BPE/);
refusesSentencePiece("piece is a number", Uint8Array.of(0x08, 0x01), /holds a number where bytes are expected/);
refusesSentencePiece(
  "end token that is not there",
  Uint8Array.from([...piece(0x61), 0x12, 0x05, 0x18, 0x02, 0xc8, 0x02, 0x09]),
  /bosId is 9|expected -1 or one of 1 pieces/,
);

test("config.json of a folder whose tokenizer.model belongs to another model", async () => {
  const pieces = Array.from({ length: 5 }, (_, i) => piece(0x61 + i)).flat();
  const model = Uint8Array.from([...pieces, 0x12, 0x02, 0x18, 0x02]);
  const problem = await problemOf(readAll(folder({ ...tinyFolder(), "tokenizer.model": model })));
  assert.match(problem, /^model\/tokenizer\.model: holds 5 pieces, but vocab_size of config\.json is 4/);
});

/** Every beginning of `bytes` short of `end` is refused, under the name of the file and soon. */
async function refusesEveryCut(
  bytes: Uint8Array<ArrayBuffer>,
  end: number,
  file: string,
  attempt: (part: Uint8Array<ArrayBuffer>) => Promise<unknown>,
): Promise<void> {
  for (let length = 0; length < end; length++) {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`hangs when cut after ${length} bytes`)), 10_000);
    });
    try {
      const problem = await Promise.race([problemOf(attempt(bytes.slice(0, length))), limit]);
      assert.ok(problem.startsWith(`${file}: `), `cut after ${length} bytes: ${problem}`);
      assert.match(problem, /truncated|fetch it again|damaged|is empty|belong to no tensor|no JSON/, `${length} bytes`);
    } finally {
      clearTimeout(timer);
    }
  }
}

test("llama2.c: truncated at every byte", async () => {
  for (const header of [
    [8, 16, 1, 1, 1, 4, 16],
    [8, 16, 1, 1, 1, -4, 16],
  ]) {
    const whole = buildLlama2c(header);
    await readAll(new Blob([whole]), "model.bin");
    await refusesEveryCut(whole, whole.length, "model.bin", (part) => readAll(new Blob([part]), "model.bin"));
    // A pipe knows no length: what is behind the header is missed when it is read.
    await refusesEveryCut(whole, 200, "model.bin", (part) => readAll(pipe(part), "model.bin"));
    await problemOf(readAll(pipe(whole.slice(0, -1)), "model.bin"));
  }
});

test("safetensors: truncated at every byte of the header's length, of the header and of the data", async () => {
  const whole = buildSafetensors(layOut(tinyShapes));
  const headerEnd = 8 + Number(new DataView(whole.buffer).getBigUint64(0, true));
  const inFolder = (part: Uint8Array<ArrayBuffer>) =>
    readAll(folder({ ...tinyFolder(), "model.safetensors": part }), "model");
  await inFolder(whole);
  await refusesEveryCut(whole, whole.length, "model/model.safetensors", inFolder);
  // The same header from a file that does not know its length.
  await refusesEveryCut(whole, headerEnd, "a.safetensors", (part) =>
    readSafetensorsHeader(openReader(pipe(part), "a.safetensors")),
  );
  // A header whose length is right and whose JSON ends anywhere.
  const json = new TextDecoder().decode(whole.subarray(8, headerEnd));
  for (let length = 0; length < json.length; length++) {
    const bytes = buildSafetensors(json.slice(0, length), { dataBytes: whole.length - headerEnd });
    const problem = await problemOf(inFolder(bytes));
    assert.match(problem, /^model\/model\.safetensors: the header is (no JSON|\d bytes long)/, `${length} characters`);
  }
});

test("tokenizer.bin: truncated at every byte of the longest length, of scores, lengths and tokens", async () => {
  const whole = buildLlama2cTokenizer(["<unk>", "<s>", "", "\u2581\u{1f642}"]);
  const read = (source: ByteSource) => readLlama2cVocabulary(openReader(source, "tokenizer.bin"), 4);
  assert.is((await read(new Blob([whole]))).tokens.length, 4);
  assert.is((await read(pipe(whole))).tokens.length, 4);
  await refusesEveryCut(whole, whole.length, "tokenizer.bin", (part) => read(new Blob([part])));
  await refusesEveryCut(whole, whole.length, "tokenizer.bin", (part) => read(pipe(part, 3)));
  // Found beside the model, as a user has it.
  const beside = (part: Uint8Array<ArrayBuffer>) =>
    openCheckpoint(new Blob([buildLlama2c()]), { name: "model.bin", siblings: folder({ "tokenizer.bin": part }) });
  await (await beside(whole)).close();
  await refusesEveryCut(whole, whole.length, "model/tokenizer.bin", beside);
});

test("tokenizer.model: truncated at every byte is refused, or at the end of a message a vocabulary with less", async () => {
  const pieces: readonly [text: string, score: number, type: number][] = [
    ["<unk>", 0, 2],
    ["<s>", 0, 3],
    ["</s>", 0, 3],
    ["\u2581a", -1.5, 1],
  ];
  const message = (number: number, content: Bytes) =>
    new Bytes()
      .u8((number << 3) | 2)
      .u8(content.length)
      .raw(content.done());
  const pieceMessages = pieces.map(([text, score, type]) => {
    const content = message(1, new Bytes().raw(new TextEncoder().encode(text)));
    return message(1, content.u8(0x15).f32(score).u8(0x18).u8(type));
  });
  // model_type 2 (BPE), byte_fallback; add_dummy_prefix 0.
  const trainer = message(2, new Bytes().raw([0x18, 2, 0x98, 0x02, 1]));
  const normalizer = message(3, new Bytes().raw([0x18, 0]));
  for (const messages of [
    [...pieceMessages, trainer, normalizer],
    [trainer, normalizer, ...pieceMessages],
  ]) {
    const bytes = messages.reduce((out, part) => out.raw(part.done()), new Bytes()).done();
    const ends = new Map<number, number>(); // messages before a cut there
    for (let at = 0, i = 0; i < messages.length; i++) {
      at += messages[i]!.length;
      ends.set(at, i + 1);
    }
    const whole = parseSentencePieceModel(bytes, "tokenizer.model");
    assert.equal(
      whole.pieces,
      pieces.map(([piece, score, type]) => ({ piece, score, type })),
    );
    assert.equal([whole.byteFallback, whole.addDummyPrefix], [true, false]);
    let accepted = 0;
    for (let length = 0; length < bytes.length; length++) {
      const inFolder = { ...tinyFolder(), "tokenizer.model": bytes.slice(0, length) };
      const before = ends.get(length);
      if (before === undefined) {
        const problem = await problemOf(readAll(folder(inFolder)));
        assert.match(problem, /^model\/tokenizer\.model: (ends in the middle of a field|holds no pieces)/, `${length}`);
        continue;
      }
      // Nothing in the file says that more was to come: what is left has to hold together, or is refused by name.
      try {
        const model = parseSentencePieceModel(inFolder["tokenizer.model"], "tokenizer.model");
        const wanted = messages.slice(0, before).filter((part) => pieceMessages.includes(part)).length;
        assert.equal(model.pieces, whole.pieces.slice(0, wanted), `${length} bytes`);
        for (const id of [model.unknownId, model.bosId, model.eosId, model.padId]) {
          assert.ok(id >= -1 && id < model.pieces.length, `${length} bytes: id ${id}`);
        }
        accepted++;
      } catch (error) {
        if (!(error instanceof CheckpointError)) throw error;
        assert.match(error.message, /^tokenizer\.model: (holds no pieces|is a SentencePiece model of type|\w+Id is )/);
      }
    }
    assert.is(accepted, 1, "one cut leaves a BPE model whose ids of special tokens exist");
  }
});

test.run();
