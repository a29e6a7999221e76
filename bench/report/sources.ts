// The files of results that there are, and the commands that make them.

export const commands = {
  kernels: "npm run bench -- kernels --json bench/results/kernels.json",
  peers: "npm run bench:peers",
  profile: "npm run bench:profile",
  hosts: "npm run bench:hosts -- --keep",
  "hosts-threads": "npm run bench:threads -- --keep",
  api: "node bin/lanky.js eval api --json bench/results/api.json",
  "api-people":
    "node bin/lanky.js eval api --data training/held-out-people.jsonl.gz --json bench/results/api-people.json",
  "api-usual": "node bin/lanky.js eval api --data training/held-out-usual.jsonl.gz --json bench/results/api-usual.json",
  "api-fresh": "node bin/lanky.js eval api --data training/fresh-fifth.jsonl --json bench/results/api-fresh.json",
  "api-constrained": "node bin/lanky.js eval api --constrained --limit 1000 --json bench/results/api-constrained.json",
  "api-pytorch": "python training/evaluate.py --count 2500 --json bench/results/api-pytorch.json",
  start: "node --import tsx bench/start.ts --json bench/results/start.json",
  constrained: "LANKY_SMOLLM2=FILE npm run bench -- constrained --json bench/results/constrained.json",
} as const;

export type Kind = keyof typeof commands;

export function commandOf(kind: string): string {
  return Object.hasOwn(commands, kind) ? commands[kind as Kind] : `the bench of ${kind}`;
}
