// Objects and arrays of a JSON Schema as GBNF.
//
// Properties come in the order of the schema, those that are not required may be left out, others follow if
// additionalProperties lets them. Whether a comma is due depends on what was written before: rule `tail i` is what follows
// something written, from property i on, and an object begins with one of the properties up to the first required one.

import { everything, type Range, subtract, unite } from "./code-points.js";
import type { Converter, Place } from "./json-schema.js";
import { isSchema, type Schema } from "./schema-kinds.js";
import { choice, jsonCharacter, literal, repeat } from "./write-gbnf.js";

/** An object, as a rule. */
export function convertObject(schema: Schema, place: Place, converter: Converter): string {
  const { convert, part, addRule, common, refuse } = converter;
  const { properties = {}, required = [], additionalProperties } = schema;
  if (!isSchema(properties)) return refuse(place, "properties", "is no object of schemas");
  if (!Array.isArray(required) || !required.every((name) => typeof name === "string"))
    return refuse(place, "required", "is no list of names");

  const others = (): string => {
    const inside = part(place, "additionalProperties");
    return additionalProperties === true || additionalProperties === undefined
      ? common("value")
      : convert(additionalProperties, inside);
  };
  const names = [...new Set([...Object.keys(properties), ...(required as string[])])];
  const needed = new Set(required as string[]);
  const members: { readonly text: string; readonly required: boolean }[] = [];
  for (const name of names) {
    const declared = Object.hasOwn(properties, name);
    const inside = part(place, "properties", name);
    if (!declared && additionalProperties === false)
      return refuse(place, "required", `names ${JSON.stringify(name)}, which is no property, and no other is allowed`);
    if (declared && properties[name] === false && !needed.has(name)) continue;
    const value = declared ? convert(properties[name], inside) : others();
    // As a rule, so that naming the member twice costs no more than once.
    const text = addRule(`${inside.name}-member`, `${literal(`${JSON.stringify(name)}:`)} ${value}`, inside);
    members.push({ text, required: needed.has(name) });
  }

  let rest = '""'; // what follows the last member, after something was written
  let alone: string | undefined; // what may be there instead of any member
  const open = additionalProperties !== false && additionalProperties !== undefined;
  if (open && names.join("").length > mostInNames)
    return refuse(
      place,
      "additionalProperties",
      `beside names of more than ${mostInNames} characters is not supported`,
    );
  if (open || (additionalProperties === undefined && names.length === 0 && schema.properties === undefined)) {
    const other = addRule(`${place.name}-other`, `"\\"" ${keysBesides(names)(common)} "\\":" ${others()}`, place);
    rest = `("," ${other})*`;
    alone = `${other} ${rest}`;
  }

  const firstRequired = members.findIndex((member) => member.required);
  const leading = firstRequired < 0 ? members.length : firstRequired + 1;
  let tail = rest;
  const beginnings: string[] = [];
  for (let i = members.length - 1; i >= 0; i--) {
    const { text, required } = members[i]!;
    if (i < leading) beginnings.unshift(`${text} ${tail}`);
    tail = `${required ? `"," ${text}` : `("," ${text})?`} ${tail}`;
    // Several beginnings share what follows.
    if (i > 0 && i < leading) tail = addRule(`${place.name}-tail`, tail, place);
  }
  if (firstRequired < 0 && alone !== undefined) beginnings.push(alone);
  const content =
    beginnings.length === 0 ? '""' : firstRequired < 0 ? `${choiceOf(beginnings)}?` : choiceOf(beginnings);
  return addRule(place.name, `"{" ${content} "}"`, place);
}

const choiceOf = (items: readonly string[]) => `(${items.join(" | ")})`;

/** An array, as a rule. */
export function convertArray(schema: Schema, place: Place, converter: Converter): string {
  const { convert, part, addRule, common, count, refuse } = converter;
  const { prefixItems = [], items } = schema;
  if (Array.isArray(items)) return refuse(place, "items", "is a list; draft 2020-12 calls that prefixItems");
  if (!Array.isArray(prefixItems)) return refuse(place, "prefixItems", "is no list of schemas");
  const least = count(schema, "minItems", place, 0);
  const most = count(schema, "maxItems", place, Infinity);
  if (most < least) return refuse(place, "maxItems", `is ${most}, less than minItems, ${least}`);
  const ends = items === false || (items === undefined && prefixItems.length > 0);
  if (ends && least > prefixItems.length)
    return refuse(
      place,
      "minItems",
      `is ${least}, but nothing follows the ${prefixItems.length} prefixItems; add items`,
    );

  const first = prefixItems.slice(0, Math.min(most, prefixItems.length));
  let tail = ""; // what follows, after something was written
  let item: string | undefined;
  if (!ends && most > first.length) {
    item = items === undefined || items === true ? common("value") : convert(items, part(place, "items"));
    item = /^[\w-]+$/.test(item) ? item : addRule(`${place.name}-item`, item, place);
    const before = Math.max(first.length, 1); // one of them has no comma
    tail = repeat(`("," ${item})`, Math.max(0, least - before), most - before);
  }
  for (let i = first.length - 1; i >= 0; i--) {
    const value = convert(first[i], part(place, "prefixItems", i));
    if (i === 0) tail = least > 0 ? `${value} ${tail}` : `(${value} ${tail})?`;
    else tail = addRule(`${place.name}-tail`, i < least ? `"," ${value} ${tail}` : `("," ${value} ${tail})?`, place);
  }
  if (first.length === 0) tail = item === undefined ? "" : least > 0 ? `${item} ${tail}` : `(${item} ${tail})?`;
  return addRule(place.name, `"[" ${tail} "]"`, place);
}

/** The content of strings that are none of some names: along the tree of these, and off it before or after an end. */
function keysBesides(names: readonly string[]): (common: Converter["common"]) => string {
  return (common) => {
    const any = common("char");
    const off = (tails: readonly string[], depth: number): string => {
      const children = new Map<string, string[]>();
      for (const tail of tails) {
        const [first] = tail;
        if (first === undefined) continue;
        const rest = tail.slice(first.length);
        children.set(first, [...(children.get(first) ?? []), rest]);
      }
      const on = unite([...children.keys()].map((key): Range => [key.codePointAt(0)!, key.codePointAt(0)!]));
      const forms = [`${jsonCharacter(subtract(everything, on))} ${any}*`];
      for (const [key, rests] of children) {
        const code = key.codePointAt(0)!;
        const spelled = unite([[code, code]]).length > 0; // half of a surrogate pair is never written here
        if (spelled && depth < deepestName) forms.push(`${jsonCharacter([[code, code]])} ${off(rests, depth + 1)}`);
      }
      if (!tails.includes("")) forms.push('""');
      return choice(forms);
    };
    return names.length === 0 ? `${any}*` : off(names, 0);
  };
}

/** Keys that begin like a name for longer than this are not written. */
const deepestName = 100;
const mostInNames = 20000;
