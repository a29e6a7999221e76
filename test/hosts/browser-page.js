// What tests do inside a page: plain JavaScript that the page imports as it is.

import { runCheck } from "/golden-check.js";
import { cachedModel, cachedModels, deleteCachedModel } from "/lanky/dist/cache.js";
import { apiAnswerGrammar, CheckpointError, loadModel, parseApiCall } from "/lanky/dist/worker.js";

const alarm = [{ role: "user", content: "Wake me up at quarter past six in the evening" }];
/** Options of a text that goes on until it is stopped. */
function endless({ tokenizer }) {
  const logitBias = Object.fromEntries(tokenizer.eosIds.map((id) => [id, Number.NEGATIVE_INFINITY]));
  return { temperature: 1.5, seed: 1, logitBias };
}

/** What can be told of an error in JSON. */
async function failure(work) {
  try {
    await work();
    return undefined;
  } catch (error) {
    const kind =
      [CheckpointError, RangeError, TypeError].find((type) => error instanceof type)?.name ?? error.constructor.name;
    return { kind, message: error.message, file: error.file };
  }
}

const functions = {
  /** The answers to a check for each way to give the file. */
  async golden(check, url, { threads, sources = ["url"] }) {
    const answers = {};
    for (const kind of sources) {
      const warnings = [];
      const model = await loadModel(await sourceOf(kind, url), { threads, onWarning: (text) => warnings.push(text) });
      const answer = await runCheck(model, check);
      answers[kind] = { answer, threads: model.threads, warnings, bytes: model.bytes, total: model.memory.total };
      await model.dispose();
    }
    return answers;
  },

  /** The embedded model with what a program looks at, turn by turn. */
  async conversation() {
    const model = await loadModel();
    const session = model.createSession();
    const generation = session.chat(alarm);
    const pieces = [];
    const fields = [];
    for await (const piece of generation) {
      pieces.push(piece);
      fields.push(generation.finishReason);
    }
    const call = parseApiCall(generation.text);
    const turns = [
      ...alarm,
      { role: "assistant", content: generation.text },
      { role: "user", content: "rather half past" },
    ];
    const second = session.chat(turns, { grammar: apiAnswerGrammar() });
    const text = await second.complete();
    const ids = await model.tokenizer.encode("set an alarm");
    const before = session.length;
    const logits = await session.evaluate([5]);
    const result = {
      call,
      text: pieces.map((piece) => piece.text).join(""),
      whole: generation.text,
      ids: generation.ids.length,
      promptIds: generation.promptIds.length,
      finishReason: generation.finishReason,
      fields: [...new Set(fields.slice(0, -1))],
      timings: generation.timings,
      second: parseApiCall(text),
      secondPrompt: second.timings.promptN,
      secondWhole: second.promptIds.length,
      decoded: await model.tokenizer.decode(ids),
      piece: await model.tokenizer.piece(ids[0]),
      special: await model.tokenizer.isSpecial(ids[0]),
      rendered: await model.chatTemplate.render(alarm),
      grown: session.length - before,
      held: session.ids.length === session.length,
      logits: [logits instanceof Float32Array, logits.length === model.config.vocab_size],
      model: [model.name.split("/").pop(), model.contextLength, model.kv, model.build, model.hasTokenizer],
      bytes: [model.bytes === model.memory.total, model.bytesPerToken > 1e6],
    };
    await session.reset();
    result.afterReset = session.length;
    session.dispose();
    await model.dispose();
    await model.dispose();
    result.bytes.push(model.bytes);
    return result;
  },

  /** Each error that a program may want to tell from others. */
  async errors(damaged, other) {
    const model = await loadModel(undefined, { contextLength: 64 });
    const session = model.createSession();
    const gone = model.createSession();
    gone.dispose();
    const running = session.chat(alarm)[Symbol.asyncIterator]();
    await running.next();
    const busy = await failure(() => session.chat(alarm).complete());
    await running.return();
    const result = {
      busy,
      damaged: await failure(() => loadModel(damaged)),
      missing: await failure(() => loadModel(`${damaged}.not`)),
      unreachable: await failure(() => loadModel("http://127.0.0.1:9/model.gguf")),
      text: await failure(() => loadModel(new Blob(["no model at all"]))),
      refused: await failure(async () => loadModel(await fetch(`${damaged}.not`))),
      aborted: await failure(() => loadModel(other, { signal: AbortSignal.abort(new RangeError("mine")) })),
      context: await failure(() => loadModel(undefined, { contextLength: 1e9 })),
      folder: await failure(() => loadModel({ name: "folder", open: async () => undefined })),
      number: await failure(() => loadModel(7)),
      progress: await failure(() => loadModel(other, { onProgress: 7 })),
      clone: await failure(() => loadModel(undefined, { weights: () => {} })),
      temperature: await failure(() => session.chat(alarm, { temperature: -1 }).complete()),
      signal: await failure(() => session.chat(alarm, { signal: 7 })),
      long: await failure(() => session.generate("word ".repeat(100)).complete()),
      few: await failure(() => model.score([1])),
      disposedSession: await failure(() => gone.generate("a").complete()),
      source: await failure(() =>
        loadModel({
          async read() {
            throw new RangeError("the disk is gone");
          },
        }),
      ),
    };
    const score = failure(() => model.score("one two three"));
    await model.dispose();
    result.disposed = await score;
    result.after = await failure(() => model.score("one two"));
    result.create = await failure(() => model.createSession());
    return result;
  },

  /** Generations that are stopped in each way, and what the session does next. */
  async stops() {
    const model = await loadModel();
    const session = model.createSession();
    const controller = new AbortController();
    const bySignal = session.generate("turn on", { ...endless(model), signal: controller.signal });
    let stopped = 0;
    let late = 0;
    for await (const { index } of bySignal) {
      if (stopped) late++;
      if (index === 5) {
        stopped = performance.now();
        controller.abort();
      }
    }
    const waited = performance.now() - stopped;
    await session.reset();
    const left = session.generate("turn on", endless(model));
    for await (const { index } of left) if (index === 3) break;
    await session.reset();
    const before = session.generate("turn on", { signal: AbortSignal.abort() });
    await before.complete();
    const scoring = new AbortController();
    const long = await failure(() => {
      const work = model.score(
        Array.from({ length: 500 }, (_, i) => 5 + (i % 50)),
        { signal: scoring.signal },
      );
      scoring.abort(new TypeError("enough"));
      return work;
    });
    const answer = parseApiCall(await session.chat(alarm).complete());
    await model.dispose();
    return {
      bySignal: [bySignal.finishReason, bySignal.ids.length, late, waited],
      left: [left.finishReason, left.ids.length],
      before: [before.finishReason, before.ids.length],
      long,
      api: answer.api,
    };
  },

  /** How long the page's own event loop stands still at worst while text is made in every turn, in milliseconds. */
  async stall(url, threads) {
    const model = await loadModel(url, { threads });
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 0);
    const tasks = [];
    const observer = globalThis.PerformanceObserver?.supportedEntryTypes.includes("longtask")
      ? new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
      : undefined;
    observer?.observe({ type: "longtask" });
    const generation = model.generate("turn on", endless(model));
    const ids = Array.from({ length: model.contextLength }, (_, i) => 5 + (i % 50));
    const scored = await model.score(ids);
    for await (const _ of generation);
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer?.disconnect();
    clearInterval(timer);
    await model.dispose();
    return {
      longest,
      longTasks: tasks.length,
      observed: observer !== undefined,
      scored: scored.ids.length,
      made: generation.ids.length,
    };
  },

  /** A worker that dies during a generation, killed as a page can do it: from within. */
  async death() {
    const Original = globalThis.Worker;
    let worker;
    globalThis.Worker = class extends Original {
      constructor(...args) {
        super(...args);
        worker = this;
      }
    };
    const model = await loadModel();
    globalThis.Worker = Original;
    const generation = model.generate("turn on", endless(model));
    const iterator = generation[Symbol.asyncIterator]();
    await iterator.next();
    const pending = failure(async () => {
      while (!(await iterator.next()).done);
    });
    worker.terminate(); // behind the model's back: no event tells of it
    const during = await pending;
    return { during, after: await failure(() => model.score("one two")), bytes: model.bytes };
  },

  isolated: () => crossOriginIsolated,

  /** A file through the cache, and what was heard meanwhile. */
  async cached(url, { sha256, abortAfter } = {}) {
    const warnings = [];
    const progress = [];
    const controller = new AbortController();
    let file;
    const error = await failure(async () => {
      file = await cachedModel(url, {
        sha256,
        signal: controller.signal,
        onWarning: (text) => warnings.push(text),
        onProgress: ({ phase, loaded, total }) => {
          progress.push([phase, loaded, total]);
          if (abortAfter !== undefined && loaded >= abortAfter) controller.abort(new RangeError("stopped by the user"));
        },
      });
    });
    const digest = file && (await sha256Of(file));
    const phases = [...new Set(progress.map(([phase]) => phase))];
    return { error, warnings, phases, last: progress.at(-1), name: file?.name, size: file?.size, digest };
  },

  async list() {
    return cachedModels();
  },

  async remove(url) {
    let removed;
    const error = await failure(async () => {
      removed = await deleteCachedModel(url);
    });
    return error ?? removed;
  },

  /** Changes a byte of the only whole file in the cache, or cuts it. */
  async damage(how) {
    const store = await (await navigator.storage.getDirectory()).getDirectoryHandle("lanky-models");
    for await (const folder of store.values()) {
      for await (const [name, handle] of folder.entries()) {
        if (name === "entry.json" || name === "model.part") continue;
        const stream = await handle.createWritable({ keepExistingData: true });
        if (how === "cut") await stream.truncate((await handle.getFile()).size - 100);
        else await stream.write({ type: "write", position: 5000, data: new Uint8Array([1, 2, 3, 4]) });
        await stream.close();
        return name;
      }
    }
    return undefined;
  },

  /** Opens what has come of the only file in the cache, as a worker that is ending does, for some milliseconds more. */
  async holdPart(milliseconds) {
    const program = [
      "const store = await (await navigator.storage.getDirectory()).getDirectoryHandle('lanky-models');",
      "for await (const folder of store.values()) {",
      "  const file = await (await folder.getFileHandle('model.part')).createSyncAccessHandle();",
      `  setTimeout(() => file.close(), ${milliseconds});`,
      "}",
      "postMessage('held');",
    ];
    const address = URL.createObjectURL(new Blob([program.join("\n")], { type: "text/javascript" }));
    await new Promise((resolve, reject) => {
      const worker = new Worker(address, { type: "module" });
      worker.onmessage = resolve;
      worker.onerror = reject;
    });
  },

  /** A cached file as a model's source. */
  async answerFromCache(url) {
    const model = await loadModel(await cachedModel(url));
    const text = await model.createSession().chat(alarm).complete();
    await model.dispose();
    return { api: parseApiCall(text).api, name: model.name };
  },

  /** A file through the cache of a browser whose storage is another: `change` is a program that its worker begins with. */
  async cachedWhere(change, url) {
    const OriginalWorker = globalThis.Worker;
    globalThis.Worker = class extends OriginalWorker {
      constructor(address, options) {
        const program = [
          "const early = [];",
          "const keep = (event) => early.push(event);",
          "addEventListener('message', keep);",
          `${change};`,
          `await import(${JSON.stringify(String(address))});`,
          "removeEventListener('message', keep);",
          "for (const { data } of early) dispatchEvent(new MessageEvent('message', { data }));",
        ];
        super(URL.createObjectURL(new Blob(program, { type: "text/javascript" })), options);
      }
    };
    try {
      return await functions.cached(url);
    } finally {
      globalThis.Worker = OriginalWorker;
    }
  },
};

async function sourceOf(kind, url) {
  if (kind === "embedded") return undefined;
  if (kind === "url") return url;
  const response = await fetch(url);
  if (kind === "response") return response;
  if (kind === "stream") return response.body;
  const blob = await response.blob();
  if (kind === "blob") return blob;
  if (kind === "file") return new File([blob], "mine.gguf");
  if (kind === "chunks")
    return (async function* () {
      for (let at = 0; at < blob.size; at += 300_000)
        yield new Uint8Array(await blob.slice(at, at + 300_000).arrayBuffer());
    })();
  return {
    name: "reads",
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}

async function sha256Of(file) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Calls a function by its name; the outcome as JSON. */
export async function run(name, args) {
  try {
    return JSON.stringify({ result: (await functions[name](...args)) ?? null });
  } catch (error) {
    return JSON.stringify({ result: null, error: `${error.name}: ${error.message}\n${error.stack}` });
  }
}
