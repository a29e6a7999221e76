"""What people say, as whole conversations: written one by one for this recipe, in the proportions of people.

The grammar of phrases/ makes what is rare as frequent as what is plain; here half is short and in the most usual words.
A line of a file is {"turns": [[user, call], ...]}; for the function none, a turn has a third element, the kind of its
reply: a letter of `KINDS`, or `?` and the function whose argument the reply asks for.

Where a copied value stands in the sentence word for word, training mostly puts another from words/ there, in all turns
of the conversation, and other minutes, levels and degrees in single sentences: so that none is learnt by heart.
"""

import json
import re
from pathlib import Path

from noise import spoil
from phrases import INCOMPLETE, NONE
from values import ARTICLES, SLOTS, value

KINDS = dict(zip("ghtbwcjpsoukx", (reply for reply, _ in NONE), strict=True))
KINDS |= {f"?{api}": question for api, _, question, _ in reversed(INCOMPLETE)}  # the first one of each
KINDS |= {
    "?send_message": "Who is it for, and what should it say?",
    "?send_message-text": next(question for api, _, question, _ in INCOMPLETE if api == "send_message"),
}
# How often another value stands in for one of an argument; free text is the harder to replace.
REPLACED = {"contact": 0.6, "query": 0.55, "place": 0.6, "item": 0.5, "list": 0.5, "room": 0.5, "text": 0.4,
            "title": 0.5}  # fmt: skip
# The slot whose values may stand for a text, by what is right before it.
BEFORE_TEXT = {
    "send_message": (
        (r"\bthat$", "report"), (r"(\bsaying|\bsay|\bwith|:|,)$", "dictation"), (r"\bto$", "errand"),
        (r"\{\}$", "message"),
    ),
    "create_reminder": ((r"\bto$", "task"), (r"\b(about|of)$", "topic"), (r"\bthat$", "report")),
    "create_note": ((r"(\bnote|\bthat|\bdown|\bsave|\bmemo|:|,)$", "note"),),
}  # fmt: skip
SLOT_OF = {"contact": "contact", "query": "query", "item": "item", "list": "list", "room": "room", "title": "title"}
# What noise.py may add after a value that ends the sentence, by the slot it stands for.
ENDS = {"text": "message", "title": "title", "query": "query", "item": "item", "contact": "contact"}
AN_ARTICLE = re.compile(rf"\b({'|'.join(ARTICLES)})$")
QUESTION = re.compile(r"(if|whether|when|what|where|how|who|why|which)\b")
NUMBERS = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|quarter|"
    "quarters|past|noon|midday|midnight|morning|afternoon|evening|night|tonight|hour|hours|minute|minutes|second|"
    "seconds|percent|full|max|mute|earlier|later"
)
# Words that the call reads: they stay as they are, as numbers do.
READ = re.compile(rf"(?<![\w'])(?:[\w.:%°-]*\d[\w.:%°-]*|(?:{NUMBERS})(?:-(?:{NUMBERS}))*|[ap]\.?m\.?)(?![\w'])")
WORDS = re.compile(r"[\w'’]+")
CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})([:.])(\d\d)(?![\d.:])")


