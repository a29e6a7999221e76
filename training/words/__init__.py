"""The words that fill requests: names, places, songs, chores, messages. All of it written for this recipe.

A `VOCABULARIES` entry is one of many, of which some are kept for the test split; a `PATTERNS` entry is a pattern of
`Draw`. In both, `{word}`, `{name}` and the like are drawn in turn, and some of those are words invented on the spot.
A `{word}` may be two ("permission slip"). The entries of written/ are whole values, none held out.
"""

import re

from clock import WEEKDAYS, clock, numeral
from draw import TRAIN

from . import messages, music, people, places, plans, things
from .written import WRITTEN

PATTERNS = {"day": ("today", "tomorrow", "on {weekday}")} | {f"written_{name}": them for name, them in WRITTEN.items()}
VOCABULARIES = {}
ARTICLES = re.compile(r"\b(a|an|the|my|our|your|some) (a|an|the|some) ")  # "the {thing}" of "a belt" is "the belt"
for module in (messages, music, people, places, plans, things):
    PATTERNS |= getattr(module, "PATTERNS", {})
    VOCABULARIES |= getattr(module, "VOCABULARIES", {})


def fill(draw, pattern):
    """`pattern` with every open part drawn, down to its words, in lower case."""
    filled = re.sub(r"\{(\w+)\}", lambda part: _part(draw, part[1]), draw.expand(pattern)).lower()
    return ARTICLES.sub(r"\1 ", filled)


def _part(draw, name):
    if name == "number":
        return numeral(draw, draw.random.choice((2, 3, 4, 5, 6, 8, 10, 12, draw.random.randint(1, 100))))
    if name == "hour":
        return clock(draw).text
    if name == "weekday":
        return draw.random.choice(WEEKDAYS)
    if name == "word" and draw.split == TRAIN and draw.chance(0.12):
        return f"{_part(draw, name)} {_part(draw, name)}"
    if name == "message" and draw.split == TRAIN and draw.chance(0.25):
        return fill(draw, "{written_messages}")
    if name == "word" and draw.chance(0.3):
        return draw.invented()
    if name in ("name", "surname", "city") and draw.chance(0.3):
        return draw.invented()
    return fill(draw, draw.one(PATTERNS[name]) if name in PATTERNS else draw.entry(VOCABULARIES[name]))
