"""Times, days, durations and numbers: how people say them, and the one way the calls write them.

Where neither am nor pm is said, the hour is taken as said ("at 7" is 07:00), except that "tonight" and "this evening"
make it an evening hour.
"""

from typing import NamedTuple

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
AMOUNTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 12, 15, 15, 20, 20, 25, 30, 30, 35, 40, 45, 50, 60, 90)
DURATIONS = (
    ("half an hour", "30m"), ("an hour", "1h"), ("one hour", "1h"), ("a minute", "1m"), ("half a minute", "30s"),
    ("an hour and a half", "1h30m"), ("one and a half hours", "1h30m"), ("a quarter of an hour", "15m"),
    ("three quarters of an hour", "45m"), ("a minute and a half", "1m30s"), ("a couple of minutes", "2m"),
    ("an hour and a quarter", "1h15m"), ("a half hour", "30m"), ("a quarter hour", "15m"),
)  # fmt: skip


class Said(NamedTuple):
    """What the user's words are, and the arguments that they stand for."""

    text: str
    arguments: dict


def words(number):
    """A number from 0 to 100 in words."""
    if number == 100:
        return "a hundred"
    if number < 20:
        return UNITS[number]
    return TENS[number // 10 - 2] + (" " + UNITS[number % 10] if number % 10 else "")


def numeral(draw, number):
    return words(number) if draw.chance(0.35) else str(number)


def _minute(draw):
    kind = draw.random.choices(("full", "half", "quarter", "five", "any"), (32, 20, 16, 17, 15))[0]
    choose = draw.random.choice
    return {
        "full": 0,
        "half": 30,
        "quarter": choose((15, 45)),
        "five": 5 * choose(range(12)),
        "any": choose(range(60)),
    }[kind]


def _face(draw, hour, minute):
    """The clock face read aloud or written, without am or pm. `hour` is 1 to 12."""
    kind = draw.random.choices(("digits", "words", "past"), (50, 25, 25))[0]
    number = lambda n: words(n) if draw.chance(0.6) else str(n)
    if kind == "past" and (minute % 5 == 0 or draw.chance(0.3)) and minute:
        after = hour % 12 + 1
        if minute == 30:
            return f"half past {number(hour)}"
        if minute == 15:
            return draw.expand(f"(a |)quarter (past|after|past) {number(hour)}")
        if minute == 45:
            return draw.expand(f"(a |)quarter (to|to|before|of) {number(after)}")
        unit = draw.expand("(|minutes)") if minute % 5 == 0 else "minutes"
        count, way, base = (minute, "(past|after)", hour) if minute < 30 else (60 - minute, "(to|to|before)", after)
        return draw.expand(f"{number(count)} {unit} {way} {number(base)}")
    if kind == "words":
        if minute == 0:
            return words(hour) + draw.one(("", "", " o'clock", " o'clock", " oclock"))
        return f"{words(hour)} {draw.one(('oh ', 'o ')) if minute < 10 else ''}{words(minute)}"
    if minute == 0:
        return str(hour) + draw.random.choices(("", ":00", " o'clock"), (60, 25, 15))[0]
    return f"{hour}{draw.random.choices((':', '.', ' '), (88, 7, 5))[0]}{minute:02}"


def clock(draw, evening=False):
    """A time of day; `evening` where the day already says that it is one."""
    choose = draw.random.choice
    minute = _minute(draw)
    if evening:
        hour = choose((5, 6, 6, 7, 7, 8, 8, 9, 10, 11))
        return Said(_face(draw, hour, minute), {"time": f"{hour + 12:02}:{minute:02}"})
    kind = draw.random.choices(("bare", "meridiem", "part", "day", "name"), (40, 27, 20, 9, 4))[0]
    if kind == "name":
        name, hour = choose((("noon", 12), ("midday", 12), ("midnight", 0)))
        return Said(name, {"time": f"{hour:02}:00"})
    if kind == "day":  # the 24-hour clock, or a leading zero
        hour = choose(range(24))
        return Said(f"{hour:02}:{minute:02}", {"time": f"{hour:02}:{minute:02}"})
    if kind == "bare":
        hour = choose((1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 9, 9, 10, 11, 12))
        return Said(_face(draw, hour, minute), {"time": f"{hour:02}:{minute:02}"})
    if kind == "meridiem":
        hour = choose(range(24))
        mark = "am" if hour < 12 else "pm"
        mark = draw.random.choices((mark, mark.upper(), f"{mark[0]}.{mark[1]}."), (60, 32, 8))[0]
        face = _face(draw, (hour - 1) % 12 + 1, minute).replace(" o'clock", "").replace(" oclock", "")
        gap = "" if face[-1].isdigit() and draw.chance(0.55) else " "
        return Said(f"{face}{gap}{mark}", {"time": f"{hour:02}:{minute:02}"})
    hour = choose((1, 2, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 21, 22, 23))
    if hour < 12:
        part = "in the morning"
    elif hour < 17 or (hour == 17 and draw.chance(0.5)):
        part = "in the afternoon"
    else:
        part = "at night" if hour > 21 or (hour > 19 and draw.chance(0.4)) else "in the evening"
    face = _face(draw, (hour - 1) % 12 + 1, minute)
    return Said(f"{face} {part}", {"time": f"{hour:02}:{minute:02}"})


def day(draw):
    """A day, and whether its words say that it is evening: ("this evening", {"day": "tonight"}, True)."""
    kind = draw.random.choices(("tomorrow", "today", "tonight", "weekday"), (34, 10, 12, 44))[0]
    if kind == "tonight":
        return Said(draw.expand("(tonight|tonight|this evening)"), {"day": "tonight"}), True
    if kind == "weekday":
        name = draw.random.choice(WEEKDAYS)
        before = draw.expand("(on|on|on|this|next|on the next|*this coming)")
        return Said(f"{before} {name}", {"day": name.lower()}), False
    return Said(kind, {"day": kind}), False


def when(draw, before=("at",), need=None):
    """A day, a time or both ("tomorrow at noon"); `need` is "time", "day" or None. `before` leads a time."""
    at = draw.one(before)
    shape = draw.random.choices(("time", "day", "both"), (45, 20, 35))[0]
    if need == "time" and shape == "day":
        shape = "time"
    if need == "day" and shape == "time":
        shape = "day"
    if shape == "time":
        said = clock(draw)
        return Said(f"{at} {said.text}", said.arguments)
    on, evening = day(draw)
    if shape == "day":
        return on
    time = clock(draw, evening)
    arguments = {**on.arguments, **time.arguments}
    if not evening and on.arguments["day"] != "today" and draw.chance(0.25):
        # "tomorrow evening at six": the part of the day stands with the day
        hour = draw.random.choice((6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 18, 19, 20, 21))
        minute = _minute(draw)
        part = "morning" if hour < 12 else "afternoon" if hour < 17 else draw.one(("evening", "evening", "night"))
        face = _face(draw, (hour - 1) % 12 + 1, minute)
        text = draw.expand(f"({on.text} {part} at {face}|at {face} {on.text} {part}|{on.text} {part} {face})")
        return Said(text, {**on.arguments, "time": f"{hour:02}:{minute:02}"})
    if at == "for" and draw.chance(0.4):
        return Said(f"for {on.text.removeprefix('on ')} at {time.text}", arguments)
    return Said(
        draw.expand(f"({on.text} at {time.text}|at {time.text} {on.text}|{at} {time.text} {on.text})"), arguments
    )


def duration(draw):
    """A length of time in the units that were said: "90 minutes" stays "90m", "an hour and a half" is "1h30m"."""
    units = {"h": "(hour|hour|hr|h)", "m": "(minute|minute|minute|min)", "s": "(second|second|sec)"}

    def piece(amount, unit):
        name = draw.expand(units[unit])
        short = name in ("h", "min", "sec", "hr")
        plural = "s" if amount != 1 and not (short and (name == "h" or draw.chance(0.6))) else ""
        gap = "" if short and draw.chance(0.4) else " "
        number = numeral(draw, amount) if gap else str(amount)
        return f"{number}{gap}{name}{plural}"

    kind = draw.random.choices(("fixed", "m", "s", "h", "hm", "ms", "half"), (16, 42, 13, 9, 12, 5, 3))[0]
    if kind == "fixed":
        text, value = draw.random.choice(DURATIONS)
        return Said(text, {"duration": value})
    if kind == "half":
        amount = draw.random.randint(2, 9)
        hours = draw.chance(0.5)
        text = f"{numeral(draw, amount)} and a half {'hours' if hours else 'minutes'}"
        return Said(text, {"duration": f"{amount}{'h30m' if hours else 'm30s'}"})
    joint = draw.one((" and ", " and ", " "))
    if kind == "hm":
        h, m = draw.random.randint(1, 5), draw.random.choice((5, 10, 15, 20, 30, 40, 45, draw.random.randint(1, 59)))
        if h == 1 and draw.chance(0.4):
            return Said(f"an hour and {piece(m, 'm')}", {"duration": f"1h{m}m"})
        return Said(piece(h, "h") + joint + piece(m, "m"), {"duration": f"{h}h{m}m"})
    if kind == "ms":
        m, s = draw.random.randint(1, 20), draw.random.choice((10, 15, 20, 30, 40, 45, draw.random.randint(1, 59)))
        return Said(piece(m, "m") + joint + piece(s, "s"), {"duration": f"{m}m{s}s"})
    amount = draw.random.randint(1, 12) if kind == "h" else draw.random.choice((*AMOUNTS, draw.random.randint(1, 99)))
    return Said(piece(amount, kind), {"duration": f"{amount}{kind}"})


def spoken(time):
    """ "19:30" as a reply says it: "7:30 PM"."""
    hour, minute = int(time[:2]), time[3:]
    return f"{(hour - 1) % 12 + 1}:{minute} {'AM' if hour < 12 else 'PM'}"
