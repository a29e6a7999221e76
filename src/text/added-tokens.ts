// Tokens that a Hugging Face folder adds to a vocabulary: `added_tokens_decoder` of tokenizer_config.json and
// `added_tokens` of tokenizer.json, which write the same fields.

import { CheckpointError } from "../errors.js";
import type { SpecialToken } from "./special-tokens.js";

/** An added token: where it is found in a text, and whether it is text at all. */
export interface AddedToken extends SpecialToken {
  /** Left out of decoded text. */
  readonly special: boolean;
  /** Looked for after normalisation instead of before. */
  readonly normalized: boolean;
}

/** No checkpoint adds more; ids reserve room in tables, so they are bounded. */
const largestAddedId = 2 ** 20;

/** The tokens of tokenizer_config.json's `added_tokens_decoder`, by id. Throws CheckpointError for malformed ones. */
export function addedTokensOf(tokenizerConfig: Readonly<Record<string, unknown>>, file: string): readonly AddedToken[] {
  const decoder = tokenizerConfig.added_tokens_decoder;
  if (typeof decoder !== "object" || decoder === null) return [];
  return Object.entries(decoder)
    .map(([id, fields]) => parseAddedToken(Number(id), fields, "added_tokens_decoder", file))
    .sort((a, b) => a.id - b.id);
}

/** One added token out of JSON. `where` names the field for messages. */
export function parseAddedToken(id: unknown, fields: unknown, where: string, file: string): AddedToken {
  if (typeof id !== "number" || !Number.isInteger(id) || id < 0 || id > largestAddedId) {
    throw new CheckpointError(
      file,
      `${where} has a token of id ${JSON.stringify(id)}; 0 to ${largestAddedId} is expected`,
    );
  }
  const token = (typeof fields === "object" && fields !== null ? fields : {}) as Readonly<Record<string, unknown>>;
  if (typeof token.content !== "string" || token.content === "") {
    throw new CheckpointError(file, `token ${id} of ${where} has no "content"; a string that is not empty is expected`);
  }
  return {
    id,
    content: token.content,
    onRequest: token.special === true,
    special: token.special === true,
    normalized: token.normalized === true,
    lstrip: token.lstrip === true,
    rstrip: token.rstrip === true,
    singleWord: token.single_word === true,
  };
}

/** The spelling of a token that a config gives as a string or as an object with `content`; undefined for neither. */
export function tokenContent(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const content = (value as { content?: unknown } | null | undefined)?.content;
  return typeof content === "string" ? content : undefined;
}
