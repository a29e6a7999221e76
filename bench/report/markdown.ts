// The pieces of the page of results: tables, numbers with their spread, lines about where they come from.

import type { Record, Spread } from "../record.js";

/** A table; columns named in `right` are flush right. A bar in a cell does not end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  const rule = `|${head.map((_, column) => (right.includes(column) ? " ---: |" : " --- |")).join("")}\n`;
  return `${line(head)}${rule}${rows.map(line).join("")}`;
}

/** Three digits, and all of larger numbers. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "-";
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** "12.3 (11.9 to 12.8)" */
export function spread({ median, min, max }: Spread, digits: (value: number) => string = figure): string {
  return `${digits(median)} (${digits(min)} to ${digits(max)})`;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** Bytes in millions. */
export function megabytes(bytes: number): string {
  return `${figure(bytes / 1e6)} MB`;
}

/** Where and when results were measured, and by which command. */
export function origin({ machine, host, lanky, date, command }: Record): string {
  const { cpu, cores, memory_gb, os } = machine;
  return (
    `Measured ${date} with lanky ${lanky} on ${cpu}, ${cores} cores as the system shows them, ${memory_gb} GB, ${os}, ` +
    `Node ${host.node} (V8 ${host.v8}), by \`${command}\`.\n`
  );
}
