"""Take back what was said of quotations and notes where the file of their letter cannot bear it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from comment_kit.check import Judged
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.quotations import Verdict
from comment_kit.model.word import WordFacts
from comment_kit.quotations.findings import EMPHASIS_DROPPED, EMPHASIS_UNKNOWN, EMPHASIS_UNSAID, NEEDLESS_EMPHASIS

GUESSED = "a program guessed the letters of this PDF from pictures of its pages"

_OF_TYPE = (EMPHASIS_DROPPED, EMPHASIS_UNKNOWN, EMPHASIS_UNSAID, NEEDLESS_EMPHASIS)
_OF_NOTES = ("ANT", "PIN", "NOT")
_CONVICTING = (Verdict.ALTERED, Verdict.NOT_FOUND)
_UNSURE = "the pages of this PDF do not tell whose words stand in the note that vouches"


def without_guesses(quotations: Iterable[Judged], facts: WordFacts) -> tuple[Judged, ...]:
    """Return what became of the quotations of a letter, less what its file cannot bear out.

    Where no italics were read, nothing is said of them; where a machine guessed the letters, no letter convicts; and
    no note does that may hold the words of another.
    """
    if facts.type_known and not facts.guessed and facts.unsure_from is None:
        return tuple(quotations)
    return tuple(_borne_out(each, facts) for each in quotations)


def without_unsure_notes(found: Iterable[Diagnostic], facts: WordFacts) -> Iterator[Diagnostic]:
    """Yield of ``found`` what does not rest on the words or the order of notes that may hold those of another."""
    for each in found:
        number = int(each.location.note) if each.location.note.isdecimal() else None
        if not (each.code.startswith(_OF_NOTES) and _is_unsure(number, facts)):
            yield each


def _borne_out(judged: Judged, facts: WordFacts) -> Judged:
    judgement = judged.judgement
    if judgement is None:
        return judged
    if not facts.type_known:
        kept = tuple(remark for remark in judgement.remarks if remark.finding not in _OF_TYPE)
        judgement = replace(judgement, remarks=kept)
    if facts.guessed and judgement.verdict in _CONVICTING:
        judgement = replace(judgement, verdict=Verdict.UNDECIDED, severity=None, reason=GUESSED)
    if _is_unsure(judged.voucher_note, facts) and judgement.verdict in {*_CONVICTING, Verdict.ELSEWHERE}:
        judgement = replace(judgement, verdict=Verdict.UNDECIDED, severity=None, reason=_UNSURE)
    return replace(judged, judgement=judgement)


def _is_unsure(note: int | None, facts: WordFacts) -> bool:
    return note is not None and facts.unsure_from is not None and note >= facts.unsure_from
