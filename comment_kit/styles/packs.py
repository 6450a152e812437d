"""Read a style pack: its settings over those of its base, and the folders of its forms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from comment_kit.locators.wording import choice
from comment_kit.model.diagnostics import Diagnostic, Finding, has_errors
from comment_kit.model.places import Location
from comment_kit.model.policy import Again, LabelPages, Policy
from comment_kit.styles.findings import (
    ENDLESS_BASE,
    UNKNOWN_EDITION,
    UNKNOWN_SETTING,
    UNKNOWN_STYLE,
    UNREADABLE_STYLE,
    WRONG_SETTING,
)
from comment_kit.styles.settings import OPTIONAL, RULES, Setting
from comment_kit.styles.style import Style

_FILE = "style.toml"
_TABLES = ("labels", "house")
_MOST_LISTED = 3
_LINE_OF_FAULT = re.compile(r"\(at line (\d+), column \d+\)")


def read_style(  # noqa: PLR0913 (what a letter says of its style, and where)
    name: str,
    folders: Sequence[Path],
    *,
    edition: int | None = None,
    label_pages: LabelPages | None = None,
    asked_at: Location | None = None,
    edition_at: Location | None = None,
) -> tuple[Style | None, tuple[Diagnostic, ...]]:
    """Return the style ``name`` and what is wrong with its pack; None where it cannot be used.

    Args:
        name: of a folder in one of ``folders``.
        folders: the ``styles`` shelves of templates, a project's own before the kit's.
        edition: of the Bluebook, where the letter names one; else the style's own.
        label_pages: what the letter says about the pages of a section; else as the style does.
        asked_at: where the letter names the style.
        edition_at: where it names the edition.
    """
    reading = _Reading(folders=tuple(folders), asked_at=asked_at or Location(file=name))
    packs = reading.packs(name)
    if has_errors(tuple(reading.diagnostics)):
        return None, tuple(reading.diagnostics)
    settings = _merged([pack.settings for pack in reversed(packs)])
    if not reading.is_whole(settings, packs[0].folder):
        return None, tuple(reading.diagnostics)
    if label_pages is not None:
        settings["label_pages"] = label_pages.value
    edition = edition if edition is not None else settings["edition"]
    settings = reading.in_edition(settings, edition, edition_at or reading.asked_at)
    if has_errors(tuple(reading.diagnostics)):
        return None, tuple(reading.diagnostics)
    style = Style(policy=_policy(name, settings), folders=tuple(pack.folder for pack in packs))
    return style, tuple(reading.diagnostics)


def style_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of the styles in ``folders``, in alphabetical order."""
    return tuple(sorted({file.parent.name for folder in folders for file in folder.glob(f"*/{_FILE}")}))


class _Pack(Struct, frozen=True, kw_only=True):
    """One folder with a style.toml."""

    folder: Path
    settings: Mapping[str, Setting]


