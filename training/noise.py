"""What lies around a request: politeness, hesitation, typos, missing punctuation, all in lower case.

A sentence comes as (text, verbatim) parts. Verbatim parts are values that the call copies, or times and numbers that it
reads, and stay as they are; only the words around them are disturbed, so that the expected call stays true.
"""

import re

POLITE = (
    "please", "please", "can you", "pls", "plz", "kindly", "would you mind to", "would you be so kind to",
    "can u", "i would like you to", "could you maybe", "can you quickly", "be so good and", "be a dear and", "do me a favor and", "i'd appreciate it if you'd",
    "could you just", "you can", "you could", "let's", "can you go ahead and", "may i ask you to", "is it possible to", "quickly",
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
    "please", "please", "please", "thanks", "thank you", "will you", "would you", "thx", "pls", "ok", "okay", "cheers",
    "if you can", "if you don't mind", "thanks a lot", "please and thank you", "could you", "can you", "for me",
)
HESITATIONS = ("um", "uh", "er", "hmm", "like", "you know")
PAUSES = re.compile(r"(?<=\w)[,;:](?= )|[.?!]$")
SPACES = re.compile(r"\s+")
QUESTION = re.compile(
    r"(what|what's|how|how's|who|where|when|why|is|are|do|does|will|should|can|could|would|which)\b"
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
        if (
            draw.typos
            and len(word) > 2
            and word.isalpha()
            and word not in ("off", "the")
            and draw.chance(draw.typos)
        ):
            word = typo(draw, word)
        words.append(word)
    if len(words) > 2 and draw.chance(0.025):
        words.insert(draw.random.randrange(1, len(words)), draw.one(HESITATIONS) + draw.one((",", "", "...")))
    return " ".join(words)


def spoil(draw, parts, imperative, open_end):
    """The sentence as this user says it. `open_end`: its last value is free text, which nothing may follow."""
    before = ""
    if imperative and draw.chance(0.38):
        before = draw.one(POLITE) + " "
    if draw.chance(0.17):
        before = draw.one(OPENERS) + draw.one((", ", " ")) + before
    after = ""
    if draw.chance(0.04 if open_end else 0.16):
        after = ("," if open_end or draw.chance(0.5) else "") + " " + draw.one(AFTER)
    parts = [(before, False), *parts, (after, False)]
    if draw.dictates:  # says no punctuation; but what marks the border of free text stays
        parts = [
            (part if verbatim or (open_end and at == len(parts) - 3) else PAUSES.sub("", part), verbatim)
            for at, (part, verbatim) in enumerate(parts)
        ]
    text = "".join(part if verbatim else _disturb(draw, part.lower()) for part, verbatim in parts)
    text = SPACES.sub(" ", text).strip().replace(" ,", ",").replace(" :", ":")
    if draw.dictates:
        return text
    end = draw.random.choices(("", "?" if QUESTION.match(text) else ".", "!"), (64, 34, 2))[0]
    if not open_end or end != "!":
        text += "" if text[-1] in ".?!" else end
    return text
