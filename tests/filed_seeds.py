"""Read two letters that were filed, from their plain text, as somebody typed them; they are no part of the project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PLACES = (
    Path(os.environ.get("COMMENT_KIT_SEEDS", "")),
    Path(__file__).resolve().parents[2] / "shared" / "seeds",
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_CALL = re.compile(f"[{_RAISED}]+")
_OF_NOTES = re.compile(rf"[{_RAISED}]|\s*\$\^|AVAILABLE MODEL WEIGHTS|https://www\.federalregister")
_HEADING = re.compile(r"(INTRODUCTION|CONCLUSION|[IVX]+\. [A-Z].{10,120}\.)$")


def seed(number: int) -> str:
    """Return the text of a filed letter, or skip the test and say where it was looked for."""
    for place in PLACES:
        if place != Path() and (found := sorted(place.glob(f"{number:03}_*.txt"))):
            return found[0].read_text(encoding="utf-8")
    pytest.skip("the filed letters are not there: set COMMENT_KIT_SEEDS to a folder that holds them")


def first_letter(text: str) -> list[str]:
    """Return the paragraphs of the first letter, cover and text without its signature, notes called as ``[^3]``."""
    cover = [" ".join(part.split()) for part in text.partition("\n\u2071 ")[0].split("\n\n") if part.strip()]
    body = text[text.index("\nINTRODUCTION") :].partition("Respectfully submitted")[0]
    lines = [" ".join(part.split()) for part in body.split("\n\n") if part.strip() and not _OF_NOTES.match(part)]
    return [*(line.rstrip("\u2071") for line in cover), *(_with_calls(line) for line in _joined(lines))]


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield ``lines``, those that a page break parted in one."""
    held = ""
    for line in lines:
        if held and (line[0].islower() or not re.search(rf"[.?!:”\"{_RAISED}]$", held)):
            held = f"{held} {line}"
            continue
        if held:
            yield held
        held = "" if _HEADING.match(line) else line
        if not held:
            yield f"# {line}"
    if held:
        yield held


def _with_calls(line: str) -> str:
    # One call is parted from its sentence by a blank that no reader saw.
    return _CALL.sub(lambda call: f"[^{call[0].translate(_PLAIN)}]", re.sub(rf" (?=[{_RAISED}])", "", line))


def second_letter(text: str) -> list[str]:
    """Return the paragraphs of the second letter that call its two notes."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    called = [each for each in paragraphs if "not be used at all.!" in each or "fine-tuning.2" in each]
    return [
        "# Comment",
        *(each.replace("all.!", "all.[^1]").replace("fine-tuning.2", "fine-tuning.[^2]") for each in called),
    ]
