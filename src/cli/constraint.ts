// --schema and --grammar: files that a command's text has to obey.

import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { CheckpointError, type GenerateOptions } from "../node.js";
import { UsageError } from "./failure.js";

export interface ConstraintFlags {
  readonly schema?: string;
  readonly grammar?: string;
}

/** What `generate` takes of it. */
export type Constraint = Pick<GenerateOptions, "schema" | "grammar">;

export function addConstraintOptions(command: Command): Command {
  return command
    .option("--schema <file>", "write JSON that is valid under the JSON Schema in this file")
    .option("--grammar <file>", "write what the grammar in this file (GBNF) derives");
}

/** Reads the file that was named, if one was. */
export async function readConstraint({ schema, grammar }: ConstraintFlags): Promise<Constraint> {
  if (schema !== undefined && grammar !== undefined) throw new UsageError("--schema and --grammar exclude each other");
  if (grammar !== undefined) return { grammar: await readText(grammar) };
  if (schema === undefined) return {};
  const text = await readText(schema);
  try {
    return { schema: JSON.parse(text) };
  } catch (error) {
    throw new CheckpointError(schema, `is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** Begins a generation; where it objects to the schema or the grammar, their file is named. */
export function namingConstraint<T>({ schema, grammar }: ConstraintFlags, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const file = schema ?? grammar;
    const ofConstraint = error instanceof Error && /^(schema|grammar|the grammar)\b/.test(error.message);
    if (file === undefined || !ofConstraint) throw error;
    throw new CheckpointError(file, error.message, { cause: error });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CheckpointError(file, code === "ENOENT" ? "does not exist; check the path" : `cannot be read (${code})`);
  }
}
