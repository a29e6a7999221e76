// JSON Schemas as grammars: what they derive is valid, what is valid (as JSON.stringify writes it) is derived, and what
// cannot be held exactly is refused by name. Ajv says what is valid.

import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { networkOf } from "../../../src/text/grammar/compile.js";
import { parseGrammar } from "../../../src/text/grammar/gbnf.js";
import { convertSchema, type JsonSchema, schemaToGrammar } from "../../../src/text/grammar/json-schema.js";
import { spellsEverything } from "../../../src/text/grammar/program.js";
import { createRandom } from "../../../src/text/random.js";
import { accepts, admits, automatonOfSchema, derives, wander } from "./accepting.js";

const test = suite("JSON Schema");

const cases: readonly (readonly [schema: unknown, yes: readonly string[], no: readonly string[]])[] = [
  [{ type: "boolean" }, ["true", "false"], ["null", '"true"', " true", "true "]],
  [{ type: ["string", "null"], maxLength: 2 }, ["null", '""', '"é🙂"', '"\\n\\""'], ["1", '"abc"', '"\n"', '"\\x"']],
  [
    { const: { b: [1, "x"], a: null } },
    ['{"b":[1,"x"],"a":null}'],
    ['{"a":null,"b":[1,"x"]}', '{"b":[1, "x"],"a":null}'],
  ],
  [{ enum: [{ valueOf: 0 }, { toString: 0 }] }, ['{"valueOf":0}', '{"toString":0}'], ["{}", '{"valueOf":1}']],
  [{ const: JSON.parse('{"__proto__":[]}') }, ['{"__proto__":[]}'], ["{}", "[]"]],
  [
    { type: "object", properties: { constructor: { const: 1 } }, required: ["constructor"] },
    ['{"constructor":1}'],
    ["{}", '{"constructor":2}'],
  ],
  [{ enum: ["on", "off", 5, null] }, ['"on"', "5", "null"], ['"o"', "55", '"offf"']],
  [{ type: "string", enum: ["on", 5] }, ['"on"'], ["5"]],
  [
    { type: "object", properties: { a: { const: 1 }, b: { const: 2 }, c: { const: 3 } }, required: ["b"] },
    ['{"b":2}', '{"a":1,"b":2}', '{"b":2,"c":3}', '{"a":1,"b":2,"c":3}'],
    ["{}", '{"a":1}', '{"b":2,"a":1}', '{"b":2,}', '{,"b":2}', '{"b":2,"d":4}', '{"b": 2}', '{"b":2,"b":2}'],
  ],
  [
    { properties: { a: { const: 1 }, b: { const: 2 }, c: { const: 3 } } },
    ["{}", '{"a":1}', '{"b":2}', '{"c":3}', '{"a":1,"c":3}', '{"b":2,"c":3}', '{"a":1,"b":2,"c":3}'],
    ['{"c":3,"a":1}', "{,}", '{"a":1"b":2}', "null"],
  ],
  [
    { type: "object", properties: { ab: { const: 1 } }, additionalProperties: { const: 2 } },
    ["{}", '{"ab":1}', '{"ab":1,"x":2}', '{"x":2,"y":2}', '{"a":2}', '{"abc":2}', '{"":2}', '{"b":2,"\\"":2}'],
    ['{"ab":2}', '{"x":2,"ab":1}', '{"x":1}', '{"ab":1,}', '{"x":2,"ab":2}'],
  ],
  [{ type: "object", additionalProperties: false }, ["{}"], ['{"a":1}', "[]"]],
  [{ type: "object" }, ["{}", '{"a":{"b":[1,true,{}]},"":null}'], ["[]", '{"a"}', '{"a":}']],
  [{ required: ["x"] }, ['{"x":[]}', '{"x":-1.5e+30}'], ["{}", '{"y":1}']],
  [{ items: { type: "null" } }, ["[]", "[null]", "[null,null]"], ["[null,]", "[,]", "[1]"]],
  [{ items: { type: "null" }, minItems: 2, maxItems: 3 }, ["[null,null]", "[null,null,null]"], ["[null]", "[]"]],
  [{ items: { const: 0 }, maxItems: 0 }, ["[]"], ["[0]"]],
  [{ type: "array", minItems: 1 }, ["[1]", '["a",[],{}]'], ["[]"]],
  [{ prefixItems: [{ const: 1 }, { const: 2 }] }, ["[]", "[1]", "[1,2]"], ["[2]", "[1,2,3]"]],
  [
    { prefixItems: [{ const: 1 }, { const: 2 }], items: { const: 3 }, minItems: 1, maxItems: 4 },
    ["[1]", "[1,2]", "[1,2,3]", "[1,2,3,3]"],
    ["[]", "[1,3]", "[1,2,3,3,3]", "[3]"],
  ],
  [{ prefixItems: [{ const: 1 }], items: false, minItems: 1 }, ["[1]"], ["[]", "[1,1]"]],
  [{ prefixItems: [{ const: 1 }], items: true, minItems: 3 }, ['[1,"a",null]'], ["[1,2]"]],
  [{ anyOf: [{ type: "integer" }, { const: "x" }] }, ["12", '"x"', "-3", "0"], ["1.5", "01", "-0", "+1", '"y"']],
  [{ oneOf: [{ type: "integer" }, { type: "string", maxLength: 1 }] }, ["12", '"x"'], ['"xy"']],
  [
    { type: "integer", minimum: -12, maximum: 105 },
    ["-12", "-1", "0", "9", "99", "100", "105"],
    ["-13", "106", "1050"],
  ],
  [{ type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 3.5 }, ["1", "3"], ["0", "4", "-1"]],
  [{ type: "integer", minimum: 1e12 }, ["1000000000000"], ["999999999999", "1000000000000000"]],
  [
    { type: "number", minimum: -1, maximum: 2 },
    ["-1", "-0.25", "0", "1.999", "2", "2.0"],
    ["2.1", "-1.01", "3", "1e0"],
  ],
  [{ type: "number" }, ["0", "-1.5", "1e+21", "5e-324".replace("324", "300"), "123456.75"], ["1e400", ".5", "1.", "-"]],
  [true, ["1", '{"a":[null]}', '"x"'], ["", "nul"]],
  [{}, ["[[]]"], ["]"]],
  [
    { format: "date" },
    ['"2024-02-29"', '"2000-02-29"'],
    ['"2023-02-29"', '"1900-02-29"', '"2024-04-31"', '"24-01-01"'],
  ],
  [{ format: "date-time" }, ['"2024-02-29T23:59:59.123Z"', '"2024-01-01T00:00:00+14:30"'], ['"2024-01-01T24:00:00Z"']],
  [{ format: "uuid" }, ['"123e4567-e89b-12d3-a456-426614174000"'], ['"123e4567"']],
  [{ format: "ipv4" }, ['"255.0.19.1"'], ['"256.1.1.1"', '"01.1.1.1"', '"1.1.1"']],
  [
    {
      $defs: { tree: { type: "object", properties: { "~/ü": { $ref: "#/$defs/tree" }, leaf: { const: 1 } } } },
      $ref: "#/$defs/tree",
    },
    ["{}", '{"leaf":1}', '{"~/ü":{"~/ü":{}},"leaf":1}'],
    ['{"~/ü":1}'],
  ],
  [{ anyOf: [{ type: "null" }, { items: { $ref: "#" } }] }, ["null", "[[],[null,[]]]"], ["[1]"]],
  [
    { properties: { "a/b~c%": { const: 1 }, d: { $ref: "#/properties/a~1b~0c%25" } } },
    ['{"a/b~c%":1,"d":1}'],
    ['{"d":2}'],
  ],
  [
    { definitions: { "a b": { const: 1 } }, title: "t", description: "d", default: 2, $ref: "#/definitions/a%20b" },
    ["1"],
    ["2"],
  ],
  [
    { oneOf: [{ const: { a: 1, b: 2 } }, { enum: [{ b: 3, a: 1 }, 5] }, { type: "string" }] },
    ['{"a":1,"b":2}', '{"b":3,"a":1}', "5", '"x"'],
    ['{"b":2,"a":1}', "4"],
  ],
  [
    { oneOf: [1, 2].map((a) => ({ properties: { a: { const: a } }, required: ["a"] })) },
    ['{"a":1}', '{"a":2}'],
    ['{"a":3}', "5"],
  ],
  [
    {
      properties: { any_string: { type: "integer", minimum: 5 }, y: { type: "string" } },
      required: ["any_string", "y"],
    },
    ['{"any_string":7,"y":"8"}'],
    ['{"any_string":7,"y":8}', '{"any_string":"7","y":"8"}'],
  ],
  [
    {
      $defs: { any_value: { type: "integer" }, any_char: { const: 1 } },
      properties: { a: { $ref: "#/$defs/any_value" }, b: {}, c: { $ref: "#/$defs/any_char" }, d: { type: "string" } },
    },
    ['{"a":1,"b":"x","c":1,"d":"xy"}', '{"b":[1,{"x":null}]}'],
    ['{"a":"x"}', '{"d":"1"1}'],
  ],
];

