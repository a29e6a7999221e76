// The one error class of lanky's own. Wrong kinds of argument are TypeErrors, values out of range RangeErrors; what is
// wrong with a file or a folder is a CheckpointError, so that a program can tell "this file is bad" from "I called it badly".

/** A checkpoint, vocabulary or template that cannot be used. `message` starts with the file's name. */
export class CheckpointError extends Error {
  override readonly name = "CheckpointError";

  /**
   * @param file the file or folder at fault, as the user named it
   * @param problem what was found, what was expected, and what to do
   */
  constructor(
    readonly file: string,
    readonly problem: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${problem}`, options);
  }
}
