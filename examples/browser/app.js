// The page: settings, the conversation, and the numbers beside it. The engine is in a Web Worker (lanky/worker), so nothing
// here waits for it but the text.

import { apiAnswerGrammar } from "lanky/worker";
import { clearMessages, showAnswer, showNote, showQuestion, spoken } from "./messages.js";
import { cancel, load, megabytes, showCached } from "./models.js";
import { hideLoading, hideProblem, problem, say, showLoading, showProgress } from "./notices.js";

const $ = (id) => document.getElementById(id);

/** Tokens of an answer at most. */
const maxTokens = 512;

let model;
let session;
/** The conversation as the model's chat template takes it, as far as it fits into the context. */
let turns = [];
/** Whether it has been said that the context is full. */
let fullSaid = false;
let generating;
/** What was loaded last, to load it again with other threads. */
let source = $("model").value;
/** The last one that is none of the list's. */
let other;
/** A message that waits for the first model. */
let early;

fillThreads();

$("model").addEventListener("change", ({ target }) => use(target.value || other));
$("threads").addEventListener("change", () => use(source));
$("url-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const url = $("url").value.trim();
  if (url !== "") use(url);
});
$("file").addEventListener("change", ({ target }) => {
  const [file] = target.files;
  target.value = ""; // so that the same one can be taken again
  if (file) use(file);
});
$("cancel").addEventListener("click", cancel);
$("new").addEventListener("click", () => {
  hideProblem();
  restart();
  $("prompt").focus();
});
$("stop").addEventListener("click", () => generating?.abort());
$("settings-button").addEventListener("click", () => openSettings(!$("settings").classList.contains("open")));

$("suggestions").addEventListener("click", ({ target }) => {
  if (target instanceof HTMLButtonElement) ask(target.textContent);
});
$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  ask($("prompt").value);
});
$("prompt").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  ask($("prompt").value);
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  if (generating) generating.abort();
  else if ($("settings").classList.contains("open")) {
    openSettings(false);
    $("settings-button").focus();
  }
});

// A file may be dropped anywhere; text goes where it is dropped.
const hasFiles = ({ dataTransfer }) => dataTransfer.types.includes("Files");
document.addEventListener("dragover", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  $("drop").hidden = false;
});
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (relatedTarget === null) $("drop").hidden = true;
});
document.addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  $("drop").hidden = true;
  const [file] = event.dataTransfer.files;
  if (file) use(file);
});

// Last, so that the controls work while the first model is still loading.
await use(source);

/** Loads a model and starts a conversation with it. */
async function use(wanted) {
  generating?.abort();
  hideProblem();
  showLoading();
  const again = () => use(wanted);
  const threads = $("threads").value === "" ? undefined : Number($("threads").value);
  let outcome;
  try {
    const sha256 = [...$("model").options].find(({ value }) => value === wanted)?.dataset.sha256;
    outcome = await load(wanted, { sha256, threads, onProgress: showProgress, onWarning: (text) => problem(text) });
    if (outcome === "cancelled") problem("Cancelled. What has been downloaded is kept.", again);
    else if (outcome !== "superseded") {
      model = outcome;
      source = wanted;
      session = model.createSession();
      restart();
      showModel();
      openSettings(false);
      say(`${nameOf(model)} is ready`);
    }
  } catch (error) {
    problem(error.message, again);
  }
  if (outcome === "superseded") return; // the other one says how it goes
  hideLoading();
  if (model?.bytes === 0) forgetModel(); // it had to make room
  if (session) showChoice();
  $("send").disabled = !session;
  if (session && early !== undefined) ask(early);
  early = undefined;
  await showCached($("cached"), (error) => problem(error.message));
}

/** The list of models shows what is loaded, be it of the list or not. */
function showChoice() {
  const listed = [...$("model").options].some(({ value }) => value !== "" && value === source);
  if (!listed) {
    other = source;
    $("other").textContent = nameOf(model);
    $("other").hidden = false;
  }
  $("model").value = listed ? source : "";
}

function forgetModel() {
  model = undefined;
  session = undefined;
  $("model-name").textContent = "No model";
  $("new").disabled = true;
}

/** Sends a message and shows the answer as it is made. */
async function ask(text) {
  const content = text.trim();
  if (content === "" || generating) return;
  if (!session) {
    $("prompt").value = content;
    if ($("loading").hidden) return;
    early = content;
    say("The model is on its way; the message is sent when it is there");
    return;
  }
  const used = session;
  hideProblem();
  openSettings(false);
  $("welcome").hidden = true;
  $("prompt").value = "";
  generating = new AbortController();
  const { signal } = generating;
  busy(true);
  const shown = [showQuestion(content)];
  let generation;
  try {
    const chats = model.chatTemplate !== undefined;
    const { messages, full } = chats ? await fitTurns(content) : await fitText(used, content);
    let said = "";
    if (full && !fullSaid) {
      const what = chats ? "the oldest messages" : "what is above";
      said = `The context of ${model.contextLength} tokens is full: the model has forgotten ${what}.`;
      shown.push(showNote(said));
    }
    const answer = showAnswer();
    shown.push(answer);
    const options = {
      maxTokens,
      temperature: Number($("temperature").value) || 0,
      signal,
      ...($("constrained").checked && chats ? { grammar: apiAnswerGrammar() } : {}),
    };
    generation = chats ? used.chat(messages, options) : used.generate(content, options);
    for await (const _ of generation) {
      answer.update(generation.text);
      showSpeed(generation);
    }
    if (session === used) {
      if (chats) turns = [...messages, { role: "assistant", content: generation.text }];
      fullSaid ||= full;
    }
    answer.finish(generation.text || "(nothing)", figures(generation));
    say(`${said} ${generation.finishReason === "abort" ? "Stopped" : spoken(generation.text)}`.trim());
  } catch (error) {
    for (const part of shown) part.remove();
    $("welcome").hidden = $("messages").childElementCount > 0;
    if (signal.aborted) return; // another model came between
    problem(error.message);
    $("prompt").value ||= content; // to be changed, or sent again
  } finally {
    if (generation) showSpeed(generation);
    if (model) {
      $("context").textContent = `${session.length} of ${model.contextLength} tokens`;
      $("memory").textContent = megabytes(model.bytes);
    }
    generating = undefined;
    busy(false);
  }
}

