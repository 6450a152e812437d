"""The rules of form that look at the words of one citation alone."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords
from comment_kit.check.rules import (
    at_before_sign,
    case_of_id,
    doubled_stop,
    et_seq,
    ibid,
    in_the_matter_of,
    note_of_source,
    one_sign_for_several,
    page_abbreviated,
    page_range,
    parenthetical_capital,
    round_hereinafter,
    sign_without_blank,
    signal_comma,
    signal_unknown,
    supra_comma,
    supra_without_number,
    two_signs_for_one,
)
from comment_kit.model.diagnostics import Diagnostic

RULES = (
    at_before_sign,
    ibid,
    doubled_stop,
    case_of_id,
    page_abbreviated,
    et_seq,
    note_of_source,
    page_range,
    sign_without_blank,
    one_sign_for_several,
    two_signs_for_one,
    supra_comma,
    supra_without_number,
    round_hereinafter,
    parenthetical_capital,
    in_the_matter_of,
    signal_comma,
    signal_unknown,
)


def looks(words: CitedWords) -> Iterator[Diagnostic]:
    """Yield what any of them says of one citation."""
    for rule in RULES:
        yield from rule.look(words)
