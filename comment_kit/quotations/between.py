"""Compare what stands between the letters of a quotation with what stands there in the source."""

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from comment_kit.model.pages import Break, Stream
from comment_kit.quotations.characters import Joint, is_quote, joint
from comment_kit.quotations.inner_marks import is_open
from comment_kit.quotations.pattern import Gap, Literal
from comment_kit.quotations.raised import is_exponent, raises
from comment_kit.quotations.search import Hit
from comment_kit.quotations.shown import shown

SOFT_HYPHEN = "\u00ad"
"""In a quotation that was read from a printed page: its line ended here, and a hyphen belongs to the word or not."""


class Unlike(Enum):
    """How two texts of the same letters may differ."""

    CASE = "the case of a letter"
    MARKS = "quotation marks"
    HYPHEN = "a hyphen"
    DASH = "a dash"
    SPACING = "a space"
    HEIGHT = "the height of a digit"


class Spot(Struct, frozen=True):
    """A place where a quotation and its source differ though their letters are the same."""

    unlike: Unlike
    quoted: tuple[int, int]
    """The words around it in the quotation, from where up to where."""
    source: tuple[int, int]
    """The words around it in the source's text."""


def unlike_spots(hit: Hit) -> tuple[Spot, ...]:
    """Return where the literals of ``hit`` differ from the source between their letters, or by an unpaired mark."""
    spots: list[Spot] = []
    for number, literal in enumerate(hit.pattern.literals):
        offsets = hit.prepared.offsets(hit.starts[number], hit.end(number))
        spots.extend(_inside(hit, literal, offsets))
    return (*spots, *_at_ends(hit))


def _inside(hit: Hit, literal: Literal, source: tuple[int, ...]) -> Iterator[Spot]:
    words, stream = hit.pattern.words, hit.prepared.stream
    quoted = literal.offsets
    for at in range(len(quoted) - 1):
        here, there = (quoted[at] + 1, quoted[at + 1]), (source[at] + 1, source[at + 1])
        # A source that tells no heights may have lost one; a letter that raises nothing means what it prints.
        if is_exponent(stream, source[at], source[at + 1]) and not raises(words, quoted[at], quoted[at + 1]):
            yield Spot(Unlike.HEIGHT, here, there)
            continue
        if here[0] >= here[1] and there[0] >= there[1]:
            continue
        if words[here[0] : here[1]] == stream.text[there[0] : there[1]]:
            continue
        unlike = _unlike(words, here, stream, there)
        if unlike is not None:
            yield Spot(unlike, here, there)


class _Gap(Struct, frozen=True):
    """What stands between two letters, by sorts."""

    space: bool
    dash: Joint
    quote: bool


def _unlike(words: str, here: tuple[int, int], stream: Stream, there: tuple[int, int]) -> Unlike | None:
    quoted = _read(words[max(here[0], 0) : max(here[1], here[0])])
    source = _read(stream.text[there[0] : max(there[1], there[0])])
    if quoted.quote != source.quote:
        return Unlike.MARKS
    numbered = words[here[0] - 1].isdigit() or words[here[1]].isdigit()
    lettered = words[here[0] - 1].isalnum() and words[here[1]].isalnum()
    breaks = frozenset(stream.breaks[at] for at in range(there[0], there[1] + 1) if at in stream.breaks)
    if SOFT_HYPHEN in words[max(here[0], 0) : max(here[1], here[0])]:
        breaks |= {Break.HYPHEN}
    if not _same_dash(quoted, source, breaks, numbered=numbered):
        return Unlike.HYPHEN if Joint.EM_DASH not in {quoted.dash, source.dash} else Unlike.DASH
    # Beside punctuation, dashes and marks a space more or less is the printer's.
    if quoted.space == source.space or not lettered or quoted.dash is not Joint.NOTHING or quoted.quote:
        return None
    return None if Break.EDGE in breaks or Break.HYPHEN in breaks else Unlike.SPACING


def _same_dash(quoted: _Gap, source: _Gap, breaks: frozenset[Break], *, numbered: bool) -> bool:
    if quoted.dash is source.dash:
        return True
    dashes = {quoted.dash, source.dash}
    if Break.HYPHEN in breaks and dashes <= {Joint.HYPHEN, Joint.NOTHING}:
        return not quoted.space
    if dashes == {Joint.HYPHEN, Joint.EN_DASH}:
        return numbered  # the printers of the Federal Register set en dashes in numbers and designations
    # At the end of a line it cannot be seen whether an en dash had its spaces.
    return dashes == {Joint.EM_DASH, Joint.EN_DASH} and Break.SPACE in breaks


def _read(between: str) -> _Gap:
    sorts = [joint(character) for character in between]
    return _Gap(space=Joint.SPACE in sorts, dash=_dash(sorts), quote=Joint.QUOTE in sorts)


def _dash(sorts: list[Joint]) -> Joint:
    if Joint.EM_DASH in sorts or sorts.count(Joint.HYPHEN) > 1:
        return Joint.EM_DASH  # "--" is how a typewriter writes it
    if Joint.EN_DASH in sorts:
        return Joint.EM_DASH if sorts[0] is Joint.SPACE is sorts[-1] else Joint.EN_DASH
    return Joint.HYPHEN if Joint.HYPHEN in sorts else Joint.NOTHING


def _at_ends(hit: Hit) -> Iterator[Spot]:
    """Yield a spot for a mark that the writer opens or closes at an end of the quotation and the source does not.

    Words that end inside a quotation of the source are closed by the writer.
    """
    words, text = hit.pattern.words, hit.prepared.stream.text
    literals, gaps = hit.pattern.literals, hit.pattern.gaps
    first, last = literals[0].offsets[0], literals[-1].offsets[-1]
    start, end = hit.prepared.offset(hit.starts[0]), hit.prepared.offset(hit.end(-1) - 1) + 1
    if not gaps[0] and any(map(is_quote, words[:first])) and not any(map(is_quote, text[max(0, start - 2) : start])):
        yield Spot(Unlike.MARKS, (0, first), (start, start))
    closed = any(map(is_quote, text[end : end + 3])) or is_open(words[: last + 1])
    if not gaps[-1] and any(map(is_quote, words[last + 1 :])) and not closed:
        yield Spot(Unlike.MARKS, (last + 1, len(words)), (end, end))


def unlike_letters(hit: Hit) -> Iterator[Spot]:
    """Yield where a letter of a literal is small in one text and capital in the other."""
    for number, literal in enumerate(hit.pattern.literals):
        start = hit.starts[number]
        stands = hit.prepared.skeleton[start : hit.end(number)]
        if stands == literal.skeleton:
            continue
        offsets = hit.prepared.offsets(start, hit.end(number))
        for at, (ours, theirs) in enumerate(zip(literal.skeleton, stands, strict=True)):
            if ours != theirs:
                quoted, source = literal.offsets[at], offsets[at]
                yield Spot(Unlike.CASE, (quoted, quoted + 1), (source, source + 1))


def gap_text(hit: Hit, number: int) -> str:
    """Return what stands in the source between literal ``number - 1`` and literal ``number``."""
    end = hit.prepared.offset(hit.end(number - 1) - 1) + 1
    return shown(hit.prepared.stream, end, hit.prepared.offset(hit.starts[number]))


def gap_texts(hit: Hit) -> Iterator[tuple[tuple[Gap, ...], str]]:
    """Yield each run of gaps inside the quotation with what stands in the source there."""
    for number in range(1, len(hit.starts)):
        if hit.pattern.gaps[number]:
            yield hit.pattern.gaps[number], gap_text(hit, number)
