// The models that `lanky profile` compares, derived from one checkpoint while it is read; nothing is written anywhere.
//
//   base      every stored block executed once: 0, 1, ... n - 1
//   shared    the same weights, every block executed twice in a row: 0, 0, 1, 1, ... (MobileLLM-LS, immediate sharing)
//   unshared  2n blocks executed once each: the depth of `shared` at twice the weights. Every block of the file is read
//             twice, as blocks 2b and 2b + 1, so that as many bytes are read as from a file of that size.
//   repeated  one stored block alone, executed k times in a row: from the second time on, its weights are in cache
//
// What schedule the checkpoint came with makes no difference. Tokenizer and chat template are left out: the paper's table
// is of the network.

import { type Checkpoint, openModel, schedule, type TensorInfo } from "../node.js";

/** The models of the paper's table. */
export const twinKinds = ["base", "shared", "unshared"] as const;
export type TwinKind = (typeof twinKinds)[number];

export type Source = Parameters<typeof openModel>[0];

/** A block that is executed `times` times in a row, alone. */
export interface Repeated {
  readonly block: number;
  readonly times: number;
}

/** A twin to be opened, once, and what that takes. */
export interface Twin {
  /** @throws CheckpointError as openModel does */
  open(): Promise<Checkpoint>;
  /** As performance.now() has it: when opening had ended, and when the first tensor was asked for; NaN before. */
  readonly times: { opened: number; reading: number };
}

/**
 * Prepares a twin of the checkpoint at `source`.
 * @throws CheckpointError as openModel does
 */
export async function prepareTwin(source: Source, kind: TwinKind | Repeated, signal?: AbortSignal): Promise<Twin> {
  // Were the unshared twin a file, there would be one header: the second is read before any clock runs.
  const second = kind === "unshared" ? await openModel(source, { signal }) : undefined;
  const times = { opened: Number.NaN, reading: Number.NaN };
  return {
    times,
    async open() {
      let first: Checkpoint;
      try {
        first = await openModel(source, { signal });
      } catch (error) {
        await second?.close();
        throw error;
      }
      times.opened = performance.now();
      const twin =
        typeof kind === "object" ? repeat(first, kind) : second ? unshare(first, second) : share(first, kind);
      return { ...twin, vocabulary: undefined, chatTemplate: undefined, readTensors: () => timed(twin, times) };
    },
  };
}

async function* timed(twin: Checkpoint, times: Twin["times"]): ReturnType<Checkpoint["readTensors"]> {
  times.reading = performance.now();
  yield* twin.readTensors();
}

function share(checkpoint: Checkpoint, kind: TwinKind): Checkpoint {
  const blocks = schedule(kind === "shared" ? "immediate" : "none", checkpoint.config.num_hidden_layers);
  return { ...checkpoint, blocks };
}

function unshare(first: Checkpoint, second: Checkpoint): Checkpoint {
  const num_hidden_layers = 2 * first.config.num_hidden_layers;
  const even = (info: TensorInfo) => renumbered(info, info.block < 0 ? info.block : 2 * info.block);
  const odd = (info: TensorInfo) => (info.block < 0 ? undefined : renumbered(info, 2 * info.block + 1));
  return {
    ...first,
    config: { ...first.config, num_hidden_layers },
    blocks: schedule("none", num_hidden_layers),
    tensors: [...first.tensors.map(even), ...first.tensors.flatMap((info) => odd(info) ?? [])],
    async *readTensors() {
      yield* selected(first, even);
      yield* selected(second, odd);
    },
    async close() {
      await Promise.all([first.close(), second.close()]);
    },
  };
}

function repeat(checkpoint: Checkpoint, { block, times }: Repeated): Checkpoint {
  const only = (info: TensorInfo) => (info.block < 0 ? info : info.block === block ? renumbered(info, 0) : undefined);
  return {
    ...checkpoint,
    config: { ...checkpoint.config, num_hidden_layers: 1 },
    blocks: schedule(new Array<number>(times).fill(0), 1),
    tensors: checkpoint.tensors.flatMap((info) => only(info) ?? []),
    readTensors: () => selected(checkpoint, only),
  };
}

/** The tensors that `as` has an answer for, as it describes them; the others are skipped. */
async function* selected(
  checkpoint: Checkpoint,
  as: (info: TensorInfo) => TensorInfo | undefined,
): ReturnType<Checkpoint["readTensors"]> {
  for await (const { info, read } of checkpoint.readTensors()) {
    const described = as(info);
    if (described) yield { info: described, read };
  }
}

function renumbered(info: TensorInfo, block: number): TensorInfo {
  return { ...info, block };
}

/** Blocks whose matrices have the same types, and so take the same time: one of them, and how many there are. */
export interface Alike {
  readonly block: number;
  readonly count: number;
}

/** The kinds of blocks of a checkpoint; one where all are alike. */
export function kindsOfBlocks({ tensors, config }: Checkpoint): Alike[] {
  const types = Array.from({ length: config.num_hidden_layers }, () => "");
  for (const { block, role, type } of tensors) if (block >= 0) types[block] += `${role} ${type},`;
  const kinds = new Map<string, { block: number; count: number }>();
  for (const [block, key] of types.map((list) => list.split(",").sort().join()).entries()) {
    const kind = kinds.get(key);
    if (kind) kind.count++;
    else kinds.set(key, { block, count: 1 });
  }
  return [...kinds.values()];
}

/** The type that most of a checkpoint's weights have. */
export function mainType({ tensors }: Checkpoint): string {
  const counts = new Map<string, number>();
  for (const { type, shape } of tensors) counts.set(type, (counts.get(type) ?? 0) + shape[0] * shape[1]);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}
