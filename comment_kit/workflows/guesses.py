"""Take back what was said of quotations where the file of their letter cannot bear it out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from comment_kit.check import Judged
from comment_kit.model.quotations import Verdict
from comment_kit.model.word import WordFacts
from comment_kit.quotations.findings import EMPHASIS_DROPPED, EMPHASIS_UNKNOWN, EMPHASIS_UNSAID, NEEDLESS_EMPHASIS

GUESSED = "a program guessed the letters of this PDF from pictures of its pages"

_OF_TYPE = (EMPHASIS_DROPPED, EMPHASIS_UNKNOWN, EMPHASIS_UNSAID, NEEDLESS_EMPHASIS)
_CONVICTING = (Verdict.ALTERED, Verdict.NOT_FOUND)


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
        judgement = replace(judgement, verdict=Verdict.UNDECIDED, severity=None, reason=GUESSED)
    return replace(judged, judgement=judgement)
