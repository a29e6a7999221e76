// Sampling at the level of a whole model: what temperature, seed, penalties, biases and stop strings do to a text.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { GenerateOptions, Model } from "../../src/node.js";
import { answersOf, builds, withModel } from "./fixtures.js";

const test = suite("sampling");
const path = "gguf/f32-tied.gguf";
const prompt = answersOf(path).ids.slice(0, 9);

async function say(model: Model, options: GenerateOptions): Promise<{ ids: readonly number[]; text: string }> {
  const generation = model.generate(prompt, { maxTokens: 24, ...options });
  await generation.complete();
  return { ids: generation.ids, text: generation.text };
}

/** What seed 42 says, on every host: a change here changes every text that somebody has reproduced by its seed. */
const committed = [
  227, 52, 352, 388, 140, 63, 66, 39, 156, 3, 321, 296, 113, 379, 215, 361, 217, 240, 8, 343, 85, 413, 62, 215,
];

test("a seed gives the same text again, in every build; another seed another text", async () => {
  for (const build of builds) {
    await withModel(path, { build }, async (model) => {
      const options = { temperature: 0.8, topK: 40, topP: 0.95, minP: 0.02, seed: 42 };
      const once = await say(model, options);
      assert.equal(once.ids, committed);
      assert.equal((await say(model, options)).ids, once.ids);
      assert.not.equal((await say(model, { ...options, seed: 43 })).ids, once.ids);
      const drawn = model.generate(prompt, { maxTokens: 24, temperature: 0.8 });
      await drawn.complete();
      assert.equal(
        (await say(model, { temperature: 0.8, seed: drawn.seed })).ids,
        drawn.ids,
        "the seed that was drawn",
      );
    });
  }
});

test("greedy is what temperature 0, topK 1 and a tiny topP all come to", () =>
  withModel(path, {}, async (model) => {
    const greedy = (await say(model, {})).ids;
    assert.equal((await say(model, { temperature: 0, seed: 7 })).ids, greedy);
    assert.equal((await say(model, { temperature: 1.5, topK: 1, seed: 7 })).ids, greedy);
    assert.equal((await say(model, { temperature: 1.5, topP: 1e-9, seed: 7 })).ids, greedy);
    assert.equal((await say(model, { temperature: 1.5, minP: 1, seed: 7 })).ids, greedy);
  }));

test("log-probabilities are the model's, before temperature and penalties", () =>
  withModel(path, {}, async (model) => {
    const generation = model.generate(prompt, { maxTokens: 10, temperature: 2, seed: 5, presencePenalty: 1 });
    const logprobs: number[] = [];
    for await (const piece of generation) {
      assert.is(piece.index, logprobs.length);
      assert.is(piece.id, generation.ids[piece.index]);
      logprobs.push(piece.logprob);
    }
    const scored = await model.score([...prompt, ...generation.ids]);
    assert.equal(logprobs, scored.logprobs.slice(prompt.length - 1));
  }));

test("penalties drive out repetition", () =>
  withModel(path, {}, async (model) => {
    const distinct = async (options: GenerateOptions) => new Set((await say(model, options)).ids).size;
    const plain = await distinct({});
    assert.ok(plain < 24, "the greedy text repeats itself");
    for (const options of [{ repetitionPenalty: 3 }, { frequencyPenalty: 20 }, { presencePenalty: 20 }])
      assert.ok((await distinct({ ...options, penaltyWindow: -1 })) > plain, JSON.stringify(options));
    assert.is(await distinct({ presencePenalty: 1000, penaltyWindow: -1 }), 24, "and altogether, if strong enough");
  }));

test("a bias rules tokens out, or in", () =>
  withModel(path, {}, async (model) => {
    const { ids } = await say(model, {});
    const without = await say(model, { logitBias: { [ids[0]!]: Number.NEGATIVE_INFINITY } });
    assert.not(without.ids.includes(ids[0]!));
    const only = await say(model, { logitBias: new Map([[77, 1000]]), maxTokens: 5 });
    assert.equal(only.ids, [77, 77, 77, 77, 77]);
  }));

test("a text ends before a stop string, also one that spans tokens", () =>
  withModel("gguf/q8_0-tied.gguf", {}, async (model) => {
    const start = answersOf("gguf/q8_0-tied.gguf").ids.slice(0, 8);
    const whole = model.generate(start, { maxTokens: 24 });
    const pieces: string[] = [];
    for await (const { text } of whole) pieces.push(text);
    assert.is(pieces.join(""), whole.text);
    // Every substring of three characters, most of which begin in one token and end in another.
    const characters = [...whole.text];
    for (let at = 0; at + 3 <= characters.length; at += 2) {
      const stop = characters.slice(at, at + 3).join("");
      const stopped = model.generate(start, { maxTokens: 24, stop: ["never said", stop] });
      let streamed = "";
      for await (const { text } of stopped) {
        streamed += text;
        assert.not(streamed.includes(stop), "nothing of it is shown");
      }
      assert.is(stopped.finishReason, "stop");
      assert.is(streamed, whole.text.slice(0, whole.text.indexOf(stop)));
      assert.is(stopped.text, streamed);
      assert.ok(stopped.ids.length <= whole.ids.length);
    }
    const unmet = model.generate(start, { maxTokens: 24, stop: ["never said"] });
    assert.is(await unmet.complete(), whole.text, "what might have become a stop string is not lost");
    assert.is(unmet.finishReason, "length");
  }));

test("an end-of-text token ends the text and is counted, not shown", () =>
  withModel(path, {}, async (model) => {
    const eos = model.tokenizer.eosIds[0]!;
    const ended = model.generate(prompt, { logitBias: { [eos]: 1000 } });
    assert.is(await ended.complete(), "");
    assert.is(ended.finishReason, "stop");
    assert.equal(ended.ids, [eos]);
  }));

test.run();
