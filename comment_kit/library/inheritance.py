"""Give entries the fields that crossref and xdata let them inherit, as biblatex does."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.library.entries import WrittenEntry, WrittenField

# What a child calls a field of its parent, by (types of parent, types of child).
_RENAMED: tuple[tuple[frozenset[str], frozenset[str], Mapping[str, str]], ...] = (
    (
        frozenset({"book", "collection", "proceedings", "reference"}),
        frozenset(
            {"inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inproceedings", "inreference"}
        ),
        {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"},
    ),
    (
        frozenset({"mvbook", "mvcollection", "mvproceedings", "mvreference"}),
        frozenset({"book", "collection", "proceedings", "reference", "inbook", "incollection", "inproceedings"}),
        {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"},
    ),
    (
        frozenset({"periodical"}),
        frozenset({"article", "suppperiodical"}),
        {"title": "journaltitle", "subtitle": "journalsubtitle"},
    ),
)
# What describes the parent alone. Its author is inherited by chapters of one book, not by those of a collection.
_OWN_WORDS = """
    ids crossref xref entryset entrysubtype kind execute label options presort related relatedtype shorthand
    shorttitle sorttitle sortkey shorthandintro indextitle pagetotal pages xdata revoked revokedby superseded
    supersededby withdrawn withdrawnby finalized finalizedby doi eprint abstract file keywords
"""
_OWN = frozenset(_OWN_WORDS.split())
_LONGEST_CHAIN = 8


class Orphan(Struct, frozen=True, kw_only=True):
    """An entry whose parent is missing, or its own descendant."""

    entry: WrittenEntry
    field: WrittenField
    parent: str
    circular: bool


def inherited(entry: WrittenEntry, entries: Mapping[str, WrittenEntry], *, length: int = 0) -> WrittenEntry | Orphan:
    """Return ``entry`` with the fields that it inherits; its own always stand before inherited ones."""
    fields = dict(entry.fields)
    for name in ("xdata", "crossref"):
        if name not in entry.fields:
            continue
        for key in (part.strip() for part in entry.fields[name].value.split(",")):
            parent = inherited(entries[key], entries, length=length + 1) if _reachable(key, entries, length) else None
            if not isinstance(parent, WrittenEntry):
                orphan = Orphan(entry=entry, field=entry.fields[name], parent=key, circular=key in entries)
                return replace(parent, entry=entry, field=entry.fields[name]) if parent else orphan
            for field in _bequeathed(parent, entry, by_xdata=name == "xdata"):
                fields.setdefault(field.name, field)
    return replace(entry, fields=fields)


def _reachable(key: str, entries: Mapping[str, WrittenEntry], length: int) -> bool:
    return key in entries and length < _LONGEST_CHAIN


def _bequeathed(parent: WrittenEntry, child: WrittenEntry, *, by_xdata: bool) -> list[WrittenField]:
    if by_xdata:
        return [field for field in parent.fields.values() if field.name != "xdata"]
    names = _names_in_child(parent.type, child.type)
    return [
        replace(field, name=names.get(field.name, field.name))
        for field in parent.fields.values()
        if field.name not in _OWN
    ]


def _names_in_child(parent: str, child: str) -> Mapping[str, str]:
    for parents, children, names in _RENAMED:
        if parent in parents and child in children:
            return names
    return {}
