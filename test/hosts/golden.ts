// The same logits everywhere, bit for bit: what is asked of every host, and what Node answers. A host loads `file` (or its
// bytes by any other way), passes the model and the check to `runCheck` of golden-check.js, and gives back what that returns
// as JSON; `compare` holds it to Node's answer, which Node computes when it is asked for, on one thread of the packed kernels.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as assert from "uvu/assert";
import { skipped } from "./find.js";
import { runCheck } from "./golden-check.js";
import { root } from "./packed.js";

/** One model, one greedy answer and one text to score. Data only, so that it can be sent to any host. */
export interface Check {
  readonly name: string;
  /** Path of the model's file. */
  readonly file: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly prompt?: string;
  readonly maxTokens: number;
  /** Scored. */
  readonly text: string;
}

export interface Answer {
  readonly name: string;
  readonly ids: readonly number[];
  readonly text: string;
  /** The bits of float64s, 16 hexadecimal digits each. */
  readonly logprobs: readonly string[];
  /** SHA-256 of the float32s [vocabulary] after the prompt, which is read at once, and after the answer's first token. */
  readonly logits: readonly string[];
  readonly score: readonly string[];
}

const messages = [{ role: "user", content: "Wake me up at quarter past six in the evening" }];
const text = "remind me to call Anna tomorrow at 9, and turn on the lamp in the kitchen";
const embedded = (file: string): Check => ({
  name: file,
  file: join(root, "models", file),
  messages,
  maxTokens: 80,
  text,
});
const stories = join(root, "..", "shared", "models", "stories260K", "stories260K.gguf");

/** The embedded model in f16, int8 and int4; stories260K in f32 too where ../shared has it. */
export const checks: readonly Check[] = [
  embedded("lanky-api-4m.gguf"),
  embedded("lanky-api-4m-int8.gguf"),
  embedded("lanky-api-4m-int4.gguf"),
  ...(existsSync(stories)
    ? [
        {
          name: "stories260K",
          file: stories,
          prompt: "Once upon a time",
          maxTokens: 100,
          text: "Lily went to the park with her mom. She saw a big dog and was not afraid.",
        },
      ]
    : []),
];

/** What was left out of `checks`; call it once in a host's test. */
export function tellMissing(): void {
  if (!existsSync(stories)) skipped("stories260K", "there is no ../shared/models/stories260K/stories260K.gguf");
}

const answers = new Map<string, Promise<Answer>>();

/** What Node answers. */
export function expected(check: Check): Promise<Answer> {
  let answer = answers.get(check.name);
  if (answer === undefined) {
    answer = compute(check);
    answers.set(check.name, answer);
  }
  return answer;
}

/** Fails where a host's answer differs from Node's in any bit. */
export async function compare(host: string, check: Check, found: unknown): Promise<void> {
  assert.equal(found, await expected(check), `${host}: ${check.name}`);
}

async function compute(check: Check): Promise<Answer> {
  const { loadModel } = (await import(
    pathToFileURL(join(root, "dist", "node.js")).href
  )) as typeof import("../../src/node.js");
  const model = await loadModel(check.file, { threads: 0 });
  try {
    return await runCheck(model, check);
  } finally {
    await model.dispose();
  }
}
