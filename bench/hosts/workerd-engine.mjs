// lanky in workerd: a question a request. Models come from a folder that workerd itself serves; what is loaded stays for the
// requests that follow.

import { loadModel } from "lanky";
import { createEngine } from "./engine.mjs";

let models;
const run = createEngine(async (source, options) => loadModel(await models.fetch(`http://models/${source}`), options));

export default {
  async fetch(request, env) {
    models = env.MODELS;
    const { op, ...args } = await request.json();
    try {
      return Response.json({ result: await run(op, args) });
    } catch (error) {
      return Response.json({ error: error.stack ?? String(error) });
    }
  },
};
