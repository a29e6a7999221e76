// What the page says of itself: how loading goes, what went wrong, and all of that to screen readers too.

const $ = (id) => document.getElementById(id);

/** Milliseconds between what a screen reader is told of a download. */
const OFTEN = 10_000;

let toldAt = 0;

/** Tells screen readers. The same words twice are told twice, which takes a region that was empty between. */
export function say(text) {
  const region = $("status");
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

/** Shows that something is on its way. */
export function showLoading() {
  toldAt = performance.now();
  $("loading").hidden = false;
  showProgress("Loading", undefined);
  say("Loading the model");
}

/** @param {number | undefined} share of 1; undefined where nobody knows how much there is */
export function showProgress(text, share) {
  $("loading-label").textContent = text;
  if (share === undefined) $("progress").removeAttribute("value");
  else $("progress").value = share;
  if (performance.now() - toldAt < OFTEN) return;
  toldAt = performance.now();
  say(text);
}

export function hideLoading() {
  $("loading").hidden = true;
}

/** Shows what went wrong; with `again`, a button that calls it. */
export function problem(text, again) {
  const box = $("problem");
  const words = document.createElement("p");
  words.textContent = text;
  box.replaceChildren(words);
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Try again";
    button.addEventListener("click", again);
    box.append(button);
  }
  box.hidden = false;
}

export function hideProblem() {
  $("problem").hidden = true;
}
