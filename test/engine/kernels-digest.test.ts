// Every export of every build, called once on fixed data, against committed digests of what it wrote: the promise that
// every host, engine and build computes the same bits. The other kernel tests compare with twins that run on the same
// host; this one with other hosts.
//
// Where a digest changes on purpose, because an order of summation has: LANKY_UPDATE_DIGESTS=1 writes the file anew.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Kernels } from "../../src/engine/kernels.js";
import { scratchBytes } from "../../src/engine/plan.js";
import { fileBytes, packedSize, padded, ropeTable, slotSize, type WeightType } from "../reference.js";
import { type Arena, type Build, buildNames, builds, openArena } from "./builds.js";
import { floats, matrix } from "./values.js";

const file = new URL("./kernel-digests.json", import.meta.url);
type Digests = Record<string, string>;

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}

/** Notes the name of every export that is called. */
function watched(kernels: Kernels, called: Set<string>): Kernels {
  return new Proxy(kernels, {
    get(target, name) {
      called.add(String(name));
      return target[name as keyof Kernels];
    },
  });
}

const types: WeightType[] = ["F32", "F16", "BF16", "Int8", "Int4", "Int4Min"];
const [rows, cols, tokens] = [70, 96, 7];
const height = padded(rows);

/** Packing, embedding and multiplying, of every type; 7 tokens are a panel of four and three rows. */
function weightDigests(kernels: Kernels, arena: Arena, dot: number): Digests {
  const digests: Digests = {};
  const x = arena.input(floats(tokens * cols, 21, "plain"));
  const prepared = arena.output(tokens * cols * 4);
  const values = arena.output(tokens * cols);
  const scales = arena.output((tokens * cols) / 4);
  kernels.packFloats(prepared, x, tokens, cols, 0, 1);
  digests.packFloats = sha256(arena.bytes(prepared, tokens * cols * 4));
  kernels.quantize(values, scales, x, tokens, cols, 0, 1);
  digests.quantize = sha256(
    Buffer.concat([arena.bytes(values, tokens * cols), arena.bytes(scales, (tokens * cols) / 4)]),
  );

  const lost = arena.inout(new Uint8Array(floats(tokens * cols, 21, "plain").buffer));
  kernels.takeRemainder(lost, tokens, cols, 0, 1);
  digests.takeRemainder = sha256(arena.bytes(lost, tokens * cols * 4));

  const ids = arena.input(Int32Array.of(0, 69, 33, 5));
  for (const type of types) {
    const weights = matrix(type, rows, cols, 22, "wide");
    const src = arena.input(fileBytes(weights));
    const size = packedSize(type, rows, cols);
    const packed = arena.inout(new Uint8Array(size));
    const embedded = arena.output(4 * cols * 4);
    const out = arena.output(tokens * height * 4);
    const scratch = arena.output(scratchBytes(cols, tokens));
    if (type === "Int8") {
      kernels.packInt8(packed, src, 0, rows, cols, 0, 0);
      digests.packInt8 = sha256(arena.bytes(packed, size));
      kernels.packInt8(packed, src, 0, rows, cols, 0, dot); // as this host's dot product wants it
      kernels.embedInt8(embedded, packed, ids, 4, cols, dot, 0, 1);
      kernels.matmulInt8(out, packed, values, scales, scratch, height, cols, tokens, dot, 0, 1);
    } else {
      kernels[`pack${type}`](packed, src, 0, rows, cols, 0);
      digests[`pack${type}`] = sha256(arena.bytes(packed, size));
      kernels[`embed${type}`](embedded, packed, ids, 4, cols, 0, 1);
      if (type === "Int4" || type === "Int4Min") {
        kernels[`matmul${type}`](out, packed, values, scales, scratch, height, cols, tokens, dot, 0, 1);
      } else kernels[`matmul${type}`](out, packed, prepared, scratch, height, cols, tokens, 0, 1);
    }
    digests[`embed${type}`] = sha256(arena.bytes(embedded, 4 * cols * 4));
    digests[`matmul${type}`] = sha256(arena.bytes(out, tokens * height * 4));
  }
  return digests;
}

