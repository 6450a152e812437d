"""Read the file of a letter as plain text that is safe to work on."""

import re
from collections.abc import Iterator
from pathlib import Path

from comment_kit.errors import CommentKitError
from comment_kit.letters import findings
from comment_kit.model.diagnostics import Diagnostic, Edit, Fix
from comment_kit.model.places import Location

MOST_CHARACTERS = 5_000_000
"""A thousand pages are about three million characters."""

MOST_LINES = 100_000
"""A thousand pages have half as many."""
MOST_MARKS = 500_000
"""Characters that may begin markup, and lines: a letter of 20,000 notes has a fifth of them."""
_MARKS = re.compile(r"[\[\]@*_<>^$~&|!\\{}`:\n]")

# Control characters but tab and line feed, and the private planes that templates and forms work with.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufeff\U000f0000-\U0010ffff]")
_UNWANTED_RUN = re.compile(f"{_UNWANTED.pattern}+")
# No editor counts these as the end of a line.
_ODD_LINE_ENDS = re.compile("[\u2028\u2029\x85]")
_REMEDY = "name the Markdown file of the letter"
_SURROGATES = re.compile("[\ud800-\udfff]")


_KINDS = {b"PK\x03\x04": "a Word file", b"%PDF-": "a PDF"}
"""What somebody names instead of the letter's source, by how its file begins."""


def read_text(path: Path) -> str:
    """Return the text of the letter at ``path``.

    Raises:
        CommentKitError: there is no such file, it cannot be read, is no UTF-8 text, or is too large to be a letter.
    """
    where = str(path)
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if kind := next((kind for magic, kind in _KINDS.items() if error.object.startswith(magic)), None):
            raise CommentKitError(
                f"this is {kind}, and a letter is written in Markdown",
                where=where,
                remedy="name the Markdown file of the letter; 'comment-kit check' reads this one, too",
            ) from None
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CommentKitError(
            f"the letter is not UTF-8 text: line {line} holds a byte that UTF-8 does not",
            where=where,
            remedy="save it as UTF-8",
        ) from None
    except OSError as error:
        raise CommentKitError(f"the letter cannot be read: {error.strerror}", where=where, remedy=_REMEDY) from None


def _bytes(path: Path) -> bytes:
    """Return what the file holds; a device that never ends is not read to its end."""
    most = 4 * MOST_CHARACTERS
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise CommentKitError(f"more than {most:,} bytes are too many for a letter", where=str(path), remedy=_REMEDY)
    return content


def cleaned(text: str, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return ``text`` with line feeds alone, without what a letter cannot hold, and what is to be said about it."""
    if len(text) > MOST_CHARACTERS:
        message = f"{len(text):,} characters are too many for a letter; {MOST_CHARACTERS:,} are read at most"
        return "", (findings.TOO_LARGE.at(Location(file=file), message, hint=_REMEDY),)
    if (lines := text.count("\n")) > MOST_LINES:
        message = f"{lines:,} lines are too many for a letter; {MOST_LINES:,} are read at most"
        return "", (findings.TOO_LARGE.at(Location(file=file), message, hint=_REMEDY),)
    marks = len(text) - len(_MARKS.sub("", text)) if len(text) > MOST_MARKS else 0
    if marks > MOST_MARKS:
        message = (
            f"{marks:,} lines and marks such as [ and * are too many for a letter; {MOST_MARKS:,} are read at most"
        )
        return "", (findings.TOO_LARGE.at(Location(file=file), message, hint=_REMEDY),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = _SURROGATES.sub("\ufffd", text)
    text = _ODD_LINE_ENDS.sub(" ", text)
    found = _UNWANTED.search(text)
    if found is None:
        return text, ()
    return _UNWANTED.sub("", text), (_control_characters(text, found.start(), file),)


def _control_characters(text: str, at: int, file: str) -> Diagnostic:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    name = f"U+{ord(text[at]):04X}"
    return findings.CONTROL_CHARACTERS.at(
        Location(file=file, line=line, column=column),
        f"the character {name} cannot be printed and was left out",
        hint="delete it; it may stand elsewhere, too",
        fix=Fix(title="delete what cannot be printed", edits=tuple(_deletions(text, file)), safe=True),
    )


def _deletions(text: str, file: str) -> Iterator[Edit]:
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _UNWANTED_RUN.finditer(line):
            place = Location(file=file, line=number, column=found.start() + 1)
            yield Edit(location=place, old=found[0], new="")
