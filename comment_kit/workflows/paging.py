"""Add, list, show, fetch and search the page text of sources."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from comment_kit.errors import CommentKitError
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.pages import Sheet, SourceText
from comment_kit.model.sources import Library, Source
from comment_kit.pages import (
    TIME_LIMIT,
    Hit,
    PageStore,
    StoredText,
    edition_of,
    fingerprint,
    read_source_file,
)
from comment_kit.project import find_project
from comment_kit.workflows.begun_ahead import BegunAhead
from comment_kit.workflows.printouts import Printout
from comment_kit.workflows.shelves import read_shelves

_ADD = "comment-kit sources add KEY FILE"
_Read: TypeAlias = tuple[SourceText | None, tuple[Diagnostic, ...]]
_AT_ONCE = 2
"""So many files are read at the same time: each may take the memory and the time that one PDF may have."""


@contextmanager
def adding(
    files: Mapping[str, Path], *, time_limit: float | None = None, project: Path | None = None, today: dt.date
) -> Iterator[Callable[[str], Printout]]:
    """Open the store and yield what stores the text of a key of ``files``, in whichever order they are asked for.

    The files are read two at a time, each PDF in a process of its own; one that is stored already is not read again.
    What is yielded raises CommentKitError where the file of its key cannot be read or holds no page text; others may
    be added after it.

    Raises:
        CommentKitError: one of the keys is in no database; nothing was read then.
    """
    found = find_project(Path.cwd(), explicit=project)
    library = read_shelves(found).library
    sources = {key: _source(key, library) for key in files}
    with PageStore(found.page_store()) as store, ThreadPoolExecutor(max_workers=_AT_ONCE) as readers:
        readings = {
            key: partial(read_source_file, file, sources[key], time_limit=time_limit or TIME_LIMIT)
            for key, file in files.items()
            if not _is_stored(store, sources[key], file)
        }
        begun = BegunAhead(readings, readers, most=_AT_ONCE)
        yield lambda key: _stored(store, key, begun.result(key), today) if key in readings else _known(store, key)


def list_texts(*, project: Path | None = None) -> Printout:
    """Return a line for each text that is stored."""
    with _store(project) as store:
        texts = store.list()
        width = max((len(text.key) for text in texts), default=0)
        lines = [*store.new_remarks(), *(_line(text, width) for text in texts)]
    return _printout(lines or [f"no page text yet: {_ADD}"])


def show_text(key: str, *, project: Path | None = None) -> Printout:
    """Return the map of sheets and printed pages of ``key``, how each was found, and what was taken out.

    Raises:
        CommentKitError: no text is stored for it.
    """
    with _store(project) as store:
        text = store.get(key)
        stored = next((each for each in store.list() if each.key == key), None)
        remarks = store.new_remarks()
    if text is None or stored is None:
        raise CommentKitError(f"no page text is stored for '{key}'", remedy=f"comment-kit sources add {key} FILE")
    return _printout([*remarks, *_shown(text, stored)])


def find_in_texts(words: str, *, limit: int = 20, project: Path | None = None) -> Printout:
    """Return the places where ``words`` stand: source, printed page, the words around them, and a bracket to paste."""
    found = find_project(Path.cwd(), explicit=project)
    library = read_shelves(found).library
    with PageStore(found.page_store()) as store:
        hits = store.find(words, limit)
        texts, remarks = len(store.list()), store.new_remarks()
    if not texts:
        return _printout([*remarks, f"no page text yet: {_ADD}"])
    if not hits:
        return _printout([*remarks, f"'{words}' stands in none of the {texts} texts"])
    lines = [line for hit in hits for line in _hit(hit, library)]
    if not hits[0].together:
        lines.insert(0, "nowhere one after another; all of these words stand on:")
    return _printout([*remarks, *lines])


def fetch_source(key: str, *, project: Path | None = None, today: dt.date) -> Printout:
    """Download the file of ``key`` from the address in its entry, keep it, and store its text.

    Raises:
        CommentKitError: there is no such key or no address; what stands there cannot be fetched or read.
    """
    from comment_kit.pages.fetching import fetch  # noqa: PLC0415 - it loads the network, which nothing else needs

    found = find_project(Path.cwd(), explicit=project)
    source = _source(key, read_shelves(found).library)
    address = source.get("url")
    if address is None:
        raise CommentKitError(f"the entry '{key}' has no url", where=str(source.location), remedy="add url = {...}")
    file = _kept(fetch(address), found.state() / "sources", key)
    with PageStore(found.page_store()) as store:
        if _is_stored(store, source, file):
            added = _known(store, key)
        else:
            added = _stored(store, key, read_source_file(file, source), today)
    return Printout(lines=(f"fetched {address} to {file}", *added.lines), diagnostics=added.diagnostics)


def _is_stored(store: PageStore, source: Source, file: Path) -> bool:
    """Return whether this very file is stored for ``source``; what keeps it from being opened its reader will say."""
    try:
        return store.holds(source.key, fingerprint(file), edition_of(source))
    except CommentKitError:
        return False


def _known(store: PageStore, key: str) -> Printout:
    return _printout([*store.new_remarks(), f"{key}: this file is stored already"])


def _stored(store: PageStore, key: str, read: _Read, today: dt.date) -> Printout:
    """Store what was read for ``key``, and say which pages it has."""
    text, wrong = read
    if text is None:
        return Printout(lines=store.new_remarks(), diagnostics=wrong)
    replaces = any(each.key == key for each in store.list())
    store.add(text, today)
    verb = "replaced by" if replaces else "read from"
    lines = [
        *store.new_remarks(),
        f"{key}: {verb} {text.file}, {_extent(len(text.sheets), text.total)}",
        *_map(text.sheets),
    ]
    return Printout(lines=tuple(lines), diagnostics=wrong)


def _kept(content: bytes, folder: Path, key: str) -> Path:
    """Write what was fetched beside the store, under a name that shows what it is."""
    suffix = ".pdf" if b"%PDF-" in content[:1024] else ".xml" if content.lstrip().startswith(b"<?xml") else ".txt"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{''.join(letter if letter.isalnum() or letter in '-_' else '-' for letter in key)}{suffix}"
    file.write_bytes(content)
    return file


def _store(project: Path | None) -> PageStore:
    return PageStore(find_project(Path.cwd(), explicit=project).page_store())


def _source(key: str, library: Library) -> Source:
    if key in library.sources:
        return library.sources[key]
    nearest = library.nearest(key)
    remedy = f"did you mean {' or '.join(nearest)}?" if nearest else "page text belongs to an entry: write one first"
    raise CommentKitError(f"no source has the key '{key}'", remedy=remedy)


def _printout(lines: Iterable[str], diagnostics: tuple[Diagnostic, ...] = ()) -> Printout:
    return Printout(lines=tuple(lines), diagnostics=diagnostics)


def _line(text: StoredText, width: int) -> str:
    about = (_extent(text.read, text.total), text.edition, text.format, f"added {text.added}", text.file)
    return f"{text.key:<{width}}  {', '.join(about)}"


def _extent(read: int, total: int) -> str:
    return f"{total} sheet{'s' if total != 1 else ''}" if read == total else f"{read} of {total} sheets"


def _shown(text: SourceText, stored: StoredText) -> Iterator[str]:
    yield f"{text.key}: {text.edition}"
    yield f"  {text.format}, {_extent(stored.read, stored.total)}, added {stored.added}, sha256 {text.sha256[:16]}"
    yield f"  {text.file}"
    yield from _map(text.sheets)
    calls, notes = len(text.all.calls), len(text.all.openings)
    yield f"  {calls} note call{'s' if calls != 1 else ''}, {notes} note{'s' if notes != 1 else ''}"
    taken = ", ".join(f"{count} {sort}" for sort, count in text.removed.items())
    yield f"  taken out: {taken or 'nothing'}"
    if text.covered:
        yield f"  text under black boxes on sheet {', '.join(map(str, text.covered))}"


def _map(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield a line for each run of sheets whose labels count on and were found alike."""
    for _, grouped in groupby(enumerate(sheets), key=_run):
        run = [sheet for _, sheet in grouped]
        first, last = run[0], run[-1]
        span = f"sheet {first.index}" if first is last else f"sheets {first.index}-{last.index}"
        pages = "no printed page" if first.label is None else f"page {first.label}"
        if first.label is not None and first is not last:
            pages = f"pages {first.label}-{last.label}"
        letters = "" if first.lettering == "printed" else f", {first.lettering}"
        how = "" if first.label is None else f": {first.how} ({first.confidence})"
        yield f"  {span}: {pages}{how}{letters}"