class _Reading(Struct, kw_only=True):
    """The reading of one style with its bases."""

    folders: tuple[Path, ...]
    asked_at: Location
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def packs(self, name: str) -> list[_Pack]:
        """Return the pack ``name`` and its bases, the most general last."""
        packs: list[_Pack] = []
        location = self.asked_at
        wanted: object = name
        while isinstance(wanted, str) and wanted:
            folder = self._folder(wanted, location, below=[pack.folder for pack in packs])
            text = self._text(folder, wanted) if folder else None
            settings = self._settings(folder / _FILE, text) if folder and text is not None else None
            if folder is None or text is None or settings is None:
                return packs
            packs.append(_Pack(folder=folder, settings=settings))
            location = Location(file=str(folder / _FILE), line=_line_of(text, ("base",)))
            wanted = settings.get("base")
        return packs

    def is_whole(self, settings: Mapping[str, Setting], folder: Path) -> bool:
        """Return whether every setting that the kit needs is there; say so where one is not."""
        missing = [f"'{name}'" for name in RULES if name not in OPTIONAL and name not in settings]
        if missing:
            listed = (
                missing
                if len(missing) <= _MOST_LISTED
                else [*missing[:_MOST_LISTED], f"{len(missing) - _MOST_LISTED} more"]
            )
            self._add(
                WRONG_SETTING,
                folder / _FILE,
                0,
                f"{_in_words(listed)} {'are' if len(missing) > 1 else 'is'} not set",
                'write base = "bluebook" and then only what differs',
            )
        return not missing

    def in_edition(self, settings: dict[str, Setting], edition: int, asked_at: Location) -> dict[str, Setting]:
        """Return ``settings`` as they are under ``edition``, which is named at ``asked_at``."""
        editions: Mapping[str, Mapping[str, Setting]] = settings.get("editions", {})
        if str(edition) not in editions:
            listed = _in_words(sorted(editions))
            self.diagnostics.append(
                UNKNOWN_EDITION.at(asked_at, f"the style knows no edition {edition}", hint=f"it describes {listed}")
            )
            return settings
        return {**settings, **editions[str(edition)], "edition": edition}

    def _folder(self, name: str, location: Location, *, below: Sequence[Path]) -> Path | None:
        """Return the first folder of that name which is not one of ``below``: a pack may refine its namesake."""
        found = [folder / name for folder in self.folders if name in _names_in(folder)]
        fresh = [folder for folder in found if folder not in below]
        if fresh:
            return fresh[0]
        if found:
            self.diagnostics.append(
                ENDLESS_BASE.at(location, f"the style '{name}' is in the end based on itself", hint="take out its base")
            )
            return None
        known = style_names(self.folders)
        near = get_close_matches(name, known, n=3, cutoff=0.4)
        hint = f"did you mean {choice(near)}?" if near else f"known are {_listed(known)}"
        self.diagnostics.append(UNKNOWN_STYLE.at(location, f"there is no style '{name}'", hint=hint))
        return None

    def _text(self, folder: Path, name: str) -> str | None:
        try:
            return (folder / _FILE).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as fault:
            reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
            self._add(UNREADABLE_STYLE, folder / _FILE, 0, f"the style '{name}' cannot be read: {reason}", None)
            return None

    def _settings(self, file: Path, text: str) -> dict[str, Setting] | None:
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as fault:
            line = _LINE_OF_FAULT.search(str(fault))
            words = _LINE_OF_FAULT.sub("", str(fault)).strip()
            self._add(UNREADABLE_STYLE, file, int(line[1]) if line else 0, f"this is not TOML: {words}", None)
            return None
        self._check(file, text, table, ())
        for edition, changes in _tables_in(table.get("editions")):
            self._check(file, text, changes, ("editions", edition))
        return table

    def _check(self, file: Path, text: str, table: Mapping[str, Any], path: tuple[str, ...]) -> None:
        for key, value in table.items():
            rule = RULES.get(key)
            if rule is not None and rule.accepts(value):
                continue
            line = _line_of(text, (*path, key))
            if rule is None:
                near = get_close_matches(key, RULES, n=1)
                hint = f"did you mean '{near[0]}'?" if near else "a setting of your own forms belongs under [house]"
                self._add(UNKNOWN_SETTING, file, line, f"no form and no rule asks for '{key}'", hint)
            else:
                self._add(WRONG_SETTING, file, line, f"'{key}' is {value!r}", f"it must be {rule.expected}")

    def _add(self, finding: Finding, file: Path, line: int, message: str, hint: str | None) -> None:
        self.diagnostics.append(finding.at(Location(file=str(file), line=line), message, hint=hint))


def _names_in(folder: Path) -> set[str]:
    return {file.parent.name for file in folder.glob(f"*/{_FILE}")}


def _tables_in(value: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, dict):
        yield from ((key, table) for key, table in value.items() if isinstance(table, dict))


def _merged(packs: Sequence[Mapping[str, Setting]]) -> dict[str, Setting]:
    """Return the settings of ``packs``, a later one over those before; tables are merged key by key."""
    settings: dict[str, Setting] = {}
    for pack in packs:
        tables = {name: {**settings.get(name, {}), **pack.get(name, {})} for name in _TABLES}
        editions = dict(settings.get("editions", {}))
        for edition, changes in _tables_in(pack.get("editions")):
            editions[edition] = {**editions.get(edition, {}), **changes}
        settings = {**settings, **pack, **tables, "editions": editions}
    return settings


def _policy(name: str, settings: Mapping[str, Setting]) -> Policy:
    return Policy(
        name=name,
        edition=settings["edition"],
        again=Again(settings["again"]),
        window=_count(settings["window"]),
        hereinafter=settings["hereinafter"],
        id_run_limit=_count(settings["id_run_limit"]),
        restart_at_heading=settings["restart_at_heading"],
        label_pages=LabelPages(settings["label_pages"]),
        prints_history=settings["history"] != "none",
        settings=settings,
    )


def _count(value: int | str) -> int | None:
    return value if isinstance(value, int) else None


def _line_of(text: str, path: tuple[str, ...]) -> int:
    """Return the line that sets ``path``, counted from 1; 0 where it is written in some unusual way."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.strip()
        if words.startswith("[") and (head := re.match(r"\[+([^\]]+)\]", words)):
            table = tuple(part.strip(" \"'") for part in head[1].split("."))
            if table == path:
                return number
        elif re.match(rf"[\"']?{re.escape(path[-1])}[\"']?\s*=", words) and table == path[:-1]:
            return number
    return 0


def _in_words(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words or ["none"])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