for (const [schema, yes, no] of cases) {
  test(`${JSON.stringify(schema).slice(0, 90)}`, () => {
    const automaton = automatonOfSchema(schema);
    for (const text of yes) assert.ok(accepts(automaton, text), `admits ${text}`);
    for (const text of no) assert.not.ok(accepts(automaton, text), `does not admit ${text}`);
    const valid = compile(schema);
    for (const text of yes)
      if (!JSON.stringify(schema).includes('"format"')) assert.ok(valid(JSON.parse(text)), `ajv: ${text}`);
  });
}

const patterns: readonly (readonly [pattern: string, yes: readonly string[], no: readonly string[]])[] = [
  ["^([01][0-9]|2[0-3]):[0-5][0-9]$", ["00:00", "19:59", "23:00"], ["24:00", "9:30", "19:590"]],
  ["b", ["b", "abc", '\n\u0001b"'], ["", "ac", "B"]],
  ["^a|b$", ["a", "ax", "xb", "b"], ["xa", "bx"]],
  ["^(?:a|(?<name>b+?))*\\.$", [".", "abba."], ["a", "x."]],
  ['^["\\\\/\\n]+$', ['"', "\\", "/", "\n"], ["n", ""]],
  ["^.$", ["a", "🙂", "\t", "\u0000"], ["\n", "\r", "\u2028", "ab"]],
  ["^\\d\\D\\w\\W\\s\\S$", ["1a_- x"], ["1a_-xx"]],
  ["^[^a-c\\d]{2,3}$", ["xy", "xyz", '\u0007"x'], ["x", "xa", "x1"]],
  ["^\\u0041\\x42\\u{1F642}\\t$", ["AB🙂\t"], ["AB🙂"]],
  ["", ["", "x"], []],
  ["^$|^x$", ["", "x"], ["y"]],
  ["a{2}b{1,}c{0,1}", ["aab", "xaabbbcx"], ["ab"]],
];

