// An answer that takes long: its body begins when there is something to say, or after a fifth of a second of silence with a sign
// of life, and its client is noticed to have gone. Nothing but writing tells the platform that.
//
// What is wrong is an answer with its own status, or the end of the body where that has begun.

import { describe } from "./answers.js";
import type { Life } from "./environment.js";

/** Milliseconds between two signs of life. */
const heartbeat = 200;
/**
 * Writes in a row of which the platform has taken none: there is nobody to take them, or somebody who stopped reading. Tokens come
 * fast, signs of life do not.
 */
const unheard = 64;
const weightOfSign = 8;

export interface SlowAnswer {
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal;
  /** Sends status and headers, if that has not been done. */
  begin(): void;
  /** Adds to the body, and begins it; signs of life end. */
  write(text: string): void;
}

export interface Form {
  readonly type: string;
  /** What may stand in the body, before the first `write`, without a meaning. */
  readonly sign: string;
  /** The end of a body that cannot go on. */
  readonly problem: (message: string) => string;
}

/**
 * The response that `work` writes; it is given to the platform as work that goes on when the client has gone.
 * @throws what `work` throws before the answer has begun
 */
export function answerSlowly(
  request: Request,
  life: Life,
  form: Form,
  work: (answer: SlowAnswer) => Promise<void>,
): Promise<Response> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  if (request.signal.aborted) leave();
  request.signal.addEventListener("abort", leave, { once: true });
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const body = openBody(
    leave,
    form.problem("nothing was read of this answer for too long, so it ends here; ask again"),
  );
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    resolve(new Response(body.readable, { headers: { "content-type": form.type, "cache-control": "no-store" } }));
  };
  const beat = setInterval(() => {
    begin();
    body.write(form.sign, weightOfSign);
  }, heartbeat);
  const write = (text: string) => {
    clearInterval(beat);
    begin();
    body.write(text);
  };
  const working = async () => {
    try {
      await work({ signal: gone.signal, begin, write });
    } catch (error) {
      if (gone.signal.aborted) return begin(); // nobody hears of it
      if (!begun) return reject(error);
      write(form.problem(describe(error).message));
    } finally {
      clearInterval(beat);
      body.end();
    }
  };
  life.waitUntil(working());
  return promise;
}

/**
 * A body that is written as it comes. A client that reads slowly holds nobody up: what it has not read waits here, and is no longer
 * than a context. `onGone` hears that it has gone. One that only did not read finds `unread` at the end, should it read again.
 */
function openBody(onGone: () => void, unread: string) {
  const encoder = new TextEncoder();
  let open = true;
  let waiting = 0;
  let untaken = 0;
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const readable = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel: leave,
  });
  function leave() {
    open = false;
    onGone();
  }
  return {
    readable,
    write(text: string, weight = 1) {
      if (!open) return;
      controller.enqueue(encoder.encode(text));
      // The platform takes what comes, and cancels the body of a client that has gone. But if that happens before the answer has
      // begun, or while it writes, it only takes no more.
      const before = waiting;
      waiting = 1 - controller.desiredSize!;
      untaken = waiting > before ? untaken + weight : 0;
      if (untaken < unheard) return;
      controller.enqueue(encoder.encode(unread));
      controller.close();
      leave();
    },
    end() {
      if (open) controller.close();
      open = false;
    },
  };
}