/** The layers' other operations. */
function layerDigests(kernels: Kernels, arena: Arena): Digests {
  const digests: Digests = {};
  const stride = 96;
  const count = tokens * stride;
  const x = floats(count, 31, "plain").map((value) => value * 20);
  const y = floats(count, 32, "plain");
  /** The bytes of a copy of x after `kernel` has worked on it. */
  const inPlace = (kernel: (address: number, other: number) => void): string => {
    const address = arena.inout(x);
    kernel(address, arena.input(y));
    return sha256(arena.bytes(address, count * 4));
  };
  digests.swiglu = inPlace((a, b) => kernels.swiglu(a, b, tokens, stride, 0, 1));
  digests.reglu = inPlace((a, b) => kernels.reglu(a, b, tokens, stride, 0, 1));
  digests.silu = inPlace((a) => kernels.silu(a, tokens, stride, 0, 1));
  digests.relu = inPlace((a) => kernels.relu(a, tokens, stride, 0, 1));
  digests.addResidual = inPlace((a, b) => kernels.addResidual(a, b, tokens, stride, 0, 1));
  digests.rmsnorm = inPlace((a, b) => kernels.rmsnorm(a, b, b, tokens, 90, stride, 1e-5, 0, 1));
  const list = arena.input(Int32Array.of(3, 0, 6));
  digests.gatherRows = inPlace((a, b) => kernels.gatherRows(a, b, list, 3, stride, 0, 1));

  const logits = arena.input(x);
  const sum = kernels.logSumExp(logits, 601);
  digests.logSumExp = sha256(new Uint8Array(Float64Array.of(sum).buffer));

  const positions = arena.input(Int32Array.of(0, 1, 2, 3, 100, 200, 299));
  const table = arena.output(300 * 24 * 4);
  kernels.ropeTable(table, 0, 300, 24, 10000, 1);
  digests.ropeTable = sha256(arena.bytes(table, 300 * 24 * 4));
  const known = arena.input(ropeTable(300, 24, 500000, 2));
  digests.rope = inPlace((a) => kernels.rope(a, known, positions, tokens, 4, 24, stride, 0, 1));

  const places = arena.input(Int32Array.of(0, 1, 2, 3, 4, 5, 6));
  for (const type of ["F32", "F16"] as const) {
    const size = slotSize({ type, kvHeads: 2, headDim: 24, context: 8 });
    const cache = arena.inout(new Uint8Array(size));
    const caches = arena.input(new Uint32Array(tokens).fill(cache));
    const keys = arena.input(y);
    const values = arena.input(x);
    kernels[`append${type}`](caches, 0, places, keys, values, tokens, 2, 24, 8, stride, 0, 1);
    digests[`append${type}`] = sha256(arena.bytes(cache, size));
    const scratch = arena.output((24 + 8) * 8);
    const out = arena.output(count * 4);
    kernels[`attention${type}`](out, values, caches, 0, places, scratch, tokens, 4, 2, 24, 8, stride, 0.2, 0, 1);
    digests[`attention${type}`] = sha256(arena.bytes(out, count * 4));
  }
  return digests;
}

/** Digests of all exports that write anything. */
function digestsOf(build: Build, dot: number, called: Set<string>): Digests {
  const kernels = watched(build.kernels, called);
  const arena = openArena(build, 0);
  const sync = arena.inout(new Int32Array(32));
  kernels.barrier(sync, 1);
  assert.is(kernels.claim(sync, 0, 1, 0), -1);
  assert.equal([...arena.bytes(sync, 128)], new Array(128).fill(0));
  assert.ok([0, 1, 2].includes(kernels.probeDot()));
  return { ...weightDigests(kernels, arena, dot), ...layerDigests(kernels, arena) };
}

if (process.env.LANKY_UPDATE_DIGESTS) {
  writeFileSync(file, `${JSON.stringify(digestsOf(builds[0]!, 0, new Set()), null, 2)}\n`);
}
const expected: Digests = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

for (const name of buildNames) {
  const build = builds.find((candidate) => candidate.name === name);
  const test_ = build === undefined ? test.skip : test;
  test_(`${name}: the bits that every host computes, for every export`, () => {
    const called = new Set<string>();
    for (const dot of build!.dots) assert.equal(digestsOf(build!, dot, called), expected, `dot ${dot}`);
    const functions = WebAssembly.Module.exports(build!.module).filter((entry) => entry.kind === "function");
    assert.equal(
      functions.map((entry) => entry.name).filter((entry) => !called.has(entry)),
      [],
      "never called",
    );
  });
}

test.run();
