"""The slots of the sentences: what the user says there, and the arguments that it stands for.

Copied values come from lexicon.py, a part of them with invented words, so that the model learns to copy letters rather
than to remember words. What the call holds is the same in lower case, without an article at its start.
"""

import re

from clock import Said, clock, day, duration, numeral, when, words
from lexicon import CHORES, ITEMS, KIN, LISTS, MESSAGES, MUSIC, NOTES, QUESTIONS, ROOMS, SPOTS, fill

TOPICS = (
    "(the|my|) (meeting|party|rent|laundry|exam|interview|appointment|{word}|{word} {word}|*inspection)",
    "{name}'s (birthday|{word}|wedding)",
    "{title}",
)
PLACES_WITH_WEATHER = (
    "{city}", "{city}", "{city}", "{word}", "{city} {word}", "(the|) {word} (island|valley|mountains|*coast)",
)  # fmt: skip


def _open(draw, pattern):
    """An open value as the user says it, with invented words in some."""
    text = fill(draw, pattern)
    if draw.chance(0.15):
        parts = text.split()
        at = draw.random.randrange(len(parts))
        if parts[at].isalpha() and len(parts[at]) > 3 and parts[at].lower() != "some":
            parts[at] = draw.invented().capitalize() if parts[at][0].isupper() else draw.invented()
        text = " ".join(parts)
    elif draw.chance(0.06):
        text = " ".join(draw.invented() for _ in range(draw.random.choice((1, 1, 2, 2, 3))))
    return draw.spelled(text)


def value(text):
    """What a call holds for words that were said: lower case, no article at the start."""
    return re.sub(r"^(the|a|an|some) ", "", text.lower())


def _copied(argument, patterns):
    def said(draw, _):
        text = _open(draw, draw.entry(patterns) if isinstance(patterns, list) else draw.one(patterns))
        return Said(text, {argument: value(text)})

    return said


def _state(draw, _):
    state = draw.random.choice(("on", "off"))
    return Said(state, {"state": state})


def _degrees(draw, _):
    whole = draw.random.choice((*range(15, 27), *range(15, 27), *range(5, 33), *range(60, 81)))
    if draw.chance(0.12):
        text = f"{words(whole)} and a half" if draw.chance(0.3) else f"{whole}.5"
        return Said(text, {"degrees": whole + 0.5})
    return Said(numeral(draw, whole), {"degrees": whole})


def _level(draw, _):
    level = draw.random.choice((*range(0, 101, 10), *range(5, 100, 5), draw.random.randint(0, 100)))
    unit = draw.random.choices(("", " percent", "%", " %"), (60, 22, 15, 3))[0]
    return Said(numeral(draw, level) + unit, {"level": level})


def _list(draw, _):
    text = draw.spelled(fill(draw, draw.entry(LISTS)))
    return Said(text, {"list": value(text)})


def _bare_day(draw, _):
    said, _evening = day(draw)
    return Said(draw.spelled(said.text), said.arguments)


def _half_past(draw, before):
    """Only the minutes, about the hour of the alarm before."""
    hour = before.get("time", "07:00")[:2]
    minutes = {"half past": 30, "quarter past": 15, "a quarter past": 15, "ten past": 10, "twenty past": 20}
    text, minute = draw.random.choice(tuple(minutes.items()))
    return Said(text, {"time": f"{hour}:{minute}"})


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
        if any(mark in said.text.lower() for mark in ("m", "in the", "at night")) or before.get("time", "00") < "12":
            return said


SLOTS = {
    "contact": _copied("contact", ("{name}", "{name}", "{name}", "{name} {surname}", *KIN)),
    "place": _copied("place", SPOTS),
    "city": _copied("place", PLACES_WITH_WEATHER),
    "query": _copied("query", MUSIC),
    "room": _copied("room", ROOMS),
    "item": _copied("item", ITEMS),
    "task": _copied("text", CHORES),
    "topic": _copied("text", TOPICS),
    "title": _copied("title", ("(a|the|my|) {title}", "{title}")),
    "message": _copied("text", MESSAGES),
    "question": _copied("text", QUESTIONS),
    "note": _copied("text", NOTES),
    "list": _list,
    "state": _state,
    "degrees": _degrees,
    "level": _level,
    "day": _bare_day,
    "time": lambda draw, _: clock(draw),
    "newtime": _clear_time,
    "halfpast": _half_past,
    "later": _later,
    "duration": lambda draw, _: duration(draw),
    "attime": lambda draw, _: when(draw, ("at", "at", "for"), need="time"),
    "fortime": lambda draw, _: when(draw, ("for", "for", "at"), need="time"),
    "when": lambda draw, _: when(draw, ("at",)),
    "forwhen": lambda draw, _: when(draw, ("at", "for")),
}  # fmt: skip
