// Every kind of checkpoint, from the committed fixtures: what the config says, which tensors come, and that all sources
// and all formats give the same values.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openReader } from "../../src/formats/byte-reader.js";
import { openCheckpoint } from "../../src/formats/detect.js";
import { readGguf, readGgufVocabulary } from "../../src/formats/gguf.js";
import { readHuggingFace } from "../../src/formats/huggingface.js";
import { readLlama2c } from "../../src/formats/llama2c.js";
import { parseSentencePieceModel } from "../../src/formats/sentencepiece-model.js";
import { find, openFile, openFolder } from "../../src/node/files.js";
import { buildGguf, f32 as f32Pair, folder, pipe, setPair, text, tinyFolder, tinyGguf } from "./build-files.js";
import { readWhole } from "./read-whole.js";

const here = dirname(fileURLToPath(import.meta.url));
const fixtures = join(here, "../fixtures");
const shared = join(here, "../../../shared/models");

function fixture(path: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(join(fixtures, path)));
}

const types: Readonly<Record<string, string>> = {
  bf16: "BF16",
  f16: "F16",
  f32: "F32",
  q4_0: "Q4_0",
  q4_1: "Q4_1",
  q8_0: "Q8_0",
};

for (const file of readdirSync(join(fixtures, "gguf")).filter((name) => /^(b?f|q\d).*\.gguf$/.test(name))) {
  test(`gguf/${file}`, async () => {
    const bytes = fixture(`gguf/${file}`);
    const checkpoint = await readGguf(openReader(new Blob([bytes]), file));
    const { config, tensors, blocks } = checkpoint;
    const expected = JSON.parse(readFileSync(join(fixtures, "gguf", file.replace(".gguf", ".json")), "utf8"));
    const type = types[file.split("-")[0]!];
    assert.is(checkpoint.format, "gguf");
    assert.is(config.model_type, "llama");
    assert.equal(
      [...blocks],
      Array.from({ length: config.num_hidden_layers }, (_, i) => i),
    );
    assert.is(config.tie_word_embeddings, !tensors.some((tensor) => tensor.role === "lm_head"));
    assert.equal(
      [...new Set(tensors.map((tensor) => tensor.type))].filter((name) => name !== "F32" || type === "F32").sort(),
      [...expected.types].sort(),
    );
    const rope = new Set(tensors.filter((tensor) => tensor.rope === "interleaved").map((tensor) => tensor.role));
    assert.equal([...rope].sort(), ["k_proj", "q_proj"]);
    assert.is(checkpoint.vocabulary?.kind, "gguf");
    // A pipe of unknown size, cut anywhere, is the same as the file.
    const values = await readWhole(checkpoint);
    const piped = await readWhole(await readGguf(openReader(pipe(bytes, 1777), file)));
    assert.equal(piped, values);
    assert.is(values.size, tensors.length);
  });
}

for (const name of ["vocabulary-spm", "vocabulary-gpt-2", "vocabulary-llama-bpe"]) {
  test(`gguf/${name}.gguf holds a vocabulary and nothing else`, async () => {
    const vocabulary = await readGgufVocabulary(openReader(new Blob([fixture(`gguf/${name}.gguf`)])));
    assert.is(vocabulary?.model, name === "vocabulary-spm" ? "llama" : "gpt2");
    assert.ok(vocabulary!.tokens.length > 300);
    if (vocabulary?.model === "llama") assert.is(vocabulary.scores?.length, vocabulary.tokens.length);
    else assert.ok(vocabulary!.merges!.length > 100);
  });
}

test("hugging face folders: schedules, sharing, activations, precision", async () => {
  const facts = {
    "llama-relu": { act: "relu", gated: true, tied: true, type: "F16", blocks: [0, 1], vocabulary: "tokenizer.json" },
    "llama-sharded": {
      act: "silu",
      gated: true,
      tied: false,
      type: "F32",
      blocks: [0, 1],
      vocabulary: "tokenizer.json",
    },
    mobilellm: { act: "silu", gated: true, tied: true, type: "BF16", blocks: [0, 1], vocabulary: "sentencepiece" },
    "mobilellm-relu": {
      act: "relu",
      gated: false,
      tied: false,
      type: "F16",
      blocks: [0, 1],
      vocabulary: "sentencepiece",
    },
    "mobilellm-sharing": {
      act: "silu",
      gated: true,
      tied: true,
      type: "F16",
      blocks: [0, 0, 1, 1],
      vocabulary: "sentencepiece",
    },
    "mobilellm-sharing-twin": {
      act: "silu",
      gated: true,
      tied: true,
      type: "F16",
      blocks: [0, 1, 2, 3],
      vocabulary: "sentencepiece",
    },
  };
  for (const [name, expected] of Object.entries(facts)) {
    const checkpoint = await openCheckpoint(openFolder(join(fixtures, "hf", name)));
    const { config, tensors, blocks, vocabulary } = checkpoint;
    const found = {
      act: config.hidden_act,
      gated: config.gated,
      tied: config.tie_word_embeddings,
      type: tensors.find((tensor) => tensor.role === "q_proj")?.type,
      blocks: [...blocks],
      vocabulary: vocabulary?.kind,
    };
    assert.equal(found, expected, name);
    assert.is((await readWhole(checkpoint)).size, tensors.length, name);
  }
});