for (const [pattern, yes, no] of patterns) {
  test(`pattern ${pattern}`, () => {
    const automaton = automatonOfSchema({ type: "string", pattern });
    for (const text of yes) assert.ok(accepts(automaton, JSON.stringify(text)), JSON.stringify(text));
    for (const text of no) assert.not.ok(accepts(automaton, JSON.stringify(text)), JSON.stringify(text));
    for (const text of [...yes, ...no]) assert.is(new RegExp(pattern, "u").test(text), yes.includes(text), "as RegExp");
  });
}

test("a pattern finds what RegExp finds", () => {
  const characters = ["a", "b", '"', "\\", "\n", "\u0001", "é", "🙂"];
  const piece = fc.constantFrom("a", "[ab]", "[^a\\n]", ".", '"', "\\\\", "\\n", "\\s", "é", "[^🙂]", "\\u{1F642}");
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 3 },
      piece,
      fc.array(tie("pattern"), { minLength: 1, maxLength: 3 }).map((items) => items.join("")),
      fc.array(tie("pattern"), { minLength: 1, maxLength: 3 }).map((items) => `(${items.join("|")})`),
      fc.tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{0,2}", "{2}", "*?")).map(([p, b]) => `(?:${p})${b}`),
    ),
  }));
  const text = fc.array(fc.constantFrom(...characters), { maxLength: 5 }).map((parts) => parts.join(""));
  const anchors = fc.constantFrom(["", ""], ["^", "$"], ["^", ""], ["", "$"]);
  fc.assert(
    fc.property(pattern, anchors, fc.array(text, { minLength: 10, maxLength: 10 }), (inner, [before, after], texts) => {
      const whole = `${before}${before || after ? `(?:${inner})` : inner}${after}`;
      const automaton = automatonOfSchema({ type: "string", pattern: whole });
      const regexp = new RegExp(whole, "u");
      for (const sample of ["", ...texts])
        assert.is(accepts(automaton, JSON.stringify(sample)), regexp.test(sample), JSON.stringify([whole, sample]));
    }),
    { numRuns: 150 },
  );
});

