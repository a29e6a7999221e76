"""Numbers in digits and in words, and the pair of words and arguments that every slot draws."""

from typing import NamedTuple

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


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


def worded(draw, number):
    """A number from 0 to 100 in words, with the variants of writing: "twenty-five", "one hundred"."""
    if number == 100:
        return draw.one(("a hundred", "one hundred", "hundred"))
    return words(number).replace(" ", "-") if draw.chance(0.2) else words(number)


def numeral(draw, number):
    """A number as it is said: digits, or words up to 100."""
    return worded(draw, number) if number <= 100 and draw.chance(0.35) else str(number)
