// How a command ends: exit code 0, 1 with one line on stderr, 2 for wrong usage, 130 after Ctrl-C.

/** The command was called wrongly. Commands throw it, main prints it and exits with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const exitCodes = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/**
 * What stderr says about an error: one line, and the stack below it where `debug` is set (LANKY_DEBUG=1).
 * Errors that the library throws on purpose are plain sentences; anything else is a mistake of ours and says so.
 */
export function describeError(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return `lanky: ${oneLine(String(error))}\n`;
  const meant = ["CheckpointError", "RangeError", "TypeError", "UsageError", "Error"].includes(error.name);
  const hint = meant || debug ? "" : ` (${error.name}; LANKY_DEBUG=1 shows where)`;
  const causes = debug && error.cause !== undefined ? `caused by ${stackOf(error.cause)}\n` : "";
  return `lanky: ${oneLine(error.message)}${hint}\n${debug ? `${stackOf(error)}\n${causes}` : ""}`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, "; ");
}
