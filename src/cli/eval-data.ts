// The conversations that `lanky eval api` scores, from a file of JSON lines, plain or compressed with gzip. A line is
//
//   {"user": TEXT, "call": CALL}                     one sentence and the call it asks for
//   {"turns": [[TEXT, CALL], ...]}                   a conversation
//   {"turns": [[TEXT, CALL, REPLY], ...]}            with the replies expected
//
// where CALL is {"api": NAME, "arguments": {...}}. Other fields of a line are left alone.

import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { apiFunctions, CheckpointError, parseApiCall } from "../node.js";
import { readBytes } from "./files.js";

/** A turn of the user, and what is expected of the model. */
export interface ExpectedTurn {
  readonly user: string;
  readonly api: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The call as one line of compact JSON, its fields in the order of the file. */
  readonly line: string;
  readonly reply: string | undefined;
}

export interface Conversation {
  readonly turns: readonly ExpectedTurn[];
}

export interface ConversationFile {
  readonly conversations: readonly Conversation[];
  /** What should not be in such a file but does not keep anyone from scoring it, as sentences. */
  readonly remarks: readonly string[];
}

/** What an answer has to be in a conversation where it is expected word by word: the call, a line feed, the reply. */
export function expectedAnswer({ line, reply }: ExpectedTurn): string | undefined {
  return reply === undefined ? undefined : `${line}\n${reply}`;
}

/**
 * Reads a file of conversations, the first `limit` of them.
 * @throws CheckpointError where it cannot be read, or a line is none of the above; it names the line
 */
export async function readConversations(
  path: string,
  { limit = Number.POSITIVE_INFINITY, firstTurns = false }: { readonly limit?: number; readonly firstTurns?: boolean },
): Promise<ConversationFile> {
  const conversations: Conversation[] = [];
  const odd: string[] = [];
  for (const [at, line] of (await readText(path)).split("\n").entries()) {
    if (line.trim() === "") continue;
    if (conversations.length >= limit) break;
    const turns = turnsOf(line, (problem) => new CheckpointError(path, `line ${at + 1}: ${problem}`));
    for (const turn of turns) {
      const parsed = parseApiCall(turn.line);
      if (parsed.api === undefined) odd.push(`line ${at + 1}: ${parsed.problem}`);
    }
    conversations.push({ turns: firstTurns ? turns.slice(0, 1) : turns });
  }
  if (conversations.length === 0)
    throw new CheckpointError(path, "holds no conversations; expected a line of JSON each");
  const remarks = odd.length === 0 ? [] : [`${path}: ${odd.length} expected calls do not fit the table; ${odd[0]}`];
  return { conversations, remarks };
}

async function readText(path: string): Promise<string> {
  let bytes = await readBytes(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = await promisify(gunzip)(bytes);
    } catch (error) {
      throw new CheckpointError(path, `is damaged: ${(error as Error).message}; get it anew`);
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CheckpointError(path, "is not UTF-8 text; convert it first");
  }
}

function turnsOf(line: string, failure: (problem: string) => Error): ExpectedTurn[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    throw failure(`no JSON (${(error as Error).message}); expected {"user": ..., "call": ...} or {"turns": [...]}`);
  }
  const { user, call, turns } = (parsed ?? {}) as { user?: unknown; call?: unknown; turns?: unknown };
  if (turns === undefined) return [turnOf([user, call], "", failure)];
  if (!Array.isArray(turns) || turns.length === 0) throw failure("turns: expected an array of [user, call, reply]");
  return turns.map((turn, at) => {
    if (!Array.isArray(turn)) throw failure(`turns[${at}]: expected [user, call] or [user, call, reply]`);
    return turnOf(turn, `turns[${at}], `, failure);
  });
}

function turnOf([user, call, reply]: readonly unknown[], where: string, failure: (problem: string) => Error) {
  if (typeof user !== "string") throw failure(`${where}user: ${JSON.stringify(user)}; expected a sentence`);
  const { api, arguments: given } = (call ?? {}) as { api?: unknown; arguments?: unknown };
  if (typeof api !== "string" || !Object.hasOwn(apiFunctions, api))
    throw failure(`${where}call.api: ${JSON.stringify(api)}; expected ${Object.keys(apiFunctions).join(", ")}`);
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw failure(`${where}call.arguments: ${JSON.stringify(given)}; expected an object`);
  if (reply !== undefined && reply !== null && typeof reply !== "string")
    throw failure(`${where}reply: ${JSON.stringify(reply)}; expected a sentence, or nothing`);
  const named = given as Readonly<Record<string, unknown>>;
  const line = JSON.stringify({ api, arguments: named });
  return { user, api, arguments: named, line, reply: reply ?? undefined };
}
