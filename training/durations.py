"""Lengths of time: how people say them, and the one way the calls write them.

The units that were said are kept: "90 minutes" is "90m", "an hour and a half" is "1h30m". Units are h, m and s.
"""

from numerals import Said, numeral, worded

AMOUNTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 12, 15, 15, 20, 20, 25, 30, 30, 35, 40, 45, 50, 60, 90, 100, 120)
FIXED = (
    ("half an hour", "30m"), ("half an hour", "30m"), ("an hour", "1h"), ("an hour", "1h"), ("one hour", "1h"),
    ("a minute", "1m"), ("half a minute", "30s"), ("an hour and a half", "1h30m"), ("one and a half hours", "1h30m"),
    ("(a |)quarter of an hour", "15m"), ("three quarters of an hour", "45m"), ("a minute and a half", "1m30s"),
    ("one and a half minutes", "1m30s"), ("a couple (of|) minutes", "2m"), ("a couple (of|) hours", "2h"),
    ("an hour and a quarter", "1h15m"), ("(a|one) half hour", "30m"), ("a quarter hour", "15m"),
    ("half hour", "30m"), ("(a|one) (full|whole) hour", "1h"), ("(a|one) (full|whole) minute", "1m"),
    ("an hour and three quarters", "1h45m"), ("sixty seconds", "60s"), ("sixty minutes", "60m"),
    ("three-quarters of an hour", "45m"), ("1/2 hour", "30m"), ("1 and a half hours", "1h30m"),
    ("one hour and a half", "1h30m"), ("one minute and a half", "1m30s"), ("ninety seconds", "90s"),
    ("an hr", "1h"), ("a min", "1m"), ("half a min", "30s"), ("half an hr", "30m"),
)  # fmt: skip
BEFORE_A_NOUN = (
    ("half hour", "30m"), ("half an hour", "30m"), ("half-hour", "30m"), ("one hour", "1h"), ("hour", "1h"),
    ("one minute", "1m"), ("quarter hour", "15m"), ("hour and a half", "1h30m"), ("one and a half hour", "1h30m"),
    ("minute and a half", "1m30s"), ("hour long", "1h"), ("half minute", "30s"), ("quarter of an hour", "15m"),
)  # fmt: skip
NAMES = {"h": "(hour|hour|hr|h)", "m": "(minute|minute|minute|min)", "s": "(second|second|sec|sec|s)"}


def _piece(draw, amount, unit, singular=False):
    """ "Ten minutes", "10min"; `singular` before a noun: "a ten minute timer"."""
    name = draw.expand(NAMES[unit])
    short = name in ("h", "hr", "min", "sec", "s")
    plural = "" if amount == 1 or singular or len(name) == 1 or (short and draw.chance(0.4)) else "s"
    gap = "" if (len(name) == 1 and draw.chance(0.85)) or (short and draw.chance(0.35)) else " "
    return f"{numeral(draw, amount) if gap else amount}{gap}{name}{plural}"


def _compact(draw, first, second, units):
    """ "1h30", "2m30s"."""
    big, small = units
    if big == "h" and draw.chance(0.3):
        return f"{first}h{second:02}"
    return f"{first}{big}{draw.one(('', '', ' '))}{second}{small}"


def _rest_without_unit(draw, first, second, units):
    """ "An hour 20", "two minutes thirty"."""
    name = {"h": "hour", "m": "minute"}[units[0]]
    spelled = draw.chance(0.5)
    number = lambda n: worded(draw, n) if spelled else str(n)
    if first == 1 and draw.chance(0.6):
        return f"{'an' if name == 'hour' else 'a'} {name} {number(second)}"
    return f"{number(first)} {name}{'s' if first > 1 else ''} {number(second)}"


def _two_units(draw, units, singular):
    """Hours and minutes, or minutes and seconds."""
    choose = draw.random.choice
    first = choose((1, 1, 1, 2, 2, 3, 4, 5)) if units == "hm" else choose((1, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20))
    second = choose((5, 10, 15, 20, 30, 30, 40, 45, 50, draw.random.randint(1, 59)))
    style = draw.random.choices(("full", "an", "bare", "compact"), (55, 15, 14, 16))[0]
    if style == "compact":
        text = _compact(draw, first, second, units)
    elif style == "bare" and second > 9 and not singular:
        text = _rest_without_unit(draw, first, second, units)
    elif style == "an" and not singular:
        first = 1
        one = draw.one(("an hour", "an hour", "an hr") if units == "hm" else ("a minute", "a minute", "a min"))
        text = f"{one}{draw.one((' and ', ' and ', ' '))}{_piece(draw, second, units[1])}"
    else:
        pieces = [_piece(draw, first, units[0], singular), _piece(draw, second, units[1], singular)]
        text = draw.one((" and ", " and ", " ", " ", ", ")).join(pieces)
    return Said(text, {"duration": f"{first}{units[0]}{second}{units[1]}"})


def _and_a_half(draw):
    """ "Two and a half hours", "2.5 hours"; seldom a quarter."""
    amount = draw.random.choice((1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9))
    unit, minor, name = draw.random.choice((("h", "m", "(hours|hours|hrs)"), ("m", "s", "(minutes|minutes|mins)")))
    spelled = numeral(draw, amount)
    name = draw.expand(name)
    if draw.chance(0.12):
        part, rest = draw.random.choice((("a quarter", 15), ("three quarters", 45)))
        return Said(f"{spelled} and {part} {name}", {"duration": f"{amount}{unit}{rest}{minor}"})
    if draw.chance(0.2):
        text = f"{amount}.5 {name}"
    elif draw.chance(0.12):
        text = f"{amount} 1/2 {name}"
    elif draw.chance(0.15) and amount > 1:
        text = f"{spelled} {name} and a half"
    else:
        text = f"{spelled} and a half {name}"
    return Said(text, {"duration": f"{amount}{unit}30{minor}"})


def duration(draw, before_noun=False):
    """A length of time in the units that were said; `before_noun` as in "a ten minute timer"."""
    kind = draw.random.choices(("fixed", "m", "s", "h", "hm", "ms", "half"), (18, 40, 13, 9, 11, 5, 5))[0]
    if kind == "fixed":
        text, value = draw.random.choice(BEFORE_A_NOUN if before_noun else FIXED)
        return Said(draw.expand(text), {"duration": value})
    if kind in ("hm", "ms"):
        return _two_units(draw, kind, before_noun)
    if kind == "half" and not before_noun:
        return _and_a_half(draw)
    unit = "m" if kind == "half" else kind
    amount = draw.random.randint(1, 12) if unit == "h" else draw.random.choice((*AMOUNTS, draw.random.randint(1, 99)))
    text = _piece(draw, amount, unit, singular=before_noun)
    if before_noun and draw.chance(0.25):
        text = text.replace(" ", "-")
    return Said(text, {"duration": f"{amount}{unit}"})
