"""The kinds as citations/README.md shows them: an entry of each and what every style prints of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from printed_forms import STYLES, entry, marked, pinpoint_of, style

from comment_kit.library import read_kinds
from comment_kit.resources import shelf
from comment_kit.styles import preview

if TYPE_CHECKING:
    from pathlib import Path

README = (shelf("citations") / "README.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the file shows of one kind."""

    kind: str
    entry: str
    locator: str | None
    forms: tuple[tuple[str, str, str], ...]
    """Style, form and print."""


def shown(section: str) -> Shown:
    kind, _, rest = section.partition("\n")
    found = re.search(r"```bibtex\n(.*?)```", rest, re.DOTALL)
    assert found, kind
    locator = re.search(r"^Cited at `(.+)`:$", rest, re.MULTILINE)
    return Shown(kind=kind, entry=found[1], locator=locator[1] if locator else None, forms=tuple(forms(rest)))


def forms(section: str) -> list[tuple[str, str, str]]:
    listed: list[tuple[str, str, str]] = []
    house = ""
    for line in section.splitlines():
        if of_style := re.match(r"^\* `([\w-]+)`$", line):
            house = of_style[1]
        elif form := re.match(r"^  \* (\w+): `(.*)`$", line):
            listed.append((house, form[1], form[2]))
    return listed


KINDS = [
    shown(section)
    for section in re.split(r"^### ", README.partition("\n## Kinds\n")[2].partition("\n## ")[0], flags=re.MULTILINE)[1:]
]


def test_every_kind_that_ships_is_shown() -> None:
    kinds, _ = read_kinds([shelf("templates") / "kinds"])
    assert {kind.kind for kind in KINDS} == {record.kind.name for record in kinds.values()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_a_kind_prints_as_shown(kind: Shown, tmp_path: Path) -> None:
    library = entry(tmp_path, kind.entry)
    (source,) = library.sources.values()
    pinpoint = pinpoint_of(library, source.key, kind.locator)
    printed = [
        (name, form, marked(text))
        for name in STYLES
        for form, text in preview(source, pinpoint, style(name), library=library)
    ]
    assert source.kind.name == kind.kind
    assert printed == list(kind.forms)
