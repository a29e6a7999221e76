// The file that the engine's Web Worker starts with: one model, its sessions, and the calls of the page.

import { openEmbedded, openSource as openUrl } from "../fetch-model.js";
import type { ByteSource } from "../formats/byte-reader.js";
import { openCheckpoint } from "../formats/detect.js";
import type { Generation } from "../generation.js";
import { abortable } from "../host.js";
import { Model } from "../model.js";
import type { Session } from "../session.js";
import { engineHost } from "./engine-host.js";
import { holdLifeline } from "./lifeline.js";
import type { Calls, FromEngine, GenerationEnd, GenerationEvent, Method, ToEngine, WorkerScope } from "./protocol.js";
import { sendError } from "./sent-errors.js";
import { askChunks, askReads, type SentSource } from "./sent-source.js";

const scope = globalThis as unknown as WorkerScope;

let model: Model | undefined;
/** By the page's numbers; an error where there was no memory for one. */
const sessions = new Map<number, Session | Error>();
/** Calls under way. */
const running = new Map<number, AbortController>();

interface Context<M extends Method> {
  readonly signal: AbortSignal;
  tell(event: Calls[M]["event"]): void;
  readonly transfer: Transferable[];
}

type Methods = {
  readonly [M in Method]: (
    request: Calls[M]["request"],
    context: Context<M>,
  ) => Calls[M]["reply"] | Promise<Calls[M]["reply"]>;
};

const methods: Methods = {
  async load({ source, options }, { signal, tell }) {
    const warn = (warning: string) => tell({ warning });
    const wanted = withoutSharing(options, warn);
    const checkpoint = await abortable(openSource(source, signal), signal, (late) => late.close());
    model = await Model.load(checkpoint, engineHost, {
      ...wanted,
      signal,
      onProgress: (progress) => tell({ progress }),
      onWarning: warn,
    });
    const { name, config, schedule, build, parameters, contextLength, kv, threads, memory, bytesPerToken } = model;
    const tokenizer = model.hasTokenizer ? model.tokenizer : undefined;
    return {
      ...{ name, config, schedule, build, parameters, contextLength, kv, threads, memory, bytesPerToken },
      hasChatTemplate: model.chatTemplate !== undefined,
      tokenizer: tokenizer && { vocabSize: tokenizer.vocabSize, bosId: tokenizer.bosId, eosIds: tokenizer.eosIds },
    };
  },
  createSession({ session }) {
    try {
      sessions.set(session, loaded().createSession());
    } catch (error) {
      sessions.set(session, error as Error);
    }
    return undefined;
  },
  generate({ session, prompt, options }, { signal, tell }) {
    if (session === undefined) return stream(loaded().generate(prompt, { ...options, signal }), [], tell);
    const held = sessionOf(session);
    return stream(held.generate(prompt, { ...options, signal }), held, tell);
  },
  chat({ session, messages, options }, { signal, tell }) {
    const held = sessionOf(session);
    return stream(held.chat(messages, { ...options, signal }), held, tell);
  },
  async evaluate({ session, ids }, { signal, transfer }) {
    const held = sessionOf(session);
    const logits = await held.evaluate(ids, { signal });
    transfer.push(logits.buffer);
    return { logits, held: [...held.ids] };
  },
  reset({ session }) {
    sessionOf(session).reset();
    return undefined;
  },
  disposeSession({ session }) {
    const held = sessions.get(session);
    sessions.delete(session);
    if (held && !(held instanceof Error)) held.dispose();
    return undefined;
  },
  latestTurns: ({ messages, maxTokens }) => loaded().latestTurns(messages, maxTokens),
  score: ({ input }, { signal }) => loaded().score(input, { signal }),
  encode: ({ text, options }) => loaded().tokenizer.encode(text, options),
  decode: ({ ids, options }) => loaded().tokenizer.decode(ids, options),
  piece: ({ id }) => loaded().tokenizer.piece(id),
  isSpecial: ({ id }) => loaded().tokenizer.isSpecial(id),
  render: ({ messages, options }) => loaded().chatTemplate!.render(messages, options),
};

/** Runs a generation to its end, telling of each piece. */
async function stream(
  generation: Generation,
  session: { readonly ids: readonly number[] } | readonly number[],
  tell: (event: GenerationEvent) => void,
): Promise<GenerationEnd> {
  const { promptIds, seed } = generation;
  tell({ promptIds: [...promptIds], seed, timings: generation.timings });
  for await (const piece of generation)
    tell({ piece, timings: generation.timings, finishReason: generation.finishReason });
  const held = "ids" in session ? [...session.ids] : [];
  return { finishReason: generation.finishReason!, timings: generation.timings, held };
}

function loaded(): Model {
  if (!model) throw new Error("no model is loaded");
  return model;
}

function sessionOf(number: number): Session {
  const session = sessions.get(number);
  if (session instanceof Error) throw session;
  if (!session) throw new Error("the session has been disposed of");
  return session;
}

/** The options as this page can honour them. */
function withoutSharing<T extends { readonly threads?: number | undefined }>(
  options: T,
  warn: (message: string) => void,
): T {
  if (engineHost.spawnThread || typeof options.threads !== "number" || !(options.threads > 0)) return options;
  warn(
    `lanky: threads share memory, which a page may do that is cross-origin isolated, and this one is not (headers ` +
      `Cross-Origin-Opener-Policy: same-origin, Cross-Origin-Embedder-Policy: require-corp); ` +
      `computing on one thread instead of ${options.threads}`,
  );
  return { ...options, threads: 0 };
}

async function openSource(source: SentSource, signal: AbortSignal) {
  switch (source.kind) {
    case "embedded":
      return openEmbedded(new URL("../../models/lanky-api-4m-int8.gguf", import.meta.url), signal);
    case "url":
      return openUrl(source.url, signal);
    case "blob":
      return openCheckpoint(source.blob);
    case "chunks":
      return openCheckpoint(askChunks(source.port), { name: source.name ?? "stream" });
    case "reads":
      return openCheckpoint(askReads(source.port, source.name, source.size));
    case "response":
      return openCheckpoint(responseOf(source), { name: source.name });
  }
}

/** The response again, with what of it the reader looks at. */
function responseOf({ body, status, statusText, size }: SentSource & { readonly kind: "response" }): ByteSource {
  if (body instanceof MessagePort) return askChunks(body);
  const headers = size === undefined ? {} : { "content-length": size };
  return new Response(body ?? null, { status, statusText, headers });
}

async function answer<M extends Method>(call: number, method: M, request: Calls[M]["request"]): Promise<void> {
  const controller = new AbortController();
  running.set(call, controller);
  const transfer: Transferable[] = [];
  let message: FromEngine;
  try {
    const context: Context<M> = { signal: controller.signal, transfer, tell: (event) => post({ call, event }) };
    const reply = await methods[method](request, context);
    message = { call, reply, bytes: model?.bytes ?? 0 };
  } catch (error) {
    message = { call, error: sendError(error), bytes: model?.bytes ?? 0 };
  }
  running.delete(call);
  post(message, transfer);
}

function post(message: FromEngine, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}

scope.addEventListener("message", ({ data }: MessageEvent<ToEngine>) => {
  if ("call" in data) void answer(data.call, data.method, data.request as never);
  else if ("abort" in data) running.get(data.abort)?.abort();
  else void holdLifeline(data.hello).then((held) => held && post({ alive: true }));
});
