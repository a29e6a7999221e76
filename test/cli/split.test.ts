// lanky split: what is deployed from its folder is the model or nothing. A folder in use must never describe another model's
// parts, whatever fails on the way.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { joinParts, loadModel, type PartsManifest, splitModel } from "../../src/node.js";
import { fixture, lanky } from "./lanky.js";

const model = fixture("gguf/q8_0-tied.gguf");
const other = fixture("gguf/f16-separate.gguf");
const whole = readFileSync(model);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const folders: string[] = [];
function folder(): string {
  folders.push(mkdtempSync(join(tmpdir(), "lanky-split-")));
  return folders.at(-1)!;
}
test.after(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

const manifestOf = (path: string): PartsManifest => JSON.parse(readFileSync(join(path, "manifest.json"), "utf8"));
const joined = (path: string) =>
  joinParts(manifestOf(path), (file) => new Blob([new Uint8Array(readFileSync(join(path, file)))]));

test("the parts are the file, none longer than asked for, and load as the same model", async () => {
  const path = join(folder(), "new", "parts");
  const { code, stdout, stderr } = await lanky(["split", model, path, "--size", "32K", "--json"]);
  assert.is(code, 0, stderr);
  const manifest = manifestOf(path);
  assert.equal(JSON.parse(stdout), manifest);
  assert.match(stderr, `in ${manifest.parts.length} parts`);
  assert.is(manifest.name, "q8_0-tied.gguf");
  assert.is(manifest.size, whole.length);
  assert.is(manifest.sha256, sha256(whole));
  assert.equal(readdirSync(path).sort(), [...manifest.parts.map((part) => part.file), "manifest.json"].sort());
  for (const [at, { file, size, sha256: digest }] of manifest.parts.entries()) {
    const bytes = readFileSync(join(path, file));
    assert.is(size, Math.min(32768, whole.length - at * 32768));
    assert.equal([bytes.length, sha256(bytes)], [size, digest]);
    assert.ok(bytes.equals(whole.subarray(at * 32768, (at + 1) * 32768)));
  }
  const [parts, file] = [await loadModel(joined(path)), await loadModel(model)];
  const ids = [1, 5, 9, 2, 40];
  assert.equal((await parts.score(ids)).logprobs, (await file.score(ids)).logprobs);
  assert.is(parts.name, "q8_0-tied.gguf");
  await Promise.all([parts.dispose(), file.dispose()]);
});

test("a command takes the folder of the parts, or the manifest in it, for the file that was split", async () => {
  const path = folder();
  await splitModel(model, path, { partSize: 40_000 });
  const said = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await lanky(args);
    assert.is(code, 0, stderr);
    return stdout;
  };
  const text = await said("run", model, "-n", "8", "the");
  for (const given of [path, join(path, "manifest.json")]) {
    assert.is(await said("run", given, "-n", "8", "the"), text, given);
    assert.is(await said("inspect", given, "--json"), await said("inspect", model, "--json"), given);
  }
  const part = join(path, manifestOf(path).parts[1]!.file);
  writeFileSync(part, Buffer.alloc(40_000));
  const { code, stderr } = await lanky(["run", path, "-n", "8", "the"]);
  assert.is(code, 1);
  assert.match(stderr, /part 2 of \d+, .* has SHA-256 .* it is damaged or belongs to another model/);
  rmSync(part);
  assert.match((await lanky(["run", path, "the"])).stderr, /part 2 of \d+, .* is missing/);
  writeFileSync(join(path, "manifest.json"), '{ "name": "an app" }');
  for (const given of [path, join(path, "manifest.json")])
    assert.match(
      (await lanky(["inspect", given])).stderr,
      /manifest\.json: size is missing, .* make it with lanky split/,
    );
});

test("a manifest without the folder around it says what to do", async () => {
  const manifest = new File(['{ "name": "model.gguf" }'], "manifest.json");
  await loadModel(manifest).then(
    () => assert.unreachable(),
    (error: Error) =>
      assert.match(error.message, /tells of one in parts; hand over the folder around it, or join the parts/),
  );
});

