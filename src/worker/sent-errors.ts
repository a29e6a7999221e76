// Errors on their way between threads. Structured clone keeps the standard classes, but neither a CheckpointError nor the
// fields of any; here they arrive as what they were thrown as.

import { CheckpointError } from "../errors.js";

export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a CheckpointError. */
  readonly file?: string;
  readonly problem?: string;
  readonly cause?: SentError;
}

const standard: Readonly<Record<string, new (message: string, options?: ErrorOptions) => Error>> = {
  TypeError,
  RangeError,
  SyntaxError,
  ReferenceError,
};

export function sendError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), stack: undefined };
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    stack,
    ...(error instanceof CheckpointError ? { file: error.file, problem: error.problem } : {}),
    ...(cause instanceof Error ? { cause: sendError(cause) } : {}),
  };
}

export function receiveError(sent: SentError): Error {
  const { name, message, stack, file, problem } = sent;
  const options = sent.cause ? { cause: receiveError(sent.cause) } : {};
  const error =
    file !== undefined && problem !== undefined
      ? new CheckpointError(file, problem, options)
      : new (standard[name] ?? Error)(message, options);
  // The place where it was thrown says more than the place where it arrived.
  if (stack !== undefined) Object.defineProperty(error, "stack", { value: stack, configurable: true, writable: true });
  if (error.name !== name) Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
  return error;
}
