"""Tell what a clause cites from what it merely mentions: a comment on a paper is not the paper.

A citation is of the source that heads it. Before what tells a source may stand signals and words that lead to it, its
bodies, words of its title and its kind, and places in it. Any other word with a capital makes the whole another work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.groups import Range, gaps
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.own_words import OwnWords
from comment_kit.recognise.tokens import tokens, words_of

_LEADING = """
    a above accord accordingly according adapted additionally again all also although an and another any as at because
    below besides both briefly but by cf citing cited compare compared consider contra contrast conversely
    definition eg emphasis en especially even example excerpted finally first for from full further furthermore
    generally hence here however ibid id if in including indeed infra instead is it its last lastly later latter
    likewise moreover most my namely nevertheless no nonetheless nor not notably note of on only or other otherwise our
    particularly per pursuant quoted quoting reprinted reproduced rather second see similarly since so source sources
    specifically still such supra text than that the their then there thereafter these they third this those though
    through thus to under unlike until we when where whereas which while who with within yet
    jan january feb february mar march apr april may june july aug august sept september oct october nov november dec
    december
"""
_LEADS = frozenset(_LEADING.split())
"""Words that lead to a citation, or stand in a date."""
_OF_PLACES = """
    abstract annex app appendices appendix art article articles att attachment background box ch chapter chapters cl
    clause col conclusion def definitions exec executive exhibit fig figs figure figures fn glossary intro introduction
    item items line lines n nn note notes objective objectives p page pages para paragraph paragraphs part parts pmbl
    pp practice practices preamble preface principle principles pt pts question questions recommendation
    recommendations rev revision sched schedule sec secs section sections step subsec subsection summary table tables
    tbl tbls title v ver version vol volume
"""
_PLACES = frozenset(_OF_PLACES.split())
"""What parts of a document and its editions are called."""

_PAPER = (
    r"(?:comment(?:s|ary)?|letters?|testimony|statements?|remarks|responses?|repl(?:y|ies)|critiques?|criticisms?|"
    r"reviews?|analys[ei]s|highlights|overview|fact sheets?|press release|q&a|faqs?|op-ed|petition|brief|explainer|"
    r"corrections?|errat(?:um|a)|corrigend(?:um|a)|amendments?|supplement|"
    r"guidance|primer|tracker|hearing|briefing|(?<!Executive )summary|objections?|reactions?|explanations?)"
)
_ABOUT = re.compile(
    rf"(?<!for )(?<!for Public )\b{_PAPER}(?=:|,? (?:of|on|to|re|from|for|about|regarding|concerning|by)\b)|"
    r"\b(?:implementing|amending|rescinding|revoking|superseding|interpreting|criticizing|criticising|reviewing|"
    r"commenting|responding|regarding|concerning|(?<!In )(?<!in )re)\b",
    re.IGNORECASE,
)
_ABOUT_IN_PROSE = re.compile(
    r"(?:\w's|s'|\b(?:its|their|his|her|our|my)) (?:\w+ ){0,3}"
    rf"{_PAPER} (?:[\w.]+ ){{0,4}}(?:of|on|to|re|about|regarding|concerning)(?: the| its| their)? $",
    re.IGNORECASE,
)
_LONGEST_LEAD = 120
_MOST_NAMES = 20
"""Before and behind a name so many others are looked at: no citation has more, and no note may cost their square."""
_TITLE_CAPITALS = 3
"""So many words with a capital make a title."""
_FOREIGN_WORDS = 2
"""So many words that are not the source's make a title in type of its own that of another paper."""
_TITLE_BEHIND = re.compile(r",[ \"'*]*([^,;:()\[\]\"\d]+)")
_CHUNK = re.compile(r"[^,;:()\[\]]+")
_TAIL = re.compile(r"(?:(?!\bat\b)[^,;(\[\d§¶])*")
_DEPARTMENT = re.compile(r"[ \"']*(?:the |u\. ?s\. |united states )*dep(?:artmen|'|)t\.? of\b", re.IGNORECASE)


