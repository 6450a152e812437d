"""Find the words of a term where the source prints them as a heading, with capitals."""

from comment_kit.quotations.kinds import is_title
from comment_kit.quotations.pattern import Pattern
from comment_kit.quotations.search import Budget, Exhausted, Hit, passage, search
from comment_kit.quotations.skeleton import Prepared


def heading_hits(prepared: Prepared, pattern: Pattern, wanted: frozenset[int]) -> tuple[Hit, ...]:
    """Return where the words stand on the sheets ``wanted``, capitalised as a heading is."""
    try:
        hits = [
            hit
            for streams in prepared.rounds()
            for each in streams
            for hit in search(each, pattern, Budget(), wanted, fold=True)
        ]
    except Exhausted:
        return ()
    return tuple(hit for hit in hits if _is_heading(hit, wanted))


def _is_heading(hit: Hit, wanted: frozenset[int]) -> bool:
    start, end = passage(hit)
    stream = hit.prepared.stream
    return not wanted.isdisjoint(stream.reach(start, end)) and is_title(stream.text[start:end])
