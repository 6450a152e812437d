"""Find the words before a citation that belong to the writer and not to the source."""

from __future__ import annotations

import re

from comment_kit.model.citations import Citation
from comment_kit.model.sources import Source
from comment_kit.model.text import plain

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_OF_FORMS = """
a an and at by for from in of on the to with compare see also generally accord but cf contra e g eg id supra note infra
press release report hearing before comment comments letter order executive proposed final rule notice draft request
memorandum memo u s us fed reg no vol rev
"""
_FORM = frozenset(_OF_FORMS.split())
"""Words of forms, which say nothing of the source."""
_FEWEST = 2


def words_before(citation: Citation, source: Source) -> str:
    """Return the first words of a printed citation that ``source`` is not called by; nothing where it begins with it.

    One such word may be a slip; two are the writer's own.
    """
    words = plain(citation.printed or ())
    known = {found.casefold() for value in _called(source) for found in _WORD.findall(value)} | _FORM
    own: list[re.Match[str]] = []
    for found in _WORD.finditer(words):
        if _is_known(found[0], known):
            break
        own.append(found)
    return words[own[0].start() : own[-1].end()] if len(own) >= _FEWEST else ""


def _called(source: Source) -> tuple[str, ...]:
    people = (*source.authors, *source.editors)
    return (*source.fields.values(), *(name.full for name in people), source.kind.name)


def _is_known(word: str, known: set[str] | frozenset[str]) -> bool:
    """Return whether ``word`` is one of ``known``, or short for one: "NTIA", "Telecomm", "Nat'l"."""
    if word.isupper() or word.casefold() in known:
        return True
    start = re.split("['\u2019]", word.casefold())[0]
    return any(each.startswith(start) for each in known)
