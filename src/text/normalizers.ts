// Normalisers of tokenizer.json: what is done to a text before it is cut into words.

import { CheckpointError } from "../errors.js";
import { parsePattern } from "./pre-tokenizers.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The function that a tokenizer.json's `normalizer` describes: the Unicode forms, Lowercase, Prepend, Replace and Sequences
 * of them. Throws CheckpointError that names an unsupported component.
 */
export function parseNormalizer(component: unknown, file: string): (text: string) => string {
  if (typeof component !== "object" || component === null) return (text) => text;
  const node = component as Fields;
  switch (node.type) {
    case "NFC":
    case "NFD":
    case "NFKC":
    case "NFKD": {
      const form = node.type;
      return (text) => text.normalize(form);
    }
    case "Lowercase":
      // Character by character: a whole string would turn a final sigma into another letter.
      return (text) => Array.from(text, (char) => char.toLowerCase()).join("");
    case "Prepend": {
      const prefix = String(node.prepend ?? "");
      return (text) => (text === "" ? "" : prefix + text);
    }
    case "Replace": {
      const pattern = parsePattern(node.pattern, "normalizer", file);
      const content = String(node.content ?? "");
      return (text) => text.replace(pattern, () => content);
    }
    case "Sequence": {
      const inner = ((node.normalizers ?? []) as readonly unknown[]).map((each) => parseNormalizer(each, file));
      return (text) => inner.reduce((current, normalize) => normalize(current), text);
    }
    default:
      throw new CheckpointError(
        file,
        `its normalizer has the component "${node.type}", which is not supported; use a GGUF of the model`,
      );
  }
}
