// The files of results that there are, and the commands that make them.

export const commands = {
  kernels: "npm run bench -- kernels --json bench/results/kernels.json",
  peers: "npm run bench:peers",
  profile: "npm run bench:profile",
  hosts: "npm run bench:hosts -- --keep",
  "hosts-threads": "npm run bench:threads -- --keep",
} as const;

export type Kind = keyof typeof commands;

/** Files that there are pictures of, but no part of the page. */
const pictured: Readonly<{ [kind: string]: string }> = {
  api: "node bin/lanky.js eval api --json bench/results/api.json",
};

export function commandOf(kind: string): string {
  return Object.hasOwn(commands, kind) ? commands[kind as Kind] : (pictured[kind] ?? `the bench of ${kind}`);
}
