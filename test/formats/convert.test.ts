// What `convert` writes must be the model it read: the same values where nothing is lost, the same schedule, the same
// vocabulary; and a failed conversion must leave nothing behind.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Checkpoint } from "../../src/checkpoint.js";
import { openReader } from "../../src/formats/byte-reader.js";
import { type ConvertOptions, type ConvertReport, convert } from "../../src/formats/convert.js";
import { openCheckpoint } from "../../src/formats/detect.js";
import { readGguf, readGgufVocabulary } from "../../src/formats/gguf.js";
import { readGgufHeader } from "../../src/formats/gguf-header.js";
import { toGguf } from "../../src/formats/gguf-vocabulary.js";
import { startGguf } from "../../src/formats/gguf-writer.js";
import { parseSentencePieceModel } from "../../src/formats/sentencepiece-model.js";
import { decode, encode } from "../../src/formats/tensor-codec.js";
import { find, openFolder } from "../../src/node/files.js";
import { writeFileWhole } from "../../src/node/write-file.js";
import {
  buildGguf,
  buildSafetensors,
  folder,
  layOut,
  tensorOf,
  tinyFolder,
  tinyGguf,
  tinyShapes,
} from "./build-files.js";
import { readWhole } from "./read-whole.js";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "../fixtures");

function collect(): { sink: { write(bytes: Uint8Array): Promise<void> }; blob(): Blob } {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    sink: {
      async write(bytes) {
        parts.push(Uint8Array.from(bytes));
      },
    },
    blob: () => new Blob(parts),
  };
}

async function converted(
  checkpoint: Checkpoint,
  options: ConvertOptions = {},
): Promise<{ blob: Blob; report: ConvertReport; result: Checkpoint }> {
  const { sink, blob } = collect();
  const report = await convert(checkpoint, options, sink).finally(() => checkpoint.close());
  assert.is(blob().size, report.size);
  return { blob: blob(), report, result: await openCheckpoint(blob()) };
}

async function open(path: string): Promise<Checkpoint> {
  const found = await find(join(fixtures, path));
  return found.kind === "folder"
    ? openCheckpoint(found.files)
    : openCheckpoint(found.source, { siblings: found.siblings });
}

const models = [
  "gguf/f32-tied.gguf",
  "gguf/f16-separate.gguf",
  "gguf/bf16-tied.gguf",
  "gguf/q8_0-tied.gguf",
  "gguf/q4_0-with-q8_0.gguf",
  "gguf/q4_1-tied.gguf",
  "hf/llama-relu",
  "hf/llama-sharded",
  "hf/mobilellm",
  "hf/mobilellm-relu",
  "hf/mobilellm-sharing",
  "llama2c/shared.bin",
  "llama2c/classifier.bin",
];

for (const path of models) {
  test(`${path}: in its own types, every value survives`, async () => {
    const source = await open(path);
    const { result, report } = await converted(source);
    assert.is(report.relativeError, 0);
    const { model_type: _, ...config } = result.config;
    const { model_type: __, ...expected } = source.config;
    assert.equal(config, expected);
    assert.equal([...result.blocks], [...source.blocks]);
    assert.is(result.chatTemplate, source.chatTemplate);
    const types = (checkpoint: Checkpoint) =>
      checkpoint.tensors.filter(({ shape }) => shape[0] > 1).map(({ role, block, type }) => `${role} ${block} ${type}`);
    assert.equal(types(result), types(source));
    assert.equal(await readWhole(result), await readWhole(await open(path)));
  });

  test(`${path}: as f32, every value survives`, async () => {
    const { result } = await converted(await open(path), { type: "f32" });
    assert.ok(result.tensors.every(({ type }) => type === "F32"));
    assert.equal(await readWhole(result), await readWhole(await open(path)));
  });

  test(`${path}: other types hold what the codec makes of each tensor`, async () => {
    const original = await readWhole(await open(path));
    for (const type of ["f16", "bf16", "q8_0", "q4_0"] as const) {
      const { result, report } = await converted(await open(path), { type });
      const kept = new Set(report.keptF16);
      for (const { role, block, shape, type: written, name } of result.tensors) {
        const wanted = shape[0] === 1 ? "F32" : kept.has(name) ? "F16" : type.toUpperCase();
        assert.is(written, wanted, `${role} ${block}`);
        assert.is(kept.has(name), shape[0] > 1 && type.startsWith("q") && shape[1] % 32 !== 0, name);
      }
      const typed = new Map(result.tensors.map((tensor) => [`${tensor.role} ${tensor.block}`, tensor.type]));
      for (const [key, values] of await readWhole(result)) {
        const expected = original.get(key)!;
        const tensorType = typed.get(key)!;
        assert.equal(values, decode(tensorType, encode(tensorType, expected)), `${key} as ${tensorType}`);
      }
    }
  });
}

