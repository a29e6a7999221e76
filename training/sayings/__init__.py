"""What people say, as whole conversations, written one by one for this recipe.

The grammar of phrases/ makes what is rare as frequent as what is plain; here thousands of people ask in the most usual
words, and thousands in their own. A line of a file is {"turns": [[user, call], ...]}; for the function none, a turn has
a third element, the kind of its reply: a letter of `KINDS`, or `?` and the function whose argument the reply asks for.

Where a copied value stands in the sentence word for word, training mostly puts another there, in all turns of the
conversation, one from words/ or one that somebody said in such a place, other weekdays, and other times, durations,
levels and degrees in single sentences: so that none is learnt by heart.
"""

import json
import re
from pathlib import Path

from noise import spoil
from numerals import TENS, UNITS
from phrases import INCOMPLETE, NONE
from values import ARTICLES, COPIED, SLOTS, value

from .numbers import other_days, other_numbers
from .places import copied_values, place_of, places_of, whole
from .remarks import with_remark

KINDS = dict(zip("ghtbwcjpsoukx", (reply for reply, _ in NONE), strict=True))
QUESTIONS = {api: question for api, _, question, _ in reversed(INCOMPLETE)}  # the first one of each
KINDS |= {f"?{api}": question for api, question in QUESTIONS.items()} | {
    "?send_message": "Who is it for, and what should it say?",
    "?send_message-text": QUESTIONS["send_message"],
}
# How often another value stands in for one of an argument; free text is the harder to replace.
REPLACED = {"contact": 0.7, "query": 0.65, "place": 0.7, "item": 0.65, "list": 0.6, "room": 0.6, "text": 0.55,
            "title": 0.65}  # fmt: skip
OF_SAYINGS = 0.6  # and how often it is one of another saying
RENUMBERED = 0.8
ANOTHER_DAY = 0.5  # how often weekdays become others
REMARKED = 0.15  # how often a single sentence has a remark of another one beside it
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


def _load():
    for file in sorted(Path(__file__).parent.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            turns = json.loads(line)["turns"]
            yield [(said.lower(), call["api"], call["arguments"], *kind) for said, call, *kind in turns]


SAYINGS = tuple(_load())


def _slot(said, api, arguments, argument):
    """The slot that may be drawn instead of a value that is said once; None: it stays."""
    copied, where = arguments[argument], place_of(said, arguments[argument])
    if where is None:
        return None
    before = said[: where[0]].rstrip()
    if AN_ARTICLE.search(before):
        return None
    if argument == "text":
        for other in copied_values([(said, api, arguments)]):
            before = re.sub(whole(re.escape(other)), "{}", before)
        slot = next((slot for pattern, slot in BEFORE_TEXT[api] if re.search(pattern, before)), None)
        return slot if slot == "question" or not QUESTION.match(copied) else None
    if argument == "place":
        if copied.startswith(("nearest", "closest", "next", "my ")) or copied in ("home", "work"):
            return None
        return "city" if api == "get_weather" else "place"
    return argument


def _copies(turns):
    """(said, api, arguments, argument, carried) of what might be another value; carried: a call before has it."""
    earlier = []
    for said, api, arguments, *_ in turns:
        for argument, copied in arguments.items():
            if argument in REPLACED:
                yield said, api, arguments, argument, any(copied in each for each in earlier)
        earlier += [str(each) for each in arguments.values()]


def _pools():
    """{slot: the values that sayings have there}"""
    pools = {}
    for turns in SAYINGS:
        for said, api, arguments, argument, carried in _copies(turns):
            if not carried:
                pools.setdefault(_slot(said, api, arguments, argument), {})[arguments[argument]] = None
    return {slot: tuple(values) for slot, values in pools.items() if slot}


POOLS = _pools()


def _bare(said, arguments):
    """Whether hardly a word is said but values: then it is they that tell what is wanted."""
    for copied in copied_values([(said, "", arguments)]):
        said = said.replace(copied, "")
    return len(WORDS.findall(said)) < 2


def _others(draw, turns):
    """{value: another one, as it is said} for a conversation."""
    others = {}
    for said, api, arguments, argument, carried in _copies(turns):
        copied = arguments[argument]
        if copied in others or not draw.chance(REPLACED[argument]) or carried:
            continue
        slot = _slot(said, api, arguments, argument)
        if slot is not None and _alone(turns, copied, others):
            one_said = slot in POOLS and (draw.chance(OF_SAYINGS) or _bare(said, arguments))
            others[copied] = draw.random.choice(POOLS[slot]) if one_said else SLOTS[slot](draw, {}).text.lower()
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
        said, arguments = other_numbers(draw, said, arguments)
        turns = [(said, api, arguments, *kind)]
    if draw.chance(ANOTHER_DAY):
        turns = other_days(draw, turns)
    others = _others(draw, turns)
    others_of = whole(f"(?:{'|'.join(re.escape(each) for each in sorted(others, key=len, reverse=True))})")
    values = [value(others[each]) if each in others else each for each in copied_values(turns)]
    for said, api, arguments, *kind in turns:
        if others:
            said = re.sub(others_of, lambda copied: others[copied[0]], said)
        arguments = {name: value(others[each]) if each in others else each for name, each in arguments.items()}
        lacks = kind and kind[0].startswith("?")  # a remark could be taken for what is missing
        if len(turns) == 1 and not lacks and draw.chance(REMARKED):
            said = with_remark(draw, said, api, arguments)
        asks = said.endswith("?")
        said = re.sub(r"[.!?]+$", "", said)
        ends = said.rstrip("\"'")
        last = next((name for name in arguments if name in COPIED and ends.endswith(arguments[name])), None)
        user = spoil(draw, _parts(said, values), False, "message" if last == "text" else last, reasons=False)
        if asks and user[-1] not in ".?!" and draw.chance(0.6):
            user += "?"
        yield user, api, arguments, KINDS[kind[0]] if kind else None
