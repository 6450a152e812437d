"""Law 6: move any part of a letter, build again, and each note still names its own source and page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from letter_texts import LAW, Text, citations, library, read_back, texts
from msgspec.structs import replace

from comment_kit.locators import read_locator
from comment_kit.model.citations import Citation
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.printed import PrintedCitation, PrintedLetter
from comment_kit.model.text import plain

SUPRA = re.compile(r"\bsupra note (\d+)")
ID = re.compile(r"(?:^|[\s,])[Ii]d\.")
MARKED = re.compile(r"\(mark (\d+)\)")


@st.composite
def marked_texts(draw: st.DrawFn) -> Text:
    """Return a letter each of whose citations ends with a mark of its own."""
    marks = count(1)

    def part() -> str:
        words = draw(st.sampled_from(("# Part", "One point.", "Another point:", 'The draft says "so".')))
        cited = draw(st.lists(citations(), max_size=3)) if words[0] != "#" else []
        bracket = "; ".join(f"{each} (mark {next(marks)})" for each in cited)
        return f"{words}[{bracket}]" if bracket else words

    text = draw(texts(st.just("")))
    return replace(text, parts=tuple(part() for _ in range(draw(st.integers(2, 10)))))


def moved(parts: Sequence[str], taken: int, put: int) -> tuple[str, ...]:
    """Return ``parts`` with the one at ``taken`` put where ``put`` says."""
    rest = [*parts[: taken % len(parts)], *parts[taken % len(parts) + 1 :]]
    rest.insert(put % len(parts), parts[taken % len(parts)])
    return tuple(rest)


def named(printed: PrintedLetter) -> dict[str, tuple[str | None, str | None]]:
    """Return the source and the place of each citation by its mark."""
    cited = (each for note in printed.notes for each in note.citations)
    return {mark_of(each): (each.citation.key, each.citation.locator) for each in cited}


def mark_of(cited: PrintedCitation) -> str:
    found = MARKED.findall(plain(cited.text))
    assert len(found) == 1, plain(cited.text)
    return str(found[0])


@LAW
@given(text=marked_texts(), taken=st.integers(0, 20), put=st.integers(0, 20))
def test_each_citation_keeps_its_source_and_place(text: Text, taken: int, put: int, tmp_path: Path) -> None:
    before = named(read_back(text, tmp_path))
    after = named(read_back(replace(text, parts=moved(text.parts, taken, put)), tmp_path))
    assert after == before


# ---- as a reader sees it ----


def pinpoint_of(citation: Citation) -> Pinpoint:
    if citation.locator is None or citation.key is None:
        return Pinpoint()
    source, table = library().sources[citation.key], library().tables.get(citation.key)
    return read_locator(citation.locator, source, table, citation.location)[0]


def without_marks(cited: PrintedCitation) -> str:
    """Return the form of a citation without its parentheticals."""
    return plain(cited.text).partition(" (")[0]


@LAW
@given(text=marked_texts(), taken=st.integers(0, 20), put=st.integers(0, 20))
def test_a_reader_of_the_printed_forms_finds_source_and_place(text: Text, taken: int, put: int, tmp_path: Path) -> None:
    printed = read_back(replace(text, parts=moved(text.parts, taken, put)), tmp_path)
    notes = {note.number: note for note in printed.notes}
    run = [(note, cited) for note in printed.notes if note.number is not None for cited in note.citations]
    for at, (note, cited) in enumerate(run):
        form = without_marks(cited)
        if ID.search(form):
            before_note, before = run[at - 1]
            assert note.number is not None
            assert before_note.number in {note.number, note.number - 1}
            assert before.citation.key == cited.citation.key or "U.S.C." in form or "C.F.R." in form
            if re.search(r"[Ii]d\.$", form):
                assert pinpoint_of(cited.citation).reach == pinpoint_of(before.citation).reach
        for number in SUPRA.findall(form):
            full = [each for each in notes[int(number)].citations if each.citation.key == cited.citation.key]
            assert any("supra" not in without_marks(each) and not ID.search(without_marks(each)) for each in full)
