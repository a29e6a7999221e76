// The browsers that tests drive: Debian's Chromium by Playwright, and its Firefox by Puppeteer, for Playwright drives no
// Firefox but its own.

import type { Browser } from "playwright-core";
import type { ElementHandle } from "puppeteer-core";
import { findChromium, findOnPath, skipped } from "./find.js";

export type HostName = "Chromium" | "Firefox";

/** A page, as far as both drivers have it. */
export interface Tab {
  /** What an expression gives, once it is there. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until an expression is true. @throws Error after `ms` */
  until(expression: string, ms?: number): Promise<void>;
  /** The following are what a user does; selectors are CSS. */
  click(selector: string): Promise<void>;
  /** Presses a key, such as "Enter". */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Chooses a value of a select. */
  choose(selector: string, value: string): Promise<void>;
  /** Gives a file to an input. */
  attach(selector: string, path: string): Promise<void>;
  reload(): Promise<void>;
  /** Errors that nothing on the page has caught. */
  readonly errors: readonly string[];
  /** Another page of the same profile. */
  beside(address: string): Promise<Tab>;
  /** Closes the page, and forgets its profile if it was the profile's first. */
  close(): Promise<void>;
}

export interface TabOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
}

const desk = { width: 1280, height: 720 };

export interface Host {
  readonly name: HostName;
  /** Opens an address in a profile of its own. */
  open(address: string, options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

/** Starts a browser; undefined where it is not installed or cannot be driven, which is said. `what` is then not tested. */
export async function launch(name: HostName, what: string): Promise<Host | undefined> {
  return name === "Chromium" ? launchChromium(what) : launchFirefox(what);
}

/** Chromium as Playwright has it, for tests that need more than a page's programs. */
export async function chromium(what: string): Promise<Browser | undefined> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    skipped(`${what} in Chromium`, "there is no chromium on PATH");
    return undefined;
  }
  const playwright = await import("playwright-core");
  return playwright.chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

async function launchChromium(what: string): Promise<Host | undefined> {
  const browser = await chromium(what);
  if (!browser) return undefined;
  return {
    name: "Chromium",
    async open(address, { viewport = desk } = {}) {
      const context = await browser.newContext({ viewport: { ...viewport } });
      const opened = async (at: string, close?: () => Promise<void>): Promise<Tab> => {
        const page = await context.newPage();
        const errors: string[] = [];
        page.on("pageerror", ({ message }) => errors.push(message));
        const tab = tabOf(page, errors, {
          choose: (selector, value) => page.selectOption(selector, value),
          attach: (selector, path) => page.setInputFiles(selector, path),
          beside: opened,
          close: close ?? (() => page.close()),
        });
        await page.goto(at);
        return tab;
      };
      return opened(address, () => context.close());
    },
    close: () => browser.close(),
  };
}

async function launchFirefox(what: string): Promise<Host | undefined> {
  const executablePath = findOnPath("firefox-esr", "firefox");
  if (executablePath === undefined) {
    skipped(`${what} in Firefox`, "there is no firefox-esr on PATH");
    return undefined;
  }
  const puppeteer = await import("puppeteer-core");
  const starting = puppeteer.launch({ browser: "firefox", executablePath, headless: true, timeout: 120_000 });
  const browser = await starting.catch((error: Error) => {
    skipped(`${what} in Firefox`, `it cannot be driven: ${error.message.split("\n")[0]}`);
    return undefined;
  });
  if (!browser) return undefined;
  return {
    name: "Firefox",
    async open(address, { viewport = desk } = {}) {
      const context = await browser.createBrowserContext();
      const opened = async (at: string, close?: () => Promise<void>): Promise<Tab> => {
        const page = await context.newPage();
        await page.setViewport({ ...viewport });
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(error instanceof Error ? error.message : String(error)));
        const tab = tabOf(page, errors, {
          choose: (selector, value) => page.select(selector, value),
          attach: async (selector, path) => {
            const input = await page.$(selector);
            await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
          },
          beside: opened,
          close: close ?? (() => page.close()),
        });
        await page.goto(at);
        return tab;
      };
      return opened(address, () => context.close());
    },
    close: () => browser.close(),
  };
}

/** What the two drivers' pages have in common. */
interface DrivenPage {
  evaluate(expression: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  readonly keyboard: { press(key: never): Promise<void>; type(text: string): Promise<void> };
  reload(): Promise<unknown>;
}

function tabOf(
  page: DrivenPage,
  errors: readonly string[],
  own: {
    choose(selector: string, value: string): Promise<unknown>;
    attach(selector: string, path: string): Promise<void>;
    beside(address: string): Promise<Tab>;
    close(): Promise<void>;
  },
): Tab {
  return {
    ...own,
    errors,
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key as never),
    type: (text) => page.keyboard.type(text),
    async choose(selector, value) {
      await own.choose(selector, value);
    },
    async until(expression, ms = 60_000) {
      const end = performance.now() + ms;
      while (!(await page.evaluate(`Boolean(${expression})`))) {
        if (performance.now() > end)
          throw new Late(`in the page: after ${ms / 1000} s it is not so that ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    async reload() {
      await page.reload();
    },
  };
}

/** Something that a page has not done in time. */
class Late extends Error {}

/**
 * Runs `work`, which starts threads, once more where it was late and the browser is Firefox. While a driver is connected a
 * worker that a worker makes stays away there in one of 30 loads with two threads, on a busy machine; in the same Firefox
 * without a driver 150 loads of 150 ended.
 */
export async function withThreads(host: Host | undefined, work: () => Promise<void>): Promise<void> {
  for (let attempts = host?.name === "Firefox" ? 3 : 1; ; attempts--) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Late) || attempts === 1) throw error;
      console.log(`once more: ${error.message}`);
    }
  }
}

/** Milliseconds for one call of a page's function. */
const PATIENCE = 120_000;

/**
 * Calls a function of browser-page.js in a page. Arguments and result are JSON: tsx changes functions in ways that keep them
 * from being sent as text, and the protocols have values of their own.
 */
export async function call<T = unknown>(
  page: { evaluate(expression: string): Promise<unknown> },
  name: string,
  ...args: readonly unknown[]
): Promise<T> {
  const work = page.evaluate(
    `import("/browser-page.js").then((m) => m.run(${JSON.stringify(name)}, ${JSON.stringify(args)}))`,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`in the page: ${name} has not ended in ${PATIENCE / 1000} s`)), PATIENCE);
  });
  const json = await Promise.race([work, late]).finally(() => clearTimeout(timer));
  const { result, error } = JSON.parse(json as string) as { result: T; error?: string };
  if (error !== undefined) throw new Error(`in the page: ${error}`);
  return result;
}
