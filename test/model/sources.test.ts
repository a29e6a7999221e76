// A model is the same wherever its bytes come from: a path, an address of a file, a blob, a response, a pipe that delivers
// in pieces of any size, object storage that reads at offsets.

import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { CheckpointError, loadModel, type ModelSource } from "../../src/node.js";
import { answersOf, fixtureBytes, fixturePath } from "./fixtures.js";
import { rejects } from "./rejects.js";

const test = suite("sources");

async function score(path: string, source: string | URL | ModelSource): Promise<readonly number[]> {
  const model = await loadModel(source);
  const { logprobs } = await model.score(answersOf(path).ids);
  await model.dispose();
  return logprobs;
}

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

for (const path of ["gguf/q4_1-with-q8_0.gguf", "gguf/f16-separate.gguf", "llama2c/classifier.bin"]) {
  test(`${path}: every kind of source gives the same model`, async () => {
    const bytes = fixtureBytes(path);
    const expected = await score(path, fixturePath(path));
    const read = async (offset: number, length: number) => bytes.slice(offset, offset + length);
    const sources: Record<string, string | URL | ModelSource> = {
      "file URL": pathToFileURL(fixturePath(path)),
      "file URL as text": pathToFileURL(fixturePath(path)).href,
      blob: new Blob([bytes]),
      response: new Response(bytes),
      stream: new Blob([bytes]).stream(),
      iterable: inPieces(bytes, [1, 1000, 7, 65536]),
      "positioned reads": { read },
      "positioned reads that know their size": { read, size: bytes.length },
      "short reads": { read: (offset: number, length: number) => read(offset, Math.min(length, 777)) },
      "reads into place": {
        read,
        readInto: async (offset: number, target: Uint8Array) => {
          const part = bytes.subarray(offset, offset + target.length);
          target.set(part);
          return part.length;
        },
      },
    };
    for (const [kind, source] of Object.entries(sources)) assert.equal(await score(path, source), expected, kind);
  });

  test(`${path}: pieces of any sizes`, async () => {
    const bytes = fixtureBytes(path);
    const expected = await score(path, fixturePath(path));
    const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 500, max: 70000 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(sizes, async (sizes) => assert.equal(await score(path, inPieces(bytes, sizes)), expected)),
      { numRuns: 8, seed: 3 },
    );
  });
}

test("a pipe that ends early says where, and nothing hangs", async () => {
  const bytes = fixtureBytes("gguf/q8_0-tied.gguf");
  for (const length of [0, 3, 30, 3000, bytes.length - 1]) {
    await rejects(loadModel(inPieces(bytes.subarray(0, length), [100])), CheckpointError, /empty|ends|truncated|bytes/);
  }
});

test("what is no source is a TypeError, a missing file names itself", async () => {
  for (const source of [5, null, {}, true]) await rejects(loadModel(source as never), TypeError, /source|Blob/);
  await rejects(loadModel("/nowhere/model.gguf"), CheckpointError, /^\/nowhere\/model\.gguf: /);
  await rejects(loadModel(new Response("", { status: 404 })), CheckpointError, /404/);
  await rejects(loadModel(""), Error, /./);
});

test.run();
