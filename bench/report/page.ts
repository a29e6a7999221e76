// The page of results, as Markdown, from the results that there are. What has not been measured is said to be missing, with
// the command that measures it.

import type { ApiResults } from "../../src/cli/eval-report.js";
import type { ConstrainedResults } from "../constrained.js";
import type { HostResults } from "../hosts/report.js";
import type { Record } from "../record.js";
import type { StartResults } from "../start.js";
import type { ThreadsRow } from "../threads/main.js";
import type { KernelResults } from "./kernels.js";
import { origin, table } from "./markdown.js";
import type { PeerResults } from "./peers.js";
import type { ProfileResults } from "./profile.js";
import {
  answerTargets,
  constrainedSection,
  constrainedTargets,
  freshSection,
  freshTargets,
  heldSection,
  heldTargets,
  splitSection,
  splitTargets,
} from "./section-api.js";
import { hostsSection } from "./section-hosts.js";
import { boundsSection, kernelSection } from "./section-kernels.js";
import { contextSection, loadSection, peerSection, threadSection } from "./section-peers.js";
import { profileSection } from "./section-profile.js";
import { type PytorchResults, pytorchSection, pytorchTargets } from "./section-pytorch.js";
import { startSection, startTargets } from "./section-start.js";
import { commands, type Kind } from "./sources.js";
import {
  hostTargets,
  kernelTargets,
  type ModuleSizes,
  peerTargets,
  profileTargets,
  sizeTargets,
  targetTable,
  threadTargets,
} from "./targets.js";

/** Results by kind. */
export interface Found {
  readonly kernels?: KernelResults | undefined;
  readonly peers?: PeerResults | undefined;
  readonly profile?: ProfileResults | undefined;
  readonly hosts?: HostResults | undefined;
  readonly api?: (Record & ApiResults) | undefined;
  readonly "api-people"?: (Record & ApiResults) | undefined;
  readonly "api-usual"?: (Record & ApiResults) | undefined;
  readonly "api-fresh"?: (Record & ApiResults) | undefined;
  readonly "api-constrained"?: (Record & ApiResults) | undefined;
  readonly "api-pytorch"?: PytorchResults | undefined;
  readonly start?: StartResults | undefined;
  readonly constrained?: ConstrainedResults | undefined;
  readonly "hosts-threads"?: (Record & { readonly rows: readonly ThreadsRow[] }) | undefined;
}

/** @param pictures names of pictures that there are, and where, relative to the page */
export function page(found: Found, sizes: ModuleSizes, pictures: ReadonlyMap<string, string>): string {
  const { kernels, peers, profile, hosts, api, start, constrained } = found;
  const threads = found["hosts-threads"];
  const people = found["api-people"];
  const usual = found["api-usual"];
  const fresh = found["api-fresh"];
  const held = found["api-constrained"];
  const pytorch = found["api-pytorch"];
  const picture = (name: string) => (pictures.has(name) ? `![${name}](${pictures.get(name)})\n\n` : "");
  const section = (title: string, kind: Kind, text: string | undefined) => {
    const missing = found[kind] ? "Not in the results.\n" : "Not measured.\n";
    return `## ${title}\n\n${text ?? `${missing}\n\`${commands[kind]}\` measures it.\n`}`;
  };
  const targets = [
    ...(peers ? peerTargets(peers) : []),
    ...(kernels ? kernelTargets(kernels) : []),
    ...(profile ? profileTargets(profile) : []),
    ...(hosts ? hostTargets(hosts) : []),
    ...(threads ? threadTargets(threads.rows) : []),
    ...(usual ? splitTargets("api-usual", usual) : []),
    ...(people ? splitTargets("api-people", people) : []),
    ...(api ? [...splitTargets("api", api), ...answerTargets("api", api)] : []),
    ...(fresh ? freshTargets(fresh) : []),
    ...(held ? heldTargets(held) : []),
    ...(api && pytorch ? pytorchTargets(api, pytorch) : []),
    ...(start ? startTargets(start) : []),
    ...(constrained ? constrainedTargets(constrained) : []),
    ...sizeTargets(sizes),
  ];
  const lacking = (Object.keys(commands) as Kind[]).filter((kind) => !found[kind]);
  const without = lacking.map((kind) => `Without the targets of ${kind}: \`${commands[kind]}\` measures them.\n`);
  return [
    "# Results\n",
    "Made by `npm run bench:results` from the files in `bench/results`; not to be edited. Times on a virtual machine differ " +
      "between machines and hours by up to two times: trust the ratios, each of which was taken in one run.\n",
    `## Targets\n\n${targetTable(targets)}${without.map((line) => `\n${line}`).join("")}`,
    section("What bounds each path", "kernels", kernels && boundsSection(kernels)),
    section("Beside other engines", "peers", peers && picture("peers") + peerSection(peers)),
    section("Every host", "hosts", hosts && picture("hosts") + picture("hosts-start") + hostsSection(hosts)),
    section("Threads", "peers", peers && threadSection(peers)),
    section("Event loop and cold starts", "hosts-threads", threads && `${origin(threads)}\n${anyRows(threads.rows)}`),
    section("Context", "peers", peers && withPicture(picture("context"), contextSection(peers))),
    section(
      "The embedded model: usual sentences",
      "api-usual",
      usual && picture("api-usual-functions") + splitSection("api-usual", usual),
    ),
    section(
      "The embedded model: unusual sentences",
      "api-people",
      people && picture("api-people-functions") + splitSection("api-people", people),
    ),
    section(
      "The embedded model: sentences of the grammar",
      "api",
      api && picture("api-functions") + picture("api-turns") + splitSection("api", api),
    ),
    section("The embedded model: sentences of other writers", "api-fresh", fresh && freshSection(fresh)),
    section("The embedded model: under the grammar", "api-constrained", held && heldSection(held)),
    section(
      "The embedded model: beside PyTorch",
      api ? "api-pytorch" : "api",
      api && pytorch && pytorchSection(api, pytorch),
    ),
    section("The first answer of npm start", "start", start && startSection(start)),
    section("Constrained decoding", "constrained", constrained && constrainedSection(constrained)),
    section("Layer sharing", "profile", profile && picture("sharing") + profileSection(profile)),
    section("Load and memory", "peers", peers && loadSection(peers)),
    section("Kernels", "kernels", kernels && picture("roofline") + kernelSection(kernels)),
  ].join("\n");
}

function withPicture(picture: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : picture + text;
}

/** Rows as they are: numbers with four digits, spreads as median and range. */
function anyRows(rows: readonly ThreadsRow[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof ThreadsRow)[];
  return table(
    fields,
    rows.map((row) => fields.map((field) => shown(row[field]))),
    [],
  );
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  if (typeof value === "object" && "median" in value) {
    const { median, min, max } = value as { median: number; min: number; max: number };
    return `${shown(median)} (${shown(min)} to ${shown(max)})`;
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
