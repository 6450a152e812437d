"""Read the entries of a .bib file and say what is wrong in those that cannot be read."""

from collections.abc import Mapping

from msgspec import Struct, field

from comment_kit.library.bibtex import Parsed, ParsedField, Unparsed, count_blocks, parse
from comment_kit.library.entries import WrittenEntry, WrittenField
from comment_kit.library.files import MOST_ENTRIES, FileText, too_many_entries
from comment_kit.library.findings import (
    DUPLICATE_FIELD,
    ENTRY_WITHOUT_KEY,
    MALFORMED_ENTRY,
    MALFORMED_VALUE,
    MISSING_COMMA,
)
from comment_kit.library.values import BrokenValue, field_inside, joined_value
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location

# The names that BibTeX and JabRef use for fields of biblatex.
_ALIASES = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
    "pdf": "file",
    "key": "sortkey",
}
# The ACM names the place of a conference beside its publisher's address.
_TWO_THINGS = frozenset({"location"})
# What others wrote about a source, in which anything may stand.
_FREE_TEXT = frozenset({"abstract", "annotation", "annote", "file", "keywords", "note", "review", "groups"})
_NOT_IN_A_KEY = frozenset("\"'%#\\~(),={}[]; \t\n")


class Written(Struct, kw_only=True):
    """What a database holds as written; filled file by file."""

    entries: list[WrittenEntry] = field(default_factory=list)
    """In order; keys may repeat."""
    broken: dict[str, Location] = field(default_factory=dict)
    """By key: entries that could not be read."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_bib(file: str, content: FileText, written: Written) -> None:
    """Add the entries of the .bib ``file`` to ``written``, with what is wrong in it."""
    if (count := count_blocks(content.text)) > MOST_ENTRIES:
        written.diagnostics.append(too_many_entries(file, count))
        return
    parsed = parse(content.text)
    for entry in parsed.entries:
        if isinstance(entry, Unparsed):
            location = Location(file=file, line=entry.line)
            written.broken.setdefault(entry.key, location)
            written.diagnostics.append(_unparsed(entry, location))
            continue
        fields, diagnostics = _fields(entry, parsed.strings, file)
        location = Location(file=file, line=entry.line)
        if not diagnostics and (unnamed := _without_key(entry, location)):
            diagnostics = [unnamed]
        written.diagnostics += diagnostics
        if diagnostics:
            written.broken.setdefault(entry.key, location)
        else:
            written.entries.append(WrittenEntry(key=entry.key, type=entry.type, fields=fields, location=location))


def _unparsed(entry: Unparsed, location: Location) -> Diagnostic:
    name = f"'{entry.key}'" if entry.key else "an entry"
    return MALFORMED_ENTRY.at(location, f"{name} cannot be read: {entry.reason}", hint="correct it; it was left out")


def _without_key(entry: Parsed, location: Location) -> Diagnostic | None:
    if entry.key and not _NOT_IN_A_KEY.intersection(entry.key):
        return None
    problem = f"the key '{entry.key}' holds a character that no citation can" if entry.key else "this entry has no key"
    return ENTRY_WITHOUT_KEY.at(location, problem, hint=f"write @{entry.type}{{agency2024, ...}}")


def _fields(
    entry: Parsed, strings: Mapping[str, ParsedField], file: str
) -> tuple[dict[str, WrittenField], list[Diagnostic]]:
    """Return the fields of ``entry`` that are not empty, by their biblatex names, and what is wrong in them."""
    fields: dict[str, WrittenField] = {}
    diagnostics: list[Diagnostic] = []
    typed: dict[str, ParsedField] = {}
    said = {parsed.name.lower() for parsed in entry.fields}
    for parsed in entry.fields:
        name = _ALIASES.get(parsed.name.lower(), parsed.name.lower())
        if name != parsed.name.lower() and name in said and name in _TWO_THINGS:
            continue
        try:
            value = _value(parsed, name, strings)
        except BrokenValue as broken:
            diagnostics.append(_broken(entry.key, broken, file))
            continue
        first = typed.setdefault(name, parsed)
        if name not in fields and value.strip():
            fields[name] = WrittenField(name=name, value=value, line=parsed.line)
        elif name in fields and (first.name.lower() == parsed.name.lower() or value != fields[name].value):
            diagnostics.append(_duplicate(entry.key, parsed, first, file))
    return fields, diagnostics


def _value(parsed: ParsedField, name: str, strings: Mapping[str, ParsedField]) -> str:
    value = joined_value(parsed, strings)
    if name not in _FREE_TEXT and (inside := field_inside(parsed)):
        raise inside
    return value


def _broken(key: str, broken: BrokenValue, file: str) -> Diagnostic:
    finding = MISSING_COMMA if broken.swallowed else MALFORMED_VALUE
    return finding.at(Location(file=file, line=broken.line), f"in '{key}', {broken.problem}", hint=broken.hint)


def _duplicate(key: str, second: ParsedField, first: ParsedField, file: str) -> Diagnostic:
    one_name = second.name.lower() == first.name.lower()
    return DUPLICATE_FIELD.at(
        Location(file=file, line=second.line),
        f"'{key}' has '{second.name}' twice"
        if one_name
        else f"'{key}' has '{first.name}' and '{second.name}', which mean one thing",
        hint="delete one of them",
        related=(Location(file=file, line=first.line),),
    )
