"""Compose a letter: from its source to the letter as its style sets it, ready for any writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.docx import About, inspect_letter
from comment_kit.letters import (
    House,
    Inclusions,
    Setting,
    cleaned,
    read_defaults,
    read_front,
    read_letter,
    read_template,
    read_text,
)
from comment_kit.library.findings import UNREADABLE_DATABASE
from comment_kit.locators import pinpointed
from comment_kit.model.blocks import BlockUse
from comment_kit.model.diagnostics import Diagnostic, Severity, has_errors
from comment_kit.model.layout import Layout
from comment_kit.model.letter import FrontMatter, Letter, citations_in, notes_in_order
from comment_kit.model.places import Location
from comment_kit.model.policy import LabelPages, Policy
from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Library
from comment_kit.project import Project, find_project
from comment_kit.resolve import resolve
from comment_kit.styles import Style, asked_forms, check_forms, read_style, set_letter, source_names
from comment_kit.typography import HARD_SPACE
from comment_kit.workflows.pictures import read_pictures
from comment_kit.workflows.remarks import remarks
from comment_kit.workflows.setting_blocks import LetterBlocks, block_files, block_texts, block_uses, with_calls
from comment_kit.workflows.shelves import read_shelves
from comment_kit.workflows.source_places import SourcePlaces
from comment_kit.workflows.subjects import about_letter, source_function
from comment_kit.workflows.typed_forms import typed_forms

_DEFAULT_STYLE = "bluebook"
NO_FRONT: Mapping[str, Any] = MappingProxyType({})


class Composition(Struct, frozen=True, kw_only=True):
    """A letter as its style sets it, with everything that led to it."""

    project: Project
    letter: Letter
    """Set; as written where an error keeps it from being set."""
    written: Letter
    """Before it was set: citations and cross-references as typed."""
    layout: Layout
    library: Library
    policy: Policy
    resolutions: tuple[Resolution, ...]
    about: About
    images: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...]
    """What the letter is made from: its own file, the databases, its blocks, its pictures."""
    blocks: tuple[BlockUse, ...]
    """How it sets each of its blocks, inner ones before the one that sets them."""
    block_texts: Mapping[str, str]
    """The texts of these blocks, by fingerprint."""
    block_calls: Mapping[str, Location]
    """Where each of these blocks is set for the first time, by its file."""
    fronted: bool
    """False for anybody's Markdown, which has no front matter: no template sets it, and its style is assumed."""


def compose(path: Path, *, style: str | None = None, project: Path | None = None) -> Composition:
    """Return the letter at ``path`` as its style sets it, with everything that is wrong with it.

    Args:
        path: the letter's Markdown.
        style: the style pack, instead of the one that the letter names.
        project: the project's folder, where it is not the one around the letter.

    Raises:
        CommentKitError: the letter or the project's settings cannot be read.
    """
    return compose_text(read_text(path), path, style=style, project=project)


def compose_text(
    text: str,
    path: Path,
    *,
    style: str | None = None,
    project: Path | None = None,
    given: Mapping[str, Any] = NO_FRONT,
) -> Composition:
    """Return the letter that ``text`` is, as ``compose`` does; ``path`` is where it would stand.

    Args:
        text: of the letter.
        path: for places, and for the project around it.
        style: the style pack, instead of the one that the letter names.
        project: the project's folder, where it is not the one around ``path``.
        given: front matter of a text that has none of its own.

    Raises:
        CommentKitError: the project's settings cannot be read.
    """
    around = find_project(path.parent, explicit=project)
    defaults, about_defaults = read_defaults(around.defaults, str(around.configuration or ""))
    defaults = {**defaults, "style": style} if style else defaults
    reading = read_front(cleaned(text, str(path))[0], str(path), defaults)
    if not reading.given:
        # Anybody's Markdown, which names no style, is set in the default one.
        defaults = {"style": _DEFAULT_STYLE, **defaults, **given}
    front = reading.front if reading.given else FrontMatter(values=defaults)
    bibliography = _bibliography(front, path)
    shelves = read_shelves(around, bibliography)
    house, about_style = _style(front, style, around, path)
    inclusions = Inclusions()
    functions = {"source": source_function(shelves.library)}
    blocks = LetterBlocks(around, inclusions, functions)
    setting = Setting(
        defaults=defaults,
        templates=around.templates("letters"),
        functions={**functions, "block": blocks.block},
        inclusions=inclusions,
        house=_setting(house),
        keys=shelves.library.sources.keys(),
        folder=path.parent,
    )
    letter, about_text = read_letter(text, str(path), setting)
    letter, about_pinpoints = pinpointed(letter, shelves.library)
    keys = cited_keys(letter)
    drafted = _Draft(
        path=path,
        text=text,
        project=around,
        letter=letter,
        keys=keys,
        library=shelves.library,
        style=house,
        inclusions=inclusions,
        fronted=reading.given,
    )
    of_shelves = _of_use(_asked_for(shelves.diagnostics, bibliography, front, path), keys, shelves.library)
    found = (*about_defaults, *of_shelves, *about_style, *about_text, *blocks.diagnostics, *about_pinpoints)
    return _composed(drafted, found, (path, *bibliography, *_databases(around)))


