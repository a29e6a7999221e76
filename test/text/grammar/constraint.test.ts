// Tokens held to a grammar: with every kind of vocabulary, exactly the tokens that may come next are let through, and what
// is drawn is distributed as if all others had been ruled out from the start.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { GgufVocabulary } from "../../../src/checkpoint.js";
import { assembleTokenizer } from "../../../src/text/assemble-tokenizer.js";
import { createTextStream } from "../../../src/text/detokenizer.js";
import { type Constraint, createConstraint } from "../../../src/text/grammar/constraint.js";
import { createRandom } from "../../../src/text/random.js";
import { createSampler } from "../../../src/text/sampler.js";
import { createTokenizer, type Tokenizer } from "../../../src/text/tokenizer.js";
import { fixtures, ggufVocabulary, llama2cVocabulary, sentencePieceVocabulary } from "../vocabularies.js";
import { accepts, automatonOf, stateAfter } from "./accepting.js";

const test = suite("constraint");

const gguf = async (name: string) =>
  createTokenizer(await ggufVocabulary(new URL(`gguf/vocabulary-${name}.gguf`, fixtures)), name);
const tokenizers: readonly (readonly [string, Tokenizer])[] = [
  ["SentencePiece in GGUF", await gguf("spm")],
  ["gpt-2 in GGUF", await gguf("gpt-2")],
  ["smollm in GGUF", await gguf("smollm")],
  [
    "tokenizer.model",
    createTokenizer(await sentencePieceVocabulary(new URL("tokenizers/spm.model", fixtures)), "spm.model"),
  ],
  ["tokenizer.bin", createTokenizer(await llama2cVocabulary(new URL("llama2c/tokenizer.bin", fixtures), 419), "bin")],
];

const grammars = [
  'root ::= "{\\"api\\":\\"" [a-z_]{1,12} "\\"}" "\\n" [^\\n]+',
  "root ::= [^\\x00-\\x1f]{0,20}",
  'root ::= ("é" | "日本" | "🙂")+ " the end"?',
  'root ::= "(" root ")" | [0-9]+ | ""',
];

/** All that a constraint allows next. */
const allowed = (constraint: Constraint, { vocabSize }: Tokenizer): number[] =>
  Array.from({ length: vocabSize }, (_, id) => id).filter((id) => constraint.allows(id));

/** All that it ever chooses: those whose logits it does not rule out, seen through the mask. */
function masked(constraint: Constraint, tokenizer: Tokenizer): number[] {
  const found: number[] = [];
  const beyond = tokenizer.vocabSize; // never allowed, so draws go on until a mask is made
  constraint.choose(new Float32Array(beyond + 2), (logits) => {
    if (logits[beyond + 1] === 0) return beyond;
    logits.forEach((logit, id) => {
      if (logit === 0) found.push(id);
    });
    return found[0] ?? 0;
  });
  return found;
}

/** A vocabulary of whole pieces, and of single bytes, after a start and an end: ids 3 and up. */
function madeUp(pieces: readonly string[], bytes: readonly number[] = []): Tokenizer {
  const spelled = [
    ...bytes.map((byte) => Uint8Array.of(byte)),
    ...pieces.map((piece) => new TextEncoder().encode(piece)),
  ];
  const names = [...bytes.map((byte) => `<0x${byte.toString(16).toUpperCase()}>`), ...pieces];
  return assembleTokenizer({
    pieces: ["<unk>", "<s>", "</s>", ...names],
    specialIds: new Set([0, 1, 2]),
    tokens: [],
    encodeText: () => {},
    bytes: (id) => spelled[id - 3]!,
    before: [],
    after: [],
    bosId: 1,
    eosIds: [2],
    stripsLeadingSpace: false,
  });
}

