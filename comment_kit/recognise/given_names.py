"""Find the short name that a letter gave a source, where it begins a citation: "NIST Draft" in "NIST Draft at 5"."""

from __future__ import annotations

import re

from comment_kit.recognise.callers import called
from comment_kit.recognise.clause import Anatomy, Clause
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.groups import Range, gaps
from comment_kit.recognise.pin_shapes import LABEL, NOTES, PAGES
from comment_kit.recognise.tokens import tokens, words_of

_LONGEST = 120
"""A name is looked for in so many characters; none that a letter defines has more."""
_YEAR = r"(?:1[6-9]|20)\d\d(?!,?\d)"
_ENDS = r"(?=[,;.]|$| \(| nn?\.)"
# "NIST Draft at 18 says ...": what is surely a place cites, whatever words follow.
_SURELY = re.compile(r"[\"']*(?:,? at |,? ?[§¶]|,? \(?(?:on )?(?:pp?\.|pages?|pgs?\.) ?\d)")
# "NIST Draft 18 months later": a bare number is a page, and a part of a document its place, where nothing goes on.
_PERHAPS = re.compile(rf"[\"']*,? (?:(?!{_YEAR})(?:{PAGES}){_ENDS}|(?:{LABEL})(?:{_ENDS}|,? at (?:pp?\. ?)?\d))")
# "NIST Draft, glossary, at 18": whatever the part is called, the page tells the place.
_PART = re.compile(r"[\"']*, [^\W\d_]+, at (?:pp?\. ?)?\d")
_NUMBERED = frozenset(
    ("bulletin", "circular", "directive", "eo", "memorandum", "notice", "order", "orders", "proclamation", "regulation")
)
_NUMBER = re.compile(r"[\"']* (?:[Nn]o\. ?)?\d")
# "Practice 5.3 of the NIST Draft, at 13"
_PART_OF = re.compile(rf"{LABEL} of (?:the )?(?=[A-Z])")
_APART = re.compile(r"[\"']* ?, ?\w")
_PIECE = re.compile(r"[\"']*,? ([^,;()]+)")


def given_name(clause: Clause, parts: Anatomy, desk: Desk) -> tuple[Range, frozenset[str]] | None:
    """Return the name that the letter gave and the sources it may mean; None where none begins the clause.

    Nothing or a place stands behind it. No source where nobody told which it is.
    """
    name = _name(clause, parts, desk)
    if name is None:
        return None
    printed = clause.marked.text[slice(*name)]
    return name, _given(printed, desk) or called(printed, None, desk.memory)


def _given(name: str, desk: Desk) -> frozenset[str]:
    """Return the sources to which the letter gave ``name``."""
    return frozenset(key for key in desk.memory.called(words_of(name)) if key)


def _name(clause: Clause, parts: Anatomy, desk: Desk) -> Range | None:
    """Return where the longest defined name stands that begins the clause, a place behind it; None without one.

    A part of the source may stand before it: "Practice 5.3 of the NIST Draft".
    """
    part = _PART_OF.match(clause.text)
    before = part.end() if part else 0
    printed = clause.text[before : before + _LONGEST]
    found = tokens(printed)
    if not found or printed[: found[0][1]].strip(' "'):
        return None
    body = clause.body + before
    start = body + found[0][1]
    for count in range(len(found), 0, -1):
        words, end = tuple(word for word, _, _ in found[:count]), body + found[count - 1][2]
        given = desk.memory.called(words)
        if words[-1] in _NUMBERED and _NUMBER.match(clause.marked.text, end):
            continue  # "Order 14110" bears a number, even where a letter calls its order "Order"
        if given and _is_followed_by_place(end, parts, desk, is_known=any(given)):
            return start, end
    return None


def _is_followed_by_place(end: int, parts: Anatomy, desk: Desk, *, is_known: bool) -> bool:
    """Return whether behind a name that ends at ``end`` stands nothing but brackets, or a place in its source.

    The name of a body, whose source nobody told, may begin a full citation: only "at" makes it a name of a source.
    """
    text, stop = parts.text, parts.core[1]
    if _SURELY.match(text, end, stop) or not text[end:stop].strip(" ,.\"'"):
        return True
    if not is_known:
        return False
    brackets = [*parts.covered, *parts.labels]
    if not any(text[first:last].strip(" ,.\"'") for first, last in gaps(brackets, end, stop)):
        return True
    # What a comma sets apart is the place, even where nobody can read it: "NIST Draft, the foreword".
    return not parts.is_prose and (_APART.match(text, end, stop) is not None or _names_place(text[end:stop], desk))


def _names_place(behind: str, desk: Desk) -> bool:
    """Return whether the words behind a name begin with a page, a note or a part of a document."""
    piece = _PIECE.match(behind)
    if _PERHAPS.match(behind) or _PART.match(behind) or re.fullmatch(rf",? {NOTES}", behind):
        return True
    return piece is not None and desk.index.has_label(piece[1].strip(" ."))
