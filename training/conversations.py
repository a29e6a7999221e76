"""Conversations to learn from: a user's turns, and for each a call as one line of JSON and a line of reply.

`conversation(seed, split)` is a pure function of its arguments. The sentences are in phrases/, what fills them in
words/, values.py and clock.py, what disturbs them in noise.py, and what is held out for the test split in draw.py.

    python conversations.py [--split test] [--count 20]     prints some to look at
"""

import argparse
import json
import re
from typing import NamedTuple

from draw import TRAIN, Draw
from noise import spoil
from phrases import COMMON, COMMON_FOLLOWUPS, CORRECTIONS, FOLLOWUPS, INCOMPLETE, NONE, PLEASED, REQUESTS, STORIES
from replies import reply
from sayings import saying
from values import SLOTS, value
from words import fill

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
    "none": 13,
}  # fmt: skip
# Training asks more often for what is hard to learn, less for what is not.
HARD = {"add_to_list": 1.6, "none": 1.4, "create_note": 1.4, "call": 1.2, "create_reminder": 1.2, "add_event": 1.2}
EASY = {"set_timer": 0.6, "set_volume": 0.7, "set_thermostat": 0.7, "set_flashlight": 0.8, "cancel_alarm": 0.8}
EFFORT = {api: share * (HARD | EASY).get(api, 1) for api, share in SHARES.items()}
LENGTHS = (46, 22, 13, 8, 5, 3, 2, 1)  # of conversations with one to eight turns, in percent
SLOT = re.compile(r"\{(\w+)\}")
PLAIN = 0.2  # how often training takes a plain phrasing where there are some
SAID = 0.7  # how many conversations are those of sayings/
STORY = 0.12  # and a request with a story around it
CORRECTED = 0.05  # of the follow-ups, how many replace a word of the call before
FREE = ("text", "title", "query", "place", "item")  # arguments that have words to replace


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


def fill_sentence(draw, pattern, before, reasons=True):
    """A pattern with its slots filled: the user's text, and the arguments it names. `reasons` as in noise.spoil."""
    imperative = not pattern.startswith("~")
    pattern = draw.expand(pattern.removeprefix("~"))
    parts, arguments, at, slot = [], {}, 0, None
    for slot in SLOT.finditer(pattern):
        parts.append((pattern[at : slot.start()], False))
        filled = SLOTS[slot[1]](draw, before)
        parts.append((filled.text.lower(), slot[1] != "day"))
        arguments |= filled.arguments
        at = slot.end()
    parts.append((pattern[at:], False))
    last = slot[1] if slot is not None and slot.end() == len(pattern) else None
    return spoil(draw, parts, imperative, last, reasons), arguments


def _finish(user, api, arguments):
    turn = Turn(user, api, arguments, reply(api, arguments))
    return turn, turn


def implied(rest):
    """The arguments in "state=off level=50", as the call has them."""
    pairs = (part.split("=") for part in rest.split() if "=" in part)
    return {name: int(given) if given.isdigit() else given for name, given in pairs}


def _request(draw, api):
    """One sentence that asks for `api`."""
    phrasings = REQUESTS
    if draw.split == TRAIN:
        phrasings = draw.random.choices((COMMON, STORIES, REQUESTS), (PLAIN, STORY, 1 - PLAIN - STORY))[0]
    pattern, _, rest = draw.phrasing(phrasings[api]).partition(" => ")
    user, arguments = fill_sentence(draw, pattern, {})
    return _finish(user, api, arguments | implied(rest))


def _none(draw, groups=NONE):
    answer, patterns = draw.random.choices(groups, [len(patterns) ** 0.5 for _, patterns in groups])[0]
    pattern = draw.phrasing(patterns)
    return Turn(spoil(draw, [(fill(draw, pattern), False)], False), "none", {}, answer), None


