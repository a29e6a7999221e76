// The packed library in a current Node, a package of test/hosts; that of `npm test` may be as old as Node 20.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findHosts } from "../../bench/hosts/hosts.js";
import { findNode, skipped } from "./find.js";
import { tellMissing } from "./golden.js";
import { golden, type Runtime } from "./runtimes.js";

const test = suite("a current Node");
const path = findNode();

if (path === undefined) {
  skipped("a current Node", `npm has no package of it for ${process.platform} on ${process.arch}`);
  test("without one the bench of the hosts says how to name one", () => {
    assert.match(findHosts([]).missing.join("; "), /--node PATH/);
  });
} else {
  tellMissing();
  const current: Runtime = { name: "Node 26", path, args: [] };

  test("the library answers as in this Node, bit for bit, with the build it chooses", async () => {
    const answers = await golden(current, {});
    assert.ok(answers.some(({ build }) => build === "relaxed"));
    for (const { threads } of answers) assert.is(threads, 0);
  });

  test("the plain build makes the same bits", async () => {
    for (const { build } of await golden(current, { build: "simd" })) assert.is(build, "simd");
  });

  test("two threads make the same bits", async () => {
    for (const { threads } of await golden(current, { threads: 2 })) assert.is(threads, 2);
  });

  test("the bench of the hosts measures it unasked, and once", () => {
    const nodes = findHosts([path, path]).hosts.filter(({ name, threads }) => name === "Node" && threads === 1);
    assert.ok(nodes.some(({ host }) => host.startsWith("Node 26.")));
    assert.is(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    assert.equal(
      findHosts([]).hosts.map(({ id }) => id),
      findHosts([path]).hosts.map(({ id }) => id),
    );
  });
}

test.run();
