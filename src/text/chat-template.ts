// Chat templates: a checkpoint's own Jinja program that turns a conversation into the prompt it was trained on, run by
// @huggingface/jinja with the settings and variables that Hugging Face's `apply_chat_template` gives it; or by a function that
// does the same, where the template is a known one.

import { Template } from "@huggingface/jinja";
import { CheckpointError } from "../errors.js";
import { knownTemplate } from "./known-templates.js";

/** A turn. Templates may look at more than role and content (`tool_calls`, `name` ...), which is handed on. */
export interface ChatMessage {
  readonly role: string;
  readonly content: unknown;
  readonly [field: string]: unknown;
}

export interface RenderOptions {
  /** Ends the prompt where the model's answer begins. Default true. */
  readonly addGenerationPrompt?: boolean | undefined;
  /** Functions that the model may call, as JSON schemas, for templates that know of them. */
  readonly tools?: readonly unknown[] | undefined;
}

export interface ChatTemplate {
  /**
   * The prompt of a conversation; its special tokens are spelled out, to be encoded with `parseSpecial`.
   * Throws TypeError for messages of a wrong kind, CheckpointError for what the template itself reports or cannot do.
   */
  render(messages: readonly ChatMessage[], options?: RenderOptions): string;
}

export interface ChatTemplateContext {
  /** For messages. */
  readonly file: string;
  /** What `bos_token` and `eos_token` stand for in the template. */
  readonly bosToken?: string | undefined;
  readonly eosToken?: string | undefined;
}

/** What a template itself has to say against the messages, as opposed to what goes wrong in it. */
class Objection extends Error {}

/** What stands for `raise_exception` in templates. */
function object(message: unknown): never {
  throw new Objection(String(message));
}

/** Comes before every template: the library's own `raise_exception` may be assigned, but not given as a variable. */
const prelude = "{% set raise_exception = _objection %}\n";

/** Compiles a template. Throws CheckpointError for one that is no valid Jinja. */
export function createChatTemplate(source: string, context: ChatTemplateContext): ChatTemplate {
  const { file, bosToken, eosToken } = context;
  const attempt = <T>(what: string, action: () => T): T => {
    try {
      return action();
    } catch (cause) {
      if (cause instanceof Objection) {
        throw new CheckpointError(file, `its chat template says: ${cause.message}`, { cause });
      }
      // A template may be hostile enough to recurse without end; that too is the file's fault.
      throw new CheckpointError(file, `its chat template ${what}: ${(cause as Error).message}`, { cause });
    }
  };
  const compile = () => attempt("cannot be compiled", () => new Template(prelude + source));
  const known = knownTemplate(source);
  let template = known ? undefined : compile();
  return {
    render(messages, options = {}) {
      if (!Array.isArray(messages)) throw new TypeError("messages must be an array of { role, content }");
      messages.forEach((message, index) => {
        if (typeof message?.role !== "string") throw new TypeError(`messages[${index}].role must be a string`);
      });
      const { addGenerationPrompt = true } = options;
      const prompt = known?.(messages, bosToken ?? "", addGenerationPrompt);
      if (prompt !== undefined) return prompt;
      template ??= compile();
      const compiled = template;
      return attempt("fails", () =>
        compiled.render({
          messages,
          _objection: object,
          add_generation_prompt: addGenerationPrompt,
          ...(options.tools !== undefined && { tools: options.tools }),
          ...(bosToken !== undefined && { bos_token: bosToken }),
          ...(eosToken !== undefined && { eos_token: eosToken }),
        }),
      );
    },
  };
}
