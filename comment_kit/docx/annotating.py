"""Set comments beside anybody's letter in Word, and leave everything else in its file as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comment_kit.docx.anchors import Anchor, find_anchors
from comment_kit.docx.byte_places import XmlBytes
from comment_kit.docx.comments_part import SetComment, declared, free_ids, members_with
from comment_kit.docx.package import WordPackage, open_package
from comment_kit.docx.rewriting import rewritten
from comment_kit.docx.stamp import find_stamp
from comment_kit.model.comments import Comment

_NO_DATE = "2000-01-01"
"""Stands in a letter that does not say its day: the clock would make every copy another one."""


def annotate(content: bytes, notes_to_add: Sequence[Comment], *, author: str) -> bytes:
    """Return the .docx in ``content`` with comments, the same bytes on each run.

    A comment on a note stands at its mark in the text, for Word knows no comments inside notes; one on a paragraph
    around its words; one on a place that the file does not have at the first words of the letter. Each ends with a
    line that says that it is work product and not for filing.

    Args:
        content: anybody's file. Only its part of comments, the relationship and the content type of that part, and
            the anchors in the body are added; all else stays byte for byte.
        notes_to_add: in the order in which their numbers ascend.
        author: whose name the comments bear.

    Raises:
        CommentKitError: it is no .docx, one that cannot be read safely, or one without a word to comment on.
    """
    if not notes_to_add:
        return content
    package = open_package(content)
    numbered = zip(free_ids(package), notes_to_add, strict=False)
    comments = [SetComment(id=number, text=each.text) for number, each in numbered]
    anchors = find_anchors(package, notes_to_add)
    changed = members_with(package, comments, author=author, date=f"{_date(package)}T00:00:00Z")
    changed[package.main] = _anchored(package, comments, anchors)
    return rewritten(content, changed)


def _anchored(package: WordPackage, comments: Sequence[SetComment], anchors: Sequence[Anchor]) -> bytes:
    """Return the body with the anchors of ``comments`` set in at their bytes."""
    xml = XmlBytes.of(package.members[package.main], package.body)
    ends = {element for anchor in anchors for element in (anchor.first, anchor.last)}
    extents = xml.extents(package.body, ends)
    pieces: list[tuple[int, str]] = []
    for comment, anchor in zip(comments, anchors, strict=True):
        begin, end = _pieces(comment.id, declared(package.word) if anchor.declare else "")
        pieces += [(extents[anchor.first].start, begin), (extents[anchor.last].stop, end)]
    return xml.with_pieces(pieces)


def _pieces(number: int, declaration: str) -> Iterator[str]:
    """Yield what stands before the words of a comment, and what stands behind them."""
    yield f'<w:commentRangeStart{declaration} w:id="{number}"/>'
    reference = f'<w:r{declaration}><w:commentReference w:id="{number}"/></w:r>'
    yield f'<w:commentRangeEnd{declaration} w:id="{number}"/>{reference}'


def _date(package: WordPackage) -> str:
    stamp = find_stamp(package)
    return (stamp[1].date if stamp is not None else "") or _NO_DATE
