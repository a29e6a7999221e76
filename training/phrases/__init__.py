"""How people ask: for each function the sentences that ask for it, and the ones that take up the turn before.

A sentence is a pattern of `Draw` with slots of `values.SLOTS`. `~` marks one that is no imperative, so that "could you"
does not fit before it. After ` => ` stand arguments that the words only imply, such as `state=off` for "kill the
lights".

A follow-up changes the call before it: its slots replace arguments, the others stay. ` => call contact` makes it
another call, which keeps the named arguments alone.

`INCOMPLETE` has requests with something missing: function, first sentences, the question that the reply asks, and what
then completes it.

`COMMON` has the plain ones among the requests, `COMMON_FOLLOWUPS` those among the follow-ups, `CORRECTIONS` those that
replace a word of a value. `STORIES` are requests with what people tell around them.

The modules hold the first two rounds of sentences; the later ones are in folders, a sentence a line, a file
for the requests and one for the follow-ups of each function. In none.txt a line `# reply` stands before those it
answers.
"""

from pathlib import Path

from . import alarms, common, house, music, people, planning, smalltalk, travel

__all__ = [
    "COMMON",
    "COMMON_FOLLOWUPS",
    "CORRECTIONS",
    "FOLLOWUPS",
    "INCOMPLETE",
    "NONE",
    "PLEASED",
    "REQUESTS",
    "STORIES",
]

LATER_ROUNDS = ("third_round", "fourth_round", "fifth_round", "sixth_round")


def _lines(folder, name):
    """The lines of a file, where the folder has it."""
    file = Path(__file__).parent / folder / f"{name}.txt"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _later_rounds(name):
    """The lines of a file's name in all folders."""
    return [line for folder in LATER_ROUNDS for line in _lines(folder, name)]


def _answers(lines):
    """The sentences behind each line `# reply`, the orders among them (those without `~`) asked politely, too."""
    groups = {}
    for line in lines:
        if line.startswith("#"):
            reply = line.removeprefix("#").strip()
        else:
            order = smalltalk.asked if "~" not in line[:2] else lambda other: (other[0].replace("~", "", 1),)
            groups[reply] = groups.get(reply, ()) + order((line,))
    return groups


REQUESTS, FOLLOWUPS, STORIES, INCOMPLETE = {}, {}, {}, people.HALVES
for module in (alarms, planning, people, music, house, travel):
    REQUESTS |= module.REQUESTS
    FOLLOWUPS |= module.FOLLOWUPS
    INCOMPLETE += module.INCOMPLETE

for api in REQUESTS:
    STORIES[api] = tuple(_lines("sixth_round", api))
    REQUESTS[api] += tuple(_later_rounds(api)) + common.REQUESTS[api]
    FOLLOWUPS[api] += tuple(_later_rounds(f"{api}-followups")) + common.FOLLOWUPS.get(api, ())
COMMON, COMMON_FOLLOWUPS, CORRECTIONS = common.REQUESTS, common.FOLLOWUPS, common.CORRECTIONS
answers = _answers(_later_rounds("none"))
NONE = tuple((reply, patterns + answers.pop(reply, ())) for reply, patterns in smalltalk.NONE)
if answers:
    raise ValueError(f"a none.txt has replies that smalltalk.py has not: {', '.join(answers)}")
PLEASED = tuple(group for group in NONE if group[0] == smalltalk.PLEASED)
