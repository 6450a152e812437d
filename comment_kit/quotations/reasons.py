"""Say in a clause what was altered in a quotation, and how much it weighs."""

from comment_kit.model.diagnostics import Severity
from comment_kit.model.quotations import Difference
from comment_kit.quotations.allowances import is_citation
from comment_kit.quotations.between import Unlike
from comment_kit.quotations.matching import Reading
from comment_kit.quotations.negations import cuts_negation
from comment_kit.quotations.weighing import heaviest, weight

_SORTS = (
    (Unlike.HEIGHT, Severity.ERROR, "the source prints digits raised that are not raised here"),
    (Unlike.CASE, Severity.WARNING, "case changed without brackets"),
    (Unlike.MARKS, Severity.WARNING, "inner quotation marks changed"),
    (Unlike.HYPHEN, Severity.HINT, "a hyphen more or less"),
    (Unlike.DASH, Severity.HINT, "a dash for another"),
    (Unlike.SPACING, Severity.HINT, "a space more or less"),
)
"""The heaviest first."""
_MOST_NAMED = 3


def reason_of(reading: Reading) -> str:
    """Return what was altered."""
    if reading.cut:
        return "omission at the end unmarked"
    for sort, _, why in _SORTS:
        if sort in reading.sorts:
            return why
    return "; ".join(map(_in_words, reading.differences[:_MOST_NAMED]))


def severity_of(reading: Reading) -> Severity:
    """Return how much the alteration weighs."""
    if reading.cut:
        return Severity.ERROR if cuts_negation(reading.cut) else Severity.WARNING
    if reading.hit is None:
        return heaviest(map(weight, reading.differences))
    return next((severity for sort, severity, _ in _SORTS if sort in reading.sorts), Severity.HINT)


def _in_words(difference: Difference) -> str:
    if not difference.quoted:
        said = " (a citation: add “(citation omitted)”)" if is_citation(difference.source) else ""
        return f"“{difference.source}” left out without a mark{said}"
    if not difference.source:
        return f"“{difference.quoted}” put in without brackets"
    return f"“{difference.quoted}” for “{difference.source}”"
