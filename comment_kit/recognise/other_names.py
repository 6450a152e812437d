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
from comment_kit.recognise.mentions import title_behind
from comment_kit.recognise.tokens import words_of

_DESIGNATION = re.compile(r"(?P<body>[A-Z][\w&]*) (?P<series>[A-Z]{1,6}) (?P<number>\d[\w.-]*)$")
"""How bodies number their papers: "NIST AI 800-1"."""
_SIGNED = re.compile(r"\.?[1-9if]pd$", re.IGNORECASE)
_PRESIDENTIAL = re.compile(
    r"\b(?:(?P<order>Exec(?:utive|\.)? Order|E\.? ?O\.)|Proclamation|Proc\.|(?:Presidential )?Determination)"
    r" (?:(?:No\.?|Number) ?|# ?)?(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<goes_on>[A-Za-z]{1,2}\b|-\d+)?"
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
    shape = re.compile(rf"\b{body}[ .](?P<series>[A-Z]{{1,6}})[ .](?P<number>\d+[a-zA-Z]?(?:[.\u2013-]\w+)*)")
    others = []
    for found in (each for words in _stretches(parts) for each in shape.finditer(words)):
        number = _SIGNED.sub("", found["number"].replace("\u2013", "-"))
        if (found["series"], number) == (series, own["number"]):
            return None
        # Of another series only what is numbered as papers are: "NIST SP 800-53", not "NIST RFI 2023".
        if found["series"] == series or "-" in number:
            others.append(found[0])
    return (own[0], others[0]) if others else None


def _other_presidential_paper(parts: Anatomy, source: Source) -> tuple[str, str] | None:
    number = source.get("number")
    if source.kind.name != "executive order" or not number:
        return None
    named = [each for words in _stretches(parts) for each in _PRESIDENTIAL.finditer(words)]
    if not named or any(
        each["order"] and not each["goes_on"] and plain_number(each["number"]) == plain_number(number) for each in named
    ):
        return None
    return f"Exec. Order No. {number}", named[0][0]


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
        stop = min([parts.core[1], *(start for start, _ in parts.covered if start >= clue.end)])
        title = title_behind(parts.text[clue.end : stop], memory.index.own_words(source.key))
        if title and not memory.is_called(title, source.key) and not memory.index.has_label(title):
            return Contradiction(words=words, key=source.key, own=source.title, other=title)
    return None
