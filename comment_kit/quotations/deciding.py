"""Choose, among the sources that a quotation may stand in by right, the one that decides."""

from collections.abc import Sequence

from comment_kit.model.quotations import Judgement, Verdict, Words

_ORDER = (Verdict.VERIFIED, Verdict.WORDS_ONLY, Verdict.ELSEWHERE)


def decided(judgements: Sequence[Judgement]) -> int:
    """Return which of ``judgements`` decides: of the vouching source, first, then of ``Quotation.others`` in order.

    The vouching source decides if it has the words. If it has not, another that has them does: where an order
    misquotes a statute, a letter that quotes the statute rightly and cites both is right.

    Raises:
        ValueError: there are none.
    """
    if judgements[0].words is Words.SAME:
        return 0
    same = [each for each, judgement in enumerate(judgements) if judgement.words is Words.SAME]
    return min(same, key=lambda each: _ORDER.index(judgements[each].verdict), default=0)
