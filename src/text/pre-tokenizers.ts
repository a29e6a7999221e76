// Pre-tokenizers: how a text is cut into words before byte-pair encoding, which never merges across a cut. They come as a
// name in a GGUF (`tokenizer.ggml.pre`) or as a tree of components in a tokenizer.json. Each is a list of stages, and a
// stage cuts every piece that the one before it made. (V8 gives a match room for about 10 million letters beyond Latin-1; a
// longer single word is a RangeError of its.)

import { CheckpointError } from "../errors.js";
import { spaceMark } from "./character-bpe.js";
import { translateRegex } from "./regex-dialect.js";

/** Calls `emit` with the words of a text, in order. `atStart` is false after a special token. */
export type WordSplitter = (text: string, atStart: boolean, emit: (word: string) => void) => void;
type Stage = (text: string, emit: (word: string) => void) => void;

const gpt2 = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
/** The pattern of cl100k and its descendants, which differ in how many digits they keep together. */
const cl100k = (digits: string): string =>
  "(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|" +
  `${digits}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`;

/** What `tokenizer.ggml.pre` may be, and the patterns it stands for in llama.cpp. */
const named: Readonly<Record<string, readonly string[]>> = {
  "gpt-2": [gpt2],
  smollm: ["\\p{N}", gpt2],
  "llama-bpe": [cl100k("\\p{N}{1,3}")],
  qwen2: [cl100k("\\p{N}")],
};

/** Other names for the same. */
const aliases: Readonly<Record<string, string>> = {
  mpt: "gpt-2",
  olmo: "gpt-2",
  "phi-2": "gpt-2",
  starcoder: "smollm",
  refact: "smollm",
  codeshell: "smollm",
  llama3: "llama-bpe",
  "llama-v3": "llama-bpe",
  "deepseek-r1-qwen": "qwen2",
  megrez: "qwen2",
};

/** A pre-tokenizer that a GGUF names, and what llama.cpp ties to the name. */
export interface NamedPreTokenizer {
  readonly split: WordSplitter;
  /** A word that is a token is that token, whatever the merges say. */
  readonly ignoreMerges: boolean;
  /** BOS is put before a text unless the file says otherwise. */
  readonly addBos: boolean;
}

/** The pre-tokenizer of a GGUF. Throws CheckpointError for one that is unknown or not named at all. */
export function namedPreTokenizer(name: string | undefined, file: string): NamedPreTokenizer {
  const known = name !== undefined ? (aliases[name] ?? name) : undefined;
  const patterns = known !== undefined && Object.hasOwn(named, known) ? named[known] : undefined;
  if (patterns === undefined) {
    throw new CheckpointError(
      file,
      `its pre-tokenizer (tokenizer.ggml.pre) is ${name === undefined ? "not named" : `"${name}"`}; ` +
        `${Object.keys(named).join(", ")} are supported. Convert the model again, or use its tokenizer.json`,
    );
  }
  const isLlama = known === "llama-bpe";
  return {
    split: chain(patterns.map((pattern) => isolate(translateRegex(pattern)))),
    ignoreMerges: isLlama,
    addBos: isLlama,
  };
}

