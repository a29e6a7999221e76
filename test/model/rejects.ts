// Assertions on errors: their class, and what they tell the user.

import * as assert from "uvu/assert";

type ErrorClass = abstract new (...args: never[]) => Error;

/** @throws unless `action` throws an error of this class whose message matches */
export function throws(action: () => unknown, kind: ErrorClass, message: RegExp): void {
  let thrown: unknown;
  try {
    action();
  } catch (error) {
    thrown = error;
  }
  check(thrown, kind, message);
}

/** @throws unless `promise` rejects with an error of this class whose message matches */
export async function rejects(promise: PromiseLike<unknown>, kind: ErrorClass, message: RegExp): Promise<void> {
  let thrown: unknown;
  try {
    await promise;
  } catch (error) {
    thrown = error;
  }
  check(thrown, kind, message);
}

function check(thrown: unknown, kind: ErrorClass, message: RegExp): void {
  assert.ok(thrown !== undefined, `nothing was thrown; expected ${message}`);
  assert.instance(thrown, kind, `${thrown}`);
  assert.match((thrown as Error).message, message);
}
