"""Make sources of entries: their kind, their dates, what happened to them since, their span."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.library.dates import read_date, read_year_and_month, says_undated
from comment_kit.library.entries import Entry
from comment_kit.library.findings import (
    INCOMPLETE_STATUS,
    MISSING_FIELD,
    UNKNOWN_KIND,
    UNREADABLE_DATE,
    UNREADABLE_PAGES,
)
from comment_kit.library.homes import with_home
from comment_kit.library.kinds import EntryPattern, KindRecord, Kinds, kind_key
from comment_kit.library.quoting import quoted
from comment_kit.library.spans import page_label, page_range, read_span, says_pages
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.sources import Change, Kind, Source, StatusChange

# Dates that no citation prints unless asked and that decide nothing; a bad one costs the field alone.
_MINOR_DATES = ("urldate", "origdate", "eventdate", "closes", "filed")
_DATES = ("date", "frdate", *_MINOR_DATES, *(str(change) for change in Change))
_PAGES = ("frpage", "cfrpage", "statpage")
_PAGE_RANGES = ("frpages", "pages")
_SPANS = {"pages": "177--203", "frpages": "75191--75226", "pagetotal": "48"}
_GENERIC = frozenset({"report", "techreport", "misc", "online", "legislation", "legal", "unpublished"})
_EXAMPLES = {"date": "2024-07-26", "frdate": "2024-07-26", "url": "https://..."}


class Made(Struct, frozen=True, kw_only=True):
    """What became of an entry: a source, or None with the reasons."""

    source: Source | None
    diagnostics: tuple[Diagnostic, ...] = ()


def make_source(entry: Entry, kinds: Kinds) -> Made:
    """Return the source that ``entry`` describes; an entry without kind, date or required field is none."""
    dated, costly, minor = _with_dates(replace(entry, fields=with_home(entry.type, entry.fields)))
    kind = find_kind(dated, kinds)
    if kind is None:
        return Made(source=None, diagnostics=(*costly, *minor, _unknown_kind(dated, kinds)))
    missing = [] if costly else list(_missing(dated, kind))
    changes, unfinished = _changes(dated)
    if costly or missing or unfinished:
        return Made(source=None, diagnostics=(*costly, *minor, *missing, *unfinished))
    return Made(source=_source(dated, kind, changes), diagnostics=(*minor, *_unreadable_pages(dated)))


def find_kind(entry: Entry, kinds: Kinds) -> Kind | None:
    """Return the kind of ``entry``: the one that it names, else the one whose pattern tells most about it."""
    if "kind" in entry.fields:
        return _named(entry.fields["kind"], kinds)
    if named := _named(entry.fields.get("entrysubtype", ""), kinds) or _named_by_type(entry, kinds):
        return named
    subtypes = [kind_key(entry.fields[name]) for name in ("entrysubtype", "type") if name in entry.fields]
    best = max(_matches(entry, subtypes, kinds), key=lambda match: match[0], default=None)
    return best[1].kind if best else None


def _named(name: str, kinds: Kinds) -> Kind | None:
    record = kinds.get(kind_key(name))
    return record.kind if record else None


def _named_by_type(entry: Entry, kinds: Kinds) -> Kind | None:
    """Return the kind that the field ``type`` names, where the entry has what the kind needs.

    Zotero keeps there what a writer calls a report or a page: "Press Release" is a kind, "Letter" on a book is none.
    """
    kind = _named(entry.fields.get("type", ""), kinds) if entry.type in _GENERIC else None
    return kind if kind and not [*_missing(entry, kind)] else None


def _matches(entry: Entry, subtypes: list[str], kinds: Kinds) -> Iterator[tuple[tuple[bool, int], KindRecord]]:
    """Yield each kind with a pattern that ``entry`` fits, and how much the pattern tells."""
    for record in kinds.values():
        for pattern in record.entries:
            if _fits(entry, subtypes, pattern):
                yield (pattern.subtype is not None, len(pattern.has)), record


def _fits(entry: Entry, subtypes: list[str], pattern: EntryPattern) -> bool:
    return (
        entry.type == pattern.type
        and (pattern.subtype is None or pattern.subtype in subtypes)
        and all(name in entry.fields for name in pattern.has)
    )


def _unknown_kind(entry: Entry, kinds: Kinds) -> Diagnostic:
    field = next((name for name in ("kind", "entrysubtype") if name in entry.fields), None)
    near = ", ".join(f"'{name}'" for name in _nearest(entry, field, kinds))
    what = quoted(entry.fields[field]) if field else f"@{entry.type}"
    return UNKNOWN_KIND.at(
        entry.place(field or "type"),
        f"'{entry.key}' is of no kind that is known: {what}",
        hint=f"add kind = {{...}}; the nearest are {near}" if near else "add kind = {...}",
    )


def _nearest(entry: Entry, field: str | None, kinds: Kinds) -> list[str]:
    """Return the kinds whose names are most like the one given; without one, those whose needs the entry meets."""
    if field:
        keys = get_close_matches(kind_key(entry.fields[field]), kinds, n=3, cutoff=0.3)
        return [kinds[key].kind.name for key in keys]
    met = [record.kind for record in kinds.values() if not [*_missing(entry, record.kind)]]
    return [kind.name for kind in sorted(met, key=lambda kind: -len(kind.required))[:5]]


def _missing(entry: Entry, kind: Kind) -> Iterator[Diagnostic]:
    for choice in kind.required:
        if any(name in entry.fields for name in choice):
            continue
        wanted = " or ".join(f"'{name}'" for name in choice)
        example = f"{choice[0]} = {{{_EXAMPLES.get(choice[0], '...')}}}"
        yield MISSING_FIELD.at(entry.location, f"'{entry.key}' ({kind.name}) has no {wanted}", hint=f"add {example}")


# ---- dates ----


def _with_dates(entry: Entry) -> tuple[Entry, list[Diagnostic], list[Diagnostic]]:
    """Return ``entry`` with every date as 2024, 2024-07 or 2024-07-26, and the costly and the minor faults."""
    fields = _with_whole_date(entry.fields)
    faults: dict[bool, list[Diagnostic]] = {True: [], False: []}
    for name in _DATES:
        if name not in fields:
            continue
        written = fields.pop(name)
        if day := read_date(written):
            fields[name] = str(day)
        elif not says_undated(written):
            faults[name not in _MINOR_DATES].append(_unreadable_date(entry, name, written))
    return replace(entry, fields=fields), faults[True], faults[False]


def _with_whole_date(fields: Mapping[str, str]) -> dict[str, str]:
    """Return ``fields`` with a ``date`` made of ``year``, ``month`` and ``day`` where there is none."""
    if "date" in fields or "year" not in fields:
        return dict(fields)
    day = read_year_and_month(fields["year"], fields.get("month"), fields.get("day"))
    written = " ".join(fields[name] for name in ("year", "month", "day") if name in fields)
    return {**fields, "date": str(day) if day else written}


def _unreadable_date(entry: Entry, name: str, written: str) -> Diagnostic:
    return UNREADABLE_DATE.at(
        entry.place(name if name in entry.fields else "year"),
        f"'{name}' of '{entry.key}' is no date: {quoted(written)}",
        hint=f"write {name} = {{2024}}, {{2024-07}} or {{2024-07-26}}",
    )


# ---- what happened since ----


def _changes(entry: Entry) -> tuple[tuple[StatusChange, ...], list[Diagnostic]]:
    changes: list[StatusChange] = []
    diagnostics: list[Diagnostic] = []
    for change in Change:
        day = read_date(entry.fields.get(change, ""))
        authority = entry.fields.get(f"{change}by")
        if day:
            key, locator = _authority(authority)
            changes.append(StatusChange(change=change, date=day, by_key=key, by_locator=locator))
        elif authority:
            diagnostics.append(_undated_change(entry, change))
    return tuple(changes), diagnostics


def _authority(written: str | None) -> tuple[str | None, str | None]:
    """Return the key and the locator of "eo14148, § 2(ggg)"."""
    if not written:
        return None, None
    key, _, locator = written.partition(",")
    return key.strip().removeprefix("@") or None, locator.strip() or None


def _undated_change(entry: Entry, change: Change) -> Diagnostic:
    return INCOMPLETE_STATUS.at(
        entry.place(f"{change}by"),
        f"'{entry.key}' says by what it was {change}, but not when",
        hint=f"add {change} = {{2025-01-20}}, with the right day",
    )


# ---- the source ----


def _source(entry: Entry, kind: Kind, changes: tuple[StatusChange, ...]) -> Source:
    fields = _with_pages(entry.fields)
    first_page, last_page = read_span(fields)
    return Source(
        key=entry.key,
        kind=kind,
        fields=fields,
        authors=entry.authors.names,
        editors=entry.editors.names,
        more_authors=entry.authors.more,
        more_editors=entry.editors.more,
        date=read_date(fields.get("date", fields.get("frdate", ""))),
        changes=changes,
        first_page=first_page,
        last_page=last_page,
        location=entry.location,
    )


def _unreadable_pages(entry: Entry) -> Iterator[Diagnostic]:
    for name, example in _SPANS.items():
        written = entry.fields.get(name)
        if written is not None and not says_pages(written):
            yield UNREADABLE_PAGES.at(
                entry.place(name),
                f"'{name}' of '{entry.key}' is no number: {quoted(written)}",
                hint=f"write {name} = {{{example}}}, or delete it",
            )


def _with_pages(fields: Mapping[str, str]) -> dict[str, str]:
    """Return ``fields`` with pages as their sheets print them."""
    pages = {name: page_label(fields[name]) for name in _PAGES if name in fields}
    ranges = {name: page_range(fields[name]) for name in _PAGE_RANGES if name in fields}
    return {**fields, **pages, **ranges}
