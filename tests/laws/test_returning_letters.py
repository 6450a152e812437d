"""Law 1: what is read back from a Word file is the letter: the same notes, the same citations, the same forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from letter_texts import LAW, Text, composed, library, read_back, style, texts, written

from comment_kit.docx import lint_docx, read_docx_own
from comment_kit.docx.citation_field import citation_stamp
from comment_kit.locators import pinpointed
from comment_kit.model.citations import StringCite
from comment_kit.model.letter import (
    Footnote,
    Inline,
    Letter,
    LineBreak,
    NoteCall,
    Paragraph,
    SetCitation,
    notes_in_order,
    walk,
)
from comment_kit.model.places import Location
from comment_kit.model.printed import PrintedLetter, PrintedNote
from comment_kit.model.resolutions import Resolution
from comment_kit.model.text import Span, plain
from comment_kit.resolve import resolve
from comment_kit.styles import source_names
from comment_kit.workflows.composing import Composition, cited_keys

HERE = Location(file="letter.docx")


def words_of(part: Inline) -> str:
    match part:
        case Span():
            return part.text
        case SetCitation():
            return plain(part.text)
        case LineBreak():
            return "\n"
        case _:
            raise AssertionError(part)


def set_citations(composition: Composition) -> list[list[SetCitation]]:
    """Return the citations of each note as set, in order."""
    notes = (called.note for called in notes_in_order(composition.letter))
    return [[part for part in walk(note.blocks) if isinstance(part, SetCitation)] for note in notes]


@LAW
@given(text=texts())
def test_the_notes_read_back_are_those_that_were_set(text: Text, tmp_path: Path) -> None:
    composition = composed(text, tmp_path)
    printed = read_docx_own(written(composition))
    expected = [
        (called.number, called.note.mark, ["".join(map(words_of, line.content)) for line in lines_of(called.note)])
        for called in notes_in_order(composition.letter)
    ]
    assert [(note.number, note.mark, list(map(plain, note.paragraphs))) for note in printed.notes] == expected


def lines_of(note: Footnote) -> Iterator[Paragraph]:
    return (part for part in walk(note.blocks) if isinstance(part, Paragraph))


@LAW
@given(text=texts())
def test_the_citations_read_back_are_those_that_were_written(text: Text, tmp_path: Path) -> None:
    composition = composed(text, tmp_path)
    printed = read_docx_own(written(composition))
    expected = [
        [(each.resolution.citation.key, each.resolution.citation.locator, plain(each.text)) for each in note]
        for note in set_citations(composition)
    ]
    found = [
        [(each.citation.key, each.citation.locator, plain(each.text)) for each in note.citations]
        for note in printed.notes
    ]
    assert found == expected


@LAW
@given(text=texts())
def test_the_stamps_read_back_fit_what_is_printed(text: Text, tmp_path: Path) -> None:
    composition = composed(text, tmp_path)
    printed = read_docx_own(written(composition))
    citations = [each for note in printed.notes for each in note.citations]
    assert not any(each.edited for each in citations)
    assert all(citation_stamp(each.text) == each.stamp for each in citations)
    assert printed.stamp is not None
    assert printed.stamp.citations == tuple(each.stamp for each in citations)
    assert printed.stamp.style == text.style
    assert printed.stamp.date == "2025-03-03"
    assert set(printed.stamp.sources) == {each.citation.key for each in citations}


# ---- resolved anew ----


def inlines(note: PrintedNote) -> Iterator[Inline]:
    """Yield the words of a note that was read back, and between them the citations that it carries."""
    waiting = list(note.citations)
    for paragraph in note.paragraphs:
        line = plain(paragraph)
        at = 0
        while waiting and (found := line.find(plain(waiting[0].text), at)) >= 0:
            yield Span(text=line[at:found])
            cited = waiting.pop(0)
            yield StringCite(citations=(cited.citation,), location=HERE)
            if plain(cited.text).endswith("."):
                # The period of "id." closes its sentence too.
                yield Span(text=".")
            at = found + len(plain(cited.text))
        yield Span(text=line[at:])
    assert not waiting


def letter_of(printed: PrintedLetter, composition: Composition) -> Letter:
    """Return a letter with the notes that were read back, its pinpoints read anew."""
    notes = {
        str(note.id): Footnote(
            id=str(note.id),
            blocks=(Paragraph(content=tuple(inlines(note)), location=HERE),),
            location=HERE,
            mark=note.mark,
        )
        for note in printed.notes
    }
    calls = tuple(NoteCall(note=name, location=HERE) for name in notes)
    blocks = (Paragraph(content=calls, location=HERE),)
    letter = Letter(file="letter.docx", front=composition.letter.front, blocks=blocks, notes=notes)
    pinned, wrong = pinpointed(letter, library())
    assert not [each for each in wrong if each.code != "PIN105"]
    return pinned


def decided(resolution: Resolution) -> tuple[object, ...]:
    """Return what the resolver decided about a citation, places by the numbers of their notes."""
    places = (resolution.at, resolution.antecedent, resolution.first_full)
    return (
        resolution.key,
        resolution.form,
        resolution.position,
        resolution.prints_pinpoint,
        resolution.name,
        resolution.with_title,
        resolution.bare_section,
        resolution.starts_sentence,
        *((place.note_number, place.index) if place else None for place in places),
    )


@LAW
@given(text=texts())
def test_what_is_read_back_resolves_to_the_forms_that_stand_there(text: Text, tmp_path: Path) -> None:
    composition = composed(text, tmp_path)
    letter = letter_of(read_docx_own(written(composition)), composition)
    house = style(text.style)
    names = source_names(library(), cited_keys(letter), house)
    again = resolve(letter, library(), house.policy, names)
    assert list(map(decided, again)) == list(map(decided, composition.resolutions))


# ---- the file ----


@LAW
@given(text=texts())
def test_no_file_has_a_fault_that_the_lint_knows(text: Text, tmp_path: Path) -> None:
    assert lint_docx(written(composed(text, tmp_path))) == ()


@LAW
@given(text=texts())
def test_the_ids_of_notes_ascend_in_the_order_of_their_marks(text: Text, tmp_path: Path) -> None:
    printed = read_back(text, tmp_path)
    ids = [note.id for note in printed.notes]
    assert ids == sorted(set(ids))
    assert all(0 < each <= 32767 for each in ids)
