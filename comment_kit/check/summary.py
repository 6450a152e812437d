"""Bring what was followed and judged into the form in which reports print it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from comment_kit.check.case import Case, Judged
from comment_kit.check.cited_places import effective_pinpoint, joined, printed_pages
from comment_kit.check.fingerprints import CLEARED_BY_FAMILY, fingerprint, offer
from comment_kit.check.ordering import in_order
from comment_kit.model.checked import (
    CheckedCitation,
    CheckedClearance,
    CheckedLetter,
    CheckedPinpoint,
    CheckedQuotation,
    NotePlace,
)
from comment_kit.model.citations import Form
from comment_kit.model.clearances import Clearance
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import notes_in_order
from comment_kit.model.pinpoints import LabelKind, Pinpoint
from comment_kit.model.places import Location
from comment_kit.model.quotations import ANOTHER_PART, Copy, Judgement, Place, Verdict, Words
from comment_kit.model.resolutions import Resolution
from comment_kit.model.text import plain


def summarised(
    case: Case,
    diagnostics: tuple[Diagnostic, ...],
    *,
    clearances: Mapping[int, Clearance] | None = None,
    remarks: tuple[str, ...] = (),
) -> CheckedLetter:
    """Return what a report says of the case.

    Args:
        case: the letter, its quotations judged.
        diagnostics: what was found.
        clearances: who vouches by name for a quotation, by its place among those of the case, from 0.
        remarks: what the reader should know that is nothing wrong.
    """
    own_marks = {called.note.id: called.note.mark or called.note.numeral for called in notes_in_order(case.letter)}
    return CheckedLetter(
        file=case.letter.file,
        citations=tuple(_citation(each, case, own_marks.get(each.at.note_id)) for each in case.resolutions),
        quotations=tuple(
            _quotation(each, case, own_marks, (clearances or {}).get(place))
            for place, each in enumerate(case.quotations)
            if each.counts or place in (clearances or {})
        ),
        diagnostics=in_order(_by_note(diagnostics, case), case.letter),
        remarks=remarks,
    )


def _by_note(diagnostics: tuple[Diagnostic, ...], case: Case) -> tuple[Diagnostic, ...]:
    """Return ``diagnostics``, those about a citation at a line of a letter's source with its note, too."""
    notes = {_place(each.citation.location): each.at.note_number for each in case.resolutions}
    found = ((each, notes.get(_place(each.location))) for each in diagnostics)
    return tuple(
        each
        if number is None or each.location.note or not each.location.line
        else replace(each, location=replace(each.location, note=f"{number}"))
        for each, number in found
    )


def _place(location: Location) -> tuple[str, int, int]:
    return location.file, location.line, location.column


def _citation(resolution: Resolution, case: Case, mark: str | None) -> CheckedCitation:
    citation = resolution.citation
    known = resolution.key in case.library.sources
    return CheckedCitation(
        note=resolution.at.note_number,
        mark=mark,
        note_id=resolution.at.note_id,
        called=citation.location.words,
        kind="endnote" if case.letter.notes[resolution.at.note_id].endnote else "footnote",
        index=resolution.at.index,
        form=resolution.form.value if known or resolution.form is not Form.FULL else "unknown",
        source=resolution.key if known else None,
        resolved_from=_resolved_from(resolution),
        pinpoint=_pinpoint(citation.pinpoint),
        effective_page=printed_pages(effective_pinpoint(resolution, case), case),
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
    return CheckedPinpoint(page=joined(written), section=joined(sections), note=joined(notes), label=joined(named))


_UNDECIDED = Judgement(words=Words.NO_TEXT, place=Place.UNKNOWN, copy=Copy.NOT_BOUND, verdict=Verdict.UNDECIDED)
"""What is said of words that no citation vouches for."""


def _quotation(
    judged: Judged, case: Case, own_marks: Mapping[str, str | None], clearance: Clearance | None
) -> CheckedQuotation:
    quotation, judgement = judged.quotation, judged.judgement or _UNDECIDED
    cited = quotation.voucher.at if quotation.voucher else None
    where = quotation.location
    within = f"note {where.note or quotation.note.note_number}" if quotation.note else where.words or str(where)
    return CheckedQuotation(
        note=cited.note_number if cited else None,
        mark=own_marks.get(cited.note_id) if cited else None,
        note_id=cited.note_id if cited else "",
        place=within,
        text=quotation.text,
        source=judged.key,
        cited_page=judged.cited_page,
        words=judgement.words.value,
        at=judgement.place.value,
        copy=judgement.copy.value,
        verdict=judgement.verdict.value,
        reason=judgement.reason,
        found_page=joined(judgement.found_pages),
        found_part=_found_part(judgement),
        found_text=judgement.found_text or None,
        before=judgement.before or None,
        after=judgement.after or None,
        swallowed=tuple(swap.source for swap in judgement.swallowed),
        replaced=tuple((swap.mark, swap.source) for swap in judgement.replaced),
        context=bool(judgement.context),
        fingerprint=fingerprint(judged, case),
        clear_with=offer(judged, case) if judgement.verdict in CLEARED_BY_FAMILY and not clearance else None,
        cleared=_clearance(clearance) if clearance else None,
    )


def _found_part(judgement: Judgement) -> str | None:
    if judgement.verdict is not Verdict.ELSEWHERE or judgement.astray is None:
        return None
    return " and in ".join(judgement.astray.found) or ANOTHER_PART


def _clearance(clearance: Clearance) -> CheckedClearance:
    return CheckedClearance(
        by=clearance.by,
        on=clearance.on.isoformat(),
        reason=clearance.reason,
        codes=clearance.codes,
        place=str(clearance.location),
    )
