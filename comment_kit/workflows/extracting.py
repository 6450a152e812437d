"""Take a part of a filed letter and make an argument block of it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from comment_kit.blocks.taking import (
    Passage,
    Stretch,
    block_file,
    find_heading,
    find_paragraphs,
    name_from,
    outline,
    recipient_of,
    take,
    with_typed_headings,
)
from comment_kit.errors import CommentKitError
from comment_kit.letters import write_block_body
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Letter
from comment_kit.project import find_project
from comment_kit.workflows.block_places import block_place
from comment_kit.workflows.filed_letters import FiledLetter, read_filed
from comment_kit.workflows.outputs import write_output
from comment_kit.workflows.rereading import differences

_FIRST_TOPIC = "taken"


class Extraction(Struct, frozen=True, kw_only=True):
    """What the writer asked ``blocks extract`` for."""

    letter: Path
    heading: str | None = None
    paragraphs: tuple[int, int] | None = None
    """The first and the last, counted from 1."""
    name: str | None = None
    """Of the block; None to make one from the heading."""
    title: str | None = None
    topics: tuple[str, ...] = ()
    agency: str | None = None
    """Whose names become parameters, where the letter does not tell."""
    force: bool = False
    project: Path | None = None


class Extracted(Struct, frozen=True, kw_only=True):
    """A block as taken."""

    name: str
    text: str
    parameters: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    path: Path | None = None
    """Where it was written; None before that."""
    backup: Path | None = None
    """What stood there before, where it was replaced."""


def letter_outline(path: Path, *, project: Path | None = None) -> tuple[Stretch, ...]:
    """Return the parts of the letter at ``path`` that can be taken by their headings.

    Raises:
        CommentKitError: the letter cannot be read.
    """
    return outline(with_typed_headings(read_filed(path, find_project(path.parent, explicit=project)).letter))


def extract(asked: Extraction) -> Extracted:
    """Return the block that a part of a letter makes; nothing is written.

    Raises:
        CommentKitError: the letter cannot be read, or has no such part, or more than one.
    """
    project = find_project(asked.letter.parent, explicit=asked.project)
    filed = read_filed(asked.letter, project)
    letter = with_typed_headings(filed.letter)
    stretch = _stretch(letter, asked)
    passage = take(
        stretch,
        letter,
        filed.resolutions,
        filed.library,
        candidates=filed.candidates,
        oddities=filed.oddities,
        recipient=recipient_of(letter, filed.library, asked.agency),
    )
    return _written(passage, stretch, asked, filed)


def write_extracted(asked: Extraction) -> Extracted:
    """Return the block that a part of a letter makes, written into the project's first folder of blocks.

    Raises:
        CommentKitError: as ``extract``; or there is no project, or a block of that name.
    """
    project = find_project(asked.letter.parent, explicit=asked.project)
    if asked.name is not None:
        block_place(asked.name, project, force=asked.force)
    done = extract(asked)
    path = block_place(done.name, project, force=asked.force)
    _make_folder(path.parent)
    backup = write_output(path, done.text.encode(), may_replace=lambda _: False, force=asked.force)
    return Extracted(
        name=done.name,
        text=done.text,
        parameters=done.parameters,
        diagnostics=done.diagnostics,
        path=path,
        backup=backup,
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CommentKitError(f"the folder cannot be made: {fault.strerror}", where=str(folder)) from fault


def _written(passage: Passage, stretch: Stretch, asked: Extraction, filed: FiledLetter) -> Extracted:
    title = asked.title or passage.title or asked.letter.stem
    where = f"'{stretch}'" if stretch.title else f"paragraphs {stretch.first} to {stretch.last}"
    text = block_file(
        write_block_body(passage.letter, passage.inserts),
        title=title,
        topics=asked.topics,
        parameters=passage.parameters,
        taken_from=f"{asked.letter.name}, {where}",
    )
    topic = name_from(asked.topics[0]) if asked.topics else _FIRST_TOPIC
    name = asked.name or f"{topic}/{name_from(title)}"
    return Extracted(
        name=name,
        text=text,
        parameters=tuple(passage.parameters),
        diagnostics=(*passage.diagnostics, *_of_notes(filed, passage), *differences(passage, filed.library)),
    )


def _of_notes(filed: FiledLetter, passage: Passage) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the citations of the notes that were taken."""
    places = {note.location.note for note in passage.letter.notes.values()}
    places |= {block.location.note for note in passage.letter.notes.values() for block in note.blocks}
    return tuple(each for each in filed.diagnostics if each.location.note and each.location.note in places)


# ---- which part ----


def _stretch(letter: Letter, asked: Extraction) -> Stretch:
    if asked.paragraphs is not None:
        stretch = find_paragraphs(letter, *asked.paragraphs)
        if stretch is None:
            raise CommentKitError(
                f"there are no paragraphs {asked.paragraphs[0]} to {asked.paragraphs[1]}",
                where=str(asked.letter),
                remedy=_parts(letter),
            )
        return stretch
    found = find_heading(letter, asked.heading or "")
    if len(found) == 1:
        return found[0]
    problem = "several headings fit" if found else "no heading fits"
    raise CommentKitError(
        f"{problem} '{asked.heading}'", where=str(asked.letter), remedy=_parts(letter, found or outline(letter))
    )


def _parts(letter: Letter, stretches: tuple[Stretch, ...] | None = None) -> str:
    """Return a sentence that names the parts of a letter."""
    stretches = outline(letter) if stretches is None else stretches
    if not stretches:
        return "no paragraph of it looks like a heading: choose with --paragraphs 12-18"
    listed = "; ".join(f"{each} ({each.first}-{each.last})" for each in stretches)
    return f"its headings, with their paragraphs: {listed}"
