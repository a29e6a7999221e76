// The example page in Chromium and Firefox, as a user meets it: an API call, the stop button, files dropped in, damaged ones
// too, threads, the choice of model, slow and broken lines, two tabs, the keyboard, and what a screen reader is told. Served by
// the script behind `npm run demo`.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Line, startLine } from "./browser-line.js";
import { chromium, type Host, launch, type Tab, type TabOptions, withThreads } from "./browsers.js";
import { answers, ask, type Demo, found, ready, schemes, startDemo, viewports } from "./example-page.js";
import { skipped } from "./find.js";
import { packedApp, root } from "./packed.js";

const servers: Demo[] = [];

async function serve(isolated: boolean): Promise<string> {
  const library = join(await packedApp(), "node_modules", "lanky");
  const demo = await startDemo(library, isolated ? [] : ["--no-isolation"]);
  servers.push(demo);
  return demo.address;
}

// What is asked of a page, as JavaScript.
const shown = (selector: string) => `${found(selector)}.checkVisibility()`;
const named = (name: string) => `${found("#model-name")}.textContent === ${JSON.stringify(name)}`;

const text = async (page: Tab, selector: string) => String(await page.evaluate(`${found(selector)}.innerText`));
const told = (page: Tab, words: string) =>
  page.until(`${found("#status")}.textContent.startsWith(${JSON.stringify(words)})`);

const looksModule = readFileSync(new URL("./looks.js", import.meta.url)).toString("base64");
/** What a function of looks.js finds wrong with the page. */
const looks = async (page: Tab, call: string) =>
  page.evaluate(`import("data:text/javascript;base64,${looksModule}").then((m) => m.${call})`);

