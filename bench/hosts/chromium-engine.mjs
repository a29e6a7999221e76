// lanky in a Web Worker of Chromium: a question a message. The page beside it (chromium.ts) only passes them on.

import { loadModel } from "lanky";
import { createEngine } from "./engine.mjs";

const run = createEngine(loadModel);

addEventListener("message", async ({ data: { op, ...args } }) => {
  try {
    postMessage({ result: await run(op, args) });
  } catch (error) {
    postMessage({ error: error.stack ?? String(error) });
  }
});
postMessage("ready");
