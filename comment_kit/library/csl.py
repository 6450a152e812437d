"""Read CSL-JSON, as Zotero and other programs export it, into entries."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from comment_kit.library.entries import Entry, People
from comment_kit.library.files import MOST_ENTRIES, printable, too_many_entries
from comment_kit.library.findings import DUPLICATE_FIELD, ENTRY_WITHOUT_KEY, MALFORMED_ENTRY, UNREADABLE_DATABASE
from comment_kit.library.quoting import quoted
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.model.sources import Name

# What biblatex calls a CSL type: entry type and, where that says too little, subtype.
_TYPES: Mapping[str, tuple[str, str | None]] = {
    "article": ("online", None),
    "article-journal": ("article", None),
    "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"),
    "bill": ("legislation", "bill"),
    "book": ("book", None),
    "chapter": ("incollection", None),
    "classic": ("book", None),
    "collection": ("collection", None),
    "document": ("misc", None),
    "entry": ("inreference", None),
    "entry-dictionary": ("inreference", None),
    "entry-encyclopedia": ("inreference", None),
    "hearing": ("legislation", "hearing"),
    "legal_case": ("jurisdiction", None),
    "legislation": ("legislation", None),
    "manuscript": ("unpublished", None),
    "pamphlet": ("booklet", None),
    "paper-conference": ("inproceedings", None),
    "patent": ("patent", None),
    "periodical": ("periodical", None),
    "personal_communication": ("letter", None),
    "post": ("online", None),
    "post-weblog": ("online", None),
    "regulation": ("legislation", None),
    "report": ("report", None),
    "speech": ("unpublished", None),
    "standard": ("report", None),
    "thesis": ("thesis", None),
    "treaty": ("legislation", "treaty"),
    "webpage": ("online", None),
}
_VARIABLES: Mapping[str, str] = {
    "title": "title",
    "title-short": "shorttitle",
    "shortTitle": "shorttitle",
    "container-title": "journaltitle",
    "container-title-short": "shortjournal",
    "journalAbbreviation": "shortjournal",
    "collection-title": "series",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "edition": "edition",
    "version": "version",
    "page": "pages",
    "number-of-pages": "pagetotal",
    "section": "section",
    "chapter-number": "chapter",
    "publisher": "publisher",
    "publisher-place": "location",
    "authority": "institution",
    "genre": "type",
    "medium": "howpublished",
    "status": "pubstate",
    "URL": "url",
    "DOI": "doi",
    "ISBN": "isbn",
    "note": "note",
    "archive": "eprinttype",
    "archive_location": "eprint",
    "jurisdiction": "jurisdiction",
    "language": "langid",
    "abstract": "abstract",
}
_DATES = {"issued": "date", "accessed": "urldate", "original-date": "origdate", "event-date": "eventdate"}
# Where a type has a better name for a variable than most.
_RENAMED: Mapping[str, Mapping[str, str]] = {
    "incollection": {"journaltitle": "booktitle"},
    "inproceedings": {"journaltitle": "booktitle"},
    "online": {"journaltitle": "site"},
    "report": {"publisher": "institution"},
    "thesis": {"publisher": "institution"},
    "jurisdiction": {"journaltitle": "reporter", "institution": "court", "number": "docket"},
}
_TAG = re.compile(r"</?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
# "Extra" in Zotero comes out as a note with a line for each variable: "Frvolume: 88", "tex.kind: proposed rule".
_EXTRA = re.compile(r"^(?:tex\.|biblatex\.)?([A-Za-z]+)[ \t]*[:=][ \t]*(.+)$", re.MULTILINE)
_ARXIV = re.compile(r"arxiv:\s*(\S+)", re.IGNORECASE)
_EXTRA_FIELDS_WORDS = """
    kind entrysubtype shorttitle shorthand shortauthor shortinstitution shortjournal stage site frvolume frpage
    frpages frdate frdoc cfrtitle cfrpart cfrsection cfryear cfrpage usctitle uscsection uscyear statvolume
    statpage congress session chamber docket commentid rin revoked revokedby superseded supersededby withdrawn
    withdrawnby finalized finalizedby archiveurl addendum titleaddon eprint eprinttype hereinafter recipient
    sender