for (const [name, tokenizer] of tokenizers) {
  test(`${name}: the mask holds the tokens that checking one by one lets through`, () => {
    const random = createRandom(7);
    for (const grammar of grammars) {
      const automaton = automatonOf(grammar);
      for (let run = 0; run < 5; run++) {
        const constraint = createConstraint({ grammar }, tokenizer);
        let text = "";
        const spelled: number[] = [];
        for (let step = 0; step < 12 && !constraint.complete; step++) {
          const ids = allowed(constraint, tokenizer);
          assert.equal(masked(constraint, tokenizer), ids, `after ${JSON.stringify(text)} in ${grammar}`);
          assert.ok(ids.length > 0, `${grammar} goes on after ${JSON.stringify(text)}`);
          for (const id of tokenizer.eosIds) assert.is(ids.includes(id), constraint.accepts);
          assert.is(constraint.accepts, automaton.accepts(reach(automaton, spelled)), "it ends where the grammar does");
          const id = ids[random.uint32() % ids.length]!;
          constraint.accept(id);
          if (tokenizer.eosIds.includes(id)) break;
          spelled.push(...tokenizer.bytes(id));
          assert.not.equal(reach(automaton, spelled), 0, "its bytes are a beginning");
          text = new TextDecoder().decode(Uint8Array.from(spelled));
        }
      }
    }
  });

  test(`${name}: a text of the grammar can be written however it is cut into tokens`, () => {
    let written = 0;
    for (const [grammar, text] of [
      [grammars[0]!, '{"api":"set_light"}\nHello world, it is 12:30.'],
      [grammars[1]!, "the e\u0301 日本 🙂 \u007f"],
      [grammars[2]!, "é日本🙂🙂 the end"],
      [grammars[3]!, "((123))"],
    ] as const) {
      const ids = tokenizer.encode(text);
      // A vocabulary that lacks a byte leaves it out, and with it what makes the text one of the grammar.
      if (tokenizer.decode(ids) !== text) continue;
      const constraint = createConstraint({ grammar }, tokenizer, false);
      for (const id of ids) constraint.accept(id);
      assert.ok(constraint.accepts, text);
      written++;
    }
    assert.ok(written >= 2, `${written} of 4 texts can be spelled`);
  });
}

test("special tokens and ids beyond the vocabulary never come, the end only where the grammar ends", () => {
  const tokenizer = madeUp(["a", "b", "ab"]);
  const constraint = createConstraint({ grammar: 'root ::= "ab" "b"?' }, tokenizer);
  assert.equal(allowed(constraint, tokenizer), [3, 5]);
  for (const id of [0, 1, 2, 6, 99]) assert.not.ok(constraint.allows(id), `${id}`);
  assert.throws(() => constraint.accept(2), /does not allow token 2/);
  constraint.accept(5);
  assert.ok(constraint.accepts && !constraint.complete);
  assert.equal(allowed(constraint, tokenizer), [2, 4]);
  constraint.accept(4);
  assert.ok(constraint.complete);
  assert.equal(masked(constraint, tokenizer), [2], "nothing but the end is left");
});

test("a space before the first token counts exactly if it is shown", () => {
  const tokenizer = createTokenizer(spacedVocabulary, "with a space before a text");
  const spell = (ids: readonly number[], continues: boolean) => {
    const stream = createTextStream(tokenizer, { continues });
    return ids.map((id) => stream.push(id)).join("") + stream.end();
  };
  for (const grammar of ['root ::= "a"+', 'root ::= " "? "a"', 'root ::= " " "a" " a"?', 'root ::= "  a"']) {
    for (const continues of [false, true]) {
      const automaton = automatonOf(grammar);
      const grow = (ids: readonly number[]): void => {
        const constraint = createConstraint({ grammar }, tokenizer, continues);
        for (const id of ids) constraint.accept(id);
        for (let id = 3; id < tokenizer.vocabSize; id++) {
          const text = spell([...ids, id], continues);
          const alive = stateAfter(automaton, text) !== 0;
          assert.is(constraint.allows(id), alive, `${JSON.stringify(text)} in ${grammar}, continues ${continues}`);
          if (alive && ids.length < 3) grow([...ids, id]);
        }
        if (ids.length === 0) return;
        assert.is(constraint.accepts, accepts(automaton, spell(ids, continues)));
        compared++;
      };
      let compared = 0;
      grow([]);
      assert.ok(compared > 0, `${compared} texts compared`);
    }
  }
});
const spacedVocabulary: GgufVocabulary = {
  kind: "gguf",
  model: "llama",
  pre: "default",
  tokens: ["<unk>", "<s>", "</s>", "a", "\u2581", "\u2581a", "\u2581\u2581"],
  scores: new Float32Array(7),
  tokenTypes: Int32Array.of(2, 3, 3, 1, 1, 1, 1),
  merges: undefined,
  bosId: 1,
  eosId: 2,
  eotId: undefined,
  unknownId: 0,
  addBos: true,
  addEos: false,
  addSpacePrefix: true,
};

