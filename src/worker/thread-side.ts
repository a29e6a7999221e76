// The file that a worker starts with which is a thread of the engine.

import { runWorker, type WorkerTask } from "../engine/worker.js";
import type { WorkerScope } from "./protocol.js";

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("message", ({ data }: MessageEvent<WorkerTask>) => {
  runWorker(data, () => scope.postMessage("ready"));
  scope.close();
});
