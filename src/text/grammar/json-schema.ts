// A JSON Schema (draft 2020-12, a subset) as a grammar in GBNF for the JSON texts that are valid under it, spelled as
// JSON.stringify spells them: no white space, properties in the order of the schema, one spelling for each string.
//
//   any type     type (one or a list), enum, const, anyOf, oneOf, $ref to a place in the schema, also recursive, $defs
//   objects      properties, required, additionalProperties
//   arrays       items, prefixItems, minItems, maxItems
//   strings      minLength and maxLength; or pattern (pattern.ts); or format (formats.ts)
//   numbers      minimum, maximum, exclusiveMinimum, exclusiveMaximum for integers; for others integer bounds, inclusive
//
// Titles, descriptions, defaults and the like are passed over. Every other keyword is an error that names it: a constraint
// that is passed over would let through what is not valid. So is a oneOf whose alternatives might overlap.
//
// The texts are valid, but not every valid text is among them, where that serves a model better:
//   - without additionalProperties, only what `properties` and `required` name is written; likewise nothing follows
//     prefixItems without items
//   - a schema without a type is about the type that its keywords speak of
//   - integers have at most 15 digits, numbers with bounds at most 15 before and after the point and no exponent

import { everything } from "./code-points.js";
import { convertArray, convertObject } from "./json-containers.js";
import { anyNumber, convertNumber, integersBetween, largestInteger } from "./json-numbers.js";
import { extendPointer, lookUp, normalisePointer } from "./json-pointer.js";
import { convertString } from "./json-strings.js";
import {
  createDisjointness,
  isSchema,
  listedValues,
  type Schema,
  type TypeName,
  typeNames,
  typesOf,
} from "./schema-kinds.js";
import { choice, jsonCharacter, literal } from "./write-gbnf.js";

/**
 * A JSON Schema, as an object or `true`; see the head of json-schema.ts for what may be in it. An object that a generation
 * was given must not be changed: it is read once, and what was made of it kept.
 */
export type JsonSchema = object | boolean;

export interface SchemaGrammarOptions {
  /** Name of the rule that derives the JSON; the names of all other rules begin with it. Default "root". */
  readonly root?: string | undefined;
}

/** The rules, and which part of the schema each stands for, as a JSON pointer. */
export interface SchemaGrammar {
  readonly text: string;
  readonly pointers: ReadonlyMap<string, string>;
}

/** Where a schema stands in the document. */
export interface Place {
  /** A JSON pointer as a URI fragment: "#/properties/a". */
  readonly pointer: string;
  /** For the names of rules. */
  readonly name: string;
  readonly depth: number;
  /** Places that contain this one with nothing around it: a $ref to one of them would go round in circles. */
  readonly around: readonly string[];
}

/** What the converters of single types need. */
export interface Converter {
  /** GBNF for a schema, fit for a sequence. */
  convert(schema: unknown, place: Place): string;
  /** The place of a part that has something around it. */
  part(place: Place, keyword: string, key?: string | number): Place;
  /** A rule with a name like this; returns its name. */
  addRule(hint: string, body: string, place: Place): string;
  /** A rule for any JSON value, any character of a string, and so on. */
  common(which: Common): string;
  /** A number that a keyword holds: a count, 0 or more, or `fallback`. */
  count(schema: Schema, keyword: string, place: Place, fallback: number): number;
  refuse(place: Place, keyword: string, why: string): never;
}

export type Common = "char" | "string" | "number" | "integer" | "value" | "object" | "array" | "boolean";

const passedOver = new Set(
  "title description default examples deprecated readOnly writeOnly $schema $id $comment $defs definitions".split(" "),
);
const keywordsOf: Readonly<Record<TypeName, readonly string[]>> = {
  object: ["properties", "required", "additionalProperties"],
  array: ["items", "prefixItems", "minItems", "maxItems"],
  string: ["minLength", "maxLength", "pattern", "format"],
  integer: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  boolean: [],
  null: [],
};
const known = new Set([...Object.values(keywordsOf).flat(), "type", "enum", "const", "anyOf", "oneOf", "$ref"]);
/** Those that say all there is to say: nothing else but `type` may stand beside them. */
const whole = ["$ref", "const", "enum", "anyOf", "oneOf"];

const deepest = 100;
const longestName = 80;
const mostExclusive = 100;
const mostSchemas = 20000;
/** The largest count: of items, or of characters. */
export const largestCount = 65536;

/**
 * A grammar in GBNF for the values of a JSON Schema. Use its text to build a larger one around it:
 *
 *   `root ::= call "\n" [^\n]+\n${schemaToGrammar(schema, { root: "call" })}`
 *
 * @throws TypeError for what is no schema, RangeError for one that is not supported, with JSON pointer and keyword
 */
