"""Bring what was followed and judged into the form in which reports print it."""

from __future__ import annotations

from collections.abc import Iterable

from comment_kit.check.case import Case, Judged
from comment_kit.model.checked import CheckedCitation, CheckedLetter, CheckedPinpoint, CheckedQuotation, NotePlace
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import notes_in_order
from comment_kit.model.pinpoints import LabelKind, Pinpoint
from comment_kit.model.policy import LabelPages
from comment_kit.model.quotations import Copy, Judgement, Place, Verdict, Words
from comment_kit.model.resolutions import Resolution
from comment_kit.model.text import plain


def summarised(case: Case, diagnostics: tuple[Diagnostic, ...], *, remarks: tuple[str, ...] = ()) -> CheckedLetter:
    """Return what a report says of the case."""
    marks = {called.note.id: called.note.mark for called in notes_in_order(case.letter)}
    return CheckedLetter(
        file=case.letter.file,
        citations=tuple(_citation(each, case, marks.get(each.at.note_id)) for each in case.resolutions),
        quotations=tuple(_quotation(each) for each in case.quotations if each.quotation.judged),
        diagnostics=diagnostics,
        remarks=remarks,
    )


def effective_pinpoint(resolution: Resolution, case: Case) -> Pinpoint:
    """Return the place that a reader arrives at: the citation's own, or the one that a bare *Id.* inherits."""
    seen: set[object] = set()
    while resolution.form is Form.ID and not resolution.citation.pinpoint and resolution.antecedent not in seen:
        if resolution.antecedent is None:
            break
        seen.add(resolution.antecedent)
        resolution = case.by_place[resolution.antecedent]
    return resolution.citation.pinpoint


def pages_of(pinpoint: Pinpoint) -> str | None:
    """Return the pages of a place in print: "75196", "8, 9", "10-12"; None where it has none."""
    pages = [first if first == last else f"{first}-{last}" for first, last in pinpoint.reach.pages]
    return ", ".join(dict.fromkeys(pages)) or None


def _printed_pages(pinpoint: Pinpoint, case: Case) -> str | None:
    """Return the pages that a reader finds printed: of a label alone, as many as the style prints."""
    first_alone = case.policy is not None and case.policy.label_pages is LabelPages.FIRST
    if first_alone and not pinpoint.pages and not pinpoint.notes:
        return _joined(dict.fromkeys(label.first_page for label in pinpoint.labels if label.first_page))
    return pages_of(pinpoint)


def _citation(resolution: Resolution, case: Case, mark: str | None) -> CheckedCitation:
    citation = resolution.citation
    known = resolution.key in case.library.sources
    return CheckedCitation(
        note=resolution.at.note_number,
        mark=mark,
        kind="footnote",
        index=resolution.at.index,
        form=resolution.form.value if known or resolution.form is not Form.FULL else "unknown",
        source=resolution.key if known else None,
        resolved_from=_resolved_from(resolution),
        pinpoint=_pinpoint(citation.pinpoint),
        effective_page=_printed_pages(effective_pinpoint(resolution, case), case),
        text=plain(citation.printed or ()).strip(),
    )


def _resolved_from(resolution: Resolution) -> NotePlace | None:
    there = resolution.antecedent if resolution.form is Form.ID else resolution.first_full
    if there is None or resolution.form is Form.FULL:
        return None
    return NotePlace(note=there.note_number, index=there.index)


def _pinpoint(pinpoint: Pinpoint) -> CheckedPinpoint:
    written = [page.first if page.last is None else f"{page.first}-{page.last}" for page in pinpoint.pages]
    written += [note.page for note in pinpoint.notes if note.page]
    sections = [label.label for label in pinpoint.labels if label.kind is not LabelKind.NAMED]
    named = [label.label for label in pinpoint.labels if label.kind is LabelKind.NAMED]
    notes = [note.first if note.last is None else f"{note.first}-{note.last}" for note in pinpoint.notes]
    return CheckedPinpoint(page=_joined(written), section=_joined(sections), note=_joined(notes), label=_joined(named))


def _joined(parts: Iterable[str]) -> str | None:
    return ", ".join(parts) or None


_UNDECIDED = Judgement(words=Words.NO_TEXT, place=Place.UNKNOWN, copy=Copy.NOT_BOUND, verdict=Verdict.UNDECIDED)
"""What is said of words that no citation vouches for."""


def _quotation(judged: Judged) -> CheckedQuotation:
    quotation, judgement = judged.quotation, judged.judgement or _UNDECIDED
    cited = quotation.voucher.at if quotation.voucher else None
    place = (
        f"note {quotation.note.note_number}" if quotation.note else quotation.location.words or str(quotation.location)
    )
    return CheckedQuotation(
        note=cited.note_number if cited else None,
        place=place,
        text=quotation.text,
        source=judged.key,
        cited_page=judged.cited_page,
        words=judgement.words.value,
        at=judgement.place.value,
        copy=judgement.copy.value,
        verdict=judgement.verdict.value,
        found_page=_joined(judgement.found_pages),
        found_text=judgement.found_text or None,
        before=judgement.before or None,
        after=judgement.after or None,
        swallowed=tuple(swap.source for swap in judgement.swallowed),
        replaced=tuple((swap.mark, swap.source) for swap in judgement.replaced),
        context=bool(judgement.context),
    )