/** Drops a file on the page as a file manager would. */
async function drop(page: Tab, path: string, name: string, bytes?: number): Promise<void> {
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

const int4 = join(root, "models", "lanky-api-4m-int4.gguf");
// A model without a chat template goes on until the context is full.
const endless = join(root, "test", "fixtures", "gguf", "f32-tied.gguf");

for (const name of ["Chromium", "Firefox"] as const) {
  const test = suite(`example page, ${name}`);
  let host: Host | undefined;
  let isolated: string;
  let plain: string;

  test.before(async () => {
    host = await launch(name, "the example page");
    [isolated, plain] = await Promise.all([serve(true), serve(false)]);
  });

  test.after(async () => {
    await host?.close();
    for (const server of servers.splice(0)) server.close();
  });

  /** Works with an address in a new profile; nothing may be left uncaught there but what is `expected`. */
  const opened = async (
    address: string,
    work: (page: Tab) => Promise<void>,
    { expected, ...options }: TabOptions & { readonly expected?: RegExp } = {},
  ) => {
    if (!host) return;
    const page = await host.open(address, options);
    try {
      await work(page);
      assert.equal(
        page.errors.filter((error) => !expected?.test(error)),
        [],
      );
    } finally {
      await page.close();
    }
  };
  /** The page with its first model. */
  const onPage = (work: (page: Tab) => Promise<void>) => () =>
    opened(isolated, async (page) => {
      await page.until(ready);
      await work(page);
    });
  /** The page at the other end of a line that the test has to itself. */
  const onLine =
    (set: (line: Line) => void, work: (page: Tab, line: Line) => Promise<void>, expected?: RegExp) => async () => {
      const line = await startLine(isolated);
      set(line);
      try {
        await opened(line.address, (page) => work(page, line), expected && { expected });
      } finally {
        line.close();
      }
    };

  test(
    "a sentence becomes a call and a reply, shown apart, with figures",
    onPage(async (page) => {
      await page.click("#suggestions button");
      await page.until(answers(1));
      assert.is(await text(page, ".call .name"), "set_alarm");
      assert.match(await text(page, ".call dl"), /time\s+06:45\s+day\s+tomorrow/);
      assert.match(await text(page, ".theirs .bubble"), /alarm/i);
      assert.match(await text(page, ".measure"), /\d+ tokens · first after \d+ ms · \d+ tokens\/s/);
      assert.match(await text(page, "#memory"), /^\d+\.\d MB$/);
      assert.match(await text(page, "#speed"), /tokens\/s/);
      await told(page, "Call set_alarm, time 06:45, day tomorrow. ");
      assert.match(await text(page, "#cached"), /lanky-api-4m-int8\.gguf/);
      await ask(page, "turn off the kitchen light");
      assert.is(await page.evaluate(`document.querySelectorAll(".call .name").length`), 2, "a conversation");
      await page.click("#new");
      assert.is(await page.evaluate(found("#messages li")), null);
      assert.is(await page.evaluate(shown("#welcome")), true);
    }),
  );

  test(
    "it can be used by keyboard alone",
    onPage(async (page) => {
      await page.press("Tab");
      assert.is(await page.evaluate("document.activeElement.className"), "skip");
      await page.press("Enter");
      await page.type("turn off the kitchen light");
      await page.press("Tab");
      assert.is(await page.evaluate("document.activeElement.id"), "send");
      await page.press("Enter");
      await page.until(answers(1));
      assert.is(await text(page, ".call .name"), "set_light");
      assert.is(await page.evaluate("document.activeElement.matches('#prompt, #send')"), true, "the focus is not lost");
      const unnamed = await page.evaluate(
        `[...document.querySelectorAll("button, input, select, textarea")].filter((control) =>
          !(control.labels?.length || control.textContent.trim() || control.getAttribute("aria-label"))).map((c) => c.outerHTML)`,
      );
      assert.equal(unnamed, [], "every control has a name");
    }),
  );

  test(
    "a GGUF file that is dropped in is loaded, and a damaged one says what is wrong while the model before stays",
    onPage(async (page) => {
      await drop(page, int4, "mine.gguf");
      await page.until(named("mine"));
      await drop(page, int4, "broken.gguf", 500_000);
      await page.until(shown("#problem"));
      assert.match(await text(page, "#problem"), /^broken\.gguf: .*(ends|cut|bytes)/);
      await ask(page, "turn off the kitchen light");
      assert.is(await text(page, ".call .name"), "set_light");
      assert.is(await page.evaluate(`${found("#model")}.selectedOptions[0].text`), "mine");
      await page.choose("#model", "lanky/models/lanky-api-4m-int8.gguf");
      await page.until(named("lanky-api-4m-int8"));
    }),
  );

  test(
    "models are chosen from the list, which says which one there is",
    onPage(async (page) => {
      const int4 = "lanky/models/lanky-api-4m-int4.gguf";
      await page.choose("#model", int4);
      await page.until(named("lanky-api-4m-int4"));
      await page.evaluate(`${found("#url")}.value = new URL("lanky/models/none.gguf", location).href`);
      await page.click("#url-form button");
      await page.until(shown("#problem"));
      assert.match(await text(page, "#problem"), /none\.gguf: the server answered 404[\s\S]*Try again/);
      assert.is(await page.evaluate(`${found("#model")}.value`), int4);
      await ask(page, "turn off the kitchen light");
      assert.is(await text(page, ".call .name"), "set_light");
      assert.is(await page.evaluate(shown("#problem")), false);
    }),
  );

  test(
    "the stop button stops, and the page stays at hand while text is made",
    onPage(async (page) => {
      await page.attach("#file", endless);
      await page.until(named("f32-tied"));
      const observed = (await page.evaluate(`PerformanceObserver.supportedEntryTypes.includes("longtask")`)) as boolean;
      const why = "it does not report them; its event loop is held to 150 ms in browser.host.ts";
      if (!observed) skipped(`long tasks of the example page in ${name}`, why);
      await page.evaluate(`
        window.tasks = [];
        if (${observed}) new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => e.duration)))
          .observe({ type: "longtask" });
        window.enough = ".bubble";
        new MutationObserver(() => {
          if (document.querySelector("#messages .writing " + window.enough)) document.querySelector("#stop").click();
        }).observe(document.querySelector("#messages"), { childList: true, subtree: true });`);
      assert.is(await text(page, "#welcome h2"), "Begin a text");
      // A machine that is busy otherwise makes any task long: the best of three counts.
      for (let count = 1; ; count++) {
        if (count > 1) await page.click("#new"); // the context may be full
        await page.evaluate("window.tasks = []");
        // On a machine that is busy all may be said before a bit of it is drawn.
        if (count === 3) await page.evaluate("window.enough = '*'");
        await ask(page, "the");
        const measure = String(await page.evaluate(`[...document.querySelectorAll(".measure")].at(-1).innerText`));
        if (count < 3 && !/stopped/.test(measure)) continue;
        assert.match(measure, /stopped/);
        assert.is(await page.evaluate(shown("#stop")), false);
        await told(page, "Stopped");
        const long = (await page.evaluate("window.tasks.filter((ms) => ms > 100)")) as number[];
        if (long.length === 0) break;
        if (count < 3) continue;
        assert.ok(loadavg()[0]! > availableParallelism() + 1, `tasks of ${long} ms`);
        const busy = `the machine is too busy to tell, and there were tasks of ${long} ms`;
        skipped(`the example page's event loop in ${name}`, busy);
        break;
      }
    }),
  );

  test(
    "a conversation goes on when the context is full, and says once that the oldest messages are forgotten",
    onPage(async (page) => {
      const tokens = async () => Number.parseInt(await text(page, "#context"), 10);
      const notes = `document.querySelectorAll("#messages .note").length`;
      const speeches: string[] = [];
      // Each takes about a quarter of the 704 tokens, so that several are there before one is forgotten.
      const long = (what: string) => `turn off the ${what} light ${"and then nothing more than that ".repeat(11)}`;
      let most = 0;
      for (const room of ["kitchen", "garage", "bedroom", "hall", "bathroom", "office", "cellar", "attic"]) {
        await ask(page, long(room));
        await page.until(`!${found("#stop")}.checkVisibility()`);
        most = Math.max(most, await tokens());
        await page.until(`${found("#status")}.textContent !== ""`); // empty before it says something
        speeches.push(String(await page.evaluate(`${found("#status")}.textContent`)));
      }
      assert.is(await page.evaluate(shown("#problem")), false);
      assert.ok(most > 352 && most <= 704, `${most} tokens at most`);
      assert.is(await page.evaluate(notes), 1);
      const words = "The context of 704 tokens is full: the model has forgotten the oldest messages.";
      assert.is(await text(page, "#messages .note"), words);
      assert.is(speeches.filter((speech) => speech.startsWith(words)).length, 1, speeches.join("\n"));
      await ask(page, "turn on the kitchen light");
      assert.is(await page.evaluate(`[...document.querySelectorAll(".call .name")].at(-1).textContent`), "set_light");

      const endlessMessage = "again and ".repeat(1000).trim();
      await page.evaluate(`${found("#prompt")}.value = ${JSON.stringify(endlessMessage)}`);
      await page.click("#send");
      await page.until(shown("#problem"));
      assert.match(await text(page, "#problem"), /do not fit into the context of 704/);
      assert.is(await page.evaluate(`${found("#prompt")}.value`), endlessMessage, "it can be changed and sent again");
      assert.is(await page.evaluate(`document.querySelectorAll("#messages .mine").length`), 9);
      await page.click("#new");
      assert.is(await page.evaluate(notes), 0);
    }),
  );

  test(
    "a text goes on when the context is full, from its last message",
    onPage(async (page) => {
      await page.attach("#file", endless);
      await page.until(named("f32-tied"));
      for (let count = 0; count < 2; count++) {
        await ask(page, "the");
        await page.until(`!${found("#stop")}.checkVisibility()`);
      }
      assert.is(await page.evaluate(shown("#problem")), false);
      assert.match(await text(page, "#messages .note"), /^The context of \d+ tokens is full/);
    }),
  );

  test("threads are chosen on an isolated page", () =>
    withThreads(
      host,
      onPage(async (page) => {
        await page.choose("#threads", "2");
        await page.until(`${found("#threads-used")}.textContent === "2"`, 20_000);
        await ask(page, "turn off the kitchen light");
        assert.is(await text(page, ".call .name"), "set_light");
      }),
    ));

  let release = () => {};
  test(
    "what is chosen and written while the first model is on its way counts",
    onLine(
      (line) => {
        line.held = new Promise<void>((resolve) => {
          release = resolve;
        });
      },
      async (page) => {
        await page.until(shown("#loading"));
        await page.choose("#threads", "1");
        await page.click("#suggestions button");
        assert.is(await page.evaluate(`${found("#prompt")}.value`), "Wake me up at 6:45 tomorrow");
        release();
        await page.until(answers(1));
        assert.is(await text(page, "#threads-used"), "1");
        assert.is(await text(page, ".call .name"), "set_alarm");
      },
    ),
  );

  test(
    "a slow download shows how far it is, ends when cancelled, and goes on from there",
    onLine(
      (line) => {
        line.slowness = 100;
      },
      async (page, line) => {
        await page.until(`${found("#progress")}.value > 0.2`);
        assert.match(
          await text(page, "#loading-label"),
          /^Downloading lanky-api-4m-int8\.gguf, \d\.\d MB of \d\.\d MB$/,
        );
        await page.click("#cancel");
        await page.until(shown("#problem"));
        assert.is(await page.evaluate(shown("#loading")), false);
        assert.match(await text(page, "#problem"), /Cancelled[\s\S]*Try again/);
        await page.until(`/\\d\\.\\d MB of \\d\\.\\d MB so far/.test(${found("#cached")}.innerText)`);
        line.slowness = 0;
        await page.click("#problem button");
        await page.until(ready);
        assert.match(line.requests.at(-1)!.range ?? "", /^bytes=\d{5,}-$/);
        assert.is(await page.evaluate(shown("#problem")), false);
        await ask(page, "turn off the kitchen light");
        assert.is(await text(page, ".call .name"), "set_light");
      },
    ),
  );

  test(
    "loaded again where the model cannot be fetched any more, it is there",
    onLine(
      () => {},
      async (page, line) => {
        await page.until(ready);
        line.down = true;
        await page.reload();
        await page.until(ready);
        await ask(page, "turn off the kitchen light");
        assert.is(await text(page, ".call .name"), "set_light");
        await page.choose("#model", "lanky/models/lanky-api-4m-int4.gguf"); // never fetched
        await page.until(shown("#problem"));
        assert.match(await text(page, "#problem"), /lanky-api-4m-int4\.gguf: cannot be fetched[\s\S]*Try again/);
        line.down = false;
        await page.click("#problem button");
        await page.until(named("lanky-api-4m-int4"));
      },
    ),
  );

  test(
    "a model is held to the SHA-256 that the page was served with, and then kept without a question",
    onLine(
      () => {},
      async (page, line) => {
        await page.until(ready);
        for (const name of readdirSync(join(root, "models"))) {
          const option = `[...${found("#model")}.options].find(({ value }) => value === "lanky/models/${name}")`;
          const digest = createHash("sha256").update(readFileSync(join(root, "models", name)));
          assert.is(await page.evaluate(`${option}.dataset.sha256`), digest.digest("hex"), name);
        }
        await page.reload();
        await page.until(ready);
        assert.equal(
          line.requests.map(({ method }) => method),
          ["GET"],
        );
        const int4 = "lanky/models/lanky-api-4m-int4.gguf";
        const option = `[...${found("#model")}.options].find(({ value }) => value === "${int4}")`;
        await page.evaluate(`${option}.dataset.sha256 = "${"0".repeat(64)}"`);
        await page.choose("#model", int4);
        await page.until(shown("#problem"));
        assert.match(
          await text(page, "#problem"),
          /lanky-api-4m-int4\.gguf: has SHA-256 [0-9a-f]{64} .*expected 0{64}/,
        );
      },
    ),
  );

  test(
    "a page of which a script has not come says so",
    onLine(
      (line) => {
        line.missing = "/lanky/dist/cache.js";
      },
      async (page) => {
        await page.until(shown("#problem"));
        assert.match(await text(page, "#problem"), /could not be fetched\. Reload/);
        assert.is(await page.evaluate(shown("#loading")), false);
      },
      /cache\.js/, // what Firefox calls an error of the page
    ),
  );

  test(
    "of two tabs one fetches, the other says that it waits, and both answer",
    onLine(
      (line) => {
        line.slowness = 400;
      },
      async (page, line) => {
        await page.until(`${found("#progress")}.value > 0`);
        const second = await page.beside(line.address);
        await second.until(`/Another tab is fetching/.test(${found("#loading-label")}.textContent)`);
        line.slowness = 0;
        await Promise.all([page.until(ready), second.until(ready)]);
        const gets = line.requests.filter(({ method }) => method === "GET");
        assert.is(gets.length, 1);
        for (const tab of [second, page]) {
          await ask(tab, "turn off the kitchen light");
          assert.is(await text(tab, ".call .name"), "set_light");
        }
        assert.equal(second.errors, []);
      },
    ),
  );

  test("without isolation it runs on one thread and says so", () =>
    opened(
      plain,
      async (page) => {
        await page.until(ready);
        assert.is(await page.evaluate("crossOriginIsolated"), false);
        assert.match(await text(page, "#isolation"), /runs on one thread/);
        await page.click("#settings-button");
        assert.is(await page.evaluate(`${found("#settings-button")}.getAttribute("aria-expanded")`), "true");
        assert.match(await text(page, "#threads-note"), /One thread: this page is not cross-origin isolated/);
        assert.is(await page.evaluate(`${found("#threads")}.disabled`), true);
        await page.press("Escape");
        assert.is(await page.evaluate(`${found("#settings-button")}.getAttribute("aria-expanded")`), "false");
        await ask(page, "turn off the kitchen light");
        assert.is(await text(page, ".call .name"), "set_light");
      },
      { viewport: { width: 390, height: 844 } },
    ));

  for (const viewport of viewports) {
    test(`${viewport.width} pixels wide, nothing is cut off and all can be read, light and dark`, () =>
      opened(
        isolated,
        async (page) => {
          await page.until(ready);
          const narrow = (await page.evaluate(shown("#settings-button"))) as boolean;
          const check = async (what: string) => {
            assert.equal(await looks(page, "overflowing()"), [], what);
            for (const scheme of schemes) {
              await page.evaluate(`void (document.documentElement.style.colorScheme = ${JSON.stringify(scheme)})`);
              assert.equal(await looks(page, "faintText(4.5)"), [], `${what}, ${scheme}`);
            }
          };
          await check("the welcome");
          if (narrow) {
            await page.click("#settings-button");
            await check("the settings");
            await page.press("Escape");
          }
          await ask(page, "turn off the kitchen light");
          await ask(page, "remind me to water the plants tonight");
          await ask(page, `a${"a".repeat(90)}`);
          await check("a conversation");
          await drop(page, int4, "broken.gguf", 500_000);
          await page.until(shown("#problem"));
          await check("a problem");
        },
        { viewport },
      ));
  }

  test.run();
}

const server = suite("example page, its server");

server("a flag that is wrong or unknown is told in a line, with those that there are", () => {
  for (const [flags, problem] of [
    [["--port", "abc"], "--port abc; expected a number from 0 to 65535"],
    [["--port", "70000"], "--port 70000; expected"],
    [["--prot", "80"], "Unknown option '--prot'"],
    [["80"], "Unexpected argument '80'"],
  ] as const) {
    const script = join(root, "examples", "browser", "serve.mjs");
    const { status, stderr } = spawnSync(process.execPath, [script, ...flags], { encoding: "utf8", timeout: 20_000 });
    assert.is(status, 2, stderr);
    assert.ok(stderr.startsWith(`demo: ${problem}`), stderr);
    assert.match(stderr, /--no-isolation/);
    assert.is(stderr.trimEnd().split("\n").length, 2, stderr);
  }
});

server.run();

const quota = suite("example page, a full storage");

quota("a storage that has no room is explained, and another try works when it has", async () => {
  const browser = await chromium("the example page with a full storage");
  if (!browser) return;
  skipped("the example page with a full storage in Firefox", "its drivers cannot set a quota");
  const address = await serve(true);
  try {
    const page = await browser.newPage();
    const protocol = await page.context().newCDPSession(page);
    const { origin } = new URL(address);
    await protocol.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1e6 });
    await page.goto(address);
    await page.waitForSelector("#problem:not([hidden])");
    assert.match(await page.innerText("#problem"), /needs \d\.\d MB more of the browser's storage/);
    await protocol.send("Storage.overrideQuotaForOrigin", { origin });
    await page.click("#problem button");
    await page.waitForFunction(ready);
  } finally {
    await browser.close();
    for (const server of servers.splice(0)) server.close();
  }
});

quota.run();
