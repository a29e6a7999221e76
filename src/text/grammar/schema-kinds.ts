// What values a JSON Schema is about, as far as that can be told at a glance: the types it allows, the values it lists, and
// whether two schemas have no value in common, which `oneOf` needs to know.

export type Schema = Readonly<Record<string, unknown>>;

export const typeNames = ["object", "array", "string", "integer", "number", "boolean", "null"] as const;
export type TypeName = (typeof typeNames)[number];

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keywords that speak of one type: where `type` is left out, they say what is meant. */
const telling: Readonly<Record<string, TypeName>> = {
  properties: "object",
  required: "object",
  additionalProperties: "object",
  items: "array",
  prefixItems: "array",
  minItems: "array",
  maxItems: "array",
  minLength: "string",
  maxLength: "string",
  pattern: "string",
  format: "string",
  minimum: "number",
  maximum: "number",
  exclusiveMinimum: "number",
  exclusiveMaximum: "number",
};

/** The types of `type`; else those that its keywords speak of; undefined for any. */
export function typesOf(schema: Schema): readonly TypeName[] | undefined {
  if (schema.type !== undefined) return [schema.type].flat() as TypeName[];
  const told = Object.keys(schema).flatMap((keyword) => (Object.hasOwn(telling, keyword) ? [telling[keyword]!] : []));
  return told.length > 0 ? [...new Set(told)] : undefined;
}

/** The values that `const` or `enum` lists and `type` allows; undefined where neither is there. */
export function listedValues(schema: Schema): readonly unknown[] | undefined {
  const listed = "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : undefined;
  const types = schema.type === undefined ? undefined : typesOf(schema);
  return listed?.filter((value) => types === undefined || types.some((type) => isOfType(value, type)));
}

function isOfType(value: unknown, type: TypeName): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  return type === "object" ? isSchema(value) : typeof value === type;
}

/** Longer lists are not looked through: every pair of alternatives is compared. */
const mostCompared = 100;
/** Comparisons that one document may cost, those of properties included. */
const mostComparisons = 100_000;
/** Properties within properties that may tell alternatives apart. */
const deepestProperty = 2;

/**
 * A test whether no value that a grammar makes of one schema is valid under the other: true for different types, different
 * listed values, or objects that both require a property for which that is so. Types are those of `type` and of listed
 * values: { minLength: 1 } is about strings, but 5 is valid under it. False does not mean that there is a common value.
 *
 * `resolve` follows $ref. The test throws what `exhausted` throws after too many comparisons.
 */
export function createDisjointness(
  resolve: (schema: unknown) => unknown,
  exhausted: () => never,
): (a: unknown, b: unknown) => boolean {
  let comparisons = 0;
  const resolved = new Map<unknown, unknown>();
  const facts = new Map<Schema, Facts>();
  /** Depth -> schema -> schema -> what was found. */
  const found = Array.from({ length: deepestProperty + 1 }, () => new Map<Schema, Map<Schema, boolean>>());

  const target = (schema: unknown): unknown => {
    if (!resolved.has(schema)) resolved.set(schema, resolve(schema));
    return resolved.get(schema);
  };
  const factsOf = (schema: Schema): Facts => {
    let known = facts.get(schema);
    if (known === undefined) {
      known = lookInto(schema);
      facts.set(schema, known);
    }
    return known;
  };

  const areDisjoint = (a: unknown, b: unknown, depth: number): boolean => {
    const [first, second] = [target(a), target(b)];
    if (!isSchema(first) || !isSchema(second) || depth > deepestProperty) return false;
    const before = found[depth]!.get(first) ?? new Map<Schema, boolean>();
    found[depth]!.set(first, before);
    let disjoint = before.get(second);
    if (disjoint === undefined) {
      if (++comparisons > mostComparisons) exhausted();
      disjoint = compare(first, second, depth);
      before.set(second, disjoint);
    }
    return disjoint;
  };

  const compare = (first: Schema, second: Schema, depth: number): boolean => {
    const [one, other] = [factsOf(first), factsOf(second)];
    if ((one.texts?.size ?? 0) + (other.texts?.size ?? 0) > mostCompared) return false;
    if (one.texts && other.texts) return ![...other.texts].some((text) => one.texts!.has(text));
    if (one.kinds && other.kinds && ![...one.kinds].some((kind) => other.kinds!.has(kind))) return true;
    if (!one.required || !other.required || one.required.size + other.required.size > mostCompared) return false;
    return [...one.required].some(
      (name) => other.required!.has(name) && areDisjoint(propertyOf(first, name), propertyOf(second, name), depth + 1),
    );
  };

  return (a, b) => areDisjoint(a, b, 0);
}

/** What is compared of a schema. */
interface Facts {
  /** The values it lists, as texts. */
  readonly texts: ReadonlySet<string> | undefined;
  /** Types that `type` or the listed values name, with integers among the numbers; undefined for any. */
  readonly kinds: ReadonlySet<TypeName> | undefined;
  /** What its objects must have; undefined if what a grammar makes of it is not always an object, or one of a list. */
  readonly required: ReadonlySet<string> | undefined;
}

function lookInto(schema: Schema): Facts {
  const values = listedValues(schema);
  const kinds = values
    ? values.flatMap((value) => typeNames.filter((type) => isOfType(value, type)))
    : schema.type === undefined
      ? undefined
      : typesOf(schema);
  const ofObjects = values === undefined && typesOf(schema)?.join() === "object";
  return {
    texts: values && new Set(values.map(canonicalText)),
    kinds: kinds && new Set(kinds.map((type) => (type === "integer" ? "number" : type))),
    required: ofObjects && Array.isArray(schema.required) ? new Set(schema.required) : undefined,
  };
}

/** One text for values that are equal: the order of an object's properties does not tell them apart. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    isSchema(held) ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1))) : held,
  );
}

function propertyOf({ properties }: Schema, name: string): unknown {
  return isSchema(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
