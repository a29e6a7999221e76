// The example page in Chromium, as a user meets it: an API call, the stop button, a file dropped in, a damaged one, threads,
// the keyboard, and what a screen reader is told. Served by the script behind `npm run demo`.

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { chromium } from "./browsers.js";
import { skipped } from "./find.js";
import { packedApp, root } from "./packed.js";

const test = suite("example page");
let browser: Browser | undefined;
const servers: ChildProcess[] = [];

/** Starts the script, which prints its address. */
async function serve(isolated: boolean): Promise<string> {
  const library = join(await packedApp(), "node_modules", "lanky");
  const flags = ["--port", "0", "--library", library, ...(isolated ? [] : ["--no-isolation"])];
  const server = spawn(process.execPath, [join(root, "examples", "browser", "serve.mjs"), ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`serve.mjs ended with ${code}`)));
    server.stdout.once("data", (line: Buffer) => resolve(/^http:\S+/.exec(line.toString())![0]));
  });
}

test.before(async () => {
  browser = await chromium("the example page");
});

test.after(async () => {
  await browser?.close();
  for (const server of servers) server.kill();
});

const onPage =
  (isolated: boolean, work: (page: Page) => Promise<void>, options: Parameters<Browser["newContext"]>[0] = {}) =>
  async () => {
    if (!browser) return;
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    try {
      await page.goto(await serve(isolated));
      await page.waitForFunction("!document.querySelector('#send').disabled", undefined, { timeout: 120_000 });
      await work(page);
      assert.equal(errors, []);
    } finally {
      await context.close();
    }
  };

const ended = (page: Page, count: number) =>
  page.waitForFunction(`document.querySelectorAll("#messages .measure").length === ${count}`, undefined, {
    timeout: 60_000,
  });
const text = (page: Page, selector: string) => page.locator(selector).innerText();

/** Drops a file on the page as a file manager would. */
async function drop(page: Page, path: string, name: string, bytes?: number): Promise<void> {
  const base64 = readFileSync(path).subarray(0, bytes).toString("base64");
  await page.evaluate(
    `(async () => {
      const blob = await (await fetch("data:application/octet-stream;base64,${base64}")).blob();
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([blob], ${JSON.stringify(name)}));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    })()`,
  );
}

test(
  "a sentence becomes a call and a reply, shown apart, with figures",
  onPage(true, async (page) => {
    await page.click("text=Wake me up at 6:45 tomorrow");
    await ended(page, 1);
    assert.is(await text(page, ".call .name"), "set_alarm");
    assert.match(await text(page, ".call dl"), /time\s+06:45\s+day\s+tomorrow/);
    assert.match(await text(page, ".theirs .bubble"), /alarm/i);
    assert.match(await text(page, ".measure"), /\d+ tokens · first after \d+ ms · \d+ tokens\/s/);
    assert.match(await text(page, "#memory"), /^\d+\.\d MB$/);
    assert.match(await text(page, "#speed"), /tokens\/s/);
    assert.match((await page.locator("#status").textContent()) ?? "", /^Call set_alarm, time 06:45, day tomorrow\. /);
    assert.match(await text(page, "#cached"), /lanky-api-2m-int8\.gguf/);
  }),
);