test("a layer-shared folder holds the blocks of its unshared twin", async () => {
  const sharing = await openCheckpoint(openFolder(join(fixtures, "hf/mobilellm-sharing")));
  const blocks = [...sharing.blocks];
  const values = await readWhole(sharing);
  const twin = await readWhole(await openCheckpoint(openFolder(join(fixtures, "hf/mobilellm-sharing-twin"))));
  for (const [key, tensor] of twin) {
    const [role, layer] = key.split(" ");
    assert.equal(values.get(layer === "-1" ? key : `${role} ${blocks[Number(layer)]}`), tensor, key);
  }
});

test("llama2.c: shared and separate classifier", async () => {
  for (const [name, tied] of [
    ["shared", true],
    ["classifier", false],
  ] as const) {
    const found = await find(join(fixtures, "llama2c", `${name}.bin`));
    if (found.kind !== "file") throw new Error("a file is expected");
    const checkpoint = await openCheckpoint(found.source, { siblings: found.siblings });
    assert.is(checkpoint.format, "llama2.c");
    assert.is(checkpoint.config.tie_word_embeddings, tied);
    if (checkpoint.vocabulary?.kind !== "llama2.c")
      throw new Error("tokenizer.bin was not found beside the checkpoint");
    assert.is(checkpoint.vocabulary.tokens.length, checkpoint.config.vocab_size);
    const values = await readWhole(checkpoint);
    assert.is(values.has("lm_head -1"), !tied);
    const piped = await readWhole(await readLlama2c(openReader(pipe(fixture(`llama2c/${name}.bin`), 999))));
    assert.equal(piped, values);
  }
});

test("llama2.c without a tokenizer has weights and no vocabulary", async () => {
  const checkpoint = await openCheckpoint(new Blob([fixture("llama2c/shared.bin")]));
  assert.is(checkpoint.vocabulary, undefined);
  await checkpoint.close();
});

test("sentencepiece models: pieces, types and flags", () => {
  const model = parseSentencePieceModel(fixture("tokenizers/spm.model"), "spm.model");
  assert.equal(
    model.pieces.slice(0, 4).map(({ piece, type }) => [piece, type]),
    [
      ["<unk>", 2],
      ["<s>", 3],
      ["</s>", 3],
      ["<0x00>", 6],
    ],
  );
  const { unknownId, bosId, eosId, padId, byteFallback, escapeWhitespaces } = model;
  assert.equal(
    { unknownId, bosId, eosId, padId, byteFallback, escapeWhitespaces },
    {
      unknownId: 0,
      bosId: 1,
      eosId: 2,
      padId: -1,
      byteFallback: true,
      escapeWhitespaces: true,
    },
  );
  const custom = parseSentencePieceModel(fixture("tokenizers/spm-user-defined.model"), "spm-user-defined.model");
  assert.ok(custom.pieces.some(({ type }) => type === 4));
});

test("share_embedding wins over tie_word_embeddings, and a spare lm_head is passed over", async () => {
  const mobile = { model_type: "mobilellm", share_embedding: true, tie_word_embeddings: false, layer_sharing: true };
  const checkpoint = await readHuggingFace(folder(tinyFolder(mobile)));
  assert.is(checkpoint.config.tie_word_embeddings, true);
  assert.equal([...checkpoint.blocks], [0, 0]);
});

test("end-of-text ids come from config.json and generation_config.json together", async () => {
  const files = {
    ...tinyFolder({ eos_token_id: 2 }),
    "generation_config.json": { eos_token_id: [2, 3] },
    "tokenizer.json": {},
  };
  const { vocabulary } = await readHuggingFace(folder(files));
  if (vocabulary?.kind !== "tokenizer.json") throw new Error("tokenizer.json was not read");
  assert.equal(vocabulary.eosIds, [2, 3]);
});

