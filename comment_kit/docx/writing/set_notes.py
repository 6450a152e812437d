"""Set the notes of a letter in their own part."""

from comment_kit.docx.writing.composition import PlacedNote, Story, Surroundings
from comment_kit.docx.writing.footnotes_part import FootnotesPart
from comment_kit.docx.writing.line import attribute, text
from comment_kit.docx.writing.paragraphs import add_paragraph
from comment_kit.docx.writing.set_blocks import add_blocks
from comment_kit.docx.writing.wml import Element, tag

_AROUND = Surroundings(style="footnote text")


def add_notes(part: FootnotesPart, story: Story) -> None:
    """Set every note that the letter calls, in the order of the calls."""
    for note in story.whole.plan.notes.values():
        _add_note(part.add_note(note.id), note, story)


def _add_note(footnote: Element, note: PlacedNote, story: Story) -> None:
    add_blocks(footnote, note.called.note.blocks, story, _AROUND)
    style = story.whole.styles.id("footnote text")
    # A note begins and ends with a paragraph: the one bears its number, the other is the schema's wish.
    if len(footnote) == 0 or footnote[0].tag != tag("p"):
        footnote.insert(0, add_paragraph(footnote, style))
    _add_number(footnote[0], note, story)


def _add_number(paragraph: Element, note: PlacedNote, story: Story) -> None:
    """Put the note's own number or mark, and a space, before its words."""
    style = attribute(story.whole.styles.id("footnote reference"))
    mark = note.called.note.mark
    number = "<w:footnoteRef/>" if mark is None else text("t", mark)
    before = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{number}</w:r>'
    if mark is not None and story.whole.for_office:
        # LibreOffice sets the mark by itself and takes the written one out of the first such note only.
        before = ""
    with story.whole.lines.at_start_of(paragraph) as line:
        line.add(f"{before}<w:r>{text('t', ' ')}</w:r>")
