"""Set what stands in a line: words with their type, links, notes' marks, citations, references and pictures."""

import re
from collections.abc import Iterable
from itertools import groupby

from comment_kit.docx.citation_field import citation_instruction, citation_stamp
from comment_kit.docx.writing.composition import PlacedNote, Plan, Story
from comment_kit.docx.writing.set_fields import bookmark, field
from comment_kit.docx.writing.set_images import add_image
from comment_kit.docx.writing.wml import Element, add, add_text
from comment_kit.model.letter import CrossReference, Image, Inline, LineBreak, NoteCall, SetCitation
from comment_kit.model.text import Span

_SPECIAL = re.compile("([\t\n\u2011\u00ad])")
_ELEMENTS = {"\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
"""Characters that Word keeps as elements: as characters they fall out of the font."""


def add_inlines(parent: Element, content: Iterable[Inline], story: Story) -> None:
    """Set ``content`` at the end of ``parent``, a ``w:p`` or ``w:hyperlink``.

    Raises:
        TypeError: a citation or a mention is left that the style has not set.
    """
    for is_span, parts in groupby(content, key=lambda part: isinstance(part, Span)):
        if is_span:
            add_spans(parent, (part for part in parts if isinstance(part, Span)), story)
        else:
            for part in parts:
                _add_inline(parent, part, story)


def add_spans(parent: Element, spans: Iterable[Span], story: Story) -> None:
    """Set ``spans``; neighbours with one address make one link."""
    for url, linked in groupby(spans, key=lambda span: span.url):
        place, link = parent, story.link(url) if url is not None else None
        if link is not None:
            place = add(parent, "hyperlink", r_id=link, history=1)
        for span in linked:
            if span.refers_to is not None:
                _add_number(place, span, story)
            else:
                add_run(place, span, style=story.whole.styles.id("Hyperlink") if link else None)


def add_run(parent: Element, span: Span, *, style: str | None = None) -> None:
    """Set one run. Italics and small caps stand on the run itself, so that they survive pasting."""
    run = add(parent, "r")
    _add_type(run, span, style)
    if not _SPECIAL.search(span.text):
        add_text(run, "t", span.text)
        return
    for piece in _SPECIAL.split(span.text):
        if piece in _ELEMENTS:
            add(run, _ELEMENTS[piece])
        elif piece:
            add_text(run, "t", " " if piece == "\n" else piece)


def _add_type(run: Element, span: Span, style: str | None) -> None:
    """Add ``w:rPr`` in the order of the schema, where there is anything to say."""
    plain = not (span.italic or span.bold or span.small_caps or span.code or span.strike)
    if plain and style is None and not (span.superscript or span.subscript):
        return
    properties = add(run, "rPr")
    if style is not None:
        add(properties, "rStyle", val=style)
    if span.code:
        add(properties, "rFonts", ascii="Courier New", hAnsi="Courier New", cs="Courier New")
    for wanted, name in (
        (span.bold, "b"),
        (span.italic, "i"),
        (span.small_caps, "smallCaps"),
        (span.strike, "strike"),
        (span.code, "noProof"),
    ):
        if wanted:
            add(properties, name)
    if span.superscript or span.subscript:
        add(properties, "vertAlign", val="superscript" if span.superscript else "subscript")


def _add_inline(parent: Element, part: Inline, story: Story) -> None:
    match part:
        case LineBreak():
            add(add(parent, "r"), "br")
        case NoteCall():
            _add_note_call(parent, part, story)
        case SetCitation():
            _add_citation(parent, part, story)
        case CrossReference():
            _add_cross_reference(parent, part, story)
        case Image():
            add_image(parent, part, story)
        case _:
            raise TypeError(f"the style has left {type(part).__name__} unset")


def _add_citation(parent: Element, part: SetCitation, story: Story) -> None:
    """Set a citation inside the field that carries it through Word and back."""
    stamp = citation_stamp(part.text)
    story.whole.stamps.append(stamp)
    with field(parent, citation_instruction(part.resolution.citation, stamp)):
        add_spans(parent, part.text, story)


def _add_note_call(parent: Element, call: NoteCall, story: Story) -> None:
    """Set a note's mark; the second mark of one note is a field that repeats the first.

    A call that has no note, or that stands where Word allows none, is a finding of ``inspect`` and sets nothing.
    """
    note = story.whole.plan.notes.get(call.note)
    if note is None or not story.is_body:
        return
    if call.note in story.whole.called:
        with field(parent, f" NOTEREF {note.bookmark} \\f \\h "):
            add_run(parent, Span(text=note.called.printed, superscript=True))
        return
    story.whole.called.add(call.note)
    if note.bookmark is None:
        _add_mark(parent, note, story)
        return
    with bookmark(parent, note.bookmark, next(story.whole.bookmark_ids)):
        _add_mark(parent, note, story)


def _add_mark(parent: Element, note: PlacedNote, story: Story) -> None:
    run = add(parent, "r")
    add(add(run, "rPr"), "rStyle", val=story.whole.styles.id("footnote reference"))
    mark = note.called.note.mark
    if mark is None:
        add(run, "footnoteReference", id=note.id)
    else:
        add(run, "footnoteReference", customMarkFollows=1, id=note.id)
        for character in mark:
            # LibreOffice takes the first text alone for the mark and prints all of it a second time.
            add_text(run, "t", character)


def _add_number(parent: Element, span: Span, story: Story) -> None:
    """Set the number of a note or heading as a live field, where what it refers to stands in the body."""
    instruction = _reference_instruction(span.refers_to or "", story.whole.plan)
    if instruction is None:
        add_run(parent, span)
        return
    with field(parent, instruction):
        add_run(parent, span)


def _add_cross_reference(parent: Element, reference: CrossReference, story: Story) -> None:
    """Set the words that were written, as a link inside the letter, else the number as a live field."""
    plan = story.whole.plan
    if reference.words:
        anchor = _anchor(reference.target, plan)
        place = add(parent, "hyperlink", anchor=anchor, history=1) if anchor else parent
        add_spans(place, reference.words, story)
        return
    printed = plan.printed.get(reference.target, reference.target)
    before, _, number = printed.rpartition(" ") if _has_label(reference.target, plan) else ("", "", printed)
    if before:
        # A hard space: "Part" alone at the end of a line says nothing.
        add_run(parent, Span(text=f"{before}\u00a0"))
    _add_number(parent, Span(text=number, refers_to=reference.target), story)


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
