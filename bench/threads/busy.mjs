// A program that takes a core, for bench/threads/main.ts: until its standard input ends, so that it never outlives the bench.

process.stdin.on("end", () => process.exit(0)).resume();
const slice = () => {
  const end = performance.now() + 50;
  while (performance.now() < end);
  setImmediate(slice);
};
slice();
