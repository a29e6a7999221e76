// The forward pass of a llama-like decoder. Start reading lanky here.
//
// A batch is any set of positions: the tokens of one prompt, of several sessions, or a single one. Weights are looked up
// through the schedule, so a block that two layers share is looped over in place; keys and values go to the slot of the
// executed layer. Every line is one operation of the paper; operations.ts picks the kernel, assembly/ holds the formulas.
//
// With threads, all of them run this function, each over its share of every operation. `meet` stands where a thread is
// about to read what another one wrote. Between steps that keep to the same columns (norm and prepare, product and
// activation, product and residual) none is needed: shares are cut alike everywhere.

import {
  activate,
  append,
  attention,
  embed,
  type Machine,
  meet,
  multiply,
  multiplyTwice,
  normalise,
  prepare,
  prepareRemainder,
  rotate,
} from "./operations.js";

/**
 * Runs the `tokens` positions that activations.tokens, .positions and .caches describe, appending their keys and values,
 * and leaves in activations.logits the logits of the `outputs` rows of the batch that activations.outputRows names.
 */
export function forward(machine: Machine, tokens: number, outputs: number): void {
  const { plan, kernels, part, parts } = machine;
  const { activations: a, schedule, hiddenStride, queryStride, intermediateStride } = plan;

  embed(machine, a.x, plan.table, tokens);
  meet(machine);

  for (let layer = 0; layer < schedule.blocks.length; layer++) {
    const block = plan.blocks[schedule.blocks[layer]!]!;
    const slot = schedule.caches[layer]!;

    normalise(machine, a.x, block.input_layernorm, tokens);
    prepare(machine, a.outer, a.normed, tokens, hiddenStride, block.attentionForms);
    prepareRemainder(machine, tokens, block.cachedForms);
    meet(machine);
    multiply(machine, a.q, block.q_proj, a.outer, tokens);
    multiplyTwice(machine, a.k, block.k_proj, a.outer, tokens);
    multiplyTwice(machine, a.v, block.v_proj, a.outer, tokens);
    meet(machine);
    rotate(machine, tokens);
    append(machine, slot, tokens);
    meet(machine);
    attention(machine, slot, tokens);
    meet(machine);
    prepare(machine, a.inner, a.attended, tokens, queryStride, block.outputForms);
    meet(machine);
    multiply(machine, a.projected, block.o_proj, a.inner, tokens);
    kernels.addResidual(a.x, a.projected, tokens, hiddenStride, part, parts);
    meet(machine);

    normalise(machine, a.x, block.post_attention_layernorm, tokens);
    prepare(machine, a.outer, a.normed, tokens, hiddenStride, block.feedForwardForms);
    meet(machine);
    multiply(machine, a.up, block.up_proj, a.outer, tokens);
    if (block.gate_proj) multiply(machine, a.gate, block.gate_proj, a.outer, tokens);
    const activated = activate(machine, block.gate_proj !== undefined, tokens);
    prepare(machine, a.inner, activated, tokens, intermediateStride, block.downForms);
    meet(machine);
    multiply(machine, a.projected, block.down_proj, a.inner, tokens);
    kernels.addResidual(a.x, a.projected, tokens, hiddenStride, part, parts);
    meet(machine);
  }
  if (outputs === 0) return;

  kernels.gatherRows(a.projected, a.x, a.outputRows, outputs, hiddenStride, part, parts);
  meet(machine);
  normalise(machine, a.projected, plan.norm, outputs);
  prepare(machine, a.outer, a.normed, outputs, hiddenStride, plan.headForms);
  meet(machine);
  multiply(machine, a.logits, plan.head, a.outer, outputs);
  meet(machine);
}
