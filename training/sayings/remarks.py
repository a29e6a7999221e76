"""What people say around a request that has nothing to do with it: "the dog's on the sofa again, volume to 30".

Each line of remarks.txt stood beside the request of some saying and asks for nothing itself. Beside the request of
another saying it leaves that call as it is, so that what is to be done is told by the request alone.
"""

import re
from pathlib import Path

REMARKS = tuple((Path(__file__).parent / "remarks.txt").read_text(encoding="utf-8").splitlines())
BETWEEN = (", ", ", ", ". ")
# Where a call has none of these arguments, a remark that names a place could tell it.
PLACED = {"get_weather": "place", "set_light": "room"}
NAMES_A_PLACE = re.compile(r"\b(in|at|to|on|near|outside|upstairs|downstairs)\b")
WORD = re.compile(r"[\w']+")


def with_remark(draw, said, api, arguments):
    """A sentence with a remark before or after it; as it is where the remark could be taken for a part of the call."""
    remark = draw.random.choice(REMARKS)
    if api in PLACED and PLACED[api] not in arguments and NAMES_A_PLACE.search(remark):
        return said
    if {word for word in WORD.findall(remark) if len(word) > 3} & set(WORD.findall(said)):
        return said
    request = re.sub(r"[.!?]+$", "", said)
    # Free text goes on to the end of the sentence.
    if draw.chance(0.5) or ("text" in arguments and request.endswith(arguments["text"])):
        return remark + draw.one((*BETWEEN, " so ", ", so ", "! ")) + said
    return request + ("? " if said.endswith("?") else draw.one((*BETWEEN, " - "))) + remark
