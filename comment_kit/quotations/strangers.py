"""Tell who speaks the quoted words where the sentence names somebody of whom the letter cites nothing."""

from __future__ import annotations

import re

from comment_kit.quotations.lines import Line
from comment_kit.quotations.sentences import HOLE
from comment_kit.quotations.speakers import SAYS, Speakers

_PART = r"[A-Z](?:\.|[\w'\u2019&-]*[\w&])"
_NAME = rf"(?P<name>{_PART}(?:\s+(?:of|for|de|van|von)\s+(?:the\s+)?{_PART}|\s+{_PART})*)"
_FEW = r"(?:[\s,]+[a-z][\w'\u2019-]*){0,3}?"
_ADVERBS = r"(?:\s+(?:once|also|later|has|have|had|himself|herself|itself|[a-z]+ly)){0,2}?"
_BEFORE = (
    re.compile(rf"\b(?:[Aa]s|[Aa]ccording to|[Ii]n the words of|[Tt]o quote)\s+(?:the\s+)?{_NAME}{_FEW}[\s,:]*$"),
    re.compile(rf"\b[Ii]n\s+{_NAME}['\u2019]s?\s+words[\s,:]*$"),
    re.compile(rf"(?<![\w'\u2019]){_NAME}{_ADVERBS}\s+{SAYS}(?:[\s,]+that)?[\s,:]*$"),
)
"""'As NAME puts it, "', 'in NAME's words, "', 'NAME once wrote that "'."""
_BEHIND = (
    re.compile(rf"[\s,]*{SAYS}\s+(?:the\s+)?{_NAME}"),
    re.compile(rf"[\s,]*(?:as\s+)?(?:the\s+)?{_NAME}{_ADVERBS}\s+{SAYS}\b"),
)
"""'"...," says NAME', '"...," as NAME once said'."""
_NO_NAMES = """
a an the he she it we they you i who one some many most several others another this that these those here there in on
at by of for from with as and but or yet so if when while where since because although though however indeed thus
moreover further furthermore then next first second third finally later elsewhere nowhere today only also similarly
likewise instead rather still even never perhaps quoting citing
"""
_PAPERS = """
act appendix article box brief bill chapter comment draft executive figure final footnote framework guidance
guidelines introduction language letter memorandum note notice nprm objective opinion order page paper part practice
preamble proposal proposed proposing recommendation record regulation release report request rfc rfi rule section
statement statute study table title
"""
_NOBODY = frozenset(f"{_NO_NAMES} {_PAPERS}".split())
"""Words that begin sentences, and names of papers: "the Report" is most likely what the note cites."""
_REACH = 160
"""Characters: a name further off is not the speaker's."""


def stranger(line: Line, sentence: tuple[int, int], opens: int, closes: int, speakers: Speakers) -> str:
    """Return the name of the speaker whom a sentence gives the words between ``opens`` and ``closes``.

    "" where it names none, or one whom the letter cites.
    """
    before = line.text[max(sentence[0], opens - _REACH) : opens]
    behind = line.text[closes : min(sentence[1], closes + _REACH)].partition(HOLE)[0]
    found = [each.search(before) for each in _BEFORE] + [each.match(behind) for each in _BEHIND]
    names = (each["name"] for each in found if each is not None)
    return next((name for name in names if _is_somebody(name) and speakers.key_in(name) is None), "")


def _is_somebody(name: str) -> bool:
    words = name.casefold().split()
    return words[0] not in _NOBODY and words[-1] not in _NOBODY
