"""What a cross-reference prints for each heading and note."""

from collections.abc import Mapping
from datetime import date

from comment_kit.model.letter import Footnote, FrontMatter, Heading, Letter, NoteCall, Paragraph, notes_in_order
from comment_kit.model.places import Location
from comment_kit.model.targets import heading_words, printed_targets
from comment_kit.model.text import Span

HERE = Location(file="letter.md", line=1)


def heading(level: int, words: str, name: str, label: str = "") -> Heading:
    return Heading(level=level, content=(Span(text=words),), location=HERE, id=name, label=label, numbered=bool(label))


def letter_of(*blocks: Heading | Paragraph, notes: tuple[Footnote, ...] = ()) -> Letter:
    front = FrontMatter(values={"date": date(2024, 9, 9)})
    return Letter(file="letter.md", front=front, blocks=blocks, notes={note.id: note for note in notes})


def printed(letter: Letter) -> Mapping[str, str]:
    return printed_targets(letter, notes_in_order(letter))


def test_a_part_and_its_sections_print_their_numbers() -> None:
    letter = letter_of(
        heading(1, "First", "first", "I."),
        heading(2, "Inner", "inner", "A."),
        heading(3, "Deep", "deep", "1."),
        heading(1, "Second", "second", "II."),
        heading(2, "Inner again", "again", "A."),
    )
    assert printed(letter) == {
        "first": "Part I",
        "inner": "Section I.A",
        "deep": "Section I.A.1",
        "second": "Part II",
        "again": "Section II.A",
    }


def test_an_unnumbered_heading_prints_its_words() -> None:
    assert printed(letter_of(heading(1, "Conclusion", "conclusion"))) == {"conclusion": "Conclusion"}


def test_a_section_under_an_unnumbered_heading_prints_its_own_number_alone() -> None:
    letter = letter_of(heading(1, "Background", "background"), heading(2, "Inner", "inner", "A."))
    assert printed(letter)["inner"] == "Section A"


def test_a_note_prints_its_number_and_a_custom_mark_itself() -> None:
    notes = (
        Footnote(id="author", blocks=(), location=HERE, mark="i"),
        Footnote(id="fn-x", blocks=(), location=HERE),
    )
    calls = tuple(NoteCall(note=note.id, location=HERE) for note in notes)
    assert printed(letter_of(Paragraph(content=calls, location=HERE), notes=notes)) == {
        "author": "i",
        "fn-x": "1",
    }


def test_of_two_headings_with_one_id_the_first_has_it() -> None:
    letter = letter_of(heading(1, "First", "same", "I."), heading(1, "Second", "same", "II."))
    assert printed(letter) == {"same": "Part I"}


def test_the_words_of_a_heading_leave_out_its_note_calls() -> None:
    title = Heading(level=1, content=(Span(text="Title"), NoteCall(note="n", location=HERE)), location=HERE)
    assert heading_words(title) == "Title"