test("shared blocks are stored once, under an architecture that other programs refuse", async () => {
  const { result, blob } = await converted(await open("hf/mobilellm-sharing"));
  const { metadata } = await readGgufHeader(openReader(blob));
  assert.is(metadata.get("general.architecture"), "mobilellm");
  assert.is(metadata.get("mobilellm.block_count"), 2);
  assert.is(metadata.get("llama.block_count"), undefined);
  assert.equal([...(metadata.get("mobilellm.schedule.blocks") as Int32Array)], [0, 0, 1, 1]);
  assert.is(result.tensors.filter(({ role }) => role === "q_proj").length, 2);
  // And once more, from our own file.
  const again = await converted(result);
  assert.equal([...again.result.blocks], [0, 0, 1, 1]);
});

test("an ordinary mobilellm becomes architecture llama; one with a ReLU does not", async () => {
  const architecture = async (path: string) => {
    const { blob } = await converted(await open(path));
    return (await readGgufHeader(openReader(blob))).metadata.get("general.architecture");
  };
  assert.is(await architecture("hf/mobilellm"), "llama");
  assert.is(await architecture("hf/mobilellm-relu"), "mobilellm");
  assert.is(await architecture("hf/llama-relu"), "mobilellm");
});

for (const name of ["gpt-2", "smollm", "llama-bpe", "qwen2"]) {
  test(`tokenizer.json of kind ${name} becomes what the GGUF of the same vocabulary says`, async () => {
    const tokenizer =
      JSON.parse(readFileSync(join(fixtures, `tokenizers/bpe-${name}.json`), "utf8")).tokenizer ??
      JSON.parse(readFileSync(join(fixtures, `tokenizers/bpe-${name}.json`), "utf8"));
    const bytes = Uint8Array.from(readFileSync(join(fixtures, `gguf/vocabulary-${name}.gguf`)));
    const expected = (await readGgufVocabulary(openReader(new Blob([bytes]))))!;
    const vocabulary = { kind: "tokenizer.json", tokenizer, tokenizerConfig: {}, eosIds: [2] } as const;
    const found = toGguf(vocabulary, expected.tokens.length, "model");
    assert.is(found.pre, expected.pre);
    assert.equal(found.tokens, expected.tokens);
    assert.equal([...found.tokenTypes!], [...expected.tokenTypes!]);
    assert.equal(found.merges, expected.merges);
  });
}

for (const name of ["spm", "spm-user-defined"]) {
  test(`tokenizer.model ${name} becomes what the GGUF of the same vocabulary says`, async () => {
    const model = parseSentencePieceModel(readFileSync(join(fixtures, `tokenizers/${name}.model`)), name);
    const bytes = Uint8Array.from(readFileSync(join(fixtures, `gguf/vocabulary-${name}.gguf`)));
    const expected = (await readGgufVocabulary(openReader(new Blob([bytes]))))!;
    const vocabulary = { kind: "sentencepiece", model, tokenizerConfig: {}, eosIds: [] } as const;
    const found = toGguf(vocabulary, expected.tokens.length, "model");
    assert.equal(found.tokens, expected.tokens);
    assert.equal(found.scores, expected.scores);
    assert.equal([...found.tokenTypes!], [...expected.tokenTypes!]);
    assert.equal([found.bosId, found.eosId, found.unknownId], [expected.bosId, expected.eosId, expected.unknownId]);
  });
}

