// What every engine's process answers, over the channel that child_process.fork opens: { id, op, ...arguments } in,
// { id, result } or { id, error } out. An engine gives prepare, load, reset, prefill, decode and about; this file times
// them, alike for all.
//
//   prepare { threads }                       before anything is timed: what the engine needs besides the model; -> the
//                                             memory that the process has by then
//   load    { path, threads, contextLength }  -> { seconds, first }: from the call to where a token can be evaluated, and
//                                                 to where one has been
//   test    { kind, count, depth }            -> { seconds }: of prefill or decode of `count` tokens in an empty session,
//                                                 or, with `depth`, of decode in one that is first filled up to so many
//   about   {}                                -> what the engine says of itself, and the process's memory

/** Token ids that every model has, in a fixed order that looks random: what they are makes no difference to the speed. */
export function tokens(count) {
  return Array.from({ length: count }, (_, at) => ((at + 1) * 7919) % 256);
}

/** Answers requests until the channel closes, and then ends the process. */
export function serve(engine) {
  let length = 0; // tokens in the session
  const operations = {
    async prepare(request) {
      const said = await engine.prepare(request);
      return { rss: process.memoryUsage().rss, ...said };
    },
    async load(request) {
      const start = performance.now();
      await engine.load(request);
      const ready = performance.now();
      await engine.decode(1);
      length = 1;
      return { seconds: (ready - start) / 1000, first: (performance.now() - start) / 1000 };
    },
    async test({ kind, count, depth }) {
      if (depth === undefined || depth < length) {
        await engine.reset();
        length = 0;
      }
      if (depth > length) await engine.prefill(depth - length);
      length = Math.max(length, depth ?? 0) + count;
      const start = performance.now();
      const own = await engine[kind](count);
      return { seconds: own?.seconds ?? (performance.now() - start) / 1000 };
    },
    async about() {
      return { rss: process.memoryUsage().rss, ...(await engine.about()) };
    },
  };
  process.on("message", async ({ id, op, ...request }) => {
    let answer;
    try {
      answer = { result: (await operations[op](request)) ?? {} };
    } catch (error) {
      answer = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    if (process.connected) process.send({ id, ...answer }); // else main.ts was ended, and so is this process
  });
  process.on("disconnect", async () => {
    await engine.close?.();
    process.exit(0);
  });
}
