"""Decide which citation vouches for a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from comment_kit.model.quotations import Link, Voucher
from comment_kit.model.text import plain
from comment_kit.quotations.anchors import Anchor, Context
from comment_kit.quotations.lines import Line
from comment_kit.quotations.sentences import HOLE, ends_sentence, sentence_end, sentence_start
from comment_kit.quotations.spans import Marked
from comment_kit.quotations.speakers import Speakers

_TOUCHES = re.compile(rf"[\s.,;:!?)\]\u2014\u2013-]*(?:\([^(){HOLE}]{{1,80}}\)[\s.,;]*)?{HOLE}")
_REACH = 4_000
"""Characters: no sentence is longer."""


def vouching(context: Context, found: Marked, speakers: Speakers) -> tuple[Voucher, ...]:
    """Return the citations that may vouch for a quotation in marks, the one that does first.

    In order: in a note, the citation before the bracket that the words stand in; a call that touches the closing mark;
    the source that the sentence names as the speaker; the first call to the end of the sentence; in a note, a citation
    before the words. A call whose note cites nothing that could be named vouches too, and so nobody does.
    """
    line, anchors = context.passage.lines[found.last], context.anchors[found.last]
    end = _end_of_sentence(context, line, found)
    speaker = _speaker(context, found, speakers, end)
    bracket = _before_bracket(line, anchors, found) if context.note is not None else None
    if bracket is not None:
        return bracket.linked(Link.PARENTHETICAL, last=True)
    touching = _touching(line, anchors, found)
    if touching is not None:
        return _of_speaker(touching.linked(Link.TOUCHING), speaker)
    later = next(iter(_between(anchors, found.closes, end)), None)
    if speaker is not None:
        return _spoken(speaker, later, _cited_before(context, found))
    if later is not None:
        return later.linked(Link.SENTENCE)
    inside = _between(anchors, found.opens, found.closes) if found.first == found.last else ()
    if inside:
        return inside[-1].linked(Link.SENTENCE)
    return _before_in_note(line, anchors, found) if context.note is not None else ()


def vouching_for_block(context: Context) -> tuple[Voucher, ...]:
    """Return the citations that may vouch for a block: those at its end, else those of the sentence before it."""
    text, anchors = context.passage.lines[-1].text, context.anchors[-1]
    last = [anchor for anchor in anchors if not text[anchor.at :].strip(f"{HOLE} .\n")]
    if last:
        return last[0].linked(Link.BLOCK_END)
    return context.lead[-1].linked(Link.LEAD) if context.lead else ()


def _end_of_sentence(context: Context, line: Line, found: Marked) -> int:
    """Return where the sentence of a quotation ends: in the text of a letter, with a full stop inside the marks.

    In a note the citation follows as a sentence of its own. A question may be put inside one: '"Is it?" NIST asks.'
    """
    last = line.text[max(0, found.closes - 8) : found.closes].rstrip("\"'\u201d\u2019 ")[-1:]
    stop = line.text.rfind(last, 0, found.closes) if last == "." and context.note is None else -1
    if stop >= 0 and ends_sentence(line.text, stop):
        return found.closes
    return sentence_end(line.text, found.closes, _REACH)


def _touching(line: Line, anchors: Sequence[Anchor], found: Marked) -> Anchor | None:
    touches = _TOUCHES.match(line.text, found.closes)
    if touches is None:
        return None
    return next(iter(_between(anchors, touches.end() - 1, touches.end())), None)


def _between(anchors: Sequence[Anchor], start: int, end: int) -> Sequence[Anchor]:
    """Return the anchors that stand from ``start`` up to ``end``."""
    first = bisect_left(anchors, start, key=attrgetter("at"))
    return anchors[first : bisect_left(anchors, end, key=attrgetter("at"))]


def of_author(vouchers: tuple[Voucher, ...], name: str) -> tuple[Voucher, ...]:
    """Return ``vouchers`` with the one citation first, among several of one note, that prints the name of the speaker.

    Args:
        vouchers: of words that their call touches.
        name: of whom the sentence names as their speaker; "" for nobody.
    """
    last = re.compile(rf"(?<!\w){re.escape(name.rpartition(' ')[2])}(?!\w)") if name and len(vouchers) > 1 else None
    named = [each for each in vouchers if last and each.citation and last.search(plain(each.citation.printed or ()))]
    return _first(named[0], vouchers) if len(named) == 1 else vouchers


def _of_speaker(vouchers: tuple[Voucher, ...], speaker: str | None) -> tuple[Voucher, ...]:
    """Return ``vouchers`` with the citation first, among several of one note, whose source the sentence names."""
    named = next((each for each in vouchers if each.key == speaker), None) if speaker is not None else None
    return vouchers if named is None or len(vouchers) == 1 else _first(named, vouchers)


def _first(named: Voucher, vouchers: tuple[Voucher, ...]) -> tuple[Voucher, ...]:
    others = (replace(each, link=Link.SAME_NOTE) for each in vouchers if each is not named)
    return (replace(named, link=Link.SPEAKER), *others)


def _cited_before(context: Context, found: Marked) -> Iterator[Voucher]:
    """Yield what the sentence of a quotation cites before it."""
    line, anchors = context.passage.lines[found.first], context.anchors[found.first]
    start = sentence_start(line.text, found.opens, _REACH)
    yield from (voucher for anchor in _between(anchors, start, found.opens) for voucher in anchor.vouchers)


def _spoken(speaker: str, later: Anchor | None, before: Iterable[Voucher]) -> tuple[Voucher, ...]:
    """Return the citation of the source that speaks: after the words, else before them in their sentence, else by name.

    The page of a citation in another sentence is no page of these words.
    """
    behind = later.vouchers if later is not None else ()
    near = (*behind, *before)
    # An *Id.* whose source is not known may well be the speaker's.
    own = next((each for each in near if each.key == speaker), None) or next(
        (each for each in behind if each.key is None), None
    )
    first = replace(own, link=Link.SPEAKER) if own is not None else Voucher(link=Link.SPEAKER, key=speaker)
    return (first, *(replace(each, link=Link.NEARBY) for each in behind if each is not own))


def _speaker(context: Context, found: Marked, speakers: Speakers, end: int) -> str | None:
    line = context.passage.lines[found.first]
    closes = found.closes if found.first == found.last else len(line.text)
    sentence = (sentence_start(line.text, found.opens, _REACH), end if found.first == found.last else closes)
    return speakers.speaker(line, sentence, found.opens, closes)


def _before_bracket(line: Line, anchors: Sequence[Anchor], found: Marked) -> Anchor | None:
    """Return what is cited before the round bracket in which a quotation stands, or None outside of one."""
    opened = _open_bracket(line.text, found.opens)
    if opened is None:
        return None
    before = [anchor for anchor in _between(anchors, 0, opened) if anchor.vouchers]
    return before[-1] if before else None


def _open_bracket(text: str, at: int) -> int | None:
    """Return where the round bracket opens that is open at ``at``."""
    first = max(0, at - _REACH)
    if text.find("(", first, at) < 0:
        return None
    depth = 0
    for place in range(at - 1, first - 1, -1):
        if text[place] == ")":
            depth += 1
        elif text[place] == "(":
            if not depth:
                return place
            depth -= 1
    return None


def _before_in_note(line: Line, anchors: Sequence[Anchor], found: Marked) -> tuple[Voucher, ...]:
    """Return what a note cites before a quotation: in its sentence, or anywhere where it cites but once."""
    before = [anchor for anchor in anchors if anchor.at < found.opens and anchor.vouchers]
    if not before:
        return ()
    start = sentence_start(line.text, found.opens, _REACH)
    return before[-1].linked(Link.SAME_NOTE) if len(before) == 1 or before[-1].at >= start else ()
