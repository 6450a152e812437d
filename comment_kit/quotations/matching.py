"""Find the passages of a source that a quotation may have been taken from, the likeliest first."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.pages import Stream
from comment_kit.model.quotations import Difference
from comment_kit.quotations.alignment import Alignment, Step, alignments
from comment_kit.quotations.allowances import Allowances
from comment_kit.quotations.between import Spot, Unlike, unlike_letters, unlike_spots
from comment_kit.quotations.characters import in_word, is_quote
from comment_kit.quotations.edges import line_around
from comment_kit.quotations.far_parts import far_hits
from comment_kit.quotations.headings import heading_hits
from comment_kit.quotations.likely import likely_sheets
from comment_kit.quotations.negations import cut_off, negation_apart
from comment_kit.quotations.pattern import Pattern
from comment_kit.quotations.search import Budget, Hit, passage, search
from comment_kit.quotations.shown import shown
from comment_kit.quotations.skeleton import Prepared
from comment_kit.quotations.wholeness import cut_end
from comment_kit.quotations.words import run_text

_LIKENESS = ((5, 0.75), (10, 0.65))
_LONG_LIKENESS = 0.60
"""By the number of words quoted: how like a passage must be to count as the one that was altered."""
_ALL_BUT_SAME = 0.95


class Reading(Struct, frozen=True, kw_only=True):
    """A passage of the source beside the quotation, with what differs and is not forgiven."""

    stream: Stream
    start: int
    end: int
    """In the stream's text."""
    hit: Hit | None
    """None where the letters differ."""
    differences: tuple[Difference, ...] = ()
    sorts: frozenset[Unlike] = frozenset()
    """How an exact hit differs all the same."""
    far: bool = False
    """Whether its dots leave out more than those of one passage do."""
    cut: str = ""
    """How the source's sentence goes on where the quotation ends as if it were over."""

    @property
    def reach(self) -> tuple[int, int]:
        """The first and the last sheet of the passage."""
        return self.stream.reach(self.start, self.end)

    @property
    def same(self) -> bool:
        """Whether the words are the source's."""
        return not self.differences


def readings(
    prepared: Prepared, pattern: Pattern, allowed: Allowances, wanted: frozenset[int], *, phrase: bool
) -> tuple[Reading, ...]:
    """Return the places where the quotation stands letter for letter, else the place it resembles most.

    Letter for letter it also stands where its dots join what stands far apart.
    Of a phrase that stands everywhere the first places are returned, and those on the sheets ``wanted``.

    Raises:
        Exhausted: the quotation leaves too much open to be looked for.
    """
    return (
        exact_readings(prepared, pattern, allowed, wanted, phrase=phrase)
        or tuple(replace(_read(hit, allowed, phrase=phrase), far=True) for hit in far_hits(prepared, pattern, wanted))
        or tuple(_likest(prepared, pattern, allowed, wanted))
    )


def exact_readings(
    prepared: Prepared, pattern: Pattern, allowed: Allowances, wanted: frozenset[int], *, phrase: bool
) -> tuple[Reading, ...]:
    """Return the places where the quotation stands letter for letter, else those where only its capitals differ.

    Raises:
        Exhausted: the quotation leaves too much open to be looked for.
    """
    budget = Budget()
    for fold in (False, True):
        for streams in prepared.rounds():
            hits = [hit for each in streams for hit in search(each, pattern, budget, wanted, fold=fold)]
            if hits:
                return tuple(_read(hit, allowed, phrase=phrase) for hit in hits)
    return ()


def as_headings(prepared: Prepared, pattern: Pattern, wanted: frozenset[int]) -> tuple[Reading, ...]:
    """Return the places on the sheets ``wanted`` where the words are a heading, whose capitals a term need not have."""
    return tuple(
        Reading(stream=hit.prepared.stream, start=passage(hit)[0], end=passage(hit)[1], hit=hit)
        for hit in heading_hits(prepared, pattern, wanted)
    )


def _read(hit: Hit, allowed: Allowances, *, phrase: bool) -> Reading:
    stream = hit.prepared.stream
    start, end = passage(hit)
    spots = [spot for spot in (*unlike_spots(hit), *unlike_letters(hit)) if not _forgiven(spot, stream, allowed)]
    differences = dict.fromkeys(_difference(spot, hit) for spot in spots)
    cut = cut_end(hit.pattern, stream, start, end, phrase=phrase)
    if cut:
        differences[cut_off(hit.pattern.final, cut)] = None
    return Reading(
        stream=stream,
        start=start,
        end=end,
        hit=hit,
        differences=tuple(differences),
        sorts=frozenset(spot.unlike for spot in spots),
        cut=cut,
    )