_BODY = re.compile(
    r"\b(?:Admin|Agency|Ass'n|Auth|Bd|Board|Bureau|Bur|Comm'n|Commission|Corp|Council|Ctr|Center|Dep't|Department|Inc|"
    r"Inst|Institute|LLC|LLP|Office|Off|Serv|Service|Servs|Soc'y|Univ|University|et al)\.?(?: of .*)?$|^Dep"
)
"""What the names of bodies end with, or are: "Fish & Wildlife Serv."."""


class Place(Struct, frozen=True, kw_only=True):
    """A clause as this question sees it."""

    text: str
    """The line."""
    core: Range
    covered: Sequence[Range]
    """Its brackets, dates and addresses, which do not say whose it is."""
    is_prose: bool


class _Named(Struct, frozen=True, kw_only=True):
    """A clue with the sources of the library that it names."""

    clue: Clue
    keys: frozenset[str]

    @property
    def is_certain(self) -> bool:
        """Whether it is an address, a page, a section: what other works seldom print of it."""
        identity = self.clue.identity
        if self.clue.rank is Rank.NUMBER:
            return identity is None or identity.family != "Exec. Order"
        return self.clue.rank is Rank.ADDRESS


def mentioned(place: Place, clues: Sequence[Clue], index: SourceIndex) -> tuple[Clue, ...]:
    """Return those of ``clues`` that name a source of the library which the clause mentions and does not cite."""
    named = tuple(_Named(clue=clue, keys=keys) for clue in clues if (keys := _keys(clue, index)))
    if not named or (named[0].clue.start == place.core[0] and named[0].clue.end == place.core[1]):
        return ()
    question = _Question(place, named, index)
    return tuple(each.clue for at, each in enumerate(named) if question.is_mention(at))


def _keys(clue: Clue, index: SourceIndex) -> frozenset[str]:
    if clue.identity is not None:
        return index.named_by(clue.identity, clue.year)
    return clue.keys or (index.page_of(clue.series) if clue.series else frozenset())


class _Question:
    """What the words around each clue of a clause say."""

    def __init__(self, place: Place, named: Sequence[_Named], index: SourceIndex) -> None:
        self._place, self._named, self._index = place, named, index
        self._certain = frozenset().union(*(each.keys for each in named if each.is_certain))

    def is_mention(self, at: int) -> bool:
        """Return whether the source of the clue at ``at`` is mentioned only."""
        each = self._named[at]
        if each.clue.rank is Rank.ADDRESS:
            return False
        if self._place.is_prose:
            return is_about_in_prose(self._place.text[self._place.core[0] : each.clue.start])
        before = self._named[max(0, at - _MOST_NAMES) : at]
        others = [other.clue.end for other in before if not other.keys & each.keys]
        begin = before[0].clue.end if at > _MOST_NAMES else self._place.core[0]
        head = self._words(others[-1] if others else begin, before, each)
        return not any(self._fits(at, head, key, behind_others=bool(others)) for key in each.keys)

    def _words(self, start: int, before: Sequence[_Named], each: _Named) -> tuple[str, ...]:
        """Return the stretches from ``start`` to a clue that name nothing, neither the clues ``before`` it."""
        end = each.clue.start
        covered = [span for span in self._place.covered if start < span[1] and span[0] < end]
        clues = [other.clue.range for other in before]
        return tuple(self._place.text[first:last] for first, last in gaps([*covered, *clues], start, end))

    def _fits(self, at: int, head: Sequence[str], key: str, *, behind_others: bool) -> bool:
        """Return whether the words around the clue at ``at`` may stand around a citation of ``key``."""
        each = self._named[at]
        own = self._index.own_words(key)
        if any(is_about(words, own) for words in head):
            return False
        if behind_others or key in self._certain:
            return True
        if each.clue.is_whole_name and not self._is_told(at) and _is_of_department(head, own):
            return False
        return all(_introduce(words, own) for words in head) and (each.clue.is_whole_name or self._goes_on(at, own))

    def _is_told(self, at: int) -> bool:
        """Return whether other words of the clause name the source of the clue at ``at`` as well."""
        each = self._named[at]
        near = (*self._named[max(0, at - _MOST_NAMES) : at], *self._named[at + 1 : at + 1 + _MOST_NAMES])
        return any(other.keys & each.keys for other in near)

    def _goes_on(self, at: int, own: OwnWords) -> bool:
        """Return whether what stands right behind a designation may stand there: a part of the source, its title."""
        end = self._named[at].clue.end
        near = self._named[at + 1 : at + 1 + _MOST_NAMES]
        following = (other.clue.start for other in near if other.clue.start >= end)
        stop = min([self._place.core[1], *following, *(start for start, _ in self._place.covered if start >= end)])
        tail = _TAIL.match(self._place.text, end, stop)
        return tail is None or _introduce(tail[0], own) or self._index.has_label(tail[0].strip())


