// Errors that a client is told about, in the words they were thrown with. Anything else is an internal error.

/** A request that cannot be answered as it is. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The worker cannot answer now, or is not set up so that it could. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}
