// Constrained generation with whole models: a model that knows nothing writes what parses and is valid, sampled at any
// temperature; and a generation without a constraint is what it was.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { writeRandomModel } from "../../bench/random-model.js";
import type { ModelConfig } from "../../src/checkpoint.js";
import {
  apiCallSchema,
  type GenerateOptions,
  type JsonSchema,
  loadModel,
  type Model,
  parseApiCall,
  schemaToGrammar,
} from "../../src/node.js";
import { accepts, automatonOf, automatonOfSchema, stateAfter } from "../text/grammar/accepting.js";
import { fixtureBytes, withModel } from "./fixtures.js";
import { throws } from "./rejects.js";

const test = suite("constrained generation");

/** As small as a model can be: what is tested is what is chosen, not how. */
const config: ModelConfig = {
  model_type: "llama",
  hidden_size: 32,
  intermediate_size: 32,
  num_hidden_layers: 1,
  num_attention_heads: 1,
  num_key_value_heads: 1,
  head_dim: 32,
  vocab_size: 400,
  max_position_embeddings: 256,
  rms_norm_eps: 1e-5,
  rope_theta: 10000,
  rope_scale: 1,
  hidden_act: "silu",
  gated: true,
  tie_word_embeddings: true,
};
const folder = mkdtempSync(join(tmpdir(), "lanky-constrained-"));
const path = join(folder, "tiny.gguf");
await writeRandomModel(path, config, "f32", { seed: 3 });
test.after(() => rmSync(folder, { recursive: true }));

