// Regular expressions with Unicode's classes, made when they are first used. Written as literals they would cost every program that
// reads the code, whether it uses them or not: an engine checks a literal at once, and for that looks up the characters of each
// class. Eight of them were a sixth of what reading the whole library takes V8.

const made = new Map<string, RegExp>();

/** The expression `source` with flag u, which remembers nothing between uses. */
export function unicodePattern(source: string): RegExp {
  let pattern = made.get(source);
  if (!pattern) {
    pattern = new RegExp(source, "u");
    made.set(source, pattern);
  }
  return pattern;
}
