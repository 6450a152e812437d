"""Write what a check found for a person in a hurry: what is wrong, what was not looked at, what is cleared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from comment_kit.model.checked import CheckedLetter, CheckedQuotation
from comment_kit.report.by_name import cleared_lines, names_line, offers, place_of
from comment_kit.report.text import render_text

NOT_CHECKED = (
    "Not checked: whether a source supports the sentence it is cited for, and whether a case or statute is good law."
)
_MOST_PLACES = 8


def render_clearance(checked: CheckedLetter, *, for_filing: bool = False) -> str:
    """Return the report of one file; its last line says whether every quotation is cleared.

    ``for_filing`` adds how to clear by name what could not be decided.
    """
    parts = [render_text(checked.diagnostics, rest="--format json lists them all").rstrip()]
    parts += [
        _mendable(checked),
        _undecided(checked),
        *cleared_lines(checked),
        *(offers(checked) if for_filing else ()),
    ]
    parts += [*checked.remarks, NOT_CHECKED, _followed(checked), clearance_line(checked)]
    return "\n".join(part for part in parts if part) + "\n"


def clearance_line(checked: CheckedLetter) -> str:
    """Return ``CLEARED: 34 of 34 (3 by AB)`` or ``NOT CLEARED: 9 of 34 quotations (7 no text, 2 words only)``."""
    total = len(checked.quotations)
    missing = Counter(_reason(quotation) for quotation in checked.quotations if quotation.waits)
    if not missing:
        names = names_line(checked)
        return f"CLEARED: {total} of {total}" + (f" ({names})" if names else "")
    listed = ", ".join(f"{count} {reason}" for reason, count in missing.most_common())
    return f"NOT CLEARED: {missing.total()} of {total} quotations ({listed})"


def _reason(quotation: CheckedQuotation) -> str:
    if quotation.fault is not None:
        return quotation.fault
    if quotation.verdict == "words-only":
        return "words only"
    if quotation.source is None:
        return "unknown source" if quotation.note is not None else "no citation"
    return "no text" if quotation.words == "no text" else "undecided"


def _mendable(checked: CheckedLetter) -> str:
    """Return how many findings ``--fix`` would mend; "" for none."""
    safe = [each for each in checked.diagnostics if each.fix and each.fix.safe and each.location.file == checked.file]
    return f"'comment-kit check {checked.file} --fix' mends {len(safe)} of these" if safe else ""


def _undecided(checked: CheckedLetter) -> str:
    """Return which sources have no text, and which have one that decides nothing about some of their quotations."""
    undecided = [quotation for quotation in checked.quotations if quotation.verdict == "undecided"]
    waiting = [quotation for quotation in undecided if quotation.source and quotation.waits]
    bare = Counter(str(quotation.source) for quotation in waiting if quotation.words == "no text")
    lines = [_without_text(key, count) for key, count in bare.items()]
    unsure: defaultdict[tuple[str, str], list[CheckedQuotation]] = defaultdict(list)
    for quotation in waiting:
        if quotation.words != "no text":
            unsure[str(quotation.source), quotation.reason].append(quotation)
    lines += [f"could not decide: {_listed(each)} of '{key}': {reason}" for (key, reason), each in unsure.items()]
    unknown = [each for each in undecided if each.source is None and each.waits]
    lines += [_of_no_entry([each for each in unknown if each.note is not None])]
    lines += [_of_no_citation([each for each in unknown if each.note is None])]
    return "\n".join(filter(None, lines))


def _of_no_entry(quotations: Sequence[CheckedQuotation]) -> str:
    why = "which cite sources of no database: write an entry and add its text, or read them"
    return f"could not decide: {_listed(quotations)}, {why}" if quotations else ""


def _of_no_citation(quotations: Sequence[CheckedQuotation]) -> str:
    return f"could not decide: {_listed(quotations)}, for which no note vouches" if quotations else ""


def _listed(quotations: Sequence[CheckedQuotation]) -> str:
    """Return "3 quotations (note 4, note 7)"; where there are very many, the first places."""
    places = list(dict.fromkeys(place_of(each) for each in quotations))
    more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
    return f"{_counted(len(quotations))} ({', '.join(places[:_MOST_PLACES])}{more})"


def _without_text(key: str, count: int) -> str:
    way_out = f"of which there is no text (comment-kit sources add {key} FILE)"
    return f"could not decide: {_counted(count)} of '{key}', {way_out}"


def _counted(count: int) -> str:
    return "1 quotation" if count == 1 else f"{count} quotations"


def _followed(checked: CheckedLetter) -> str:
    forms = Counter(citation.form for citation in checked.citations)
    listed = ", ".join(f"{count} {form}" for form, count in forms.items())
    count = "1 citation" if len(checked.citations) == 1 else f"{len(checked.citations)} citations"
    return f"Followed {count} ({listed})." if forms else "No citations were found."
