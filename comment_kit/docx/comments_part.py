"""Set Word comments as XML, and the part that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from comment_kit.docx.byte_places import appended
from comment_kit.docx.package import WORD, Element, WordPackage, relationships_member
from comment_kit.docx.writing.wml import legal

NOT_FOR_FILING = "Work product, not for filing."
"""The last line of each comment: what is filed is public for ever."""

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = {
    WORD[0]: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    WORD[1]: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_NUMBERED = ("comment", "commentReference", "commentRangeStart", "commentRangeEnd", "footnote", "endnote")
_LONGEST_ID = 10
"""Digits of the highest number that Word knows."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class SetComment(Struct, frozen=True, kw_only=True):
    """A comment with its number in the file."""

    id: int
    text: str


def comment_xml(comment: SetComment, *, author: str, date: str, word: str, declare: bool) -> str:
    """Return one comment as XML; ``declare`` where the prefix "w" does not mean Word around it."""
    initials = "".join(part[0] for part in author.split()).upper()
    lines = [*comment.text.splitlines(), NOT_FOR_FILING]
    return (
        f"<w:comment{declared(word) if declare else ''} w:id={quoteattr(str(comment.id))}"
        f" w:author={quoteattr(legal(author))} w:date={quoteattr(date)} w:initials={quoteattr(legal(initials))}>"
        + "".join(_paragraph(line, first=at == 0) for at, line in enumerate(lines))
        + "</w:comment>"
    )


def declared(word: str) -> str:
    """Return the declaration of the prefix "w", with a space before it."""
    return f" xmlns:w={quoteattr(word)}"


def members_with(package: WordPackage, comments: Sequence[SetComment], *, author: str, date: str) -> dict[str, bytes]:
    """Return the members that change where ``comments`` are added: their part, its content type, its relationship.

    Raises:
        CommentKitError: a member is written in characters that cannot be kept as they are.
    """
    word = package.word
    existing = next(iter(package.related("comments")), None)
    if existing is not None:
        root = package.xml(existing)
        declare = root.nsmap.get("w") != word
        pieces = (comment_xml(each, author=author, date=date, word=word, declare=declare) for each in comments)
        return {existing: appended(package.members[existing], root, "".join(pieces))}
    pieces = (comment_xml(each, author=author, date=date, word=word, declare=False) for each in comments)
    part = f"{_DECLARATION}<w:comments{declared(word)}>{''.join(pieces)}</w:comments>"
    name = _free_name(package)
    return {name: part.encode(), **_content_types(package, name), **_relationships(package, name)}


def free_ids(package: WordPackage) -> Iterator[int]:
    """Yield numbers for comments, ascending, that neither a comment nor a note of the file bears."""
    word = package.word
    # LibreOffice 7.4 takes a comment for the note of the same number, and prints wrong words below the page.
    parts = [member for kind in ("comments", "footnotes", "endnotes") for member in package.related(kind)]
    roots = [package.body, *(package.xml(member) for member in parts)]
    names = [f"{{{word}}}{name}" for name in _NUMBERED]
    taken = {each.get(f"{{{word}}}id", "") for root in roots for each in root.iter(*names)}
    highest = max((int(each) for each in taken if each.isdecimal() and len(each) < _LONGEST_ID), default=-1)
    return (number for number in count(highest + 1) if str(number) not in taken)


def _free_name(package: WordPackage) -> str:
    folder = package.main.rpartition("/")[0]
    taken = {name.casefold() for name in package.members}
    names = (f"{folder}/comments{number or ''}.xml".lstrip("/") for number in range(len(taken) + 1))
    return next(name for name in names if name.casefold() not in taken)


def _content_types(package: WordPackage, name: str) -> dict[str, bytes]:
    member = "[Content_Types].xml"
    root = package.xml(member)
    attributes = f" PartName={quoteattr('/' + name)} ContentType={quoteattr(_CONTENT_TYPE)}"
    piece = f"<Override{_namespace(root, _TYPES)}{attributes}/>"
    return {member: appended(package.members[member], root, piece)}


def _relationships(package: WordPackage, name: str) -> dict[str, bytes]:
    member = relationships_member(package.main)
    taken = {each.id for each in package.relationships(package.main)}
    free = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    attributes = (
        f" Id={quoteattr(free)} Type={quoteattr(_KINDS[package.word])} Target={quoteattr(name.rpartition('/')[2])}"
    )
    if member not in package.members:
        whole = f'{_DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}"><Relationship{attributes}/></Relationships>'
        return {member: whole.encode()}
    root = package.xml(member)
    piece = f"<Relationship{_namespace(root, _RELATIONSHIPS)}{attributes}/>"
    return {member: appended(package.members[member], root, piece)}


def _namespace(root: Element, namespace: str) -> str:
    """Return the declaration that a child without prefix needs below ``root``; none where the root has none either."""
    return "" if root.nsmap.get(None) == namespace else f' xmlns="{namespace}"'


def _paragraph(line: str, *, first: bool) -> str:
    mark = "<w:r><w:annotationRef/></w:r>" if first else ""
    return f'<w:p>{mark}<w:r><w:t xml:space="preserve">{escape(legal(line))}</w:t></w:r></w:p>'
