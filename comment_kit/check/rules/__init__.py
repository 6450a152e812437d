"""Every rule there is, in the order of their codes: one file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from comment_kit.check.case import Case
from comment_kit.check.rules import (
    altered_quotation,
    another_edition,
    authority_not_in_force,
    contradicts_itself,
    cross_reference_astray,
    draft_since_replaced,
    id_points_elsewhere,
    id_without_antecedent,
    left_in_the_file,
    lost_cross_reference,
    name_given_twice,
    name_never_given,
    name_of_two_sources,
    note_not_called,
    note_not_defined,
    note_not_in_source,
    note_not_on_page,
    place_not_read,
    proposal_cited_as_rule,
    quotation_elsewhere,
    quotation_not_found,
    quotation_not_in_part,
    quotation_remarks,
    quotation_without_pinpoint,
    source_left_open,
    stale_note_number,
    supra_before_full,
    supra_to_another_note,
)
from comment_kit.check.rules.of_form import BY_STYLE, UNDER_ANY_STYLE
from comment_kit.model.diagnostics import Diagnostic, Finding
from comment_kit.model.word import Trace
from comment_kit.quotations.findings import ALTERED, ELSEWHERE, NOT_FOUND, NOT_IN_PART
from comment_kit.quotations.findings import FINDINGS as BESIDE

Check = Callable[[Case], Iterator[Diagnostic]]
"""Looks through a case for one thing that may be wrong."""


class Rule(Struct, frozen=True):
    """A finding with the function that makes it."""

    finding: Finding
    check: Check


RULES = (
    Rule(id_without_antecedent.FINDING, id_without_antecedent.check),
    Rule(id_points_elsewhere.FINDING, id_points_elsewhere.check),
    Rule(supra_to_another_note.FINDING, supra_to_another_note.check),
    Rule(supra_before_full.FINDING, supra_before_full.check),
    Rule(lost_cross_reference.FINDING, lost_cross_reference.check),
    Rule(stale_note_number.FINDING, stale_note_number.check),
    Rule(name_of_two_sources.FINDING, name_of_two_sources.check),
    Rule(name_given_twice.FINDING, name_given_twice.check),
    Rule(name_never_given.FINDING, name_never_given.check),
    Rule(name_never_given.NOT_IN_NOTE, name_never_given.check_words),
    Rule(source_left_open.FINDING, source_left_open.check),
    Rule(cross_reference_astray.FINDING, cross_reference_astray.check),
    Rule(ALTERED, altered_quotation.check),
    Rule(ELSEWHERE, quotation_elsewhere.check),
    Rule(NOT_IN_PART, quotation_not_in_part.check),
    Rule(NOT_FOUND, quotation_not_found.check),
    Rule(quotation_without_pinpoint.FINDING, quotation_without_pinpoint.check),
    *(
        Rule(finding, quotation_remarks.remarks_of(finding))
        for finding in BESIDE
        if finding not in {ALTERED, ELSEWHERE, NOT_IN_PART, NOT_FOUND}
    ),
    Rule(note_not_on_page.FINDING, note_not_on_page.check),
    Rule(note_not_in_source.FINDING, note_not_in_source.check),
    Rule(place_not_read.FINDING, place_not_read.check),
    Rule(authority_not_in_force.FINDING, authority_not_in_force.check),
    Rule(draft_since_replaced.FINDING, draft_since_replaced.check),
    Rule(proposal_cited_as_rule.FINDING, proposal_cited_as_rule.check),
    Rule(another_edition.FINDING, another_edition.check),
    Rule(contradicts_itself.FINDING, contradicts_itself.check),
    Rule(note_not_defined.FINDING, note_not_defined.check),
    Rule(note_not_called.FINDING, note_not_called.check),
    Rule(left_in_the_file.COMMENTS, left_in_the_file.comments),
    Rule(left_in_the_file.CHANGES, left_in_the_file.changes),
    Rule(left_in_the_file.HIDDEN, left_in_the_file.hidden),
    Rule(left_in_the_file.PERSONS, left_in_the_file.persons),
    *(
        Rule(finding, left_in_the_file.traces(finding, trace))
        for finding, trace in (
            (left_in_the_file.FIELDS, Trace.FIELDS),
            (left_in_the_file.DATA, Trace.DATA),
            (left_in_the_file.PATHS, Trace.PATHS),
            (left_in_the_file.HISTORY, Trace.HISTORY),
        )
    ),
    *(Rule(finding, check) for finding, check in sorted((*UNDER_ANY_STYLE, *BY_STYLE), key=lambda each: each[0].code)),
)

FINDINGS = tuple(rule.finding for rule in RULES)