test(
  "it can be used by keyboard alone",
  onPage(true, async (page) => {
    await page.keyboard.press("Tab");
    assert.is(await page.evaluate("document.activeElement.className"), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.type("turn off the kitchen light");
    await page.keyboard.press("Enter");
    await ended(page, 1);
    assert.is(await text(page, ".call .name"), "set_light");
    assert.is(await page.evaluate("document.activeElement.id"), "prompt");
    const unnamed = await page.evaluate(
      `[...document.querySelectorAll("button, input, select, textarea")].filter((control) =>
        !(control.labels?.length || control.textContent.trim() || control.getAttribute("aria-label"))).map((c) => c.outerHTML)`,
    );
    assert.equal(unnamed, [], "every control has a name");
  }),
);

test(
  "a GGUF file that is dropped in is loaded, and a damaged one says what is wrong while the model before stays",
  onPage(true, async (page) => {
    const file = join(root, "models", "lanky-api-2m-int4.gguf");
    await drop(page, file, "mine.gguf");
    await page.waitForFunction("document.querySelector('#model-name').textContent === 'mine'");
    await drop(page, file, "broken.gguf", 500_000);
    await page.waitForSelector("#problem:not([hidden])");
    assert.match(await text(page, "#problem"), /^broken\.gguf: .*(ends|cut|bytes)/);
    await page.fill("#prompt", "turn off the kitchen light");
    await page.click("#send");
    await ended(page, 1);
    assert.is(await text(page, ".call .name"), "set_light");
  }),
);

test(
  "the stop button stops, and the page stays at hand while text is made",
  onPage(true, async (page) => {
    // A model without a chat template goes on until the context is full.
    const file = join(root, "test", "fixtures", "gguf", "f32-tied.gguf");
    await page.setInputFiles("#file", file);
    await page.waitForFunction("document.querySelector('#model-name').textContent === 'f32-tied'");
    await page.evaluate(`
      window.tasks = [];
      new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" });
      new MutationObserver(() => {
        if (document.querySelector("#messages .writing .bubble")) document.querySelector("#stop").click();
      }).observe(document.querySelector("#messages"), { childList: true, subtree: true });`);
    assert.is(await text(page, "#welcome h2"), "Begin a text");
    // A machine that is busy otherwise makes any task long: the best of three counts.
    for (let count = 1; ; count++) {
      await page.evaluate("window.tasks = []");
      await page.fill("#prompt", "the");
      await page.press("#prompt", "Enter");
      await ended(page, count);
      assert.match(await page.locator(".measure").last().innerText(), /stopped/);
      assert.is(await page.locator("#stop").isHidden(), true);
      assert.is(await page.locator("#status").textContent(), "Stopped");
      const long = await page.evaluate("window.tasks.filter((ms) => ms > 100)");
      if ((long as number[]).length === 0) break;
      if (count < 3) continue;
      assert.ok(loadavg()[0]! > availableParallelism() + 1, `tasks of ${long} ms`);
      skipped("the example page's event loop", `the machine is too busy to tell, and there were tasks of ${long} ms`);
      break;
    }
  }),
);

test(
  "threads are chosen on an isolated page",
  onPage(true, async (page) => {
    await page.selectOption("#threads", "2");
    await page.waitForFunction("document.querySelector('#threads-used').textContent === '2'");
    await page.click("text=Turn off the kitchen light");
    await ended(page, 1);
    assert.is(await text(page, ".call .name"), "set_light");
  }),
);

test("what is chosen while the first model is on its way counts", async () => {
  if (!browser) return;
  const page = await browser.newPage();
  try {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/*.gguf", async (route) => {
      await held;
      await route.continue().catch(() => {}); // the first of them has been given up
    });
    await page.goto(await serve(true));
    await page.waitForSelector("#loading:not([hidden])");
    await page.selectOption("#threads", "1");
    release();
    await page.waitForFunction("document.querySelector('#threads-used').textContent === '1'");
  } finally {
    await page.close();
  }
});

test(
  "without isolation it runs on one thread and says so",
  onPage(
    false,
    async (page) => {
      assert.is(await page.evaluate("crossOriginIsolated"), false);
      assert.match(await text(page, "#isolation"), /runs on one thread/);
      await page.click("#settings-button");
      assert.is(await page.getAttribute("#settings-button", "aria-expanded"), "true");
      assert.match(await text(page, "#threads-note"), /One thread: this page is not cross-origin isolated/);
      assert.is(await page.locator("#threads").isDisabled(), true);
      await page.click("#settings-button");
      await page.click("text=Turn off the kitchen light");
      await ended(page, 1);
      assert.is(await text(page, ".call .name"), "set_light");
      const wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
      assert.is(await page.evaluate(wide), false, "nothing is wider than a phone");
    },
    { viewport: { width: 390, height: 844 } },
  ),
);

test.run();
