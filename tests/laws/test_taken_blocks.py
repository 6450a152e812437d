"""Law: what is taken out of a filed letter and set into another cites what the letter cited, in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from letter_texts import LAW, Text, composed, texts, written
from msgspec.structs import replace

from comment_kit.model.citations import Form
from comment_kit.model.letter import Inline, LineBreak, Paragraph, SetCitation, notes_in_order, walk
from comment_kit.model.resolutions import Resolution
from comment_kit.model.text import Span, plain
from comment_kit.workflows.composing import Composition
from comment_kit.workflows.extracting import Extracted, Extraction, extract, letter_outline

_HEADING = re.compile(r"^(#+ )", re.MULTILINE)
_TEXT_BEGINS = "\n---\n"
# A row "page 3" of a table says that somebody saw the page; nobody types it for a label.
_SEEN_PAGE = re.compile(r", page (?=\d)")


def begun(text: Text) -> Text:
    """Return ``text`` so that all of it stands under headings."""
    return replace(text, parts=("# First", "Words.", *(_SEEN_PAGE.sub(", ", part) for part in text.parts)))


def deeper(body: str) -> str:
    """Return ``body`` with its headings one level further down; code stays as it is."""
    parts = body.split("```")
    return "```".join(part if at % 2 else _HEADING.sub(r"#\1", part) for at, part in enumerate(parts))


def taken(path: Path) -> Iterator[Extracted]:
    """Yield the block of each part of the letter at ``path``."""
    for part in letter_outline(path):
        if part.level == 1 and part.last > part.first:
            yield extract(Extraction(letter=path, paragraphs=(part.first, part.last), title=part.title))


def set_by_hand(blocks: Iterator[Extracted], text: Text) -> Text:
    """Return a letter like ``text`` whose parts are ``blocks``."""
    bodies = (block.text.partition(_TEXT_BEGINS)[2] for block in blocks)
    return replace(text, parts=tuple(f"# Title\n\n{deeper(body)}" for body in bodies))


def words_of(part: Inline) -> str:
    match part:
        case Span():
            return part.text
        case SetCitation():
            return plain(part.text)
        case LineBreak():
            return " "
        case _:
            raise AssertionError(part)


def printed(composition: Composition) -> list[str]:
    """Return the words of every numbered note."""
    return [
        "\n".join(
            "".join(map(words_of, part.content)) for part in walk(called.note.blocks) if isinstance(part, Paragraph)
        )
        for called in notes_in_order(composition.letter)
        if called.number is not None
    ]


def cited(composition: Composition) -> list[tuple[int | None, str | None, Form, object, object]]:
    """Return where every citation stands, what it names, its form and the place that it is printed with."""
    return [_cited(each) for each in composition.resolutions if each.at.note_number is not None]


def _cited(resolution: Resolution) -> tuple[int | None, str | None, Form, object, object]:
    reach = resolution.citation.pinpoint.reach
    pages = tuple(first for first, _ in reach.pages)
    return resolution.at.note_number, resolution.key, resolution.form, pages, reach.notes


@LAW
@given(text=texts())
def test_a_letter_of_blocks_taken_from_a_word_file_prints_its_notes(text: Text, tmp_path: Path) -> None:
    text = begun(text)
    before = composed(text, tmp_path)
    file = tmp_path / "filed.docx"
    file.write_bytes(written(before))
    after = composed(set_by_hand(taken(file), text), tmp_path)
    assert cited(after) == cited(before)
    assert printed(after) == printed(before)


@LAW
@given(text=texts())
def test_a_letter_of_blocks_taken_from_its_source_prints_its_notes(text: Text, tmp_path: Path) -> None:
    text = begun(text)
    before = composed(text, tmp_path)
    after = composed(set_by_hand(taken(tmp_path / "letter.md"), text), tmp_path)
    assert cited(after) == cited(before)
    assert printed(after) == printed(before)
