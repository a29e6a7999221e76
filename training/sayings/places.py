"""Where the values of a call stand in what was said."""

import re

from values import COPIED


def whole(words):
    """An expression for some words, as no part of others, in quotation marks or not."""
    return rf"(?<!\w)(?<!\w['’]){words}(?!\w|['’]\w)"


def places_of(said, copied):
    """Where a value stands in a sentence: (start, end) of each."""
    return [match.span() for match in re.finditer(whole(re.escape(copied)), said)]


def place_of(said, copied):
    """Where a value stands in a sentence, if it does so once."""
    places = places_of(said, copied)
    return places[0] if len(places) == 1 else None


def copied_values(turns):
    """The values that calls copy, each once, longer ones first."""
    values = {each: None for _, _, arguments, *_ in turns for name, each in arguments.items() if name in COPIED}
    return sorted(values, key=len, reverse=True)
