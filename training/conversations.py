"""Conversations to learn from: a user's turns, and for each a call as one line of JSON and a line of reply.

`conversation(seed, split)` is a pure function of its arguments. The sentences are in phrases.py, what fills them in
values.py and clock.py, what disturbs them in noise.py, and what is held out for the test split in draw.py.

    python conversations.py [--split test] [--count 20]     prints some to look at
"""

import argparse
import json
import re
from typing import NamedTuple

from clock import Said
from draw import TRAIN, Draw
from lexicon import fill
from noise import spoil
from phrases import FOLLOWUPS, REQUESTS
from replies import reply
from smalltalk import INCOMPLETE, NONE
from values import SLOTS, value

# Every function with its arguments, in the order in which a call writes them.
ARGUMENTS = {
    "set_alarm": ("time", "day"),
    "cancel_alarm": ("time",),
    "set_timer": ("duration",),
    "create_reminder": ("text", "day", "time"),
    "add_event": ("title", "day", "time"),
    "call": ("contact",),
    "send_message": ("contact", "text"),
    "play_music": ("query",),
    "pause_music": (),
    "next_track": (),
    "set_volume": ("level",),
    "get_weather": ("place", "day"),
    "set_light": ("room", "state"),
    "set_thermostat": ("degrees",),
    "navigate": ("place",),
    "create_note": ("text",),
    "add_to_list": ("item", "list"),
    "set_flashlight": ("state",),
    "none": (),
}
# How often a conversation asks for each.
SHARES = {
    "set_alarm": 10, "cancel_alarm": 4, "set_timer": 7, "create_reminder": 12, "add_event": 10, "call": 5,
    "send_message": 11, "play_music": 7, "pause_music": 2, "next_track": 2, "set_volume": 4, "get_weather": 8,
    "set_light": 6, "set_thermostat": 4, "navigate": 6, "create_note": 6, "add_to_list": 7, "set_flashlight": 3,
    "none": 9,
}  # fmt: skip
OPEN_ENDS = ("message", "question", "note", "task", "topic", "title", "query", "item")
SLOT = re.compile(r"\{(\w+)\}")


class Turn(NamedTuple):
    """What the user said, the call it asks for, and the reply."""

    user: str
    api: str
    arguments: dict
    reply: str

    @property
    def call(self):
        return call_line(self.api, self.arguments)

    @property
    def assistant(self):
        return f"{self.call}\n{self.reply}"


def call_line(api, arguments):
    """A call as the model writes it: compact JSON, arguments in the order of `ARGUMENTS`."""
    ordered = {name: arguments[name] for name in ARGUMENTS[api] if name in arguments}
    return json.dumps({"api": api, "arguments": ordered}, ensure_ascii=False, separators=(",", ":"))


class _Memory(NamedTuple):
    """The last call: its arguments, and the same as the user wrote them."""

    api: str
    arguments: dict
    said: dict


def _sentence(draw, pattern, before):
    """A pattern with its slots filled: the user's text, the arguments it names, and how they were written."""
    imperative = not pattern.startswith("~")
    pattern = draw.expand(pattern.removeprefix("~"))
    parts, arguments, said, at, slot = [], {}, {}, 0, None
    for slot in SLOT.finditer(pattern):
        parts.append((pattern[at : slot.start()], False))
        filled = SLOTS[slot[1]](draw, before)
        parts.append((filled.text, True) if slot[1] != "day" else (filled.text, False))
        arguments |= filled.arguments
        said |= {name: _written(filled, given) for name, given in filled.arguments.items()}
        at = slot.end()
    parts.append((pattern[at:], False))
    open_end = slot is not None and slot[1] in OPEN_ENDS and slot.end() == len(pattern)
    return spoil(draw, parts, imperative, open_end), arguments, said


def _written(filled: Said, given):
    """An argument in the user's letters, if it was copied from the sentence; else as the call has it."""
    return filled.text[-len(given) :] if isinstance(given, str) and value(filled.text) == given else given


def _finish(user, api, arguments, said):
    memory = _Memory(api, arguments, said)
    return Turn(user, api, arguments, reply(api, said)), memory


def _implied(rest):
    """The arguments in "state=off level=50", as the call has them."""
    pairs = (part.split("=") for part in rest.split() if "=" in part)
    return {name: int(given) if given.isdigit() else given for name, given in pairs}


def _request(draw, api):
    """One sentence that asks for `api`."""
    pattern, _, rest = draw.one(REQUESTS[api]).partition(" => ")
    user, arguments, said = _sentence(draw, pattern, {})
    implied = _implied(rest)
    return _finish(user, api, arguments | implied, said | implied)


def _none(draw):
    answer, patterns = draw.random.choices(NONE, [3 if len(patterns) > 20 else 0.5 for _, patterns in NONE])[0]
    pattern = draw.one(patterns)
    text = draw.spelled(fill(draw, pattern))
    return Turn(spoil(draw, [(text, False)], False, False), "none", {}, answer), None


def _follow_up(draw, memory):
    """A sentence that only makes sense after the call before it."""
    while True:
        pattern, _, rest = draw.one(FOLLOWUPS[memory.api]).partition(" => ")
        api, *kept = [part for part in rest.split() if "=" not in part] or (memory.api, *memory.arguments)
        if not rest or set(kept) <= set(memory.arguments):  # "take me there" needs a place
            break
    user, arguments, said = _sentence(draw, pattern, memory.arguments)
    implied = _implied(rest)
    keep = lambda of: {name: of[name] for name in kept if name in of}
    return _finish(user, api, keep(memory.arguments) | arguments | implied, keep(memory.said) | said | implied)


def _incomplete(draw):
    """A request with something missing, the question for it, and the answer to that."""
    api, patterns, question, answers = draw.random.choice(INCOMPLETE)
    first = Turn(_sentence(draw, f"~({patterns})", {})[0], "none", {}, question)
    user, arguments, said = _sentence(draw, f"~({answers})", {})
    turn, memory = _finish(user, api, arguments, said)
    return [first, turn], memory


def conversation(seed, split=TRAIN):
    """A list of turns. The same seed and split give the same conversation on every machine."""
    draw = Draw(seed, split)
    wanted = draw.random.choices((1, 2, 3, 4, 5), (50, 24, 14, 8, 4))[0]
    turns, memory = [], None
    if wanted > 1 and draw.chance(0.07):
        turns, memory = _incomplete(draw)
    while len(turns) < wanted:
        if memory and draw.chance(0.72):
            turn, memory = _follow_up(draw, memory)
        else:
            api = draw.random.choices(tuple(SHARES), tuple(SHARES.values()))[0]
            turn, after = _none(draw) if api == "none" else _request(draw, api)
            memory = after or (memory if draw.chance(0.5) else None)
        turns.append(turn)
    return turns


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--split", default=TRAIN)
    parser.add_argument("--count", type=int, default=20)
    options = parser.parse_args()
    for seed in range(options.count):
        for turn in conversation(seed, options.split):
            print(f"> {turn.user}\n{turn.assistant}")
        print()


if __name__ == "__main__":
    main()
