"""Take a letter that was filed as a PDF, and say what of it could not be told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from comment_kit.errors import CommentKitError
from comment_kit.model.word import WordFacts, WordLetter
from comment_kit.pages import LARGEST_FILE, PrintedLetter, read_letter_pdf
from comment_kit.workflows.guesses import GUESSED


def read_printed(path: Path) -> WordLetter:
    """Return the letter in a PDF, with remarks on what could not be told of it.

    Raises:
        CommentKitError: the file cannot be read, or its pages are pictures without letters.
    """
    printed = _read(path)
    if not printed.letter.blocks and not printed.letter.notes:
        raise _unreadable(printed, path)
    facts = WordFacts(
        remarks=tuple(_remarks(printed)),
        type_known=False,
        unsure_from=printed.unsure_from,
        guessed=printed.guessed,
    )
    return WordLetter(letter=printed.letter, facts=facts)


def _read(path: Path) -> PrintedLetter:
    try:
        small = path.stat().st_size <= LARGEST_FILE
        printed = read_letter_pdf(path, str(path)) if small else None
    except OSError as fault:
        raise CommentKitError(f"cannot be read: {fault.strerror}", where=str(path)) from fault
    except CommentKitError as fault:
        raise CommentKitError(fault.problem, where=str(path), remedy=fault.remedy) from fault
    if printed is None:
        raise CommentKitError("this file is larger than any letter", where=str(path))
    return printed


def _unreadable(printed: PrintedLetter, path: Path) -> CommentKitError:
    if printed.scanned:
        return CommentKitError(
            "could not be read: its pages are pictures without letters",
            where=str(path),
            remedy="run a program for optical character recognition over it (ocrmypdf IN.pdf OUT.pdf) and check that",
        )
    return CommentKitError("could not be read: there is no text on its pages", where=str(path))


def _remarks(printed: PrintedLetter) -> Iterator[str]:
    if printed.read < printed.total:
        yield (
            f"could not decide: the PDF was read up to sheet {printed.read} of {printed.total}, as far as a letter is "
            "read; nothing behind it was looked at"
        )
    if printed.scanned:
        yield (
            f"could not decide: {_sheets(printed.scanned)} without letters, so nothing there was looked at "
            "(ocrmypdf IN.pdf OUT.pdf)"
        )
    if printed.guessed:
        yield f"could not decide: {GUESSED}, so words that differ from their source may be its mistake"
    if printed.missing:
        notes = _listed(printed.missing)
        yield (
            f"could not decide: the text calls {notes}, of which no page has the words at its foot; from note "
            f"{printed.unsure_from} on, words may stand in a note not theirs, so no fault is told there"
        )
    if printed.unseen:
        yield f"could not decide: where {_listed(printed.unseen)} is called was not seen, so it vouches for nothing"


def _listed(marks: tuple[str, ...]) -> str:
    return f"note {marks[0]}" if len(marks) == 1 else f"notes {', '.join(marks)}"


def _sheets(numbers: tuple[int, ...]) -> str:
    if len(numbers) == 1:
        return f"sheet {numbers[0]} is a picture"
    return f"sheets {', '.join(map(str, numbers))} are pictures"
