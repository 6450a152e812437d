"""Set the table of contents: Word's own field, with its entries already right inside it."""

from collections.abc import Sequence

from comment_kit.docx.writing.composition import PlacedHeading, Story
from comment_kit.docx.writing.letter_styles import LEVELS
from comment_kit.docx.writing.paragraphs import add_paragraph
from comment_kit.docx.writing.set_fields import begin_field, end_field, field
from comment_kit.docx.writing.set_inlines import add_run
from comment_kit.docx.writing.wml import Element, add
from comment_kit.model.letter import Inline
from comment_kit.model.text import Span

# By the outline levels of the paragraphs (\u), which unnumbered headings have too.
_INSTRUCTION = f' TOC \\o "1-{LEVELS}" \\h \\z \\u '


def add_contents(parent: Element, story: Story) -> None:
    """Set one entry for each heading of the letter, with the pages that the caller knows."""
    entries = [add_paragraph(parent, _style(placed, story)) for placed in story.whole.plan.headings]
    if not entries:
        return
    begin_field(entries[0], _INSTRUCTION)
    for paragraph, placed in zip(entries, story.whole.plan.headings, strict=True):
        _add_entry(paragraph, placed, story)
    end_field(entries[-1])


def _style(placed: PlacedHeading, story: Story) -> str:
    return story.whole.styles.id(f"toc {min(max(placed.heading.level, 1), LEVELS)}")


def _add_entry(paragraph: Element, placed: PlacedHeading, story: Story) -> None:
    link = add(paragraph, "hyperlink", anchor=placed.contents_bookmark, history=1)
    if placed.heading.label:
        add_run(link, Span(text=f"{placed.heading.label}\t"))
    for span in _words(placed.heading.content):
        add_run(link, span)
    add_run(link, Span(text="\t"))
    with field(link, f" PAGEREF {placed.contents_bookmark} \\h "):
        add_run(link, Span(text=str(story.whole.pages.get(placed.heading.id, 1))))


def _words(content: Sequence[Inline]) -> tuple[Span, ...]:
    """Return the words of a title without its links and without the marks of notes."""
    return tuple(
        Span(text=part.text, italic=part.italic, small_caps=part.small_caps, code=part.code)
        for part in content
        if isinstance(part, Span)
    )
