// Chat templates that are known by heart: functions that render what the template of this very text renders. Reading and running
// one as Jinja takes 5 ms in a process that has just begun, a third of what loading the embedded model takes there.
//
// A function answers for ordinary conversations only, and leaves all others, and what to say against them, to the template.

import type { ChatMessage } from "./chat-template.js";

/** The prompt of a conversation, or undefined where the template has to be asked. */
export type KnownTemplate = (
  messages: readonly ChatMessage[],
  bosToken: string,
  addGenerationPrompt: boolean,
) => string | undefined;

/** The embedded models' (training/export.py). */
const embedded =
  "{{ bos_token }}{% for message in messages %}{% if message['role'] not in ['user', 'assistant'] %}" +
  "{{ raise_exception('this model was trained without ' + message['role'] + ' messages: leave them out') }}{% endif %}" +
  "{% if message['role'] == 'user' %}{{ '<|user|>' + (message['content'] | trim | lower) + '<|end|>' }}" +
  "{% else %}{{ '<|assistant|>' + message['content'] + '<|end|>' }}{% endif %}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";

function renderEmbedded(messages: readonly ChatMessage[], bosToken: string, addGenerationPrompt: boolean) {
  let prompt = bosToken;
  for (const { role, content } of messages) {
    if (typeof content !== "string") return undefined;
    if (role === "user") prompt += `<|user|>${content.trim().toLowerCase()}<|end|>`;
    else if (role === "assistant") prompt += `<|assistant|>${content}<|end|>`;
    else return undefined;
  }
  return addGenerationPrompt ? `${prompt}<|assistant|>` : prompt;
}

/** The function for a template, if it is one of those that are known. */
export function knownTemplate(source: string): KnownTemplate | undefined {
  return source === embedded ? renderEmbedded : undefined;
}
