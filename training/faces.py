"""One time of day read from a clock: in digits or words, of 12 hours or 24, with am, pm or a part of the day.

Words that would leave a doubt are never drawn: "quarter to one" without am or pm, or "quarter to twelve am".
"""

from numerals import Said, worded, words


def time_at(hour, minute):
    """The arguments of a call for this time."""
    return {"time": f"{hour:02}:{minute:02}"}


def some_minute(draw):
    """A minute, round ones more often."""
    kind = draw.random.choices(("full", "half", "quarter", "five", "any"), (32, 20, 16, 17, 15))[0]
    choose = draw.random.choice
    return {
        "full": 0,
        "half": 30,
        "quarter": choose((15, 45)),
        "five": 5 * choose(range(12)),
        "any": choose(range(60)),
    }[kind]


def _past(draw, minute, before, after):
    """ "Twenty past `before`" or "ten to `after`", whichever is the nearer."""
    number = lambda n: worded(draw, n) if draw.chance(0.6) else str(n)
    if minute == 30:  # "half six" as the British say it
        return f"{draw.random.choices(('half past', 'half-past', 'half'), (70, 14, 16))[0]} {before}"
    if minute == 15:
        return f"{draw.expand('(a |)quarter (past|past|after)')} {before}"
    if minute == 45:
        return f"{draw.expand('(a |)quarter (to|to|to|before|of|till|til)')} {after}"
    unit = draw.one((" ", " minutes ")) if minute % 5 == 0 else " minute " if minute in (1, 59) else " minutes "
    if minute < 30:
        return f"{number(minute)}{unit}{draw.one(('past', 'past', 'after'))} {before}"
    return f"{number(60 - minute)}{unit}{draw.one(('to', 'to', 'to', 'before', 'till'))} {after}"


def face(draw, hour, minute, marked=False, crossing=True):
    """The clock face read aloud or written, without am or pm. `hour` is 1 to 12.

    `marked`: "am" or "pm" will follow; `crossing`: the next hour may be named, as in "ten to eight".
    """
    kind = draw.random.choices(("digits", "words", "past"), (50, 25, 25))[0]
    number = lambda n: worded(draw, n) if draw.chance(0.6) else str(n)
    if kind == "past" and minute and (minute % 5 == 0 or draw.chance(0.3)) and (crossing or minute <= 30):
        return _past(draw, minute, number(hour), number(hour % 12 + 1))
    if kind == "words":
        if minute == 0:
            clocks = ("",) if marked else ("", "", "", " o'clock", " o'clock", " oclock", " o clock")
            return words(hour) + draw.one(clocks)
        zero = draw.one(("oh ", "oh ", "o ", "zero ")) if minute < 10 else ""
        return f"{words(hour) if draw.chance(0.93) else hour} {zero}{worded(draw, minute)}"
    if minute == 0:
        ends = ("", ":00") if marked else ("", ":00", " o'clock", " oclock", " o clock", ".00")
        return str(hour) + draw.random.choices(ends, (60, 25, 12, 2, 2, 1)[: len(ends)])[0]
    weights = (84, 6, 5, 5, 0 if marked else 1)
    return f"{hour}{draw.random.choices((':', '.', ' ', '', 'h'), weights)[0]}{minute:02}"


def with_meridiem(draw, hour, minute):
    """With am or pm."""
    mark = "am" if hour < 12 else "pm"
    mark = draw.random.choices((mark, f"{mark[0]}.{mark[1]}.", f"{mark[0]} {mark[1]}"), (88, 9, 3))[0]
    text = face(draw, (hour - 1) % 12 + 1, minute, marked=True, crossing=hour % 12 != 11)
    gap = "" if text[-1].isdigit() and mark[1] != " " and draw.chance(0.55) else " "
    return Said(f"{text}{gap}{mark}", time_at(hour, minute))


def on_24_hours(draw, hour, minute):
    """The 24-hour clock or a leading zero, as stations, soldiers and most of Europe have it."""
    styles = ("colon", "point", "h", "none", "hours", "words", "oclock")
    style = draw.random.choices(styles, (54, 8, 7, 13, 4, 13, 1))[0]
    text = f"{hour:02}:{minute:02}"
    if style == "point" and hour:
        text = f"{hour:02}.{minute:02}"
    elif style == "h" and hour:
        text = f"{hour}h{minute:02}" if minute else f"{hour}h"
    elif style == "none" and hour:
        text = f"{hour:02}{minute:02}"
    elif style == "hours" and hour:
        text = f"{hour:02}{draw.one((':', ''))}{minute:02} hours"
    elif style == "oclock" and hour > 12 and not minute:
        text = f"{hour} o'clock"
    elif style == "words" and hour:
        first = worded(draw, hour) if hour > 9 else f"{draw.one(('oh', 'oh', 'zero'))} {words(hour)}"
        if minute:
            text = f"{first} {'oh ' if minute < 10 else ''}{worded(draw, minute)}"
        else:
            text = f"{first} hundred{draw.one(('', ' hours'))}"
    return Said(text, time_at(hour, minute))


def noon_or_midnight(draw):
    """Noon and midnight, and the minutes around them."""
    name, hour = draw.random.choice((("noon", 12), ("noon", 12), ("midday", 12), ("midnight", 0), ("midnight", 0)))
    if draw.chance(0.78):
        before = draw.one(("12 ", "twelve ")) if name != "midday" and draw.chance(0.15) else ""
        return Said(before + name, time_at(hour, 0))
    minute = draw.random.choice((5, 10, 15, 15, 20, 30, 45, 45, 50, 55))
    return Said(_past(draw, minute, name, name), time_at((hour - (minute > 30)) % 24, minute))


def with_part(draw, hour, minute):
    """ "Six in the morning"."""
    if hour < 3:
        part = draw.one(("at night", "at night", "in the night", "in the morning") if hour else ("at night",))
    elif hour < 12:
        part = "(in the morning|in the morning|in the morning|in the early morning|early in the morning)"
        part = draw.expand(part) if hour < 8 else "in the morning"
    elif hour < 17 or (hour == 17 and draw.chance(0.5)):
        part = "in the afternoon"
    elif hour > 21 or (hour > 19 and draw.chance(0.4)):
        part = draw.one(("at night", "at night", "at night", "in the evening", "late at night", "late in the evening"))
    else:
        part = "in the evening"
    return Said(f"{face(draw, (hour - 1) % 12 + 1, minute)} {part}", time_at(hour, minute))
