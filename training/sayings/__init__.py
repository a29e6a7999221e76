"""What people say, as whole conversations: written one by one for this recipe, in the proportions of people.

The grammar of phrases/ makes what is rare as frequent as what is plain; here more than a third is short and in the most
usual words. A line of a file is {"turns": [[user, call], ...]}; for the function none, a turn has a third element, the
kind of its reply: a letter of `KINDS`, or `?` and the function whose argument the reply asks for.

Where a copied value stands in the sentence word for word, training mostly puts another from words/ there, in all turns
of the conversation, other weekdays, and other times, durations, levels and degrees in single sentences: so that none is
learnt by heart.
"""

import json
import re
from pathlib import Path

from clock import WEEKDAYS
from noise import spoil
from numerals import TENS, UNITS, words
from phrases import INCOMPLETE, NONE
from values import ARTICLES, COPIED, SLOTS, value

KINDS = dict(zip("ghtbwcjpsoukx", (reply for reply, _ in NONE), strict=True))
QUESTIONS = {api: question for api, _, question, _ in reversed(INCOMPLETE)}  # the first one of each
KINDS |= {f"?{api}": question for api, question in QUESTIONS.items()} | {
    "?send_message": "Who is it for, and what should it say?",
    "?send_message-text": QUESTIONS["send_message"],
}
# How often another value stands in for one of an argument; free text is the harder to replace.
REPLACED = {"contact": 0.6, "query": 0.55, "place": 0.6, "item": 0.5, "list": 0.5, "room": 0.5, "text": 0.4,
            "title": 0.5}  # fmt: skip
RENUMBERED = 0.8
ANOTHER_DAY = 0.5  # how often weekdays become others
# The slot whose values may stand for a text, by what is before it, where {} is another value.
BEFORE_TEXT = {
    "send_message": (
        (r"\bask\b.*\{\}$", "question"), (r"\bthat$", "report"), (r"(\bsaying|\bsay|\bwith|:|,)$", "dictation"),
        (r"\bto$", "errand"), (r"\{\}$", "message"),
    ),
    "create_reminder": ((r"\bto$", "task"), (r"\b(about|of)$", "topic")),
    "create_note": ((r"(\bnote|\bthat|\bdown|\bsave|\bmemo|:|,)$", "note"),),
}  # fmt: skip
AN_ARTICLE = re.compile(rf"\b({'|'.join(ARTICLES)})$")
QUESTION = re.compile(r"(if|whether|when|what|where|how|who|why|which)\b")
NUMBERS = "|".join(UNITS + TENS) + (
    "|oh|hundred|half|quarter|quarters|past|noon|midday|midnight|morning|afternoon|evening|night|tonight|hour|hours|"
    "minute|minutes|second|seconds|percent|full|max|mute|earlier|later"
)
# Words that the call reads: they stay as they are, as numbers do.
READ = re.compile(rf"(?<![\w'])(?:[\w.:%°-]*\d[\w.:%°-]*|(?:{NUMBERS})(?:-(?:{NUMBERS}))*|[ap]\.?m\.?)(?![\w'])")
WORDS = re.compile(r"[\w'’]+")
READ_OR_WORD = re.compile(f"(?P<read>{READ.pattern})|{WORDS.pattern}")
CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})([:.])(\d\d)(?![\d.:])")
HALF_OF_DAY = re.compile(r"(?<![\d.:])(1[0-2]|[1-9])(?=(?:[:.]\d\d)? ?([ap])\.?m\b)")
PART_OF_DAY = re.compile("morning|afternoon|evening|night")
WORDED = {words(number): number for number in range(2, 100)}
AMOUNT = rf"\d+|{'|'.join(sorted(WORDED, key=len, reverse=True))}"
LENGTH = re.compile(rf"(?<![\w.:/-])({AMOUNT})(?=[ -]?(hour|hr|h|minute|min|m|second|sec|s)s?\b)")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?=s?\b)")
NEXT_DAY = re.compile(
    r"\bday (after|before|later|earlier)|\b(next|following|previous|same) day\b|\b(weekday|weekend|week)"
)


