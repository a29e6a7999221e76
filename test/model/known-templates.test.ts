// A template that is known by heart renders what Jinja makes of it, and is the one that the embedded models have.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openModel } from "../../src/node.js";
import { type ChatMessage, type ChatTemplate, createChatTemplate } from "../../src/text/chat-template.js";
import { knownTemplate } from "../../src/text/known-templates.js";

const folder = fileURLToPath(new URL("../../models/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".gguf"));

async function embeddedTemplate(name: string): Promise<string> {
  const checkpoint = await openModel(folder + name);
  await checkpoint.close();
  return checkpoint.chatTemplate!;
}

test("the embedded models' template is known", async () => {
  assert.ok(files.length > 0);
  for (const name of files) assert.ok(knownTemplate(await embeddedTemplate(name)), `${name}: see known-templates.ts`);
  assert.is(knownTemplate("{{ messages[0].content }}"), undefined);
});

test("it renders and refuses what Jinja renders and refuses", async () => {
  const source = await embeddedTemplate(files[0]!);
  const role = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("user", "assistant") },
    { weight: 1, arbitrary: fc.constantFrom("system", "User", "") },
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("Wake ", "\n", "\t ", "\u00a0", "\ufeff", "İ", "ΣΑΣ", "<|end|>", "7 "))
      .map((parts) => parts.join("")),
  );
  const content = fc.oneof(
    { weight: 9, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(7, null, ["a"], true) },
  );
  const messages = fc.array(fc.record({ role, content }), { maxLength: 5 });
  fc.assert(
    fc.property(
      messages,
      fc.constantFrom("<s>", "", undefined),
      fc.constantFrom(true, false, undefined),
      (conversation, bosToken, addGenerationPrompt) => {
        const context = { file: "model", bosToken, eosToken: "<|end|>" };
        const said = (template: ChatTemplate): string => {
          try {
            return template.render(conversation as ChatMessage[], { addGenerationPrompt });
          } catch (error) {
            return String(error);
          }
        };
        assert.is(
          said(createChatTemplate(source, context)),
          said(createChatTemplate(`${source}{# not the known text #}`, context)),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test.run();
