"""Set Word's fields: an instruction, and the result that stands until Word computes it anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from comment_kit.docx.writing.wml import Element, add, add_text


@contextmanager
def field(parent: Element, instruction: str) -> Iterator[None]:
    """Set a complex field in ``parent``; what is added to it inside the ``with`` is the stored result."""
    begin_field(parent, instruction)
    yield
    end_field(parent)


def begin_field(parent: Element, instruction: str) -> None:
    """Open a field whose result may run over several paragraphs."""
    add(add(parent, "r"), "fldChar", fldCharType="begin")
    add_text(add(parent, "r"), "instrText", instruction, xml_space="preserve")
    add(add(parent, "r"), "fldChar", fldCharType="separate")


def end_field(parent: Element) -> None:
    """Close the field that was opened last."""
    add(add(parent, "r"), "fldChar", fldCharType="end")


@contextmanager
def bookmark(parent: Element, name: str, identity: int) -> Iterator[None]:
    """Set a bookmark around what is added to ``parent`` inside the ``with``."""
    add(parent, "bookmarkStart", id=identity, name=name)
    yield
    add(parent, "bookmarkEnd", id=identity)
