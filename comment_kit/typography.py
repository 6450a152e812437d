"""Set typed characters as a printer would: curly marks, dashes, the style's ellipsis, hard spaces."""

import re
from collections.abc import Iterable
from dataclasses import replace

from comment_kit.model.text import Span, Text

HARD_SPACE = "\u00a0"

_OPENS_BEFORE = re.compile(r"(?:^|[\s(\[{\u2014\u2013\u201c\u2018/-])$")
_DECADE = re.compile(r"'(?=\d\ds?\b)")
_QUOTE = re.compile("[\"']")
_SIGN_SPACE = re.compile(r"(§§?|¶¶?) +(?=\S)")
_AT_PAGE = re.compile(r"\b(at) (?=[\divxlc]+\b)")
_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")


def typeset(text: Iterable[Span], *, ellipsis: str = "...", before: str = "", in_note: bool = False) -> Text:
    """Return ``text`` with curly marks, dashes, the ellipsis and hard spaces.

    Code and printed addresses stay as typed.

    Args:
        text: words as typed.
        ellipsis: what three dots become.
        before: the character that stands before the first span, which decides how a mark turns.
        in_note: whether a hard space goes between "at" and a page, too.
    """
    spans: list[Span] = []
    for span in text:
        if span.code or (span.url is not None and span.text == span.url):
            spans.append(span)
        else:
            spans.append(
                replace(span, text=typeset_words(span.text, ellipsis=ellipsis, before=before, in_note=in_note))
            )
        before = span.text[-1:] or before
    return tuple(spans)


def typeset_words(words: str, *, ellipsis: str = "...", before: str = "", in_note: bool = False) -> str:
    """Return ``words`` set as ``typeset`` does."""
    words = words.replace("---", "\u2014").replace("--", "\u2013")
    words = _DOTS.sub(ellipsis, words)
    words = _SIGN_SPACE.sub(rf"\1{HARD_SPACE}", words)
    if in_note:
        words = _AT_PAGE.sub(rf"\1{HARD_SPACE}", words)
    if '"' in words or "'" in words:
        words = _curled(_DECADE.sub("\u2019", words), before)
    return words


def _curled(words: str, before: str) -> str:
    curled: list[str] = []
    last = 0
    for mark in _QUOTE.finditer(words):
        curled.append(words[last : mark.start()])
        previous = words[mark.start() - 1] if mark.start() else before
        if mark.start() and words[mark.start() - 1] in "\"'":
            previous = curled[-1][-1:] or curled[-2][-1:]
        opens = bool(_OPENS_BEFORE.search(previous))
        curled.append({'"': "\u201c\u201d", "'": "\u2018\u2019"}[mark[0]][0 if opens else 1])
        last = mark.end()
    return "".join([*curled, words[last:]])
