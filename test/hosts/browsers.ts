// The browsers that tests drive: Debian's Chromium by Playwright, and its Firefox by Puppeteer, for Playwright drives no
// Firefox but its own.

import type { Browser } from "playwright-core";
import { findChromium, findOnPath, skipped } from "./find.js";

export type HostName = "Chromium" | "Firefox";

/** A page, as far as both drivers have it. */
export interface Tab {
  evaluate(expression: string): Promise<unknown>;
  /** Closes the page and forgets its profile. */
  close(): Promise<void>;
}

export interface Host {
  readonly name: HostName;
  /** Opens an address in a profile of its own. */
  open(address: string): Promise<Tab>;
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
    async open(address) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(address);
      return { evaluate: (expression) => page.evaluate(expression), close: () => context.close() };
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
    async open(address) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.goto(address);
      return { evaluate: (expression) => page.evaluate(expression), close: () => context.close() };
    },
    close: () => browser.close(),
  };
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
    timer = setTimeout(() => reject(new Error(`in the page: ${name} has not ended in ${PATIENCE / 1000} s`)), PATIENCE);
  });
  const json = await Promise.race([work, late]).finally(() => clearTimeout(timer));
  const { result, error } = JSON.parse(json as string) as { result: T; error?: string };
  if (error !== undefined) throw new Error(`in the page: ${error}`);
  return result;
}
