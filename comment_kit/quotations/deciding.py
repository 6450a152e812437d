"""Choose, among the sources that a quotation may stand in by right, the one that decides."""

from collections.abc import Sequence

from comment_kit.model.citations import SignalClass
from comment_kit.model.quotations import Judgement, Link, Verdict, Voucher, Words

_QUOTED_UNDER = frozenset({"", "see", "see, e.g.,", "e.g.,"})
"""Signals under which a letter cites what it quotes; *see also* and its like bring in something more."""
_ORDER = (Verdict.VERIFIED, Verdict.WORDS_ONLY, Verdict.UNDECIDED, Verdict.ELSEWHERE)


def decided(vouchers: Sequence[Voucher], judgements: Sequence[Judgement]) -> int:
    """Return which of ``judgements`` decides: of the vouching citation, first, then of ``Quotation.others`` in order.

    The vouching source decides if it has the words, by whichever of its citations names their place: "§ 2, at 7; *id.*
    § 3, at 9". If it has not, another that has them does: where an order misquotes a statute, a letter that quotes the
    statute rightly and cites both is right.

    Raises:
        ValueError: there are none.
    """
    same = [each for each, judgement in enumerate(judgements) if judgement.words is Words.SAME]
    if judgements[0].words is Words.SAME:
        same = [each for each in same if each == 0 or _is_again(vouchers[each], vouchers[0])]
    return min(same, key=lambda each: _ORDER.index(judgements[each].verdict), default=0)


def _is_again(voucher: Voucher, first: Voucher) -> bool:
    """Return whether a citation names the source of the first once more, as where its words are found."""
    return voucher.link is Link.SAME_NOTE and voucher.key == first.key is not None and _signal(voucher) in _QUOTED_UNDER


def left_open(vouchers: Sequence[Voucher], judgements: Sequence[Judgement]) -> int | None:
    """Return which source of a string may hold words that the vouching one has not, and cannot be looked in; or None.

    "Words."[^1] with note 1 citing a report and a book: words that the report does not have may well be the book's.
    Not so where the sentence names the report as the speaker, nor where they stand in its parenthetical.
    """
    if judgements[0].verdict is not Verdict.NOT_FOUND or vouchers[0].link in {Link.SPEAKER, Link.PARENTHETICAL}:
        return None
    if any(judgement.words in {Words.SAME, Words.ALTERED} for judgement in judgements):
        return None
    for at, (voucher, judgement) in enumerate(zip(vouchers[1:], judgements[1:], strict=True), start=1):
        if voucher.link is not Link.SAME_NOTE or _signal(voucher) not in _QUOTED_UNDER:
            return None
        if judgement.words is Words.NO_TEXT:
            return at
    return None


def is_spoken_by_another(vouchers: Sequence[Voucher], chosen: int) -> bool:
    """Return whether words stand in a source cited beside the one that the sentence names as their speaker."""
    is_beside = vouchers[chosen].link in {Link.SAME_NOTE, Link.NEARBY} and vouchers[chosen].key != vouchers[0].key
    return chosen > 0 and vouchers[0].link is Link.SPEAKER and is_beside


def is_cited_against(voucher: Voucher, judgement: Judgement) -> bool:
    """Return whether words that a source has not are followed by a signal that it says the contrary: "*but see* X"."""
    signal = voucher.citation.signal if voucher.citation is not None else None
    is_contrary = signal is not None and signal.group is SignalClass.CONTRADICTION
    return judgement.verdict is Verdict.NOT_FOUND and is_contrary


def _signal(voucher: Voucher) -> str:
    citation = voucher.citation
    return citation.signal.words if citation is not None and citation.signal is not None else ""
