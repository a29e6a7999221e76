// The forward pass of a llama-like decoder. Start reading lanky here.
//
// A batch is any set of positions: the tokens of one prompt, of several sessions, or a single one. Weights are looked up
// through the schedule, so a block that two layers share is looped over in place; keys and values go to the slot of the
// executed layer. Every line is one operation of the paper; operations.ts picks the kernel, assembly/ holds the formulas.
//
// With threads, all of them run this function. What is little each does an even share of; `meet` stands where it is about
// to read what another one wrote. What is much, products and attention, `deal` gives out in pieces, to whoever is free, and
// ends with a `meet` of its own. Between steps that keep to the same columns (norm and prepare, product and activation,
// product and residual) none is needed: shares and pieces are cut alike everywhere.

import {
  activate,
  append,
  attention,
  deal,
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
    deal(machine, tokens, (piece) => {
      multiply(piece, a.q, block.q_proj, a.outer, tokens);
      multiplyTwice(piece, a.k, block.k_proj, a.outer, tokens);
      multiplyTwice(piece, a.v, block.v_proj, a.outer, tokens);
    });
    rotate(machine, tokens);
    append(machine, slot, tokens);
    meet(machine);
    deal(machine, tokens, (piece) => attention(piece, slot, tokens));
    prepare(machine, a.inner, a.attended, tokens, queryStride, block.outputForms);
    meet(machine);
    deal(machine, tokens, (piece) => {
      multiply(piece, a.projected, block.o_proj, a.inner, tokens);
      kernels.addResidual(a.x, a.projected, tokens, hiddenStride, piece.part, piece.parts);
    });

    normalise(machine, a.x, block.post_attention_layernorm, tokens);
    prepare(machine, a.outer, a.normed, tokens, hiddenStride, block.feedForwardForms);
    meet(machine);
    deal(machine, tokens, (piece) => {
      multiply(piece, a.up, block.up_proj, a.outer, tokens);
      if (block.gate_proj) multiply(piece, a.gate, block.gate_proj, a.outer, tokens);
      const activated = activate(piece, block.gate_proj !== undefined, tokens);
      prepare(piece, a.inner, activated, tokens, intermediateStride, block.downForms);
    });
    deal(machine, tokens, (piece) => {
      multiply(piece, a.projected, block.down_proj, a.inner, tokens);
      kernels.addResidual(a.x, a.projected, tokens, hiddenStride, piece.part, piece.parts);
    });
  }
  if (outputs === 0) return;

  kernels.gatherRows(a.projected, a.x, a.outputRows, outputs, hiddenStride, part, parts);
  meet(machine);
  normalise(machine, a.projected, plan.norm, outputs);
  prepare(machine, a.outer, a.normed, outputs, hiddenStride, plan.headForms);
  meet(machine);
  deal(machine, outputs, (piece) => multiply(piece, a.logits, plan.head, a.outer, outputs));
}