export function schemaToGrammar(schema: JsonSchema, options: SchemaGrammarOptions = {}): string {
  return convertSchema(schema, options).text;
}

/** The same, with the places that its rules come from. */
export function convertSchema(document: JsonSchema, { root = "root" }: SchemaGrammarOptions = {}): SchemaGrammar {
  if (!isSchema(document) && typeof document !== "boolean")
    throw new TypeError(
      `schema: expected a JSON Schema, an object, not ${document === null ? "null" : typeof document}`,
    );
  if (!/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/.test(root))
    throw new RangeError(`root: ${JSON.stringify(root)}; expected at most 40 letters, digits and -, a letter first`);
  const rules = new Map<string, string>([[root, ""]]);
  const pointers = new Map<string, string>([[root, "#"]]);
  const references = new Map<string, string>([["#", root]]); // pointer -> rule
  let schemas = 0;

  const refuse: Converter["refuse"] = (place, keyword, why) => {
    throw new RangeError(`schema: ${place.pointer}: "${keyword}" ${why}`);
  };

  const lastOf = new Map<string, number>();
  const nameRule = (base: string): string => {
    for (;;) {
      const number = (lastOf.get(base) ?? 0) + 1;
      lastOf.set(base, number);
      const name = number === 1 ? base : `${base}-${number}`;
      if (!rules.has(name)) return name;
    }
  };
  const addRule: Converter["addRule"] = (hint, body, { pointer }) => {
    const name = nameRule(hint);
    rules.set(name, body);
    pointers.set(name, pointer);
    return name;
  };

  const shared = new Map<Common, string>();
  const common = (which: Common): string => {
    const known = shared.get(which);
    if (known !== undefined) return known;
    const name = nameRule(`${root}-any-${which}`); // a property's rule may have taken the plain name
    shared.set(which, name);
    rules.set(name, ""); // before its body, which may need it
    pointers.set(name, "#");
    const bodies: Readonly<Record<Common, () => string>> = {
      char: () => jsonCharacter(everything),
      string: () => `"\\"" ${common("char")}* "\\""`,
      number: () => anyNumber,
      integer: () => integersBetween(-largestInteger, largestInteger),
      boolean: () => '"true" | "false"',
      array: () => `"[" (${common("value")} ("," ${common("value")})*)? "]"`,
      object: () => {
        const member = `${common("string")} ":" ${common("value")}`;
        return `"{" (${member} ("," ${member})*)? "}"`;
      },
      value: () => `${(["object", "array", "string", "number", "boolean"] as const).map(common).join(" | ")} | "null"`,
    };
    rules.set(name, bodies[which]());
    return name;
  };

  const count: Converter["count"] = (schema, keyword, place, fallback) => {
    const value = schema[keyword];
    if (value === undefined) return fallback;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0)
      return refuse(place, keyword, `is ${JSON.stringify(value)}; expected a whole number, 0 or more`);
    if (value > largestCount) return refuse(place, keyword, `is ${value}; at most ${largestCount} is supported`);
    return value;
  };

  const part: Converter["part"] = (place, keyword, key) => {
    const steps = key === undefined ? [keyword] : [keyword, String(key)];
    const plain = String(key ?? keyword)
      .replace(/[^a-zA-Z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
    return {
      pointer: extendPointer(place.pointer, steps),
      name: `${place.name}-${plain || "x"}`.slice(0, longestName).replace(/-+$/, ""),
      depth: place.depth + 1,
      around: [],
    };
  };

  const convert = (schema: unknown, place: Place): string => {
    if (++schemas > mostSchemas) throw new RangeError(`schema: more than ${mostSchemas} parts; use a smaller one`);
    if (place.depth > deepest)
      throw new RangeError(`schema: nested more than ${deepest} deep at ${place.pointer.slice(0, 80)}...`);
    if (schema === true) return common("value");
    if (!isSchema(schema))
      throw new RangeError(`schema: ${place.pointer} is ${JSON.stringify(schema)}; expected an object or true`);
    for (const keyword of Object.keys(schema)) {
      if (keyword === "$id" && place.depth > 0) refuse(place, keyword, "is supported at the root only");
      if (!known.has(keyword) && !passedOver.has(keyword)) refuse(place, keyword, "is not supported");
    }
    checkTypes(schema, place);
    const said = whole.filter((keyword) => keyword in schema);
    if (said.length > 0) {
      const [keyword] = said as [string];
      const beside = Object.keys(schema).find(
        (other) => known.has(other) && other !== keyword && (other !== "type" || !["const", "enum"].includes(keyword)),
      );
      if (beside !== undefined) refuse(place, beside, `beside "${keyword}" is not supported; put it inside`);
      if (keyword === "$ref") return refer(schema, place);
      return keyword === "anyOf" || keyword === "oneOf" ? alternatives(schema, keyword, place) : listed(schema, place);
    }
    const types = typesOf(schema);
    if (types === undefined) return common("value");
    // An integer is a number: beside "number", "integer" says nothing new.
    const distinct = types.filter((type) => type !== "integer" || !types.includes("number"));
    return choice(distinct.map((type) => ofType(type, schema, place)));
  };

  const checkTypes = ({ type }: Schema, place: Place): void => {
    if (type === undefined) return;
    const types = [type].flat();
    if (types.length === 0) refuse(place, "type", "is an empty list");
    for (const name of types)
      if (!typeNames.includes(name as TypeName))
        refuse(place, "type", `is ${JSON.stringify(name)}; expected ${typeNames.join(", ")}`);
  };

  const ofType = (type: TypeName, schema: Schema, place: Place): string => {
    const plain = keywordsOf[type].every((keyword) => schema[keyword] === undefined);
    switch (type) {
      case "object":
        return plain ? common("object") : convertObject(schema, place, converter);
      case "array":
        return plain ? common("array") : convertArray(schema, place, converter);
      case "string":
        return plain ? common("string") : convertString(schema, place, converter);
      case "integer":
      case "number":
        return plain ? common(type) : convertNumber(type, schema, place, converter);
      case "boolean":
        return common("boolean");
      case "null":
        return '"null"';
    }
  };

  const listed = (schema: Schema, place: Place): string => {
    const keyword = "const" in schema ? "const" : "enum";
    if (keyword === "enum" && !Array.isArray(schema.enum)) refuse(place, keyword, "is no list of values");
    const values = listedValues(schema)!;
    if (values.length === 0) refuse(place, keyword, "leaves no value");
    const texts = values.map((value) => {
      const text = JSON.stringify(value) as string | undefined;
      return literal(text ?? refuse(place, keyword, "holds what is no JSON value"));
    });
    return choice(texts);
  };

  const alternatives = (schema: Schema, keyword: "anyOf" | "oneOf", place: Place): string => {
    const items = schema[keyword];
    if (!Array.isArray(items) || items.length === 0) return refuse(place, keyword, "is no list of schemas");
    if (keyword === "oneOf") {
      if (items.length > mostExclusive)
        refuse(place, keyword, `has more than ${mostExclusive} alternatives; use anyOf`);
      comparing = place;
      for (let i = 0; i < items.length; i++) {
        for (let j = 0; j < i; j++) {
          if (!areDisjoint(items[j], items[i]))
            refuse(
              place,
              keyword,
              `has alternatives that may overlap, ${j} and ${i}; use anyOf, or a const that tells them apart`,
            );
        }
      }
    }
    return choice(items.map((item, i) => convert(item, { ...part(place, keyword, i), around: place.around })));
  };

  const refer = ({ $ref }: Schema, place: Place): string => {
    if (typeof $ref !== "string" || !/^#(\/|$)/.test($ref))
      return refuse(
        place,
        "$ref",
        `is ${JSON.stringify($ref)}; expected a place in this schema, such as "#/$defs/name"`,
      );
    const pointer = normalisePointer($ref);
    if (place.around.includes(pointer)) refuse(place, "$ref", `refers to ${$ref}, which is nothing but itself`);
    const made = references.get(pointer);
    if (made !== undefined) return made;
    const target = lookUp(document, pointer);
    if (target === undefined) refuse(place, "$ref", `refers to ${$ref}, which is not there`);
    const segment = pointer.slice(pointer.lastIndexOf("/") + 1).replace(/[^a-zA-Z0-9]+/g, "-");
    const name = addRule(`${root}-${segment.replace(/^-+|-+$/g, "") || "x"}`, "", { ...place, pointer });
    references.set(pointer, name);
    rules.set(name, convert(target, { pointer, name, depth: place.depth + 1, around: [...place.around, pointer] }));
    return name;
  };

  const resolved = (schema: unknown): unknown => {
    let current = schema;
    for (let i = 0; i < 20 && isSchema(current) && typeof current.$ref === "string"; i++)
      current = lookUp(document, normalisePointer(current.$ref));
    return current;
  };

  let comparing: Place = { pointer: "#", name: root, depth: 0, around: [] };
  const areDisjoint = createDisjointness(resolved, () =>
    refuse(comparing, "oneOf", "takes too many comparisons to tell its alternatives apart; use anyOf"),
  );

  const converter: Converter = { convert, part, addRule, common, count, refuse };
  rules.set(root, convert(document, { pointer: "#", name: root, depth: 0, around: ["#"] }));
  return { text: [...rules].map(([name, body]) => `${name} ::= ${body}\n`).join(""), pointers };
}
