"""What people say as they write it down for training, a line a turn, checked and made into conversations.

    python lines.py new.txt                              what is wrong with it, and how much of it was known
    python lines.py new.txt --learn sayings/new.jsonl    the conversations that training may have
    python lines.py new.txt --score out/new.jsonl        all of them, for `lanky eval api --data`

A line is `what is said | function argument=value; argument=value`, a further turn of its conversation begins with
`+ `, and `#` begins a comment; sayings/RULES.md tells what is right. Training may not have what check.py refuses, no
turn of a written split, and no first sentence that it has. What is held out is counted, not shown: who writes more
shall not know it.

Python's standard library is enough.
"""

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

import check
import sayings
from clock import DAYS
from conversations import ARGUMENTS
from values import ARTICLES, COPIED

FORMS = {
    "time": r"([01]\d|2[0-3]):[0-5]\d",
    "day": "today|tonight|" + "|".join(DAYS),
    "duration": r"(?=\d)(\d+h)?(\d+m)?(\d+s)?",
    "state": "on|off",
    "level": r"\d\d?|100",
    "degrees": r"\d+(\.\d+)?",
}


def turn_of(line, known):
    """(said, api, arguments, kind of reply) of a line; `known` are the words of the turns before it."""
    said, bar, call = (" ".join(part.lower().replace("’", "'").split()) for part in line.rpartition("|"))
    if not bar or not said:
        raise ValueError("expected `what is said | function argument=value; ...`")
    api, _, rest = call.partition(" ")
    if api not in ARGUMENTS:
        raise ValueError(f"no function {api!r}")
    if api == "none":
        if rest not in sayings.KINDS:
            raise ValueError(f"no kind of reply {rest!r}, expected one of {' '.join(sayings.KINDS)}")
        return said, api, {}, rest
    given = {}
    for part in filter(None, map(str.strip, rest.split(";"))):
        name, _, value = (side.strip() for side in part.partition("="))
        if name not in ARGUMENTS[api]:
            raise ValueError(f"{api} has no argument {name!r}")
        given[name] = checked(name, value.rstrip(".!?"), said, known)
    missing = set(ARGUMENTS[api]) - set(check.OPTIONAL.get(api, ())) - set(given)
    if missing:
        raise ValueError(f"{api} lacks {', '.join(sorted(missing))}")
    return said, api, {name: given[name] for name in ARGUMENTS[api] if name in given}


def checked(name, value, said, known):
    """The value of an argument as a call has it."""
    if name not in COPIED and not re.fullmatch(FORMS[name], value):
        raise ValueError(f"{name}: found {value!r}, expected {FORMS[name]}")
    if name in ("level", "degrees"):
        return json.loads(value.lstrip("0") or "0")
    if name in COPIED:
        if not value or value.split()[0] in ARTICLES:
            raise ValueError(f"{name} {value!r} is empty or begins with an article")
        if not sayings.places_of(said, value) and not known:
            raise ValueError(f"{name} {value!r} is no piece of the sentence")
        if not sayings.places_of(said, value) and not set(words_of(value)) <= known | set(words_of(said)):
            raise ValueError(f"{name} {value!r} was not said")
    return value


def words_of(text):
    return [part for word in re.findall(check.WORDS_OF, text) for part in {word, word.removesuffix("'s")}]


def read(path):
    """The conversations of a file, and its errors."""
    conversations, errors, firsts, known = [], [], set(), set()
    whole = False  # whether the lines before a further turn were right
    for at, line in enumerate(map(str.strip, path.read_text(encoding="utf-8").splitlines()), 1):
        if not line or line.startswith("#"):
            continue
        further = line.startswith("+")
        try:
            if further and not whole:
                raise ValueError("goes on with a line that is wrong")
            turn = turn_of(line.removeprefix("+"), known if further else set())
            if not further and turn[0] in firsts:
                raise ValueError("the sentence was there before")
        except ValueError as error:
            errors.append(f"{path}:{at}: {error}: {line}")
            if further and whole:
                conversations.pop()
            whole = False
            continue
        if not further:
            conversations.append([])
            firsts.add(turn[0])
            known = set()
        whole = True
        conversations[-1].append(turn)
        known |= set(words_of(turn[0]))
    return conversations, errors


def plain_first(turns):
    return turns[0][0].rstrip(".?!")


def for_training(conversations, limit):
    """Those that training may have, and a count of the others by the reason."""
    trained, held_out = check.read_phrasings(list(check.every_phrasing()), limit)
    refused = check.Refused(trained, held_out, limit)
    written = {(api, text) for _, api, _, text in check.written_turns()}
    calls = {plain_first(turns): turns[0][1:] for turns in sayings.SAYINGS}
    good, out = [], Counter()
    for turns in conversations:
        first = plain_first(turns)
        if first in calls:
            out["is known" if calls[first] == turns[0][1:] else f"has another call in training: {first!r}"] += 1
        elif any((api, check.opened(said, arguments)) in written for said, api, arguments, *_ in turns):
            out["is said in a written split"] += 1
        elif any(refused.faults(turns)):
            out["is held out, or scores models"] += 1
        else:
            good.append(turns)
            calls[first] = turns[0][1:]
    return good, out


def write(path, conversations, kinds):
    def line(turns):
        rows = [[said, {"api": api, "arguments": given}, *kind[:kinds]] for said, api, given, *kind in turns]
        return json.dumps({"turns": rows}, ensure_ascii=False) + "\n"

    path.write_text("".join(map(line, conversations)), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--learn", type=Path, help="a file of sayings/ to write")
    parser.add_argument("--score", type=Path, help="a file of conversations to write that scores models")
    parser.add_argument("--limit", type=int, default=1000, help="sentences of a phrasing that are compared")
    options = parser.parse_args()
    if options.learn and options.learn.exists():  # other sayings, or these, which would be taken for known
        parser.error(f"{options.learn} exists already: name a new file, or remove it first")
    conversations, errors = read(options.file)
    print(*errors, sep="\n", end="\n" if errors else "")
    known = {(api, check.opened(said, given)) for turns in sayings.SAYINGS for said, api, given, *_ in turns}
    again = sum((api, check.opened(said, given)) in known for (said, api, given, *_), *_ in conversations)
    apis = Counter(api for turns in conversations for _, api, *_ in turns)
    print(f"{len(conversations)} conversations, {again} begin with what training says already, values aside")
    print(f"{apis.total()} turns:", ", ".join(f"{api} {count}" for api, count in apis.most_common()))
    if options.score:
        write(options.score, conversations, 0)
    if options.learn:
        good, out = for_training(conversations, options.limit)
        write(options.learn, good, 1)
        print(f"{options.learn}: {len(good)} conversations;", ", ".join(f"{n} {why}" for why, n in out.most_common()))
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
