// Repeated measurements of one quantity, as median and range.

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** How many measurements. */
  readonly count: number;
}

/**
 * Median and range of measurements. The median of an even number is the mean of the two in the middle.
 * @throws RangeError if there are none, or one is NaN
 */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError("no measurements to take a median of");
  if (values.some(Number.isNaN)) throw new RangeError("a measurement is not a number");
  const sorted = [...values].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return { median, min: sorted[0]!, max: sorted[sorted.length - 1]!, count: sorted.length };
}
