"""Tell the lines of notes from those of the text: by the size in which numbered notes are set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from comment_kit.pages.calls import Call, SetLine
from comment_kit.pages.numerals import Numeral, read_numeral

SMALLER = 0.95
"""Of the size of the text: notes are set smaller. Extracts stand between the two, so sizes are compared exactly."""
FEWEST = 0.1
"""Of the letters of the notes, the text has at least."""
_EXACT = 0.15  # points
_LONGEST = 7  # of a note's number with its stop
_SHORT = 36.0  # points
_BEGINS = re.compile(r"[^\W_a-z]|[\u201c\"\[\u00a7\u00b6]|https?:|www\.|(?:id|see|cf|accord)\b")
_ENDS = re.compile(r"[.!?][)\]\u2019\u201d\"']{0,3}\s*$|(?:https?:|www\.)\S+$")
_TALLER = 1.08  # of the size of the note that goes on


def note_sizes(sheets: Sequence[Sequence[SetLine]]) -> tuple[float, ...]:
    """Return the heights in which lines begin with the number of a note and are smaller than the text, in points."""
    lines = [line for sheet in sheets for line in sheet]
    body = body_size(lines)
    opened = Counter(round(line.height, 1) for line in lines if line.opening and line.height < SMALLER * body)
    opened.update(_counting(lines, body))
    most = max(opened.values(), default=0)
    return tuple(size for size, count in opened.items() if count >= max(1, most // 10))


def body_size(lines: Sequence[SetLine]) -> float:
    """Return the height in which the text is set, in points; 0 for no lines.

    Most letters have it, or, where the notes say more than the text, those beside most calls of notes.
    """
    letters, calls = Counter[float](), Counter[float]()
    for line in lines:
        height = round(line.height, 1)
        letters[height] += sum(len(part) for part in line.parts if isinstance(part, str))
        calls[height] += len(line.before) + sum(isinstance(part, Call) for part in line.parts)
    if not letters:
        return 0.0
    most, many = letters.most_common(1)[0]
    calling, count = calls.most_common(1)[0]
    return calling if calling > most and count > 1 and letters[calling] >= FEWEST * many else most


def are_notes(lines: Sequence[SetLine], sizes: Sequence[float]) -> Iterator[bool]:
    """Yield, for each line of a sheet in its order, whether it is set in one of ``sizes``, or goes on from such a one.

    Small capitals and italics in a note have other heights than its first line.
    """
    size: float | None = None
    for line in lines:
        exact = any(abs(line.height - each) <= _EXACT for each in sizes)
        goes_on = size is not None and line.height <= _TALLER * size
        size = line.height if exact else size if goes_on else None
        yield exact or goes_on


def opened(line: SetLine, due: Collection[str], before: SetLine | None) -> SetLine:
    """Return ``line``, which stands in a note, with the number split off that opens the next note unraised.

    Args:
        line: with or without such a number.
        due: the numbers that the next note may have.
        before: the line of a note above it on its sheet, if any.
    """
    number = _plain_number(line)
    if line.opening or number is None or number.label not in due:
        return line
    first, *others = line.parts
    words = str(first)[len(number.label) :].lstrip(". ")
    if not _BEGINS.match(words) or not (before is None or _is_ended(before, line)):
        return line
    return line._replace(opening=number.label, parts=(words, *others))


def _is_ended(before: SetLine, line: SetLine) -> bool:
    """Return whether the sentence of the line ``before`` ends with it, or its writer ended it."""
    return ends_sentence(before) or before.right < line.right - _SHORT


def ends_sentence(line: SetLine) -> bool:
    """Return whether a sentence may end with ``line``, as at an address, which has no stop."""
    words = "".join(part for part in line.parts if isinstance(part, str))
    return not line.hyphen and bool(_ENDS.search(words))


def _counting(lines: Sequence[SetLine], body: float) -> Counter[float]:
    """Return, by height, how many smaller lines begin with an unraised number that counts on from the one before."""
    numbered: dict[float, list[Numeral]] = {}
    for line in lines:
        number = _plain_number(line)
        if number is not None and line.height < SMALLER * body:
            numbered.setdefault(round(line.height, 1), []).append(number)
    return Counter(
        {
            size: steps
            for size, numbers in numbered.items()
            if (steps := sum(after == before.next for before, after in pairwise(numbers))) > 1
        }
    )


def _plain_number(line: SetLine) -> Numeral | None:
    """Return the number with which ``line`` begins, followed by a space or, if it is arabic, a stop and a space."""
    first = line.parts[0] if line.parts else None
    if not isinstance(first, str):
        return None
    number, _, rest = first.partition(" ")
    # A roman number with a stop would be the "v." of a case.
    numeral = read_numeral(number.removesuffix(".")) if rest and len(number) <= _LONGEST else None
    return numeral if numeral and (numeral.kind == "1" or (numeral.kind == "i" and number[-1] != ".")) else None
