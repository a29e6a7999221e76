"""Whole values as people would say or type them, a line each: what the patterns of the other modules would not put
together. `commands` are requests that stand in a value: songs, notes and messages sound like them.
"""

from pathlib import Path

WRITTEN = {
    file.stem: tuple(file.read_text(encoding="utf-8").splitlines())
    for file in sorted(Path(__file__).parent.glob("*.txt"))
}
