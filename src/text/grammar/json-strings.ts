// Strings of a JSON Schema as GBNF: lengths in characters, a pattern, or a format.

import { formats } from "./formats.js";
import type { Converter, Place } from "./json-schema.js";
import { patternToGbnf } from "./pattern.js";
import type { Schema } from "./schema-kinds.js";
import { repeat } from "./write-gbnf.js";

/** A string between quotes, as a rule. `schema` has at least one of the keywords of strings. */
export function convertString(schema: Schema, place: Place, converter: Converter): string {
  const { refuse, common, count, addRule } = converter;
  const keywords = ["pattern", "format", "minLength", "maxLength"].filter((keyword) => schema[keyword] !== undefined);
  const [keyword = ""] = keywords;
  const alone = () => {
    if (keywords.length > 1)
      refuse(place, keywords[1]!, `beside "${keyword}" is not supported; one pattern can say both`);
  };
  let content: string;
  if (keyword === "pattern") {
    alone();
    const { pattern } = schema;
    if (typeof pattern !== "string") return refuse(place, keyword, `is ${JSON.stringify(pattern)}; expected a string`);
    try {
      content = patternToGbnf(pattern, common("char"));
    } catch (error) {
      return refuse(place, keyword, error instanceof Error ? error.message : String(error));
    }
  } else if (keyword === "format") {
    alone();
    const format = String(schema.format);
    if (!Object.hasOwn(formats, format))
      return refuse(place, keyword, `is ${JSON.stringify(format)}; ${Object.keys(formats).join(", ")} are supported`);
    content = formats[format]!;
  } else {
    const least = count(schema, "minLength", place, 0);
    const most = count(schema, "maxLength", place, Infinity);
    if (most < least) return refuse(place, "maxLength", `is ${most}, less than minLength, ${least}`);
    content = repeat(common("char"), least, most);
  }
  return addRule(place.name, `"\\"" ${content.includes("|") ? `(${content})` : content} "\\""`, place);
}