def _correction(draw, memory):
    """One word of a value replaced by another, both of which are named; None where no word is to be replaced."""
    values = [(name, text) for name, text in memory.arguments.items() if name in FREE]
    words = [(name, word) for name, text in values for word in text.split() if len(word) > 3 or word.isdigit()]
    words = [(name, word) for name, word in words if memory.arguments[name].split().count(word) == 1]
    if not words:
        return None
    name, old = draw.random.choice(words)
    new = fill(draw, draw.one(("{number}", "{hour}")) if old.isdigit() else draw.one(("{word}", "{word}", "{name}")))
    corrected = " ".join(new if word == old else word for word in memory.arguments[name].split())
    said = re.split(r"\{(old|new)\}", draw.expand(draw.one(CORRECTIONS)))
    parts = [({"old": old, "new": new}[part], True) if at % 2 else (part, False) for at, part in enumerate(said)]
    return _finish(spoil(draw, parts, False), memory.api, memory.arguments | {name: value(corrected)})


def _follow_up(draw, memory):
    """A sentence that only makes sense after the call before it."""
    plain = draw.split == TRAIN and memory.api in COMMON_FOLLOWUPS and draw.chance(PLAIN)
    if draw.split == TRAIN and draw.chance(CORRECTED) and (corrected := _correction(draw, memory)):
        return corrected
    while True:
        pattern, _, rest = draw.phrasing((COMMON_FOLLOWUPS if plain else FOLLOWUPS)[memory.api]).partition(" => ")
        api, *kept = [part for part in rest.split() if "=" not in part] or (memory.api, *memory.arguments)
        if not rest or set(kept) <= set(memory.arguments):  # "take me there" needs a place
            break
    user, arguments = fill_sentence(draw, pattern, memory.arguments)
    kept = {name: memory.arguments[name] for name in kept if name in memory.arguments}
    return _finish(user, api, kept | arguments | implied(rest))


def _incomplete(draw):
    """A request with something missing, the question for it, and the answer to that."""
    api, patterns, question, answers = draw.random.choice(INCOMPLETE)
    said, given = fill_sentence(draw, f"~({patterns})", {}, reasons=False)  # "text anna, i'm late" would be complete
    user, arguments = fill_sentence(draw, f"~({answers})", given)
    turn, memory = _finish(user, api, given | arguments)
    return [Turn(said, "none", {}, question), turn], memory


def _said(draw, wanted):
    """Sayings one after the other, of as many turns as wanted, or a few more. None asks for the function that was
    called last: it would seem to take that call up."""
    turns, last = [], None
    while len(turns) < wanted:
        more = [Turn(user, api, given, answer or reply(api, given)) for user, api, given, answer in saying(draw)]
        if more[0].api != last:
            turns += more
            last = next((turn.api for turn in reversed(turns) if turn.api != "none"), None)
    return turns[:8]


def conversation(seed, split=TRAIN):
    """A list of turns. The same seed and split give the same conversation on every machine.

    In the test split every turn has a phrasing that was held out, where its function has any.
    """
    draw = Draw(seed, split)
    wanted = draw.random.choices(range(1, 9), LENGTHS)[0]
    if split == TRAIN and draw.chance(SAID):
        return _said(draw, wanted)
    shares = EFFORT if split == TRAIN else SHARES
    turns, memory = [], None
    if wanted > 1 and draw.chance(0.1):
        turns, memory = _incomplete(draw)
    while len(turns) < wanted:
        followed = memory is not None and draw.chance(0.68)
        api = draw.random.choices(tuple(shares), tuple(shares.values()))[0]
        if memory and api == memory.api:  # would read as if it took up the call before
            followed = True
        thanked = memory is not None and draw.chance(0.09)
        for _ in range(20):
            before = draw.held
            if thanked:
                turn, after = _none(draw, PLEASED)
            elif followed:
                turn, after = _follow_up(draw, memory)
            else:
                turn, after = _none(draw) if api == "none" else _request(draw, api)
            if split == TRAIN or draw.held > before:
                break
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
