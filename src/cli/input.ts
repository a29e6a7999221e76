// Text from standard input: a whole prompt through a pipe, or a line at a time from a person.

import { createInterface, type Interface } from "node:readline";
import { UsageError } from "./failure.js";

/**
 * Reads standard input to its end.
 * @throws UsageError where it is not UTF-8
 */
export async function readStandardInput(): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  try {
    for await (const chunk of process.stdin) text += decoder.decode(chunk as Uint8Array, { stream: true });
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError("standard input is not UTF-8 text; convert it first");
    throw error;
  }
}

/** Asks for lines until the input ends. */
export interface Lines {
  /** The next line; undefined at the end of the input, "interrupted" after Ctrl-C. */
  next(): Promise<{ line: string } | "end" | "interrupted">;
  close(): void;
}

/**
 * Lines of standard input. On a terminal each is asked for with `prompt` and may be edited; the terminal is only held
 * while a line is awaited, so that Ctrl-C during an answer is the ordinary signal.
 */
export function openLines(prompt: string): Lines {
  return process.stdin.isTTY ? terminalLines(prompt) : pipedLines();
}

function terminalLines(prompt: string): Lines {
  let history: string[] = [];
  return {
    next() {
      const lines = createInterface({ input: process.stdin, output: process.stderr, prompt, history });
      lines.on("history", (entries: string[]) => {
        history = entries;
      });
      return new Promise((resolve) => {
        lines.once("line", (line) => finish({ line }));
        lines.once("SIGINT", () => finish("interrupted"));
        lines.once("close", () => finish("end"));
        lines.prompt();
        function finish(result: { line: string } | "end" | "interrupted") {
          lines.removeAllListeners("close");
          lines.close();
          if (typeof result === "string") process.stderr.write("\n");
          resolve(result);
        }
      });
    },
    close() {},
  };
}

function pipedLines(): Lines {
  const lines: Interface = createInterface({ input: process.stdin, terminal: false });
  const iterator = lines[Symbol.asyncIterator]();
  return {
    async next() {
      const { done, value } = await iterator.next();
      return done ? "end" : { line: value };
    },
    close: () => lines.close(),
  };
}
