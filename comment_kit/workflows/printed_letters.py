"""Take a letter that was filed as a PDF, and say what a printed page leaves undecided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from comment_kit.check import Judged
from comment_kit.errors import CommentKitError
from comment_kit.model.quotations import Verdict
from comment_kit.model.word import WordFacts, WordLetter
from comment_kit.pages import LARGEST_FILE, PrintedLetter, read_letter_pdf
from comment_kit.quotations.findings import EMPHASIS_DROPPED, EMPHASIS_UNKNOWN, EMPHASIS_UNSAID, NEEDLESS_EMPHASIS

_OF_TYPE = (EMPHASIS_DROPPED, EMPHASIS_UNKNOWN, EMPHASIS_UNSAID, NEEDLESS_EMPHASIS)
_CONVICTING = (Verdict.ALTERED, Verdict.NOT_FOUND)
_GUESSED = "a program guessed the letters of this PDF from pictures of its pages"


def read_printed(path: Path) -> WordLetter:
    """Return the letter in a PDF, with remarks on what could not be told of it.

    Raises:
        CommentKitError: the file cannot be read, or its pages are pictures without letters.
    """
    printed = _read(path)
    if not printed.letter.blocks and not printed.letter.notes:
        raise _unreadable(printed, path)
    facts = WordFacts(remarks=tuple(_remarks(printed)), type_known=False, guessed=printed.guessed)
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
        yield f"could not decide: {_GUESSED}, so words that differ from their source may be its mistake"
    if printed.missing:
        notes = _listed(printed.missing)
        yield f"could not decide: the text calls {notes}, of which no page has the words at its foot"
    if printed.unseen:
        yield f"could not decide: where {_listed(printed.unseen)} is called was not seen, so it vouches for nothing"


def _listed(marks: tuple[str, ...]) -> str:
    return f"note {marks[0]}" if len(marks) == 1 else f"notes {', '.join(marks)}"


def _sheets(numbers: tuple[int, ...]) -> str:
    if len(numbers) == 1:
        return f"sheet {numbers[0]} is a picture"
    return f"sheets {', '.join(map(str, numbers))} are pictures"


def without_guesses(quotations: Iterable[Judged], facts: WordFacts) -> tuple[Judged, ...]:
    """Return what became of the quotations of a letter, less what its file cannot bear out.

    Where no italics were read, nothing is said of them; where a machine guessed the letters, no letter convicts.
    """
    if facts.type_known and not facts.guessed:
        return tuple(quotations)
    return tuple(_borne_out(each, facts) for each in quotations)


def _borne_out(judged: Judged, facts: WordFacts) -> Judged:
    judgement = judged.judgement
    if judgement is None:
        return judged
    if not facts.type_known:
        kept = tuple(remark for remark in judgement.remarks if remark.finding not in _OF_TYPE)
        judgement = replace(judgement, remarks=kept)
    if facts.guessed and judgement.verdict in _CONVICTING:
        judgement = replace(judgement, verdict=Verdict.UNDECIDED, severity=None, reason=_GUESSED)
    return replace(judged, judgement=judgement)
