// --schema and --grammar: files that a command's text has to obey.

import type { Command } from "commander";
import { CheckpointError, checkGrammar, type GenerateOptions, type JsonSchema, schemaToGrammar } from "../node.js";
import { UsageError } from "./failure.js";
import { readBytes } from "./files.js";

export interface ConstraintFlags {
  readonly schema?: string;
  readonly grammar?: string;
}

/** What `generate` takes of it. */
export type ConstraintOptions = Pick<GenerateOptions, "schema" | "grammar">;

export function addConstraintOptions(command: Command): Command {
  return command
    .option("--schema <file>", "write JSON that is valid under the JSON Schema in this file")
    .option("--grammar <file>", "write what the grammar in this file (GBNF) derives");
}

/**
 * Reads the file that was named, if one was, and checks it at once: a model takes longer to load than a mistake to find.
 * (Whether the vocabulary can spell what it asks for is seen when the model is there.)
 */
export async function readConstraint(flags: ConstraintFlags): Promise<ConstraintOptions> {
  const { schema, grammar } = flags;
  if (schema !== undefined && grammar !== undefined) throw new UsageError("--schema and --grammar exclude each other");
  if (grammar !== undefined) {
    const text = new TextDecoder().decode(await readBytes(grammar));
    await namingConstraint(flags, () => checkGrammar(text));
    return { grammar: text };
  }
  if (schema === undefined) return {};
  const text = new TextDecoder().decode(await readBytes(schema));
  let read: JsonSchema;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new CheckpointError(schema, `is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  await namingConstraint(flags, () => schemaToGrammar(read));
  return { schema: read };
}

/** Does what uses a schema or grammar, to the end; where it objects to that, the file is named. */
export async function namingConstraint<T>(
  { schema, grammar }: ConstraintFlags,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const file = schema ?? grammar;
    const ofConstraint = error instanceof Error && /^(schema|grammar|the grammar)\b/.test(error.message);
    if (file === undefined || !ofConstraint) throw error;
    throw new CheckpointError(file, error.message, { cause: error });
  }
}