const refused: readonly (readonly [schema: unknown, message: RegExp])[] = [
  [{ type: "object", properties: { a: { multipleOf: 2 } } }, /schema: #\/properties\/a: "multipleOf" is not supported/],
  [{ not: {} }, /schema: #: "not" is not supported/],
  [{ items: { patternProperties: {} } }, /#\/items: "patternProperties" is not supported/],
  [{ type: "string", format: "email" }, /"format" is "email"; date, time, date-time, uuid, ipv4 are supported/],
  [{ type: "strnig" }, /"type" is "strnig"; expected object, array/],
  [{ type: [] }, /"type" is an empty list/],
  [{ type: "number", minimum: 0.5 }, /"minimum" is 0.5: .* bounds are inclusive and integers/],
  [{ type: "number", exclusiveMaximum: 3 }, /"exclusiveMaximum" is 3/],
  [{ type: "integer", minimum: 5, maximum: 4 }, /"maximum" leaves no number/],
  [{ type: "integer", minimum: "1" }, /"minimum" is "1"; expected a number/],
  [{ type: "integer", minimum: 1e30 }, /leaves no number of at most 15 digits/],
  [{ minLength: 5, maxLength: 4 }, /"maxLength" is 4, less than minLength, 5/],
  [{ maxLength: 1.5 }, /"maxLength" is 1.5; expected a whole number/],
  [{ maxLength: 1e9 }, /"maxLength" is 1000000000; at most 65536/],
  [{ pattern: "a", minLength: 1 }, /"minLength" beside "pattern" is not supported/],
  [{ pattern: "(a" }, /"pattern" Invalid regular expression/],
  [{ pattern: "\\bx" }, /"pattern" \\b is not supported/],
  [{ pattern: "(a)\\1" }, /"pattern" \\1 is not supported/],
  [{ pattern: "(?=a)" }, /"pattern" \(\? is not supported/],
  [{ pattern: "\\p{L}" }, /"pattern" \\p is not supported/],
  [{ pattern: "a$b" }, /an anchor inside of the pattern is not supported/],
  [{ pattern: "(^a|b)" }, /an anchor inside/],
  [{ pattern: "a\ud83d" }, /schema: #: "pattern" half of a surrogate pair is not supported \(at 1 of /],
  [{ pattern: "[a-\udc00]" }, /"pattern" half of a surrogate pair is not supported \(at 3 of /],
  [{ pattern: "a{99999}" }, /a repetition of more than 65536/],
  [{ items: [{}] }, /"items" is a list; draft 2020-12 calls that prefixItems/],
  [{ minItems: 3, prefixItems: [{}] }, /"minItems" is 3, but nothing follows the 1 prefixItems/],
  [{ properties: [] }, /"properties" is no object of schemas/],
  [{ properties: { a: 5 } }, /#\/properties\/a is 5; expected an object or true/],
  [{ required: "a" }, /"required" is no list of names/],
  [{ properties: {}, required: ["a"], additionalProperties: false }, /"required" names "a", which is no property/],
  [{ enum: [] }, /"enum" leaves no value/],
  [{ enum: "ab" }, /"enum" is no list of values/],
  [{ type: "string", const: 5 }, /"const" leaves no value/],
  [{ const: 5, minLength: 2 }, /"minLength" beside "const" is not supported; put it inside/],
  [{ anyOf: [] }, /"anyOf" is no list of schemas/],
  [{ anyOf: [{}], properties: {} }, /"properties" beside "anyOf"/],
  [{ oneOf: [{ type: "integer" }, { type: "number" }] }, /"oneOf" has alternatives that may overlap, 0 and 1/],
  [{ oneOf: [{ minLength: 1 }, { type: "integer" }] }, /may overlap, 0 and 1; use anyOf/],
  [{ oneOf: [{ properties: { a: { const: 1 } }, required: ["a"] }, { type: "string" }] }, /may overlap, 0 and 1/],
  [{ oneOf: [{ const: [{ x: { a: 1, b: 2 } }] }, { const: [{ x: { b: 2, a: 1 } }] }] }, /may overlap, 0 and 1/],
  [{ oneOf: [{ const: { a: 1, b: 2 } }, { const: { b: 2, a: 1 } }] }, /may overlap, 0 and 1/],
  [{ oneOf: [{ const: 1 }, { enum: [2, 1] }] }, /may overlap, 0 and 1/],
  [{ $ref: "other.json" }, /"\$ref" is "other.json"; expected a place in this schema/],
  [{ $ref: "#/$defs/none" }, /"\$ref" refers to #\/\$defs\/none, which is not there/],
  [{ $ref: "#" }, /"\$ref" refers to #, which is nothing but itself/],
  [
    { $defs: { a: { anyOf: [{ $ref: "#/$defs/b" }] }, b: { $ref: "#/$defs/a" } }, $ref: "#/$defs/a" },
    /nothing but itself/,
  ],
  [{ properties: { x: { $id: "y" } } }, /#\/properties\/x: "\$id" is supported at the root only/],
  [false, /schema: # is false; expected an object or true/],
];

for (const [schema, message] of refused) {
  test(`refused: ${JSON.stringify(schema)}`, () => {
    assert.throws(
      () => automatonOfSchema(schema),
      (error: Error) => error instanceof RangeError && (message.test(error.message) || error.message),
    );
  });
}

test("what is no schema is a mistake of kind", () => {
  for (const schema of ["{}", 5, null, [{}], undefined])
    assert.throws(
      () => schemaToGrammar(schema as never),
      (error: Error) => error instanceof TypeError,
    );
});

test("hostile schemas end in an error, soon", () => {
  let deep: object = { type: "null" };
  for (let i = 0; i < 100000; i++) deep = { items: deep };
  const circle: { items?: unknown } = {};
  circle.items = circle;
  const wide = { anyOf: Array.from({ length: 30000 }, () => ({ type: "object", properties: { a: {} } })) };
  const long = { items: { items: { type: "string", minLength: 60000 }, minItems: 60000 }, minItems: 60000 };
  const huge = {
    prefixItems: Array.from({ length: 10 }, () => ({ type: "string", pattern: `^(${"[a-z]{60000}"})$` })),
  };
  for (const schema of [deep, circle]) assert.throws(() => automatonOfSchema(schema), /nested more than 100 deep/);
  assert.throws(() => automatonOfSchema(wide), /more than 20000 parts/);
  assert.throws(() => automatonOfSchema(huge), /too large/);
  assert.ok(automatonOfSchema(long), "a large one is no hostile one");
  const optional = automatonOfSchema({ type: "string", pattern: "^((a?b?){2000}|(c?){5000}|(d+){3000})$" });
  assert.ok(accepts(optional, `"${"c".repeat(1000)}"`), "nor are many parts that may be empty");
  assert.ok(optional.size < 2 ** 22, `${optional.size}`);
  const remembers = automatonOfSchema({ type: "string", pattern: `^${"(a|b?)".repeat(2500)}$` });
  assert.throws(() => accepts(remembers, `"${"a".repeat(2500)}"`), /too ambiguous|states take more than 32 MB/);
  const itself = {
    $defs: {
      d: { anyOf: [{ items: { $ref: "#/$defs/c" } }, { $ref: "#/$defs/c" }] },
      c: { anyOf: [{ $ref: "#/$defs/d" }] },
    },
    $ref: "#/$defs/d",
  };
  const { text, pointers } = convertSchema(itself);
  assert.throws(
    () => networkOf(parseGrammar(text), spellsEverything, pointers),
    /^schema: #\/\$defs\/d refers to itself with nothing around it \(#\/\$defs\/d -> #\/\$defs\/c -> #\/\$defs\/d\)/,
  );
  assert.throws(
    () => automatonOfSchema({ type: "object", properties: { a: { $ref: "#" } }, required: ["a"] }),
    /never comes to an end/,
  );
  const alike = Array.from({ length: 100 }, (_, i) => ({ type: "object", properties: { x: { const: i } } }));
  assert.throws(() => automatonOfSchema({ oneOf: alike }), /may overlap/);
  const keys = Array.from({ length: 45 }, (_, i) => `p${i}`);
  const lastTells = Array.from({ length: 100 }, (_, i) => ({
    type: "object",
    properties: Object.fromEntries(keys.map((key) => [key, { const: key === keys.at(-1) ? i : 0 }])),
    required: keys,
  }));
  assert.throws(() => automatonOfSchema({ oneOf: lastTells }), /"oneOf" takes too many comparisons .*; use anyOf/);
});

test("the rules go into a grammar of one's own", () => {
  const call = schemaToGrammar({ properties: { api: { const: "none" } }, required: ["api"] }, { root: "call" });
  const grammar = `root ::= call "\\n" [^\\n]+\n${call}`;
  assert.ok(derives(grammar, '{"api":"none"}\nYou are welcome.'));
  assert.not.ok(derives(grammar, '{"api":"none"}'));
  assert.not.ok(derives(grammar, '{"api":"none"}\na\n'));
  assert.ok(
    call.split("\n").every((line) => line === "" || line.startsWith("call")),
    call,
  );
  assert.throws(() => schemaToGrammar({}, { root: "1" }), /root: "1"/);
});

// Ajv's own comparison of objects calls their valueOf and toString, which in JSON may be anybody's data.
const ajv = new Ajv2020({ strict: false, logger: false }).removeKeyword("enum").addKeyword({
  keyword: "enum",
  validate: (values: readonly unknown[], value: unknown) => values.some((one) => isDeepStrictEqual(one, value)),
});
function compile(schema: unknown): (value: unknown) => boolean {
  const validate = ajv.compile(schema as object);
  return (value) => validate(value) as boolean;
}

/** A schema and values that are valid under it, with their properties in its order. */
interface Sample {
  readonly schema: Record<string, unknown>;
  readonly value: fc.Arbitrary<unknown>;
}

const names = fc.constantFrom("a", "b", "ab", "é", 'q"', "");
const text = fc.string({ unit: fc.constantFrom("a", "é", "🙂", '"', "\\", "\n", "\u0001", " "), maxLength: 6 });
const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constant<Sample>({ schema: { type: "boolean" }, value: fc.boolean() }),
    fc.constant<Sample>({ schema: { type: "null" }, value: fc.constant(null) }),
    fc.constant<Sample>({ schema: { type: "string" }, value: text }),
    fc.tuple(fc.nat(3), fc.nat(3)).map(
      ([least, more]): Sample => ({
        schema: { type: "string", minLength: least, maxLength: least + more },
        value: fc
          .array(fc.constantFrom("a", "é", "🙂", '"', "\n"), { minLength: least, maxLength: least + more })
          .map((parts) => parts.join("")),
      }),
    ),
    fc.tuple(fc.integer({ min: -200, max: 200 }), fc.nat(1000)).map(
      ([least, more]): Sample => ({
        schema: { type: "integer", minimum: least, maximum: least + more },
        value: fc.integer({ min: least, max: least + more }),
      }),
    ),
    fc.constant<Sample>({ schema: { type: "integer" }, value: fc.integer() }),
    fc.constant<Sample>({
      schema: { type: "number" },
      value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e307, max: 1e307 }),
    }),
    fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 1, maxLength: 4 }).map(
      (values): Sample => ({
        schema: { enum: values.map((value) => JSON.parse(JSON.stringify(value))) },
        value: fc.constantFrom(...values),
      }),
    ),
    fc.tuple(tie("sample"), fc.nat(2), fc.nat(3)).map(
      ([item, least, more]): Sample => ({
        schema: { type: "array", items: item.schema, minItems: least, maxItems: least + more },
        value: fc.array(item.value, { minLength: least, maxLength: least + more }),
      }),
    ),
    fc.tuple(fc.array(tie("sample"), { minLength: 1, maxLength: 3 }), fc.nat(2)).map(
      ([items, least]): Sample => ({
        schema: {
          type: "array",
          prefixItems: items.map(({ schema }) => schema),
          minItems: Math.min(least, items.length),
        },
        value: fc
          .tuple(
            fc.integer({ min: Math.min(least, items.length), max: items.length }),
            ...items.map(({ value }) => value),
          )
          .map(([length, ...values]) => values.slice(0, length as number)),
      }),
    ),
    fc
      .tuple(
        fc.uniqueArray(names, { maxLength: 4 }),
        fc.array(tie("sample"), { minLength: 4, maxLength: 4 }),
        fc.nat(15),
      )
      .map(([keys, values, needed]): Sample => {
        const required = keys.filter((_, i) => (needed >> i) & 1);
        return {
          schema: {
            type: "object",
            properties: Object.fromEntries(keys.map((key, i) => [key, values[i]!.schema])),
            required,
            additionalProperties: false,
          },
          value: fc
            .record(Object.fromEntries(keys.map((key, i) => [key, values[i]!.value])), { requiredKeys: required })
            .map((value) =>
              Object.fromEntries(keys.filter((key) => Object.hasOwn(value, key)).map((key) => [key, value[key]])),
            ),
        };
      }),
    fc.array(tie("sample"), { minLength: 1, maxLength: 3 }).map(
      (samples): Sample => ({
        schema: { anyOf: samples.map(({ schema }) => schema) },
        value: fc.oneof(...samples.map(({ value }) => value)),
      }),
    ),
  ),
}));

test("every valid value is derived; a text that is changed is derived only if it is still valid", () => {
  let broken = 0;
  let stillValid = 0;
  const change = fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]",:01a\\é -.e'));
  fc.assert(
    fc.property(
      sample.chain(({ schema, value }) =>
        fc.tuple(
          fc.constant(schema),
          fc.array(value, { minLength: 5, maxLength: 5 }),
          fc.array(change, { minLength: 8, maxLength: 8 }),
        ),
      ),
      ([schema, values, changes]) => {
        const automaton = automatonOfSchema(schema);
        const valid = compile(schema);
        for (const value of values) {
          const written = JSON.stringify(value);
          if (/\\ud[89a-f]/.test(written)) continue; // lone surrogates are no text
          assert.ok(valid(JSON.parse(written)), `the test's own value ${written}`);
          assert.ok(accepts(automaton, written), `${written} under ${JSON.stringify(schema)}`);
          for (const [at, kind, character] of changes) {
            const characters = [...written];
            characters.splice(at % (characters.length + 1), kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [character]));
            const changed = characters.join("");
            if (!accepts(automaton, changed)) {
              broken++;
              continue;
            }
            stillValid++;
            assert.ok(valid(JSON.parse(changed)), `${changed} under ${JSON.stringify(schema)}`);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
  assert.ok(broken > 1000 && stillValid > 50, `${broken} refused, ${stillValid} derived`);
});

test("whatever is written under a schema parses and is valid", () => {
  const random = createRandom(11);
  let written = 0;
  const open = fc.tuple(sample, fc.boolean()).map(([{ schema }, more]) => ({
    ...schema,
    ...(schema.type === "object" && more && { additionalProperties: true }),
  }));
  const uniform = () => random.float64();
  fc.assert(
    fc.property(open, (schema: JsonSchema) => {
      const automaton = automatonOfSchema(schema);
      const valid = compile(schema);
      for (let i = 0; i < 10; i++) {
        const text = wander(automaton, uniform, 400);
        if (text === undefined) continue;
        written++;
        assert.ok(valid(JSON.parse(text)), `${text} under ${JSON.stringify(schema)}`);
      }
    }),
    { numRuns: 100 },
  );
  assert.ok(written > 300, `${written} texts`);
});

test("integers between any two bounds are exactly those", () => {
  const bound = fc.oneof(fc.integer({ min: -1200, max: 1200 }), fc.integer({ min: -1e14, max: 1e14 }));
  fc.assert(
    fc.property(bound, bound, fc.array(fc.integer({ min: -1500, max: 1500 })), (a, b, others) => {
      const [minimum, maximum] = [Math.min(a, b), Math.max(a, b)];
      const automaton = automatonOfSchema({ type: "integer", minimum, maximum });
      const near = [minimum, maximum, 0].flatMap((value) => [
        value - 1,
        value,
        value + 1,
        value * 10,
        Math.trunc(value / 10),
      ]);
      for (const value of [...near, ...others].filter((value) => Math.abs(value) < 1e15))
        assert.is(accepts(automaton, String(value)), value >= minimum && value <= maximum, `${value}`);
    }),
    { numRuns: 150 },
  );
});

test("admits() reads what JSON.stringify writes", () =>
  assert.ok(admits({}, JSON.stringify({ a: ["\u0007\u007f\u2028", 1e-7] }))));

test.run();
