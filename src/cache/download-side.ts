// The file that a download's Web Worker starts with: one address, one answer.

import type { WorkerScope } from "../worker/protocol.js";
import { sendError } from "../worker/sent-errors.js";
import { cachedFile } from "./cached-file.js";
import type { FromDownload, ToDownload } from "./download-protocol.js";

const scope = globalThis as unknown as WorkerScope;
const controller = new AbortController();

scope.addEventListener("message", async ({ data }: MessageEvent<ToDownload>) => {
  if ("abort" in data) return controller.abort();
  const post = (message: FromDownload) => scope.postMessage(message);
  try {
    const file = await cachedFile(data.url, {
      sha256: data.sha256,
      signal: controller.signal,
      onProgress: (progress) => post({ progress }),
      onWarning: (warning) => post({ warning }),
    });
    post({ file });
  } catch (error) {
    post({ error: sendError(error) });
  }
});
