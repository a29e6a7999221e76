"""Random draws from a small grammar, with a part of it held out for the test split.

A pattern is text with alternatives: `(turn|switch) (the|) lamp (on|off)`. They may be nested. An alternative that is
just `?` stands for a word invented on the spot: where the rest of a sentence says what is meant, a verb that nobody
knows must not matter.

Three things are held out, so that test sentences have phrasings and values that no training sentence had, not just
other combinations of the same ones: phrasings and alternatives (a verb, for instance) that begin with `*`, and every
ninth entry of an open vocabulary. The train split draws none of these. The test split draws no other entries, and
prefers phrasings that were held out.

A `Draw` belongs to one conversation: it fixes how this user types and is the only source of chance. Everything is in
lower case, for so the chat template hands the user's words to the model.
"""

import functools
import random
import re

TRAIN, TEST = "train", "test"
TOKEN = re.compile(r"[()|]|[^()|]+")
PREFERENCE = 0.7  # how often the test split takes a held-out phrasing where there is one
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
ACCENTED = "äöüéèáíóñçøåßžš"


class Draw:
    def __init__(self, seed, split=TRAIN):
        if split not in (TRAIN, TEST):
            raise ValueError(f"split is {split!r}, expected {TRAIN!r} or {TEST!r}")
        self.random = random.Random(f"{split}:{seed}")
        self.split = split
        self.held = 0  # held-out alternatives drawn so far
        self.dictates = self.random.random() < 0.35  # speaks: no punctuation
        self.typos = self.random.choices((0, 0.04, 0.14), (48, 34, 18))[0]
        self.sloppy = self.random.random() < 0.15  # writes "im", "dont", "ur"

    def chance(self, probability):
        return self.random.random() < probability

    def one(self, alternatives):
        """One of `alternatives`, as it is written; those with a `*` in the test split alone."""
        while True:
            chosen = self.random.choice(alternatives)
            if chosen[:1] != "*":
                return chosen
            if self.split == TEST:
                self.held += 1
                return chosen[1:]

    def phrasing(self, patterns):
        """One of the patterns of a function."""
        usual, held = split_phrasings(patterns)
        if held and self.split == TEST and self.random.random() < PREFERENCE:
            self.held += 1
            return self.random.choice(held)
        return self.random.choice(usual)

    def expand(self, pattern):
        """`pattern` with every group of alternatives replaced by one of them."""
        return " ".join("".join(self._pieces(parse(pattern))).split())

    def _pieces(self, sequence):
        for part in sequence:
            if isinstance(part, str):
                yield part
                continue
            usual, held = part
            at = self.random.randrange(len(usual) + (len(held) if self.split == TEST else 0))
            self.held += at >= len(usual)
            chosen = (*usual, *held)[at]
            if chosen == ("?",):
                yield self.invented()
            else:
                yield from self._pieces(chosen)

    def entry(self, vocabulary):
        """One entry of an open vocabulary, of which every ninth belongs to the test split."""
        while True:
            at = self.random.randrange(len(vocabulary))
            if len(vocabulary) < 9 or (at % 9 == 8) == (self.split == TEST):
                return self.expand(vocabulary[at])

    def invented(self):
        """A word nobody has seen: pronounceable, or any letters at all."""
        choose = self.random.choice
        if self.chance(0.65):
            word = "".join(
                choose(("", *CONSONANTS)) + choose(VOWELS) + choose(("", "", "", *"lmnrstkx"))
                for _ in range(self.random.choices((1, 2, 3, 4), (15, 50, 28, 7))[0])
            )
        else:
            word = "".join(choose("etaoinshrdlucmfwypvbgkqjxz") for _ in range(self.random.randint(3, 9)))
        if len(word) < 3:
            word += choose(CONSONANTS) + choose(VOWELS)
        if self.chance(0.04):
            at = self.random.randrange(len(word))
            word = word[:at] + choose(ACCENTED) + word[at + 1 :]
        return word


@functools.cache
def split_phrasings(patterns):
    """`patterns` as (usual, held out); the marks are taken off."""
    different = tuple(dict.fromkeys(patterns)) if len(patterns) >= 9 else patterns
    usual = tuple(pattern for pattern in different if pattern[:1] != "*")
    return usual, tuple(pattern[1:] for pattern in different if pattern[:1] == "*")


@functools.cache
def parse(pattern):
    """A sequence of texts and of choices; a choice is (usual, held out) alternatives, each such a sequence."""
    tokens = TOKEN.findall(pattern)
    sequence, rest = _sequence(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"a bracket is closed that was not opened: {pattern!r}")
    return sequence


def _sequence(tokens, at):
    parts = []
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        if tokens[at] == "(":
            choice, at = _choice(tokens, at + 1)
            parts.append(choice)
        else:
            parts.append(tokens[at])
            at += 1
    return tuple(parts), at


def _choice(tokens, at):
    usual, held = [], []
    while True:
        alternative, at = _sequence(tokens, at)
        if at == len(tokens):
            raise ValueError(f"a bracket is not closed: {''.join(tokens)!r}")
        if alternative and isinstance(alternative[0], str) and alternative[0].startswith("*"):
            held.append((alternative[0][1:], *alternative[1:]))
        else:
            usual.append(alternative)
        at += 1
        if tokens[at - 1] == ")":
            return (tuple(usual), tuple(held)), at
