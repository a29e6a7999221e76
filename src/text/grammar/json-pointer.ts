// JSON pointers (RFC 6901) as URI fragments: "#/properties/a~1b" is the schema of the property "a/b".

import { wellFormed } from "../assemble-tokenizer.js";

/** The pointer of a part. */
export function extendPointer(pointer: string, steps: readonly string[]): string {
  const escaped = steps.map((step) => encodeURI(wellFormed(step).replaceAll("~", "~0").replaceAll("/", "~1")));
  return [pointer, ...escaped].join("/");
}

/** The one spelling of a pointer, whatever of it is percent-encoded. */
export function normalisePointer(pointer: string): string {
  return encodeURI(wellFormed(decode(pointer)));
}

/** What a pointer points to; undefined where nothing is. */
export function lookUp(document: unknown, pointer: string): unknown {
  let current = document;
  for (const step of pointer.split("/").slice(1)) {
    const key = decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}

function decode(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer; // a stray percent sign
  }
}
