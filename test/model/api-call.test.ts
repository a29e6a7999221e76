// What a program makes of the embedded model's answers: a call it can dispatch on, or a reason why there is none. Nothing
// that does not fit the table gets through.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { writeRandomModel } from "../../bench/random-model.js";
import {
  type ApiName,
  type ArgumentKind,
  apiAnswerGrammar,
  apiCallSchema,
  apiFunctions,
  argumentKinds,
  loadModel,
  parseApiCall,
} from "../../src/node.js";
import { withModel } from "./fixtures.js";

const test = suite("API calls");

const two = (n: number) => String(n).padStart(2, "0");

/** Values that each kind of argument takes. */
const values: Readonly<Record<ArgumentKind, fc.Arbitrary<string | number>>> = {
  name: fc.string({ minLength: 1, maxLength: 10, unit: "grapheme" }),
  text: fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
  time: fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${two(h)}:${two(m)}`),
  day: fc.constantFrom(...argumentKinds.day.schema.enum),
  duration: fc
    .tuple(fc.nat(12), fc.nat(59), fc.nat(59))
    .filter(([h, m, s]) => h + m + s > 0)
    .map(([h, m, s]) => `${h ? `${h}h` : ""}${m ? `${m}m` : ""}${s ? `${s}s` : ""}`),
  percent: fc.nat(100),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0), // JSON has no -0
  state: fc.constantFrom("on", "off"),
};

interface Made {
  readonly api: ApiName;
  readonly given: Readonly<Record<string, string | number>>;
}

/** Any call of the table: required arguments, and some of the optional ones. */
const calls: fc.Arbitrary<Made> = fc
  .constantFrom(...(Object.keys(apiFunctions) as ApiName[]))
  .chain((api) =>
    fc
      .record(
        Object.fromEntries(
          Object.entries(apiFunctions[api]).map(([name, { kind }]) => [name, values[kind as ArgumentKind]]),
        ),
        { requiredKeys: Object.entries(apiFunctions[api]).flatMap(([name, { optional }]) => (optional ? [] : [name])) },
      )
      .map((given) => ({ api, given: { ...given } as Made["given"] })),
  );

const line = ({ api, given }: Made) => JSON.stringify({ api, arguments: given });

/** What is the matter with a text that holds no call. */
function problem(text: string): string {
  const parsed = parseApiCall(text);
  assert.is(parsed.api, undefined, text);
  assert.is(parsed.arguments, undefined);
  assert.is(parsed.reply, text, "nothing of it is lost");
  return parsed.api === undefined ? parsed.problem : "";
}

test("an answer is a call and a reply", () => {
  const text = '{"api":"set_alarm","arguments":{"time":"07:30","day":"sunday"}}\nSure! Your alarm is set.';
  const parsed = parseApiCall(text);
  assert.equal(parsed, {
    api: "set_alarm",
    arguments: { time: "07:30", day: "sunday" },
    reply: "Sure! Your alarm is set.",
  });
  // The types know which arguments there are.
  if (parsed.api === "set_alarm") assert.is(parsed.arguments.time.length + (parsed.arguments.day?.length ?? 0), 11);
});

test("every call of the table is read back, whatever its reply", () => {
  fc.assert(
    fc.property(calls, fc.string({ unit: "grapheme" }), (call, reply) => {
      const parsed = parseApiCall(`${line(call)}\n${reply}`);
      assert.equal(parsed, { api: call.api, arguments: call.given, reply: reply.trim() });
      assert.is(parseApiCall(line(call)).reply, "", "a call without a reply");
      const turned = JSON.stringify({
        arguments: Object.fromEntries(Object.entries(call.given).reverse()),
        api: call.api,
      });
      assert.equal(parseApiCall(turned), parseApiCall(line(call)), "in any order");
    }),
  );
});

test("no text makes it throw, and no text that is cut off is a call", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseApiCall(text)));
  fc.assert(fc.property(fc.json(), (text) => void problem(text)));
  fc.assert(
    fc.property(calls, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (call, share) => {
      const whole = line(call);
      problem(whole.slice(0, Math.floor(share * whole.length)));
    }),
  );
});

test("a call with one argument too many, too few or of another kind is none", () => {
  fc.assert(
    fc.property(calls, fc.string(), fc.jsonValue(), (call, name, value) => {
      if (!Object.hasOwn(apiFunctions[call.api], name))
        assert.match(problem(line({ ...call, given: { ...call.given, [name]: 1 } })), /no such argument/);
      for (const [key, { kind, optional }] of Object.entries(apiFunctions[call.api])) {
        const { [key]: _, ...less } = call.given;
        if (!optional) assert.match(problem(line({ ...call, given: less })), `arguments.${key} is missing`);
        const free = kind === "text" || kind === "name";
        const text = free && typeof value === "string" && value !== "";
        const number = (kind === "number" || kind === "percent") && typeof value === "number";
        const listed = typeof value === "string" && !free; // may be a state or a day by chance
        if (text || number || listed) continue;
        const odd = line({ ...call, given: { ...call.given, [key]: value as never } });
        assert.match(problem(odd), `arguments.${key}: `);
      }
    }),
  );
});

test("what is wrong is said with the field, the value and what is expected", () => {
  const said: [string, RegExp][] = [
    ["Hello!", /no JSON/],
    ["", /no JSON/],
    ["[1]", /no object/],
    ["null", /no object/],
    ['{"arguments":{}}', /^api: undefined; expected set_alarm, /],
    ['{"api":"set_alram","arguments":{}}', /^api: "set_alram"; expected set_alarm, /],
    ['{"api":"toString","arguments":{}}', /^api: "toString"/],
    ['{"api":"__proto__","arguments":{}}', /^api: "__proto__"/],
    ['{"api":"none"}', /^arguments: undefined; expected an object/],
    ['{"api":"none","arguments":[]}', /^arguments: \[\]; expected an object/],
    ['{"api":"none","arguments":{},"name":1}', /^name: a call has api and arguments alone/],
    ['{"api":"none","arguments":{"__proto__":1}}', /arguments\.__proto__: none has no such argument/],
    ['{"api":"set_alarm","arguments":{}}', /arguments\.time is missing; set_alarm needs it/],
    ['{"api":"set_alarm","arguments":{"time":"7:30"}}', /arguments\.time: "7:30"; expected a time from 00:00 to 23:59/],
    ['{"api":"set_alarm","arguments":{"time":"24:00"}}', /arguments\.time: "24:00"/],
    ['{"api":"set_alarm","arguments":{"time":"07:30","day":"Sunday"}}', /arguments\.day: "Sunday"; expected today, /],
    ['{"api":"set_timer","arguments":{"duration":"10"}}', /arguments\.duration: "10"; expected a length of time/],
    ['{"api":"set_timer","arguments":{"duration":""}}', /arguments\.duration: ""/],
    ['{"api":"set_timer","arguments":{"duration":"30m1h"}}', /arguments\.duration: "30m1h"/],
    ['{"api":"set_volume","arguments":{"level":101}}', /arguments\.level: 101; expected a whole number from 0 to 100/],
    ['{"api":"set_volume","arguments":{"level":"50"}}', /arguments\.level: "50"/],
    ['{"api":"set_volume","arguments":{"level":0.5}}', /arguments\.level: 0\.5/],
    ['{"api":"set_thermostat","arguments":{"degrees":1e999}}', /arguments\.degrees: null; expected a number/],
    ['{"api":"call","arguments":{"contact":""}}', /arguments\.contact: ""; expected some text/],
    ['\n{"api":"none","arguments":{}}', /no JSON/],
  ];
  for (const [text, expected] of said) assert.match(problem(text), expected);
  assert.is(parseApiCall('{"api":"set_thermostat","arguments":{"degrees":-2.5}}').api, "set_thermostat");
});

test("a text as long as people dictate is a call, though the schema bounds what a model may write on and on", () => {
  const text = "tell them that the boiler man comes between nine and eleven, the key is under the blue pot, "
    .repeat(3)
    .trim();
  assert.ok(text.length > 250 && text.length > argumentKinds.text.schema.maxLength);
  const contact = "everybody of the third floor who has not paid for the repair of the lift in the back stairs yet";
  assert.ok(contact.length > argumentKinds.name.schema.maxLength);
  const given = { contact, text };
  const parsed = parseApiCall(`${line({ api: "send_message", given })}\nSent.`);
  assert.equal(parsed, { api: "send_message", arguments: given, reply: "Sent." });
});

test("the schema lists every function once, its fields in the order of the table", () => {
  const listed = apiCallSchema.anyOf.map(({ properties }) => properties.api as { const: string });
  assert.equal(
    listed.map((api) => api.const),
    Object.keys(apiFunctions),
  );
  for (const { properties, required, additionalProperties } of apiCallSchema.anyOf) {
    assert.equal([Object.keys(properties), required, additionalProperties], [["api", "arguments"], required, false]);
    const { const: api } = properties.api as { const: ApiName };
    const given = properties.arguments as { properties: object; required: string[]; additionalProperties: boolean };
    assert.equal(Object.keys(given.properties), Object.keys(apiFunctions[api]));
    assert.is(given.additionalProperties, false);
    for (const name of given.required) assert.ok(Object.hasOwn(given.properties, name));
  }
  assert.equal(JSON.parse(JSON.stringify(apiCallSchema)), apiCallSchema, "plain JSON, for any compiler of schemas");
});

test("a model that knows nothing of calls makes nothing else under the grammar", () =>
  withModel("hf/llama-relu", {}, async (model) => {
    let whole = 0;
    for (let seed = 0; seed < 60; seed++) {
      const generation = model.generate("x", { grammar: apiAnswerGrammar(), temperature: 2, seed, maxTokens: 120 });
      const text = await generation.complete();
      if (generation.finishReason !== "stop") continue; // cut off
      whole++;
      const parsed = parseApiCall(text);
      assert.ok(parsed.api !== undefined, `${text}: ${parsed.api === undefined ? parsed.problem : ""}`);
      assert.not.match(text.slice(text.indexOf("\n") + 1), /[\p{Cc}\u2028\u2029]/u);
    }
    assert.ok(whole > 6, `${whole} of 60 came to an end`);
  }));

test("a model that repeats one token for ever comes to an end under the grammar, and its answer is a call", async () => {
  // As small as a model can be, with a token for each byte and the context that the longest answer needs.
  const folder = mkdtempSync(join(tmpdir(), "lanky-api-call-"));
  const path = join(folder, "tiny.gguf");
  const sizes = { hidden_size: 32, intermediate_size: 32, num_hidden_layers: 1, num_attention_heads: 1, head_dim: 32 };
  const config = { ...sizes, num_key_value_heads: 1, vocab_size: 300, max_position_embeddings: 1024 };
  const others = { rms_norm_eps: 1e-5, rope_theta: 10000, rope_scale: 1, hidden_act: "silu", gated: true } as const;
  const whole = { model_type: "llama", ...config, ...others, tie_word_embeddings: true } as const;
  await writeRandomModel(path, whole, "f32", { seed: 3 });
  const model = await loadModel(path, { threads: 0 });
  try {
    const { tokenizer } = model;
    const ids = Array.from({ length: tokenizer.vocabSize }, (_, id) => id);
    const grammar = apiAnswerGrammar();
    const reached = new Set<string>();
    // The first letter that may be chosen chooses the function, the bias everything after it.
    for (const letter of ["a", "c", "g", "n", "s", "1", " ", "\\", "\u{7f}"]) {
      const logitBias = new Map(
        ids
          .filter((id) => !tokenizer.isSpecial(id) && String.fromCharCode(...tokenizer.bytes(id)) === letter)
          .map((id) => [id, 1000]),
      );
      assert.ok(logitBias.size > 0, letter);
      const generation = model.generate("x", { grammar, logitBias });
      const text = await generation.complete();
      assert.is(generation.finishReason, "stop", `${letter}: ${text}`);
      const parsed = parseApiCall(text);
      assert.ok(parsed.api !== undefined, text);
      const reply = text.slice(text.indexOf("\n") + 1);
      if (letter === "\u{7f}") assert.not.match(reply, letter);
      else assert.is(reply, letter.repeat(300));
      for (const value of Object.values<unknown>(parsed.arguments))
        if (typeof value === "string" && value === letter.repeat(value.length)) reached.add(`${value.length}`);
    }
    assert.ok(reached.has("80") && reached.has("200"), `texts of ${[...reached]} characters`);
  } finally {
    await model.dispose();
    rmSync(folder, { recursive: true });
  }
});

test.run();
