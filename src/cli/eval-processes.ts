// The processes in which `lanky eval` has conversations answered: each loads the model for itself and computes on its own
// thread, which for a small model is faster than sharing its layers among threads. First one alone answers a few
// conversations against the clock; then all take what is left, in turn.

import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Answer, answerCommand, type Question } from "./eval-answer.js";

const script = fileURLToPath(new URL("../../bin/lanky.js", import.meta.url));

/** Conversations that a process has at a time, so that it need not wait for the next one. */
const ahead = 2;
/** Turns to be timed. */
const timedTurns = 24;

export interface Answering {
  /** MODEL as the command line has it; undefined is the embedded model. */
  readonly model: string | undefined;
  /** Options for the processes, such as --weights. */
  readonly args: readonly string[];
  readonly processes: number;
  /** Generate every answer, also those that could be proven. */
  readonly generateAll: boolean;
  readonly signal: AbortSignal;
  /** `timed` answers were generated with no other process at work. */
  readonly onAnswer: (index: number, answers: readonly Answer[], timed: boolean) => void;
}

/**
 * Has all conversations answered, or as many as there are until the signal aborts.
 * @throws Error with what a process said that failed
 */
export async function answerAll(questions: readonly Question["turns"][], answering: Answering): Promise<void> {
  const { signal, onAnswer, generateAll } = answering;
  const running: Answerer[] = [];
  let next = 0;
  const work = async (answerer: Answerer, timed: boolean, enough: () => boolean): Promise<void> => {
    while (next < questions.length && !enough()) {
      const index = next++;
      onAnswer(index, await answerer.ask({ turns: questions[index]!, generate: timed || generateAll }), timed);
    }
  };
  const start = (): Answerer => {
    const answerer = startAnswerer(answering);
    running.push(answerer);
    return answerer;
  };
  const stop = () => {
    for (const answerer of running) answerer.stop();
  };
  signal.addEventListener("abort", stop);
  try {
    const first = start();
    let turns = 0;
    await work(first, true, () => {
      const enough = turns >= timedTurns;
      turns += questions[next]?.length ?? 0;
      return enough;
    });
    const left = Math.min(answering.processes, Math.ceil((questions.length - next) / ahead));
    while (running.length < left) start();
    const loops = running.flatMap((answerer) => Array.from({ length: ahead }, () => answerer));
    await Promise.all(loops.map((answerer) => work(answerer, false, () => false)));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}

interface Answerer {
  /** @throws Error with what the process said, if it fails */
  ask(question: Question): Promise<readonly Answer[]>;
  /** Ends the process at once. */
  stop(): void;
}

interface Pending {
  resolve(answers: readonly Answer[]): void;
  reject(error: Error): void;
}

function startAnswerer({ model, args }: Answering): Answerer {
  // A process group of its own: Ctrl-C on the terminal is for `lanky eval`, which ends the others. Should it be killed
  // itself, their input ends, and so do they.
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...process.execArgv,
      script,
      answerCommand,
      "--threads",
      "0",
      ...args,
      "--",
      ...(model === undefined ? [] : [model]),
    ],
    { stdio: ["pipe", "pipe", "pipe"], detached: true, windowsHide: true },
  );
  const waiting: Pending[] = [];
  let failure: Error | undefined;
  let stderr = "";
  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  createInterface({ input: child.stdout! }).on("line", (line) => {
    waiting.shift()?.resolve(JSON.parse(line) as Answer[]);
  });
  child.stdin!.on("error", () => {}); // it has ended: "close" says why
  child.once("error", fail);
  child.once("close", (code, killed) => {
    const said = stderr
      .trim()
      .split("\n")
      .at(-1)
      ?.replace(/^lanky: /, "");
    fail(new Error(said || `the process that answers ended with ${killed ?? code}`));
  });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        waiting.push({ resolve, reject });
        child.stdin!.write(`${JSON.stringify(question)}\n`);
      }),
    stop: () => {
      child.kill("SIGKILL");
    },
  };
}
