"""Read the kinds of source from their TOML files."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeGuard

from msgspec import Struct

from comment_kit.library.findings import BROKEN_KIND
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.model.sources import Kind, Recall


class EntryPattern(Struct, frozen=True, kw_only=True):
    """One way in which a database writes entries of a kind."""

    type: str
    """The biblatex entry type, in lower case."""
    subtype: str | None = None
    """As ``kind_key`` gives it; None for entries of any subtype."""
    has: tuple[str, ...] = ()
    """Fields that the entry must have."""


class KindRecord(Struct, frozen=True, kw_only=True):
    """A kind of source with the ways in which databases write it."""

    kind: Kind
    entries: tuple[EntryPattern, ...] = ()


Kinds = Mapping[str, KindRecord]
"""By ``kind_key`` of the name."""


class _BrokenKindError(Exception):
    """A key of a kind's file is missing or of the wrong type."""


def kind_key(name: str) -> str:
    """Return ``name`` as kinds are compared: without case, a hyphen being a space."""
    return " ".join(name.replace("-", " ").replace("_", " ").split()).casefold()


def read_kinds(folders: Sequence[Path]) -> tuple[Kinds, tuple[Diagnostic, ...]]:
    """Return the kinds that the ``*.toml`` files of ``folders`` describe; the first of a name wins.

    A folder that is not there holds no kinds. A broken file costs its kind.
    """
    kinds: dict[str, KindRecord] = {}
    diagnostics: list[Diagnostic] = []
    for file in _kind_files(folders):
        try:
            record = _record(tomllib.loads(file.read_text(encoding="utf-8-sig")))
        except (OSError, ValueError, _BrokenKindError) as fault:
            diagnostics.append(_broken(file, fault))
        else:
            kinds.setdefault(kind_key(record.kind.name), record)
    return kinds, tuple(diagnostics)


def _kind_files(folders: Iterable[Path]) -> list[Path]:
    return [file for folder in folders for file in sorted(folder.glob("*.toml"))]


def _broken(file: Path, fault: Exception) -> Diagnostic:
    return BROKEN_KIND.at(
        Location(file=str(file)),
        f"the kind cannot be read: {fault}",
        hint="compare it with a file of the kit's templates/kinds",
    )


def _record(table: Mapping[str, Any]) -> KindRecord:
    name = _text(table, "name")
    return KindRecord(
        kind=Kind(
            name=name,
            recall=_recall(table),
            required=tuple(_words(choice, "required") for choice in _list(table, "required")),
            form=_text(table, "form", default=name.replace(" ", "-")),
            italic_title=_flag(table, "italic_title", default=False),
            family=_words(table.get("family", []), "family"),
            paginated=_flag(table, "paginated", default=True),
            description=_text(table, "description", default=""),
            mention=_text(table, "mention", default=""),
        ),
        entries=tuple(_pattern(entry) for entry in _list(table, "entry")),
    )


def _pattern(entry: object) -> EntryPattern:
    if not isinstance(entry, dict):
        raise _BrokenKindError("each 'entry' must be a table: [[entry]]")
    subtype = _text(entry, "subtype", default="")
    return EntryPattern(
        type=_text(entry, "type").lower(),
        subtype=kind_key(subtype) or None,
        has=_words(entry.get("has", []), "has"),
    )


def _recall(table: Mapping[str, Any]) -> Recall:
    word = _text(table, "recall")
    try:
        return Recall(word)
    except ValueError:
        known = ", ".join(f'"{each}"' for each in Recall)
        raise _BrokenKindError(f"'recall' is {word!r}, not one of {known}") from None


def _text(table: Mapping[str, Any], key: str, *, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise _BrokenKindError(f"'{key}' must be text")
    return value


def _flag(table: Mapping[str, Any], key: str, *, default: bool) -> bool:
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise _BrokenKindError(f"'{key}' must be true or false")
    return value


def _list(table: Mapping[str, Any], key: str) -> list[object]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise _BrokenKindError(f"'{key}' must be a list")
    return value


def _words(value: object, key: str) -> tuple[str, ...]:
    if not _is_words(value):
        raise _BrokenKindError(f"'{key}' must hold lists of field names")
    return tuple(word.lower() for word in value)


def _is_words(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and bool(all(isinstance(word, str) for word in value))
