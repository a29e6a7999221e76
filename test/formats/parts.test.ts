// A model in parts must be the model, byte for byte, whatever hands the parts over; and whatever is wrong with a part must
// be an error with that part's name, never a model of other weights.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { CheckpointError } from "../../src/errors.js";
import { openReader, readToEnd } from "../../src/formats/byte-reader.js";
import { openCheckpoint } from "../../src/formats/detect.js";
import { joinParts, type PartSource, type PartsManifest } from "../../src/formats/parts.js";
import { createSha256 } from "../../src/formats/sha256.js";
import { pipe } from "./build-files.js";

type Parts = Map<string, Uint8Array<ArrayBuffer>>;

const bytesUpTo = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8) * 7) & 255);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function split(bytes: Uint8Array<ArrayBuffer>, size: number): { manifest: PartsManifest; parts: Parts } {
  const parts: Parts = new Map();
  for (let at = 0; at < bytes.length; at += size) parts.set(`part-${parts.size}`, bytes.slice(at, at + size));
  return {
    parts,
    manifest: {
      name: "model.gguf",
      size: bytes.length,
      sha256: sha256(bytes),
      parts: [...parts].map(([file, part]) => ({ file, size: part.length, sha256: sha256(part) })),
    },
  };
}

const kinds: Readonly<Record<string, (bytes: Uint8Array<ArrayBuffer>, piece: number) => PartSource>> = {
  response: (bytes) => new Response(bytes),
  blob: (bytes) => new Blob([bytes]),
  "byte stream": (bytes) => new Blob([bytes]).stream(),
  "plain stream": (bytes, piece) =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece));
        controller.close();
      },
    }),
  iterable: (bytes, piece) => pipe(bytes, piece),
};

async function join(manifest: unknown, read: (file: string) => PartSource | Promise<PartSource>): Promise<Uint8Array> {
  return readToEnd(openReader(joinParts(manifest, read)), 1 << 24, "the test");
}

async function fails(manifest: unknown, read: (file: string) => PartSource | Promise<PartSource>, ...says: string[]) {
  const error = await join(manifest, read).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.instance(error, CheckpointError);
  for (const text of says) assert.match((error as Error).message, text);
}

test("parts of any size, as any kind of source, are the whole file", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 300_000 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.constantFrom(...Object.keys(kinds)),
      async (length, count, piece, kind) => {
        const bytes = bytesUpTo(length);
        const { manifest, parts } = split(bytes, Math.ceil(length / count));
        const joined = await join(manifest, (file) => kinds[kind]!(parts.get(file)!, piece));
        assert.is(sha256(joined), manifest.sha256);
      },
    ),
    { numRuns: 60 },
  );
});

test("the source knows the file's name and size, so that a cut is noticed before the last part", () => {
  const { manifest } = split(bytesUpTo(1000), 300);
  const joined = joinParts(JSON.parse(JSON.stringify(manifest)), () => undefined);
  assert.is(joined.name, "model.gguf");
  assert.is(openReader(joined).size, 1000);
  assert.is(openReader(joined).name, "model.gguf");
});

test("a part cut at every tenth of the file is named, whatever it comes as", async () => {
  const bytes = bytesUpTo(200_000);
  const { manifest, parts } = split(bytes, 70_000);
  for (const [kind, as] of Object.entries(kinds)) {
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = Math.floor((bytes.length * tenth) / 10);
      const at = Math.floor(cut / 70_000);
      const read = (file: string) => {
        const part = parts.get(file)!;
        return as(file === `part-${at}` ? part.slice(0, cut - at * 70_000) : part, 1000);
      };
      await fails(manifest, read, `model.gguf: part ${at + 1} of 3, part-${at}, has `, "bytes, expected");
      assert.ok(kind);
    }
  }
});

test("a stream that breaks says where", async () => {
  const { manifest, parts } = split(bytesUpTo(1000), 400);
  const breaking = (file: string) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (file === "part-1") controller.error(new TypeError("Network connection lost."));
        else controller.enqueue(parts.get(file)!);
        if (file !== "part-1") controller.close();
      },
    });
  await fails(manifest, breaking, "part 2 of 3, part-1, broke off after 0 bytes: Network connection lost.");
});

test("one flipped byte, swapped parts and a part of another model are found by their digest", async () => {
  const { manifest, parts } = split(bytesUpTo(1000), 250);
  for (let at = 0; at < 4; at++) {
    const flipped = parts.get(`part-${at}`)!.slice();
    flipped[at * 60]! ^= 1;
    const read = (file: string) => new Response(file === `part-${at}` ? flipped : parts.get(file)!);
    await fails(
      manifest,
      read,
      `part-${at}, has SHA-256 ${sha256(flipped)}, expected`,
      "damaged or belongs to another",
    );
  }
  const swapped = (file: string) =>
    new Blob([parts.get(file === "part-1" ? "part-2" : file === "part-2" ? "part-1" : file)!]);
  await fails(manifest, swapped, "part-1, has SHA-256");
});

