// Models of random weights: they must load, and the twins must be twins, or the benches compare different things.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  mobile125m,
  mobilellmShapes,
  type RandomType,
  randomTypes,
  writeRandomModel,
} from "../../bench/random-model.js";
import { loadModel } from "../../src/node.js";

const test = suite("bench/random-model");

const small = {
  ...mobile125m,
  hidden_size: 64,
  intermediate_size: 96,
  num_hidden_layers: 3,
  num_attention_heads: 2,
  num_key_value_heads: 1,
  head_dim: 32,
  vocab_size: 400,
};

let folder: string;
test.before(() => {
  folder = mkdtempSync(join(tmpdir(), "lanky-"));
});
test.after(() => rmSync(folder, { recursive: true }));

async function logprobs(path: string): Promise<readonly number[]> {
  const model = await loadModel(path, { threads: 0 });
  try {
    return (await model.score([1, 300, 5, 399, 17])).logprobs;
  } finally {
    await model.dispose();
  }
}

for (const type of Object.keys(randomTypes) as RandomType[]) {
  test(`a layer-shared model in ${type} computes what its unshared twin does`, async () => {
    const [shared, twin] = [join(folder, `${type}-shared.gguf`), join(folder, `${type}-twin.gguf`)];
    await writeRandomModel(shared, small, type, { sharing: "immediate" });
    await writeRandomModel(twin, small, type, { sharing: "immediate", unshared: true });
    const found = await logprobs(shared);
    assert.equal(found, await logprobs(twin));
    assert.ok(found.every(Number.isFinite));
    assert.ok(readFileSync(shared).length < readFileSync(twin).length);
  });
}

test("a seed makes the same file each time, another one another", async () => {
  const bytes = async (seed: number) => {
    const path = join(folder, "seeded.gguf");
    await writeRandomModel(path, small, "q4_0", { seed });
    return readFileSync(path);
  };
  const first = await bytes(7);
  assert.ok(first.equals(await bytes(7)));
  assert.not.ok(first.equals(await bytes(8)));
});

test("the made-up vocabulary gives back any text", async () => {
  const path = join(folder, "text.gguf");
  await writeRandomModel(path, small, "f16");
  const model = await loadModel(path, { threads: 0 });
  try {
    for (const text of ["abc an zz", "Größe: 3 €", ""]) {
      assert.is(model.tokenizer.decode(model.tokenizer.encode(text)), text);
    }
  } finally {
    await model.dispose();
  }
});

test("shapes are those that MobileLLM's authors count: millions of weights", () => {
  const count = (name: string) => {
    const { hidden_size, intermediate_size, num_hidden_layers, num_attention_heads, ...rest } = mobilellmShapes[name]!;
    const attention = 2 * hidden_size * rest.head_dim * (num_attention_heads + rest.num_key_value_heads);
    const layer = attention + 3 * hidden_size * intermediate_size + 2 * hidden_size;
    return (rest.vocab_size * hidden_size + num_hidden_layers * layer + hidden_size) / 1e6;
  };
  const counted = { "125m": 124.6, "350m": 345.3, "600m": 603.1, "1b": 1010, "1.5b": 1510 };
  for (const [name, millions] of Object.entries(counted)) {
    assert.ok(Math.abs(count(name) / millions - 1) < 0.005, `${name} has ${count(name)} million weights`);
  }
});

test.run();
