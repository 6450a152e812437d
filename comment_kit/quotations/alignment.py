"""Lay a quotation beside the passage it resembles most, word by word."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import dropwhile, groupby, takewhile

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from comment_kit.quotations.characters import in_word
from comment_kit.quotations.pattern import ELLIPSIS_REACH, Pattern, Sort
from comment_kit.quotations.skeleton import PreparedStream, Stretch, folded
from comment_kit.quotations.words import Word, fitted, quoted_words, source_words

LONGEST = 20_000
"""Letters: what is longer and does not stand in the source is not compared word by word."""
_SEED = 10
_SHORT_SEED = 5
_SEEDS = 40
_PLACES_PER_SEED = 30
_WINDOWS = 3
_BUCKET = 64
_NEAR = 1_500
"""Letters within which words that were cut from a quotation without dots are still looked for."""
_MARGIN = 60
_CUT_COST = 4
"""What it costs when words of the source are missing, or one word is put in: the others still stand."""
_CUT_OF_ONE_COST = 40
"""Letters by which a cut costs one more: words strewn over a page are no passage."""
_DISORDER = 0.1
_STRAY = 12
"""A word or two match by chance if they stand this many times their own length off the rest."""


class Step(Struct, frozen=True):
    """A run of quoted words with the run of source words laid beside it."""

    same: bool
    quoted: tuple[Word, ...]
    source: tuple[Word, ...]


class Alignment(Struct, frozen=True, kw_only=True):
    """A quotation laid beside a passage."""

    prepared: PreparedStream
    start: int
    end: int
    """Of the passage, in the stream's text."""
    steps: tuple[Step, ...]
    similarity: float
    """From 0 to 1: the share of the quoted letters that need no change."""


def alignments(prepared: PreparedStream, pattern: Pattern, sheets: Collection[int] | None) -> Iterator[Alignment]:
    """Yield the quotation laid beside each of the few passages on ``sheets``, or on any, that share most with it."""
    if not 0 < pattern.letters <= LONGEST:
        return
    quoted = quoted_words(pattern)
    for start, end in _in_all(prepared, pattern) if sheets is None else _in_sheets(prepared, pattern, sheets):
        yield _aligned(prepared, quoted, start, end)


# ---- where to look ----


def _in_all(prepared: PreparedStream, pattern: Pattern) -> Sequence[Stretch]:
    """Return the windows in the whole stream; they are remembered, since a letter quotes the same words again."""
    known = prepared.windows.get(pattern.words)
    if known is None:
        known = prepared.windows[pattern.words] = tuple(_windows(prepared, pattern, ((0, len(prepared.skeleton)),)))
    return known


def _in_sheets(prepared: PreparedStream, pattern: Pattern, sheets: Collection[int]) -> Iterator[Stretch]:
    return _windows(prepared, pattern, _stretches(prepared, sheets))


def _stretches(prepared: PreparedStream, sheets: Collection[int]) -> Sequence[Stretch]:
    """Return from where to where in the skeleton ``sheets`` stand, those together that touch."""
    joined: list[Stretch] = []
    for start, end in prepared.around(sorted(sheets)):
        touches = bool(joined) and start <= joined[-1][1]
        joined.append((joined.pop()[0] if touches else start, end))
    return joined


