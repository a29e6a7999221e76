// What a program may do wrong, and files that are bad: each is refused with the option, the id or the tensor named, and
// nothing is left behind.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  CheckpointError,
  describeModel,
  type GenerateOptions,
  type LoadOptions,
  loadModel,
  Model,
  openModel,
} from "../../src/node.js";
import { answersOf, fixtureBytes, fixturePath, withModel } from "./fixtures.js";
import { rejects, throws } from "./rejects.js";

const test = suite("refusals");
const path = "gguf/f32-tied.gguf";
const prompt = answersOf(path).ids.slice(0, 5);

const generateOptions: readonly [options: object, kind: typeof RangeError | typeof TypeError, message: RegExp][] = [
  [{ maxTokens: -1 }, RangeError, /maxTokens: -1/],
  [{ maxTokens: 1.5 }, RangeError, /maxTokens: 1.5/],
  [{ maxTokens: Number.NaN }, RangeError, /maxTokens: NaN/],
  [{ temperature: -0.1 }, RangeError, /temperature.*-0.1/],
  [{ temperature: Number.NaN }, RangeError, /temperature.*NaN/],
  [{ temperature: "warm" }, TypeError, /temperature/],
  [{ topK: -1 }, RangeError, /topK.*-1/],
  [{ topK: 2.5 }, RangeError, /topK.*2.5/],
  [{ topP: 1.5 }, RangeError, /topP.*1.5/],
  [{ minP: -1 }, RangeError, /minP.*-1/],
  [{ repetitionPenalty: 0 }, RangeError, /repetitionPenalty.*0/],
  [{ frequencyPenalty: Number.POSITIVE_INFINITY }, RangeError, /frequencyPenalty.*Infinity/],
  [{ presencePenalty: Number.NaN }, RangeError, /presencePenalty.*NaN/],
  [{ penaltyWindow: -2 }, RangeError, /penaltyWindow.*-2/],
  [{ seed: -1 }, RangeError, /seed.*-1/],
  [{ seed: 0.5 }, RangeError, /seed.*0.5/],
  [{ logitBias: { 3: Number.NaN } }, RangeError, /logitBias.*NaN/],
  [{ logitBias: { [-3]: 1 } }, RangeError, /logitBias.*-3/],
  [{ stop: [""] }, RangeError, /stop/],
  [{ stop: [5] }, TypeError, /stop/],
];

for (const [options, kind, message] of generateOptions) {
  test(`generate with ${Object.entries(options).map(([key, value]) => `${key} ${JSON.stringify(value)}`)}`, () =>
    withModel(path, {}, (model) => {
      throws(() => model.generate(prompt, options as GenerateOptions), kind, message);
    }));
}

test("evaluate with a place for logits that is none, or not as long as the vocabulary", () =>
  withModel(path, {}, async (model) => {
    const session = model.createSession();
    const into = new Float32Array(model.config.vocab_size - 1);
    await rejects(session.evaluate(prompt, { into }), RangeError, new RegExp(`into: ${into.length} numbers`));
    await rejects(session.evaluate(prompt, { into: [] as never }), TypeError, /into: expected a Float32Array/);
    assert.is(session.length, 0);
  }));

const loadOptions: readonly [options: object, message: RegExp][] = [
  [{ contextLength: 0 }, /context length 0: expected 1 to 256/],
  [{ contextLength: 257 }, /context length 257: expected 1 to 256/],
  [{ contextLength: 10.5 }, /context length 10.5/],
  [{ weights: "int3" }, /weights: int3; expected file, f32, f16, bf16, int8, int4/],
  [{ weights: "constructor" }, /weights: constructor; expected/],
  [{ kv: "int8" }, /kv: int8; expected f32 or f16/],
  [{ build: "fast" }, /build: fast; expected simd or relaxed/],
  [{ threads: -1 }, /threads: -1/],
  [{ threads: 1000 }, /threads: 1000/],
];

for (const [options, message] of loadOptions) {
  test(`load with ${Object.entries(options)}`, async () => {
    await rejects(loadModel(fixturePath(path), options as LoadOptions), RangeError, message);
  });
}

test("prompts: empty, outside the vocabulary, of a wrong kind", () =>
  withModel(path, {}, async (model) => {
    throws(() => model.generate([]), RangeError, /the prompt is empty/);
    throws(() => model.generate("", { raw: true }), RangeError, /the prompt is empty/);
    assert.equal(model.generate("", { maxTokens: 1 }).promptIds, [model.tokenizer.bosId], "the model adds BOS");
    for (const id of [-1, 419, 1.5, Number.NaN, 2 ** 32]) {
      const message = new RegExp(`token id ${id}: the vocabulary has 0 to 418`);
      throws(() => model.generate([5, id]), RangeError, message);
      await rejects(model.score([5, id]), RangeError, message);
      await rejects(model.createSession().evaluate([id]), RangeError, message);
    }
    await rejects(model.score([5]), RangeError, /at least two tokens are needed, not 1/);
    await rejects(model.score(""), RangeError, /at least two tokens are needed, not 1/);
    throws(() => model.generate(prompt, { logitBias: { 3: "much" } as never }), TypeError, /logitBias/);
  }));

