"""Say what a cross-reference prints for each heading and note that it may point at."""

from collections.abc import Mapping

from comment_kit.model.letter import Heading, Letter, notes_in_order, walk
from comment_kit.model.text import Span, plain


def printed_targets(letter: Letter) -> Mapping[str, str]:
    """Return the words for every id: "Part II", "Section II.A", "14", or the words of an unnumbered heading.

    Headings carry their labels already. Where a heading and a note bear one id, the heading has it.
    """
    return {**_printed_notes(letter), **_printed_headings(letter)}


def heading_words(heading: Heading) -> str:
    """Return the title without its label and without the calls of notes in it."""
    return plain(part for part in heading.content if isinstance(part, Span))


def _printed_notes(letter: Letter) -> dict[str, str]:
    return {called.note.id: called.printed for called in notes_in_order(letter)}


def _printed_headings(letter: Letter) -> dict[str, str]:
    printed: dict[str, str] = {}
    above: dict[int, str] = {}
    for heading in walk(letter.blocks):
        if not isinstance(heading, Heading):
            continue
        number = heading.label.rstrip(".")
        above = {level: label for level, label in above.items() if level < heading.level}
        above[heading.level] = number
        if heading.id and heading.id not in printed:
            printed[heading.id] = _printed_heading(heading, ".".join(filter(None, above.values())))
    return printed


def _printed_heading(heading: Heading, number: str) -> str:
    if not heading.label:
        return heading_words(heading)
    # A part holds sections: "supra Part II", "infra Section III.B" (Bluebook rule 3.5).
    return f"{'Part' if heading.level == 1 else 'Section'} {number}"
