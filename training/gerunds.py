"""The -ing form of the verb that an imperative begins with: "turn it on", "turning it on"."""

import re

# What imperatives of the phrasings begin with besides verbs, and verbs that do not begin a clause in this form.
NO_VERBS = frozenset(
    "don't do be can please kindly just quickly quick simply politely gently quietly discreetly immediately fast hurry "
    "never ever once first now then also again to on in onto into up off back new another next time when if let's mind "
    "black ready straight quiet level alarm timer own dm msg txt sms im nav gimme hmu dj cc an the a".split()
)
# One syllable, or the last one stressed, that ends with a consonant after a short vowel.
DOUBLES = re.compile(
    r"([^aeiou]*(qu)?[aeiou][bdfgklmnprtz]|(un|re|de)(set|plug|pin|wrap|run|map|bug)|.*(get|gin|mit|bid|gram))$"
)


def gerund(verb):
    """The -ing form of `verb`, or None of a word that is no verb."""
    if not verb.isalpha() or not verb.isascii() or len(verb) < 2 or verb in NO_VERBS:
        return None
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if DOUBLES.match(verb) else "") + "ing"