const word = { type: "string", maxLength: 5 };
const schemas: readonly JsonSchema[] = [
  { enum: ["on", "off", null, 17, [1, { a: "é" }]] },
  { type: "integer", minimum: -40, maximum: 1300 },
  { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
  { type: ["string", "null", "boolean"], minLength: 1, maxLength: 3 },
  { type: "array", items: { type: "integer", minimum: 0, maximum: 9 }, minItems: 1, maxItems: 4 },
  {
    type: "object",
    properties: { a: { type: "integer", minimum: 0, maximum: 99 }, é: word, c: { type: "null" } },
    required: ["c"],
    additionalProperties: false,
  },
  {
    anyOf: ["on", "off"].map((api) => ({
      type: "object",
      properties: { api: { const: api }, in: { type: "string", enum: ["1m", "2h"] } },
      required: ["api"],
      additionalProperties: false,
    })),
  },
  {
    $defs: {
      tree: {
        anyOf: [{ type: "null" }, { type: "array", items: { $ref: "#/$defs/tree" }, maxItems: 2 }],
      },
    },
    $ref: "#/$defs/tree",
  },
  { type: "string", format: "date" },
  { type: "number", minimum: -1, maximum: 3 },
];
const ajv = new Ajv2020({ strict: false, logger: false, formats: { date: /^\d{4}-\d\d-\d\d$/ } });
const automata = schemas.map(automatonOfSchema);
const validators = schemas.map((schema) => ajv.compile(schema as object));

/** Draws of each schema in turn until `times` texts have come to their end; returns how many were cut before. */
async function sampleAll(model: Model, prompt: string | readonly number[], times: number): Promise<number> {
  const session = model.createSession();
  let cut = 0;
  for (let ended = 0; ended < times; ) {
    const seed = ended + cut;
    const which = seed % schemas.length;
    session.reset();
    const generation = session.generate(prompt, {
      schema: schemas[which]!,
      temperature: 2,
      seed,
      maxTokens: 60,
      ...(seed % 3 === 0 && { topP: 0.9, topK: 50 }),
    });
    const text = await generation.complete();
    if (generation.finishReason === "length") {
      cut++;
      assert.ok(cut < times, `${cut} texts were cut, ${ended} ended`);
      // Its last character may be cut as well, which a text shows as U+FFFD.
      const whole = text.replace(/\ufffd$/, "");
      assert.not.equal(stateAfter(automata[which]!, whole), 0, `${text} with seed ${seed} is no beginning`);
      continue;
    }
    ended++;
    const validate = validators[which]!;
    assert.ok(validate(JSON.parse(text)), `${text} with seed ${seed}: ${ajv.errorsText(validate.errors)}`);
    if (which === 8) assert.is(new Date(JSON.parse(text)).toISOString().slice(0, 10), JSON.parse(text));
  }
  session.dispose();
  return cut;
}

test("10,000 samples of a random model at temperature 2 parse and are valid, and what is cut is a beginning", async () => {
  const model = await loadModel(path, { threads: 0 });
  let cut = await sampleAll(model, "ab", 8000);
  await model.dispose();
  for (const fixture of ["hf/llama-relu", "gguf/f32-tied.gguf"])
    cut += await withModel(fixture, { threads: 0 }, (other) => sampleAll(other, [5], 1000));
  console.log(`10000 samples came to their end; ${cut} more were cut after 60 tokens`);
  assert.ok(cut > 0, "some were cut");
});

test("a text that is cut is the beginning of a valid one, and says so", async () => {
  const model = await loadModel(path, { threads: 0 });
  const options: GenerateOptions = { schema: { type: "array", items: { const: 5 }, minItems: 50, maxItems: 50 } };
  const cut = model.generate("ab", { ...options, maxTokens: 20 });
  await cut.complete();
  assert.is(cut.finishReason, "length");
  assert.match(cut.text, /^\[5(,5)*,?$/);
  const whole = model.generate("ab", options);
  assert.equal(JSON.parse(await whole.complete()), new Array(50).fill(5));
  assert.is(whole.finishReason, "stop");
  const exact = model.generate("ab", { ...options, maxTokens: whole.ids.length });
  assert.is(await exact.complete(), whole.text);
  assert.is(exact.finishReason, "stop", "its last token ends it, whatever maxTokens says");
  await model.dispose();
});

test("a grammar ends a text where it can go no further, and lets the model end it where it may", async () => {
  const model = await loadModel(path, { threads: 0 });
  const { eosIds } = model.tokenizer;
  const fixed = model.generate("ab", { grammar: 'root ::= "{\\"x\\":1}" "\\n" "done"' });
  assert.is(await fixed.complete(), '{"x":1}\ndone');
  assert.is(fixed.finishReason, "stop");
  assert.not(
    fixed.ids.some((id) => eosIds.includes(id)),
    "no end token is needed",
  );
  const mayEnd = { grammar: 'root ::= "x"{3} [a-z]*', logitBias: { [eosIds[0]!]: 100 } };
  const ended = model.generate("ab", mayEnd);
  assert.match(await ended.complete(), /^x{3}[a-z]*$/);
  assert.is(ended.ids.at(-1), eosIds[0], "the end is chosen, but not before the third x");
  const nothing = model.generate("ab", { grammar: 'root ::= ""' });
  assert.is(await nothing.complete(), "");
  assert.is(nothing.finishReason, "stop");
  assert.equal(nothing.ids, []);
  await model.dispose();
});

test("every answer that the embedded model may give can be written under the schema of its calls", () => {
  const grammar = `root ::= call "\\n" [^\\n]+\n${schemaToGrammar(apiCallSchema, { root: "call" })}`;
  const automaton = automatonOf(grammar);
  for (const [call, fits] of [
    ['{"api":"set_alarm","arguments":{"time":"18:15"}}', true],
    ['{"api":"set_alarm","arguments":{"time":"18:15","day":"sunday"}}', true],
    ['{"api":"set_timer","arguments":{"duration":"1h30m"}}', true],
    ['{"api":"send_message","arguments":{"contact":"zoë","text":"i\'m \\"late\\""}}', true],
    ['{"api":"set_thermostat","arguments":{"degrees":21.5}}', true],
    ['{"api":"set_volume","arguments":{"level":100}}', true],
    ['{"api":"none","arguments":{}}', true],
    ['{"api":"set_volume","arguments":{"level":101}}', false],
    ['{"api":"set_alarm","arguments":{}}', false],
    ['{"api":"set_alarm","arguments":{"time":"24:15"}}', false],
    ['{"api":"set_alarm","arguments":{"day":"sunday","time":"18:15"}}', false],
    ['{"api":"fly","arguments":{}}', false],
  ] as const) {
    assert.is(accepts(automaton, `${call}\nDone.`), fits, call);
    assert.is(parseApiCall(`${call}\nDone.`).api !== undefined, fits || call.includes('"day":"sunday","time"'), call);
  }
});

test("a schema goes before free text", async () => {
  const model = await loadModel(path, { threads: 0 });
  const call = schemaToGrammar({ properties: { api: { enum: ["a", "b"] } }, required: ["api"] }, { root: "call" });
  const text = await model
    .generate("ab", { grammar: `root ::= call "\\n" [a-z ]{1,20}\n${call}`, temperature: 2, seed: 1 })
    .complete();
  assert.match(text, /^\{"api":"[ab]"\}\n[a-z ]{1,20}$/);
  await model.dispose();
});

test("the same seed gives the same text, whatever was generated before", async () => {
  const model = await loadModel(path, { threads: 0 });
  const options = { schema: { type: "object" }, temperature: 1.5, maxTokens: 40, seed: 9 };
  const first = model.generate("ab", options);
  await first.complete();
  await model.generate("ab", { ...options, seed: 10 }).complete();
  const again = model.generate("ab", options);
  await again.complete();
  assert.equal(again.ids, first.ids);
  const fresh = await loadModel(path, { threads: 0 });
  const anew = fresh.generate("ab", options);
  await anew.complete();
  assert.equal(anew.ids, first.ids, "with nothing in any cache");
  await fresh.dispose();
  await model.dispose();
});

test("log-probabilities stay the model's own, and any text may be written as it would be without a grammar", async () => {
  const model = await loadModel(path, { threads: 0 });
  const options: GenerateOptions = { temperature: 1, seed: 4, maxTokens: 30 };
  const run = async (more: GenerateOptions) => {
    const generation = model.generate("ab", { ...options, ...more });
    const pieces = [];
    for await (const piece of generation) pieces.push(piece);
    return { pieces, ids: [...generation.ids], text: generation.text, reason: generation.finishReason };
  };
  const free = await run({});
  // Bytes of 80 and above that make no character are all that this grammar does not allow.
  const ascii = await run({
    logitBias: Object.fromEntries(Array.from({ length: 128 }, (_, i) => [131 + i, -Infinity])),
  });
  const held = await run({
    grammar: "root ::= [\\x00-\\x7f]*",
    logitBias: Object.fromEntries(Array.from({ length: 128 }, (_, i) => [131 + i, -Infinity])),
  });
  assert.not.ok(
    ascii.ids.includes(0) || ascii.ids.includes(1),
    "no special token was drawn, which a grammar rules out",
  );
  assert.equal(held, ascii);
  assert.equal(await run({}), free);
  const scored = await model.score([...model.tokenizer.encode("ab", { addSpecial: true }), ...held.ids]);
  assert.equal(
    held.pieces.map(({ logprob }) => logprob),
    scored.logprobs.slice(-held.ids.length),
  );
  await model.dispose();
});

test("a conversation may be held to a schema, turn by turn", () =>
  withModel("hf/llama-relu", {}, async (model) => {
    const session = model.createSession();
    const messages = [{ role: "user", content: "Set an alarm at 7:30" }];
    const first = session.chat(messages, { schema: { enum: ["yes", "no"] } });
    const answer = await first.complete();
    assert.ok(["yes", "no"].includes(JSON.parse(answer)), answer);
    const next = [...messages, { role: "assistant", content: answer }, { role: "user", content: "Thanks" }];
    const second = session.chat(next, { grammar: 'root ::= "You are " ("welcome" | "wrong") "."' });
    assert.match(await second.complete(), /^You are (welcome|wrong)\.$/);
    assert.ok(second.timings.promptN < second.promptIds.length, "the first turn is not evaluated again");
    const free = session.chat(next, { maxTokens: 8 });
    await free.complete();
    const anew = model.createSession().chat(next, { maxTokens: 8 });
    await anew.complete();
    assert.equal(free.ids, anew.ids, "a turn without a schema is free again");
  }));

test("mistakes are told when the generation is asked for", () =>
  withModel("hf/llama-relu", {}, (model) => {
    const ask = (options: object) => () => model.generate("ab", options as GenerateOptions);
    throws(ask({ schema: {}, grammar: "" }), RangeError, /schema and grammar exclude each other/);
    throws(ask({ schema: "{}" }), TypeError, /schema: expected a JSON Schema, an object, not string/);
    throws(ask({ grammar: {} }), TypeError, /grammar: expected a text in GBNF, not object/);
    throws(ask({ schema: { not: {} } }), RangeError, /schema: #: "not" is not supported/);
    throws(ask({ grammar: "root ::= x" }), RangeError, /grammar, line 1, column 10: there is no rule named x/);
    throws(() => model.createSession().chat([{ role: "user", content: "x" }], { grammar: "x" }), RangeError, /line 1/);
  }));

test("a model without a tokenizer has no text to hold to anything", async () => {
  const model = await loadModel(new Blob([fixtureBytes("llama2c/shared.bin")]));
  throws(() => model.generate([5], { schema: {} }), RangeError, /no tokenizer, so no text to hold to them/);
  await model.dispose();
});

test.run();
