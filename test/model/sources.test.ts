// A model is the same wherever its bytes come from: a path, an address of a file, a blob, a response, a pipe that delivers
// in pieces of any size, object storage that reads at offsets, a server. Where the bytes stop coming, the error says so and
// names the source, and nothing waits for ever.

import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { CheckpointError, embeddedModel, loadModel, type ModelSource, openModel } from "../../src/node.js";
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

test("a pipe that ends while large weights are packed is an error, not the end of the process", async () => {
  // Chunks of this model are large enough for packing to leave the event loop a turn, in which the next read fails.
  const bytes = readFileSync(embeddedModel);
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on("unhandledRejection", hear);
  try {
    for (const share of [0.3, 0.6, 0.99]) {
      const part = bytes.subarray(0, Math.floor(bytes.length * share));
      await rejects(loadModel(inPieces(part, [65536])), CheckpointError, /ends|truncated|bytes/);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  } finally {
    process.off("unhandledRejection", hear);
  }
  assert.equal(unheard, []);
});

test("what is no source is a TypeError, a missing file names itself", async () => {
  for (const source of [5, null, {}, true]) await rejects(loadModel(source as never), TypeError, /source|Blob/);
  await rejects(loadModel("/nowhere/model.gguf"), CheckpointError, /^\/nowhere\/model\.gguf: /);
  await rejects(loadModel(new Response("", { status: 404 })), CheckpointError, /404/);
  await rejects(loadModel(""), Error, /./);
});

/** In ms, long after any of this is done. */
const limit = 20_000;

async function bounded<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what}: no answer after ${limit} ms`)), limit);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

test("a stream that breaks midway says where and why, and is left alone afterwards", async () => {
  const bytes = fixtureBytes("gguf/q8_0-tied.gguf");
  for (const end of [0, 5, 1000, 50_000, bytes.length - 100]) {
    const why = new Error("the cable was pulled");
    const message = /^stream: reading failed at byte [\d,]+: the cable was pulled$/;
    let returned = false;
    async function* breaking(): AsyncGenerator<Uint8Array, void, undefined> {
      try {
        yield* inPieces(bytes.subarray(0, end), [4096]);
        throw why;
      } finally {
        returned = true;
      }
    }
    await rejects(bounded(loadModel(breaking()), `iterable, ${end}`), CheckpointError, message);
    assert.ok(returned, "the iterable is finished");
    const pieces = inPieces(bytes.subarray(0, end), [4096]);
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.error(why);
        else controller.enqueue(value);
      },
    });
    await rejects(bounded(loadModel(stream), `stream, ${end}`), CheckpointError, message);
  }
});

for (const path of ["gguf/q8_0-tied.gguf", "llama2c/classifier.bin"]) {
  const bytes = fixtureBytes(path);

  test(`${path}: a read at an offset that fails, in the header or in the weights, is named, and the source closed`, async () => {
    for (const [where, broken] of [
      ["the first byte", 0],
      ["the header", 20],
      ["the weights", bytes.length >> 1],
      ["the last byte", bytes.length - 1],
    ] as const) {
      for (const size of [undefined, bytes.length]) {
        let closed = 0;
        const read = async (offset: number, length: number) => {
          // All that stands before it is given first: what fails is the read, not a part of it.
          if (offset + length <= broken) return bytes.slice(offset, offset + length);
          if (offset < broken) return bytes.slice(offset, broken);
          throw new Error("storage is away");
        };
        const source = {
          name: "bucket/model",
          ...(size === undefined ? {} : { size }),
          read,
          close: async () => {
            closed++;
          },
        };
        await rejects(
          bounded(loadModel(source), where),
          CheckpointError,
          /^bucket\/model: reading failed at byte [\d,]+: storage is away$/,
        );
        assert.is(closed, 1, `${where}: closed once`);
      }
    }
  });

  test(`${path}: a source that has nothing more to give, for ever, ends with an error`, async () => {
    for (const end of [0, 3, 20, 5000, bytes.length >> 1, bytes.length - 1]) {
      // It claims all of its bytes, and gives less, or none, however often it is asked.
      const read = async (offset: number, length: number) => bytes.slice(offset, Math.min(end, offset + length));
      for (const size of [undefined, bytes.length]) {
        const source = size === undefined ? { read } : { read, size };
        await rejects(
          bounded(loadModel(source), `${end} bytes`),
          CheckpointError,
          /^source: .*(is empty|truncated|fetch it again)/,
        );
      }
    }
    let asked = 0;
    const drop = async (offset: number) => {
      asked++;
      return offset % 2 === 0 ? bytes.slice(offset, offset + 1) : new Uint8Array(0);
    };
    await rejects(bounded(loadModel({ read: drop }), "drops"), CheckpointError, /truncated|fetch it again/);
    assert.ok(asked < 10, `${asked} requests for a source that gave nothing to the second`);
  });
}

test("a source that gives more than it was asked for, or no bytes, is the program's mistake", async () => {
  const bytes = fixtureBytes("gguf/q8_0-tied.gguf");
  await rejects(loadModel({ read: async () => bytes }), TypeError, /bytes, \d+ were asked for/);
  await rejects(loadModel({ read: async () => "GGUF" as never }), TypeError, /no Uint8Array/);
  await rejects(
    loadModel(new Response("GGUF").body!.pipeThrough(new TextDecoderStream()) as never),
    TypeError,
    /no Uint8Array/,
  );
});

// Behind an address it is the same model, and whatever the server does, the error names the address. Servers are local, one
// for each test, and closed with all of their connections.

const servedPath = "gguf/q8_0-tied.gguf";
const served = fixtureBytes(servedPath);

async function serving(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const server = createServer(answer);
  await listen(server);
  try {
    await use(addressOf(server));
  } finally {
    await close(server);
  }
}

const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/model.gguf`;

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** An error that names the address, and says what matches `message`. */
async function fails(address: string, message: RegExp): Promise<void> {
  await rejects(bounded(loadModel(address), address), CheckpointError, message);
  await bounded(loadModel(address), address).catch((error: Error) => {
    assert.ok(error.message.startsWith(`${address}: `), `the address is named first: ${error.message}`);
  });
}

