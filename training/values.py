"""The slots of the sentences: what the user says there, and the arguments that it stands for.

Copied values come from words/, a part of them with invented words, so that the model learns to copy letters rather
than to remember words. What the call holds is the same in lower case, without an article at its start.
"""

from clock import Said, clock, clock_before_noun, day, day_name, definite, duration, numeral, when, words
from words import fill, messages, music, people, plans
from words.places import AMENITIES, PLACES_WITH_WEATHER, SPOTS
from words.things import ITEMS, LISTS, ROOMS

# Arguments whose values are copied from the sentence.
COPIED = ("text", "title", "contact", "query", "place", "room", "item", "list")
ARTICLES = ("the", "a", "an", "some")
# Arguments without a visible border, as in "tell anna {message}": they begin as such values do.
BORDERLESS = ("message", "news", "question", "errand")
# What is told around a request stands for nothing in its call.
TOLD = ("hour", "weekday", "name", "city", "spot", "thing", "word", "number", "song")
# What hurried people write, in messages above all.
SHORTER = {
    "you": "u", "your": "ur", "are": "r", "tomorrow": "tmrw", "going": "goin", "about": "abt", "see": "c",
    "thanks": "thx", "please": "pls", "message": "msg", "because": "cuz", "have": "hav", "tonight": "2nite",
}  # fmt: skip


def _open(draw, pattern, borderless=False):
    """An open value as the user says it, with invented words in some."""
    text = fill(draw, pattern)
    if draw.chance(0.15):
        parts = text.split()
        at = draw.random.randrange(len(parts))
        if parts[at].isalpha() and len(parts[at]) > 3 and parts[at] not in ARTICLES and not (borderless and at == 0):
            parts[at] = draw.invented()
        text = " ".join(parts)
    elif not borderless and draw.chance(0.06):
        text = " ".join(draw.invented() for _ in range(draw.random.choice((1, 1, 2, 2, 3))))
    return _hurried(draw, text) if draw.sloppy else text


def _hurried(draw, text):
    words = (SHORTER.get(word, word) if draw.chance(0.5) else word for word in text.replace("'", "").split())
    return " ".join(words)


def value(text):
    """What a call holds for words that were said: no article at the start."""
    first, _, rest = text.partition(" ")
    return rest if first in ARTICLES and rest else text


def _copied(argument, patterns, borderless=False):
    def said(draw, _):
        text = _open(draw, draw.entry(patterns) if isinstance(patterns, list) else draw.one(patterns), borderless)
        return Said(text, {argument: value(text)})

    return said


def _state(draw, _):
    state = draw.random.choice(("on", "off"))
    return Said(state, {"state": state})


def _degrees(draw, _):
    whole = draw.random.choice((*range(15, 27), *range(15, 27), *range(5, 33), *range(60, 81)))
    if draw.chance(0.12):
        text = draw.one((f"{words(whole)} and a half", f"{words(whole)} point five", f"{whole}.5", f"{whole}.5"))
        return Said(text, {"degrees": whole + 0.5})
    text = numeral(draw, whole)
    if text.isdigit() and draw.chance(0.06):
        text += draw.one(("°", "°c", "c", "° c"))
    return Said(text, {"degrees": whole})


def _level(draw, _):
    level = draw.random.choice((*range(0, 101, 10), *range(5, 100, 5), draw.random.randint(0, 100)))
    unit = draw.random.choices(("", " percent", "%", " %"), (60, 22, 15, 3))[0]
    return Said(numeral(draw, level) + unit, {"level": level})


def _list(draw, _):
    known = "{written_lists}" if draw.chance(0.3) else draw.entry(LISTS)
    text = draw.invented() if draw.chance(0.12) else fill(draw, known)
    return Said(text, {"list": value(text)})


def _bare_day(draw, _):
    said, _evening = day(draw)
    return said


def _half_past(draw, before):
    """Only the minutes, about the hour of the alarm before."""
    hour = int(before.get("time", "07:00")[:2])
    text, minute = draw.random.choice((
        ("half past", 30), ("half past", 30), ("half-past", 30), ("quarter past", 15), ("a quarter past", 15),
        ("quarter to", -15), ("a quarter to", -15), ("ten past", 10), ("twenty past", 20), ("five past", 5),
        ("ten to", -10), ("five to", -5), ("twenty to", -20),
    ))  # fmt: skip
    hour, minute = (hour, minute) if minute > 0 else ((hour - 1) % 24, 60 + minute)
    return Said(text, {"time": f"{hour:02}:{minute:02}"})


def _later(draw, before):
    hours = draw.random.choice((1, 1, 2))
    later = draw.chance(0.6)
    hour = (int(before.get("time", "07:00")[:2]) + (hours if later else -hours)) % 24
    text = f"{draw.one(('an', 'one')) + ' hour' if hours == 1 else 'two hours'} {'later' if later else 'earlier'}"
    return Said(text, {"time": f"{hour:02}:{before.get('time', '07:00')[3:]}"})


def _clear_time(draw, before):
    """A new time for one that was said before: with am or pm unless both are of the morning clock."""
    while True:
        said = clock(draw)
        if definite(said.text) or before.get("time", "00") < "12":
            return said


def _some(pattern):
    return lambda draw, _: Said(fill(draw, pattern), {})


SLOTS = {
    **{
        slot: _copied(argument, patterns, slot in BORDERLESS)
        for module in (messages, music, people, plans)
        for slot, (argument, patterns) in module.SENTENCE_SLOTS.items()
    },
    **{f"some_{name}": _some(f"{{{name}}}") for name in TOLD},
    "some_kin": _some("(my|our) (sister|brother|mother|father|neighbour|boss|aunt|uncle|son|daughter|friend {name})"),
    "place": _copied("place", SPOTS),
    "amenity": _copied("place", AMENITIES),
    "city": _copied("place", PLACES_WITH_WEATHER),
    "room": _copied("room", ROOMS),
    "item": _copied("item", ITEMS),
    "list": _list,
    "state": _state,
    "degrees": _degrees,
    "level": _level,
    "day": _bare_day,
    "time": lambda draw, _: clock(draw),
    "newtime": _clear_time,
    "clocktime": lambda draw, _: clock_before_noun(draw),
    "dayname": lambda draw, _: day_name(draw),
    "halfpast": _half_past,
    "later": _later,
    "duration": lambda draw, _: duration(draw),
    "span": lambda draw, _: duration(draw, before_noun=True),
    "attime": lambda draw, _: when(draw, ("at", "at", "for"), need="time"),
    "fortime": lambda draw, _: when(draw, ("for", "for", "at"), need="time"),
    "when": lambda draw, _: when(draw, ("at",)),
    "forwhen": lambda draw, _: when(draw, ("at", "for")),
}  # fmt: skip
