// Byte-pair encoding as the papers have it, slow and plain: look at all neighbours, merge the best, start again. The tests
// hold the encoders of src/text against it.

/** What two neighbours make, and how early; undefined if they do not merge. Lower ranks go first. */
export type MergeRule = (left: string, right: string) => number | undefined;

/** Merges the best neighbours, the leftmost of equally good ones, until none merge. */
export function referenceBpe(symbols: readonly string[], ruleOf: MergeRule): string[] {
  const word = [...symbols];
  for (;;) {
    let best = -1;
    let bestRank = Number.POSITIVE_INFINITY;
    for (let i = 0; i + 1 < word.length; i++) {
      const rank = ruleOf(word[i]!, word[i + 1]!);
      if (rank !== undefined && rank < bestRank) {
        best = i;
        bestRank = rank;
      }
    }
    if (best < 0) return word;
    word.splice(best, 2, word[best]! + word[best + 1]!);
  }
}
