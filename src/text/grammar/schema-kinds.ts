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

/**
 * True if no value can satisfy both: different types, different listed values, or objects that both require a property
 * for which that is so. False does not mean that there is one.
 */
export function areDisjoint(a: unknown, b: unknown, resolve: (schema: unknown) => unknown, depth = 0): boolean {
  const [first, second] = [resolve(a), resolve(b)];
  if (!isSchema(first) || !isSchema(second) || depth > 2) return false;
  const [values, others] = [listedValues(first), listedValues(second)];
  if ((values?.length ?? 0) + (others?.length ?? 0) > mostCompared) return false;
  if (values !== undefined && others !== undefined) {
    // Objects may be equal in another order of their properties: not looked into.
    const structured = (value: unknown) => typeof value === "object" && value !== null;
    if (values.some(structured) && others.some(structured)) return false;
    const texts = new Set(values.map((value) => JSON.stringify(value)));
    return !others.some((value) => texts.has(JSON.stringify(value)));
  }
  const [types, otherTypes] = [kindsOf(first, values), kindsOf(second, others)];
  if (types === undefined || otherTypes === undefined) return false;
  if (!types.some((type) => otherTypes.includes(type))) return true;
  if (
    types.length > 1 ||
    otherTypes.length > 1 ||
    types[0] !== "object" ||
    values !== undefined ||
    others !== undefined
  )
    return false;
  const [required, alsoRequired] = [first.required, second.required];
  if (!Array.isArray(required) || !Array.isArray(alsoRequired)) return false;
  if (required.length + alsoRequired.length > mostCompared) return false;
  return required.some(
    (name: string) =>
      alsoRequired.includes(name) && areDisjoint(propertyOf(first, name), propertyOf(second, name), resolve, depth + 1),
  );
}

/** Types, with integers among the numbers. */
function kindsOf(schema: Schema, values: readonly unknown[] | undefined): readonly TypeName[] | undefined {
  const kinds = values ? values.flatMap((value) => typeNames.filter((type) => isOfType(value, type))) : typesOf(schema);
  return kinds?.map((type) => (type === "integer" ? "number" : type));
}

function propertyOf({ properties }: Schema, name: string): unknown {
  return isSchema(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
