"""Set the notes of a letter at its end, numbered as the text calls them, each with the way back."""

from collections.abc import Iterable
from itertools import groupby

from comment_kit.html.blocks import set_block
from comment_kit.html.inlines import Setting, line
from comment_kit.html.markup import NOTHING, Markup, element, joined, words
from comment_kit.model.letter import CalledNote, Paragraph


def endnotes(setting: Setting) -> Markup:
    """Return the section of notes; nothing where the letter calls none."""
    if not setting.anchors.notes:
        return NOTHING
    title = element("h2", words("Notes"), {"id": "notes-title"})
    lists = (_list(run, setting) for _, run in groupby(setting.anchors.notes, key=_is_numbered))
    return element(
        "section",
        joined((title, *lists), "\n"),
        {"class": "notes", "role": "doc-endnotes", "aria-labelledby": "notes-title"},
    )


def _is_numbered(called: CalledNote) -> bool:
    return called.number is not None


def _list(run: Iterable[CalledNote], setting: Setting) -> Markup:
    """Return neighbouring notes: with numbers as an ordered list, with marks of their own as a plain one."""
    notes = tuple(run)
    entries = joined((_note(called, setting) for called in notes), "\n")
    if not _is_numbered(notes[0]):
        return element("ul", entries)
    return element("ol", entries, {"start": str(notes[0].number)})


def _note(called: CalledNote, setting: Setting) -> Markup:
    mark = NOTHING if _is_numbered(called) else element("span", words(called.printed), {"class": "mark"})
    return element(
        "li",
        joined((mark, *_blocks(called, setting))),
        {"id": setting.anchors.note_anchors[called.note.id]},
    )


def _blocks(called: CalledNote, setting: Setting) -> tuple[Markup, ...]:
    """Return what the note says, the way back behind its last word."""
    blocks = called.note.blocks
    back = _back(called, setting)
    if not blocks or not isinstance(last := blocks[-1], Paragraph):
        return (*(set_block(block, setting) for block in blocks), element("p", back))
    closing = element("p", joined((line(last.content, setting), back), " "))
    return (*(set_block(block, setting) for block in blocks[:-1]), closing)


def _back(called: CalledNote, setting: Setting) -> Markup:
    link = {
        "href": f"#{setting.anchors.call_anchors[called.note.id]}",
        "class": "back",
        "role": "doc-backlink",
        "aria-label": f"Back to the text at note {called.printed}",
    }
    # The arrow is asked to stand as text, or telephones show it as a picture.
    return element("a", words("\N{LEFTWARDS ARROW WITH HOOK}\N{VARIATION SELECTOR-15}"), link)
