// A Blob, a Response, a pipe and a file must be the same thing to a reader, wherever the source cuts its pieces.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { CheckpointError } from "../../src/errors.js";
import {
  type ByteReader,
  type ByteSource,
  openReader,
  type PositionedSource,
  readBytes,
  readToEnd,
} from "../../src/formats/byte-reader.js";
import { pipe } from "./build-files.js";

const bytesUpTo = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8) * 7) & 255);

function positioned(bytes: Uint8Array, options: { into: boolean; sized: boolean; atMost: number }): PositionedSource {
  const size = options.sized ? { size: bytes.length } : {};
  const read = async (offset: number, length: number) => bytes.slice(offset, offset + Math.min(length, options.atMost));
  if (!options.into) return { ...size, read };
  return {
    ...size,
    read,
    async readInto(offset, target) {
      const part = bytes.subarray(offset, offset + Math.min(target.length, options.atMost));
      target.set(part);
      return part.length;
    },
  };
}

/** The same bytes as every kind of source. */
function sources(bytes: Uint8Array<ArrayBuffer>, piece: number): Record<string, ByteSource> {
  return {
    blob: new Blob([bytes]),
    response: new Response(bytes),
    "stream of bytes": new Blob([bytes]).stream(),
    pipe: pipe(bytes, piece),
    positions: positioned(bytes, { into: false, sized: true, atMost: piece }),
    "positions, size unknown": positioned(bytes, { into: false, sized: false, atMost: piece }),
    "positions into the target": positioned(bytes, { into: true, sized: true, atMost: piece }),
    "positions into the target, size unknown": positioned(bytes, { into: true, sized: false, atMost: piece }),
  };
}

type Step = readonly ["take" | "read" | "skip" | "peek", number];

/** Follows the steps, checking each against `bytes`, and stops where the file has to end. */
async function follow(reader: ByteReader, bytes: Uint8Array, steps: readonly Step[], label: string): Promise<void> {
  let at = 0;
  for (const [kind, count] of steps) {
    assert.is(reader.position, at, `${label}: position`);
    if (kind === "peek") {
      const ahead = await reader.peek(count);
      assert.equal(ahead, bytes.slice(at, at + count), `${label}: peek ${count} at ${at}`);
      continue;
    }
    const target = new Uint8Array(kind === "read" ? count : 0);
    const attempt = async () => {
      if (kind === "take") return (await reader.take(count, "a field")).slice();
      if (kind === "skip") await reader.skip(count, "a field");
      else await reader.read(target, "a field");
      return target;
    };
    if (at + count > bytes.length) {
      await attempt().then(
        () => assert.unreachable(`${label}: ${kind} ${count} at ${at} of ${bytes.length}`),
        (error) => {
          assert.instance(error, CheckpointError);
          assert.match(error.message, `in the middle of a field: `);
        },
      );
      return;
    }
    const got = await attempt();
    if (kind !== "skip")
      assert.ok(Buffer.compare(got, bytes.subarray(at, at + count)) === 0, `${label}: ${kind} ${count} at ${at}`);
    at += count;
  }
}

test("every source gives the same bytes, however they are asked for", async () => {
  const small = fc.integer({ min: 0, max: 300 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(fc.constant("take" as const), fc.oneof(small, fc.integer({ min: 0, max: 65536 }))),
    fc.tuple(fc.constant("read" as const), fc.oneof(small, fc.integer({ min: 30000, max: 150000 }))),
    fc.tuple(fc.constant("skip" as const), fc.oneof(small, fc.integer({ min: 0, max: 150000 }))),
    fc.tuple(fc.constant("peek" as const), small),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 400_000 }),
      fc.oneof(fc.integer({ min: 1000, max: 5000 }), fc.integer({ min: 60_000, max: 200_000 })),
      fc.array(step, { maxLength: 12 }),
      async (length, piece, steps) => {
        const bytes = bytesUpTo(length);
        for (const [label, source] of Object.entries(sources(bytes, piece))) {
          const reader = openReader(source, "file");
          await follow(reader, bytes, steps, label);
          await reader.close();
        }
      },
    ),
    { numRuns: 40, seed: 3 },
  );
});

test("pieces of one byte", async () => {
  const bytes = bytesUpTo(500);
  for (const [label, source] of Object.entries(sources(bytes, 1))) {
    await follow(
      openReader(source),
      bytes,
      [
        ["take", 3],
        ["read", 200],
        ["skip", 7],
        ["read", 290],
        ["read", 1],
      ],
      label,
    );
  }
});

test("a file that ends early is named, with where and what", async () => {
  const reader = openReader(new Blob([bytesUpTo(1234)]), "model.gguf");
  await reader.skip(1000, "the header");
  await reader.read(new Uint8Array(4678), "tensor output.weight").then(
    () => assert.unreachable(),
    (error) => {
      assert.is(
        error.message,
        "model.gguf: ends after 1,234 bytes, in the middle of tensor output.weight: 5,678 expected; " +
          "the file is truncated, fetch it again",
      );
    },
  );
});

