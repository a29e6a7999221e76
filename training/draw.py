"""Random draws from a small grammar, with a part of it held out for the test split.

A pattern is text with alternatives: `(turn|switch) (the|) lamp (on|off)`. They may be nested. An alternative that
begins with `*` is held out: the train split never draws it, and the test split draws nothing else where a choice has
one. The same holds for a choice among patterns, and of an open vocabulary every ninth entry is held out. So a test
sentence has phrasings and values that no training sentence had, not just other combinations of the same ones.

A `Draw` belongs to one conversation: it fixes how this user writes (capitals, typos) and is the only source of chance.
"""

import random
import re

TRAIN, TEST = "train", "test"
INNERMOST = re.compile(r"\(([^()]*)\)")
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
ACCENTED = "äöüéèáíóñçøåßžš"


class Draw:
    def __init__(self, seed, split=TRAIN):
        if split not in (TRAIN, TEST):
            raise ValueError(f"split is {split!r}, expected {TRAIN!r} or {TEST!r}")
        self.random = random.Random(f"{split}:{seed}")
        self.split = split
        self.letters = self.random.choices(("natural", "lower", "upper"), (50, 48, 2))[0]
        self.typos = self.random.choices((0, 0.03, 0.12), (55, 30, 15))[0]

    def chance(self, probability):
        return self.random.random() < probability

    def one(self, alternatives):
        """One of `alternatives`, after the rule for held-out ones."""
        held = [text[1:] for text in alternatives if text.startswith("*")]
        usual = [text for text in alternatives if not text.startswith("*")]
        return self.random.choice(held if held and self.split == TEST else usual)

    def expand(self, pattern):
        """`pattern` with every group of alternatives replaced by one of them, innermost first."""
        while match := INNERMOST.search(pattern):
            pattern = pattern[: match.start()] + self.one(match[1].split("|")) + pattern[match.end() :]
        return " ".join(pattern.split())

    def entry(self, vocabulary):
        """One entry of an open vocabulary, of which every ninth belongs to the test split."""
        own = vocabulary[::9] if self.split == TEST else [v for i, v in enumerate(vocabulary) if i % 9]
        return self.expand(self.random.choice(own if len(vocabulary) >= 9 else vocabulary))

    def spelled(self, text):
        """`text` in the letters that this user prefers."""
        return text.lower() if self.letters == "lower" else text.upper() if self.letters == "upper" else text

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
