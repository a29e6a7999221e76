// Of the page of results: the embedded model's calls beside those that PyTorch makes of the same weights on the same split.
// training/evaluate.py writes what PyTorch got, {"conversations": N, "turns": N, "right": N, "first": {"turns": N, "right": N},
// "model": FILE, "torch": VERSION}; `lanky eval api` has the rest. Both count lines that are the same letter by letter.

import type { ApiResults, Evaluated } from "../../src/cli/eval-report.js";
import { readJson } from "../record.js";
import { table } from "./markdown.js";
import { splits } from "./section-api.js";
import { commands } from "./sources.js";
import type { Target } from "./targets.js";

/** How many of some turns PyTorch answers with the very line that is expected. */
interface Counts {
  readonly turns: number;
  readonly right: number;
}

export interface PytorchResults extends Counts {
  readonly conversations: number;
  /** Of first turns alone. */
  readonly first: Counts;
  /** The model file in f16 that has its weights, without its folder. */
  readonly model: string;
  /** Version of PyTorch. */
  readonly torch: string;
}

/**
 * What training/evaluate.py wrote; undefined if there is no such file.
 * @throws Error if it is something else
 */
export function readPytorch(path: string): PytorchResults | undefined {
  const anew = `write it anew with \`${commands["api-pytorch"]}\``;
  const data = readJson(path, anew) as Partial<PytorchResults> | null | undefined;
  if (data === undefined) return undefined;
  const wrong = (what: string) => new Error(`${path}: ${what}; ${anew}`);
  for (const field of ["model", "torch"] as const) {
    if (typeof data?.[field] !== "string")
      throw wrong(`"${field}" is ${JSON.stringify(data?.[field])}, expected a name`);
  }
  if (!Number.isInteger(data?.conversations)) throw wrong('"conversations" is no count');
  for (const [name, counts] of [
    ["all turns", data],
    ["first turns", data?.first],
  ] as const) {
    const { turns, right } = counts ?? {};
    if (!(Number.isInteger(turns) && Number.isInteger(right) && 0 <= right! && right! <= turns! && turns! > 0))
      throw wrong(`${right} of ${turns} right of ${name}, expected two counts, the second above 0`);
  }
  return data as PytorchResults;
}

/** The model that PyTorch ran, as lanky scored it in f16; or why the two cannot be compared. */
function counterpart({ models }: ApiResults, pytorch: PytorchResults): Evaluated | string {
  const found = models.find(({ model, type }) => type === "F16" && stem(model) === stem(pytorch.model));
  if (found === undefined) return `no ${pytorch.model} in F16 in api.json`;
  const [turns, first] = [found.turns, found.first_turn.turns];
  if (turns === pytorch.turns && first === pytorch.first.turns) return found;
  return `${turns} turns, ${first} of them first ones, beside ${pytorch.turns} and ${pytorch.first.turns} of PyTorch`;
}

/** Of the name of a file, whichever of the forms of the model it has. */
const stem = (name: string) => name.replace(/\.(gguf|pt|safetensors)$/, "");

/** In points, from counts: the difference of two shares that are a tenth of a point apart is a little more than that. */
function pointsApart(ours: number, { turns, right }: Counts): number {
  return (100 * (Math.round(ours * turns) - right)) / turns;
}

const share = ({ turns, right }: Counts) => right / turns;
const points = (value: number) => `${(100 * value).toFixed(2)} %`;

export function pytorchSection(api: ApiResults, pytorch: PytorchResults): string {
  const { conversations, model, torch } = pytorch;
  const what =
    `Calls that are letter by letter the expected ones, of the same ${conversations} conversations: by lanky, and by PyTorch ` +
    `${torch} with the same f16 weights in f32 (\`${commands["api-pytorch"]}\`).\n`;
  const ours = counterpart(api, pytorch);
  if (typeof ours === "string") return `${what}\nNot comparable: ${ours}. Measure both anew.\n`;
  const row = (name: string, here: number, there: Counts) => [
    model,
    name,
    String(there.turns),
    points(here),
    points(share(there)),
    pointsApart(here, there).toFixed(3),
  ];
  const rows = [
    row("first turns", ours.first_turn.same_line, pytorch.first),
    row("all turns", ours.same_line, pytorch),
  ];
  return `${what}\n${table(["model", "of", "turns", "lanky", "PyTorch", "points apart"], rows, [2, 3, 4, 5])}`;
}

/** Missed where there is nothing that PyTorch's score could be compared with. */
export function pytorchTargets(api: ApiResults, pytorch: PytorchResults): Target[] {
  const ours = counterpart(api, pytorch);
  const apart = typeof ours === "string" ? Number.NaN : Math.abs(pointsApart(ours.same_line, pytorch));
  return [
    {
      target: "embedded model: points between lanky and PyTorch",
      where: `${pytorch.model}, ${splits.api.name}`,
      required: "<= 0.1",
      measured: typeof ours === "string" ? `not comparable: ${ours}` : apart.toFixed(3),
      reached: apart <= 0.1,
    },
  ];
}
