"""Say what a cross-reference prints for each heading and note that it may point at."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from comment_kit.model.letter import CalledNote, CrossReference, Heading, Letter, headings_in
from comment_kit.model.text import Span, Text, plain


def printed_targets(letter: Letter, called: Iterable[CalledNote]) -> Mapping[str, str]:
    """Return the words for every id: "Part II", "Section II.A", "14", or the words of an unnumbered heading.

    Headings carry their labels already. Where a heading and a note bear one id, the heading has it.

    Args:
        letter: whose headings may be pointed at.
        called: its notes, as ``notes_in_order`` gives them.
    """
    return {**{each.note.id: each.printed for each in called}, **_printed_headings(letter)}


def reference_words(reference: CrossReference, targets: Mapping[str, str]) -> Text:
    """Return what ``reference`` prints, live: its own words, else those that ``targets`` has for what it points at."""
    words = reference.words or (Span(text=targets.get(reference.target, reference.target)),)
    return tuple(replace(span, refers_to=reference.target) for span in words)


def heading_words(heading: Heading) -> str:
    """Return the title without its label and without the calls of notes in it."""
    return plain(part for part in heading.content if isinstance(part, Span))


def _printed_headings(letter: Letter) -> dict[str, str]:
    printed: dict[str, str] = {}
    above: dict[int, str] = {}
    for heading in headings_in(letter.blocks):
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
