"""What lies around a request: politeness, hesitation, typos, missing punctuation, all in lower case.

A sentence comes as (text, verbatim) parts. Verbatim parts are values that the call copies, or times and numbers that it
reads, and stay as they are; only the words around them are disturbed, so that the expected call stays true.

The lists here are what most people say; half the time it is something of the longer lists in words/around/, a pattern a
line: before imperatives (polite.txt), before their verb in its -ing form (gerunds.txt), before and after sentences of
any kind (openers.txt, after.txt), amid the words (hesitations.txt).
"""

import re
from pathlib import Path

from clock import DAYS
from draw import TRAIN
from gerunds import gerund
from words import fill
from words.reasons import ABOUT_PEOPLE, REASONS
from words.spellings import SPELLINGS

POLITE = (
    "please", "please", "can you", "pls", "plz", "kindly", "would you mind to", "would you be so kind to",
    "can u", "i would like you to", "could you maybe", "can you quickly", "be so good and", "be a dear and",
    "do me a favor and", "i'd appreciate it if you'd", "could you just", "you can", "you could", "let's",
    "can you go ahead and", "may i ask you to", "is it possible to", "quickly",
    "could you", "can you please", "could you please", "would you", "would you please",
    "i want you to", "i'd like you to", "i need you to", "will you", "hey, can you", "just", "go ahead and",
)  # fmt: skip
OPENERS = (
    "hey", "hi", "hello", "ok", "okay", "so", "um", "uh", "er", "hmm", "well", "oh", "alright", "now", "hey there",
    "yo", "um so", "listen", "oh and", "right", "right then", "yeah", "yes", "good morning", "good evening", "okay so",
    "hey assistant", "hi there", "ah", "oh yeah", "oh right", "one more thing", "next thing", "great", "thanks",
    "quick one", "sorry to bother you", "excuse me", "assistant", "computer", "look", "actually", "by the way", "and",
)  # fmt: skip
AFTER = (
    "please",
    "please",
    "please",
    "thanks",
    "thank you",
    "will you",
    "would you",
    "thx",
    "pls",
    "ok",
    "okay",
    "cheers",
    "if you can",
    "if you don't mind",
    "thanks a lot",
    "please and thank you",
    "could you",
    "can you",
    "for me",
    "asap",
    "right away",
    "real quick",
    "ta",
    "now please",
    "when you can",
    "thank u",
    "ty",
    "if that's okay",
)
AROUND = Path(__file__).parent / "words" / "around"
RARER_POLITE, GERUNDS, RARER_OPENERS, RARER_AFTER, RARER_HESITATIONS = (
    tuple((AROUND / f"{name}.txt").read_text(encoding="utf-8").splitlines())
    for name in ("polite", "gerunds", "openers", "after", "hesitations")
)
UNKNOWN = 0.05  # how often a word of a training sentence is one that nobody knows
WORD = re.compile(r"(?<![\w'’])[a-z]+(?![\w'’])")
TELLS_WHEN = (*DAYS, "morning", "afternoon", "evening", "night", "half", "quarter")
HESITATIONS = ("um", "uh", "er", "hmm", "like", "you know")
PAUSES = re.compile(r"(?<=\w)[,;:](?= )|^,(?= )|[.?!](?= )|[.?!]$")
SPACES = re.compile(r"\s+")
QUESTION = re.compile(r"(what|what's|how|how's|who|where|when|why|is|are|do|does|will|should|can|could|would|which)\b")
# Slots of free text, which end where the sentence does; of the short ones a full stop may be the end, too.
FREE_TEXT = (
    "message", "news", "report", "dictation", "question", "errand", "dont", "wish", "note", "task", "topic",
)  # fmt: skip
SHORT_TEXT = ("title", "query", "style", "song", "item", "deed")
PEOPLE = ("contact", "phone")
# A clause that is plainly a new one, even without a comma before it.
OWN_CLAUSE = re.compile(r"(i|i'm|im|i've|he|he's|she|she's|we|we're|it's|it|they|they're|my|there's|that's|because)\b")
# Before words "2" and "4" are "to" and "for", before numbers they are numbers.
DIGITS = {" to ": " 2 ", " for ": " 4 "}
BEFORE_TIME = re.compile(
    r"(a|an|zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|midday|half|quarter|"
    r"\w+teen|(twen|thir|for|fif|six|seven|eigh|nine)ty.*)\b|[^a-z]"
)
NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopoasdfghjkklzxcvbn", strict=True))


def typo(draw, word):
    """`word` with one slip of the fingers; its first letter mostly stays."""
    at = draw.random.randrange(1, len(word)) if draw.chance(0.93) else 0
    kind = draw.random.choice(("swap", "drop", "double", "neighbour"))
    if kind == "swap" and 0 < at < len(word) - 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    return word[:at] + NEIGHBOURS.get(word[at], word[at]) + word[at + 1 :]


