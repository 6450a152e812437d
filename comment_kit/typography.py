"""Set typed characters as a printer would: curly marks, dashes, the style's ellipsis, hard spaces."""

import re
from collections.abc import Iterable, Sequence

from comment_kit.model.text import Span, Text

HARD_SPACE = "\u00a0"

_OPENERS = frozenset("([{\u2014\u2013\u201c\u2018/-")
_DASHES = frozenset("\u2014\u2013-")
_CLOSERS = frozenset(".,;:?!)]}\u201d\u2019")
_QUOTE = re.compile("[\"']")
_CURLY = {'"': ("\u201c", "\u201d"), "'": ("\u2018", "\u2019")}
_DECADE = re.compile(r"'(?=\d\ds?\b)")
_SIGN_SPACE = re.compile(r"(?<=[§¶]) +(?=\S)")
_AT_PAGE = re.compile(r"(?<=\bat) (?=[\divxlc]+\b)")
_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")


def typeset(
    text: Iterable[Span], *, ellipsis: str = "...", before: str = "", after: str = "", in_note: bool = False
) -> Text:
    """Return ``text`` with curly marks, dashes, the ellipsis and hard spaces.

    Code and printed addresses stay as typed.

    Args:
        text: words as typed.
        ellipsis: what three dots become.
        before: the character that stands before the first span, which decides how a mark turns.
        after: the character that stands behind the last span; empty at the end of a paragraph.
        in_note: whether a hard space goes between "at" and a page, too.
    """
    spans = tuple(text)
    follows = _following(spans, after)
    done: list[Span] = []
    for span, next_character in zip(spans, follows, strict=True):
        if _stays(span):
            done.append(span)
        else:
            words = typeset_words(span.text, ellipsis=ellipsis, before=before, after=next_character, in_note=in_note)
            done.append(span if words == span.text else span.with_text(words))
        before = done[-1].text[-1:] or before
    return tuple(done)


def typeset_words(
    words: str, *, ellipsis: str = "...", before: str = "", after: str = "", in_note: bool = False
) -> str:
    """Return ``words`` set as ``typeset`` does."""
    words = words.replace("---", "\u2014").replace("--", "\u2013")
    if "..." in words:
        words = _DOTS.sub(lambda _: ellipsis, words)
    if "§" in words or "¶" in words:
        words = _SIGN_SPACE.sub(HARD_SPACE, words)
    if in_note and "at " in words:
        words = _AT_PAGE.sub(HARD_SPACE, words)
    if '"' in words or "'" in words:
        words = _curled(_DECADE.sub("\u2019", words), before, after)
    return words


def opens_quotation(before: str, after: str) -> bool:
    """Return whether a mark between two characters opens a quotation; either is empty at an end of the text.

    A mark opens behind a blank, a bracket, a dash or another opening mark, unless a blank stands behind it, or,
    behind a dash, what ends a clause: "we must—" closes.
    """
    if not after or after.isspace():
        return False
    if not before or before.isspace():
        return True
    return before in _OPENERS and not (before in _DASHES and after in _CLOSERS)


def _stays(span: Span) -> bool:
    return span.code or (span.url is not None and span.text == span.url)


def _following(spans: Sequence[Span], after: str) -> tuple[str, ...]:
    """Return the character that stands behind each of ``spans``."""
    follows: list[str] = []
    for span in reversed(spans):
        follows.append(after)
        after = span.text[:1] or after
    return tuple(reversed(follows))


def _curled(words: str, before: str, after: str) -> str:
    curled: list[str] = []
    last = beyond = 0
    for mark in _QUOTE.finditer(words):
        start = mark.start()
        curled.append(words[last:start])
        before = words[start - 1] if start > last else (before if not last else curled[-2])
        if beyond <= start:
            # A run of marks is passed over once, not once for each of them.
            beyond = _beyond_marks(words, mark.end())
        next_character = words[beyond : beyond + 1] or after
        curled.append(_CURLY[mark[0]][0 if opens_quotation(before, next_character) else 1])
        last = mark.end()
    return "".join([*curled, words[last:]])


def _beyond_marks(words: str, at: int) -> int:
    """Return where the first character from ``at`` on stands that is no quotation mark."""
    while at < len(words) and words[at] in "\"'":
        at += 1
    return at
