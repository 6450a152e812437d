"""Look into the citation database: list it, show an entry, print every form that it can take."""

from __future__ import annotations

import datetime as dt
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from comment_kit.errors import CommentKitError
from comment_kit.locators import read_locator, unknown_source
from comment_kit.model.diagnostics import Diagnostic, has_errors
from comment_kit.model.page_words import page_words
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.places import Location
from comment_kit.model.sources import Library, Source
from comment_kit.model.text import Text
from comment_kit.project import Project, find_project
from comment_kit.styles import Style, check_forms, preview, read_style, style_names
from comment_kit.workflows.printouts import Printout
from comment_kit.workflows.shelves import Shelves, read_shelves


def list_sources(words: Sequence[str], *, project: Path | None = None) -> Printout:
    """Return one line for each source whose key, title, authors or kind hold all ``words``."""
    shelves = _shelves(project)
    chosen = [source for source in shelves.library.sources.values() if _holds(source, words)]
    width = max((len(source.key) for source in chosen), default=0)
    lines = [_line(source, width) for source in sorted(chosen, key=lambda source: source.key)]
    return Printout(lines=tuple(lines), diagnostics=shelves.diagnostics)


def show_source(key: str, *, project: Path | None = None) -> Printout:
    """Return the entry of ``key``: what it is, where it stands, its fields, its status, its pinpoints.

    Of an entry that cannot be used, what is wrong with it.

    Raises:
        CommentKitError: there is no such key.
    """
    shelves = _shelves(project)
    if key in shelves.library.left_out and key not in shelves.library.sources:
        return _unusable(key, shelves)
    source = _source(key, shelves.library)
    about = tuple(each for each in shelves.diagnostics if each.location.file == source.location.file)
    return Printout(lines=tuple(_shown(source, shelves.library)), diagnostics=about)


def preview_source(
    key: str,
    locator: str | None,
    *,
    styles: Sequence[str] = (),
    as_of: dt.date | None = None,
    project: Path | None = None,
) -> Printout:
    """Return every form of ``key`` cited at ``locator``, style by style; a broken pack costs itself alone.

    Of an entry that cannot be used, what is wrong with it.

    Args:
        key: of the source.
        locator: as typed after the comma of a citation; None for the whole source.
        styles: names of style packs; all there are where empty.
        as_of: the letter's date, as of which the source's status is judged; today where None.
        project: the project's folder, where it is not the one around the working folder.

    Raises:
        CommentKitError: there is no such key, or no style of a name in ``styles``.
    """
    found = _project(project)
    shelves = read_shelves(found)
    if key in shelves.library.left_out and key not in shelves.library.sources:
        return _unusable(key, shelves)
    source = _source(key, shelves.library)
    here = Location(file=f"{key}, {locator}" if locator else key)
    table = shelves.library.tables.get(key)
    pinpoint, wrong = read_locator(locator, source, table, here) if locator else (Pinpoint(), ())
    if has_errors(wrong):
        return Printout(lines=(), diagnostics=wrong)
    day = as_of or dt.datetime.now().date()  # noqa: DTZ005 - the writer's own day
    lines: list[str] = []
    for name in styles or style_names(found.templates("styles")):
        style, about_style = _style(name, found, shelves.library, key)
        wrong = (*wrong, *about_style)
        if style is not None:
            lines += [name, *_forms(preview(source, pinpoint, style, library=shelves.library, as_of=day)), ""]
    return Printout(lines=tuple(lines[:-1]), diagnostics=wrong)


def _style(name: str, project: Project, library: Library, key: str) -> tuple[Style | None, tuple[Diagnostic, ...]]:
    """Return the style ``name``, with what is wrong with it; None where it cannot print the source ``key``."""
    folders = project.templates("styles")
    known = style_names(folders)
    if name not in known:
        raise CommentKitError(f"there is no style '{name}'", where="--style", remedy=f"known are {', '.join(known)}")
    style, wrong = read_style(name, folders)
    if style is None:
        return None, wrong
    wrong = (*wrong, *check_forms(style, library, (key,)))
    return (None if has_errors(wrong) else style), wrong


def _project(explicit: Path | None) -> Project:
    return find_project(Path.cwd(), explicit=explicit)


def _shelves(explicit: Path | None) -> Shelves:
    return read_shelves(_project(explicit))


def _unusable(key: str, shelves: Shelves) -> Printout:
    """Return what is wrong with the entry of ``key``; each remark on an entry names its key."""
    place = shelves.library.left_out[key]
    about = tuple(
        each for each in shelves.diagnostics if each.location.file == place.file and f"'{key}'" in each.message
    )
    return Printout(lines=(), diagnostics=(*about, unknown_source(key, place, shelves.library)))


def _source(key: str, library: Library) -> Source:
    if key in library.sources:
        return library.sources[key]
    nearest = library.nearest(key)
    remedy = f"did you mean {' or '.join(nearest)}?" if nearest else "'comment-kit cite list' shows the keys there are"
    raise CommentKitError(f"no source has the key '{key}'", remedy=remedy)


def _holds(source: Source, words: Sequence[str]) -> bool:
    authors = " ".join(name.full for name in source.authors)
    text = f"{source.key} {source.title} {source.short_name} {authors} {source.kind.name}".casefold()
    return all(word.casefold() in text for word in words)


def _line(source: Source, width: int) -> str:
    year = f", {source.date.year}" if source.date else ""
    return textwrap.shorten(
        f"{source.key:<{width}}  {source.short_name} ({source.kind.name}{year})", _width(), placeholder=" ..."
    ).replace(source.key, f"{source.key:<{width}}", 1)


def _shown(source: Source, library: Library) -> Iterator[str]:
    yield f"{source.key}: {source.kind.name}, in {source.location}"
    yield from (f"  {name} = {value}" for name, value in source.fields.items())
    for change in source.changes:
        by = f" by {change.by_key}" if change.by_key else ""
        yield f"  {change.change} on {change.date}{by}{f', {change.by_locator}' if change.by_locator else ''}"
    yield from (f"  not used: another entry of this key in {place}" for place in library.shadowed.get(source.key, ()))
    table = library.tables.get(source.key)
    if table is None:
        yield "  no pinpoint table: cite it by page"
        return
    yield f"  {len(table.rows)} places in {table.file}:"
    for row in table.rows.values():
        pages = page_words(row.first_page, row.last_page)
        title = f"  {row.title}" if row.title else ""
        place = row.locator if row.locator == pages else f"{row.locator}, {pages}"
        yield textwrap.shorten(f"{place}{title}", _width() - 4, placeholder=" ...").join(("    ", ""))


def _forms(forms: Sequence[tuple[str, Text]]) -> list[str]:
    lines: list[str] = []
    for name, text in forms:
        wrapped = textwrap.wrap(marked(text), _width() - 10, break_long_words=False, break_on_hyphens=False)
        lines += [f"  {name if number == 0 else '':<8}{line}" for number, line in enumerate(wrapped)]
    return lines


def marked(text: Text) -> str:
    """Return ``text`` with its type shown by marks: ``*italic*``, ``^^small caps^^``."""
    parts: list[str] = []
    for span in text:
        mark = "*" if span.italic else ""
        caps = "^^" if span.small_caps else ""
        parts.append(f"{caps}{mark}{span.text}{mark}{caps}")
    return "".join(parts)


def _width() -> int:
    return min(100, shutil.get_terminal_size((100, 24)).columns)
