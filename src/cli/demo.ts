// lanky demo: the embedded model answers three requests, then takes yours. What `npm start` shows.

import type { Command } from "commander";
import { converse } from "./chat.js";
import { exitCodes } from "./failure.js";
import { openLines } from "./input.js";
import { interruptible } from "./interrupt.js";
import { load } from "./load.js";
import { bytes, grouped, print, tell } from "./output.js";
import { toGenerateOptions } from "./sampling.js";
import { streamAnswer, tellTimings } from "./stream.js";

const requests = ["wake me up at 6:45 tomorrow", "turn off the kitchen light", "remind me to water the plants tonight"];

const sampling = { maxTokens: 128, temperature: 0 };

export function addDemo(program: Command): void {
  program
    .command("demo")
    .summary("the embedded model answers three requests, then yours")
    .description(
      "The embedded model turns three requests into API calls; on a terminal it then takes yours. Ctrl-C stops an answer, " +
        "Ctrl-D ends.",
    )
    .action(demo);
}

async function demo(): Promise<void> {
  const loaded = await interruptible((signal) => load(undefined, {}, signal));
  if (loaded === undefined) return;
  const { model } = loaded;
  try {
    tell(
      `The embedded model: ${grouped(model.parameters.stored)} parameters, ${model.schedule.blocks.length} layers, ` +
        `${bytes(model.memory.total)} of memory, build ${model.build}.\n`,
    );
    for (const request of requests) {
      const answer = await interruptible(async (signal) => {
        await print(`> ${request}\n`);
        const session = model.createSession();
        const generation = session.chat([{ role: "user", content: request }], toGenerateOptions(sampling, signal));
        await streamAnswer(generation);
        session.dispose();
        return generation;
      });
      if (answer !== undefined) tellTimings(answer);
      tell("");
      if (process.exitCode) return;
    }
    if (!process.stdin.isTTY) return;
    tell("Now yours (Ctrl-D ends):");
    await converse(model, openLines("> "), sampling);
    process.exitCode = exitCodes.done; // leaving by Ctrl-C is no failure here: npm would report one
  } finally {
    await model.dispose();
  }
}
