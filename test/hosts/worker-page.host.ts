// The worker example's page in Chromium, served by workerd with the embedded model, as a user meets it: a sentence and its call,
// a text that is stopped, errors, a worker that goes away, the keyboard, a telephone's width.

import { readFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Served, serve, type WorkerModule } from "../../examples/worker/workerd.js";
import { chromium } from "./browsers.js";
import { found } from "./example-page.js";
import { allEvents, post, workerModules } from "./worker-app.js";

let browser: Browser | undefined;
let worker: Served;
/** One that a user has the time to stop: each turn of its event loop, of which a token takes one, lasts 100 ms. */
let slow: Served;

/** What the slow worker's turns are made of; GET /turns tells how many it has made. */
function slowed([main, ...others]: readonly WorkerModule[]): WorkerModule[] {
  const esModule = (name: string, code: string): WorkerModule => ({ name, kind: "esModule", bytes: Buffer.from(code) });
  const before = `export const turns = { made: 0 };
const { setTimeout } = globalThis;
globalThis.setTimeout = (then, ms, ...others) => {
  if (ms > 0) return setTimeout(then, ms, ...others);
  turns.made++;
  return setTimeout(then, 100);
};`;
  const index = `import { turns } from "./before.js";
import worker from "./worker.js";
export default {
  fetch: (request, ...others) =>
    request.url.endsWith("/turns") ? Response.json(turns.made) : worker.fetch(request, ...others),
};`;
  return [
    esModule("index.js", index),
    esModule("before.js", before),
    { ...(main as WorkerModule), name: "worker.js" },
    ...others,
  ];
}

test.before(async () => {
  browser = await chromium("the worker's page");
  if (!browser) return;
  const modules = await workerModules();
  worker = await serve(modules);
  slow = await serve(slowed(modules), { vars: { SESSIONS: 1 } });
});

test.after(async () => {
  await browser?.close();
  await worker?.stop();
  await slow?.stop();
});

/** Works with the page in a profile of its own, where nothing may be left uncaught. */
async function onPage(address: string, work: (page: Page) => Promise<void>, options?: BrowserContextOptions) {
  const context = await (browser as Browser).newContext(options);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(address);
    await work(page);
    assert.equal(errors, []);
  } finally {
    await context.close();
  }
}

