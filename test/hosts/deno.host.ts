// The packed library and its command in Deno (the npm package `deno`).

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { program } from "./find.js";
import { tellMissing } from "./golden.js";
import { appFolder } from "./packed.js";
import { golden, type Runtime, run, script, testRuntime } from "./runtimes.js";

const test = suite("deno");
tellMissing();

// Its caches go into the app, which is removed afterwards, instead of the home of whoever runs this.
const env = { DENO_DIR: await appFolder("deno-cache"), DENO_NO_UPDATE_CHECK: "1" };
const deno: Runtime = { name: "Deno", path: program("deno"), args: ["run", "-A"], env };

testRuntime(test, deno);

test("the library needs no permission but to read", async () => {
  await golden({ ...deno, args: ["run", "--no-prompt", "--allow-read"] }, {});
});

test("without that permission it can be imported, and loading says what is missing", async () => {
  const path = await script(
    "forbidden",
    `import { loadModel } from "lanky";
    try { await loadModel(); } catch (error) { console.log(error.message); }`,
  );
  const { status, stdout, stderr } = run({ ...deno, args: ["run", "--no-prompt"] }, [path]);
  assert.is(status, 0, stderr);
  assert.match(stdout, /read/);
});

test.run();
