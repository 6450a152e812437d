"""Read the text of a database or table, whatever program saved it."""

import codecs
import re
from pathlib import Path

from msgspec import Struct

from comment_kit.library.findings import ENCODING_GUESSED, UNREADABLE_DATABASE
from comment_kit.model.diagnostics import Diagnostic, Finding
from comment_kit.model.places import Location

LARGEST_DATABASE = 16 * 1024 * 1024
"""In bytes. A reference manager's whole library has a tenth of this; what is larger is another kind of file."""

MOST_ENTRIES = 20_000
"""Of one file. A file of nothing but tiny entries would take minutes and a gigabyte to read."""

LARGEST_TABLE = 4 * 1024 * 1024
"""In bytes. The 434 rows of a long executive order take 18 KB."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# Nothing of this can be meant: control characters, surrogates, private planes (in which the templates mark
# protected characters), characters that turn the direction of the text around them, and what XML forbids.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)


class FileText(Struct, frozen=True, kw_only=True):
    """What a file says, and what was wrong in reading it."""

    text: str
    """Lines end in a line feed alone; empty where the file could not be read."""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_text(file: Path, *, finding: Finding = UNREADABLE_DATABASE, largest: int = LARGEST_DATABASE) -> FileText:
    """Return the text of ``file``; one that cannot be read, or has more than ``largest`` bytes, is ``finding``."""
    try:
        if file.exists() and not file.is_file():
            # A device or a pipe may never end.
            return _unread(finding, file, "this is no file")
        size = file.stat().st_size
        if size > largest:
            return _unread(finding, file, f"the file is too large ({size // 2**20} MB): is it the right one?")
        content = file.read_bytes()
    except FileNotFoundError:
        return _unread(finding, file, "there is no such file")
    except OSError as fault:
        return _unread(finding, file, f"the file cannot be read: {fault.strerror or fault}")
    return _decoded(file, content)


def too_many_entries(file: str, count: int) -> Diagnostic:
    """Return the finding for a database that holds more than ``MOST_ENTRIES``, nothing of which is read."""
    problem = f"the database has {count:,} entries; {MOST_ENTRIES:,} are read at most"
    return UNREADABLE_DATABASE.at(Location(file=file), problem, hint="export the sources of this letter alone")


def printable(value: str) -> str:
    """Return ``value`` without characters that no page can show."""
    return _UNPRINTABLE.sub("", value)


def _unread(finding: Finding, file: Path, problem: str) -> FileText:
    return FileText(text="", diagnostics=(finding.at(Location(file=str(file)), problem),))


def _decoded(file: Path, content: bytes) -> FileText:
    if content.startswith(_UTF_16):
        return FileText(text=_unix_lines(content.decode("utf-16", errors="replace")))
    try:
        return FileText(text=_unix_lines(content.decode("utf-8-sig")))
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        guessed = ENCODING_GUESSED.at(
            Location(file=str(file), line=line),
            "this line is not UTF-8; the file was read as Windows-1252",
            hint="save the file as UTF-8",
        )
        return FileText(text=_unix_lines(content.decode("cp1252", errors="replace")), diagnostics=(guessed,))


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