const write = "#complete button[type=submit]";
const call = "#call code";
/** A sentence of whose answer the model makes some forty tokens. */
const long = "remind me to buy 12 eggs and some milk tomorrow";
/** Waits for what an expression says. Not Playwright's way, which the page's policy forbids. */
async function until(page: Page, expression: string): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await page.evaluate(`Boolean(${expression})`))) {
    assert.ok(performance.now() < end, `after a minute it is not so that ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
/** Waits until the note under the text has these words at its start, and gives all of it. */
async function noted(page: Page, words: string): Promise<string> {
  await until(page, `${found("#end")}.textContent.startsWith(${JSON.stringify(words)})`);
  return page.innerText("#end");
}
/** Waits until there are more characters of text than so many, and gives them. */
async function grown(page: Page, beyond: number): Promise<string> {
  await until(page, `${found("#text")}.textContent.length > ${beyond}`);
  return (await page.textContent("#text")) ?? "";
}

test("a sentence becomes a call and a reply, and so does the next", async () => {
  if (!browser) return;
  await onPage(worker.url, async (page) => {
    for (const [text, starts] of [
      ["turn off the kitchen light", 'set_light({"room":"kitchen"'],
      ["set a timer for 5 minutes", "set_timer({"],
    ] as const) {
      const { api, arguments: given, reply } = await (await post(worker, "/api", { text })).json();
      await page.fill("#sentence", text);
      await page.click("#api button");
      await until(page, `${found(call)}?.textContent.startsWith(${JSON.stringify(starts)})`);
      assert.is(await page.innerText(call), `${api}(${JSON.stringify(given)})`);
      assert.ok(reply.length > 5);
      assert.is(await page.innerText("#call .reply"), reply);
    }
  });
});

test("a text grows on the page, Stop ends it, and the worker serves the next", async () => {
  if (!browser) return;
  const turns = async () => (await (await fetch(`${slow.url}/turns`)).json()) as number;
  let from = await turns();
  const messages = [{ role: "user", content: long }];
  const events = await allEvents(await post(slow, "/complete", { messages, temperature: 0 }));
  const whole = { turns: (await turns()) - from, text: events.map(({ data }) => data.text ?? "").join("") };
  assert.ok(whole.turns > 30, `${whole.turns} turns`);
  await onPage(slow.url, async (page) => {
    await page.fill("#prompt", long);
    await page.fill("[name=temperature]", "0");
    await page.check("[name=chat]");
    from = await turns();
    await page.click(write);
    const first = await grown(page, 0);
    await grown(page, first.length);
    await page.click("#stop");
    assert.match(await noted(page, "stopped"), /^stopped after \d+ tokens$/);
    const kept = await grown(page, first.length);
    assert.ok(whole.text.startsWith(kept) && kept.length < whole.text.length, kept);
    await page.fill("[name=maxTokens]", "3");
    await page.click(write);
    assert.match(await noted(page, "lanky-api-4m"), /: 3 tokens, .* ended by length$/);
    const spent = (await turns()) - from;
    assert.ok(spent < whole.turns, `${spent} turns for two beginnings, ${whole.turns} for a whole text`);
  });
});

test("what is too long is said in words, and the forms work again", async () => {
  if (!browser) return;
  await onPage(worker.url, async (page) => {
    await page.fill("[name=temperature]", "0");
    for (const [text, says] of [
      ["a".repeat(300_000), "the body has more than 262144 bytes"],
      ["again and ".repeat(2000), "do not fit into the context of 512"],
    ] as const) {
      await page.fill("#sentence", text);
      await page.click("#api button");
      assert.match(await page.innerText("#call .wrong"), says);
      await page.fill("#sentence", "turn off the kitchen light");
      await page.click("#api button");
      assert.match(await page.innerText(call), "set_light");
      assert.is(await page.locator("#call .wrong").count(), 0);

      await page.fill("#prompt", text);
      await page.click(write);
      assert.match(await page.innerText("#end .wrong"), says);
      assert.is((await page.textContent("#text"))?.length, 0, "no long prompt pushes the words off the screen");
      await page.fill("#prompt", "Once upon a time");
      await page.click(write);
      await noted(page, "lanky-api-4m");
      assert.match(await page.innerText("#text"), /^Once upon a time.{10}/s);
    }
  });
});

test("the keyboard alone suffices, and the focus is always somewhere to be seen", async () => {
  if (!browser) return;
  await onPage(slow.url, async (page) => {
    const tab = async (to: string) => {
      await page.keyboard.press("Tab");
      await focused(to);
    };
    const focused = async (on: string) => {
      assert.ok(await page.evaluate(`document.activeElement.matches(${JSON.stringify(on)})`), on);
      assert.is(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle"), "solid", on);
    };
    const replace = async (text: string) => {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    };
    await tab("#sentence");
    await replace("turn off the kitchen light");
    await page.keyboard.press("Enter");
    assert.match(await page.innerText(call), "set_light");
    await focused("#sentence");
    await tab("#api button");
    await tab("[name=constrained]");
    await tab("#prompt");
    await replace(long);
    await tab("[name=maxTokens]");
    await tab("[name=temperature]");
    await replace("0");
    await tab("[name=chat]");
    await page.keyboard.press("Space");
    await tab(write);
    await page.keyboard.press("Enter");
    await grown(page, 0);
    await focused("#stop");
    await page.keyboard.press("Enter");
    await noted(page, "stopped after");
    await focused(write);
    const unnamed = `[...document.querySelectorAll("button, input, textarea")]
      .filter((control) => !control.labels?.length && !control.textContent.trim()).map((control) => control.outerHTML)`;
    assert.equal(await page.evaluate(unnamed), [], "every control has a name");
  });
});

test("nothing is wider than a telephone", async () => {
  if (!browser) return;
  const module = readFileSync(new URL("./looks.js", import.meta.url)).toString("base64");
  const overflowing = `import("data:text/javascript;base64,${module}").then((m) => m.overflowing())`;
  const work = async (page: Page) => {
    assert.equal(await page.evaluate(overflowing), [], "as it comes");
    const word = "a".repeat(90);
    await page.fill("#sentence", `remind me to ${word} tomorrow`);
    await page.click("#api button");
    await page.waitForSelector(call);
    await page.fill("#prompt", word);
    await page.click(write);
    await noted(page, "lanky-api-4m");
    assert.equal(await page.evaluate(overflowing), [], "with answers");
    await page.fill("#prompt", "again and ".repeat(2000));
    await page.click(write);
    await page.waitForSelector("#end .wrong");
    assert.equal(await page.evaluate(overflowing), [], "with an error");
  };
  // So high that only the width can be too small; the page's own policy would keep the module of the test out.
  await onPage(worker.url, work, { viewport: { width: 390, height: 2000 }, bypassCSP: true });
});

/** An address that stays while the worker behind it, whose port is `to`, goes and another comes. */
async function startLine(to: number) {
  const server = createServer((client) => {
    const behind = connect(line.to, "127.0.0.1");
    client.pipe(behind).pipe(client);
    client.on("error", () => {}).on("close", () => behind.destroy());
    behind.on("error", () => {}).on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line = { to, url, close: () => server.close() };
  return line;
}

// The last one, for it ends the slow worker.
test("a worker that goes away is told in words, and asked again when it is back", async () => {
  if (!browser) return;
  const line = await startLine(Number(new URL(slow.url).port));
  const work = async (page: Page) => {
    await page.fill("#prompt", long);
    await page.check("[name=chat]");
    await page.click(write);
    await grown(page, 0);
    await slow.stop();
    assert.match(await page.innerText("#end .wrong"), /^the worker broke off after \d+ tokens; try again$/);
    assert.ok((await page.innerText("#text")).length > 0, "what there is of the text stays");
    await page.click(write);
    await noted(page, "the worker cannot be reached");
    await page.click("#api button");
    assert.match(await page.innerText("#call .wrong"), "the worker cannot be reached");
    line.to = Number(new URL(worker.url).port);
    await page.click(write);
    await noted(page, "lanky-api-4m");
    await page.click("#api button");
    await page.waitForSelector(call);
    assert.match(await page.innerText(call), "set_alarm");
  };
  await onPage(line.url, work).finally(line.close);
});

test.run();
