"""What lies around a request: politeness, hesitation, typos, missing punctuation.

A sentence comes as (text, verbatim) parts. Verbatim parts are values that the call copies, or times and numbers that it
reads, and stay as they are; only the words around them are disturbed, so that the expected call stays true.
"""

import re

POLITE = (
    "please", "can you", "could you", "can you please", "could you please", "would you", "would you please",
    "I want you to", "I'd like you to", "I need you to", "will you", "hey, can you", "just", "go ahead and",
)  # fmt: skip
OPENERS = (
    "hey", "hi", "hello", "ok", "okay", "so", "um", "uh", "er", "hmm", "well", "oh", "alright", "now", "hey there",
    "yo", "um so", "listen", "oh and",
)  # fmt: skip
AFTER = ("please", "please", "please", "thanks", "thank you", "will you")
HESITATIONS = ("um", "uh", "er", "hmm", "like", "you know")
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
    return word[:at] + NEIGHBOURS.get(word[at].lower(), word[at]) + word[at + 1 :]


def _disturb(draw, text):
    """Typos and hesitations in the words around the values."""
    words = []
    for word in text.split(" "):
        if (
            draw.typos
            and len(word) > 2
            and word.isalpha()
            and word.lower() not in ("off", "the")
            and draw.chance(draw.typos)
        ):
            word = typo(draw, word)
        words.append(word)
    if len(words) > 2 and draw.chance(0.025):
        words.insert(draw.random.randrange(1, len(words)), draw.one(HESITATIONS) + draw.one((",", "", "...")))
    return " ".join(words)


def spoil(draw, parts, imperative, open_end):
    """The sentence as this user writes it. `open_end`: its last value is free text, which nothing may follow."""
    before = ""
    if imperative and draw.chance(0.38):
        before = draw.one(POLITE) + " "
    if draw.chance(0.17):
        before = draw.one(OPENERS) + draw.one((", ", " ")) + before
    after = ""
    if draw.chance(0.04 if open_end else 0.16):
        after = ("," if open_end or draw.chance(0.5) else "") + " " + draw.one(AFTER)
    parts = [(before, False), *parts, (after, False)]
    text = "".join(part if verbatim else draw.spelled(_disturb(draw, part)) for part, verbatim in parts)
    text = re.sub(r"\s+", " ", text).strip().replace(" ,", ",").replace(" :", ":")
    if draw.letters == "natural":
        text = text[:1].upper() + text[1:]
    question = re.match(r"(?i)(what|how|who|where|when|why|is|are|do|does|will|should|can|could|would|which)\b", text)
    end = draw.random.choices(
        ("", "?" if question else ".", "!"), (60, 38, 2) if draw.letters == "natural" else (85, 14, 1)
    )[0]
    if not open_end or end != "!":
        text += "" if text[-1] in ".?!" else end
    if draw.chance(0.3):
        text = re.sub(r"(?<=\w), (?=\w)", " ", text) if not open_end else text
    return text
