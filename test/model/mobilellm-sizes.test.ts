// The five published MobileLLM shapes (arXiv 2402.14905 and the released configs) open, plan and count right.
// Only headers exist here: the files' data would be zeros that nobody reads.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { type ByteReader, type FileSet, openReader } from "../../src/formats/byte-reader.js";
import { describeModel, openModel } from "../../src/node.js";

// layers, hidden, intermediate, heads, key/value heads, millions of parameters as published (rounded, without norms)
const sizes = [
  ["125M", 30, 576, 1536, 9, 3, 124.6],
  ["350M", 32, 960, 2560, 15, 5, 345.3],
  ["600M", 40, 1152, 3072, 18, 6, 603.1],
  ["1B", 54, 1280, 3584, 20, 5, 1010],
  ["1.5B", 54, 1600, 4352, 25, 5, 1510],
] as const;

const vocab_size = 32000;

/** A folder whose safetensors file has a true header and zeros behind it. */
function folder(
  [name, layers, hidden, intermediate, heads, kvHeads]: (typeof sizes)[number],
  layer_sharing: boolean,
): FileSet {
  const config = {
    architectures: ["MobileLLMForCausalLM"],
    model_type: "mobilellm",
    hidden_size: hidden,
    intermediate_size: intermediate,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    num_key_value_heads: kvHeads,
    vocab_size,
    max_position_embeddings: 2048,
    rms_norm_eps: 1e-5,
    rope_theta: 10000,
    hidden_act: "silu",
    layer_sharing,
    share_embedding: true,
    tie_word_embeddings: false,
  };
  const kv = (hidden / heads) * kvHeads;
  const shapes: [string, number[]][] = [["model.embed_tokens.weight", [vocab_size, hidden]]];
  for (let i = 0; i < layers; i++) {
    const layer = `model.layers.${i}.`;
    shapes.push(
      [`${layer}input_layernorm.weight`, [hidden]],
      [`${layer}self_attn.q_proj.weight`, [hidden, hidden]],
      [`${layer}self_attn.k_proj.weight`, [kv, hidden]],
      [`${layer}self_attn.v_proj.weight`, [kv, hidden]],
      [`${layer}self_attn.o_proj.weight`, [hidden, hidden]],
      [`${layer}post_attention_layernorm.weight`, [hidden]],
      [`${layer}mlp.gate_proj.weight`, [intermediate, hidden]],
      [`${layer}mlp.up_proj.weight`, [intermediate, hidden]],
      [`${layer}mlp.down_proj.weight`, [hidden, intermediate]],
    );
  }
  shapes.push(["model.norm.weight", [hidden]]);
  let offset = 0;
  const header: Record<string, unknown> = {};
  for (const [tensor, shape] of shapes) {
    const end = offset + shape.reduce((a, b) => a * b, 2);
    header[tensor] = { dtype: "F16", shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = new Uint8Array(8 + json.length);
  new DataView(start.buffer).setBigUint64(0, BigInt(json.length), true);
  start.set(json, 8);
  return {
    name,
    async open(path): Promise<ByteReader | undefined> {
      if (path === "config.json") return openReader(new Blob([JSON.stringify(config)]), path);
      if (path !== "model.safetensors") return undefined;
      const read = async (at: number, length: number) => {
        const bytes = new Uint8Array(length);
        bytes.set(start.subarray(at, at + length));
        return bytes;
      };
      return openReader({ name: path, size: start.length + offset, read });
    },
  };
}

for (const size of sizes) {
  const [name, layers, hidden, , heads, kvHeads, millions] = size;

  test(`MobileLLM-${name} has the parameters that the paper counts, and one copy of its table`, async () => {
    const checkpoint = await openModel(folder(size, false));
    const { parameters, schedule, memory, config } = describeModel(checkpoint, { kv: "f16" });
    assert.ok(Math.abs(parameters.stored / 1e6 / millions - 1) < 0.005, `${parameters.stored} parameters`);
    assert.is(parameters.executed, parameters.stored);
    assert.is(schedule.blocks.length, layers);
    assert.is(config.tie_word_embeddings, true, "share_embedding wins over tie_word_embeddings");
    assert.ok(memory.weights < parameters.stored * 2 * 1.01 + 1e5, "two bytes for each f16 weight, once");
    assert.is(memory.kv, layers * 2 * kvHeads * (hidden / heads) * 2 * 2048, "keys and values of 2048 tokens");
    await checkpoint.close();
  });

  test(`MobileLLM-LS-${name} stores what the base stores and executes each block twice, with a cache for each`, async () => {
    const base = describeModel(await openModel(folder(size, false)), { kv: "f16" });
    const shared = describeModel(await openModel(folder(size, true)), { kv: "f16" });
    assert.is(shared.parameters.stored, base.parameters.stored);
    assert.is(shared.memory.weights, base.memory.weights);
    assert.is(shared.memory.kv, 2 * base.memory.kv);
    assert.equal(shared.schedule.blocks.slice(0, 6), [0, 0, 1, 1, 2, 2]);
    assert.equal(shared.schedule.caches.slice(0, 4), [0, 1, 2, 3]);
    assert.is(shared.schedule.blocks.length, 2 * layers);
  });
}

test("a token of MobileLLM-125M has 23040 bytes of keys and values in f16, of MobileLLM-LS-125M twice that", async () => {
  for (const [layer_sharing, bytes] of [
    [false, 23040],
    [true, 46080],
  ] as const) {
    const checkpoint = await openModel(folder(sizes[0], layer_sharing));
    for (const contextLength of [32, 2048])
      assert.is(describeModel(checkpoint, { kv: "f16", contextLength }).memory.kv, bytes * contextLength);
    await checkpoint.close();
  }
});

test.run();
