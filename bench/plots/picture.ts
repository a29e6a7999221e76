// What a picture is, and the words around it: a title, what was measured, and where and when.

import type { Record } from "../record.js";
import { inks, type Theme } from "./theme.js";

/** A picture drawn from one file of results. */
export interface Picture {
  readonly name: string;
  /** Kind of the results it is drawn from. */
  readonly kind: string;
  /** The Vega-Lite specification; undefined where the results hold nothing of it. */
  draw(results: Record, theme: Theme): object | undefined;
}

/** Title and two lines below it: what was measured, and where and when. */
export function heading(title: string, what: string, results: Record): object {
  const { machine, date, lanky } = results;
  const cores = `${machine.cores} virtual cores, ${machine.memory_gb} GB`;
  return { text: title, subtitle: [what, `${machine.cpu}, ${cores}; lanky ${lanky}, ${date}`] };
}

/** An engine has the same colour in every picture: ours blue, the newest Node darkest; native orange; others green and pink. */
export function engineColors(engines: readonly string[], theme: Theme): string[] {
  const { blue, sky, orange, yellow, green, pink } = inks[theme];
  const ours = [blue, sky];
  const native = [orange, yellow];
  const others = [green, pink];
  return engines.map((name) => {
    const hues = name.startsWith("lanky") ? ours : name.startsWith("llama.cpp") ? native : others;
    return hues.shift() ?? inks[theme].faint;
  });
}

/** Engines in the order in which pictures name them: ours first, the newest Node at their head, then native, then others. */
export function inOrder(engines: readonly string[]): string[] {
  const rank = (engine: string) => {
    const order = ["lanky", "llama.cpp", "wllama"].findIndex((name) => engine.startsWith(name));
    return (order < 0 ? 3 : order) * 1000 - Number(/Node (\d+)/.exec(engine)?.[1] ?? 0);
  };
  return [...new Set(engines)].sort((a, b) => rank(a) - rank(b));
}