def _windows(prepared: PreparedStream, pattern: Pattern, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield from where to where in the skeleton the passages run that share the most seeds with ``pattern``."""
    bones = folded("".join(literal.skeleton for literal in pattern.literals))
    text = prepared.folded
    votes = _votes(text, stretches, bones, _SEED) or _votes(text, stretches, bones, _SHORT_SEED)
    slack = sum(gap.reach for run in pattern.gaps for gap in run if gap.sort in {Sort.ELLIPSIS, Sort.WORDS})
    near = _NEAR + min(slack, 4 * ELLIPSIS_REACH)
    taken: set[int] = set()
    windows = 0
    for bucket, _ in votes.most_common():
        if bucket in taken:
            continue
        company = [each for each in votes if abs(each - bucket) * _BUCKET <= near and _counts(votes, each, bucket)]
        taken.update(company)
        extent = len(prepared.skeleton)
        if max(company) - min(company) > 1:
            # Where words come back near by, each of their passages is laid beside the quotation by itself, too.
            for each in sorted(company, key=lambda each: -votes[each])[:_WINDOWS]:
                yield _window(each, each, len(bones), extent)
        yield _window(min(company), max(company), len(bones), extent)
        windows += 1
        if windows == _WINDOWS:
            return


def _window(first: int, last: int, length: int, extent: int) -> Stretch:
    """Return from where to where passages of ``length`` letters run that begin in the buckets ``first`` to ``last``."""
    return max(0, first * _BUCKET - _MARGIN), min(extent, (last + 1) * _BUCKET + length + _MARGIN)


def _counts(votes: Counter[int], each: int, best: int) -> bool:
    """Return whether the votes for ``each`` are too many for chance beside those for ``best``."""
    return abs(each - best) <= 1 or votes[each] >= max(2, votes[best] // 8)


def _votes(text: str, stretches: Sequence[Stretch], bones: str, size: int) -> Counter[int]:
    """Return how many seeds of ``bones`` agree on each place, in buckets of the offset where the quotation begins."""
    votes: Counter[int] = Counter()
    step = max(1, (len(bones) - size) // _SEEDS)
    for at in range(0, max(1, len(bones) - size + 1), step):
        for place in _places(text, stretches, bones[at : at + size]):
            votes[(place - at) // _BUCKET] += 1
    return votes


def _places(text: str, stretches: Sequence[Stretch], seed: str) -> Sequence[int]:
    places: list[int] = []
    for start, end in stretches:
        at = text.find(seed, start, end)
        while at >= 0:
            places.append(at)
            if len(places) == _PLACES_PER_SEED:
                return ()  # what stands everywhere tells nothing
            at = text.find(seed, at + 1, end)
    return places


# ---- how it lies there ----


def _aligned(prepared: PreparedStream, quoted: Sequence[Word], start: int, end: int) -> Alignment:
    text_start, text_end = prepared.offset(start), prepared.offset(end - 1) + 1
    known = frozenset(word.like for word in quoted)
    source = source_words(prepared.stream, text_start, text_end, known)
    quoted = fitted(quoted, source)
    steps = _trimmed(_steps(quoted, source))
    laid = [word for step in steps for word in step.source]
    return Alignment(
        prepared=prepared,
        start=laid[0].start if laid else text_start,
        end=laid[-1].end if laid else text_start,
        steps=tuple(steps),
        similarity=_similarity(steps),
    )


def _steps(quoted: Sequence[Word], source: Sequence[Word]) -> list[Step]:
    opcodes = Levenshtein.opcodes([word.like for word in quoted], [word.like for word in source])
    steps: list[Step] = []
    for same, run in groupby(opcodes, key=lambda each: each.tag == "equal"):
        codes = list(run)
        ours = tuple(quoted[codes[0].src_start : codes[-1].src_end])
        theirs = tuple(source[codes[0].dest_start : codes[-1].dest_end])
        steps.append(Step(same, ours, theirs))
    return steps


def _trimmed(steps: list[Step]) -> list[Step]:
    """Return ``steps`` without the source's words before and behind the passage, and without stray matches there."""
    steps = _trimmed_front(steps)
    return _reversed(_trimmed_front(_reversed(steps)))


def _reversed(steps: Sequence[Step]) -> list[Step]:
    return [Step(step.same, step.quoted[::-1], step.source[::-1]) for step in reversed(steps)]


def _trimmed_front(steps: Sequence[Step]) -> list[Step]:
    left = list(dropwhile(lambda step: not step.quoted, steps))
    while (shorter := _without_stray(left)) is not None:
        left = shorter
    return left if not left or left[0].same else [*_at_edge(left[0]), *left[1:]]


def _without_stray(steps: list[Step]) -> list[Step] | None:
    """Return ``steps`` with the stray match at their front made part of what differs, or None where there is none."""
    if len(steps) < 3:  # noqa: PLR2004  # a match, what differs, a match
        return None
    first, second, third = steps[:3]
    if first.same and _is_stray(first, second):
        return [Step(same=False, quoted=first.quoted + second.quoted, source=second.source), *steps[2:]]
    if not first.same and _is_far(first) and _is_stray(second, third):
        quoted = first.quoted + second.quoted + third.quoted
        return [Step(same=False, quoted=quoted, source=third.source), *steps[3:]]
    return None


def _at_edge(step: Step) -> Iterator[Step]:
    """Yield the first step with no more of the source than it has of the quotation; for mere punctuation nothing.

    A word whose match was stray may stand here too, right before the rest: it is the same.
    """
    pairs = zip(reversed(step.quoted), reversed(step.source), strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0].like == pair[1].like, pairs))
    quoted, source = step.quoted[: len(step.quoted) - alike], step.source[: len(step.source) - alike]
    words = [word for word in quoted if word.gap is not None or in_word(word.like[:1])]
    keep = len(quoted) if words else 0
    if quoted:
        yield Step(same=False, quoted=quoted, source=source[max(0, len(source) - keep) :])
    if alike:
        yield Step(same=True, quoted=step.quoted[-alike:], source=step.source[-alike:])


def _is_far(step: Step) -> bool:
    return len(step.source) > len(step.quoted)


def _is_stray(match: Step, gap: Step) -> bool:
    """Return whether ``match`` is so short, and stands so far off, that it is chance."""
    free = any(word.gap is not None for word in gap.quoted)
    lone = len(match.quoted) <= 2  # noqa: PLR2004  # a word, with its stop
    away = sum(word.letters for word in gap.source) - sum(word.letters for word in gap.quoted)
    return lone and not free and away > _STRAY * sum(word.letters for word in match.quoted)


def _similarity(steps: Sequence[Step]) -> float:
    quoted = [word.like for step in steps for word in step.quoted if word.gap is None]
    letters = sum(map(len, quoted))
    if not letters:
        return 0.0
    in_order = 1 - sum(_cost(step) for step in steps if not step.same) / letters
    shared = Counter(quoted) & Counter(word.like for step in steps for word in step.source)
    in_any_order = sum(len(word) * times for word, times in shared.items()) / letters - _DISORDER
    return max(0.0, in_order, in_any_order)


def _cost(step: Step) -> int:
    if any(word.gap is not None for word in step.quoted):
        # The gap takes the source's words; quoted words beside it are missing.
        return sum(word.letters for word in step.quoted if word.gap is None)
    quoted = " ".join(word.like for word in step.quoted)
    source = " ".join(word.like for word in step.source)
    if not quoted:
        return min(len(source), _CUT_COST + len(source) // _CUT_OF_ONE_COST)
    if not source and len(step.quoted) == 1:
        return min(len(quoted), _CUT_COST)
    return min(Levenshtein.distance(quoted, source), len(quoted) + _CUT_COST)
