// Where a command's words go: what it computes to stdout, everything about how it went to stderr.

import { describeError, exitCodes } from "./failure.js";

/** Writes to stdout; resolves when the stream is ready for more, so that a slow reader slows the command down. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

/** Writes the one JSON object that `--json` promises. */
export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value)}\n`);
}

/** Writes a line about progress, timings or trouble to stderr. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * What happens where a stream takes no more words. A reader that goes away (`lanky run … | head`) ends the process quietly,
 * as it ends other filters; anything else, such as a full disk, is an error. To be called once, before anything is written.
 */
export function endWhenStreamsFail(debug: boolean): void {
  const failed = { stdout: false, stderr: false };
  for (const name of ["stdout", "stderr"] as const) {
    process[name].on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(exitCodes.done);
      failed[name] = true;
      const problem = new Error(`${name} cannot be written: ${error.message}`, { cause: error });
      if (!failed.stderr) process.stderr.write(describeError(problem, debug));
      process.exit(exitCodes.failed);
    });
  }
}

/** 1234567 as "1,234,567". */
export function grouped(count: number): string {
  // Not toLocaleString: loading a locale takes as long as loading a small model.
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** Bytes with a unit of which there are at least one: "17.3 MB" (millions of bytes, as disks and memory buses count). */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  const unit = Math.min(Math.floor(Math.log10(count) / 3), 4);
  return `${(count / 1000 ** unit).toPrecision(3)} ${"kMGT"[unit - 1]}B`;
}

/** Milliseconds as a person reads them: "850 µs", "12.3 ms", "4.56 s". */
export function duration(ms: number): string {
  if (ms < 1) return `${(ms * 1000).toFixed(0)} µs`;
  return ms < 1000 ? `${ms.toPrecision(3)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** Events per second, 0 where no time passed. */
export function perSecond(count: number, ms: number): number {
  return ms > 0 ? (count * 1000) / ms : 0;
}

/** Rows as columns of text; those named in `right` are flush right. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)));
  return rows.map((row) => `${line(row).join("  ").trimEnd()}\n`).join("");
}
