"""Build letters as anybody types them: notes of words, with no citation tagged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from comment_kit.model.citations import Citation, Form
from comment_kit.model.letter import Footnote, FrontMatter, Inline, Letter, NoteCall, Paragraph
from comment_kit.model.places import Location
from comment_kit.model.policy import Policy
from comment_kit.model.sources import Library
from comment_kit.model.text import Span, Text
from comment_kit.recognise import Recognised, recognise
from comment_kit.resolve import resolve

HERE = Location(file="letter.docx")
_GOLDEN = Path(__file__).parent / "golden"
_AS_READ = Policy(name="as read", prints_history=False)


def typed(marked: str, *, with_type: bool = True) -> Text:
    """Return words written with ``*italic*`` and ``^^small caps^^``, or the same all in roman."""
    spans: list[Span] = []
    italic = small_caps = False
    for piece in re.split(r"(\*|\^\^)", marked):
        if piece == "*":
            italic = not italic
        elif piece == "^^":
            small_caps = not small_caps
        elif piece:
            spans.append(Span(text=piece, italic=italic and with_type, small_caps=small_caps and with_type))
    return tuple(spans)


def golden_notes(name: str) -> dict[int, str]:
    """Return the notes of a golden file by number, with their marks of type."""
    lines = (_GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return {int(number): words for number, _, words in (line.partition(". ") for line in lines)}


def letter_of_notes(notes: Mapping[int, str] | Mapping[int, Text], *, with_type: bool = True) -> Letter:
    """Return a letter that calls ``notes`` in order, each in a paragraph of its own."""
    footnotes: dict[str, Footnote] = {}
    blocks: list[Paragraph] = []
    for number, words in notes.items():
        name = f"fn-{number}"
        content = typed(words, with_type=with_type) if isinstance(words, str) else words
        footnotes[name] = Footnote(id=name, blocks=(Paragraph(content=content, location=HERE),), location=HERE)
        blocks.append(paragraph(Span(text="Words."), call(name)))
    return _letter(blocks, footnotes)


def letter_with_text(*lines: str, notes: Mapping[str, str] | None = None) -> Letter:
    """Return a letter of paragraphs in which ``[^name]`` calls the note of that name."""
    footnotes = {
        name: Footnote(id=name, blocks=(Paragraph(content=typed(words), location=HERE),), location=HERE)
        for name, words in (notes or {}).items()
    }
    blocks = []
    for line in lines:
        parts = re.split(r"\[\^(\w+)\]", line)
        content = [call(part) if at % 2 else Span(text=part) for at, part in enumerate(parts) if part]
        blocks.append(paragraph(*content))
    return _letter(blocks, footnotes)


def _letter(blocks: list[Paragraph], notes: dict[str, Footnote]) -> Letter:
    front = FrontMatter(values={"date": date(2024, 9, 9)})
    return Letter(file="letter.docx", front=front, blocks=tuple(blocks), notes=notes)


def paragraph(*content: Inline) -> Paragraph:
    return Paragraph(content=content, location=HERE)


def call(name: str) -> NoteCall:
    return NoteCall(note=name, location=HERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A citation as recognised and resolved."""

    note: int | None
    index: int
    key: str | None
    form: Form | None
    page: str | None
    """As cited, inherited through bare *Id.*; None where none is."""
    citation: Citation


def seen(letter: Letter, library: Library) -> list[Seen]:
    """Return every citation of the notes of ``letter``, in order."""
    return resolved(recognise(letter, library), library)


def resolved(recognised: Recognised, library: Library) -> list[Seen]:
    """Return every citation of a letter whose citations were recognised, in order."""
    pages: dict[tuple[str, int], str | None] = {}
    citations: list[Seen] = []
    for each in resolve(recognised.letter, library, _AS_READ, {}):
        reach = each.citation.pinpoint.reach
        page = ", ".join(first if first == last else f"{first}-{last}" for first, last in reach.pages) or None
        if each.citation.form is Form.ID and not each.citation.pinpoint and each.antecedent:
            page = pages[each.antecedent.note_id, each.antecedent.index]
        pages[each.at.note_id, each.at.index] = page
        citations.append(
            Seen(
                note=each.at.note_number,
                index=each.at.index,
                key=each.key,
                form=each.citation.form,
                page=page,
                citation=each.citation,
            )
        )
    return citations


def cites(*notes: str, library: Library) -> list[tuple[str | None, str]]:
    """Return the key and the form of every citation in ``notes``."""
    letter = letter_of_notes(dict(enumerate(notes, start=1)))
    return [(each.key, each.form.value if each.form else "") for each in seen(letter, library)]


def only(note: str, *, library: Library) -> Citation:
    """Return the one citation of a letter of one note."""
    (each,) = seen(letter_of_notes({1: note}), library)
    return each.citation
