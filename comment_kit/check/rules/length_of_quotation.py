"""Flag quotations whose length wants the other setting: long ones in the line, short ones as a block."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case, Judged
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier
from comment_kit.model.quotations import Kind, Quotation, Setting

INLINE = Finding(
    code="FRM240",
    name="long-quotation-inline",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A quotation of fifty words or more stands as a block, indented and without quotation marks, its mark at the "
        "end. Quotations in notes and parentheticals are never blocks (Indigo Book R8.1 and R9; Bluebook rule 5.1(a))."
    ),
)
BLOCK = Finding(
    code="FRM241",
    name="short-quotation-as-a-block",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "A quotation of fewer than fifty words stands in the line, between quotation marks. A block is lawful where "
        "the words are to be dwelt on (Indigo Book R8.1; Bluebook rule 5.1(b))."
    ),
)


def inline(case: Case) -> Iterator[Diagnostic]:
    """Flag each long quotation in a line of the text."""
    least = _least(case)
    for judged in _of_text(case, Setting.INLINE):
        if least and (count := _words(judged.quotation)) >= least:
            yield INLINE.at(
                judged.place,
                f"{count} quoted words stand in the line: '{_begin(judged.quotation)} ...'",
                hint="set them as a block",
            )


def block(case: Case) -> Iterator[Diagnostic]:
    """Flag each short quotation that is set as a block."""
    least = _least(case)
    for judged in _of_text(case, Setting.BLOCK):
        if least and (count := _words(judged.quotation)) < least:
            yield BLOCK.at(
                judged.place,
                f"{count} quoted words stand as a block: '{_begin(judged.quotation)} ...'",
                hint="set them in the line, unless they are to be dwelt on",
            )


def _least(case: Case) -> int | None:
    least = case.policy.settings.get("block_words") if case.policy else None
    return least if isinstance(least, int) else None


def _of_text(case: Case, setting: Setting) -> Iterator[Judged]:
    for each in case.quotations:
        quotation = each.quotation
        if (
            quotation.kind in {Kind.QUOTATION, Kind.SHORT}
            and quotation.note is None
            and quotation.setting is setting
            and quotation.voucher is not None
        ):
            yield each


def _words(quotation: Quotation) -> int:
    return len(quotation.text.split())


def _begin(quotation: Quotation) -> str:
    return " ".join(quotation.text.split()[:6])
