"""Make a value of the front matter harmless in Markdown: it stays text, whatever characters it holds."""

import re

from comment_kit.inline import protect, unprotect

# Markup that forms do not know and Markdown does: entities, lists, divisions, tables of definitions, hard breaks.
_MORE = "&-.:;%"
_PLANE = 0x10FE00
_PROTECT = {ord(mark): chr(_PLANE + ord(mark)) for mark in _MORE}
_UNPROTECT = {_PLANE + ord(mark): mark for mark in _MORE}
# An address in angle brackets is known by its colon; one that stands in running text is not made a link.
_PROTECTED_SCHEME = f"{chr(_PLANE + ord(':'))}//"
_PRIVATE = re.compile("[\U0010fe00-\U0010ffff]")
_BLANKS = re.compile(r"\s+")


def escape(value: str) -> str:
    """Return ``value`` as words on one line that Markdown takes for nothing else; ``unescape`` gives them back."""
    words = protect(_BLANKS.sub(" ", value.strip())).translate(_PROTECT)
    return words.replace(_PROTECTED_SCHEME, "://")


def unescape(text: str) -> str:
    """Return ``text`` with escaped characters as they were."""
    return unprotect(text).translate(_UNPROTECT) if _PRIVATE.search(text) else text
