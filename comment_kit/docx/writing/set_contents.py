"""Set the table of contents: Word's own field, with its entries already right inside it."""

from collections.abc import Sequence

from comment_kit.docx.writing.composition import PlacedHeading, Story
from comment_kit.docx.writing.letter_styles import LEVELS
from comment_kit.docx.writing.line import Line
from comment_kit.docx.writing.paragraphs import add_paragraph
from comment_kit.docx.writing.wml import Element
from comment_kit.model.letter import Inline
from comment_kit.model.text import Span

# By the outline levels of the paragraphs (\u), which unnumbered headings have too.
_INSTRUCTION = f' TOC \\o "1-{LEVELS}" \\h \\z \\u '


def add_contents(parent: Element, story: Story) -> None:
    """Set one entry for each heading of the letter, with the pages that the caller knows."""
    entries = [add_paragraph(parent, _style(placed, story)) for placed in story.whole.plan.headings]
    if not entries:
        return
    for paragraph, placed in zip(entries, story.whole.plan.headings, strict=True):
        with story.whole.lines.at_end_of(paragraph) as line:
            if paragraph is entries[0]:
                line.begin_field(_INSTRUCTION)
            _add_entry(line, placed, story)
            if paragraph is entries[-1]:
                line.end_field()


def _style(placed: PlacedHeading, story: Story) -> str:
    return story.whole.styles.id(f"toc {min(max(placed.heading.level, 1), LEVELS)}")


def _add_entry(line: Line, placed: PlacedHeading, story: Story) -> None:
    with line.link("w:anchor", placed.contents_bookmark):
        if placed.heading.label:
            line.run(Span(text=f"{placed.heading.label}\t"))
        for span in _words(placed.heading.content):
            line.run(span)
        line.run(Span(text="\t"))
        with line.field(f" PAGEREF {placed.contents_bookmark} \\h "):
            line.run(Span(text=str(story.whole.pages.get(placed.heading.id, 1))))


def _words(content: Sequence[Inline]) -> tuple[Span, ...]:
    """Return the words of a title without its links and without the marks of notes."""
    return tuple(
        Span(text=part.text, italic=part.italic, small_caps=part.small_caps, code=part.code)
        for part in content
        if isinstance(part, Span)
    )
