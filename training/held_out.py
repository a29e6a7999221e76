"""The held-out split: held-out.jsonl.gz, which `lanky eval api` and evaluate.py score, and how one is drawn.

The file is fixed. It was drawn by the grammar of the third round of phrasings; every score of the grammar's split in
the README is of it, and no training has seen it. The grammar of today draws another split, since usual phrasings stand
among the turns, too, and a score of that says nothing beside the ones of this file. So a draw goes elsewhere:

    python held_out.py --out out/drawn.jsonl     evaluate.py --file and `lanky eval api --data` read it
    python held_out.py --anew                    replaces held-out.jsonl.gz; then score every model anew

The other held-out splits, held-out-usual.jsonl.gz and held-out-people.jsonl.gz, were written one by one, not drawn;
check.py says what is new about them.
"""

import argparse
import gzip
import json
from itertools import islice
from pathlib import Path

from conversations import conversation
from draw import TEST

HELD_OUT = Path(__file__).parent / "held-out.jsonl.gz"
WRITTEN = tuple(HELD_OUT.with_name(f"held-out-{kind}.jsonl.gz") for kind in ("usual", "people"))


def read(path, count=None):
    """The first `count` conversations of a file, each a list of (user, call, reply); a reply left out is None.

    Lines are {"user": …, "call": …} or {"turns": [[user, call, reply], …]}, compressed if the name ends with ".gz".
    """
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        for talk in map(json.loads, islice(file, count)):
            turns = talk.get("turns") or [(talk["user"], talk["call"])]
            yield [(user, call, *(reply or [None])) for user, call, *reply in turns]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=2500)
    parser.add_argument("--split", default=TEST)
    parser.add_argument("--first", type=int, default=0, help="seed of the first conversation")
    parser.add_argument("--out", type=Path, default=HELD_OUT)
    parser.add_argument("--anew", action="store_true", help="replace the fixed split, after which no score compares")
    options = parser.parse_args()
    if options.out.resolve() == HELD_OUT.resolve() and HELD_OUT.exists() and not options.anew:
        parser.error(f"{HELD_OUT.name} is the split that every score is of, and is there: give --out FILE, or --anew")
    lines = []
    for seed in range(options.first, options.first + options.count):
        turns = [[turn.user, json.loads(turn.call), turn.reply] for turn in conversation(seed, options.split)]
        lines.append(json.dumps({"turns": turns}, ensure_ascii=False, separators=(",", ":")))
    data = "".join(f"{line}\n" for line in lines).encode()
    # No file name and no time in the header, so that the same conversations are the same bytes.
    options.out.write_bytes(gzip.compress(data, 9, mtime=0) if options.out.suffix == ".gz" else data)


if __name__ == "__main__":
    main()
