// Clients that are slow with their half of a request to the worker example: one that sends a body without an end, and one that
// reads nothing of its answer for a while.

import { type IncomingMessage, request } from "node:http";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Served, serve, type WorkerModule } from "../../examples/worker/workerd.js";
import { allEvents, makeModel, post, smallShape, workerModules } from "./worker-app.js";

let worker: Served;

/** The worker with a small model, each event of whose answers has 64 KB: connections hold megabytes that nobody has read. */
test.before(async () => {
  const [main, ...others] = (await workerModules()) as [WorkerModule, ...WorkerModule[]];
  const esModule = (name: string, code: string): WorkerModule => ({ name, kind: "esModule", bytes: Buffer.from(code) });
  const before = `const { encode } = TextEncoder.prototype;
TextEncoder.prototype.encode = function (text = "") {
  return encode.call(this, text.startsWith('data: {"text"') ? ":" + " ".repeat(65536) + "\\n\\n" + text : text);
};`;
  const index = 'import "./before.js";\nexport { default } from "./worker.js";\n';
  const model = await makeModel("small", smallShape, "q4_0");
  worker = await serve(
    [esModule("index.js", index), esModule("before.js", before), { ...main, name: "worker.js" }, ...others],
    { vars: { MODEL: "assets:/manifest.json", SESSIONS: 1 }, assets: model.parts },
  );
});

test.after(async () => {
  await worker?.stop();
});

/** Rejects after so long; a timer of its own, so that nothing waits for it. */
async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Starts a request, writes `chunks`, and leaves it open unless `end`. */
function send(path: string, chunks: readonly string[], end: boolean) {
  const sending = request(`${worker.url}${path}`, { method: "POST", agent: false });
  sending.on("error", () => {}); // the worker may close what it does not read
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once("response", resolve);
    sending.once("close", () => reject(new Error("closed without an answer")));
  });
  for (const chunk of chunks) sending.write(chunk);
  if (end) sending.end();
  return { answer, leave: () => sending.destroy() };
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = "";
  message.setEncoding("utf8");
  for await (const piece of message) text += piece;
  return text;
}

test("a body of no declared length is read up to the limit, in bytes, and no further", async () => {
  for (const path of ["/api", "/complete"]) {
    // 300,000 bytes in half as many characters, and more might come.
    const { answer, leave } = send(path, Array(10).fill("é".repeat(15_000)), false);
    const response = await within(20_000, "the answer to a body that does not end", answer);
    assert.is(response.statusCode, 413);
    assert.match(await textOf(response), "more than 262144 bytes");
    leave();
  }
});

test("a body that comes in pieces is read as a whole one", async () => {
  const body = Buffer.from(JSON.stringify({ text: "set a timer for 5 minutes", constraint: "é" }));
  const cut = body.indexOf(0xa9); // within the character
  const sending = request(`${worker.url}/api`, { method: "POST", agent: false });
  const answer = new Promise<IncomingMessage>((resolve) => sending.once("response", resolve));
  sending.write(body.subarray(0, cut));
  await new Promise((resolve) => setTimeout(resolve, 100));
  sending.end(body.subarray(cut));
  const response = await answer;
  assert.is(response.statusCode, 400);
  assert.match(await textOf(response), "constraint: not known");
});

test("a client that does not read is given up, and finds an error when it reads again", async () => {
  const asked = { prompt: "Once upon a time", maxTokens: 1000 };
  const { answer } = send("/complete", [JSON.stringify(asked)], true);
  const response = await within(60_000, "the answer's beginning", answer); // nothing of its body is read
  // The only session is free again long before a thousand tokens.
  const next = await allEvents(await post(worker, "/complete", { ...asked, maxTokens: 1 }));
  assert.is(next.at(-1)!.data.finish_reason, "length");
  const text = await within(60_000, "reading what had been written", textOf(response));
  const events = text.split("\n\n").filter((event) => event !== "" && !event.startsWith(":"));
  assert.ok(events.length > 60 && events.length < 900, `${events.length} events`);
  assert.match(events.at(-1)!, /^event: error\ndata: .*nothing was read/);
});

test.run();
