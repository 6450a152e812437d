"""Set what stands in a line: words with their type, links, notes' marks, citations, references and pictures."""

from collections.abc import Iterable
from itertools import groupby

from comment_kit.docx.citation_field import citation_instruction, citation_stamp
from comment_kit.docx.writing.composition import PlacedNote, Plan, Story
from comment_kit.docx.writing.line import BREAK, Line, attribute, text
from comment_kit.docx.writing.set_images import add_image
from comment_kit.model.letter import CrossReference, Image, Inline, LineBreak, NoteCall, SetCitation
from comment_kit.model.text import Span


def add_inlines(line: Line, content: Iterable[Inline], story: Story) -> None:
    """Set ``content`` at the end of ``line``.

    Raises:
        TypeError: a citation or a mention is left that the style has not set.
    """
    for is_span, parts in groupby(content, key=lambda part: isinstance(part, Span)):
        if is_span:
            add_spans(line, (part for part in parts if isinstance(part, Span)), story)
        else:
            for part in parts:
                _add_inline(line, part, story)


def add_spans(line: Line, spans: Iterable[Span], story: Story) -> None:
    """Set ``spans``; neighbours with one address make one link."""
    for url, linked in groupby(spans, key=lambda span: span.url):
        link = story.link(url) if url is not None else None
        if link is None:
            _add_runs(line, linked, story)
        else:
            with line.link("r:id", link):
                _add_runs(line, linked, story, style=story.whole.styles.id("Hyperlink"))


def _add_runs(line: Line, spans: Iterable[Span], story: Story, *, style: str | None = None) -> None:
    for span in spans:
        if span.refers_to is not None:
            _add_number(line, span, story)
        else:
            line.run(span, style=style)


def _add_inline(line: Line, part: Inline, story: Story) -> None:
    match part:
        case LineBreak():
            line.add(BREAK)
        case NoteCall():
            _add_note_call(line, part, story)
        case SetCitation():
            _add_citation(line, part, story)
        case CrossReference():
            _add_cross_reference(line, part, story)
        case Image():
            add_image(line, part, story)
        case _:
            raise TypeError(f"the style has left {type(part).__name__} unset")


def _add_citation(line: Line, part: SetCitation, story: Story) -> None:
    """Set a citation inside the field that carries it through Word and back."""
    stamp = citation_stamp(part.text)
    story.whole.stamps.append(stamp)
    with line.field(citation_instruction(part.resolution.citation, stamp)):
        add_spans(line, part.text, story)


def _add_note_call(line: Line, call: NoteCall, story: Story) -> None:
    """Set a note's mark; the second mark of one note is a field that repeats the first.

    A call that has no note, or that stands where Word allows none, is a finding of ``inspect`` and sets nothing.
    """
    note = story.whole.plan.notes.get(call.note)
    if note is None or not story.is_body:
        return
    if call.note in story.whole.called:
        with line.field(f" NOTEREF {note.bookmark} \\f \\h "):
            line.run(Span(text=note.called.printed, superscript=True))
        return
    story.whole.called.add(call.note)
    if note.bookmark is None:
        _add_mark(line, note, story)
        return
    with line.bookmark(note.bookmark, next(story.whole.bookmark_ids)):
        _add_mark(line, note, story)


def _add_mark(line: Line, note: PlacedNote, story: Story) -> None:
    style = attribute(story.whole.styles.id("footnote reference"))
    mark = note.called.note.mark
    custom = ' w:customMarkFollows="1"' if mark is not None else ""
    # LibreOffice takes the first text alone for the mark and prints all of it a second time.
    characters = "".join(text("t", character) for character in mark or "")
    reference = f'<w:footnoteReference{custom} w:id="{note.id}"/>'
    line.add(f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{reference}{characters}</w:r>')


def _add_number(line: Line, span: Span, story: Story) -> None:
    """Set the number of a note or heading as a live field, where what it refers to stands in the body."""
    instruction = _reference_instruction(span.refers_to or "", story.whole.plan)
    if instruction is None:
        line.run(span)
        return
    with line.field(instruction):
        line.run(span)


def _add_cross_reference(line: Line, reference: CrossReference, story: Story) -> None:
    """Set the words that were written, as a link inside the letter, else the number as a live field."""
    plan = story.whole.plan
    if reference.words:
        anchor = _anchor(reference.target, plan)
        if anchor is None:
            add_spans(line, reference.words, story)
            return
        with line.link("w:anchor", anchor):
            add_spans(line, reference.words, story)
        return
    printed = plan.printed.get(reference.target, reference.target)
    before, _, number = printed.rpartition(" ") if _has_label(reference.target, plan) else ("", "", printed)
    if before:
        # A hard space: "Part" alone at the end of a line says nothing.
        line.run(Span(text=f"{before}\u00a0"))
    _add_number(line, Span(text=number, refers_to=reference.target), story)


def _reference_instruction(target: str, plan: Plan) -> str | None:
    anchor = _anchor(target, plan)
    if anchor is None:
        return None
    if target not in plan.anchors:
        return f" NOTEREF {anchor} \\h "
    # The number in full context, "II.A", or the words where the heading has no number.
    return f" REF {anchor} \\w \\h " if _has_label(target, plan) else f" REF {anchor} \\h "


def _anchor(target: str, plan: Plan) -> str | None:
    """Return the bookmark that ``target`` is found by; a heading goes before a note of the same id."""
    if target in plan.anchors:
        return plan.anchors[target].bookmark
    return plan.notes[target].bookmark if target in plan.notes else None


def _has_label(target: str, plan: Plan) -> bool:
    return target in plan.anchors and bool(plan.anchors[target].heading.label)
