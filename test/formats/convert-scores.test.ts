// A converted file, loaded again, scores as its source does: with the same bits where nothing was lost, else within a
// bound. The bounds are about twice what was measured on these models; a network of random weights makes more of a
// rounding than a trained one does (test/fixtures/README.md).

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type ConvertOptions, convertModel, loadModel, openModel } from "../../src/node.js";
import { answersOf, distance, fixturePath, oneOfEachType } from "../model/fixtures.js";

const test = suite("scores of converted files");

type Type = NonNullable<ConvertOptions["type"]>;

interface Bound {
  readonly mean: number;
  readonly max: number;
}

/** |difference| in nats of log-probabilities, from the source's; measured means reach 0.0018, 0.017, 0.083 and 0.99. */
const bounds: Readonly<Record<Exclude<Type, "f32">, Bound>> = {
  f16: { mean: 0.004, max: 0.012 },
  bf16: { mean: 0.035, max: 0.11 },
  q8_0: { mean: 0.17, max: 0.7 },
  q4_0: { mean: 1.5, max: 5 },
};

/** Of a source that is quantised from the same weights as floats: its activations are int8, the floats' are not. */
const int8Activations: Bound = { mean: 0.12, max: 0.35 };

async function scores(path: string, ids: readonly number[]): Promise<readonly number[]> {
  const model = await loadModel(path);
  try {
    return (await model.score(ids)).logprobs;
  } finally {
    await model.dispose();
  }
}

/** Types of the matrices of a checkpoint. */
async function matrixTypes(path: string): Promise<readonly string[]> {
  const checkpoint = await openModel(path);
  await checkpoint.close();
  return [...new Set(checkpoint.tensors.filter(({ shape }) => shape[0] > 1).map(({ type }) => type))].sort();
}

/** undefined: the same bits. */
function boundOf(type: Type | undefined, before: readonly string[], after: readonly string[], loss: number) {
  const isInt8 = (types: readonly string[]) => types.some((name) => name.startsWith("Q"));
  if (loss === 0 && (String(before) === String(after) || !(isInt8(before) || isInt8(after)))) return undefined;
  if (type === undefined) return undefined;
  // What is quantised still, or anew, is bound as such; floats of a quantised source have that source's error as well.
  if (type === "q8_0" || type === "q4_0" || !isInt8(before)) return bounds[type as Exclude<Type, "f32">];
  return int8Activations;
}

const sources = [
  ...oneOfEachType,
  "gguf/q4_0-with-q8_0.gguf",
  "hf/mobilellm",
  "hf/mobilellm-sharing",
  "hf/llama-sharded",
  "hf/llama-relu",
  "llama2c/shared.bin",
];

for (const path of sources) {
  test(`${path}: as every type, it scores as it did`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "lanky-scores-"));
    try {
      const ids = answersOf(path).ids.slice(0, 17);
      const source = fixturePath(path);
      const [expected, before] = [await scores(source, ids), await matrixTypes(source)];
      for (const type of [undefined, "f32", "f16", "bf16", "q8_0", "q4_0"] as const) {
        const name = type ?? "its own types";
        const file = join(folder, `${name}.gguf`);
        const { relativeError } = await convertModel(source, file, type ? { type } : {});
        const found = await scores(file, ids);
        const after = await matrixTypes(file);
        if (type === undefined || (before.length === 1 && before[0] === type.toUpperCase())) {
          assert.is(relativeError, 0, `${name}: nothing is lost in its own type`);
          assert.equal(after, before, name);
        }
        const bound = boundOf(type, before, after, relativeError);
        if (bound === undefined) assert.equal(found, expected, `${name}: the same bits`);
        else {
          const { mean, max } = distance(found, expected);
          const where = `${name}: mean ${mean.toFixed(4)}, largest ${max.toFixed(4)} nats from the source`;
          assert.ok(mean > 0, `${name}: what was rounded answers differently, or the type was not written`);
          assert.ok(mean <= bound.mean && max <= bound.max, where);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

test("another model's scores are further away than any bound", async () => {
  // Else the bounds would hold for anything.
  const ids = answersOf("gguf/f32-tied.gguf").ids.slice(0, 17);
  const all = [];
  for (const path of ["gguf/f32-tied.gguf", "gguf/q8_0-tied.gguf", "gguf/q4_1-tied.gguf"]) {
    all.push(await scores(fixturePath(path), ids));
  }
  for (const [a, b] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const { mean } = distance(all[a]!, all[b]!);
    assert.ok(mean > bounds.q4_0.mean, `${mean} nats`);
  }
});

test.run();
