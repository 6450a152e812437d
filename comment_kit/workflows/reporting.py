"""Put a report, or the letter with its findings as Word comments, into its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from comment_kit import docx as word
from comment_kit.errors import CommentKitError
from comment_kit.model.checked import CheckedLetter
from comment_kit.model.comments import Comment
from comment_kit.project import find_project
from comment_kit.workflows.memory import is_as_written, wrote
from comment_kit.workflows.outputs import check_place, write_output

_AUTHOR = "comment-kit"


def write_report(target: Path, content: bytes, *, project: Path | None = None) -> bool:
    """Write a report to ``target``; one that was changed since it was written stays.

    Returns:
        whether the kit will know the report again; if not, the next one cannot take its place.

    Raises:
        CommentKitError: the file there is not ours to replace, or the place cannot be written.
    """
    state = find_project(target.parent, explicit=project).state()
    write_output(
        target,
        content,
        may_replace=lambda present: is_as_written(state, target, present),
        remedy="name another file, or move this one away",
    )
    return wrote(state, target, content)


def write_annotated(checked: CheckedLetter, target: Path, *, project: Path | None = None) -> bool:
    """Write the Word file that was checked to ``target``, with a comment at each place where something was found.

    Returns:
        as ``write_report`` does.

    Raises:
        CommentKitError: what was checked is no Word file, or ``target`` is that file or cannot be written.
    """
    letter = Path(checked.file)
    if letter.suffix.lower() != ".docx":
        raise CommentKitError("only a Word file can hold comments", where=checked.file, remedy="check a .docx")
    if letter.resolve() == target.resolve():
        raise CommentKitError("this is the letter itself", where=str(target), remedy="name another file")
    check_place(target)
    content = word.annotate(letter.read_bytes(), tuple(_comments(checked)), author=_AUTHOR)
    return write_report(target, content, project=project)


def _comments(checked: CheckedLetter) -> Iterator[Comment]:
    for diagnostic in checked.diagnostics:
        where = diagnostic.location
        hint = f"\n{diagnostic.hint}" if diagnostic.hint else ""
        yield Comment(text=f"{diagnostic.code}: {diagnostic.message}{hint}", note=where.note or None, words=where.words)
    for quotation in checked.quotations:
        if quotation.cleared is not None:
            note, words = quotation.printed_note or None, quotation.place
            yield Comment(text=f"“{quotation.text}”: {quotation.cleared}", note=note, words=words)
