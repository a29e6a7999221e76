// What a host computes for golden.ts. Plain JavaScript without imports: tests copy it, import it or bundle it into hosts.

/**
 * @param {any} model of `loadModel`
 * @param {{ name: string, messages?: readonly { role: string, content: string }[], prompt?: string, maxTokens: number, text: string }} check
 * @returns {Promise<{ name: string, ids: number[], text: string, logprobs: string[], logits: string[], score: string[] }>}
 *   ids and text of a greedy answer, with log-probabilities as the bits of float64; SHA-256 of the whole logits after its prompt
 *   and after its first token; log-probabilities of scoring `check.text`
 */
export async function runCheck(model, check) {
  const { name, messages, prompt, maxTokens, text } = check;
  const session = model.createSession();
  const generation = messages ? session.chat(messages, { maxTokens }) : session.generate(prompt, { maxTokens });
  const logprobs = [];
  for await (const piece of generation) logprobs.push(bitsOf(piece.logprob));
  const ids = [...generation.ids];
  await session.reset();
  const logits = [];
  for (const read of [[...generation.promptIds], ids.slice(0, 1)])
    logits.push(await sha256(await session.evaluate(read)));
  session.dispose();
  const score = await model.score(text);
  return { name, ids, text: generation.text, logprobs, logits, score: score.logprobs.map(bitsOf) };
}

/** In hexadecimal digits, of the bits of float32s. */
async function sha256(floats) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", floats));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The 16 hexadecimal digits of a float64. */
function bitsOf(value) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}
