"""Times, days and their mixtures: how people say them, and the one way the calls write them.

A time is "HH:MM" of 24 hours. Where neither am nor pm is said, the hour is taken as said ("at 7" is 07:00), except that
"tonight", "this evening", "tomorrow afternoon" and the like say which half of the day is meant. Words that would leave
a doubt are never drawn: "quarter to one" without am or pm, "quarter to twelve am", "tonight at twelve".

How one time is read is in faces.py; lengths of time are in durations.py and numbers in numerals.py, both handed on from
here. All of it is in lower case.
"""

import re

from durations import duration
from faces import face, noon_or_midnight, on_24_hours, some_minute, time_at, with_meridiem, with_part
from numerals import Said, numeral, words

__all__ = (
    "DAYS", "WEEKDAYS", "Said", "clock", "clock_before_noun", "day", "day_name", "definite", "duration", "numeral",
    "spoken", "when", "words",
)  # fmt: skip

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
DAYS = (*WEEKDAYS, "today", "tonight", "tomorrow")  # all that a call may have as its day
SHORT_WEEKDAYS = ("mon", "(tue|tues)", "(wed|weds)", "(thu|thurs)", "fri", "sat", "sun")
# The hours that each part of the day is said of.
HOURS = {
    "morning": (4, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 11),
    "afternoon": (12, 13, 14, 15, 16),
    "evening": (17, 18, 18, 19, 19, 20, 21, 22),
    "night": (19, 20, 21, 22, 23),
}
MORNING_CLOCK = (1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 9, 9, 10, 11, 12)
OF_THE_DAY = (0, 1, 2, 3, *range(4, 12), 5, 6, 7, 8, 12, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 21, 22, 23)
# Words that leave no doubt about the half of the day.
DEFINITE = re.compile(
    r"\d ?[ap]\.? ?m\b|\b[ap]\.? ?m\b|in the|at night|noon|midday|midnight|hundred|hours|\b(0\d|1[3-9]|2[0-3])[:.h\d]"
)
# Words that are plainly a time, even with no "at" before them.
PLAIN = re.compile(r"\d[:.h]\d\d|[ap]\.? ?m\b|clock|in the (morning|afternoon|evening)|(half|quarter).* \w")


def definite(text):
    """Whether the words of a time say which half of the day they mean: "8 pm" and "20:00" do, "8" does not."""
    return bool(DEFINITE.search(text))


def clock_before_noun(draw):
    """A time as it stands in "the half past seven alarm": without an article, and without more words than needed."""
    while True:
        said = clock(draw)
        if not re.match("an? ", said.text) and len(said.text.split()) < 5:
            return said


def clock(draw, evening=False):
    """A time of day; `evening` where the day already says that it is one."""
    choose = draw.random.choice
    minute = some_minute(draw)
    if evening:
        hour = choose((17, 18, 18, 19, 19, 20, 20, 21, 22, 23))
        kind = draw.random.choices(("bare", "meridiem", "day", "name"), (72, 18, 6, 4))[0]
        if kind == "name":
            return Said("midnight", time_at(0, 0))
        if kind == "bare":
            return _exact(draw, Said(face(draw, hour - 12, minute), time_at(hour, minute)))
        return with_meridiem(draw, hour, minute) if kind == "meridiem" else on_24_hours(draw, hour, minute)
    kind = draw.random.choices(("bare", "meridiem", "part", "day", "name"), (35, 29, 19, 12, 5))[0]
    if kind == "name":
        return noon_or_midnight(draw)
    if kind == "day":
        return on_24_hours(draw, choose(range(24)), minute)
    if kind == "bare":
        hour = choose(MORNING_CLOCK)
        return _exact(draw, Said(face(draw, hour, minute, crossing=hour != 12), time_at(hour, minute)))
    if kind == "meridiem":
        return _exact(draw, with_meridiem(draw, choose(range(24)), minute))
    return with_part(draw, choose(OF_THE_DAY), minute)


def _exact(draw, said):
    """ "Seven sharp"."""
    if not draw.chance(0.04):
        return said
    return Said(said.text + draw.one((" sharp", " sharp", " on the dot", " exactly", "* precisely")), said.arguments)


def _weekday(draw):
    at = draw.random.randrange(7)
    name = draw.expand(SHORT_WEEKDAYS[at]) if draw.chance(0.05) else WEEKDAYS[at]
    before = draw.random.choices(("on ", "", "this ", "next ", "coming ", "on the next "), (46, 20, 12, 15, 2, 2))[0]
    if draw.chance(0.06):
        before = draw.one(("the coming ", "*this coming "))
    return Said(before + name, {"day": WEEKDAYS[at]})


