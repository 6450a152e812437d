"""Learn from LibreOffice on which page each heading of a letter stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comment_kit.docx import headings_pages, pdf_of
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Letter
from comment_kit.pages import outline_pages, page_count


def learn_pages(
    write: Callable[[Mapping[str, int]], bytes],
    letter: Letter,
    layout: Layout,
    guess: Mapping[str, int],
    *,
    called: str,
) -> Mapping[str, int]:
    """Return the true page of each heading; one pass, since the contents are as long whatever they say.

    Args:
        write: writes the Word file with the pages given in its contents.
        letter: as set.
        layout: the page set-up of its template.
        guess: the pages to begin with.
        called: what messages call the letter.

    Raises:
        CommentKitError: LibreOffice is missing or fails.
    """
    pdf = pdf_of(write(guess), called=called)
    return headings_pages(outline_pages(pdf), letter, layout, sheets=page_count(pdf))
