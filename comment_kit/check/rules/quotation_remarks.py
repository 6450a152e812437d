"""Say what stands beside a verdict: context, emphasis, brackets, ellipses, pages that the words run on to."""

from collections.abc import Callable, Iterator

from comment_kit.check.case import Case, Judged
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.model.diagnostics import Diagnostic, Finding
from comment_kit.model.quotations import Remark


def remarks_of(finding: Finding) -> Callable[[Case], Iterator[Diagnostic]]:
    """Return the check that yields the remarks of one sort; none of them is part of a verdict."""

    def check(case: Case) -> Iterator[Diagnostic]:
        for judged in case.quotations:
            for remark in judged.judgement.remarks if judged.judgement else ():
                if remark.finding is finding:
                    yield finding.at(judged.place, _said(judged, remark), hint=remark.hint)

    return check


def _said(judged: Judged, remark: Remark) -> str:
    return f"“{shortened(judged.quotation.text)}”: {remark.message}"
