"""The ledger of what was filed: one line for each filing, and the text of each block as it was set."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from json import dumps
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.blocks.ledger_findings import BROKEN_LINE, NEWER_LINE
from comment_kit.blocks.ledger_lines import NewerLineError, filing_id, filing_line, read_line, without_blocks
from comment_kit.blocks.ledger_texts import keep_text
from comment_kit.blocks.locking import locked
from comment_kit.model.blocks import Filing
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location

LEDGER = "ledger.jsonl"
ATTRIBUTES = ("ledger.jsonl -text merge=union", "ledger/*.md -text")
"""What git must know: both branches' lines stay, and no line end is touched, for the texts are named by their hash."""

_SCHEMA = b'"schema":"comment-kit/filing/1"'
_START, _LAST, _END = b'{"blocks":[', b'],"title":"', b'"}'
"""The first key, the last key and the end of a line as we write it; a parameter called "title" follows no list."""


class LedgerReading(Struct, frozen=True, kw_only=True):
    """What a ledger told."""

    filings: tuple[Filing, ...]
    """In the order of their lines, each once."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Lines that could not be read."""

    @property
    def newest(self) -> Filing | None:
        """The filing of the latest day, of several the one written last; None where there is none."""
        return max(reversed(self.filings), key=lambda each: each.filed, default=None)


def read_filings(root: Path) -> LedgerReading:
    """Return every filing of the ledger in the project ``root``; none where there is no ledger yet.

    Raises:
        OSError: the ledger is there and cannot be read.
    """
    return _read(root, None, lambda _: True)


def filings_of_block(root: Path, name: str) -> LedgerReading:
    """Return the filings that set the block ``name``, in whatever version; other lines are not decoded.

    Raises:
        OSError: as ``read_filings``.
    """
    return _read(root, (name,), lambda filing: any(use.name == name for use in filing.blocks))


def filings_of_version(root: Path, fingerprint: str) -> LedgerReading:
    """Return the filings that set the text ``fingerprint``; ``newest`` of them tells its inner blocks' versions.

    Raises:
        OSError: as ``read_filings``.
    """
    return _read(root, (fingerprint,), lambda filing: any(use.fingerprint == fingerprint for use in filing.blocks))


def filings_of_file(root: Path, sha256: str) -> LedgerReading:
    """Return the filings of a file of these bytes.

    Raises:
        OSError: as ``read_filings``.
    """
    return _read(root, (sha256,), lambda filing: any(file.sha256 == sha256 for file in filing.files))


def filings_of_source(root: Path, key: str) -> LedgerReading:
    """Return the filings that cite the source ``key``; the blocks they set are passed over where they can be.

    Raises:
        OSError: as ``read_filings``.
    """
    return _read(root, (key,), lambda filing: any(source.key == key for source in filing.sources), with_blocks=False)


def append_filing(root: Path, lock: Path, filing: Filing, texts: Mapping[str, str]) -> tuple[Filing, bool]:
    """Write ``filing`` and the texts of its blocks; return it with its id, and whether it is new to the ledger.

    It is not where a file of the same bytes was filed on the same day under the same label; that filing is returned.
    What is in the ledger already is never changed: a crash at any byte leaves it whole, with at most one torn line
    after it. Several processes may file at once.

    Args:
        root: the project's folder.
        lock: the file by which processes wait for one another.
        filing: its id is taken from what it says.
        texts: by fingerprint.

    Raises:
        CommentKitError: another process holds the lock and does not finish.
        OSError: the ledger cannot be written.
    """
    filing = replace(filing, id=filing_id(filing))
    with locked(lock):
        for fingerprint, text in texts.items():
            keep_text(root, fingerprint, text)
        earlier = _filed_before(root, filing)
        if earlier is not None:
            return earlier, False
        _append(root / LEDGER, filing_line(filing).encode())
    return filing, True


def _filed_before(root: Path, filing: Filing) -> Filing | None:
    hashes = {file.sha256 for file in filing.files}

    def is_same(other: Filing) -> bool:
        alike = (other.label, other.filed) == (filing.label, filing.filed)
        return alike and any(file.sha256 in hashes for file in other.files)

    return _read(root, hashes, is_same).newest


def _append(path: Path, line: bytes) -> None:
    """Write a line at the end and onto the disk; where the last one was torn, ours still begins a line."""
    with path.open("a+b", buffering=0) as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(end - 1, 0))
        torn = file.read(1) not in {b"", b"\n"}
        try:
            _write(file.fileno(), (b"\n" if torn else b"") + line + b"\n")
        except OSError:
            with suppress(OSError):
                file.truncate(end)
            raise


def _write(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]
    os.fsync(handle)


# ---- reading ----


def _read(
    root: Path, about: Iterable[str] | None, wanted: Callable[[Filing], bool], *, with_blocks: bool = True
) -> LedgerReading:
    """Return the filings that are wanted; only lines that hold one of the words ``about`` in quotes need hold any."""
    try:
        content = (root / LEDGER).read_bytes()
    except FileNotFoundError:
        return LedgerReading(filings=())
    found: dict[str, Filing] = {}
    wrong: list[Diagnostic] = []
    lines = _lines(content) if about is None or not _is_whole(content) else _lines_with(content, about)
    file = str(root / LEDGER)
    for start, line in lines:
        try:
            filing = read_line(line if with_blocks else without_blocks(line))
        except NewerLineError as schema:
            wrong.append(_newer(_place(file, content, start), str(schema)))
        except ValueError:
            wrong.append(_broken(_place(file, content, start), line))
        else:
            if wanted(filing):
                found.setdefault(filing.id, filing)
    return LedgerReading(filings=tuple(found.values()), diagnostics=tuple(wrong))


def _is_whole(content: bytes) -> bool:
    """Return whether every line begins, ends and is as we write it, so that none need be decoded to be trusted."""
    count = content.count(b"\n")
    joints = content.count(_END + b"\n" + _START)
    edges = content.startswith(_START) and content.endswith(_END + b"\n")
    return edges and joints == count - 1 and content.count(_SCHEMA) == count and content.count(_LAST) == count


def _place(file: str, content: bytes, start: int) -> Location:
    # Counted for a line that is told, not for the thousands that are read.
    return Location(file=file, line=content.count(b"\n", 0, start) + 1)


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not empty, each with where it begins."""
    start = 0
    # Not splitlines: a carriage return is no line end of ours.
    for line in content.split(b"\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _lines_with(content: bytes, about: Iterable[str]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold a string which is one of ``about``, each with where it begins, and look at no other."""
    spellings = {dumps(words, ensure_ascii=plain).encode() for words in about for plain in (True, False)}
    starts = {content.rfind(b"\n", 0, at) + 1 for words in spellings for at in _places(content, words)}
    for start in sorted(starts):
        yield start, content[start : content.index(b"\n", start)]


def _places(content: bytes, words: bytes) -> Iterator[int]:
    """Yield where ``words`` stand, once for each line."""
    at = content.find(words)
    while at >= 0:
        yield at
        at = content.find(words, content.index(b"\n", at))


def _newer(place: Location, schema: str) -> Diagnostic:
    return NEWER_LINE.at(place, f"a later comment-kit wrote this filing ('{schema}')", hint="update comment-kit")


_SHOWN = 40


def _broken(place: Location, line: bytes) -> Diagnostic:
    begun = line[:_SHOWN].decode("utf-8", "replace")
    return BROKEN_LINE.at(
        place,
        f"this line is no filing, or one that was cut short: '{begun}...'",
        hint="file the letter again, or bring the line back from git",
    )
