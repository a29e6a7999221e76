// The loss of the embedded model's training against the tokens it has seen, from the log of training/train.py: a CSV file of
// step, tokens, seconds, rate, assistant_loss.

import { existsSync, readFileSync } from "node:fs";
import { inks, type Theme } from "./theme.js";

export interface Logged {
  readonly step: number;
  readonly tokens: number;
  /** Since training began. */
  readonly seconds: number;
  /** Mean cross-entropy of the assistant's tokens since the row before, nats. */
  readonly assistant_loss: number;
}

/** The running mean is of this share of the rows. */
const SHARE = 1 / 40;
/** Ticks of the loss. */
const decades = [0.001, 0.01, 0.1, 1, 10];

/**
 * The rows of a log; undefined where there is no such file.
 * @throws Error where it lacks a column, or a row has something else than a number
 */
export function readLoss(path: string): Logged[] | undefined {
  if (!existsSync(path)) return undefined;
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const columns = head.split(",");
  const place = (name: keyof Logged) => {
    const at = columns.indexOf(name);
    if (at < 0) throw new Error(`${path}: no column ${name} in "${head}"; expected a log of training/train.py`);
    return at;
  };
  const places = { step: place("step"), tokens: place("tokens"), seconds: place("seconds") };
  const loss = place("assistant_loss");
  return lines.map((line, at) => {
    const cells = line.split(",").map(Number);
    const value = (index: number) => {
      const found = cells[index];
      if (found === undefined || Number.isNaN(found)) throw new Error(`${path}: line ${at + 2}: "${line}" is no row`);
      return found;
    };
    const { step, tokens, seconds } = places;
    return { step: value(step), tokens: value(tokens), seconds: value(seconds), assistant_loss: value(loss) };
  });
}

/** Geometric means over a window around each row, narrower at both ends: what a logarithmic axis shows as a mean. */
function smoothed(rows: readonly Logged[]): Logged[] {
  const widest = Math.round((rows.length * SHARE) / 2);
  return rows.map((row, at) => {
    const reach = Math.min(widest, at, rows.length - 1 - at);
    const near = rows.slice(at - reach, at + reach + 1);
    const mean = near.reduce((sum, { assistant_loss }) => sum + Math.log(assistant_loss), 0) / near.length;
    return { ...row, assistant_loss: Math.exp(mean) };
  });
}

/** The curve, logarithmic; undefined for an empty log. */
export function drawLoss(rows: readonly Logged[], theme: Theme): object | undefined {
  const last = rows.at(-1);
  if (!last) return undefined;
  const ink = inks[theme];
  const millions = (logged: readonly Logged[]) =>
    logged
      .filter(({ assistant_loss }) => assistant_loss > 0)
      .map(({ tokens, assistant_loss }) => ({ tokens: tokens / 1e6, loss: assistant_loss }));
  const x = { field: "tokens", type: "quantitative", axis: { title: "tokens seen, millions" }, scale: { nice: false } };
  const y = {
    field: "loss",
    type: "quantitative",
    scale: { type: "log" },
    axis: {
      title: "loss of the assistant's tokens, nats",
      format: "~g",
      values: decades.flatMap((decade) => [1, 2, 5].map((n) => n * decade)),
    },
  };
  const hours = last.seconds / 3600;
  const time = hours < 1 ? `${Math.round(hours * 60)} minutes` : `${hours.toFixed(1)} hours`;
  const steps = last.step.toLocaleString("en");
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: {
      text: "Training the embedded model",
      subtitle: `${steps} steps, ${(last.tokens / 1e6).toFixed(1)} million tokens, ${time}; the thick line is a running mean`,
    },
    width: 640,
    height: 300,
    layer: [
      {
        data: { values: millions(rows) },
        mark: { type: "line", strokeWidth: 1, opacity: 0.45, color: ink.sky },
        encoding: { x, y },
      },
      {
        data: { values: millions(smoothed(rows)) },
        mark: { type: "line", strokeWidth: 2, color: ink.blue },
        encoding: { x, y },
      },
    ],
  };
}
