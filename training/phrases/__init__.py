"""How people ask: for each function the sentences that ask for it, and the ones that take up the turn before.

A sentence is a pattern of `Draw` with slots of `values.SLOTS`. `~` marks one that is no imperative, so that "could you"
does not fit before it. After ` => ` stand arguments that the words only imply, such as `state=off` for "kill the
lights".

A follow-up changes the call before it: its slots replace arguments, the others stay. ` => call contact` makes it
another call, which keeps the named arguments alone.

`INCOMPLETE` has requests with something missing: function, first sentences, the question that the reply asks, and what
then completes it.
"""

from . import alarms, house, music, people, planning, travel
from .smalltalk import NONE, PLEASED

__all__ = ["FOLLOWUPS", "INCOMPLETE", "NONE", "PLEASED", "REQUESTS"]

REQUESTS, FOLLOWUPS, INCOMPLETE = {}, {}, people.HALVES
for module in (alarms, planning, people, music, house, travel):
    REQUESTS |= module.REQUESTS
    FOLLOWUPS |= module.FOLLOWUPS
    INCOMPLETE += module.INCOMPLETE
