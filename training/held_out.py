"""Writes the held-out split as a file that `lanky eval api` scores: one conversation a line, in JSON.

python held_out.py --count 2500        held-out.jsonl.gz: {"turns": [[user, call, reply], ...]}
"""

import argparse
import gzip
import json
from pathlib import Path

from conversations import conversation
from draw import TEST


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=2500)
    parser.add_argument("--split", default=TEST)
    parser.add_argument("--first", type=int, default=0, help="seed of the first conversation")
    parser.add_argument("--out", default=str(Path(__file__).parent / "held-out.jsonl.gz"))
    options = parser.parse_args()
    lines = []
    for seed in range(options.first, options.first + options.count):
        turns = [[turn.user, json.loads(turn.call), turn.reply] for turn in conversation(seed, options.split)]
        lines.append(json.dumps({"turns": turns}, ensure_ascii=False, separators=(",", ":")))
    data = "".join(f"{line}\n" for line in lines).encode()
    # No file name and no time in the header, so that the same conversations are the same bytes.
    Path(options.out).write_bytes(gzip.compress(data, 9, mtime=0) if options.out.endswith(".gz") else data)


if __name__ == "__main__":
    main()
