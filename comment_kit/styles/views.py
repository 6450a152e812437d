"""What a form sees of a source and of its citation: words ready to print, and nothing that it could change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from comment_kit.model.sources import Source
from comment_kit.styles.fields import KNOWN_FIELDS
from comment_kit.styles.names import NameRules, authors_abbreviated, bodies, in_full, in_short
from comment_kit.styles.numbers import first_of_span

SourceView: TypeAlias = Mapping[str, object]
"""What a form sees of a source, by name. A name that it does not hold is a fault of the form."""

CitationView: TypeAlias = Mapping[str, object]
"""What a form sees of the citation, by name."""

_EMPTY = dict.fromkeys(KNOWN_FIELDS, "")
_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
_NOT_IN_ADDRESSES = str.maketrans({" ": "%20", "\t": "", "\n": ""})


class Fate(Struct, frozen=True):
    """What happened to an authority before the letter's date."""

    words: str
    """ "revoked" """
    year: str
    by: object = ""
    """The full citation of the authority that did it; empty where the entry names none."""


def citation_view(  # noqa: PLR0913 - each is one thing that a form may ask
    *,
    name: str | None = None,
    called: object = "",
    with_title: bool = False,
    bare_section: bool = False,
    note: object = "",
    fates: tuple[Fate, ...] = (),
) -> CitationView:
    """Return what forms see of a citation.

    Args:
        name: the hereinafter name that is defined or used here.
        called: the name, or the author, in its type, as the form's own macro sets it.
        with_title: whether a short title must stand beside the author.
        bare_section: whether a section sign may stand without its code.
        note: the number of the note with the full citation, live; empty where that is this very note.
        fates: what became of the source.
    """
    return {
        "name": name or "",
        "called": called,
        "with_title": with_title,
        "bare_section": bare_section,
        "note": note,
        "fates": fates,
    }


def source_view(
    source: Source, rules: NameRules, *, shows_address: bool, prefers_doi: bool, finds_arxiv: bool
) -> SourceView:
    """Return what forms see of ``source``: every known field, empty where the entry lacks it, and a few made here.

    Args:
        source: whose fields are seen under their own names.
        rules: how the house prints names.
        shows_address: whether full citations of its form print an address.
        prefers_doi: whether that address is its DOI where it has one.
        finds_arxiv: whether that address is made from its number at arXiv where it has no other.
    """
    address = _address(source, prefers_doi=prefers_doi) if shows_address else ""
    if shows_address and finds_arxiv and not address:
        address = _arxiv_address(source)
    made: dict[str, object] = {
        "kind": source.kind.name,
        # For an order the day of signing; ``published`` is the day in the Federal Register.
        "date": source.date or source.get("date"),
        "published": source.get("frdate") or source.date,
        "is_by_bodies": _is_by_bodies(source),
        "authors": _authors(source, rules),
        "short_authors": _short_authors(source, rules),
        "editors": _editors(source, rules),
        "short_title": source.get("shorttitle") or source.title.partition(": ")[0],
        "journal": source.get("shortjournal") or source.get("journaltitle") or source.get("journal"),
        "first_page": first_of_span(source.get("pages") or ""),
        "year_in_title": _YEAR.search(source.title) is not None,
        "address": address,
        "archive": _printable_address(source.get("archiveurl") or "") if address else "",
    }
    required = dict.fromkeys((name for choice in source.kind.required for name in choice), "")
    return {**_EMPTY, **required, **source.fields, **{name: value or "" for name, value in made.items()}}


def _is_by_bodies(source: Source) -> bool:
    return all(name.body for name in source.authors)


def _authors(source: Source, rules: NameRules) -> str:
    """Return all authors as a full citation prints them, bodies with their parents: "Inst. A, Agency B"."""
    if _is_by_bodies(source):
        return ", ".join(bodies(source))
    return in_full(authors_abbreviated(source), more=source.more_authors, rules=rules)


def _short_authors(source: Source, rules: NameRules) -> str:
    """Return the authors of a short form: family names, or the smaller body alone."""
    if _is_by_bodies(source):
        return next(iter(bodies(source)), "")
    return in_short(authors_abbreviated(source), more=source.more_authors, rules=rules)


def _editors(source: Source, rules: NameRules) -> str:
    """Return the editors with their title: "Leslie C. Levin & Lynn Mather eds."."""
    names = in_full(source.editors, more=source.more_editors, rules=rules)
    several = len(source.editors) > 1 or source.more_editors
    return f"{names} {'eds.' if several else 'ed.'}" if names else ""


def _address(source: Source, *, prefers_doi: bool) -> str:
    doi = source.get("doi")
    as_doi = f"https://doi.org/{doi}" if doi else ""
    url = source.get("url") or ""
    return _printable_address((as_doi or url) if prefers_doi else (url or as_doi))


def _arxiv_address(source: Source) -> str:
    """Return where arXiv keeps a paper that the entry names by its number alone, as Zotero exports it."""
    number = source.get("eprint")
    is_known = number and (source.get("eprinttype") or "").lower() == "arxiv"
    return _printable_address(f"https://arxiv.org/abs/{number}") if is_known else ""


def _printable_address(address: str) -> str:
    return address.translate(_NOT_IN_ADDRESSES)
