"""Measure drafting beside pandoc and hold it to what we promise; exit 1 where a promise is missed.

python benchmarks/draft.py              everything
python benchmarks/draft.py start        how soon --help answers, and what the imports cost
python benchmarks/draft.py letter       the example letter, cold
python benchmarks/draft.py notes        2,000 and 20,000 notes over fifty sources
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import generated
import peers
from measuring import Bound, Measurement, run_once, side_by_side, table

EXAMPLE = Path(__file__).parents[1] / "examples" / "nist-ai-800-1" / "letter.md"
KIT = (sys.executable, "-m", "comment_kit")

HELP_SECONDS = 0.15
TIMES_PANDOC = 5.0
TIMES_TENFOLD = 12.0
"""What ten times the notes may cost in time: about ten times, and the machine's own unrest."""
MEMORY = 150.0
"""MiB, for the letter and at 2,000 notes."""

OURS = "comment-kit"


def start(folder: Path) -> list[Bound]:
    """Measure how soon ``--help`` answers, and print the imports that cost most."""
    taken = side_by_side({OURS: (*KIT, "--help"), "python alone": (sys.executable, "-c", "")}, runs=9, cwd=folder)
    print(table("--help", taken))
    for words in ("--help", "build --help"):
        print(_imports(words.split(), folder))
    return [Bound(promise="--help", value=taken[OURS].seconds, limit=HELP_SECONDS, unit="s")]


def letter(folder: Path) -> list[Bound]:
    """Measure the example letter, cold and without pagination, beside pandoc on its typed-out text."""
    build = (*KIT, "build", str(EXAMPLE), "-o", str(folder / "letter.docx"))
    run_once(build, cwd=folder)
    typed = folder / "typed.md"
    run_once((peers.pandoc(), "letter.docx", "-o", str(typed)), cwd=folder)
    taken = side_by_side(
        {OURS: build, "pandoc, notes typed out": (peers.pandoc(), str(typed), "-o", "typed.docx")}, runs=9, cwd=folder
    )
    print(table(f"The example letter, {_notes_in(typed)} notes, cold", taken))
    ours, theirs = taken.values()
    return [
        Bound(
            promise="the letter, in times of pandoc", value=ours.seconds / theirs.seconds, limit=TIMES_PANDOC, unit="x"
        ),
        Bound(promise="the letter, memory", value=ours.peak, limit=MEMORY, unit="MiB"),
    ]


def notes(folder: Path) -> list[Bound]:
    """Measure generated letters of 2,000 and 20,000 notes beside pandoc with a Bluebook style."""
    (folder / "sources.bib").write_text(generated.sources(), encoding="utf-8")
    few = _generated(folder, 2_000, runs=5)
    many = _generated(folder, 20_000, runs=1)
    ours, theirs, later = few[OURS], few["pandoc + CSL"], many[OURS]
    return [
        Bound(
            promise="2,000 notes, in times of pandoc + CSL", value=ours.seconds / theirs.seconds, limit=1.0, unit="x"
        ),
        Bound(promise="2,000 notes, memory", value=ours.peak, limit=MEMORY, unit="MiB"),
        Bound(
            promise="20,000 notes, in times of 2,000", value=later.seconds / ours.seconds, limit=TIMES_TENFOLD, unit="x"
        ),
        Bound(promise="20,000 notes, memory in times of 2,000", value=later.peak / ours.peak, limit=10.0, unit="x"),
    ]


SECTIONS: dict[str, Callable[[Path], list[Bound]]] = {"start": start, "letter": letter, "notes": notes}


def main(arguments: list[str]) -> int:
    """Run the sections named, or all; return 0 where every promise held and 1 where one was missed."""
    bounds: list[Bound] = []
    for name in arguments or SECTIONS:
        with tempfile.TemporaryDirectory() as folder:
            bounds += SECTIONS[name](Path(folder))
            print()
    print("Promises", *bounds, sep="\n")
    return 0 if all(bound.holds for bound in bounds) else 1


def _generated(folder: Path, count: int, *, runs: int) -> dict[str, Measurement]:
    """Measure ours and pandoc on one letter of ``count`` notes."""
    source = folder / f"letter-{count}.md"
    source.write_text(generated.letter(count), encoding="utf-8")
    # A contents list and numbered headings, as ours has.
    whole = ("--citeproc", "--toc", "--number-sections")
    csl = (*whole, "--csl", peers.bluebook_csl())
    commands = {
        OURS: (*KIT, "build", source.name, "-o", f"ours-{count}.docx"),
        "pandoc + CSL": (peers.pandoc(), source.name, *csl, "-o", f"csl-{count}.docx"),
        "pandoc + its own CSL (author-date)": (peers.pandoc(), source.name, *whole, "-o", f"own-{count}.docx"),
    }
    taken = side_by_side(commands, runs=runs, cwd=folder)
    print(table(f"{count:,} notes over {generated.SOURCES} sources", taken))
    return taken


def _imports(words: list[str], folder: Path, shown: int = 8) -> str:
    """Return the packages whose import costs most for one command, with all that they import first."""
    command = (sys.executable, "-X", "importtime", "-m", "comment_kit", *words)
    report = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stderr
    costs: dict[str, int] = {}
    for own, name in re.findall(r"^import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)", report, re.MULTILINE):
        package = ".".join(name.split(".")[: 2 if name.startswith("comment_kit.") else 1])
        costs[package] = costs.get(package, 0) + int(own)
    dearest = sorted(costs.items(), key=lambda cost: -cost[1])[:shown]
    listed = ", ".join(f"{package} {microseconds / 1000:.0f}" for package, microseconds in dearest)
    return f"  imports of '{' '.join(words)}': {sum(costs.values()) / 1000:.0f} ms under -X importtime: {listed}"


def _notes_in(typed: Path) -> int:
    return len(re.findall(r"^\[\^\d+\]:", typed.read_text(encoding="utf-8"), re.MULTILINE))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
