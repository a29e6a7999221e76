// Names what an answer consists of while it streams by, if it begins with a call of an assistant's functions:
//
//   {"api":"set_flashlight","arguments":{"state":"on"}}      call   {"api":"set_flashlight","arguments":{"state":"on"}}
//   The flashlight is on.                                    reply  The flashlight is on.
//
// Any other text stays as it is. It is held back only as long as it may yet become such a beginning.

const opening = '{"api":';
const names = { call: "call   ", reply: "reply  " };

export interface CallLabels {
  /** What can be shown now. */
  push(text: string): string;
  /** What was still held back. */
  end(): string;
  /** True if there is a call. */
  readonly found: boolean;
}

/** Labels for one answer. */
export function createCallLabels(): CallLabels {
  let held = "";
  let place: "beginning" | "call" | "rest" = "beginning";
  let found = false;
  return {
    get found() {
      return found;
    },
    push(text) {
      if (place === "rest") return text;
      if (place === "beginning") {
        held += text;
        if (held.length < opening.length && opening.startsWith(held)) return "";
        found = held.startsWith(opening);
        place = found ? "call" : "rest";
        text = found ? names.call + held : held;
        held = "";
      }
      if (place === "call" && text.includes("\n")) {
        place = "rest";
        return text.replace("\n", `\n${names.reply}`);
      }
      return text;
    },
    end() {
      const rest = held;
      held = "";
      return rest;
    },
  };
}