def _load():
    for file in sorted(Path(__file__).parent.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            turns = json.loads(line)["turns"]
            yield [(said.lower(), call["api"], call["arguments"], *kind) for said, call, *kind in turns]


SAYINGS = tuple(_load())


def place_of(text, copied):
    """Where a value stands in a sentence: (start, end), if it does so once, and as whole words."""
    found = [match.span() for match in re.finditer(rf"(?<![\w'’]){re.escape(copied)}(?![\w'’])", text)]
    return found[0] if len(found) == 1 else None


def _slot(api, argument, before, copied):
    """The slot that may be drawn instead of a value, with `before` as the words before it."""
    if argument == "text":
        if api == "send_message" and QUESTION.match(copied):
            return "question"
        return next((slot for pattern, slot in BEFORE_TEXT[api] if re.search(pattern, before)), None)
    if argument == "place":
        if copied.startswith(("nearest", "closest", "next", "my ")) or copied in ("home", "work"):
            return None
        return "city" if api == "get_weather" else "place"
    return SLOT_OF[argument]


def _others(draw, turns):
    """{value: another one, as it is said} for a conversation."""
    others = {}
    for at, (said, api, arguments, *_) in enumerate(turns):
        for argument, copied in arguments.items():
            if argument not in REPLACED or copied in others or not draw.chance(REPLACED[argument]):
                continue
            where = place_of(said, copied)
            if where is None or any(copied in str(each) for turn in turns[:at] for each in turn[2].values()):
                continue
            before = said[: where[0]].rstrip()
            if any(before.endswith(str(other)) for other in arguments.values()):
                before = "{}"
            slot = _slot(api, argument, before, copied)
            if slot is not None and not AN_ARTICLE.search(before) and _alone(turns, copied, others):
                others[copied] = SLOTS[slot](draw, {}).text.lower()
    return others


def _alone(turns, copied, others):
    """Whether no word of a value stands anywhere but in it, so that no other turn takes a part of it up."""
    words = {word for word in WORDS.findall(copied) if len(word) > 3 or word.isdigit()} - set(ARTICLES)
    if any(words & set(WORDS.findall(other)) for other in others):
        return False
    for said, _, arguments, *_ in turns:
        if any(str(each) != copied and (str(each) in copied or copied in str(each)) for each in arguments.values()):
            return False
        rest = " ".join((said, *(str(each) for each in arguments.values()))).replace(copied, " ")
        if words & set(WORDS.findall(rest)):
            return False
    return True


def _other_numbers(draw, said, arguments):
    """Other minutes, another level or other degrees, where the sentence has them in digits."""
    arguments = dict(arguments)
    clock = CLOCK.findall(said)
    if "time" in arguments and len(clock) == 1 and arguments["time"][3:] == clock[0][2]:
        minutes = f"{draw.random.choice((*range(60), *range(0, 60, 5))):02}"
        said = CLOCK.sub(rf"\g<1>\g<2>{minutes}", said)
        arguments["time"] = f"{arguments['time'][:3]}{minutes}"
    for argument, choices in (("level", range(101)), ("degrees", range(14, 28))):
        where = place_of(said, str(arguments.get(argument, "")) or "?")
        if where is not None:
            arguments[argument] = draw.random.choice(choices)
            said = f"{said[: where[0]]}{arguments[argument]}{said[where[1] :]}"
    return said, arguments


def _parts(said, values, words_of_values):
    """A sentence as `noise.spoil` takes it: what is a value, a word of one or a number stands by itself."""
    spans = sorted(span for span in (place_of(said, each) for each in values) if span)
    at, parts = 0, []
    for start, end in [*spans, (len(said), len(said))]:
        if start < at:
            continue
        words = said[at:start]
        last = 0
        for word in re.finditer(f"{READ.pattern}|{WORDS.pattern}", words):
            if READ.fullmatch(word[0]) or word[0] in words_of_values:
                parts += [(words[last : word.start()], False), (word[0], True)]
                last = word.end()
        parts += [(words[last:], False), (said[start:end], True)]
        at = end
    return parts[:-1]  # the last value is the end of the sentence


def saying(draw):
    """The turns of one conversation as (user, api, arguments, reply); the reply is None where the call tells it."""
    turns = draw.random.choice(SAYINGS)
    others = _others(draw, turns)
    # A value may have been said in an earlier turn, or in a half of a request.
    words_of_values = {
        word for _, _, arguments, *_ in turns for each in arguments.values() for word in WORDS.findall(str(each))
    }
    for said, api, arguments, *kind in turns:
        if len(turns) == 1:
            said, arguments = _other_numbers(draw, said, arguments)
        said = re.sub(r"[.!]+$", "", said)
        for copied, other in others.items():
            where = place_of(said, copied)
            if where is not None:
                said = said[: where[0]] + other + said[where[1] :]
        arguments = {name: value(others[each]) if each in others else each for name, each in arguments.items()}
        copied = {name: each for name, each in arguments.items() if isinstance(each, str)}
        last = next((ENDS.get(name) for name, each in copied.items() if said.endswith(each)), None)
        user = spoil(draw, _parts(said, copied.values(), words_of_values), False, last, reasons=False)
        yield user, api, arguments, KINDS[kind[0]] if kind else None