class _Draft(Struct, frozen=True, kw_only=True):
    """A letter with its pinpoints, not yet set."""

    path: Path
    text: str
    """Its source."""
    project: Project
    letter: Letter
    keys: tuple[str, ...]
    """Of the sources that its notes cite, each once, in order."""
    library: Library
    style: Style | None
    """None where no style can be read; a diagnostic says why."""
    inclusions: Inclusions
    """The blocks that it sets."""
    fronted: bool


def _composed(draft: _Draft, found: tuple[Diagnostic, ...], files: tuple[Path, ...]) -> Composition:
    """Return the letter set in its style; as written where there is an error already."""
    letter, library, keys = draft.letter, draft.library, draft.keys
    layout, _, _ = read_template(letter.front.template, draft.project.templates("letters"))
    images = read_pictures(letter, draft.path.parent)
    resolutions: tuple[Resolution, ...] = ()
    about_forms = check_forms(draft.style, library, keys) if draft.style else ()
    found = (*found, *typed_forms(letter, SourcePlaces(str(draft.path), draft.text)), *about_forms)
    if draft.style is not None and not has_errors(about_forms):
        names = source_names(library, keys, draft.style)
        resolutions = resolve(letter, library, draft.style.policy, names)
        found = (*found, *asked_forms(resolutions, library))
        found = (*found, *remarks(resolutions, library, draft.style.policy, letter.front.date))
        if not has_errors(found):
            letter = set_letter(letter, resolutions, library, draft.style)
            found = (*found, *inspect_letter(letter, images))
    uses, texts = block_uses(draft.inclusions), block_texts(draft.inclusions)
    about = about_letter(letter, draft.style.policy.name if draft.style else "", keys)
    return Composition(
        project=draft.project,
        letter=letter,
        written=draft.letter,
        layout=layout,
        library=library,
        policy=draft.style.policy if draft.style else Policy(name=letter.front.style),
        resolutions=resolutions,
        about=replace(about, blocks=uses, block_texts=texts),
        images=images,
        diagnostics=_in_order(with_calls(found, draft.inclusions.calls), str(draft.path)),
        files=(*files, *block_files(draft.inclusions), *(draft.path.parent / name for name in images)),
        blocks=uses,
        block_texts=texts,
        block_calls=draft.inclusions.calls,
        fronted=draft.fronted,
    )


def cited_keys(letter: Letter) -> tuple[str, ...]:
    """Return the keys that the notes of ``letter`` cite, each once, in order."""
    cited = (citation.key for called in notes_in_order(letter) for citation in citations_in(called.note.blocks))
    return tuple(dict.fromkeys(key for key in cited if key))


# ---- what the front matter names ----


def _bibliography(front: FrontMatter, path: Path) -> tuple[Path, ...]:
    named = front.values.get("bibliography") or ()
    names = [named] if isinstance(named, str) else named
    return tuple(path.parent / name for name in names)


def _style(
    front: FrontMatter, asked: str | None, project: Project, path: Path
) -> tuple[Style | None, tuple[Diagnostic, ...]]:
    name = asked or front.style
    if not name:
        # The letter is told elsewhere that it must name one.
        return None, ()
    return read_style(
        name,
        project.templates("styles"),
        edition=_edition(front),
        label_pages=_label_pages(front),
        edition_at=Location(file=str(path), line=front.lines["edition"]) if "edition" in front.lines else None,
        asked_at=Location(file="--style") if asked else Location(file=str(path), line=front.lines.get("style", 1)),
    )


def _edition(front: FrontMatter) -> int | None:
    edition = str(front.values.get("edition") or "")
    return int(edition) if edition.isdigit() else None


def _label_pages(front: FrontMatter) -> LabelPages | None:
    asked = front.values.get("label-pages")
    return LabelPages(asked) if asked in tuple(LabelPages) else None


def _setting(style: Style | None) -> House:
    if style is None:
        return House()
    before_colon = style.settings["mark_at_colon"] == "before"
    return House(ellipsis=style.settings["ellipsis"].replace(" ", HARD_SPACE), mark_before_colon=before_colon)


def _databases(project: Project) -> tuple[Path, ...]:
    return tuple(file for folder in project.citations() for file in sorted(folder.glob("*.bib")))


# ---- what is wrong ----


def _asked_for(
    found: Iterable[Diagnostic], bibliography: tuple[Path, ...], front: FrontMatter, path: Path
) -> Iterator[Diagnostic]:
    """Yield ``found``; a database that the letter names and that cannot be read is told where it is named."""
    here = Location(file=str(path), line=front.lines.get("bibliography", 1))
    for each in found:
        if each.code == UNREADABLE_DATABASE.code and Path(each.location.file) in bibliography:
            hint = each.hint or f"correct the path, which is read from {path.parent.resolve()}"
            message = f"'bibliography' names '{each.location.file}': {each.message}"
            yield replace(each, location=here, message=message, hint=hint)
        else:
            yield each


def _of_use(found: Iterable[Diagnostic], keys: Iterable[str], library: Library) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the databases; an entry that the letter does not cite stops no build."""
    cited = {library.left_out[key] for key in keys if key in library.left_out}
    return tuple(
        each
        if each.severity is not Severity.ERROR or each.location in cited
        else replace(each, severity=Severity.WARNING)
        for each in found
    )


def _in_order(found: Iterable[Diagnostic], file: str) -> tuple[Diagnostic, ...]:
    """Return each diagnostic once, by place, those of the letter's own file first."""
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.location.file != file, each.location, each.code)))
