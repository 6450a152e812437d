"""Look in the other sources of a letter for words that the one which vouches for them has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.check import Case, Judged
from comment_kit.model.quotations import Quotation, Verdict
from comment_kit.quotations import pages_with, whole_words
from comment_kit.workflows.prepared_texts import PreparedTexts


class _Missed(Struct, frozen=True, kw_only=True):
    """A quotation whose words were not found as quoted."""

    quotation: Quotation
    key: str | None
    """Of the source that vouches."""
    holders: frozenset[str] | None
    """The only texts that may have the words; None where any may."""

    def may_stand_in(self, key: str) -> bool:
        """Return whether it is worth while to look in the source ``key``."""
        return key != self.key and (self.holders is None or key in self.holders)


def with_other_sources(judged: Sequence[Judged], case: Case, texts: PreparedTexts) -> tuple[Judged, ...]:
    """Return ``judged``, those not found as quoted with the first other source cited that has the words.

    Each text is looked through once, for all of them, and only for those whose words stand on one of its pages.
    """
    missed = {place: _missed(each, texts) for place, each in enumerate(judged) if _is_missed(each)}
    found = _found(missed, case, texts)
    return tuple(replace(each, instead=found[place]) if place in found else each for place, each in enumerate(judged))


def _is_missed(judged: Judged) -> bool:
    return judged.judgement is not None and judged.judgement.verdict in {Verdict.NOT_FOUND, Verdict.ALTERED}


def _missed(judged: Judged, texts: PreparedTexts) -> _Missed:
    holders = texts.with_words(whole_words(judged.quotation))
    return _Missed(quotation=judged.quotation, key=judged.key, holders=holders)


def _found(
    missed: Mapping[int, _Missed], case: Case, texts: PreparedTexts
) -> Mapping[int, tuple[str, tuple[str, ...]]]:
    """Return the key and the pages where the words of each stand, for those that stand anywhere."""
    found: dict[int, tuple[str, tuple[str, ...]]] = {}
    for key in dict.fromkeys(source.key for _, source in case.named()) if missed else ():
        for place, each in missed.items():
            if place not in found and each.may_stand_in(key):
                pages = pages_with(each.quotation, texts.get(key))
                if pages:
                    found[place] = key, pages
    return found
