// ROUGE-L: how much of a text another says in the same order. Chin-Yew Lin, "ROUGE: A Package for Automatic Evaluation of
// Summaries", 2004, section 3 (https://aclanthology.org/W04-1013): with the longest common subsequence of the words of both,
//
//   recall = LCS / words of the reference, precision = LCS / words of the candidate, F1 = 2 * recall * precision / (recall + precision)
//
// Words are runs of letters, marks and digits in lower case; what lies between them does not count.

/**
 * ROUGE-L of a candidate against one reference, F1, from 0 to 1. Two texts without any word are alike: 1.
 */
export function rougeL(candidate: string, reference: string): number {
  const [said, expected] = [wordsOf(candidate), wordsOf(reference)];
  if (said.length === 0 && expected.length === 0) return 1;
  const common = longestCommonSubsequence(said, expected);
  return (2 * common) / (said.length + expected.length); // F1 with both shares written out
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Length of the longest common subsequence; time a * b, room b. */
function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  // lengths[j]: of the words of `a` so far and the first j words of `b`.
  const lengths = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = lengths[j]!;
      lengths[j] = b[j - 1] === word ? diagonal + 1 : Math.max(above, lengths[j - 1]!);
      diagonal = above;
    }
  }
  return lengths[b.length]!;
}
