// What a page and a download's Web Worker say to each other, by structured clone.

import type { SentError } from "../worker/sent-errors.js";
import type { CacheProgress } from "./cached-file.js";

export type ToDownload = { readonly url: string; readonly sha256: string | undefined } | { readonly abort: true };

/** The last message is a file or an error. */
export type FromDownload =
  | { readonly progress: CacheProgress }
  | { readonly warning: string }
  | { readonly file: File }
  | { readonly error: SentError };
