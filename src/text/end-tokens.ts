// Which tokens end a generation. A checkpoint names its end of sequence, but chat models end a turn with another token and
// are often published without saying so; llama.cpp's answer, taken over here, is a list of names that always mean it.

import { CheckpointError } from "../errors.js";

/** Spellings that end a turn or a text wherever they are control tokens. */
const endNames: ReadonlySet<string> = new Set([
  "</s>",
  "<eos>",
  "<EOT>",
  "<|end|>",
  "<|eot_id|>",
  "<|eom_id|>",
  "<|im_end|>",
  "<|endoftext|>",
  "<|end_of_text|>",
  "<end_of_turn>",
  "<end_of_utterance>",
]);

/**
 * Ids that end a generation, ascending: those that the checkpoint names and control tokens known by their spelling.
 * Throws CheckpointError for a named id outside the vocabulary.
 */
export function findEndTokens(
  file: string,
  pieces: readonly string[],
  controlIds: Iterable<number>,
  named: Iterable<number | undefined>,
): readonly number[] {
  const ids = new Set<number>();
  for (const id of named) {
    if (id === undefined) continue;
    ids.add(checkTokenId(file, "end-of-sequence", id, pieces.length));
  }
  for (const id of controlIds) if (endNames.has(pieces[id]!)) ids.add(id);
  return [...ids].sort((a, b) => a - b);
}

/** `id` if it is in the vocabulary, else a CheckpointError that says which token was looked for. */
export function checkTokenId(file: string, what: string, id: number, vocabSize: number): number {
  if (Number.isInteger(id) && id >= 0 && id < vocabSize) return id;
  throw new CheckpointError(
    file,
    `the ${what} token is ${id}, but the vocabulary has ids 0 to ${vocabSize - 1}; the file contradicts itself`,
  );
}
