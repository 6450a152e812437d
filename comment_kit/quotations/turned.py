"""Tell the brackets that may turn the sense of a quotation: by a negative, a modal verb, a number, a syllable."""

import re
from collections.abc import Iterator

from msgspec import Struct

from comment_kit.model.quotations import Remark
from comment_kit.quotations.findings import CONTEXT
from comment_kit.quotations.number_words import NUMBERS
from comment_kit.quotations.pattern import Gap

_NEGATIVES = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nothing|nobody|cannot|without|except|excluding|unless|[a-z]*n[\u2019']t)\b"
)
_MODALS = re.compile(r"\b(?:may|might|must|shall|should|will|would|can|could)\b")
_NUMBER = re.compile(r"\d[\d,.]*")
_LONGEST_WORD = 20
_LETTERS = re.compile(r"[a-z]*")
_LETTERS_BEFORE = re.compile(r"[a-z]+\Z")
_TURNING_SYLLABLES = {
    **dict.fromkeys(("un", "in", "im", "il", "ir", "non", "dis", "mis"), "un"),
    "out": "out",
    "less": "less",
}
"""Syllables that turn a word, with what they do: "with[out]" for "within" is another turn."""


class Filled(Struct, frozen=True):
    """A gap of the quotation with what stands in the source there."""

    gap: Gap
    source: str
    certain: bool = True
    """False at an edge of the quotation, where nothing says how far back the bracket reaches."""


def turned(filled: Filled, words: str) -> Iterator[Remark]:
    """Yield a warning about a bracket of the quotation ``words`` that may turn the sense of what it stands for."""
    content, source = filled.gap.content.casefold(), filled.source.casefold()
    put_in = _NEGATIVES.search(content)
    if put_in is not None and not _NEGATIVES.search(source):
        yield _remark(filled, f"puts in “{put_in[0]}”, which the source does not have there")
    elif filled.certain and (change := _change(filled, content, source)):
        yield _remark(filled, change)
    elif filled.certain and (number := _other_number(filled, words.casefold())):
        yield _remark(filled, f"changes a number: the source has “{number}” there")


def _change(filled: Filled, content: str, source: str) -> str:
    """Return what a bracket changes that seldom is mere wording; "" for nothing."""
    ours, theirs = _NUMBER.findall(content), _NUMBER.findall(source)
    glued = filled.gap.glued_before or filled.gap.glued_after
    if ours != theirs and (glued or (ours and theirs)):
        return f"changes a number: the source has “{filled.source}” there" if source else "adds to a number"
    if glued and _TURNING_SYLLABLES.get(content) != _TURNING_SYLLABLES.get(source):
        return f"takes “{filled.source}” from a word" if source else "puts a syllable before or behind a word"
    ours, theirs = _MODALS.findall(content), _MODALS.findall(source)
    # "may" in the source turns the sense wherever it is left out, and is told with what else does.
    if ours and theirs and ours != theirs and "may" not in theirs:
        return f"puts “{ours[0]}” for “{theirs[0]}”"
    return ""


def _other_number(filled: Filled, words: str) -> str:
    """Return the source's number in words of which a bracket makes another, "eight[een]" of "eight"; "" for none."""
    gap, source = filled.gap, filled.source.casefold()
    before = _LETTERS_BEFORE.search(words[max(0, gap.start - _LONGEST_WORD) : gap.start]) if gap.glued_before else None
    after = _LETTERS.match(words, gap.start + len(gap.mark)) if gap.glued_after else None
    left, right = before[0] if before else "", after[0] if after else ""
    theirs = f"{left}{source}{right}"
    values = NUMBERS.get(f"{left}{gap.content.casefold()}{right}"), NUMBERS.get(theirs)
    return theirs if None not in values and values[0] != values[1] else ""


def _remark(filled: Filled, change: str) -> Remark:
    return Remark(
        finding=CONTEXT,
        message=f"the bracket “{filled.gap.mark}” {change}",
        hint="read the passage; a bracket may not turn its sense",
    )
