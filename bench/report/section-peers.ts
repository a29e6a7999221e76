// Of the page of results: lanky beside other engines, two threads beside one, time per token against context, load and
// memory.

import { figure, megabytes, origin, spread, table } from "./markdown.js";
import { aboutWllama, contextLines, nameOf, type PeerResults, type PeerRow, sameTest } from "./peers.js";

export function peerSection(results: PeerResults): string {
  const { models, rounds, rows } = results;
  const speeds = rows.filter(({ test, tokens_per_second }) => /^(pp|tg)\d+$/.test(test) && tokens_per_second);
  const tests = [...new Set(speeds.map(({ test }) => test))];
  const perModel = [...new Set(speeds.map(({ model }) => model))].map((name) => {
    const ours = speeds.filter((row) => row.model === name);
    const file = models.find((model) => model.name === name);
    const size = file ? `, a file of ${megabytes(file.bytes)}` : "";
    return `${name}, ${ours[0]!.type}${size}:\n\n${grid(ours, tests, rateOf)}`;
  });
  const { prompt, generate } = results.lengths;
  const less = aboutWllama(results);
  const what =
    `Tokens per second, median and range of ${rounds} rounds in which the engines take turns; pp${prompt} reads a prompt of ` +
    `${prompt} tokens, tg${generate} makes ${generate}${less && ` (${less})`}.\n`;
  const skipped = (results.skipped ?? []).map((line) => `Left out: ${line}\n`);
  return [origin(results), what, ...skipped, ...perModel].join("\n");
}

export function threadSection({ rows }: PeerResults): string {
  const pairs = rows.flatMap((one) => {
    if (one.threads !== 1 || !one.tokens_per_second) return [];
    const two = rows.find((row) => row.threads === 2 && sameTest(row, one));
    return two?.tokens_per_second ? [{ one, two }] : [];
  });
  return table(
    ["model", "engine", "test", "one thread, tokens/s", "two threads, tokens/s", "ratio"],
    pairs.map(({ one, two }) => [
      one.model,
      nameOf(one),
      one.test,
      figure(one.tokens_per_second!.median),
      figure(two.tokens_per_second!.median),
      figure(two.tokens_per_second!.median / one.tokens_per_second!.median),
    ]),
    [3, 4, 5],
  );
}

export function contextSection({ rows }: PeerResults): string | undefined {
  const lines = contextLines(rows);
  if (lines.length === 0) return undefined;
  const contexts = [...new Set(lines.flatMap(({ points }) => points.map(({ context }) => context)))].sort(
    (a, b) => a - b,
  );
  return [
    "Milliseconds a token after so many tokens of context, and what each further token of context adds (the slope by least " +
      "squares).\n",
    table(
      ["model", "engine", "threads", ...contexts.map(String), "slope, µs a token"],
      lines.map((line) => [
        line.model,
        nameOf(line),
        String(line.threads),
        ...contexts.map((context) => {
          const point = line.points.find((one) => one.context === context);
          return point ? spread(point.ms) : "";
        }),
        figure(line.slope),
      ]),
      [2, ...contexts.map((_, column) => column + 3), contexts.length + 3],
    ),
  ].join("\n");
}

/** Tests in seconds and in bytes: loading, the first token, resident memory. */
export function loadSection({ rows }: PeerResults): string | undefined {
  const measured = rows.filter(({ seconds, bytes }) => seconds || bytes);
  if (measured.length === 0) return undefined;
  const tests = [...new Set(measured.map(({ test }) => test))];
  const models = [...new Set(measured.map(({ model }) => model))];
  const perModel = models.map((model) => {
    const ours = measured.filter((row) => row.model === model);
    return `${model}:\n\n${grid(ours, tests, sizeOf)}`;
  });
  return perModel.join("\n");
}

/** A line for each engine and number of threads, a column for each test. */
function grid(rows: readonly PeerRow[], tests: readonly string[], cell: (row: PeerRow) => string): string {
  const lines = [...new Set(rows.map((row) => `${nameOf(row)}\n${row.build ?? ""}\n${row.threads}`))];
  return table(
    ["engine", "build", "threads", ...tests],
    lines.map((line) => {
      const [engine, build, threads] = line.split("\n") as [string, string, string];
      const of = (test: string) =>
        rows.find(
          (row) =>
            row.test === test &&
            nameOf(row) === engine &&
            (row.build ?? "") === build &&
            String(row.threads) === threads,
        );
      return [engine, build, threads, ...tests.map((test) => (of(test) ? cell(of(test)!) : ""))];
    }),
    [2, ...tests.map((_, column) => column + 3)],
  );
}

function rateOf({ tokens_per_second }: PeerRow): string {
  return tokens_per_second ? spread(tokens_per_second) : "";
}

function sizeOf({ seconds, bytes }: PeerRow): string {
  if (seconds) return `${spread(seconds, (value) => figure(1000 * value))} ms`;
  return bytes ? `${spread(bytes, (value) => figure(value / 1e6))} MB` : "";
}
