// The file that a worker thread of Node starts with.

import { parentPort } from "node:worker_threads";
import { runWorker, type WorkerTask } from "../engine/worker.js";

parentPort!.once("message", (task: WorkerTask) => {
  runWorker(task, () => parentPort!.postMessage("ready"));
  process.exit(0);
});