def _disturb(draw, text):
    """Typos and hesitations in the words around the values."""
    words = []
    for word in text.split(" "):
        if draw.typos and len(word) > 2 and word.isalpha() and word not in ("off", "the") and draw.chance(draw.typos):
            word = typo(draw, word)
        elif draw.typos and word in SPELLINGS and draw.chance(draw.typos):
            word = draw.random.choice(SPELLINGS[word])
        elif draw.sloppy and "'" in word:
            word = word.replace("'", "")
        words.append(word)
    if len(words) > 2 and draw.chance(0.025):
        hesitation = _either(draw, HESITATIONS, RARER_HESITATIONS)
        words.insert(draw.random.randrange(1, len(words)), hesitation + draw.one((",", "", "...")))
    return " ".join(words)


def _digits(draw, part, value):
    """The words before a value, "to" or "for" at their end as a digit."""
    if value and not BEFORE_TIME.match(value) and draw.chance(0.12 if draw.sloppy else draw.typos / 4):
        for word, digit in DIGITS.items():
            if part.endswith(word) and part != word:  # after a time or a number it would belong to that
                return part.removesuffix(word) + digit
    return part


def _articles(draw, value):
    """A value in the sentence, for which alone its article counts: no call has it."""
    if value.startswith("the ") and draw.typos and draw.chance(draw.typos):
        return "teh" + value[3:]
    return value


def _either(draw, usual, rarer):
    return draw.one(usual) if draw.chance(0.5) else draw.expand(draw.random.choice(rarer)).lower()


def _polite(draw, parts):
    """What is said before an imperative, and the imperative, its verb in the -ing form if need be."""
    verb, _, rest = parts[0][0].partition(" ")
    doing = gerund(verb) if draw.chance(0.15) else None
    if doing:
        return draw.expand(draw.random.choice(GERUNDS)).lower() + " ", [(f"{doing} {rest}", False), *parts[1:]]
    return _either(draw, POLITE, RARER_POLITE) + " ", parts


def _reason(draw, names_somebody):
    return fill(draw, draw.entry(ABOUT_PEOPLE if names_somebody and draw.chance(0.6) else REASONS))


def _unknown(draw, parts):
    """`parts` with one of the words around the values replaced by one that nobody knows: no word alone may decide. Not
    beside a value, which such a word could belong to."""
    words = [(at, word) for at, (part, verbatim) in enumerate(parts) if not verbatim for word in WORD.finditer(part)]
    at, word = draw.random.choice(words or [(0, None)])
    if len(words) < 4 or len(word[0]) < 4 or word[0] in TELLS_WHEN:
        return parts
    before, after = parts[at][0][: word.start()], parts[at][0][word.end() :]
    if (at > 0 and not before.strip()) or (at + 1 < len(parts) and not after.strip()):
        return parts
    return [*parts[:at], (before + draw.invented() + after, False), *parts[at + 1 :]]


def spoil(draw, parts, imperative, last=None, reasons=True):
    """The sentence as this user says it. `last` is the slot that ends it, if one does: free text cannot be followed by
    anything, or by a new sentence at most. Without `reasons`, none is given: it could be taken for what is missing."""
    open_end = last in FREE_TEXT or last in SHORT_TEXT
    if draw.split == TRAIN and draw.chance(UNKNOWN):
        parts = _unknown(draw, parts)
    before = ""
    if imperative and draw.chance(0.38):
        before, parts = _polite(draw, parts)
    begins_with_value = before == "" and len(parts) > 1 and not parts[0][0].strip() and not parts[0][1]
    if draw.chance(0.17) and not (begins_with_value and draw.dictates):
        border = ", " if begins_with_value else draw.one((", ", " "))
        before = _either(draw, OPENERS, RARER_OPENERS) + border + before
    if reasons and draw.chance(0.035):
        before = _reason(draw, False) + draw.one((", ", ". ", " so ", ", so ", "! ")) + before
    after = why = ""
    if draw.chance(0.04 if open_end else 0.16):
        thanks = draw.one(AFTER) if open_end else _either(draw, AFTER, RARER_AFTER)
        after = ("," if open_end or draw.chance(0.5) else "") + " " + thanks
    if reasons and draw.chance(0.06) and not (open_end and draw.dictates) and last not in FREE_TEXT:
        why = _reason(draw, last in PEOPLE)
        marks = (". ", "! ", "? ") if open_end else (", ", ", ", ". ", "! ", " - ", " because ", " cause ")
        plain = OWN_CLAUSE.match(why) and not open_end and draw.chance(0.4)
        after += (" " if plain else draw.one(marks)) + why
    parts = [(before, False), *parts, (after, False)]
    if draw.dictates:  # says no punctuation; but what marks the border of free text stays
        parts = [
            (part if verbatim or (open_end and at == len(parts) - 4) else PAUSES.sub("", part), verbatim)
            for at, (part, verbatim) in enumerate(parts)
        ]
    values = [part if verbatim else "" for part, verbatim in parts[1:]] + [""]
    text = "".join(
        _articles(draw, part) if verbatim else _digits(draw, _disturb(draw, part.lower()), value)
        for (part, verbatim), value in zip(parts, values, strict=True)
    )
    text = SPACES.sub(" ", text).strip().replace(" ,", ",").replace(" :", ":")
    if draw.dictates:
        return text
    end = draw.random.choices(("", "?" if QUESTION.match(text) and not why else ".", "!"), (64, 34, 2))[0]
    if not open_end or end != "!":
        text += "" if text[-1] in ".?!" else end
    return text
