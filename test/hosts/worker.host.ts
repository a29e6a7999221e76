// The worker example in real workerd: what its routes answer is what the library answers in Node, whoever else asks at the
// same time, and a client that has gone or asks for too much takes nothing from the others.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Served, serve } from "../../examples/worker/workerd.js";
import {
  allEvents,
  eventsOf,
  lanky,
  makeModel,
  post,
  processorTime,
  type SplitModel,
  sentences,
  slowShape,
  workerModules,
} from "./worker-app.js";

const int4 = "models/lanky-api-4m-int4.gguf";
let worker: Served;
/** A worker with a model that is slow enough to be left in the middle of a text. */
let slow: Served;
let model: SplitModel;

test.before(async () => {
  const modules = await workerModules();
  model = await makeModel("slow", slowShape, "q8_0");
  worker = await serve(modules, { vars: { SESSIONS: 4 } });
  slow = await serve(modules, { vars: { MODEL: "assets:/manifest.json", SESSIONS: 1 }, assets: model.parts });
});

test.after(async () => {
  await worker?.stop();
  await slow?.stop();
});

test("POST /api answers what the library answers in Node, free and constrained", async () => {
  const node = await lanky.loadModel(int4, { kv: "f16", threads: 0 });
  const session = node.createSession();
  for (const [i, text] of sentences(10).entries()) {
    const constrained = i % 2 === 1;
    const messages = [{ role: "user", content: text }];
    const options = { maxTokens: 200, ...(constrained && { grammar: lanky.apiAnswerGrammar() }) };
    const expected = await session.chat(messages, options).complete();
    const response = await post(worker, "/api", i % 3 === 0 ? { messages, constrained } : { text, constrained });
    assert.is(response.status, 200);
    const answer = await response.json();
    assert.is(answer.text, expected);
    const { api = null, ...call } = lanky.parseApiCall(expected);
    assert.equal(
      { ...answer, text: undefined, usage: undefined, finish_reason: undefined },
      {
        api,
        ...JSON.parse(JSON.stringify(call)),
        text: undefined,
        usage: undefined,
        finish_reason: undefined,
      },
    );
    assert.is(answer.finish_reason, "stop");
    assert.ok(answer.usage.prompt_tokens > 5 && answer.usage.completion_tokens > 5);
  }
  const turns = [
    { role: "user", content: "wake me up at 7" },
    { role: "assistant", content: await session.chat([{ role: "user", content: "wake me up at 7" }]).complete() },
    { role: "user", content: "rather half past" },
  ];
  const response = await post(worker, "/api", { messages: turns });
  assert.is((await response.json()).text, await session.chat(turns, { maxTokens: 200 }).complete());
  await node.dispose();
});

test("a conversation longer than the context is answered without its oldest turns, and says how many messages they were", async () => {
  const node = await lanky.loadModel(int4, { kv: "f16", threads: 0, contextLength: 512 });
  const session = node.createSession();
  const messages: { role: string; content: string }[] = [];
  let forgotten = 0;
  for (const content of sentences(12)) {
    messages.push({ role: "user", content });
    const latest = node.latestTurns(messages, 200);
    const expected = await session.chat(latest, { maxTokens: 200 }).complete();
    const response = await post(worker, "/api", { messages });
    const answer = await response.json();
    assert.is(answer.text, expected);
    forgotten = messages.length - latest.length;
    assert.is(answer.forgotten, forgotten || undefined);
    messages.push({ role: "assistant", content: expected });
  }
  assert.ok(forgotten > 2 && forgotten % 2 === 0, `${forgotten} of ${messages.length} messages forgotten`);
  const asked = [...messages, { role: "user", content: "set a timer for 5 minutes" }];
  const latest = node.latestTurns(asked, 50);
  const expected = await session.chat(latest, { maxTokens: 50 }).complete();
  const events = await allEvents(await post(worker, "/complete", { messages: asked, maxTokens: 50 }));
  assert.is(events.map(({ data }) => data.text ?? "").join(""), expected);
  assert.is((events.at(-1)!.data as { forgotten?: number }).forgotten, asked.length - latest.length);
  await node.dispose();
});

test("POST /complete streams token after token, the same bits as in Node", async () => {
  const node = await lanky.loadModel(model.file, { kv: "f16", threads: 0 });
  for (const options of [{ maxTokens: 160 }, { maxTokens: 160, temperature: 0.9, topP: 0.9, seed: 3, stop: ["qq"] }]) {
    const expected = [];
    const generation = node.generate("Once upon a time", options);
    for await (const { text, id, logprob } of generation) expected.push({ text, id, logprob });
    const response = await post(slow, "/complete", { prompt: "Once upon a time", ...options });
    assert.is(response.status, 200);
    assert.match(response.headers.get("content-type")!, "text/event-stream");
    const times: number[] = [];
    const pieces = [];
    let end: unknown;
    for await (const { name, data } of eventsOf(response)) {
      times.push(performance.now());
      if (name === "done") end = data;
      else pieces.push(data);
    }
    assert.equal(pieces, expected);
    const done = end as { finish_reason: string; usage: object; model: string; context: number };
    assert.is(done.finish_reason, generation.finishReason);
    assert.equal([done.model, done.context], ["slow.gguf", 2048]);
    assert.equal(Object.keys(done.usage), ["prompt_tokens", "completion_tokens"]);
    assert.ok(times.at(-1)! - times[0]! > 10, "the tokens came one by one, not at the end");
  }
  await node.dispose();
});

