"""Set Word's fields: an instruction, and the result that stands until Word computes it anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from comment_kit.docx.writing.wml import Element, add, add_copy, add_text, new


def _field_character(kind: str) -> Element:
    run = new("r")
    add(run, "fldChar", fldCharType=kind)
    return run


_BEGIN, _SEPARATE, _END = map(_field_character, ("begin", "separate", "end"))


@contextmanager
def field(parent: Element, instruction: str) -> Iterator[None]:
    """Set a complex field in ``parent``; what is added to it inside the ``with`` is the stored result."""
    begin_field(parent, instruction)
    yield
    end_field(parent)


def begin_field(parent: Element, instruction: str) -> None:
    """Open a field whose result may run over several paragraphs."""
    add_copy(parent, _BEGIN)
    add_text(add(parent, "r"), "instrText", instruction)
    add_copy(parent, _SEPARATE)


def end_field(parent: Element) -> None:
    """Close the field that was opened last."""
    add_copy(parent, _END)


@contextmanager
def bookmark(parent: Element, name: str, identity: int) -> Iterator[None]:
    """Set a bookmark around what is added to ``parent`` inside the ``with``."""
    add(parent, "bookmarkStart", id=identity, name=name)
    yield
    add(parent, "bookmarkEnd", id=identity)
