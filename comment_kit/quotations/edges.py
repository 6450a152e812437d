"""Say where words begin and end in a source, and what a bracket may stand for there."""

from comment_kit.model.pages import Break, Stream
from comment_kit.quotations.characters import Joint, in_word, is_quote, joint
from comment_kit.quotations.pattern import Gap, Sort
from comment_kit.quotations.raised import is_exponent
from comment_kit.quotations.skeleton import PreparedStream, folded

_WORD_JOINTS = frozenset({Joint.QUOTE, Joint.HYPHEN})


def begins_word(prepared: PreparedStream, at: int) -> bool:
    """Return whether a word, or anything that is no letter, begins at the character ``at`` of the skeleton."""
    offset = prepared.offset(at)
    if at and prepared.offset(at - 1) == offset:
        return False  # in the middle of a ligature
    text = prepared.stream.text
    if offset == 0 or not in_word(text[offset]):
        return True
    if prepared.stream.breaks.get(offset) is Break.EDGE:
        return not is_exponent(prepared.stream, offset - 1, offset)
    return not _joined(text, offset - 1, text[offset], text[offset - 2 : offset - 1])


def ends_word(prepared: PreparedStream, end: int) -> bool:
    """Return whether a word, or anything that is no letter, ends before the character ``end`` of the skeleton."""
    offset = prepared.offset(end - 1)
    if end < len(prepared.skeleton) and prepared.offset(end) == offset:
        return False
    text = prepared.stream.text
    beyond = offset + 1
    if beyond >= len(text) or not in_word(text[offset]):
        return True
    if prepared.stream.breaks.get(beyond) is Break.EDGE:
        return not is_exponent(prepared.stream, offset, beyond)
    return not _joined(text, beyond, text[offset], text[beyond + 1 : beyond + 2])


def _joined(text: str, at: int, inner: str, outer: str) -> bool:
    """Return whether the character at ``at`` makes one word of the letters on its two sides."""
    between = text[at]
    if in_word(between):
        return True
    if is_quote(between):
        return bool(outer) and in_word(outer)  # "agency's"; a closing mark has no letter behind it
    return between in ".," and inner.isdigit() and outer.isdigit()


def bridges(prepared: PreparedStream, gaps: tuple[Gap, ...], end: int, start: int) -> bool:
    """Return whether ``gaps`` may stand for the skeleton from ``end`` of one literal to ``start`` of the next."""
    last = gaps[-1]
    if last.sort is Sort.CAPITAL:
        return _is_letter_before(prepared, last, start, end) and _bridged(prepared, gaps[:-1], end, start - 1)
    return _bridged(prepared, gaps, end, start)


def _bridged(prepared: PreparedStream, gaps: tuple[Gap, ...], end: int, start: int) -> bool:
    if not gaps:
        return start == end and ends_word(prepared, end)
    first, last = gaps[0], gaps[-1]
    if len(gaps) == 1 and (first.glued_before or first.glued_after):
        return _within_word(prepared, first, end, start)
    if len(gaps) == 1 and first.sort is Sort.PUNCTUATION and any(map(in_word, prepared.skeleton[end:start])):
        return False
    return (first.glued_before or ends_word(prepared, end)) and (last.glued_after or begins_word(prepared, start))


def _within_word(prepared: PreparedStream, gap: Gap, end: int, start: int) -> bool:
    """Return whether a bracket glued to a word stands for a part of that word alone."""
    text = prepared.stream.text[prepared.offset(end - 1) + 1 : prepared.offset(start)]
    if not gap.glued_before and not ends_word(prepared, end):
        return False
    if not gap.glued_after and not begins_word(prepared, start):
        return False
    if gap.sort is Sort.EMPTY and not gap.glued_before and begins_word(prepared, start):
        return True  # "[]marginal": words may be gone before a whole word
    if gap.glued_before and gap.glued_after:
        return all(map(_of_word, text))
    outside = _after_run(text) if gap.glued_before else _before_run(text)
    return not any(map(in_word, outside)) and len(text) - len(outside) <= gap.reach


def _of_word(character: str) -> bool:
    return in_word(character) or joint(character) in _WORD_JOINTS


def _after_run(text: str) -> str:
    """Return ``text`` without the rest of a word that it begins with."""
    return text[run_length(text) :]


def _before_run(text: str) -> str:
    return text[: len(text) - run_length(text[::-1])]


def run_length(text: str) -> int:
    """Return how many characters of a word ``text`` begins with."""
    for at, character in enumerate(text):
        if not _of_word(character):
            return at
    return len(text)


def opens(prepared: PreparedStream, gaps: tuple[Gap, ...], start: int) -> bool:
    """Return whether a quotation that opens with ``gaps`` may have its first literal at ``start``."""
    if not gaps:
        return begins_word(prepared, start)
    last = gaps[-1]
    if last.sort is Sort.CAPITAL:
        return _is_letter_before(prepared, last, start, 0)
    return last.glued_after or begins_word(prepared, start)


def closes(prepared: PreparedStream, gaps: tuple[Gap, ...], end: int) -> bool:
    """Return whether a quotation that closes with ``gaps`` may have its last literal up to ``end``."""
    return bool(gaps and gaps[0].glued_before) or ends_word(prepared, end)


def _is_letter_before(prepared: PreparedStream, gap: Gap, start: int, floor: int) -> bool:
    at = start - 1
    if at < floor or folded(prepared.skeleton[at]) != folded(gap.letter):
        return False
    return begins_word(prepared, at)


def line_around(stream: Stream, offset: int) -> str:
    """Return the printed line in which the character at ``offset`` stands."""
    return stream.text[_line_end(stream, offset, -1) + 1 : _line_end(stream, offset, 1)]


def _line_end(stream: Stream, offset: int, step: int) -> int:
    at = offset + step
    # A line is short; where no line ends are known the text is one line, and a long stretch of it will do.
    for _ in range(300):
        if not 0 <= at < len(stream.text) or at in stream.breaks or stream.text[at] == "\n":
            break
        at += step
    return at
