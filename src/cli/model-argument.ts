// What the argument of a command is: a model, or a text that was meant for another place. A guess by its looks, made only
// where no file or folder of that name decides it.

import { existsSync, readdirSync, statSync } from "node:fs";
import { CheckpointError } from "../node.js";
import { UsageError } from "./failure.js";

/** True for a name that only a model has: an address, a path without spaces, or what ends like a checkpoint. */
function namedLikeModel(text: string): boolean {
  return /^https?:/.test(text) || /\.(gguf|bin)$/i.test(text) || (/[/\\]/.test(text) && !/\s/.test(text));
}

/**
 * Whether the only argument of `run` is a model; otherwise it is a prompt for the embedded one.
 * @throws CheckpointError where it is named like a model, but there is none
 */
export function isModel(text: string): boolean {
  if (!existsSync(text)) {
    if (!namedLikeModel(text)) return false;
    if (/^https?:/.test(text)) return true;
    throw new CheckpointError(
      text,
      "does not exist; check the path (a prompt that looks like one goes through a pipe)",
    );
  }
  if (namedLikeModel(text)) return true;
  return (
    statSync(text).isDirectory() && readdirSync(text).some((name) => name === "config.json" || name.endsWith(".gguf"))
  );
}

/**
 * Refuses a text in the place of MODEL, for commands that take their text as an option.
 * @throws UsageError for an argument that is neither there nor named like a model
 */
export function refuseText(argument: string | undefined, command: string): void {
  if (argument === undefined || existsSync(argument) || namedLikeModel(argument)) return;
  const text = JSON.stringify(argument);
  throw new UsageError(`${argument}: there is no such model; a text is given as lanky ${command} --text ${text}`);
}