"""
_EXTRA_FIELDS = frozenset(_EXTRA_FIELDS_WORDS.split())
# An item holds its authors and dates as objects of their own.
_OBJECTS_OF_AN_ITEM = 10
_NOT_SPACE = re.compile(r"\S")


def read_csl(file: str, text: str) -> tuple[list[Entry], list[Diagnostic]]:
    """Return the entries of ``text``, the content of a CSL-JSON file, and what is wrong in it.

    An error of syntax costs what stands behind it, since JSON has no mark at which to go on.
    """
    if (count := text.count("{")) > MOST_ENTRIES * _OBJECTS_OF_AN_ITEM:
        return [], [too_many_entries(file, count // _OBJECTS_OF_AN_ITEM)]
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    for line, item in _items(text):
        location = Location(file=file, line=line)
        if isinstance(item, Mapping):
            entry, faults = _entry(item, location)
            diagnostics += faults
            entries += [entry] if entry else []
        else:
            diagnostics.append(_no_item(location, item))
    return entries, diagnostics


class _Item(dict[str, Any]):
    """A JSON object; ``names`` are those that stand in it twice."""

    names: tuple[str, ...] = ()


def _items(text: str) -> Iterator[tuple[int, object]]:
    """Yield each item of the list in ``text`` with its line; a fault of syntax as an exception in its place."""
    decoder = json.JSONDecoder(object_pairs_hook=_object)
    at = _skipped(text, 0)
    if at == len(text):
        return
    if not text.startswith("[", at):
        yield _line(text, at), TypeError("CSL-JSON is a list of items: [{...}, {...}]")
        return
    at = _skipped(text, at + 1)
    while not text.startswith("]", at):
        try:
            item, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as fault:
            position = fault.pos if isinstance(fault, json.JSONDecodeError) else at
            yield _line(text, position), fault
            return
        yield _line(text, at), item
        at = _skipped(text, end)
        if text.startswith(",", at):
            at = _skipped(text, at + 1)
        elif not text.startswith("]", at):
            yield _line(text, at), ValueError("a comma is missing between two items")
            return


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    item = _Item(pairs)
    if len(item) < len(pairs):
        item.names = tuple(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
    return item


def _skipped(text: str, at: int) -> int:
    match = _NOT_SPACE.search(text, at)
    return match.start() if match else len(text)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _no_item(location: Location, item: object) -> Diagnostic:
    if isinstance(item, TypeError):
        return UNREADABLE_DATABASE.at(location, str(item), hint="export as CSL JSON or Better CSL JSON")
    problem = item.args[0] if isinstance(item, Exception) and item.args else "this is no item"
    return MALFORMED_ENTRY.at(
        location, f"the list breaks off here: {problem}", hint="items before this line are used, those after it not"
    )


def _entry(item: Mapping[str, Any], location: Location) -> tuple[Entry | None, list[Diagnostic]]:
    key = printable(str(item.get("citation-key") or item.get("id") or "")).strip()
    if not key or re.search(r"\s", key):
        return None, [
            ENTRY_WITHOUT_KEY.at(location, f"this item has no usable id: {quoted(key)}", hint='add "id": "..."')
        ]
    if repeated := getattr(item, "names", ()):
        problem = f"'{key}' has '{repeated[0]}' twice"
        return None, [DUPLICATE_FIELD.at(location, problem, hint="delete one of them")]
    type_, subtype = _TYPES.get(str(item.get("type", "")), (str(item.get("type", "document")), None))
    return Entry(
        key=key,
        type=type_,
        fields=_fields(item, type_, subtype),
        authors=_people(item.get("author")),
        editors=_people(item.get("editor")),
        lines={},
        location=location,
    ), []


def _fields(item: Mapping[str, Any], type_: str, subtype: str | None) -> dict[str, str]:
    """Return the variables of ``item`` under the names of biblatex, and those that its note adds."""
    renamed = _RENAMED.get(type_, {})
    fields: dict[str, str] = {"entrysubtype": subtype} if subtype else {}
    for variable, name in _VARIABLES.items():
        value = item.get(variable)
        if isinstance(value, str | int | float) and (text := _text(str(value), verbatim=variable in ("URL", "DOI"))):
            fields.setdefault(renamed.get(name, name), text)
    dates = ((name, _date(item.get(variable))) for variable, name in _DATES.items())
    fields |= {name: date for name, date in dates if date}
    fields |= {name: people for name in ("author", "editor") if (people := _named(item.get(name)))}
    return {**fields, **_extra(str(item.get("note") or "")), **_preprint(fields)}


def _text(value: str, *, verbatim: bool) -> str:
    value = printable(value)
    return value.strip() if verbatim else " ".join(_TAG.sub("", value).split(" ")).strip()


def _extra(note: str) -> dict[str, str]:
    found = ((name.lower(), printable(value).strip()) for name, value in _EXTRA.findall(note))
    return {name: value for name, value in found if name in _EXTRA_FIELDS and value}


def _preprint(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the archive and number of a preprint that says "arXiv:2408.00761" as its number."""
    number = _ARXIV.match(fields.get("number", ""))
    return {"eprinttype": "arXiv", "eprint": number[1]} if number else {}


def _date(value: object) -> str | None:
    """Return a CSL date as text: its parts, of which a range has two lists, else the words."""
    if not isinstance(value, Mapping):
        return value.strip() or None if isinstance(value, str) else None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        year, *rest = [str(part) for part in parts[0] if part]
        return "-".join([year.zfill(4), *(part.zfill(2) for part in rest)])
    words = value.get("raw") or value.get("literal")
    return str(words) if words else None


def _people(value: object) -> People:
    names = tuple(_name(person) for person in value if isinstance(person, Mapping)) if isinstance(value, list) else ()
    return People(
        names=tuple(name for name in names if name.family and name.family.casefold() != "others"),
        more=any(name.family.casefold() == "others" for name in names),
    )


def _named(value: object) -> str:
    """Return the names of ``value`` as one text, so that a kind can ask whether there is an author."""
    return "; ".join(name.full for name in _people(value).names)


def _name(person: Mapping[str, Any]) -> Name:
    words = {part: printable(str(person[part])).strip() for part in person if isinstance(person[part], str)}
    if whole := words.get("literal") or words.get("name"):
        return Name(family=whole, body=True)
    particles = [words.get("dropping-particle"), words.get("non-dropping-particle")]
    return Name(
        family=" ".join(filter(None, [*particles, words.get("family") or words.get("given")])),
        given=(words.get("given") or None) if words.get("family") else None,
        suffix=words.get("suffix") or None,
    )
