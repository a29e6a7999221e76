// Text out of tokens as they are generated. A token may end in the middle of a character (bytes of UTF-8), so bytes wait
// until their character is whole; bytes that can be no character become U+FFFD at once, as TextDecoder does it.

import { type Tokenizer, textBytes } from "./assemble-tokenizer.js";

/** Turns ids into text piece by piece; the pieces joined are what `decode` says of all ids. */
export interface TextStream {
  /** The text that is certain now; "" while a character is incomplete. Throws RangeError for an id that does not exist. */
  push(id: number): string;
  /** What was still waiting, each incomplete character as U+FFFD. The stream then starts anew. */
  end(): string;
}

export interface TextStreamOptions {
  /** Spells special tokens out instead of leaving them out. Default false. */
  readonly special?: boolean | undefined;
  /**
   * The tokens continue a text, such as a prompt: a space that begins them is a space between words and stays. By default
   * they begin one, and the space that encoding put there is taken away.
   */
  readonly continues?: boolean | undefined;
}

/** A stream for one text. */
export function createTextStream(tokenizer: Tokenizer, options: TextStreamOptions = {}): TextStream {
  const special = options.special ?? false;
  // Not fatal: invalid bytes are replaced. A byte order mark is text like any other here.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const stripsFirst = tokenizer.stripsLeadingSpace && !(options.continues ?? false);
  let atStart = stripsFirst;
  return {
    push(id) {
      let bytes = textBytes(tokenizer, id, special);
      if (atStart && bytes.length > 0 && !tokenizer.isSpecial(id)) {
        if (bytes[0] === 0x20) bytes = bytes.subarray(1);
        atStart = false;
      }
      return decoder.decode(bytes, { stream: true });
    },
    end() {
      atStart = stripsFirst;
      return decoder.decode();
    },
  };
}