def _day_and_part(draw):
    """ "Tomorrow evening": the day, and the part of it ("evening")."""
    kind = draw.random.choices(("tomorrow", "weekday", "today"), (50, 40, 10))[0]
    part = draw.random.choices(tuple(HOURS), (42, 20, 22, 16))[0]
    if kind == "today":
        part = part if part in ("morning", "afternoon") else "afternoon"
        return Said(f"this {part}", {"day": "today"}), part
    on = _weekday(draw) if kind == "weekday" else Said("tomorrow", {"day": "tomorrow"})
    text = f"{on.text} {part}"
    if draw.chance(0.1) and part != "night":
        text = f"{on.text} in the {part}"
    elif draw.chance(0.06) and part == "morning" and kind == "tomorrow":
        text = "early tomorrow morning"
    return Said(text, on.arguments), part


def day(draw, parts=True):
    """A day, and whether its words say that it is evening: ("this evening", {"day": "tonight"}, True).

    `parts`: it may be a part of one, as in "friday morning", of which a call keeps the day alone.
    """
    kinds = ("tomorrow", "today", "tonight", "weekday", "part")
    kind = draw.random.choices(kinds, (32, 9, 11, 42, 6 if parts else 0))[0]
    if kind == "tonight":
        text = draw.expand("(tonight|tonight|tonight|tonight|this evening|this evening|later tonight)")
        return Said(text, {"day": kind}), True
    if kind == "weekday":
        return _weekday(draw), False
    if kind == "part":
        return _day_and_part(draw)[0], False
    text = draw.expand("(today|today|today|today|today|later today)") if kind == "today" else kind
    return Said("tmrw" if kind == "tomorrow" and draw.chance(0.02) else text, {"day": kind}), False


def day_name(draw, parts=True):
    """A day without "on", after a preposition: "move it to (next) friday"."""
    said, _ = day(draw, parts)
    return Said(re.sub("^on (the )?", "", said.text), said.arguments)


def _lead(draw, at, text):
    """A time with the word before it: mostly `at` itself."""
    if PLAIN.search(text) and draw.chance(0.07):
        return text
    if at == "at" and draw.chance(0.06) and not text.endswith(("sharp", "dot", "exactly", "precisely")):
        at = draw.one(("around", "at around", "at about", "at exactly", "*at roughly"))
    return f"{at} {text}"


def _around_a_part(draw, at):
    """ "Tomorrow evening at six": the part of the day stands with the day."""
    on, part = _day_and_part(draw)
    hour, minute = draw.random.choice(HOURS[part]), some_minute(draw)
    if draw.chance(0.2):
        read = with_meridiem(draw, hour, minute).text
    else:
        read = face(draw, (hour - 1) % 12 + 1, minute, crossing=hour != 12)
    text = f"{on.text} at {read}"
    text = draw.random.choice((text, text, f"at {read} {on.text}", f"{at} {read} {on.text}", f"{on.text} {read}"))
    if at == "for" and text.startswith(on.text) and draw.chance(0.6):
        text = f"for {text.removeprefix('on ')}"
    return Said(text, {**on.arguments, **time_at(hour, minute)})


def when(draw, before=("at",), need=None):
    """A day, a time or both ("tomorrow at noon"); `need` is "time", "day" or None. `before` leads a time."""
    at = draw.one(before)
    shape = draw.random.choices(("time", "day", "both"), (45, 20, 35))[0]
    if need == "time" and shape == "day":
        shape = "time"
    if need == "day" and shape == "time":
        shape = "day"
    if shape == "time" and at == "at" and draw.chance(0.04):
        part = draw.one(("morning", "morning", "afternoon", "evening"))
        hour, minute = draw.random.choice(HOURS[part]), some_minute(draw)
        return Said(f"in the {part} at {face(draw, (hour - 1) % 12 + 1, minute)}", time_at(hour, minute))
    if shape == "time":
        said = clock(draw)
        return Said(_lead(draw, at, said.text), said.arguments)
    if shape == "day":
        on, _ = day(draw)
        return Said(f"for {on.text.removeprefix('on ')}", on.arguments) if at == "for" and draw.chance(0.5) else on
    if draw.chance(0.25):
        return _around_a_part(draw, at)
    on, evening = day(draw, parts=False)
    time = clock(draw, evening)
    arguments = {**on.arguments, **time.arguments}
    if at == "for" and draw.chance(0.35):
        return Said(f"for {on.text.removeprefix('on ')} at {time.text}", arguments)
    if PLAIN.search(time.text) and draw.chance(0.3):  # "friday 9am", "9am on friday"
        near = on.text.removeprefix("on ")
        orders = (f"{near} {time.text}", f"{time.text} {on.text}", f"{time.text} {near}", f"{near}, {time.text}")
        return Said(draw.random.choice(orders), arguments)
    orders = (f"{on.text} at {time.text}", f"at {time.text} {on.text}", f"{at} {time.text} {on.text}")
    return Said(draw.random.choice(orders), arguments)


def spoken(time):
    """ "19:30" as a reply says it: "7:30 PM"."""
    hour, minute = int(time[:2]), time[3:]
    return f"{(hour - 1) % 12 + 1}:{minute} {'AM' if hour < 12 else 'PM'}"