def is_about(words: str, own: OwnWords) -> bool:
    """Return whether ``words`` say that what follows, known by ``own``, is what another work is about: "Comment on"."""
    return any(
        not own.has(words_of(found[0])[0]) or not _introduce(words[: found.start()], own)
        for found in _ABOUT.finditer(words)
    )


def is_about_in_prose(words: str) -> bool:
    """Return whether a sentence says with ``words`` that what follows is what somebody's paper is about."""
    return _ABOUT_IN_PROSE.search(words[-_LONGEST_LEAD:]) is not None


def _introduce(words: str, own: OwnWords) -> bool:
    """Return whether ``words`` lead to the source: signals, its bodies, words of its title and kind, places in it."""
    return all(
        own.explain(telling)
        for chunk in _CHUNK.findall(words)
        if (telling := _telling(chunk)) and not _DEPARTMENT.match(chunk)
    )


def _is_of_department(head: Iterable[str], own: OwnWords) -> bool:
    """Return whether before a mere title stands a department and none of the source's bodies: it may be another's."""
    chunks = [(chunk, _telling(chunk)) for words in head for chunk in _CHUNK.findall(words)]
    departments = [telling for chunk, telling in chunks if _DEPARTMENT.match(chunk)]
    bureaus = [telling for chunk, telling in chunks if telling and not _DEPARTMENT.match(chunk)]
    return not bureaus and any(not own.has(word) for telling in departments for word in telling)


def _telling(chunk: str) -> tuple[str, ...]:
    """Return the words with a capital that neither lead to a citation nor name a place."""
    return tuple(
        word
        for word, start, _ in tokens(chunk)
        if chunk[start].isupper() and len(word) > 1 and word not in _LEADS and word not in _PLACES
    )


def title_like(stretches: Iterable[str], own: OwnWords) -> str | None:
    """Return the first words of ``stretches`` that are like a title, where no word of them all is the source's."""
    chunks = [
        (chunk.strip(" \"'0123456789"), _telling(chunk)) for words in stretches for chunk in _CHUNK.findall(words)
    ]
    if any(own.has(word) for _, telling in chunks for word in telling):
        return None
    titles = (chunk for chunk, telling in chunks if len(telling) > 1 and not _BODY.search(chunk))
    return next(titles, None)


def title_behind(words: str, own: OwnWords) -> str | None:
    """Return the title that begins ``words`` behind a comma, where none of its telling words is the source's."""
    found = _TITLE_BEHIND.match(words)
    title = found[1].strip() if found else ""
    telling = _telling(title)
    if not telling or _BODY.search(title) or any(own.has(word) for word in telling):
        return None
    capitals = [word for word, start, _ in tokens(title) if title[start].isupper()]
    return title if len(capitals) >= _TITLE_CAPITALS and capitals[0] not in _PLACES else None


def is_other_title(title: str, own: OwnWords) -> bool:
    """Return whether a title that is set apart cannot be the source's: its words do not lead there, two are foreign."""
    telling = _telling(title)
    words = words_of(title)
    if not words or words[0] in _PLACES or _BODY.search(title) or own.explain(telling):
        return False
    return sum(not own.has(word) for word in telling) >= _FOREIGN_WORDS
