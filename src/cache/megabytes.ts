// Sizes in messages.

/** "70.3 MB", "0.012 MB". */
export function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  return `${value >= 0.1 || value === 0 ? value.toFixed(1) : value.toPrecision(2)} MB`;
}
