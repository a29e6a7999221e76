// What every host is asked to do, whatever carries the questions there: the same few steps on the same library. They are
// timed by who asks (main.ts): workerd's clock may stand still while a program computes, and so one clock serves all.
//
//   ready    {}                                   answers once the library is imported
//   load     { source, threads, contextLength }   a model, and a session with its cache
//   check    {}                                   -> what the library says of itself, and a checksum of logits
//   prefill  { count, times }                     reads so many tokens in an empty session, and that several times
//   decode   { count, times }                     the same, one at a time

/** Token ids that every model has, in a fixed order that looks random: what they are makes no difference to the speed. */
function tokens(count) {
  return Array.from({ length: count }, (_, at) => ((at + 1) * 7919) % 256);
}

/** FNV-1a over the bits of floats. */
function checksum(floats) {
  let hash = 0x811c9dc5;
  for (const bits of new Uint32Array(floats.slice().buffer)) hash = Math.imul(hash ^ bits, 0x01000193);
  return hash >>> 0;
}

/** @param {(source: unknown, options: object) => Promise<object>} loadModel lanky's, or one that opens the source first */
export function createEngine(loadModel) {
  let model;
  let session;
  const operations = {
    async ready() {},
    async load({ source, threads, contextLength }) {
      model = await loadModel(source, { threads: threads === 1 ? 0 : threads, contextLength });
      session = await model.createSession();
    },
    async check() {
      await session.reset();
      const logits = checksum(await session.evaluate(tokens(8)));
      return { build: model.build, threads: Math.max(1, model.threads), bytes: model.bytes, logits };
    },
    async prefill({ count, times }) {
      for (let i = 0; i < times; i++) {
        await session.reset();
        await session.evaluate(tokens(count));
      }
    },
    async decode({ count, times }) {
      for (let i = 0; i < times; i++) {
        await session.reset();
        for (const id of tokens(count)) await session.evaluate([id]);
      }
    },
  };
  return async (op, args) => (await operations[op](args)) ?? {};
}
