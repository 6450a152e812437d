"""Find the name of another paper beside what names a source: another number of its series, order or title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.model.recognition import Contradiction
from comment_kit.model.sources import Source
from comment_kit.recognise.clause import Anatomy
from comment_kit.recognise.clues import Clue
from comment_kit.recognise.groups import gaps
from comment_kit.recognise.identities import plain_number
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.mentions import is_other_title, title_behind
from comment_kit.recognise.own_words import OwnWords
from comment_kit.recognise.tokens import words_of

_DESIGNATION = re.compile(r"(?P<body>[A-Z][\w&]*) (?P<series>[A-Z]{1,6}) (?P<number>\d[\w.-]*)$")
"""How bodies number their papers: "NIST AI 800-1"."""
_SERIES_IN_WORDS = (
    r"(?:Special|Spec\.|Internal|Interagency|Technical|Tech\.) (?:Publication|Pub\.|Publ'n|Report|Rep\.|Note)"
)
_COMMA = re.compile(r",? ?")
_SIGNED = re.compile(r"\.?[1-9if]pd$", re.IGNORECASE)
_PRESIDENTIAL = re.compile(
    r"\b(?P<draft>[Dd]raft )?"
    r"(?:(?P<order>(?:Exec(?:utive|\.)? )?Order|E\.? ?O\.)|Proclamation|Proc\.|(?:Presidential )?Determination)"
    r" (?P<sign>(?:No\.?|Number) ?|# ?)?(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<goes_on>-?[A-Za-z]{1,2}\b|-\d+)?"
)


def other_name(parts: Anatomy, key: str, memory: Memory) -> Contradiction | None:
    """Return what in a citation names another paper than ``key``, which its other words name, or None.

    A sentence, and a citation that also bears the source's own number, may name other papers.
    """
    source = memory.index.library.sources.get(key)
    clue = next((each for each in parts.clues if key in _keys(each, memory)), None)
    if source is None or clue is None or parts.is_prose:
        return None
    for look in (_other_designation, _other_presidential_paper):
        if found := look(parts, source):
            own, other = found
            return Contradiction(words=parts.text[clue.start : clue.end], key=key, own=own, other=other)
    return _other_title(parts, source, memory)


def _keys(clue: Clue, memory: Memory) -> frozenset[str]:
    named = memory.keys_of(clue.identity, clue.year) if clue.identity else clue.keys
    return named or (memory.index.page_of(clue.series) if clue.series else frozenset())


def _stretches(parts: Anatomy) -> Iterator[str]:
    """Yield the words of a citation outside its brackets, addresses and quotations."""
    covered = (*parts.dates, *parts.apparatus, *parts.parentheticals, *parts.addresses, *parts.loose)
    return (parts.text[start:end] for start, end in gaps(covered, *parts.core))


def _other_designation(parts: Anatomy, source: Source) -> tuple[str, str] | None:
    own = _DESIGNATION.match(source.get("shorthand") or "")
    if own is None:
        return None
    body, series = re.escape(own["body"]), own["series"]
    # "NIST, AI 100-1", "NIST Special Publication 800-53", and "AI 100-1" where a clause begins or a comma stands.
    shape = re.compile(
        rf"(?:\b{body}(?:,? |\.)(?:{_SERIES_IN_WORDS}[ .])?|(?:^|[,(]) ?(?={series}\b))"
        r"(?P<series>[A-Z]{1,6}[ .]|(?<=[a-z.] ))(?P<number>\d+[a-zA-Z]?(?:[.\u2013-]\w+)*)"
    )
    others = []
    for found in (each for words in _stretches(parts) for each in shape.finditer(words)):
        number = _SIGNED.sub("", found["number"].replace("\u2013", "-"))
        is_of_series = found["series"].rstrip(" .") == series
        if is_of_series and number == own["number"]:
            return None
        # Of another series only what is numbered as papers are: "NIST SP 800-53", not "NIST RFI 2023".
        if is_of_series or "-" in number:
            others.append(found[0].strip(" ,("))
    return (own[0], others[0]) if others else None


def _other_presidential_paper(parts: Anatomy, source: Source) -> tuple[str, str] | None:
    number = source.get("number")
    if source.kind.name != "executive order" or not number:
        return None
    named = [each for words in _stretches(parts) for each in _PRESIDENTIAL.finditer(words) if _is_number(each, source)]
    if not named or any(
        each["order"]
        and not each["draft"]
        and not each["goes_on"]
        and plain_number(each["number"]) == plain_number(number)
        for each in named
    ):
        return None
    return f"Exec. Order No. {number}", named[0][0]


def _is_number(named: re.Match[str], source: Source) -> bool:
    """Return whether a number is that of a paper, and no page behind a short name: "Order 75,192"."""
    first, last = source.first_page or "", source.last_page or ""
    if named["order"] != "Order" or named["sign"] or not (first.isdigit() and last.isdigit()):
        return True
    return not int(first) <= int(plain_number(named["number"])) <= int(last)


def _other_title(parts: Anatomy, source: Source, memory: Memory) -> Contradiction | None:
    """Return the title right behind the designation of a dated citation that has no word of the source's."""
    shorthand = words_of(source.get("shorthand") or "")
    names = [clue for clue in parts.clues if source.key in clue.keys]
    if not shorthand or not parts.is_dated or any(clue.is_whole_name for clue in names):
        return None
    for clue in names:
        words = parts.text[clue.start : clue.end]
        if words_of(words) != shorthand:
            continue
        own_words = memory.index.own_words(source.key)
        title = _set_apart(parts, clue.end, own_words) or title_behind(_words_behind(parts, clue.end), own_words)
        if title and not memory.is_called(title, source.key) and not memory.index.has_label(title):
            return Contradiction(words=words, key=source.key, own=source.title, other=title)
    return None


def _words_behind(parts: Anatomy, end: int) -> str:
    """Return the words from ``end`` up to what is no title: a bracket, an address, another name."""
    stop = min([parts.core[1], *(start for start, _ in parts.covered if start >= end)])
    return parts.text[end:stop]


def _set_apart(parts: Anatomy, end: int, own: OwnWords) -> str | None:
    """Return the title in italics or quotation marks right behind ``end`` that is not the source's, or None."""
    behind = _COMMA.match(parts.text, end)
    title = parts.title_at(behind.end()) if behind else None
    return title if title and is_other_title(title, own) else None