/** What a tokenizer.json's `pre_tokenizer` comes to. */
export interface ParsedPreTokenizer {
  readonly split: WordSplitter;
  /** True if words are then spelled in bytes (ByteLevel), false if in characters. */
  readonly byteLevel: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The pre-tokenizer of a tokenizer.json: ByteLevel, Split, Digits, Metaspace and Sequences of them.
 * Throws CheckpointError that names the component, its option or the part of its pattern that is not supported.
 */
export function parsePreTokenizer(component: unknown, file: string): ParsedPreTokenizer {
  const stages: Stage[] = [];
  let metaspace: WordSplitter | undefined;
  let byteLevel = false;
  const unsupported = (what: string): CheckpointError =>
    new CheckpointError(file, `its pre_tokenizer has ${what}, which is not supported; use a GGUF of the model`);

  const visit = (node: Fields): void => {
    if (byteLevel) throw unsupported(`${node.type} after ByteLevel`);
    if (metaspace !== undefined) throw unsupported(`${node.type} after Metaspace`);
    if (node.type === "Sequence") {
      for (const inner of (node.pretokenizers ?? []) as readonly Fields[]) visit(inner);
    } else if (node.type === "ByteLevel") {
      if (node.add_prefix_space === true) stages.push(prefixSpace);
      if (node.use_regex !== false) stages.push(isolate(translateRegex(gpt2)));
      byteLevel = true;
    } else if (node.type === "Metaspace") {
      if (stages.length > 0) throw unsupported("Metaspace after another component");
      if (node.replacement !== spaceMark) throw unsupported(`a Metaspace with replacement "${node.replacement}"`);
      metaspace = createMetaspace(
        String(node.prepend_scheme ?? (node.add_prefix_space === false ? "never" : "always")),
        node.split !== false,
      );
    } else if (node.type === "Digits") {
      stages.push(isolate(new RegExp(node.individual_digits === true ? "\\p{N}" : "\\p{N}+", "gu")));
    } else if (node.type === "Split") {
      const pattern = parsePattern(node.pattern, "pre_tokenizer", file);
      const keepsMatches = node.behavior === "Isolated" || (node.behavior === "Removed" && node.invert === true);
      const keepsGaps = node.behavior === "Isolated" || (node.behavior === "Removed" && node.invert !== true);
      if (!keepsMatches && !keepsGaps) throw unsupported(`a Split of behavior "${node.behavior}"`);
      stages.push(cut(pattern, keepsMatches, keepsGaps));
    } else {
      throw unsupported(`the component "${node.type}"`);
    }
  };
  if (typeof component === "object" && component !== null) visit(component as Fields);
  return { split: metaspace ?? chain(stages), byteLevel };
}

/** A pattern of tokenizer.json, `{ Regex }` or `{ String }`, with flag `g`. Throws CheckpointError. */
export function parsePattern(pattern: unknown, where: string, file: string): RegExp {
  const { Regex, String: literal } = (pattern ?? {}) as { Regex?: unknown; String?: unknown };
  if (typeof literal === "string") return new RegExp(literal.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&"), "gu");
  if (typeof Regex !== "string") {
    throw new CheckpointError(file, `a pattern of its ${where} is neither a Regex nor a String; the file is damaged`);
  }
  try {
    return translateRegex(Regex);
  } catch (cause) {
    throw new CheckpointError(
      file,
      `the pattern ${Regex} of its ${where} is not supported: ${(cause as Error).message}; use a GGUF of the model`,
      { cause },
    );
  }
}

/** Spaces become marks, one is put before the text, and with `splits` every mark begins a word. */
function createMetaspace(scheme: string, splits: boolean): WordSplitter {
  return (text, atStart, emit) => {
    let marked = text.replaceAll(" ", spaceMark);
    const prepends = scheme === "always" || (scheme === "first" && atStart);
    if (prepends && !marked.startsWith(spaceMark)) marked = spaceMark + marked;
    if (!splits) {
      emit(marked);
      return;
    }
    for (let start = 0; start < marked.length; ) {
      const next = marked.indexOf(spaceMark, start + 1);
      const end = next < 0 ? marked.length : next;
      emit(marked.slice(start, end));
      start = end;
    }
  };
}

const prefixSpace: Stage = (text, emit) => emit(text.startsWith(" ") ? text : ` ${text}`);

/** Matches are words, and so is what lies between them. */
function isolate(pattern: RegExp): Stage {
  return cut(pattern, true, true);
}

function cut(pattern: RegExp, keepsMatches: boolean, keepsGaps: boolean): Stage {
  return (text, emit) => {
    let end = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match.index > end && keepsGaps) emit(text.slice(end, match.index));
      end = match.index + match[0].length;
      if (match[0] !== "") {
        // `emit` may lead to other stages but never back into this one, so lastIndex is safe.
        if (keepsMatches) emit(match[0]);
      } else {
        pattern.lastIndex += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      }
    }
    if (end < text.length && keepsGaps) emit(text.slice(end));
  };
}

function chain(stages: readonly Stage[]): WordSplitter {
  const whole: Stage = (text, emit) => emit(text);
  const all = stages.reduceRight<Stage>(
    (rest, stage) => (text, emit) => stage(text, (piece) => rest(piece, emit)),
    whole,
  );
  return (text, _atStart, emit) => all(text, emit);
}
