"""Draws every phrasing several times: its slots exist, and its call has all that the function needs and nothing else.

python check.py        prints what is wrong, and ends with 1 if anything is
"""

import sys

import phrases
from conversations import ARGUMENTS, fill_sentence, implied
from draw import TEST, Draw, split_phrasings
from noise import spoil
from replies import reply
from words import fill

DRAWS = 12
OPTIONAL = {
    "set_alarm": ("day",), "cancel_alarm": ("time",), "create_reminder": ("day", "time"), "add_event": ("day", "time"),
    "get_weather": ("place", "day"), "set_light": ("room",), "add_to_list": ("list",),
}  # fmt: skip
GIVEN = {"time": "07:00", "day": "today", "level": 50, "degrees": 20, "state": "on"}  # others are their own names


def problem(api, pattern, followed, seed):
    """What is wrong with one draw of a phrasing, or None."""
    sentence, _, rest = pattern.partition(" => ")
    optional = OPTIONAL.get(api, ())
    before = {}
    if followed:  # with and without the optional arguments
        before = {name: GIVEN.get(name, name) for name in ARGUMENTS[api] if seed % 2 or name not in optional}
    function, *kept = [part for part in rest.split() if "=" not in part] or (api, *before)
    if function not in ARGUMENTS:
        return f"no function {function}"
    if not set(kept) <= set(before):  # never drawn after such a call
        return None
    _, said = fill_sentence(Draw(seed, TEST), sentence, before)
    arguments = {name: before[name] for name in kept if name in before} | said | implied(rest)
    missing = set(ARGUMENTS[function]) - set(OPTIONAL.get(function, ())) - set(arguments)
    needless = set(arguments) - set(ARGUMENTS[function])
    if missing or needless:
        return f"lacks {sorted(missing)}, has {sorted(needless)} that {function} does not know"
    reply(function, arguments)
    return None


def problems():
    tables = ((phrases.REQUESTS, False), (phrases.FOLLOWUPS, True))
    every = [(api, pattern, followed) for table, followed in tables for api in table for pattern in table[api]]
    for api, pattern, followed in every:
        for seed in range(DRAWS):
            try:
                wrong = problem(api, pattern.removeprefix("*"), followed, seed)
            except (KeyError, ValueError) as error:
                wrong = repr(error)
            if wrong:
                yield f"{api}{' follow-up' if followed else ''}: {pattern}: {wrong}"
                break
    for _, patterns in phrases.NONE:
        for pattern in (pattern for group in split_phrasings(patterns) for pattern in group):
            try:
                spoil(Draw(0, TEST), [(fill(Draw(0, TEST), pattern), False)], False)
            except (KeyError, ValueError) as error:
                yield f"none: {pattern}: {error!r}"


def main():
    wrong = list(problems())
    print(*wrong, sep="\n", end="\n" if wrong else "")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