test("splitting again, into other sizes too, leaves no part that the manifest does not name", async () => {
  const path = folder();
  await splitModel(model, path, { partSize: 40_000 });
  const before = manifestOf(path);
  await splitModel(model, path, { partSize: 40_000 });
  assert.equal(manifestOf(path), before);
  await splitModel(model, path, { partSize: 70_000 });
  assert.is(manifestOf(path).sha256, before.sha256);
  assert.equal(readdirSync(path).length, manifestOf(path).parts.length + 1);
});

test("another model's parts are replaced only when asked to", async () => {
  const path = folder();
  await splitModel(model, path);
  const before = readdirSync(path);
  const twin = join(folder(), "twin.gguf"); // as long as the first: only its digest tells
  writeFileSync(
    twin,
    Uint8Array.from(whole, (byte, at) => (at === whole.length - 1 ? byte ^ 1 : byte)),
  );
  for (const file of [other, twin]) {
    const { code, stderr } = await lanky(["split", file, path]);
    assert.is(code, 1);
    assert.match(stderr, `${path}: holds the parts of another model (q8_0-tied.gguf, `);
    assert.match(stderr, "--replace");
    assert.equal(readdirSync(path), before);
  }
  assert.is((await lanky(["split", other, path, "--replace"])).code, 0);
  assert.is(manifestOf(path).name, "f16-separate.gguf");
  assert.equal(readdirSync(path).length, manifestOf(path).parts.length + 1);
});

test("where it stops, what was there before stays and nothing else is left", async () => {
  const path = folder();
  await splitModel(model, path, { partSize: 50_000 });
  const before = readdirSync(path);
  const controller = new AbortController();
  const stopped = splitModel(model, path, {
    partSize: 20_000,
    signal: controller.signal,
    onProgress: ({ done }) => done > 60_000 && controller.abort(new Error("enough")),
  });
  assert.match(
    await stopped.then(
      () => "",
      (error: Error) => error.message,
    ),
    "enough",
  );
  assert.equal(readdirSync(path), before);
  const chunks = [];
  for await (const chunk of joined(path)) chunks.push(chunk.slice());
  assert.ok(Buffer.concat(chunks).equals(whole));
});

test("what cannot be split, and where, is named", async () => {
  const path = folder();
  const fails = async (args: string[], code: number, ...says: string[]) => {
    const ended = await lanky(["split", ...args]);
    assert.is(ended.code, code, ended.stderr);
    for (const text of says) assert.match(ended.stderr, text);
    assert.is(ended.stderr.trim().split("\n").length, 1);
  };
  const text = join(path, "notes.txt");
  writeFileSync(text, "GG");
  await fails([join(path, "none.gguf"), path], 1, "none.gguf: does not exist");
  await fails([path, path], 1, `${path}: is a folder`);
  await fails([text, path], 1, "notes.txt: is no GGUF file", "lanky convert");
  await fails([model, text], 1, "notes.txt: cannot be made a folder: a file is in its place");
  await fails([model, path, "--size", "26M"], 2, "--size", "1K to 25M");
  await fails([model, path, "--size", "a lot"], 2, "1K to 25M");
  const page = folder();
  writeFileSync(join(page, "manifest.json"), '{ "name": "My web app" }');
  await fails([model, page], 1, "manifest.json: is there and describes no model in parts");
  assert.equal(readdirSync(page), ["manifest.json"]);
  cpSync(model, join(path, "My model (v2).gguf"));
  const { parts } = await splitModel(join(path, "My model (v2).gguf"), join(path, "out"));
  assert.match(parts[0]!.file, /^My-model-v2--001-[0-9a-f]{8}\.part$/);
  assert.is(statSync(join(path, "out", parts[0]!.file)).size, parts[0]!.size);
});

test.run();