test("chat templates: of the config, by name, or in a file, which wins", async () => {
  const read = async (files: object) => (await readHuggingFace(folder({ ...tinyFolder(), ...files }))).chatTemplate;
  assert.is(await read({}), undefined);
  assert.is(await read({ "tokenizer_config.json": { chat_template: "A" } }), "A");
  const named = [
    { name: "tool_use", template: "T" },
    { name: "default", template: "D" },
  ];
  assert.is(await read({ "tokenizer_config.json": { chat_template: named } }), "D");
  assert.is(await read({ "chat_template.json": { chat_template: "J" } }), "J");
  assert.is(await read({ "chat_template.jinja": "F", "tokenizer_config.json": { chat_template: "A" } }), "F");
});

test("RoPE settings: at the top, in rope_parameters, linear scaling", async () => {
  const read = async (fields: object) => {
    const { rope_theta, rope_scale } = (await readHuggingFace(folder(tinyFolder(fields)))).config;
    return [rope_theta, rope_scale];
  };
  assert.equal(await read({}), [10000, 1]);
  assert.equal(await read({ rope_theta: 5e5, rope_scaling: null }), [5e5, 1]);
  assert.equal(await read({ rope_parameters: { rope_type: "default", rope_theta: 1e6 } }), [1e6, 1]);
  assert.equal(await read({ rope_theta: 2e4, rope_scaling: { type: "linear", factor: 4 } }), [2e4, 4]);
});

test("gguf: linear RoPE scaling, and numbers as a person wrote them", async () => {
  const parts = tinyGguf();
  setPair(parts, "llama.rope.scaling.type", text("linear"));
  setPair(parts, "llama.rope.scaling.factor", f32Pair(2.5));
  const { config } = await readGguf(openReader(new Blob([buildGguf(parts)])));
  assert.is(config.rope_scale, 2.5);
  assert.is(config.rms_norm_eps, 1e-5);
});

test("weights can be read once, and a tensor only until the next", async () => {
  const checkpoint = await openCheckpoint(new Blob([buildGguf(tinyGguf())]));
  const tensors = checkpoint.readTensors();
  assert.throws(() => checkpoint.readTensors(), /were read already; open the checkpoint again/);
  const first = (await tensors.next()).value!;
  await first.read(new Uint8Array(100));
  await first.read(new Uint8Array(29)).then(
    () => assert.unreachable(),
    (error) => {
      assert.instance(error, RangeError);
      assert.match(error.message, "read of 29 bytes, tensor token_embd.weight has 28 left");
    },
  );
  const second = (await tensors.next()).value!;
  assert.is(second.info.name, "blk.0.attn_norm.weight");
  await first.read(new Uint8Array(1)).then(
    () => assert.unreachable(),
    (error) => assert.match(error.message, "has passed by"),
  );
  const target = new Uint8Array(8);
  await second.read(target);
  assert.equal([...new Float32Array(target.buffer)], [-16 / 64, -15 / 64]);
  await checkpoint.close();
});

test("paths that are wrong say what is wrong", async () => {
  const problem = async (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => "",
      (error: Error) => error.message,
    );
  const absent = join(here, "no-such-model.gguf");
  assert.is(await problem(find(absent)), `${absent}: does not exist; check the path`);
  assert.is(
    await problem(find(join(fileURLToPath(import.meta.url), "x"))),
    `${join(fileURLToPath(import.meta.url), "x")}: does not exist; a part of the path is no folder`,
  );
  assert.is(await problem(openFile(here)), `${here}: is a folder, expected a file`);
  assert.is(
    await problem(openCheckpoint(openFolder(here))),
    `${here}: has neither a config.json, nor a .gguf file, nor the manifest.json of a model in parts; it is no folder of a model`,
  );
});

const stories = join(shared, "stories260K");
const otherModels = existsSync(stories) ? test : test.skip;

otherModels(
  "a trained checkpoint in three formats has the same weights in each (needs ../shared, skipped without)",
  async () => {
    const paths = ["hf", "stories260K.gguf", "stories260K.bin"].map((name) => join(stories, name));
    const [first, ...others] = await Promise.all(
      paths.map(async (path) => {
        const found = await find(path);
        const checkpoint =
          found.kind === "folder"
            ? await openCheckpoint(found.files)
            : await openCheckpoint(found.source, { siblings: found.siblings });
        return { config: checkpoint.config, values: await readWhole(checkpoint) };
      }),
    );
    for (const { config, values } of others) {
      assert.equal(config, first!.config);
      assert.is(values.size, first!.values.size);
      for (const [key, tensor] of values) assert.equal(tensor, first!.values.get(key), key);
    }
  },
);

test.run();
