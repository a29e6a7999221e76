// The conversation on the screen. An answer that starts with a call shows the call and the reply apart, while it is written
// too.

import { parseApiCall } from "lanky/worker";

const list = document.querySelector("#messages");
const frame = document.querySelector("#conversation");

/** Whether the end is in sight; it stays so when text is added or the room for it changes, by a keyboard that comes up too. */
let atEnd = true;
frame.addEventListener("scroll", () => {
  atEnd = frame.scrollHeight - frame.scrollTop - frame.clientHeight < 80;
});
new ResizeObserver(() => scroll(atEnd)).observe(frame);

/** Appends what the user said. @returns it, to be removed */
export function showQuestion(text) {
  const item = append("mine", "You said:");
  item.append(element("p", "bubble", text));
  scroll(true);
  return item;
}

/** Appends a line of the page's own. @returns it, to be removed */
export function showNote(text) {
  const item = append("said", "Note:");
  item.append(element("p", "note", text));
  scroll(atEnd);
  return item;
}

/**
 * Appends an answer in the making. `update` may be called for every token: the screen follows once a frame. `finish` also
 * shows a line of figures.
 */
export function showAnswer() {
  const item = append("theirs writing", "Answer:");
  let text = "";
  let scheduled = 0;
  const draw = () => {
    scheduled = 0;
    item.replaceChildren(item.firstChild, ...partsOf(text));
    scroll(atEnd);
  };
  return {
    update(now) {
      text = now;
      scheduled ||= requestAnimationFrame(draw);
    },
    finish(now, figures) {
      cancelAnimationFrame(scheduled);
      text = now;
      draw();
      item.classList.remove("writing");
      item.append(element("p", "measure", figures));
      scroll(atEnd);
    },
    remove() {
      cancelAnimationFrame(scheduled);
      item.remove();
    },
  };
}

export function clearMessages() {
  list.replaceChildren();
  scroll(true);
}

/** What a screen reader is told of an answer. */
export function spoken(text) {
  const { api, arguments: given, reply } = parseApiCall(text);
  if (api === undefined) return text;
  const values = Object.entries(given).map(([name, value]) => `${name} ${value}`);
  return `Call ${api}${values.length > 0 ? `, ${values.join(", ")}` : ""}. ${reply}`;
}

function partsOf(text) {
  const { api, arguments: given, reply } = parseApiCall(text);
  if (api !== undefined) return [callCard(api, given), ...(reply === "" ? [] : [element("p", "bubble", reply)])];
  if (!text.startsWith('{"api"')) return [element("p", "bubble", text)];
  return [element("p", "call", text)]; // not whole yet
}

function callCard(api, given) {
  const card = element("div", "call");
  card.append(element("span", "kind", "call"), element("span", "name", api));
  const entries = Object.entries(given);
  if (entries.length === 0) return card;
  const pairs = document.createElement("dl");
  for (const [name, value] of entries) pairs.append(element("dt", "", name), element("dd", "", String(value)));
  card.append(pairs);
  return card;
}

function append(kind, label) {
  const item = element("li", kind);
  item.append(element("span", "hidden", label));
  list.append(item);
  return item;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function scroll(wanted) {
  if (!wanted) return;
  frame.scrollTop = frame.scrollHeight;
  atEnd = true;
}
