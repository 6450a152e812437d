"""What the styles print is recognised: the same source and the same place, wherever no two sources print alike."""

from __future__ import annotations

import json
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_forms import STYLES, entry, library_of, pinpoint_of, shipped, style
from typed_letters import HERE, Seen, letter_of_notes, seen

from comment_kit.model.citations import Form
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.sources import Library
from comment_kit.model.text import Span, Text, plain
from comment_kit.resources import shelf
from comment_kit.styles import preview

README = (shelf("citations") / "README.md").read_text(encoding="utf-8")
FORMS = Path(__file__).parents[1] / "styles" / "forms.bib"
STOP = Span(text=".")


@cache
def everything() -> Library:
    """Return the database that ships with a source of every further kind."""
    return library_of(FORMS, shelf("citations"))


def forms(library: Library, key: str, locator: str | None, house: str) -> dict[str, Text]:
    pinpoint = pinpoint_of(library, key, locator)
    return dict(preview(library.sources[key], pinpoint, style(house), library=library))


def read_back(library: Library, key: str, house: str, text: Text) -> Seen:
    """Return ``text`` as recognised in the note behind one that cites its source in full."""
    whole = forms(library, key, None, house)["full"]
    found = seen(letter_of_notes({1: (*whole, STOP), 2: (*text, STOP)}), library)
    assert [(each.note, each.index) for each in found] == [(1, 1), (2, 1)]
    return found[1]


def prints_alike(library: Library, key: str, house: str) -> bool:
    own = plain(forms(library, key, None, house)["full"])
    return any(other != key and plain(forms(library, other, None, house)["full"]) == own for other in library.sources)


def says_the_same(library: Library, key: str, locator: str | None, found: Seen) -> bool:
    """Return whether a citation names the place.

    A style may print the first page alone of a part that runs on, and the page or section that a source is itself.
    """
    written, read = pinpoint_of(library, key, locator).reach, found.citation.pinpoint.reach
    own = {f"§ {section}" for name in ("uscsection", "cfrsection") if (section := library.sources[key].get(name))}
    if set(read.labels) - own != set(written.labels) - own or read.notes != written.notes:
        return False
    own_page = library.sources[key].get("pages")
    pages = [page for page in read.pages if page != (own_page, own_page)]
    return all(any(lies_in(page, whole) for whole in written.pages) for page in pages)


def lies_in(page: tuple[str, str], whole: tuple[str, str]) -> bool:
    if not all(number.isdigit() for number in (*page, *whole)):
        return page == whole
    return int(whole[0]) <= int(page[0]) <= int(page[1]) <= int(whole[1])


# ---- the kinds as citations/README.md shows them ----


def shown() -> list[tuple[str, str, str | None]]:
    sections = README.partition("\n## Kinds\n")[2].partition("\n## ")[0].split("\n### ")[1:]
    kinds = []
    for section in sections:
        written = section.partition("```bibtex\n")[2].partition("```")[0]
        locator = section.partition("\nCited at `")[2].partition("`:")[0]
        kinds.append((section.partition("\n")[0], written, locator or None))
    return kinds


@pytest.mark.parametrize("house", STYLES)
@pytest.mark.parametrize("kind", shown(), ids=lambda kind: kind[0])
def test_every_form_of_every_kind_is_recognised(kind: tuple[str, str, str | None], house: str, tmp_path: Path) -> None:
    _, written, locator = kind
    library = entry(tmp_path, written)
    (key,) = library.sources
    for form, text in forms(library, key, locator, house).items():
        found = read_back(library, key, house, text)
        assert found.key == key, plain(text)
        assert says_the_same(library, key, locator, found), plain(text)
        assert found.form is Form(form) or form == "short", plain(text)


# ---- law 2 ----


def locators(library: Library, key: str) -> list[str | None]:
    source, table = library.sources[key], library.tables.get(key)
    labels = [row.locator for row in (table.rows.values() if table else ()) if not row.locator.startswith("page ")]
    first, last = source.first_page, source.last_page
    if first and first.isdigit():
        pages = [str(page) for page in range(int(first), min(int(last or first), int(first) + 3) + 1) if last or page]
    else:
        pages = ["5", "12-14", "3 n.4", "147 & n.5"] if source.kind.paginated and not source.get("pagetotal") else []
    return [None, *labels, *pages]


CITABLE = [
    (key, locator, house)
    for key, house in product(sorted(everything().sources), STYLES)
    if not prints_alike(everything(), key, house)
    for locator in locators(everything(), key)
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(CITABLE))
def test_a_printed_full_citation_names_the_same_source_and_the_same_place(cited: tuple[str, str | None, str]) -> None:
    key, locator, house = cited
    library = everything()
    text = forms(library, key, locator, house)["full"]
    (found,) = seen(letter_of_notes({1: (*text, STOP)}), library)
    assert (found.key, found.form) == (key, Form.FULL)
    assert says_the_same(library, key, locator, found), plain(text)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(CITABLE))
def test_a_later_form_names_the_same_source_and_the_same_place(cited: tuple[str, str | None, str]) -> None:
    key, locator, house = cited
    library = everything()
    for text in forms(library, key, locator, house).values():
        found = read_back(library, key, house, text)
        assert found.key == key, plain(text)
        assert says_the_same(library, key, locator, found), plain(text)


@pytest.mark.parametrize("key", shipped().sources)
@pytest.mark.parametrize("house", STYLES)
def test_every_source_that_ships_is_recognised(key: str, house: str) -> None:
    text = forms(shipped(), key, None, house)["full"]
    (found,) = seen(letter_of_notes({1: (*text, STOP)}), shipped())
    assert (found.key, found.form, found.citation.pinpoint) == (key, Form.FULL, Pinpoint())


# ---- the accepted variants of other houses ----

VARIANTS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "golden" / "bluebook-forms.json").read_text(encoding="utf-8")
)["database"]
WHOLE = [
    (case["key"], words)
    for case in VARIANTS
    for part in ("full", "full_pin", "full_after_revocation")
    for words in [(case.get(part) or {}).get("expected"), *(case.get(part) or {}).get("accept", [])]
    if words
]


@pytest.mark.parametrize(("key", "words"), WHOLE)
def test_the_spellings_of_other_houses_are_recognised(key: str, words: str) -> None:
    found = seen(letter_of_notes({1: words}), shipped())
    assert [(each.key, each.form) for each in found] == [(key, Form.FULL)]
    assert found[0].citation.location.file == HERE.file