test("a swapped first part is named, though it holds no header that could be read", async () => {
  const model = new Uint8Array(readFileSync(new URL("../../models/lanky-api-4m-int4.gguf", import.meta.url)));
  const { manifest, parts } = split(model, Math.ceil(model.length / 3));
  const swapped = (file: string) => new Response(parts.get(file === "part-0" ? "part-1" : file));
  const error = await openCheckpoint(joinParts(manifest, swapped)).catch((thrown: unknown) => thrown);
  assert.instance(error, CheckpointError);
  assert.match((error as Error).message, "part 1 of 3, part-0, has SHA-256");
  const cut = await openCheckpoint(joinParts(manifest, (file) => new Blob([parts.get(file)!]).stream()))
    .then(() => openCheckpoint(joinParts(manifest, () => new Blob([parts.get("part-0")!.subarray(0, 1)]).stream())))
    .catch((thrown: unknown) => thrown);
  assert.match((cut as Error).message, "part 1 of 3, part-0, has 1 bytes, expected");
  const wrong = split(bytesUpTo(100_000), 40_000); // its parts are what the manifest says, but it is no model
  const none = await openCheckpoint(joinParts(wrong.manifest, (file) => new Response(wrong.parts.get(file)))).catch(
    (thrown: unknown) => thrown,
  );
  assert.instance(none, CheckpointError);
  assert.not.match((none as Error).message, "part");
});

test("the error comes before the next part is opened", async () => {
  const { manifest, parts } = split(bytesUpTo(1000), 250);
  const opened: string[] = [];
  const read = (file: string) => {
    opened.push(file);
    return new Blob([file === "part-1" ? new Uint8Array(250) : parts.get(file)!]);
  };
  await fails(manifest, read, "part-1, has SHA-256");
  assert.equal(opened, ["part-0", "part-1"]);
});

test("a part that is missing, refused, unreadable or too long is named with the reason", async () => {
  const { manifest, parts } = split(bytesUpTo(1000), 250);
  const but = (instead: () => PartSource) => (file: string) =>
    file === "part-2" ? instead() : new Blob([parts.get(file)!]);
  await fails(
    manifest,
    but(() => undefined),
    "part 3 of 4, part-2, is missing",
  );
  await fails(
    manifest,
    but(() => null),
    "part-2, is missing",
  );
  await fails(
    manifest,
    but(() => new Response("no", { status: 404 })),
    "part-2, is missing (404)",
  );
  await fails(
    manifest,
    but(() => new Response("no", { status: 403 })),
    "part-2, cannot be read",
    "403",
  );
  const long = () => pipe(bytesUpTo(251), 100);
  await fails(manifest, but(long), "part-2, is longer than the 250 bytes");
  const wrong = () => {
    throw new Error("R2 is asleep");
  };
  await fails(manifest, but(wrong), "part-2, cannot be opened: R2 is asleep");
  const sized = () => new Response(bytesUpTo(7), { headers: { "content-length": "7" } });
  await fails(manifest, but(sized), "part-2, has 7 bytes, expected 250");
});

test("no reader sees the end of a part that is wrong, however little it leaves unread", async () => {
  const bytes = bytesUpTo(30_000);
  const { manifest, parts } = split(bytes, 10_000);
  const flipped = parts.get("part-2")!.slice();
  flipped[5000]! ^= 1;
  for (const [kind, as] of Object.entries(kinds)) {
    for (const unread of [1, 31, 2000]) {
      const reader = openReader(
        joinParts(manifest, (file) => as(file === "part-2" ? flipped : parts.get(file)!, 10_000 - unread)),
      );
      const read = reader.read(new Uint8Array(30_000 - unread), "the tensors");
      const error = await read.then(
        () => undefined,
        (thrown: unknown) => thrown as Error,
      );
      assert.match(error?.message ?? `${kind}: no error`, "part-2, has SHA-256");
    }
  }
});

test("a reader that leaves early ends the part's stream and opens no other", async () => {
  const { manifest, parts } = split(bytesUpTo(40_000), 10_000);
  let cancelled = 0;
  let opened = 0;
  const read = (file: string) => {
    opened++;
    return new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(parts.get(file)!.slice(0, 7000)),
      cancel: () => void cancelled++,
    });
  };
  for await (const _ of joinParts(manifest, read)) break;
  assert.equal([opened, cancelled], [1, 1]);
});

test("what is no manifest is refused, field by field", () => {
  const { manifest } = split(bytesUpTo(1000), 250);
  const [first, ...others] = manifest.parts;
  const cases: [manifest: unknown, says: string][] = [
    [null, "manifest.json: it is null"],
    ["{}", 'it is "{}"'],
    [{ ...manifest, name: undefined }, "name is missing"],
    [{ ...manifest, size: -1 }, "size is -1"],
    [{ ...manifest, sha256: "x" }, 'sha256 is "x"'],
    [{ ...manifest, parts: [] }, "parts is an array"],
    [{ ...manifest, parts: [{ ...first, file: "../secret" }, ...others] }, 'parts[0].file is "../secret"'],
    [{ ...manifest, parts: [first, { ...first, size: "250" }] }, 'parts[1].size is "250"'],
    [{ ...manifest, parts: [first, { ...first, sha256: 1 }] }, "parts[1].sha256 is 1"],
    [{ ...manifest, parts: [first] }, "size is 1000, expected 250, the sum of its parts"],
  ];
  for (const [wrong, says] of cases) {
    assert.throws(
      () => joinParts(wrong, () => undefined),
      (error: Error) => error instanceof CheckpointError && error.message.includes(says),
      says,
    );
  }
});

test("digests are SHA-256, however the bytes are cut", async () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
    const bytes = bytesUpTo(length);
    const digest = createSha256();
    for (let at = 0; at < length; at += 7) await digest.update(bytes.subarray(at, at + 7));
    assert.is(await digest.hex(), sha256(bytes));
  }
});

test.run();
