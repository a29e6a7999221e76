// stories260K, a trained model in three formats: GGUF, llama2.c and a Hugging Face folder say the same, bit for bit, and
// what llama.cpp and llama2.c say.

import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { loadModel, type Model } from "../../src/node.js";
import { distance } from "./fixtures.js";
import { readShared, sharedModel } from "./shared-models.js";

interface Case {
  readonly prompt: string;
  readonly prompt_ids: readonly number[];
  readonly greedy_ids: readonly number[];
  readonly greedy_text: string;
  readonly logprobs_of_first_20_continuations: readonly number[];
}

// The same log-probabilities in float64 (numpy, from the f32 weights, f32 cache): what an exact engine answers.
const float64 = [
  [
    -0.031703, -0.068424, -0.015955, -0.000784, -0.493979, -0.445867, -0.004891, -0.000658, -0.018789, -0.0766,
    -0.070321, -0.103418, -0.232762, -0.000419, -0.082697, -0.532135, -0.891951, -0.001983, -0.000318, -4.4e-5,
  ],
  [
    -0.282959, -0.001371, -0.944145, -0.00491, -0.555349, -0.02825, -0.70179, -0.019426, -0.002154, -0.310746,
    -0.113284, -1.155136, -0.118604, -0.025302, -0.963095, -1.26767, -0.701323, -0.568834, -0.387779, -0.00432,
  ],
];

const test = suite("stories260K");
const folder = sharedModel("stories260K");

async function withStories<T>(file: string, use: (model: Model) => Promise<T>): Promise<T> {
  const model = await loadModel(join(folder!, file));
  try {
    return await use(model);
  } finally {
    await model.dispose();
  }
}

if (folder !== undefined) {
  const { cases } = readShared("stories260K/expected.json") as { cases: Case[] };

  for (const file of ["stories260K.gguf", "stories260K.bin", "hf"]) {
    test(`${file}: prompts are read, continued and told as llama.cpp does it`, () =>
      withStories(file, async (model) => {
        for (const [i, { prompt, prompt_ids, greedy_ids, greedy_text, ...answer }] of cases.entries()) {
          const generation = model.generate(prompt, { maxTokens: greedy_ids.length });
          const logprobs: number[] = [];
          let streamed = "";
          for await (const piece of generation) {
            logprobs.push(piece.logprob);
            streamed += piece.text;
          }
          assert.equal(generation.promptIds, prompt_ids);
          assert.equal(generation.ids, greedy_ids);
          // expected.json has the text as a decoder gives it that knows no prompt: without the first token's space.
          assert.is(streamed, generation.text);
          assert.is(generation.text.trimStart(), greedy_text);
          assert.is(model.tokenizer.decode(generation.ids), greedy_text);
          const first = logprobs.slice(0, 20);
          assert.ok(distance(first, float64[i]!).max < 2e-5, "each as in float64");
          // llama.cpp's numbers, which fit an f16 cache, are 1.2e-4 and 4.7e-4 away from float64 on average, and
          // 0.0025 at most.
          const { mean, max } = distance(first, answer.logprobs_of_first_20_continuations);
          assert.ok(mean < 1e-3 && max < 3e-3, `mean ${mean}, largest ${max}`);
        }
      }));
  }

  test("the three formats give the same bits", async () => {
    const [{ prompt_ids, greedy_ids }] = cases as [Case];
    const ids = [...prompt_ids, ...greedy_ids];
    const score = (file: string) => withStories(file, async (model) => (await model.score(ids)).logprobs);
    const gguf = await score("stories260K.gguf");
    assert.equal(await score("stories260K.bin"), gguf, "llama2.c");
    assert.equal(await score("hf"), gguf, "Hugging Face");
  });
}

const sharing = sharedModel("mobilellm-ls-tiny");

if (sharing !== undefined) {
  test("a MobileLLM-LS folder equals its unshared twin in a GGUF, and transformers' answer", async () => {
    const { ids, logprobs, schedule } = readShared("mobilellm-ls-tiny/expected.json") as {
      ids: number[];
      logprobs: number[];
      schedule: number[];
    };
    const found: (readonly number[])[] = [];
    for (const path of [sharing, join(sharing, "unshared-twin.gguf")]) {
      const model = await loadModel(path);
      if (path === sharing) assert.equal([...model.schedule.blocks], schedule);
      found.push((await model.score(ids)).logprobs);
      await model.dispose();
    }
    assert.equal(found[0], found[1]);
    const { max } = distance(found[0]!, logprobs);
    assert.ok(max < 5e-5, `${max}`);
  });
}

test.run();