def _run(placed: tuple[int, Sheet]) -> tuple[object, ...]:
    place, sheet = placed
    ahead = (
        None if sheet.label is None else int(sheet.label) - place if sheet.label.isdigit() else sheet.label.isalpha()
    )
    return ahead, sheet.how, sheet.confidence, sheet.lettering


def _hit(hit: Hit, library: Library) -> Iterator[str]:
    page = _page(hit.first) if hit.first == hit.last else f"{_page(hit.first)} to {_page(hit.last)}"
    guessed = ", letters guessed from a scan" if hit.first.lettering == "hidden OCR" else ""
    yield f"{hit.key}, {page}{guessed}   {_bracket(hit, library)}"
    context = f"... {hit.before}*{hit.words}*{hit.after} ..."
    yield from textwrap.wrap(context, 96, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def _page(sheet: Sheet) -> str:
    return sheet.printed if sheet.label is None else f"page {sheet.label}"


def _bracket(hit: Hit, library: Library) -> str:
    """Return the citation to paste; where no page is printed, by the first part of the source that stands there."""
    if hit.first.label is not None and hit.last.label is not None:
        pages = hit.first.label if hit.first == hit.last else f"{hit.first.label}-{hit.last.label}"
        return f"[@{hit.key}, at {pages}]"
    table = library.tables.get(hit.key)
    rows = table.rows.values() if table else ()
    part = next((row.locator for row in rows if row.first_page == hit.first.printed), None)
    return f"[@{hit.key}, {part}]" if part else f"[@{hit.key}]"