def _forgiven(spot: Spot, stream: Stream, allowed: Allowances) -> bool:
    if spot.unlike is Unlike.MARKS:
        return allowed.marks
    if spot.unlike is not Unlike.CASE:
        return False
    # A line set wholly in capitals, as headings are, may be quoted in small letters.
    return allowed.alterations or line_around(stream, spot.source[0]).isupper()


def _difference(spot: Spot, hit: Hit) -> Difference:
    stream = hit.prepared.stream
    quoted, source = _around(hit.pattern.words, *spot.quoted), _around(stream.text, *spot.source)
    return Difference(hit.pattern.words[slice(*quoted)].strip(), shown(stream, *source).strip())


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return from where to where the words stand in ``text`` that its part from ``start`` to ``end`` touches."""
    end = max(start, end)
    while start and (in_word(text[start - 1]) or is_quote(text[start - 1])):
        start -= 1
    while end < len(text) and (in_word(text[end]) or is_quote(text[end])):
        end += 1
    return start, end


# ---- where the letters differ ----


def _likest(prepared: Prepared, pattern: Pattern, allowed: Allowances, wanted: frozenset[int]) -> Iterator[Reading]:
    """Yield the passage most like the quotation, if it is like enough to have been altered.

    Of two that are alike, as of words that stand on many pages, it is the one on the sheets ``wanted``.
    """
    where = (wanted, likely_sheets(prepared, pattern, wanted))
    for streams in prepared.rounds():
        found = (each for sheets in where for stream in streams for each in alignments(stream, pattern, sheets))
        best = _best(found, wanted)
        if best is not None and best.similarity >= _least_likeness(pattern):
            yield _laid(best, pattern, allowed)
            return


def _best(found: Iterable[Alignment], wanted: frozenset[int]) -> Alignment | None:
    """Return the likest of ``found``, of equals one on ``wanted``; once one is all but the same, no more are made."""
    best: Alignment | None = None
    rank = (0.0, False)
    for each in found:
        first, last = each.prepared.stream.reach(each.start, each.end)
        on_page = not wanted.isdisjoint(range(first, last + 1))
        if best is None or (each.similarity, on_page) > rank:
            best, rank = each, (each.similarity, on_page)
        if rank[0] > _ALL_BUT_SAME and (on_page or not wanted):
            break
    return best


def _least_likeness(pattern: Pattern) -> float:
    words = len("".join(pattern.words[each.start : each.end] + " " for each in pattern.literals).split())
    return next((likeness for most, likeness in _LIKENESS if words <= most), _LONG_LIKENESS)


def _laid(alignment: Alignment, pattern: Pattern, allowed: Allowances) -> Reading:
    stream = alignment.prepared.stream
    # Every word alike and yet no hit: a bracket reaches too far, or a number ends too early.
    differences = tuple(_changes(alignment, pattern)) or (
        Difference(pattern.words, shown(stream, alignment.start, alignment.end)),
    )
    return Reading(
        stream=stream,
        start=alignment.start,
        end=alignment.end,
        hit=None,
        differences=tuple(each for each in differences if not allowed.forgives(each)),
    )


def _changes(alignment: Alignment, pattern: Pattern) -> Iterable[Difference]:
    """Return the unmarked changes; where there are none, the brackets that stand for more than they may."""
    stream = alignment.prepared.stream
    unlike = [step for step in alignment.steps if not step.same]
    plain = [each for step in unlike if not _has_gap(step) for each in negation_apart(_change(step, pattern, stream))]
    beside = [_change(step, pattern, stream) for step in unlike if _has_gap(step) and _has_words(step)]
    return (*plain, *beside) or tuple(_change(step, pattern, stream) for step in unlike)


def _change(step: Step, pattern: Pattern, stream: Stream) -> Difference:
    source = shown(stream, step.source[0].start, step.source[-1].end) if step.source else ""
    return Difference(run_text(pattern.words, step.quoted), source)


def _has_gap(step: Step) -> bool:
    return any(word.gap is not None for word in step.quoted)


def _has_words(step: Step) -> bool:
    return any(word.gap is None for word in step.quoted)