/** The conversation with one more message, without its oldest turns where the context is full. */
async function fitTurns(content) {
  const all = [...turns, { role: "user", content }];
  const messages = await model.latestTurns(all, maxTokens);
  return { messages, full: messages.length < all.length };
}

/** What a model without a chat template goes on with is one text; where no more of it fits, another begins. */
async function fitText(used, content) {
  const { length } = await model.tokenizer.encode(content);
  const full = used.length > 0 && used.length + length + (model.contextLength >> 2) > model.contextLength;
  if (full) await used.reset();
  return { messages: [], full };
}

/** Forgets the conversation. */
function restart() {
  generating?.abort();
  turns = [];
  fullSaid = false;
  clearMessages();
  $("welcome").hidden = false;
  session?.reset().catch(() => {});
  if (model) $("context").textContent = `0 of ${model.contextLength} tokens`;
}

function busy(now) {
  const focused = document.activeElement;
  $("send").hidden = now;
  $("stop").hidden = !now;
  $("new").disabled = now;
  $("conversation").setAttribute("aria-busy", String(now));
  // Who was on a control that is hidden now goes on beside it.
  if (focused !== document.body && focused.checkVisibility()) return;
  if (now) $("stop").focus();
  else if (matchMedia("(any-pointer: coarse)").matches)
    $("send").focus(); // at the prompt a keyboard would come up
  else $("prompt").focus({ preventScroll: true });
}

function showModel() {
  $("model-name").textContent = nameOf(model);
  $("new").disabled = false;
  $("memory").textContent = megabytes(model.bytes);
  $("threads-used").textContent = model.threads === 0 ? "1, the engine's worker" : String(model.threads);
  for (const id of ["speed", "first"]) $(id).textContent = "–";
  const calls = model.chatTemplate !== undefined && nameOf(model).startsWith("lanky-api");
  const does = calls ? "turns it into a call and a reply" : model.chatTemplate ? "answers" : "goes on with it";
  $("invitation").textContent = calls
    ? "Say what you want done"
    : model.chatTemplate
      ? "Say something"
      : "Begin a text";
  $("about").textContent =
    `A model of ${(model.parameters.stored / 1e6).toFixed(1)} million parameters ${does}. It runs in this page, on your own ` +
    "processor; nothing you type leaves it.";
  $("suggestions").hidden = !calls;
}

function showSpeed({ timings }) {
  const { promptMs, predictedN, predictedMs } = timings;
  if (predictedN === 0) return;
  $("first").textContent = `${promptMs.toFixed(0)} ms`;
  if (predictedMs > 0) $("speed").textContent = `${rate(predictedN, predictedMs)} tokens/s`;
}

function figures({ timings, finishReason }) {
  const { promptMs, predictedN, predictedMs } = timings;
  const parts = [`${predictedN} tokens`, `first after ${promptMs.toFixed(0)} ms`];
  if (predictedMs > 0) parts.push(`${rate(predictedN, predictedMs)} tokens/s`);
  if (finishReason !== "stop")
    parts.push({ abort: "stopped", length: "cut at its longest", time: "out of time" }[finishReason]);
  return parts.join(" · ");
}

function rate(count, ms) {
  return Math.round((1000 * count) / ms);
}

/** Threads need memory that is shared, which a page must be isolated for. */
function fillThreads() {
  const select = $("threads");
  const most = crossOriginIsolated ? Math.min(navigator.hardwareConcurrency, 16) : 0;
  select.add(new Option(most > 0 ? "Automatic" : "1", ""));
  for (let count = 1; count <= most; count++) select.add(new Option(String(count), String(count)));
  select.disabled = most === 0;
  $("isolation").hidden = crossOriginIsolated;
  $("threads-note").textContent =
    most > 0
      ? "Small models are faster on one."
      : "One thread: this page is not cross-origin isolated. That takes the headers COOP and COEP, which npm run demo sends.";
}

function nameOf({ name }) {
  return name
    .split("/")
    .pop()
    .replace(/\.(gguf|bin)$/, "");
}

function openSettings(open) {
  $("settings").classList.toggle("open", open);
  $("settings-button").setAttribute("aria-expanded", String(open));
}
