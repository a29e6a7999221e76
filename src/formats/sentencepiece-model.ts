// tokenizer.model: a serialised sentencepiece.ModelProto (google/sentencepiece, src/sentencepiece_model.proto), read as
// protocol buffers' wire format: a message is a row of fields, each a varint `number << 3 | wire type` and a value
// (0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes). Fields not named below are passed over.
//
//   ModelProto      1 pieces (repeated)  2 trainer_spec  3 normalizer_spec
//   SentencePiece   1 piece  2 score (f32)  3 type
//   TrainerSpec     3 model_type  35 byte_fallback  40 unk_id  41 bos_id  42 eos_id  43 pad_id
//   NormalizerSpec  1 name  2 precompiled_charsmap  3 add_dummy_prefix  4 remove_extra_whitespaces  5 escape_whitespaces

import type { SentencePiece, SentencePieceModel } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { decodeUtf8 } from "./utf8.js";

const modelTypes: Readonly<Record<number, string>> = { 1: "unigram", 2: "BPE", 3: "word", 4: "char" };
const bpe = 2;

/**
 * Parses a tokenizer.model.
 * @param file for messages
 * @throws CheckpointError for damaged bytes, an empty vocabulary, and models that are not BPE
 */
export function parseSentencePieceModel(bytes: Uint8Array, file: string): SentencePieceModel {
  const pieces: SentencePiece[] = [];
  let trainer: Uint8Array = new Uint8Array(0);
  let normalizer: Uint8Array = new Uint8Array(0);
  eachField(bytes, file, (number, value) => {
    if (number === 1) pieces.push(parsePiece(asBytes(value, file), file, pieces.length));
    else if (number === 2) trainer = asBytes(value, file);
    else if (number === 3) normalizer = asBytes(value, file);
  });
  if (pieces.length === 0) throw new CheckpointError(file, "holds no pieces; it is no SentencePiece model, or damaged");

  let modelType = 1;
  let byteFallback = false;
  const ids = { unknownId: 0, bosId: 1, eosId: 2, padId: -1 };
  eachField(trainer, file, (number, value) => {
    if (number === 3) modelType = asNumber(value, file);
    else if (number === 35) byteFallback = asNumber(value, file) !== 0;
    else if (number === 40) ids.unknownId = asNumber(value, file);
    else if (number === 41) ids.bosId = asNumber(value, file);
    else if (number === 42) ids.eosId = asNumber(value, file);
    else if (number === 43) ids.padId = asNumber(value, file);
  });
  if (modelType !== bpe) {
    throw new CheckpointError(
      file,
      `is a SentencePiece model of type ${modelTypes[modelType] ?? modelType}; only BPE models are supported`,
    );
  }
  for (const [name, id] of Object.entries(ids)) {
    if (id < -1 || id >= pieces.length) {
      throw new CheckpointError(
        file,
        `${name} is ${id}, expected -1 or one of ${pieces.length} pieces; the file is damaged`,
      );
    }
  }

  let normalizerName = "";
  let hasCharsMap = false;
  let addDummyPrefix = true;
  let removeExtraWhitespaces = true;
  let escapeWhitespaces = true;
  eachField(normalizer, file, (number, value) => {
    if (number === 1) normalizerName = text(asBytes(value, file), file, "the normaliser's name");
    else if (number === 2) hasCharsMap = asBytes(value, file).length > 0;
    else if (number === 3) addDummyPrefix = asNumber(value, file) !== 0;
    else if (number === 4) removeExtraWhitespaces = asNumber(value, file) !== 0;
    else if (number === 5) escapeWhitespaces = asNumber(value, file) !== 0;
  });
  return {
    pieces,
    byteFallback,
    addDummyPrefix,
    removeExtraWhitespaces,
    escapeWhitespaces,
    normalizerName,
    hasCharsMap,
    ...ids,
  };
}

function parsePiece(bytes: Uint8Array, file: string, index: number): SentencePiece {
  let piece = "";
  let score = 0;
  let type = 1;
  eachField(bytes, file, (number, value) => {
    if (number === 1) piece = text(asBytes(value, file), file, `piece ${index}`);
    else if (number === 2) score = asFloat(value, file);
    else if (number === 3) type = asNumber(value, file);
  });
  if (type < 1 || type > 6) {
    throw new CheckpointError(file, `piece ${index} has type ${type}, expected 1 to 6; the file is damaged`);
  }
  return { piece, score, type };
}

/** A varint comes as a number (of its low 32 bits, signed), anything else as its bytes. */
type FieldValue = number | Uint8Array;

function eachField(bytes: Uint8Array, file: string, visit: (number: number, value: FieldValue) => void): void {
  let at = 0;
  const varint = (): number => {
    let low = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw cut(file);
      if (shift < 32) low |= (byte & 127) << shift;
      if (byte < 128) return low;
    }
    throw new CheckpointError(file, "holds a number longer than ten bytes; it is no SentencePiece model, or damaged");
  };
  const slice = (length: number): Uint8Array => {
    if (length < 0 || length > bytes.length - at) throw cut(file);
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = varint() >>> 0;
    const wireType = tag & 7;
    if (wireType === 0) visit(tag >>> 3, varint());
    else if (wireType === 1) visit(tag >>> 3, slice(8));
    else if (wireType === 2) visit(tag >>> 3, slice(varint()));
    else if (wireType === 5) visit(tag >>> 3, slice(4));
    else throw new CheckpointError(file, `holds wire type ${wireType}; it is no SentencePiece model, or damaged`);
  }
}

function cut(file: string): CheckpointError {
  return new CheckpointError(file, "ends in the middle of a field; it is truncated or no SentencePiece model");
}

function asNumber(value: FieldValue, file: string): number {
  if (typeof value === "number") return value;
  throw new CheckpointError(file, "holds bytes where a number is expected; it is no SentencePiece model, or damaged");
}

function asBytes(value: FieldValue, file: string): Uint8Array {
  if (typeof value !== "number") return value;
  throw new CheckpointError(file, "holds a number where bytes are expected; it is no SentencePiece model, or damaged");
}

function asFloat(value: FieldValue, file: string): number {
  const bytes = asBytes(value, file);
  if (bytes.length !== 4) throw new CheckpointError(file, "holds a score that is no f32; the file is damaged");
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true);
}

function text(bytes: Uint8Array, file: string, what: string): string {
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined) throw new CheckpointError(file, `${what} is no UTF-8; the file is damaged`);
  return decoded;
}