test("a tokenizer.json that a GGUF cannot express is named", async () => {
  const base = { model: { type: "BPE", vocab: { a: 0 }, merges: [] }, added_tokens: [] };
  const problem = (tokenizer: object) => {
    try {
      toGguf(
        { kind: "tokenizer.json", tokenizer: { ...base, ...tokenizer }, tokenizerConfig: {}, eosIds: [] },
        4,
        "model",
      );
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  assert.match(
    problem({ pre_tokenizer: { type: "Whitespace" } }),
    "it is neither byte-level nor falls back to bytes; put the tokenizer.model beside it",
  );
  assert.match(
    problem({ pre_tokenizer: { type: "Sequence", pretokenizers: [{ type: "Punctuation" }, { type: "ByteLevel" }] } }),
    "has no name in GGUF",
  );
  assert.match(
    problem({ pre_tokenizer: { type: "ByteLevel" }, normalizer: { type: "Lowercase" } }),
    "cannot be written to a GGUF",
  );
  assert.match(problem({ model: { type: "Unigram", vocab: [] } }), 'is "Unigram"; only BPE');
});

test("rows that no token claims are padded as unused", () => {
  const tokenizer = {
    model: { type: "BPE", vocab: { a: 0, b: 1 }, merges: ["a b"] },
    added_tokens: [{ id: 3, content: "<end>", special: true }],
    pre_tokenizer: { type: "ByteLevel" },
  };
  const found = toGguf(
    { kind: "tokenizer.json", tokenizer, tokenizerConfig: { eos_token: { content: "<end>" } }, eosIds: [3, 1] },
    5,
    "model",
  );
  assert.equal(found.tokens, ["a", "b", "[PAD2]", "<end>", "[PAD4]"]);
  assert.equal([...found.tokenTypes!], [1, 1, 5, 3, 5]);
  assert.equal([found.eosId, found.eotId], [3, 1]);
});

test("tensors whose rows are no multiple of 32 stay F16 and are named", async () => {
  const { report } = await converted(await openCheckpoint(folder(tinyFolder())), { type: "q4_0" });
  assert.ok(report.keptF16.includes("blk.0.ffn_down.weight"));
  assert.is(report.keptF16.length, 8);
});

test("values out of a type's range are refused with the tensor's name, and so is NaN", async () => {
  const problem = async (value: number, type: "f16" | "q8_0" | "f32") => {
    const shapes = { ...tinyShapes };
    const bytes = buildSafetensors(layOut(shapes));
    new DataView(bytes.buffer).setFloat32(bytes.length - 4 * 8 - 4 * 16, value, true); // in down_proj
    const files = { ...tinyFolder(), "model.safetensors": bytes };
    return converted(await openCheckpoint(folder(files)), { type }).then(
      () => "",
      (error: Error) => error.message,
    );
  };
  assert.match(
    await problem(1e6, "f16"),
    "tensor model.layers.0.mlp.down_proj.weight has values near 1000000, out of the range of F16",
  );
  for (const type of ["f16", "q8_0", "f32"] as const) {
    for (const value of [Number.NaN, Number.NEGATIVE_INFINITY]) {
      assert.match(
        await problem(value, type),
        /tensor model\.layers\.0\.mlp\.down_proj\.weight holds a weight that is infinite or NaN \(row \d+, column \d+\)/,
        type,
      );
    }
  }
});

test("an unknown type is a RangeError", async () => {
  const attempt = converted(await openCheckpoint(new Blob([buildGguf(tinyGguf())])), { type: "q5_k" as "f32" });
  await attempt.then(
    () => assert.unreachable(),
    (error) => {
      assert.instance(error, RangeError);
      assert.match(error.message, 'type is "q5_k", expected one of f32, f16, bf16, q8_0, q4_0');
    },
  );
});

test("progress reaches the total, and an abort stops", async () => {
  const seen: number[] = [];
  let all = 0;
  await converted(await open("gguf/f16-separate.gguf"), {
    type: "q8_0",
    onProgress: ({ done, total }) => {
      seen.push(done);
      all = total;
    },
  });
  assert.is(seen.at(-1), all);
  assert.equal(
    seen,
    seen.toSorted((a, b) => a - b),
  );
  const controller = new AbortController();
  const attempt = converted(await open("gguf/f16-separate.gguf"), {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error("enough")),
  });
  await attempt.then(
    () => assert.unreachable(),
    (error) => assert.is(error.message, "enough"),
  );
});

test("an interrupted conversion leaves no file behind, a finished one only the file", async () => {
  const folderPath = mkdtempSync(join(tmpdir(), "lanky-convert-"));
  try {
    const path = join(folderPath, "out.gguf");
    await writeFileWhole(path, async (sink) => {
      await sink.write(Uint8Array.of(1, 2, 3));
      throw new Error("interrupted");
    }).then(
      () => assert.unreachable(),
      (error) => assert.is(error.message, "interrupted"),
    );
    assert.equal(readdirSync(folderPath), []);
    const checkpoint = await open("gguf/q8_0-tied.gguf");
    await writeFileWhole(path, async (sink) => {
      await convert(checkpoint, {}, sink).finally(() => checkpoint.close());
      assert.not(readdirSync(folderPath).includes("out.gguf"), "the final name appears only when all is written");
    });
    assert.equal(readdirSync(folderPath), ["out.gguf"]);
    assert.equal(
      await readWhole(await openCheckpoint(openFolder(folderPath))),
      await readWhole(await open("gguf/q8_0-tied.gguf")),
    );
    await writeFileWhole(join(folderPath, "none/out.gguf"), async () => {}).then(
      () => assert.unreachable(),
      (error) => {
        assert.match(error.message, "none/out.gguf: cannot be written: the folder does not exist");
      },
    );
  } finally {
    rmSync(folderPath, { recursive: true });
  }
});

test("the writer's headers are what the reader of headers reads", async () => {
  const { sink, blob } = collect();
  const metadata = new Map([
    ["a.u32", { type: "uint32", value: 0xffffffff }],
    ["a.i32", { type: "int32", value: -5 }],
    ["a.f32", { type: "float32", value: 0.5 }],
    ["a.bool", { type: "bool", value: true }],
    ["a.text", { type: "string", value: "▁é\u0000" }],
    ["a.texts", { type: "strings", value: ["", "b"] }],
    ["a.i32s", { type: "int32s", value: Int32Array.of(-1, 2) }],
    ["a.f32s", { type: "float32s", value: Float32Array.of(0.25) }],
  ] as const);
  const writer = await startGguf(sink, metadata, [
    { name: "x", sizes: [3], type: "F32" },
    { name: "y", sizes: [32, 2], type: "Q4_0" },
  ]);
  await writer.write(new Uint8Array(12).fill(7));
  assert.throws(() => writer.end(), /tensor y was not written/);
  await writer.write(new Uint8Array(18).fill(1));
  await writer.write(new Uint8Array(19)).then(
    () => assert.unreachable(),
    (error) => assert.instance(error, RangeError),
  );
  await writer.write(new Uint8Array(18).fill(2));
  writer.end();
  assert.is(blob().size, writer.size);
  const header = await readGgufHeader(openReader(blob()));
  assert.equal(
    [...header.metadata],
    [...metadata].map(([key, { value }]) => [key, value]),
  );
  assert.equal(header.tensors, [
    { name: "x", sizes: [3], type: 0, offset: 0 },
    { name: "y", sizes: [32, 2], type: 2, offset: 32 },
  ]);
});

test("interleaved rows of a GGUF stay as they are", async () => {
  const parts = tinyGguf();
  const source = await readGguf(openReader(new Blob([buildGguf(parts)])));
  const { result } = await converted(source);
  const rows = async (checkpoint: Checkpoint) => {
    for await (const { info, read } of checkpoint.readTensors()) {
      const bytes = new Uint8Array(4 * info.shape[0] * info.shape[1]);
      if (info.role === "q_proj") {
        await read(bytes);
        return bytes;
      }
    }
    return undefined;
  };
  const original = await readGguf(openReader(new Blob([buildGguf(parts)])));
  assert.equal(await rows(result), await rows(original));
  assert.is(tensorOf(parts, "blk.0.attn_q.weight").type, 0);
});

test.run();
