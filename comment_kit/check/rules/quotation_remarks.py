"""Say what stands beside a verdict: context, emphasis, brackets, ellipses, pages that the words run on to."""

from collections.abc import Callable, Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding


def remarks_of(finding: Finding) -> Callable[[Case], Iterator[Diagnostic]]:
    """Return the check that yields the remarks of one sort; none of them is part of a verdict."""

    def check(case: Case) -> Iterator[Diagnostic]:
        for judged in case.quotations:
            for remark in judged.judgement.remarks if judged.judgement else ():
                if remark.finding is finding:
                    yield finding.at(judged.quotation.location, remark.message, hint=remark.hint)

    return check
