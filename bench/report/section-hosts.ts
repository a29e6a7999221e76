// Of the page of results: the same models in every host.

import { type HostResults, hostTable, ratioTable } from "../hosts/report.js";
import { origin } from "./markdown.js";

export function hostsSection(results: HostResults): string {
  const { rounds, lengths, skipped } = results;
  const what =
    `Medians and ranges of ${rounds} rounds in which the hosts take turns: prefill of ${lengths.prompt} tokens and decode of ` +
    `${lengths.generate}, and loads, each in a new process. Memory is what a host's process holds beyond what it held before ` +
    "loading. All made the same logits, bit for bit.\n";
  const left = skipped.map((line) => `Left out: ${line}\n`);
  return [origin(results), what, ...left, hostTable(results), ratioTable(results)].join("\n");
}
