"""Flag each quotation whose words are not those of its source."""

from collections.abc import Iterator

from msgspec.structs import replace

from comment_kit.check.case import Case, Judged
from comment_kit.model.diagnostics import Diagnostic, Severity
from comment_kit.model.page_words import page_words
from comment_kit.model.quotations import Difference, Judgement, Place, Verdict
from comment_kit.quotations.findings import ALTERED

_FEW = 0.3
"""The share of a quotation's letters that may differ where it is surely the passage that was found."""
_MOST_SAID = 160
"""Characters of each side of a difference; the report shows the whole passage beside the quotation."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each altered quotation, with what differs."""
    for judged in case.quotations:
        judgement = judged.judgement
        if judgement is None or judgement.verdict is not Verdict.ALTERED:
            continue
        differs = "; ".join(_difference(each) for each in judgement.differences[:3]) or judgement.reason
        astray = _astray(judged, judgement)
        diagnostic = ALTERED.at(
            judged.place,
            f"“{shortened(judged.quotation.text)}” is not what '{judged.key}' prints: {differs}{astray}",
            hint=other_source(judged) or "quote it as printed, or mark the change with brackets or an ellipsis",
        )
        # A wrong page weighs as much where the words are a little altered as where they are not.
        yield replace(diagnostic, severity=Severity.ERROR if astray else judgement.severity or Severity.ERROR)


def _astray(judged: Judged, judgement: Judgement) -> str:
    """Return that the words stand on another page than the one cited; "" where so few are the same that none may."""
    changed = sum(len(each.quoted) for each in judgement.differences)
    if judgement.place is not Place.ELSEWHERE or changed > _FEW * len(judged.quotation.text):
        return ""
    pages = judgement.found_pages
    return f"; and it stands on {page_words(pages[0], pages[-1])}, not on {page_words(judged.cited_page or '?')}"


def _difference(difference: Difference) -> str:
    # A sentence that was cut may have gone on over half a page: a message names the beginning of it.
    quoted, source = (shortened(words, _MOST_SAID) for words in (difference.quoted, difference.source))
    if not source:
        return f"“{quoted}” is added"
    if not quoted:
        return f"“{source}” is left out"
    return f"“{quoted}” stands for “{source}”"


def other_source(judged: Judged) -> str | None:
    """Return where the words do stand as quoted: a moved paragraph leaves *Id.* pointing at the wrong source."""
    if judged.instead is None:
        return None
    key, pages = judged.instead
    return f"the words stand in '{key}', page {'-'.join(pages)}: was that source meant?"


def shortened(words: str, length: int = 60) -> str:
    """Return the beginning of a quotation, for a message."""
    words = " ".join(words.split())
    return words if len(words) <= length else words[: length - 1].rsplit(" ", 1)[0] + " …"