test("an address gives the model that its file gives, with a content-length and without", async () => {
  const expected = await score(servedPath, fixturePath(servedPath));
  for (const headers of [{ "content-length": String(served.length) }, {}]) {
    await serving(
      (_, response) => {
        response.writeHead(200, headers);
        // Without a length, and in more than one write, Node sends it in chunks.
        response.write(served.subarray(0, 1001));
        response.end(served.subarray(1001));
      },
      async (address) => {
        assert.equal(await score(servedPath, address), expected, JSON.stringify(headers));
        assert.equal(await score(servedPath, new URL(address)), expected, "as a URL");
      },
    );
  }
});

test("a redirection is followed", async () => {
  const expected = await score(servedPath, fixturePath(servedPath));
  await serving(
    (request, response) => {
      if (request.url === "/model.gguf") response.writeHead(302, { location: "/elsewhere" }).end();
      else response.end(served);
    },
    async (address) => assert.equal(await score(servedPath, address), expected),
  );
});

test("an error of the server names the address and the status", async () => {
  for (const status of [403, 404, 500]) {
    await serving(
      (_, response) => {
        response.writeHead(status).end("<html>no</html>");
      },
      (address) => fails(address, new RegExp(`the server answered ${status}`)),
    );
  }
});

test("a web page in a model's place is called one", async () => {
  await serving(
    (_, response) => {
      response.end("<!doctype html><title>Sign in</title>");
    },
    (address) => fails(address, /is a web page, not a model/),
  );
});

test("a connection that is cut, in the header or in the weights, names the address", async () => {
  for (const headers of [{ "content-length": String(served.length) }, {}]) {
    for (const end of [0, 100, served.length >> 1, served.length - 1]) {
      await serving(
        (_, response) => {
          response.writeHead(200, headers);
          response.flushHeaders();
          response.write(served.subarray(0, end), () => setTimeout(() => response.destroy(), 20));
        },
        (address) => fails(address, /reading failed at byte [\d,]+: ./),
      );
    }
  }
});

test("a body that ends early in good order is a truncated file", async () => {
  for (const end of [0, 100, served.length >> 1]) {
    await serving(
      (_, response) => {
        response.end(served.subarray(0, end));
      },
      (address) => fails(address, /is empty|truncated|fetch it again/),
    );
  }
});

test("a port where nobody listens names the address", async () => {
  const server = createServer();
  await listen(server);
  const address = addressOf(server);
  await close(server);
  await fails(address, /cannot be|ECONNREFUSED|failed/);
});

test("a model that is not wanted after all gives its connection back", async () => {
  let ended: Promise<void> | undefined;
  await serving(
    (_, response) => {
      ended = new Promise((resolve) => response.on("close", () => resolve()));
      response.writeHead(200, { "content-length": String(served.length) });
      response.write(served.subarray(0, served.length - 1)); // and never the last byte
    },
    async (address) => {
      const checkpoint = await bounded(openModel(address), address);
      await checkpoint.close();
      await bounded(ended!, "the end of the connection");
    },
  );
});

test.run();