test("GET / is a page that uses both routes and loads nothing from elsewhere", async () => {
  const response = await fetch(worker.url);
  const page = await response.text();
  assert.is(response.status, 200);
  assert.match(response.headers.get("content-type")!, "text/html");
  assert.match(page, '"/api"');
  assert.match(page, '"/complete"');
  assert.not.match(page, /https?:\/\//);
});

test("what is wrong with a request is said, without a word of where in the code", async () => {
  const cases: [path: string, body: unknown, status: number, says: string][] = [
    ["/api", "{", 400, "the body is no JSON"],
    ["/api", "", 400, "the body is no JSON"],
    ["/api", "[1]", 400, "an array; expected a JSON object"],
    ["/api", {}, 400, "expected text, or messages"],
    ["/api", { text: "" }, 400, "text: expected a sentence"],
    ["/api", { text: 7 }, 400, "text: expected a sentence"],
    ["/api", { text: "hi", messages: [] }, 400, "expected text, or messages"],
    ["/api", { messages: [{ role: "user" }] }, 400, "messages[0].content: expected a string"],
    ["/api", { messages: [null] }, 400, "messages[0].role: expected a string"],
    ["/api", { messages: [{ role: "system", content: "x" }] }, 400, "chat template"],
    ["/api", { text: "hi", constraint: true }, 400, "constraint: not known"],
    ["/api", { text: "again and ".repeat(2000) }, 400, "do not fit into the context of 512"],
    ["/complete", { prompt: "" }, 400, "prompt: expected a text"],
    ["/complete", { prompt: "again and ".repeat(2000) }, 400, "do not fit into the context of 512"],
    ["/complete", { prompt: "a", temperature: -1 }, 400, "temperature is -1"],
    ["/complete", { prompt: "a", maxTokens: "many" }, 400, "maxTokens: expected a number"],
    ["/complete", { prompt: "a", maxMs: 0 }, 400, "maxMs: expected milliseconds above 0"],
    ["/complete", { prompt: "a", schema: { type: "colour" } }, 400, "colour"],
    ["/complete", { prompt: "a", grammar: "root ::= x" }, 400, "x"],
    ["/complete", { prompt: "a", signal: 1 }, 400, "signal: not known"],
    ["/complete", { prompt: "a".repeat(300_000) }, 413, "more than 262144 bytes"],
    ["/nowhere", {}, 404, "/nowhere"],
    ["/", {}, 405, "/ takes GET, not POST"],
  ];
  for (const [path, body, status, says] of cases) {
    const response = await post(worker, path, body);
    const text = await response.text();
    assert.is(response.status, status, `${path} ${JSON.stringify(body).slice(0, 80)}: ${text}`);
    const { error } = JSON.parse(text);
    assert.match(error.message, says);
    assert.not.match(text, /\bat .*:\d+|index\.js|stack/);
  }
  assert.is((await fetch(`${worker.url}/api`)).headers.get("allow"), "POST");
  assert.is((await post(worker, "/api", { text: "set a timer for 5 minutes" })).status, 200);
});

test("a request may compute for so long, and says that its time was up", async () => {
  const prompt = "Once upon a time";
  const took = await allEvents(await post(slow, "/complete", { prompt, maxMs: 300 }));
  assert.is(took.at(-1)!.data.finish_reason, "time");
  assert.ok(took.length > 2 && took.length < 1500, `${took.length} events`);
});

test("so may a sentence: its answer says that there was no time for a call", async () => {
  const hurried = await serve(await workerModules(), { vars: { MAX_MS: 1 } });
  try {
    const response = await post(hurried, "/api", { text: "remind me to buy 12 eggs and some milk tomorrow" });
    assert.is(response.status, 200);
    const { api, problem, finish_reason } = await response.json();
    assert.is(finish_reason, "time");
    assert.is(api, null);
    assert.type(problem, "string");
  } finally {
    await hurried.stop();
  }
});

/** Processor time that the slow worker takes from now until it has served one more short request. */
async function spentUntilServed(): Promise<number> {
  const from = processorTime(slow.pid);
  const events = await allEvents(await post(slow, "/complete", { prompt: "Once upon a time", maxTokens: 3 }));
  assert.is(events.at(-1)!.data.finish_reason, "length");
  return processorTime(slow.pid) - from;
}

test("a client that leaves in the middle of a text stops it, and the next is served", async () => {
  const from = processorTime(slow.pid);
  await allEvents(await post(slow, "/complete", { prompt: "Once upon a time", maxTokens: 100 }));
  const whole = (processorTime(slow.pid) - from) * 19; // of the 1900 tokens that it could go on for
  const controller = new AbortController();
  const response = await post(slow, "/complete", { prompt: "Once upon a time" }, controller.signal);
  let events = 0;
  try {
    for await (const _ of eventsOf(response)) if (++events === 5) controller.abort();
  } catch (error) {
    assert.is((error as Error).name, "AbortError");
  }
  const spent = await spentUntilServed();
  assert.ok(spent < whole / 4, `${spent} ms of the ${whole} ms that a whole text takes`);
});

test("a client that leaves while its prompt is read stops that too", async () => {
  const node = await lanky.loadModel(model.file, { threads: 0 });
  const tokens = node.tokenizer.encode("word ".repeat(10)).length / 10;
  await node.dispose();
  const prompt = "word ".repeat(Math.floor(1900 / tokens));
  const from = processorTime(slow.pid);
  const events = await allEvents(await post(slow, "/complete", { prompt, maxTokens: 1 }));
  const whole = processorTime(slow.pid) - from;
  assert.is(events.length, 2);
  const controller = new AbortController();
  const response = await post(slow, "/complete", { prompt, maxTokens: 1 }, controller.signal);
  controller.abort();
  await allEvents(response).catch(() => {});
  const spent = await spentUntilServed();
  assert.ok(spent < whole / 2, `${spent} ms of the ${whole} ms that the prompt takes`);
});

test("clients that leave while they wait for their turn are gone from the queue", async () => {
  const from = processorTime(slow.pid);
  await allEvents(await post(slow, "/complete", { prompt: "Once upon a time", maxTokens: 100 }));
  const whole = (processorTime(slow.pid) - from) * 19; // of the 1900 tokens that each could go on for
  const first = new AbortController();
  const running = await post(slow, "/complete", { prompt: "Once upon a time" }, first.signal);
  // Some go before their answers have begun, some after.
  const waiting = Array.from({ length: 6 }, (_, i) => {
    const controller = new AbortController();
    const answer = post(slow, "/complete", { prompt: "Once upon a time" }, controller.signal)
      .then(allEvents)
      .catch(() => {});
    return { controller, answer, stays: i % 2 === 0 };
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const { controller, stays } of waiting) if (!stays) controller.abort();
  await new Promise((resolve) => setTimeout(resolve, 900));
  for (const { controller } of waiting) controller.abort();
  first.abort();
  await allEvents(running).catch(() => {});
  await Promise.all(waiting.map(({ answer }) => answer));
  const spent = await spentUntilServed();
  assert.ok(spent < whole, `${spent} ms: of seven that left, each with a text of ${whole} ms, some were served`);
});

test("requests take turns: a short one is answered while a long one runs", async () => {
  const controller = new AbortController();
  const events = eventsOf(await post(slow, "/complete", { prompt: "Once upon a time" }, controller.signal));
  assert.is((await events.next()).value?.name, "message");
  const answer = await (await post(slow, "/api", { text: "set a timer for 5 minutes" })).json();
  assert.is(answer.api, "set_timer");
  // What has come meanwhile waits to be read: the end of the text is not among it.
  let last: string | undefined;
  const collecting = (async () => {
    for await (const { name } of events) last = name;
  })().catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  controller.abort();
  await collecting;
  assert.is(last, "message", "the short request waited for the long one");
});

test("sessions of one model take turns: texts grow together, and a short one does not wait", async () => {
  const vars = { MODEL: "assets:/manifest.json", SESSIONS: 3 };
  const shared = await serve(await workerModules(), { vars, assets: model.parts });
  try {
    const tokens = [0, 0];
    /** Tokens that each had when the first text, and the short request, were at their end. */
    const found: Record<string, number[]> = {};
    const asked = { prompt: "Once upon a time" };
    await allEvents(await post(shared, "/complete", { ...asked, maxTokens: 1 })); // loads
    const texts = tokens.map(async (_, at) => {
      for await (const { name } of eventsOf(await post(shared, "/complete", { ...asked, maxTokens: 60 }))) {
        if (name === "message") tokens[at]!++;
        else found.first ??= [...tokens];
      }
    });
    while (Math.min(...tokens) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await allEvents(await post(shared, "/complete", { ...asked, maxTokens: 3 }));
    found.short = [...tokens];
    await Promise.all(texts);
    assert.equal(tokens, [60, 60]);
    assert.ok(Math.min(...found.first!) > 30, `${found.first} tokens when the first of two texts was whole`);
    assert.ok(Math.max(...found.short) < 60, `${found.short} of 60 tokens when the short text was whole`);
  } finally {
    await shared.stop();
  }
});

test("nothing was logged but what was loaded", () => {
  for (const [{ log }, loads] of [
    [worker, 1],
    [slow, 2],
  ] as const) {
    const lines = log().trim().split("\n");
    assert.ok(
      lines.every((line) => line.startsWith("lanky: ")),
      log(),
    );
    assert.is(lines.filter((line) => line.includes("loaded in")).length, loads, log());
  }
});

test.run();
