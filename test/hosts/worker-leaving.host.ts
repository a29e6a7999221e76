// A client of POST /api that leaves stops its answer. The worker is made slow for it: each turn of its event loop, of which a
// token takes one, lasts a twentieth of a second, so that no machine has answered before the client is gone.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Served, serve, type WorkerModule } from "../../examples/worker/workerd.js";
import { post, workerModules } from "./worker-app.js";

const asked = { text: "remind me to buy 12 eggs and some milk tomorrow" };
let worker: Served;

test.before(async () => {
  const [main, ...others] = (await workerModules()) as [WorkerModule, ...WorkerModule[]];
  const esModule = (name: string, code: string): WorkerModule => ({ name, kind: "esModule", bytes: Buffer.from(code) });
  const before = esModule(
    "before.js",
    `export const turns = { made: 0 };
const { setTimeout } = globalThis;
globalThis.setTimeout = (then, ms, ...others) => {
  if (ms > 0) return setTimeout(then, ms, ...others);
  turns.made++;
  return setTimeout(then, 50);
};`,
  );
  const index = esModule(
    "index.js",
    `import { turns } from "./before.js";
import worker from "./worker.js";
export default {
  fetch: (request, ...others) =>
    request.url.endsWith("/turns") ? Response.json(turns.made) : worker.fetch(request, ...others),
};`,
  );
  worker = await serve([index, before, { ...main, name: "worker.js" }, ...others], { vars: { SESSIONS: 1 } });
});

test.after(async () => {
  await worker?.stop();
});

/** Turns that the worker has made up to now. */
async function turns(): Promise<number> {
  return (await fetch(`${worker.url}/turns`)).json() as Promise<number>;
}

interface Answer {
  readonly api: string;
  readonly finish_reason: string;
}

/** Asks, hears the answer to its end, and tells how many turns that took. */
async function ask(): Promise<number> {
  const from = await turns();
  const answer = (await (await post(worker, "/api", asked)).json()) as Answer;
  assert.is(answer.api, "create_reminder");
  assert.is(answer.finish_reason, "stop");
  return (await turns()) - from;
}

test("an answer that takes long is one JSON value, as a short one is", async () => {
  const response = await post(worker, "/api", asked);
  const text = await response.text();
  assert.match(response.headers.get("content-type")!, "application/json");
  assert.match(text, /^ +\{/);
  assert.is(JSON.parse(text).finish_reason, "stop");
});

test("a client that leaves stops its answer, and the next is served", async () => {
  const whole = await ask();
  assert.ok(whole > 30, `${whole} turns`);
  const from = await turns();
  const controller = new AbortController();
  const response = await post(worker, "/api", asked, controller.signal); // begins with a sign of life
  controller.abort();
  await response.text().catch(() => {});
  await ask();
  const spent = (await turns()) - from - whole;
  assert.ok(spent < (whole * 2) / 3, `${spent} turns of the ${whole} that an answer takes`);
});

test("clients that leave before their answer begins, or wait for their turn, are answered no more", async () => {
  const whole = await ask();
  const from = await turns();
  const leaving = Array.from({ length: 8 }, async () => {
    const controller = new AbortController();
    const answer = post(worker, "/api", asked, controller.signal).then((response) => response.text());
    setTimeout(() => controller.abort(), 100);
    await answer.catch(() => {});
  });
  await Promise.all(leaving);
  await ask();
  const spent = (await turns()) - from - whole;
  assert.ok(spent < whole * 2, `${spent} turns, of ${whole} that one of eight answers takes`);
});

test("what is wrong with the messages has its status, however busy the worker is", async () => {
  const busy = post(worker, "/api", asked);
  for (const body of [{ messages: [{ role: "system", content: "x" }] }, { text: "again and ".repeat(2000) }])
    assert.is((await post(worker, "/api", body)).status, 400);
  assert.is((await busy).status, 200);
  await (await busy).text();
});

test.run();