test("a model that no memory can hold is refused before any is reserved", async () => {
  const checkpoint = await openModel(fixturePath(path));
  await checkpoint.close();
  const huge = {
    ...checkpoint,
    config: { ...checkpoint.config, hidden_size: 2 ** 16, intermediate_size: 2 ** 18, head_dim: 2 ** 14 },
    readTensors: () => assert.unreachable("its tensors were read") as never,
  };
  const compileKernels = () => assert.unreachable("kernels were compiled") as never;
  const message = /the model needs \d+ MB .*WebAssembly addresses 4096 MB; /;
  throws(() => describeModel(huge), RangeError, /WebAssembly addresses 4096 MB; no type .* choose a smaller model$/);
  await rejects(Model.load(huge, { compileKernels }), RangeError, message);
  const long = { ...checkpoint, config: { ...checkpoint.config, max_position_embeddings: 2 ** 24 } };
  throws(
    () => describeModel(long, { contextLength: 2 ** 24 }),
    RangeError,
    /WebAssembly addresses 4096 MB; what fits: a context of \d+, with kv f16 a context of \d+/,
  );
});

/** Where a type's number that must be finite lies in a block, and how many bytes a block has; an infinity and a NaN of it. */
const scales = {
  F32: { bytes: 4, at: [0], bad: [0x7f800000, 0xff800000, 0x7fc00000], size: 4 },
  F16: { bytes: 2, at: [0], bad: [0x7c00, 0xfc00, 0x7e01], size: 2 },
  BF16: { bytes: 2, at: [0], bad: [0x7f80, 0xff80, 0x7fc1], size: 2 },
  Q8_0: { bytes: 34, at: [0], bad: [0x7c00, 0x7e00], size: 2 },
  Q4_0: { bytes: 18, at: [0], bad: [0x7c00, 0xfe00], size: 2 },
  Q4_1: { bytes: 20, at: [0, 2], bad: [0x7c00, 0x7e00], size: 2 },
} as const;

for (const file of ["f32-tied", "f16-separate", "bf16-tied", "q8_0-tied", "q4_0-separate", "q4_1-tied"]) {
  test(`${file}: an infinite or NaN weight is refused with its tensor's name`, async () => {
    const source = `gguf/${file}.gguf`;
    const checkpoint = await openModel(fixturePath(source));
    await checkpoint.close();
    const bytes = fixtureBytes(source);
    const end = bytes.length;
    // Tensors lie at the end of the file, each padded to 32 bytes, in the order in which the checkpoint lists them.
    const sizes = checkpoint.tensors.map(({ type, shape }) => {
      const elements = type.startsWith("Q") ? 32 : 1;
      return (shape[0] * shape[1] * scales[type].bytes) / elements;
    });
    let offset = end - sizes.reduce((sum, size) => sum + Math.ceil(size / 32) * 32, 0);
    for (const [i, { name, type }] of checkpoint.tensors.entries()) {
      const { at, bad, size, bytes: block } = scales[type];
      const last = Math.floor(sizes[i]! / block) - 1;
      const which = i % 2 === 0 ? last : Math.floor(last / 2);
      const value = bad[i % bad.length]!;
      const place = offset + which * block + at[i % at.length]!;
      const broken = bytes.slice();
      const view = new DataView(broken.buffer);
      if (size === 4) view.setUint32(place, value, true);
      else view.setUint16(place, value, true);
      for (const options of [{}, { weights: i % 3 === 0 ? "f32" : "int4" }] as const) {
        const loading = loadModel(new Blob([broken]), options);
        await rejects(
          loading,
          CheckpointError,
          new RegExp(`tensor ${name.replaceAll(".", "\\.")} holds .*infinite or NaN`),
        );
      }
      offset += Math.ceil(sizes[i]! / 32) * 32;
    }
  });
}

test("weights too large for the sums they make are told from numbers", async () => {
  const bytes = fixtureBytes(path);
  const view = new DataView(bytes.buffer);
  for (let at = bytes.length - 60000; at < bytes.length; at += 4) view.setFloat32(at - (at % 4), 3e38, true);
  const model = await loadModel(new Blob([bytes]));
  await rejects(model.score(prompt), CheckpointError, /made logits that are .* its weights are damaged/);
  await rejects(model.generate(prompt).complete(), CheckpointError, /made logits that are/);
  await model.dispose();
});

test("without a tokenizer ids go on working, and text says what is missing", async () => {
  const model = await loadModel(new Blob([fixtureBytes("llama2c/shared.bin")]));
  const { ids, reference_greedy } = answersOf("llama2c/shared.bin");
  assert.is(model.hasTokenizer, false);
  const missing = /has no tokenizer beside it; give token ids instead of text, or add its tokenizer file/;
  throws(() => model.tokenizer, CheckpointError, missing);
  throws(() => model.generate("Once"), CheckpointError, missing);
  await rejects(model.score("Once"), CheckpointError, missing);
  throws(() => model.createSession().chat([{ role: "user", content: "Hi" }]), CheckpointError, missing);
  throws(() => model.generate([5], { stop: ["x"] }), RangeError, /no tokenizer, so no text to stop at/);
  const generation = model.generate(reference_greedy.prompt_ids, { maxTokens: 5 });
  assert.is(await generation.complete(), "");
  assert.equal(generation.ids, reference_greedy.ids.slice(0, 5));
  assert.is((await model.score(ids)).logprobs.length, ids.length - 1);
  await model.dispose();
});

test("a tokenizer of another model is refused", async () => {
  const checkpoint = await openModel(fixturePath("gguf/q4_1-with-q8_0.gguf")); // 481 tokens
  const other = await openModel(fixturePath(path)); // 419
  await checkpoint.close();
  const mixed = { ...other, vocabulary: checkpoint.vocabulary };
  const compileKernels = () => assert.unreachable("kernels were compiled") as never;
  const message = /tokenizer has 481 tokens, the embedding table 419; they belong to different models/;
  await rejects(Model.load(mixed, { compileKernels }), CheckpointError, message);
});

test.run();