test("what a vocabulary cannot spell is avoided where there is another way, and told where there is none", () => {
  const tokenizer = madeUp(["a", "é", "b", "aé", "b日"]);
  const constraint = createConstraint({ grammar: "root ::= [^x]+" }, tokenizer);
  assert.equal(
    allowed(constraint, tokenizer).map((id) => tokenizer.piece(id)),
    ["a", "é", "b", "aé"],
  );
  assert.throws(
    () => createConstraint({ grammar: 'root ::= "a" ("日" | "本x")' }, tokenizer),
    /the rule root cannot be spelled with the model's vocabulary: it has no tokens for .*"日"/,
  );
  assert.throws(() => createConstraint({ schema: { const: 5 } }, tokenizer), /schema: # cannot be spelled .* "5"/);
  assert.throws(() => createConstraint({ grammar: "root ::= [0-9]" }, tokenizer), /any character of a class/);
});

test("no token ends within a character that there are no tokens to complete", () => {
  // é is C3 A9, è C3 A8, ê C3 AA: the vocabulary has é whole, the first byte of all, and the last byte of è.
  const tokenizer = madeUp(["a", "é"], [0xc3, 0xa8]);
  const pieces = (constraint: Constraint) => allowed(constraint, tokenizer).map((id) => tokenizer.piece(id));
  const either = createConstraint({ grammar: "root ::= [éèê]" }, tokenizer);
  assert.equal(pieces(either), ["<0xC3>", "é"]);
  either.accept(3);
  assert.equal(pieces(either), ["<0xA8>"]);
  assert.equal(pieces(createConstraint({ grammar: "root ::= [éê]" }, tokenizer)), ["é"]);
});

test("a character may be spelled by several tokens", () => {
  const tokenizer = madeUp(["a"], [...new TextEncoder().encode("🙂")]);
  const constraint = createConstraint({ grammar: "root ::= [🙂a]" }, tokenizer);
  for (const id of [3, 4, 5, 6]) {
    assert.not.ok(constraint.accepts);
    constraint.accept(id);
  }
  assert.ok(constraint.complete);
});

for (const [width, grammar, ids] of [
  ["few bytes may come", 'root ::= ("ab" | "a")*', [2, 3, 5]],
  ["many bytes may come", "root ::= [^b]*", [2, 3, 6]],
] as const) {
  test(`drawing first and masking only if need be gives the masked distribution: ${width}`, () => {
    const tokenizer = madeUp(["a", "b", "ab", "c", "bb", "cb"]);
    const logits = Float32Array.of(3, 2, 1, 0.5, 2, 0.2, -0.5, 1.5, 1);
    const weights = ids.map((id) => Math.exp(logits[id]! / 1.5));
    const sum = weights.reduce((a, b) => a + b);
    const sampler = createSampler({ temperature: 1.5, seed: 5 });
    const counts = new Map<number, number>();
    const times = 30000;
    const constraint = createConstraint({ grammar }, tokenizer);
    let draws = 0;
    for (let i = 0; i < times; i++) {
      const id = constraint.choose(logits, (values) => {
        draws++;
        return sampler.sample(values);
      });
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    assert.ok(draws > 1.5 * times, `${draws} draws: most first ones do not fit`);
    assert.equal([...counts.keys()].sort(), ids);
    const distance = ids.reduce((total, id, i) => {
      const expected = (times * weights[i]!) / sum;
      return total + ((counts.get(id) ?? 0) - expected) ** 2 / expected;
    }, 0);
    assert.ok(distance < 13.8, `chi-square ${distance}; 2 degrees of freedom stay below 13.8 in 99.9 %`);
  });
}

test("greedy takes the likeliest of what may come", () => {
  const tokenizer = madeUp(["a", "b", "ab", "c"]);
  const sampler = createSampler();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 7, maxLength: 7 }), (values) => {
      const logits = Float32Array.from(values);
      for (const [grammar, ids] of [
        ['root ::= "a" | "abb" | "c"', [3, 5, 6]],
        ["root ::= [^b]+", [3, 6]],
      ] as const) {
        const best = ids.reduce((a: number, b) => (logits[b]! > logits[a]! ? b : a), ids[0]);
        const chosen = createConstraint({ grammar }, tokenizer).choose(logits, (all) => sampler.sample(all));
        assert.is(chosen, best, grammar);
      }
    }),
  );
});

