"""Read from a PDF's outline on which page each of its headings stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from comment_kit.errors import CommentKitError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def outline_pages(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """Return the title and the page of each entry of the outline, in its order; pages are sheets counted from 1.

    Entries that lead nowhere are left out.

    Raises:
        CommentKitError: this is no PDF, or a broken one.
    """
    with _opened(pdf) as document:
        entries = ((entry.get_title(), entry.get_dest()) for entry in document.get_toc())
        places = ((title, dest.get_index()) for title, dest in entries if dest is not None)
        return tuple((title, index + 1) for title, index in places if index is not None)


def page_count(pdf: bytes) -> int:
    """Return how many sheets a PDF has.

    Raises:
        CommentKitError: this is no PDF, or a broken one.
    """
    with _opened(pdf) as document:
        return len(document)


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - the rest of this room works without

    try:
        document = PdfDocument(pdf)
    except PdfiumError as fault:
        raise CommentKitError("the PDF cannot be read: it is broken, or no PDF at all") from fault
    try:
        yield document
    finally:
        document.close()
