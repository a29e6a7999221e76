// Calls of an assistant's functions, as the embedded model answers a user's turn: one line of compact JSON, a line feed,
// one line of reply.
//
//   {"api":"set_alarm","arguments":{"time":"07:30"}}
//   Sure! Your alarm is set to 7:30 AM.
//
// The table of the functions is data. The types of a call, the check of one, the JSON Schema and the grammar of a whole answer
// are all made from it.

import { type JsonSchema, schemaToGrammar } from "./text/grammar/json-schema.js";

const days = [
  "today",
  "tonight",
  "tomorrow",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
const states = ["on", "off"] as const;

/**
 * The kinds of arguments: a JSON Schema, and what it means in words. None is without end, so that a call held to its schema
 * comes to an end even if the model repeats itself for ever; `maxLength` is for that alone, `parseApiCall` takes any length.
 */
export const argumentKinds = {
  name: { schema: { type: "string", minLength: 1, maxLength: 80 }, meaning: "some text" },
  text: { schema: { type: "string", minLength: 1, maxLength: 200 }, meaning: "some text" },
  time: {
    schema: { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
    meaning: "a time from 00:00 to 23:59",
  },
  day: { schema: { enum: days }, meaning: days.join(", ") },
  duration: {
    schema: {
      type: "string",
      pattern: "^([1-9][0-9]{0,2}h([1-9][0-9]?m)?([1-9][0-9]?s)?|[1-9][0-9]{0,3}m([1-9][0-9]?s)?|[1-9][0-9]{0,3}s)$",
    },
    meaning: "a length of time such as 45s, 10m or 1h30m",
  },
  percent: { schema: { type: "integer", minimum: 0, maximum: 100 }, meaning: "a whole number from 0 to 100" },
  number: { schema: { type: "number" }, meaning: "a number" },
  state: { schema: { enum: states }, meaning: "on or off" },
} as const;

export type ArgumentKind = keyof typeof argumentKinds;

/** What values of each kind are in TypeScript. */
interface ArgumentValues {
  readonly name: string;
  readonly text: string;
  readonly time: string;
  readonly day: (typeof days)[number];
  readonly duration: string;
  readonly percent: number;
  readonly number: number;
  readonly state: (typeof states)[number];
}

const required = <K extends ArgumentKind>(kind: K) => ({ kind, optional: false }) as const;
const optional = <K extends ArgumentKind>(kind: K) => ({ kind, optional: true }) as const;

/**
 * Every function that a call may name, with its arguments in the order in which the model writes them. `none` is the call
 * of small talk and of what no function does; the reply says so.
 */
export const apiFunctions = {
  set_alarm: { time: required("time"), day: optional("day") },
  cancel_alarm: { time: optional("time") },
  set_timer: { duration: required("duration") },
  create_reminder: { text: required("text"), day: optional("day"), time: optional("time") },
  add_event: { title: required("text"), day: optional("day"), time: optional("time") },
  call: { contact: required("name") },
  send_message: { contact: required("name"), text: required("text") },
  play_music: { query: required("text") },
  pause_music: {},
  next_track: {},
  set_volume: { level: required("percent") },
  get_weather: { place: optional("text"), day: optional("day") },
  set_light: { room: optional("name"), state: required("state") },
  set_thermostat: { degrees: required("number") },
  navigate: { place: required("text") },
  create_note: { text: required("text") },
  add_to_list: { item: required("text"), list: optional("name") },
  set_flashlight: { state: required("state") },
  none: {},
} as const;

type Functions = typeof apiFunctions;
export type ApiName = keyof Functions;

/** The arguments of one function. */
export type ApiArguments<Name extends ApiName> = {
  readonly [A in keyof Functions[Name] as Functions[Name][A] extends { readonly optional: false } ? A : never]: ValueOf<
    Functions[Name][A]
  >;
} & {
  readonly [A in keyof Functions[Name] as Functions[Name][A] extends { readonly optional: true } ? A : never]?: ValueOf<
    Functions[Name][A]
  >;
};

type ValueOf<Argument> = Argument extends { readonly kind: infer K extends ArgumentKind } ? ArgumentValues[K] : never;

/** A call and the reply after it. `api` tells which arguments there are. */
export type ApiCall = {
  readonly [Name in ApiName]: {
    readonly api: Name;
    readonly arguments: ApiArguments<Name>;
    readonly reply: string;
  };
}[ApiName];

/** A text that holds no call. */
export interface NoApiCall {
  readonly api: undefined;
  readonly arguments: undefined;
  /** The whole text. */
  readonly reply: string;
  /** What is wrong with the first line, or with which of its fields. */
  readonly problem: string;
}

/**
 * Reads an answer of the embedded model: the call in its first line, the reply in what follows, without white space
 * around it. Where the first line is no JSON, names no function of `apiFunctions`, or has arguments that are missing,
 * unknown or of another kind than the table says, there is no call: `api` is undefined, `problem` says why, and `reply` is
 * the text as it came, so that it can be shown as any other model's answer is. The order of the fields makes no difference.
 *
 *     const { api, arguments: given, reply } = parseApiCall(await session.chat(messages).complete());
 */
export function parseApiCall(text: string): ApiCall | NoApiCall {
  const end = text.indexOf("\n");
  const line = end < 0 ? text : text.slice(0, end);
  const none = (problem: string): NoApiCall => ({ api: undefined, arguments: undefined, reply: text, problem });
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return none("the first line is no JSON");
  }
  if (!isRecord(parsed)) return none("the first line is JSON, but no object");
  const { api, arguments: given, ...others } = parsed;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return none(`${unknown}: a call has api and arguments alone`);
  if (typeof api !== "string" || !Object.hasOwn(apiFunctions, api))
    return none(`api: ${JSON.stringify(api)}; expected ${Object.keys(apiFunctions).join(", ")}`);
  const problem = problemOf(api as ApiName, given);
  if (problem !== undefined) return none(problem);
  return { api, arguments: given, reply: end < 0 ? "" : text.slice(end + 1).trim() } as ApiCall;
}

/** What is wrong with the arguments of a call; undefined if nothing is. */
function problemOf(api: ApiName, given: unknown): string | undefined {
  if (!isRecord(given)) return `arguments: ${JSON.stringify(given)}; expected an object`;
  const table = argumentsOf(api);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(table, name)) return `arguments.${name}: ${api} has no such argument`;
  }
  for (const [name, { kind, optional }] of Object.entries(table)) {
    if (!Object.hasOwn(given, name)) {
      if (optional) continue;
      return `arguments.${name} is missing; ${api} needs it`;
    }
    const { schema, meaning } = argumentKinds[kind];
    if (!fits(schema, given[name])) return `arguments.${name}: ${JSON.stringify(given[name])}; expected ${meaning}`;
  }
  return undefined;
}