test("names: a file's own, an address, or what the caller says", async () => {
  assert.is(openReader(new File(["x"], "a.gguf")).name, "a.gguf");
  assert.is(openReader(new Blob(["x"])).name, "blob");
  assert.is(openReader({ name: "key", read: async () => new Uint8Array(0) }).name, "key");
  assert.is(openReader(new File(["x"], "a.gguf"), "b").name, "b");
});

test("a response that is no success says so", () => {
  assert.throws(
    () => openReader(new Response("not here", { status: 404, statusText: "Not Found" }), "https://host/model.gguf"),
    (error: Error) =>
      error.message ===
      "https://host/model.gguf: the server answered 404 Not Found; check the address and that it may be read",
  );
});

test("a response that was read already says so", async () => {
  const response = new Response("x");
  await response.text();
  assert.throws(() => openReader(response), /has no body left to read; fetch it again/);
});

test("content-length is the size, unless the transfer was compressed", () => {
  const sized = new Response("abcd", { headers: { "content-length": "4" } });
  assert.is(openReader(sized).size, 4);
  const packed = new Response("abcd", { headers: { "content-length": "4", "content-encoding": "gzip" } });
  assert.is(openReader(packed).size, undefined);
  assert.is(openReader(new Response("abcd", { headers: { "content-length": "-1" } })).size, undefined);
});

test("closing gives the source back, even before the first byte", async () => {
  let returned = 0;
  const source: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({
      next: async () => ({ done: false, value: new Uint8Array(1) }),
      return: async () => {
        returned++;
        return { done: true, value: undefined };
      },
    }),
  };
  const reader = openReader(source);
  await reader.close();
  await reader.close();
  assert.is(returned, 1);
  let cancelled = 0;
  const stream = new ReadableStream<Uint8Array>({ cancel: () => void cancelled++ });
  await openReader(new Response(stream)).close();
  assert.is(cancelled, 1);
  await reader.read(new Uint8Array(1), "a field").then(
    () => assert.unreachable(),
    (error) => {
      assert.match(error.message, "was closed; open it again to read on");
    },
  );
});

test("a source that fails is named with its reason", async () => {
  const reader = openReader({
    name: "bucket/model",
    read: async () => {
      throw new Error("connection reset");
    },
  });
  await reader.read(new Uint8Array(4), "the header").then(
    () => assert.unreachable(),
    (error) => {
      assert.instance(error, CheckpointError);
      assert.is(error.message, "bucket/model: reading failed at byte 0: connection reset");
    },
  );
});

test("what is no source is a TypeError that says what to do", async () => {
  assert.throws(
    () => openReader(new Uint8Array(3) as unknown as ByteSource),
    (error: Error) => {
      return error instanceof TypeError && /wrap bytes as new Blob/.test(error.message);
    },
  );
  for (const wrong of [null, undefined, 3, "model.gguf", {}]) {
    assert.throws(
      () => openReader(wrong as unknown as ByteSource),
      (error: Error) => error instanceof TypeError,
    );
  }
  const textual = openReader(
    (async function* () {
      yield "text" as unknown as Uint8Array;
    })(),
  );
  await textual.peek(1).then(
    () => assert.unreachable(),
    (error) => assert.instance(error, TypeError),
  );
});

test("reading goes on into shared memory, which is where an engine with threads keeps weights", async () => {
  const bytes = bytesUpTo(200_000);
  const target = new Uint8Array(new SharedArrayBuffer(200_000));
  for (const [label, source] of Object.entries(sources(bytes, 50_000))) {
    target.fill(0);
    await openReader(source).read(target, "all");
    assert.ok(Buffer.compare(target, bytes) === 0, label);
  }
});

test("a length that is only claimed reserves no memory", async () => {
  const before = process.memoryUsage().arrayBuffers;
  await readBytes(openReader(pipe(bytesUpTo(1000))), 2 ** 40, "a text").then(
    () => assert.unreachable(),
    (error) => {
      assert.match(error.message, "in the middle of a text: ");
    },
  );
  assert.ok(process.memoryUsage().arrayBuffers - before < 32e6);
});

test("a long array of bytes arrives whole from a source of unknown size", async () => {
  const bytes = bytesUpTo(9_000_000);
  assert.ok(Buffer.compare(await readBytes(openReader(pipe(bytes, 100_000)), bytes.length, "all"), bytes) === 0);
  assert.ok(Buffer.compare(await readToEnd(openReader(pipe(bytes, 100_000)), 1e7, "all"), bytes) === 0);
  await readToEnd(openReader(pipe(bytes, 100_000)), 1e6, "a config").then(
    () => assert.unreachable(),
    (error) => {
      assert.match(error.message, "is longer than 1,000,000 bytes, too long for a config");
    },
  );
});

test.run();
