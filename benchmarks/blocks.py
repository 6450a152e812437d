"""Measure argument blocks and hold them to what we promise; exit 1 where a promise is missed.

python benchmarks/blocks.py              everything
python benchmarks/blocks.py list         a library of 2,000 blocks: listed, searched, listed for the first time
python benchmarks/blocks.py letter       a letter of fifty blocks beside the same letter written out
python benchmarks/blocks.py ledger       where-used over 10,000 filings
python benchmarks/blocks.py status       status of 200 and of 2,000 blocks

Promises of seconds are held to the processor's, which stay the same while others use the machine: these commands wait
for nothing else.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import libraries
from measuring import Bound, run_once, side_by_side, table

KIT = (sys.executable, "-m", "comment_kit")
BLOCKS = 2_000
FILINGS = 10_000
IN_A_LETTER = 50
IN_THE_LEDGER = 200
"""Blocks that are filed again and again."""

SECONDS = 0.3
"""For a list, and for an answer from the ledger."""
FIRST_SECONDS = 3.0
"""For the first list of a library, when every file is read."""
TIMES_WRITTEN_OUT = 1.5
TIMES_TENFOLD = 12.0
"""What ten times the blocks may cost in time: about ten times, and the machine's own unrest."""


def listing(folder: Path) -> list[Bound]:
    """Measure how soon 2,000 blocks, filed 10,000 times, are listed and searched."""
    libraries.write_library(folder, BLOCKS)
    libraries.write_ledger(folder, FILINGS, BLOCKS)
    first = run_once((*KIT, "blocks", "list"), cwd=folder)
    commands = {
        "list": (*KIT, "blocks", "list"),
        "list --words": (*KIT, "blocks", "list", "--words", "seldom release"),
        "list --format json": (*KIT, "blocks", "list", "--format", "json"),
        "--help": (*KIT, "--help"),
    }
    taken = side_by_side(commands, runs=9, cwd=folder)
    print(table(f"{BLOCKS:,} blocks", {"list, for the first time": first, **taken}))
    return [
        Bound(promise="2,000 blocks listed", value=taken["list"].cpu, limit=SECONDS, unit="s"),
        Bound(promise="2,000 blocks searched", value=taken["list --words"].cpu, limit=SECONDS, unit="s"),
        Bound(promise="2,000 blocks listed for the first time", value=first.cpu, limit=FIRST_SECONDS, unit="s"),
    ]


def letter(folder: Path) -> list[Bound]:
    """Measure a letter of fifty blocks beside the same letter written out."""
    libraries.write_library(folder, IN_A_LETTER)
    (folder / "blocks.md").write_text(libraries.calling_letter(IN_A_LETTER), encoding="utf-8")
    (folder / "typed.md").write_text(libraries.written_out(IN_A_LETTER), encoding="utf-8")
    commands = {name: (*KIT, "build", f"{name}.md", "--force") for name in ("blocks", "typed")}
    taken = side_by_side(commands, runs=7, cwd=folder)
    print(table(f"A letter of {IN_A_LETTER} blocks and {IN_A_LETTER * 16} notes", taken))
    times = taken["blocks"].cpu / taken["typed"].cpu
    promise = "fifty blocks, in times of the letter written out"
    return [Bound(promise=promise, value=times, limit=TIMES_WRITTEN_OUT, unit="x")]


def ledger(folder: Path) -> list[Bound]:
    """Measure where-used for a block and for a source over 10,000 filings."""
    libraries.write_library(folder, IN_THE_LEDGER)
    libraries.write_ledger(folder, FILINGS, IN_THE_LEDGER)
    run_once((*KIT, "blocks", "list"), cwd=folder)
    used = (*KIT, "blocks", "where-used")
    commands = {"a block of 250 filings": (*used, libraries.name(0)), "a source of 2,400": (*used, "--source", "s00")}
    taken = side_by_side(commands, runs=9, cwd=folder)
    print(table(f"where-used, {FILINGS:,} filings", taken))
    return [
        Bound(promise=f"where-used, {name}", value=each.cpu, limit=SECONDS, unit="s") for name, each in taken.items()
    ]


def status(folder: Path) -> list[Bound]:
    """Measure the status of a library and of one ten times as large."""
    taken = {}
    for count in (BLOCKS // 10, BLOCKS):
        place = folder / str(count)
        libraries.write_library(place, count)
        taken[f"{count:,} blocks"] = run_once((*KIT, "blocks", "status"), cwd=place)
        shutil.rmtree(place)
    print(table("status", taken))
    few, many = taken.values()
    return [
        Bound(promise="2,000 blocks, in times of 200", value=many.cpu / few.cpu, limit=TIMES_TENFOLD, unit="x"),
        Bound(promise="2,000 blocks, memory in times of 200", value=many.peak / few.peak, limit=10.0, unit="x"),
    ]


SECTIONS: dict[str, Callable[[Path], list[Bound]]] = {
    "list": listing,
    "letter": letter,
    "ledger": ledger,
    "status": status,
}


def main(arguments: list[str]) -> int:
    """Run the sections named, or all; return 0 where every promise held and 1 where one was missed."""
    bounds: list[Bound] = []
    for name in arguments or SECTIONS:
        with tempfile.TemporaryDirectory() as folder:
            bounds += SECTIONS[name](Path(folder) / "library")
            print()
    print("Promises", *bounds, sep="\n")
    return 0 if all(bound.holds for bound in bounds) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