/** What is checked of the schema of an argument: all but `maxLength`, which keeps a model from writing on and on. */
interface ValueSchema {
  readonly type?: "string" | "integer" | "number";
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

function fits(schema: ValueSchema, value: unknown): boolean {
  if (schema.enum) return typeof value === "string" && schema.enum.includes(value);
  if (schema.type === "string") {
    if (typeof value !== "string" || value.length < (schema.minLength ?? 0)) return false;
    return schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value);
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (schema.type === "integer" && !Number.isInteger(value)) return false;
  return value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value);
}

function argumentsOf(api: ApiName): Readonly<Record<string, { kind: ArgumentKind; optional: boolean }>> {
  return apiFunctions[api];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON Schema (draft 2020-12) of an object with these fields in this order and no others. */
interface ObjectSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

function objectSchema(properties: Readonly<Record<string, object>>, needed: readonly string[]): ObjectSchema {
  return { type: "object", properties, required: needed, additionalProperties: false };
}

/**
 * A JSON Schema (draft 2020-12) of the first line of an answer: what `parseApiCall` takes for a call, one object for each
 * function, but with names of at most 80 characters and texts of at most 200. Fields are listed in the order in which the
 * model writes them. `generate({ schema: apiCallSchema })` makes a call without a reply.
 */
export const apiCallSchema: { readonly anyOf: readonly ObjectSchema[] } = {
  anyOf: (Object.keys(apiFunctions) as ApiName[]).map((api) => {
    const table = Object.entries(argumentsOf(api));
    const properties = table.map(([name, { kind }]) => [name, argumentKinds[kind].schema]);
    const needed = table.filter(([, argument]) => !argument.optional).map(([name]) => name);
    const given = objectSchema(Object.fromEntries(properties), needed);
    return objectSchema({ api: { const: api }, arguments: given }, ["api", "arguments"]);
  }),
};

let answerGrammar: string | undefined;

/** Longest reply, in characters. */
const longestReply = 300;

/**
 * A grammar (GBNF) of whole answers: any call of `apiCallSchema`, a line feed, one line of reply of at most 300 characters,
 * none of them a control character. With `session.chat(messages, { grammar: apiAnswerGrammar() })` every answer ends by
 * itself, whatever the model, and is one that `parseApiCall` reads, unless `maxTokens` or a full context cuts it off within
 * its first line. That is no longer than a name, a text and 50 characters: 330 tokens if the model spells it letter by
 * letter, more if it escapes letters or spells them in bytes. A longer text is cut off; leave the grammar out to get it whole.
 */
export function apiAnswerGrammar(): string {
  const schema = apiCallSchema as unknown as JsonSchema;
  answerGrammar ??= [
    `root ::= call "\\n" reply-char{1,${longestReply}}`,
    "reply-char ::= [^\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]", // nor what else ends a line
    schemaToGrammar(schema, { root: "call" }),
  ].join("\n");
  return answerGrammar;
}
