"""Law 2: in each style a printed full citation names one source and one place in it, and no other."""

from __future__ import annotations

import functools
from collections import defaultdict
from itertools import pairwise

import pytest
from letter_texts import STYLES, library, locators, style

from comment_kit.locators import read_locator
from comment_kit.model.citations import Citation, Form
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.places import Location
from comment_kit.model.resolutions import Cited, Position, Resolution
from comment_kit.model.text import plain
from comment_kit.styles import Printer

HERE = Location(file="letter.md", line=1)
FIRST = Cited(note_id="1", note_number=1, index=1)


def pinpoint_of(key: str, locator: str | None) -> Pinpoint:
    if locator is None:
        return Pinpoint()
    pinpoint, _ = read_locator(locator, library().sources[key], library().tables.get(key), HERE)
    return pinpoint


@functools.cache
def prints(name: str) -> dict[str, list[tuple[str, str | None]]]:
    """Return, by its print, the key and locator of every full citation there can be in the style ``name``."""
    printer = Printer(library=library(), style=style(name))
    found: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for key in library().sources:
        for locator in (None, *locators(key)):
            citation = Citation(key=key, locator=locator, pinpoint=pinpoint_of(key, locator), location=HERE)
            resolution = Resolution(citation=citation, at=FIRST, key=key, position=Position.FIRST, form=Form.FULL)
            found[plain(printer.citation(resolution))].append((key, locator))
    return dict(found)


def vouched(cited: tuple[str, str | None]) -> tuple[str, object]:
    """Return the source of a citation and what its pinpoint vouches for."""
    key, locator = cited
    return key, pinpoint_of(key, locator).reach


@pytest.mark.parametrize("name", STYLES)
def test_every_full_citation_is_printed(name: str) -> None:
    assert sum(map(len, prints(name).values())) > 600
    assert all(print_.strip() for print_ in prints(name))


@pytest.mark.parametrize("name", STYLES)
def test_no_print_stands_for_two_sources(name: str) -> None:
    shared = {words: cited for words, cited in prints(name).items() if len({key for key, _ in cited}) > 1}
    assert not shared


@pytest.mark.parametrize("name", STYLES)
def test_the_print_alone_gives_back_source_and_place(name: str) -> None:
    shared = {words: cited for words, cited in prints(name).items() if len(set(map(vouched, cited))) > 1}
    assert not shared


@pytest.mark.parametrize("name", STYLES)
def test_no_print_of_one_source_begins_that_of_another(name: str) -> None:
    """A print that another begins with would be recognised in it."""
    keys = {words: cited[0][0] for words, cited in prints(name).items()}
    ordered = sorted(keys)
    for here, there in pairwise(ordered):
        assert keys[here] == keys[there] or not there.startswith(here)
