"""Find the parts of a quotation that its dots join from further apart than one passage reaches."""

from msgspec.structs import replace

from comment_kit.quotations.pattern import Gap, Pattern, Sort
from comment_kit.quotations.search import Budget, Exhausted, Hit, search
from comment_kit.quotations.skeleton import Prepared

_LEAST = 20
"""Letters of each part: fewer stand somewhere behind any words."""


def far_hits(prepared: Prepared, pattern: Pattern, wanted: frozenset[int]) -> tuple[Hit, ...]:
    """Return where the parts between a quotation's dots stand in order, however far apart.

    Those whose every part stands on the sheets ``wanted`` come first; none where a part is too short to tell.
    """
    if not _can_tell(pattern):
        return ()
    for streams in prepared.rounds():
        reaching = [(each, _reaching(pattern, len(each.skeleton))) for each in streams]
        try:
            hits = [hit for each, far in reaching for hit in search(each, far, Budget(), wanted, fold=False)]
        except Exhausted:
            return ()
        if hits:
            return tuple(sorted(hits, key=lambda hit: not stands_on(hit, wanted)))
    return ()


def stands_on(hit: Hit, wanted: frozenset[int]) -> bool:
    """Return whether every literal of ``hit`` stands on the sheets ``wanted``, at least with its beginning or end."""
    return all(not wanted.isdisjoint(sheets) for sheets in sheets_of(hit))


def sheets_of(hit: Hit) -> tuple[tuple[int, int], ...]:
    """Return the first and the last sheet of each literal of ``hit``."""
    stream, offset = hit.prepared.stream, hit.prepared.offset
    ends = range(len(hit.starts))
    return tuple(stream.reach(offset(hit.starts[each]), offset(hit.end(each) - 1) + 1) for each in ends)


def _can_tell(pattern: Pattern) -> bool:
    """Return whether dots divide a quotation into parts each of which is long enough."""
    parts = [0]
    for gaps, literal in zip(pattern.gaps, pattern.literals, strict=False):
        if any(gap.sort is Sort.ELLIPSIS for gap in gaps) and parts[-1]:
            parts.append(0)
        parts[-1] += len(literal.skeleton)
    return len(parts) > 1 and min(parts) >= _LEAST


def _reaching(pattern: Pattern, reach: int) -> Pattern:
    """Return ``pattern`` with dots that may stand for ``reach`` letters."""
    return replace(pattern, gaps=tuple(tuple(_far(gap, reach) for gap in gaps) for gaps in pattern.gaps))


def _far(gap: Gap, reach: int) -> Gap:
    return replace(gap, reach=reach) if gap.sort is Sort.ELLIPSIS else gap
