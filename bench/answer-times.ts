// When the first answer of `npm start` came, from what stood on stdout by when:
//
//   > wake me up at 6:45 tomorrow                                                asked
//   call   {"api":"set_alarm","arguments":{"time":"06:45","day":"tomorrow"}}     call
//   reply  Sure! Your alarm is set to 6:45 AM tomorrow.                          answer
//
// Each when its line feed is there; of a call nothing is shown before. npm writes lines that begin with ">", too, but no call
// stands below those.

/** Text as it came in at once, and when. */
export interface Piece {
  readonly ms: number;
  readonly text: string;
}

/** Milliseconds since the start of the command. */
export interface AnswerTimes {
  /** The request is on the screen. */
  readonly asked_ms: number;
  /** The call is, the first line of the answer. */
  readonly call_ms: number;
  /** The reply is: the answer is whole. */
  readonly answer_ms: number;
}

/** @throws Error where no answer of a call and a reply is found */
export function answerTimes(pieces: readonly Piece[]): AnswerTimes {
  const text = pieces.map((piece) => piece.text).join("");
  const found = /^> .*\n(call {3}(.*)\n)(reply {2}.+\n)/m.exec(text);
  if (found === null) throw new Error(`no answer of a call and a reply in ${JSON.stringify(text)}`);
  const [all, callLine, call, replyLine] = found as unknown as [string, string, string, string];
  JSON.parse(call);
  const end = found.index + all.length;
  const reply = end - replyLine.length;
  /** When so many letters were there. */
  const at = (letters: number) => {
    let length = 0;
    return pieces.find((piece) => {
      length += piece.text.length;
      return length >= letters;
    })!.ms;
  };
  return { asked_ms: at(reply - callLine.length), call_ms: at(reply), answer_ms: at(end) };
}