def _load():
    for file in sorted(Path(__file__).parent.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            turns = json.loads(line)["turns"]
            yield [(said.lower(), call["api"], call["arguments"], *kind) for said, call, *kind in turns]


SAYINGS = tuple(_load())


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


def _slot(api, argument, before, copied):
    """The slot that may be drawn instead of a value, with `before` as the words before it; None: it stays."""
    if argument == "text":
        slot = next((slot for pattern, slot in BEFORE_TEXT[api] if re.search(pattern, before)), None)
        return slot if slot == "question" or not QUESTION.match(copied) else None
    if argument == "place":
        if copied.startswith(("nearest", "closest", "next", "my ")) or copied in ("home", "work"):
            return None
        return "city" if api == "get_weather" else "place"
    return argument


def _others(draw, turns):
    """{value: another one, as it is said} for a conversation."""
    others, earlier = {}, []
    for said, api, arguments, *_ in turns:
        for argument, copied in arguments.items():
            if argument not in REPLACED or copied in others or not draw.chance(REPLACED[argument]):
                continue
            where = place_of(said, copied)
            if where is None or any(copied in each for each in earlier):
                continue
            before = said[: where[0]].rstrip()
            for other in copied_values([(said, api, arguments)]):
                before = re.sub(whole(re.escape(other)), "{}", before)
            slot = _slot(api, argument, before, copied)
            if slot is not None and not AN_ARTICLE.search(before) and _alone(turns, copied, others):
                others[copied] = SLOTS[slot](draw, {}).text.lower()
        earlier += [str(each) for each in arguments.values()]
    return others


def _alone(turns, copied, others):
    """Whether no word of a value stands anywhere but in it, so that no other turn takes a part of it up."""
    every = set(WORDS.findall(copied))
    words = {word for word in every if len(word) > 3 or word.isdigit()} - set(ARTICLES)
    if any(words & set(WORDS.findall(other)) for other in others):
        return False
    for said, _, arguments, *_ in turns:
        if copied in said and place_of(said, copied) is None:  # said twice, or as a part of another word
            return False
        values = [str(each) for each in arguments.values() if str(each) != copied]
        if any(each in copied or copied in each for each in values):
            return False
        # A value that has a word of it which its own sentence does not say has it from here.
        if any(every & set(WORDS.findall(each)) - set(WORDS.findall(said)) for each in values):
            return False
        if words & set(WORDS.findall(" ".join((said, *values)).replace(copied, " "))):
            return False
    return True


def _other_numbers(draw, said, arguments):
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
    return sum(len(re.findall(rf"(?<!\d){say(number)}(?!\d)", said)) for say in _ways(number)) == 1


def _of_24(hour, half):
    """An hour of the clock, and the "a" or "p" of am or pm, as one of 24."""
    return int(hour) % 12 + 12 * (half == "p")


def _other_days(draw, turns):
    """The turns with every weekday moved by as many days, where no value has one and no turn counts days."""
    if any(NEXT_DAY.search(said) or any(map(WEEKDAY.search, _values(arguments))) for said, _, arguments, *_ in turns):
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


def _values(arguments):
    return [str(each) for name, each in arguments.items() if name in COPIED]


def _other_number(draw, argument, number):
    if argument == "level":
        return draw.random.randrange(101)
    alike = range(60, 81) if number > 35 else range(5, 14) if number < 14 else range(14, 28)  # Fahrenheit, a cold room
    return round(draw.random.choice(alike) + number % 1, 1) if number % 1 else draw.random.choice(alike)


def _parts(said, values):
    """A sentence as `noise.spoil` takes it: what is a value, a word of one or a number stands by itself."""
    words_of_values = {word for each in values for word in WORDS.findall(each)}
    words_of_values |= {f"{word}'s" for word in words_of_values}
    spans = sorted((span for each in values for span in places_of(said, each)), key=lambda span: (span[0], -span[1]))
    at, parts = 0, []

    def add_words(words):
        last = 0
        for word in READ_OR_WORD.finditer(words):
            if word["read"] or word[0] in words_of_values:
                parts.extend([(words[last : word.start()], False), (word[0], True)])
                last = word.end()
        parts.append((words[last:], False))

    for start, end in spans:
        if start >= at:
            add_words(said[at:start])
            parts.append((said[start:end], True))
            at = end
    add_words(said[at:])
    return parts


def saying(draw):
    """The turns of one conversation as (user, api, arguments, reply); the reply is None where the call tells it."""
    turns = draw.random.choice(SAYINGS)
    if len(turns) == 1 and draw.chance(RENUMBERED):
        said, api, arguments, *kind = turns[0]
        said, arguments = _other_numbers(draw, said, arguments)
        turns = [(said, api, arguments, *kind)]
    if draw.chance(ANOTHER_DAY):
        turns = _other_days(draw, turns)
    others = _others(draw, turns)
    others_of = whole(f"(?:{'|'.join(re.escape(each) for each in sorted(others, key=len, reverse=True))})")
    values = [value(others[each]) if each in others else each for each in copied_values(turns)]
    for said, api, arguments, *kind in turns:
        asks = said.endswith("?")
        said = re.sub(r"[.!?]+$", "", said)
        if others:
            said = re.sub(others_of, lambda copied: others[copied[0]], said)
        arguments = {name: value(others[each]) if each in others else each for name, each in arguments.items()}
        ends = said.rstrip("\"'")
        last = next((name for name in arguments if name in COPIED and ends.endswith(arguments[name])), None)
        user = spoil(draw, _parts(said, values), False, "message" if last == "text" else last, reasons=False)
        if asks and user[-1] not in ".?!" and draw.chance(0.6):
            user += "?"
        yield user, api, arguments, KINDS[kind[0]] if kind else None
