"""Other numbers and other days in a saying than those it was written with, and in its call."""

import re

from clock import WEEKDAYS
from numerals import words

from .places import copied_values, place_of, whole

CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})([:.])(\d\d)(?![\d.:])")
HALF_OF_DAY = re.compile(r"(?<![\d.:])(1[0-2]|[1-9])(?=(?:[:.]\d\d)? ?([ap])\.?m\b)")
PART_OF_DAY = re.compile("morning|afternoon|evening|night")
WORDED = {words(number): number for number in range(2, 100)}
AMOUNT = rf"\d+|{'|'.join(sorted(WORDED, key=len, reverse=True))}"
LENGTH = re.compile(rf"(?<![\w.:/-])({AMOUNT})(?=[ -]?(hour|hr|h|minute|min|m|second|sec|s)s?\b)")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?=s?\b)")
NEXT_DAY = re.compile(r"\bday (after|before|later|earlier)|\b(next|following|previous|same) day\b|\bweek")


def other_numbers(draw, said, arguments):
    """Another time, duration or level or other degrees, where the sentence names them once and plainly."""
    for another in (_other_minutes, _other_hour, _other_duration, _other_level_or_degrees):
        said, arguments = another(draw, said, arguments)
    return said, arguments


def _other_minutes(draw, said, arguments):
    clock = CLOCK.findall(said)
    if "time" not in arguments or len(clock) != 1 or arguments["time"][3:] != clock[0][2]:
        return said, arguments
    minutes = f"{draw.random.choice((*range(60), *range(0, 60, 5))):02}"
    return CLOCK.sub(rf"\g<1>\g<2>{minutes}", said), arguments | {"time": f"{arguments['time'][:3]}{minutes}"}


def _other_hour(draw, said, arguments):
    hours = [] if PART_OF_DAY.search(said) else HALF_OF_DAY.findall(said)
    if "time" not in arguments or len(hours) != 1 or not _once(said, int(hours[0][0])):
        return said, arguments
    (hour, half), time = hours[0], arguments["time"]
    if int(time[:2]) != _of_24(hour, half):
        return said, arguments
    hour = draw.random.randint(1, 11)
    return HALF_OF_DAY.sub(str(hour), said), arguments | {"time": f"{_of_24(hour, half):02}{time[2:]}"}


def _other_duration(draw, said, arguments):
    lengths = LENGTH.findall(said)
    if "duration" not in arguments or len(lengths) != 1:
        return said, arguments
    number, unit = lengths[0]
    amount = WORDED.get(number) or int(number)
    if amount < 2 or arguments["duration"] != f"{amount}{unit[0]}" or not _once(said, amount):
        return said, arguments
    amount = draw.random.choice((*range(2, 60), *range(5, 60, 5)))
    said = LENGTH.sub(words(amount) if number in WORDED else str(amount), said)
    return said, arguments | {"duration": f"{amount}{unit[0]}"}


def _other_level_or_degrees(draw, said, arguments):
    for argument in {"level", "degrees"} & set(arguments):
        number = arguments[argument]
        say = next((say for say in _ways(number) if place_of(said, say(number))), None)
        if say and _once(said, number):
            other = _other_number(draw, argument, number)
            return re.sub(whole(re.escape(say(number))), say(other), said), arguments | {argument: other}
    return said, arguments


def _ways(number):
    """How a number may be said."""
    return (str, words) if isinstance(number, int) and 0 <= number <= 100 else (str,)


def _once(said, number):
    """Whether a number is said once, in digits or in words."""
    return sum(len(re.findall(rf"(?<!\d){re.escape(say(number))}(?!\d)", said)) for say in _ways(number)) == 1


def _of_24(hour, half):
    """An hour of the clock, and the "a" or "p" of am or pm, as one of 24."""
    return int(hour) % 12 + 12 * (half == "p")


def other_days(draw, turns):
    """The turns with every weekday moved by as many days, where no value has one and no turn counts days."""
    if any(NEXT_DAY.search(said) for said, *_ in turns) or any(map(WEEKDAY.search, copied_values(turns))):
        return turns
    by = draw.random.randrange(7)
    moved = {day: WEEKDAYS[(at + by) % 7] for at, day in enumerate(WEEKDAYS)}
    return [
        (
            WEEKDAY.sub(lambda day: moved[day[0]], said),
            api,
            arguments | {name: moved.get(each, each) for name, each in arguments.items() if name == "day"},
            *kind,
        )
        for said, api, arguments, *kind in turns
    ]


def _other_number(draw, argument, number):
    if argument == "level":
        return draw.random.randrange(101)
    alike = range(60, 81) if number > 35 else range(5, 14) if number < 14 else range(14, 28)  # Fahrenheit, a cold room
    return round(draw.random.choice(alike) + number % 1, 1) if number % 1 else draw.random.choice(alike)
