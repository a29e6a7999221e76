// Names what an answer consists of while it streams by, if its first line is a call of an assistant's functions:
//
//   {"api":"set_flashlight","arguments":{"state":"on"}}      call   {"api":"set_flashlight","arguments":{"state":"on"}}
//   The flashlight is on.                                    reply  The flashlight is on.
//
// Any other text stays as it is, and so does what begins as a call but is none of the table. A text is held back only as long
// as it may yet be a call: its first line, where that begins as one. The reply is shown as it is made.

import { parseApiCall } from "../node.js";

const opening = '{"api":';
const names = { call: "call   ", reply: "reply  " };

export interface CallLabels {
  /** What can be shown now. */
  push(text: string): string;
  /** What was still held back when the answer was over. */
  end(): string;
  /** What is wrong with a first line that begins as a call and is none; undefined as long as that is not known. */
  readonly problem: string | undefined;
}

/** Labels for one answer. */
export function createCallLabels(): CallLabels {
  let held: string | undefined = "";
  let problem: string | undefined;
  const release = (text: string): string => {
    held = undefined;
    if (!text.startsWith(opening)) return text;
    const call = parseApiCall(text);
    if (call.api !== undefined) return names.call + text.replace("\n", `\n${names.reply}`);
    problem = call.problem;
    return text;
  };
  return {
    get problem() {
      return problem;
    },
    push(text) {
      if (held === undefined) return text;
      held += text;
      return mayBecomeCall(held) ? "" : release(held);
    },
    end: () => release(held ?? ""),
  };
}

/** Whether it takes more text to tell if this is a call. */
function mayBecomeCall(text: string): boolean {
  return text.length < opening.length ? opening.startsWith(text) : text.startsWith(opening) && !text.includes("\n");
}
