// Where models come from: an address, through the browser's cache, or a file of the user's. One is loaded at a time.

import { cachedModel, cachedModels, deleteCachedModel } from "lanky/cache";
import { loadModel } from "lanky/worker";

/** The model before is let go first if it holds more than this: two large ones may not fit. */
const LARGE = 100e6;

let model;
let loading;

/**
 * Loads a model in place of the one before, which stays if that fails.
 * @param {string | File} source
 * @param {{ sha256: string | undefined, threads: number | undefined, onProgress: (text: string, share: number | undefined) => void,
 *   onWarning: (text: string) => void }} options
 * @returns {Promise<import("lanky/worker").WorkerModel | "cancelled" | "superseded">} superseded: another one was asked for
 */
export async function load(source, { sha256, threads, onProgress, onWarning }) {
  loading?.abort();
  const controller = new AbortController();
  loading = controller;
  const { signal } = controller;
  try {
    const name = typeof source === "string" ? source.split("/").pop() : source.name;
    if (model?.bytes > LARGE) await unload();
    const file = typeof source === "string" ? await fetched(source, name) : source;
    const loaded = await loadModel(file, {
      threads,
      signal,
      onWarning,
      onProgress: ({ loaded, total }) => onProgress(`Loading ${name}`, loaded / total),
    });
    await unload();
    model = loaded;
    return model;
  } catch (error) {
    if (signal.aborted) return loading === controller ? "cancelled" : "superseded";
    throw error;
  } finally {
    if (loading === controller) loading = undefined;
  }

  function fetched(url, name) {
    const doing = { waiting: "Another tab is fetching", downloading: "Downloading", verifying: "Checking" };
    return cachedModel(url, {
      sha256,
      signal,
      onWarning,
      onProgress: ({ phase, loaded, total }) => {
        const amount = total
          ? `, ${megabytes(loaded)} of ${megabytes(total)}`
          : loaded > 0
            ? `, ${megabytes(loaded)}`
            : "";
        onProgress(`${doing[phase]} ${name}${amount}`, total ? loaded / total : undefined);
      },
    });
  }
}

/** Gives up what is being loaded. */
export function cancel() {
  loading?.abort();
}

async function unload() {
  const before = model;
  model = undefined;
  await before?.dispose();
}

/** Lists what the browser keeps, with a button to delete each. */
export async function showCached(list, onProblem) {
  const models = await cachedModels().catch(() => []);
  list.replaceChildren(
    ...models.map(({ url, name, size, loaded, complete }) => {
      const item = document.createElement("li");
      const label = document.createElement("span");
      const amount = document.createElement("span");
      amount.className = "small";
      amount.textContent = complete
        ? megabytes(loaded)
        : `${megabytes(loaded)} of ${size ? megabytes(size) : "?"} so far`;
      label.append(name, amount);
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Delete";
      button.setAttribute("aria-label", `Delete ${name}`);
      button.addEventListener("click", async () => {
        await deleteCachedModel(url).catch(onProblem);
        await showCached(list, onProblem);
      });
      item.append(label, button);
      return item;
    }),
  );
  if (models.length === 0) list.innerHTML = "<li class='small'>Nothing yet</li>";
}

export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