test("a bias may rule out all that the grammar allows; that is told", () => {
  const tokenizer = madeUp(["a", "b"]);
  const sampler = createSampler({ logitBias: { 3: Number.NEGATIVE_INFINITY } });
  const constraint = createConstraint({ grammar: 'root ::= "a"' }, tokenizer);
  assert.throws(
    () => constraint.choose(new Float32Array(5), (logits) => sampler.sample(logits)),
    /every token is ruled out/,
  );
});

test("a text that needs more states than are kept is written all the same", () => {
  const tokenizer = madeUp(["a", "b", "c", "[", "]"]);
  // Nested brackets, each with a count of its own: hardly a state comes twice.
  const constraint = createConstraint({ grammar: 'root ::= "[" [abc]{0,3000} (root [abc]{0,3000})? "]"' }, tokenizer);
  const random = createRandom(3);
  let open = 0;
  for (let i = 0; i < 30000; i++) {
    const piece = open > 0 && open < 40 && random.uint32() % 700 === 0 ? "[" : "abc"[random.uint32() % 3]!;
    const id = "abc[".indexOf(i === 0 ? "[" : piece) + 3;
    if (!constraint.allows(id)) continue;
    constraint.accept(id);
    if (i === 0 || piece === "[") open++;
  }
  for (; open > 0; open--) constraint.accept(7);
  assert.ok(constraint.complete);
});

test("a schema is read once, however many generations are held to it", () => {
  const tokenizer = madeUp(["0", "a"]);
  let reads = 0;
  const schema = {
    get type() {
      reads++;
      return "integer";
    },
  };
  assert.equal(allowed(createConstraint({ schema }, tokenizer), tokenizer), [3]);
  const before = reads;
  assert.equal(allowed(createConstraint({ schema }, tokenizer), tokenizer), [3]);
  assert.is(reads, before);
});

test("open rules that may end in many ways are written all the same", () => {
  const tokenizer = madeUp(["a", "b", "c"]);
  const constraint = createConstraint({ grammar: 'root ::= "a" root "b"? | "c"' }, tokenizer);
  for (const id of [...new Array(700).fill(3), 5, ...new Array(700).fill(4)]) constraint.accept(id);
  assert.ok(constraint.complete, "after as many b as a, whatever was forgotten on the way");
});

test("a mask that takes too many states is an error", () => {
  const words = [""];
  for (const word of words) if (word.length < 13) words.push(`${word}a`, `${word}b`);
  const tokenizer = madeUp(words.slice(1));
  // Each word leads to a state of its own: it remembers where there was an a, 40 times over.
  const ways = Array.from({ length: 40 }, (_, i) => `[ab]* "a" [ab]{30} "${i}"`).join(" | ");
  const spelled = madeUp([...words.slice(1), ..."0123456789"]);
  assert.throws(() => masked(createConstraint({ grammar: `root ::= ${ways}` }, spelled), spelled), /more than 32 MB/);
  const short = createConstraint({ grammar: "root ::= [ab]{30}" }, tokenizer);
  assert.is(masked(short, tokenizer).length, words.length - 1, "the vocabulary alone is not too large");
});

function reach(automaton: ReturnType<typeof automatonOf>, bytes: readonly number[]): number {
  return bytes.reduce((state, byte) => automaton.step(state, byte), automaton.start);
}

test.run();
