// The example page, for what drives it in a browser: starts the script behind `npm run demo`, and asks the page things.

import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Tab } from "./browsers.js";
import { root } from "./packed.js";

/** Widths of a telephone and of a desk's screen. */
export const viewports = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const;

export const schemes = ["light", "dark"] as const;

export interface Demo {
  readonly address: string;
  close(): void;
}

/** Starts the script, which prints its address. @param library the folder of the package */
export function startDemo(library: string, flags: readonly string[] = []): Promise<Demo> {
  const script = join(root, "examples", "browser", "serve.mjs");
  const server = spawn(process.execPath, [script, "--port", "0", "--library", library, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`serve.mjs ended with ${code}`)));
    server.stdout.once("data", (line: Buffer) => {
      resolve({ address: /^http:\S+/.exec(line.toString())![0], close: () => server.kill() });
    });
  });
}

// What is asked of a page, as JavaScript.
export const found = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;
/** The first model is there. */
export const ready = `!${found("#send")}.disabled`;
export const answers = (count: number): string => `document.querySelectorAll("#messages .measure").length === ${count}`;

/** Asks for something and waits for the answer. */
export async function ask(
  page: Pick<Tab, "evaluate" | "click" | "type" | "press" | "until">,
  request: string,
): Promise<void> {
  const before = (await page.evaluate(`document.querySelectorAll("#messages .measure").length`)) as number;
  await page.click("#prompt");
  await page.type(request);
  await page.press("Enter");
  await page.until(answers(before + 1));
}
