"""Find every place in a source where the literals of a quotation stand in order, its gaps bridged."""

from collections.abc import Iterator

from msgspec import Struct

from comment_kit.quotations.edges import bridges, closes, opens
from comment_kit.quotations.pattern import Gap, Pattern, Sort
from comment_kit.quotations.skeleton import PreparedStream, folded

_STEPS = 20_000
"""Places looked at for one quotation: ordinary ones need a handful, hostile ones end here."""
_HITS = 60
_LONG = 24
"""Letters: as many seldom stand in a source but for their case."""


class Exhausted(Exception):  # noqa: N818  # no fault of anybody's: the search is given up
    """The quotation leaves so much open that it could stand in too many ways."""


class Budget(Struct):
    """How many more places may be looked at. Counts down, so it is no frozen record."""

    left: int = _STEPS

    def spend(self) -> None:
        """Take one step.

        Raises:
            Exhausted: none is left.
        """
        self.left -= 1
        if self.left < 0:
            raise Exhausted


class Hit(Struct, frozen=True, kw_only=True):
    """One place where a quotation stands: where each literal begins in the skeleton of a stream."""

    prepared: PreparedStream
    starts: tuple[int, ...]
    pattern: Pattern

    def end(self, literal: int) -> int:
        """Return where literal number ``literal`` ends in the skeleton."""
        return self.starts[literal] + len(self.pattern.literals[literal].skeleton)


def search(
    prepared: PreparedStream, pattern: Pattern, budget: Budget, wanted: frozenset[int], *, fold: bool
) -> tuple[Hit, ...]:
    """Return the places where ``pattern`` stands; with ``fold``, whatever the case of its letters.

    Of a phrase that stands everywhere the first places are returned, and those on the sheets ``wanted``.

    Raises:
        Exhausted: there are too many ways to read the quotation.
    """
    one = _Search(prepared, pattern, budget, fold=fold)
    found = tuple(one.hits(0, len(prepared.skeleton)))
    if len(found) < _HITS:
        return found
    near = (hit for start, end in prepared.around(wanted) for hit in one.hits(start, end))
    return tuple({hit.starts: hit for hit in (*found, *near)}.values())


class _Search:
    """One pattern in one stream: from its longest literal outwards."""

    def __init__(self, prepared: PreparedStream, pattern: Pattern, budget: Budget, *, fold: bool) -> None:
        self._prepared = prepared
        self._pattern = pattern
        self._budget = budget
        self._text = prepared.folded if fold else prepared.skeleton
        self._literals = [folded(each.skeleton) if fold else each.skeleton for each in pattern.literals]

    def hits(self, start: int, end: int) -> Iterator[Hit]:
        """Yield the first places whose longest literal stands from ``start`` up to ``end`` in the skeleton."""
        anchor = max(range(len(self._literals)), key=lambda each: len(self._literals[each]))
        found = 0
        for at in self._places(self._literals[anchor], start, end):
            starts = self._around(anchor, at)
            if starts is not None:
                found += 1
                yield Hit(prepared=self._prepared, starts=starts, pattern=self._pattern)
            if found == _HITS:
                return

    def _places(self, literal: str, start: int, end: int) -> Iterator[int]:
        """Yield where ``literal`` stands from ``start`` up to ``end``.

        A long one is sought whatever its case, so that the text is read once for one that stands nowhere.
        """
        long = len(literal) >= _LONG
        text, sought = (self._prepared.folded, folded(literal)) if long else (self._text, literal)
        at = -1 if sought in self._prepared.absent else text.find(sought, start, end)
        if at < 0 and end - start == len(text) and long:
            self._prepared.absent.add(sought)
        while at >= 0:
            self._budget.spend()
            if not long or self._text.startswith(literal, at):
                yield at
            at = text.find(sought, at + 1, end)

    def _around(self, anchor: int, at: int) -> tuple[int, ...] | None:
        if not self._may_stand(anchor, at):
            return None
        behind = self._chain(anchor, at, 1)
        if behind is None:
            return None
        before = self._chain(anchor, at, -1)
        return None if before is None else (*reversed(before), at, *behind)

    def _may_stand(self, literal: int, at: int) -> bool:
        """Return whether the first and the last literal begin and end as their side of the quotation asks."""
        if literal == 0 and not opens(self._prepared, self._pattern.gaps[0], at):
            return False
        if literal < len(self._literals) - 1:
            return True
        return closes(self._prepared, self._pattern.gaps[-1], at + len(self._literals[literal]))

    def _chain(self, literal: int, at: int, step: int) -> list[int] | None:
        """Return where the literals on one side stand, nearest ways first, or None where they do not.

        Every dead end is remembered, so that no way is tried twice however many gaps there are.
        """
        last = len(self._literals) - 1 if step > 0 else 0
        if literal == last:
            return []
        dead: set[tuple[int, int]] = set()
        way: list[int] = []
        open_ways = [self._next(literal, at, step)]
        while open_ways:
            place = next(open_ways[-1], None)
            if place is None:
                open_ways.pop()
                if way:
                    dead.add((literal + step * len(way), way.pop()))
                continue
            here = literal + step * (len(way) + 1)
            if (here, place) in dead:
                continue
            way.append(place)
            if here == last:
                return way
            open_ways.append(self._next(here, place, step))
        return None

    def _next(self, literal: int, at: int, step: int) -> Iterator[int]:
        """Yield the places of the literal next to ``literal``, which stands at ``at``; the nearest first."""
        other = literal + step
        words = self._literals[other]
        gaps = self._pattern.gaps[max(literal, other)]
        for place in (
            self._forward(words, at + len(self._literals[literal]), gaps)
            if step > 0
            else self._backward(words, at, gaps)
        ):
            self._budget.spend()
            end, start = (at + len(self._literals[literal]), place) if step > 0 else (place + len(words), at)
            if bridges(self._prepared, gaps, end, start) and self._may_stand(other, place):
                yield place

    def _forward(self, words: str, end: int, gaps: tuple[Gap, ...]) -> Iterator[int]:
        limit = end + _reach(gaps) + len(words)
        place = self._text.find(words, end, limit)
        while place >= 0:
            yield place
            place = self._text.find(words, place + 1, limit)

    def _backward(self, words: str, start: int, gaps: tuple[Gap, ...]) -> Iterator[int]:
        limit = max(0, start - _reach(gaps) - len(words))
        place = self._text.rfind(words, limit, start)
        while place >= 0:
            yield place
            place = self._text.rfind(words, limit, place + len(words) - 1)


def _reach(gaps: tuple[Gap, ...]) -> int:
    return min(sum(gap.reach for gap in gaps), 2 * max(gap.reach for gap in gaps))


def passage(hit: Hit) -> tuple[int, int]:
    """Return where the words of ``hit`` begin and end in the text, with the word that an edge bracket belongs to."""
    prepared, first, last = hit.prepared, hit.pattern.gaps[0], hit.pattern.gaps[-1]
    start = prepared.offset(hit.starts[0])
    end = prepared.offset(hit.end(-1) - 1) + 1
    text = prepared.stream.text
    if first and first[-1].sort is Sort.CAPITAL:
        start = prepared.offset(hit.starts[0] - 1)
    elif first and first[-1].glued_after:
        start = _word_start(text, start)
    if last and last[0].glued_before:
        end = _word_end(text, end)
    return start, end


def _word_start(text: str, start: int) -> int:
    while start and text[start - 1].isalnum():
        start -= 1
    return start


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalnum():
        end += 1
    return end
