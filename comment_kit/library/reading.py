"""Read the citation databases of a letter, one behind the other, into one library."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct, field

from comment_kit.library.csl import read_csl
from comment_kit.library.entries import Entry, WrittenEntry
from comment_kit.library.files import read_text
from comment_kit.library.findings import (
    DUPLICATE_KEY,
    INCOMPLETE_STATUS,
    MISSING_PARENT,
    TABLE_WITHOUT_SOURCE,
    UNREADABLE_DATABASE,
)
from comment_kit.library.inheritance import Orphan, inherited
from comment_kit.library.kinds import Kinds
from comment_kit.library.plain import plain_entry
from comment_kit.library.quoting import quoted
from comment_kit.library.sources import make_source
from comment_kit.library.spelling import misspelled_fields
from comment_kit.library.tables import read_pinpoints, rows_outside
from comment_kit.library.written import Written, read_bib
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.pinpoints import PinpointTable
from comment_kit.model.places import Location
from comment_kit.model.sources import Library, Source

_SUFFIXES = (".bib", ".json")
_NO_SOURCES = frozenset({"xdata", "set", "comment", "control"})


def read_library(places: Sequence[Path], kinds: Kinds) -> tuple[Library, tuple[Diagnostic, ...]]:
    """Return the sources and pinpoint tables of ``places``, and what is wrong in them, in order of place.

    Args:
        places: databases (.bib, CSL-JSON) and folders of them; the first that has a key wins, even where its
            entry is broken, so that a mistake never brings up another description of the source.
        kinds: as ``read_kinds`` gives them.
    """
    shelf = _Shelf(kinds=kinds)
    for place in places:
        shelf.add(place)
    library = shelf.library()
    unknown = _unknown_authorities(library)
    return library, tuple(shelf.diagnostics) + tuple(unknown)


class _Place(Struct, frozen=True, kw_only=True):
    """The sources of one place, the keys of its broken entries, and its tables."""

    sources: dict[str, Source] = field(default_factory=dict)
    broken: dict[str, Location] = field(default_factory=dict)
    tables: dict[str, PinpointTable] = field(default_factory=dict)


class _Shelf(Struct, kw_only=True):
    """What was read until now; ``opened`` keeps a file that two places name from being read twice."""

    kinds: Kinds
    places: list[_Place] = field(default_factory=list)
    opened: set[Path] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, place: Path) -> None:
        """Read one place."""
        files = self._unopened(_databases(place))
        if not place.is_dir() and place.suffix.lower() not in _SUFFIXES:
            problem = "a citation database is a .bib file or a .json file in CSL-JSON"
            self.diagnostics.append(UNREADABLE_DATABASE.at(Location(file=str(place)), problem))
            return
        found = _Place()
        self._read_sources(files, found)
        self._read_tables(place if place.is_dir() else place.parent, found)
        self.places.append(found)

    def library(self) -> Library:
        """Return everything as one library."""
        sources: dict[str, Source] = {}
        broken: dict[str, Location] = {}
        tables: dict[str, PinpointTable] = {}
        shadowed: dict[str, tuple[Location, ...]] = {}
        for place in self.places:
            # A table describes one edition, the one of the entry beside it or of an entry in a later place; it
            # must not lend its pages to an entry that stands before it and may be of another edition.
            tables |= {key: table for key, table in place.tables.items() if key not in (*tables, *sources, *broken)}
            for key, source in place.sources.items():
                if key in sources or key in broken:
                    shadowed[key] = (*shadowed.get(key, ()), source.location)
                else:
                    sources[key] = source
            broken |= {key: location for key, location in place.broken.items() if key not in (*sources, *broken)}
        self._report_tables_without_source(tables, {*sources, *broken})
        kept = {key: self._inside(table, sources.get(key)) for key, table in tables.items()}
        return Library(sources=sources, tables=kept, shadowed=shadowed, left_out=broken)

    def _unopened(self, files: Iterable[Path]) -> list[Path]:
        fresh = [file for file in files if file.resolve() not in self.opened]
        self.opened |= {file.resolve() for file in fresh}
        return fresh

    def _read_sources(self, files: list[Path], found: _Place) -> None:
        written = Written()
        entries: list[Entry] = []
        for file in files:
            content = read_text(file)
            written.diagnostics += content.diagnostics
            if file.suffix.lower() == ".bib":
                read_bib(str(file), content, written)
            else:
                read, diagnostics = read_csl(str(file), content.text)
                entries += read
                written.diagnostics += diagnostics
        written.diagnostics += misspelled_fields(written.entries, self.kinds)
        entries = [*self._plain_entries(written), *entries]
        for entry in entries:
            self._shelve(entry, found, written)
        found.broken.update({key: place for key, place in written.broken.items() if key not in found.sources})
        self.diagnostics += sorted(written.diagnostics, key=lambda each: (each.location.file, each.location.line))

    def _plain_entries(self, written: Written) -> list[Entry]:
        """Return the entries that are sources in plain text, with what they inherit."""
        by_key: dict[str, WrittenEntry] = {}
        for entry in written.entries:
            by_key.setdefault(entry.key, entry)
        plain: list[Entry] = []
        for entry in written.entries:
            if entry.type in _NO_SOURCES:
                continue
            whole = inherited(entry, by_key)
            if isinstance(whole, Orphan):
                written.broken.setdefault(entry.key, entry.location)
                written.diagnostics.append(_orphaned(whole))
                continue
            made, diagnostics = plain_entry(whole)
            written.diagnostics += diagnostics
            plain.append(made)
        return plain

    def _shelve(self, entry: Entry, found: _Place, written: Written) -> None:
        """Put the source of ``entry`` on the shelf, unless its key is taken or it is no source."""
        first = found.sources[entry.key].location if entry.key in found.sources else written.broken.get(entry.key)
        if first:
            written.diagnostics.append(_duplicate(entry, first))
            return
        made = make_source(entry, self.kinds)
        written.diagnostics += made.diagnostics
        if made.source:
            found.sources[entry.key] = made.source
        else:
            written.broken[entry.key] = entry.location

    def _read_tables(self, folder: Path, found: _Place) -> None:
        for file in self._unopened(sorted((folder / "pinpoints").glob("*.csv"))):
            table, diagnostics = read_pinpoints(file)
            found.tables[table.key] = table
            self.diagnostics += diagnostics

    def _report_tables_without_source(self, tables: dict[str, PinpointTable], keys: set[str]) -> None:
        for table in tables.values():
            if table.key not in keys:
                problem = f"no database has an entry '{table.key}' to which this table could belong"
                location = Location(file=table.file)
                self.diagnostics.append(TABLE_WITHOUT_SOURCE.at(location, problem, hint="name it after its key"))

    def _inside(self, table: PinpointTable, source: Source | None) -> PinpointTable:
        if source is None:
            return table
        kept, diagnostics = rows_outside(table, source)
        self.diagnostics += diagnostics
        return kept


def _databases(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place]
    return sorted(file for file in place.iterdir() if file.suffix.lower() in _SUFFIXES and file.is_file())


def _duplicate(entry: Entry, first: Location) -> Diagnostic:
    return DUPLICATE_KEY.at(
        entry.location,
        f"'{entry.key}' is the key of another entry already",
        hint=f"the one at {first} comes first; rename or delete this one",
        related=(first,),
    )


def _orphaned(orphan: Orphan) -> Diagnostic:
    problem = "leads back to itself" if orphan.circular else "is not in this database"
    remedy = "" if orphan.circular else f"add the entry {quoted(orphan.parent)}, or "
    return MISSING_PARENT.at(
        Location(file=orphan.entry.location.file, line=orphan.field.line),
        f"'{orphan.entry.key}' takes fields from {quoted(orphan.parent)}, which {problem}",
        hint=f"{remedy}delete the field '{orphan.field.name}'",
    )


def _unknown_authorities(library: Library) -> list[Diagnostic]:
    """Return a finding for each change of status whose authority is in no database."""
    return [
        INCOMPLETE_STATUS.at(
            source.location,
            f"'{source.key}' was {change.change} by '{change.by_key}', which is in no database",
            hint=f"add an entry '{change.by_key}', or correct {change.change}by",
        )
        for source in library.sources.values()
        for change in source.changes
        if change.by_key and change.by_key not in library.sources
    ]
