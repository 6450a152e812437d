"""Bring a letter to the point where its copy to be filed can be made, be it a source or a finished Word file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.docx import Untouched, is_untouched, read_docx
from comment_kit.docx.filing.properties import FiledProperties, properties_of
from comment_kit.docx.package import open_package
from comment_kit.errors import CommentKitError
from comment_kit.model.blocks import BlockUse
from comment_kit.model.checked import CheckedLetter
from comment_kit.model.diagnostics import Diagnostic, has_errors
from comment_kit.model.places import Location
from comment_kit.model.printed import LetterStamp
from comment_kit.model.sources import Library
from comment_kit.model.word import WordLetter
from comment_kit.project import Project
from comment_kit.workflows.building import BuildOptions, files_to_file
from comment_kit.workflows.checking import CheckOptions, check_files
from comment_kit.workflows.composing import Composition, compose
from comment_kit.workflows.dating import date_in
from comment_kit.workflows.filing_findings import DRAFT
from comment_kit.workflows.reading_letters import bytes_of
from comment_kit.workflows.shelves import read_shelves

SOURCES = (".md", ".markdown", ".txt")
_LEFT_OUT = "DOC2"
"""The codes of what drafting left in a file: the copy is made without it, or told to wait in its own words."""


class Subject(Struct, frozen=True, kw_only=True):
    """A letter that is to be filed, with all that the ledger keeps of it."""

    content: bytes
    """The finished Word file; nothing where ``faults`` keep one from being made."""
    for_office: bytes
    """The Word file that LibreOffice makes the PDF from."""
    checked: CheckedLetter
    library: Library
    properties: FiledProperties
    date: dt.date | None
    keys: tuple[str, ...]
    """Of the sources that it cites."""
    recipient: str = ""
    docket: tuple[str, ...] = ()
    uses: tuple[BlockUse, ...] = ()
    texts: Mapping[str, str]
    faults: tuple[Diagnostic, ...] = ()
    """What keeps it from being filed whatever its writer says; nothing is made of it then."""
    objections: tuple[Diagnostic, ...] = ()
    """What checking found, and whether it calls itself a draft."""
    remarks: tuple[str, ...] = ()


def subject_of(path: Path, project: Project, style: str | None, explicit: Path | None) -> Subject:
    """Return the letter at ``path``, checked and ready.

    Args:
        path: a letter's source, or anybody's .docx.
        project: the one around it.
        style: the style pack, instead of the one that the letter names.
        explicit: the project's folder as it was named, if it was.

    Raises:
        CommentKitError: it is no letter, or cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix not in {*SOURCES, ".docx"}:
        raise CommentKitError(
            "this is no letter that can be filed", where=str(path), remedy="give a .docx or a Markdown file"
        )
    checked = check_files(CheckOptions(files=(path,), style=style, project=explicit))[0]
    made = _of_word(path, project, checked) if suffix == ".docx" else _of_source(path, checked, style, explicit)
    found = (each for each in checked.diagnostics if not each.code.startswith(_LEFT_OUT))
    return replace(made, objections=(*made.objections, *(each for each in found if each not in made.faults)))


def _of_source(path: Path, checked: CheckedLetter, style: str | None, explicit: Path | None) -> Subject:
    composition = compose(path, style=style, project=explicit)
    faults = composition.diagnostics if has_errors(composition.diagnostics) else ()
    asked = BuildOptions(letter=path, style=style, project=explicit)
    content, for_office, remarks = (b"", b"", ()) if faults else files_to_file(composition, asked)
    about = composition.about
    return Subject(
        content=content,
        for_office=for_office,
        checked=checked,
        library=composition.library,
        properties=FiledProperties(title=about.title, author=about.author, language=about.language),
        date=about.date,
        keys=about.sources,
        recipient=about.recipient,
        docket=about.docket,
        uses=composition.blocks,
        texts=composition.block_texts,
        faults=faults,
        objections=_draft_source(composition, path) if about.draft else (),
        remarks=remarks,
    )


def _draft_source(composition: Composition, path: Path) -> tuple[Diagnostic, ...]:
    line = composition.letter.front.lines.get("draft", 1)
    place = Location(file=str(path), line=line)
    return (DRAFT.at(place, "the letter is marked as a draft", hint="take 'draft: true' out, or say 'draft: false'"),)


def _of_word(path: Path, project: Project, checked: CheckedLetter) -> Subject:
    content = bytes_of(path)
    word = read_docx(content, str(path))
    stamp = word.facts.stamp
    library = read_shelves(project).library
    properties, remarks = _properties(content, str(path), stamp, project)
    return Subject(
        content=content,
        for_office=content,
        checked=checked,
        library=library,
        properties=properties,
        date=(stamp.day if stamp else None) or date_in(word.letter),
        keys=_keys(checked, word),
        recipient=stamp.recipient if stamp else "",
        docket=stamp.docket if stamp else (),
        uses=stamp.blocks if stamp else (),
        texts=stamp.block_texts if stamp else {},
        objections=_draft_file(path) if stamp is not None and stamp.draft else (),
        remarks=(*remarks, *_changed_since(content, stamp)),
    )


def _changed_since(content: bytes, stamp: LetterStamp | None) -> tuple[str, ...]:
    """Say that the words of a block may be others than the ledger will keep: a hand was at the built file."""
    if stamp is None or not stamp.blocks or is_untouched(content) is Untouched.UNTOUCHED:
        return ()
    blocks = "the block" if len(stamp.blocks) == 1 else f"the {len(stamp.blocks)} blocks"
    return (f"the file was changed since it was built: the ledger keeps {blocks} as built, not as changed by hand",)


def _draft_file(path: Path) -> tuple[Diagnostic, ...]:
    hint = "build it without 'draft: true'; or delete the mark from its pages and use --force"
    return (DRAFT.at(Location(file=str(path)), "the file was built as a draft, which its pages say", hint=hint),)


def _keys(checked: CheckedLetter, word: WordLetter) -> tuple[str, ...]:
    """Return the sources that the notes cite: as recognised, and as our fields that are still there carry them."""
    stored = (each.key for note in word.facts.stored.values() for each in note)
    named = (citation.source for citation in checked.citations)
    return tuple(dict.fromkeys(key for key in (*named, *stored) if key))


def _properties(
    content: bytes, name: str, stamp: LetterStamp | None, project: Project
) -> tuple[FiledProperties, tuple[str, ...]]:
    """Return what the copy says of itself: a person who typed the letter is not told, the organization is."""
    found = properties_of(open_package(content, name))
    house = str(project.defaults.get("organization") or "")
    if stamp is not None or not found.author or found.author == house:
        return replace(found, author=found.author or house), ()
    remark = (
        f"the copy names {house} as its author, not “{found.author}” as the file does"
        if house
        else f"the copy names no author, where the file names “{found.author}”; "
        "'organization' in comment-kit.toml would be named"
    )
    return replace(found, author=house), (remark,)
