"""Join a letter to the blocks that it sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from comment_kit.blocks.names import LARGEST
from comment_kit.blocks.past import Past
from comment_kit.blocks.setting import BlockSetter
from comment_kit.blocks.shelf import Shelf
from comment_kit.errors import CommentKitError
from comment_kit.letters import FUNCTIONS, Inclusions, cleaned, escape
from comment_kit.model.blocks import BlockUse
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.project import Project, as_seen_from_here


def block_shelf(project: Project) -> Shelf:
    """Return the blocks that letters of ``project`` see; their files are named as seen from here."""
    folders = tuple(as_seen_from_here(folder) for folder in project.blocks())
    return Shelf(folders=folders, read_text=read_block_text, past=Past(root=project.root))


def read_block_text(path: Path) -> str:
    """Return the text of a block's file, as ``block_text`` does.

    Raises:
        CommentKitError: it cannot be read, or is no text of a block.
    """
    try:
        with path.open("rb") as file:
            return block_text(file.read(LARGEST + 1))
    except OSError as fault:
        raise CommentKitError(f"the block cannot be read: {fault.strerror}") from None


def block_text(content: bytes) -> str:
    """Return the text that the file of a block holds, its lines ended by line feeds, all of it printable.

    Raises:
        CommentKitError: it is no UTF-8 text, or too large.
    """
    if len(content) > LARGEST:
        raise CommentKitError(f"more than {LARGEST:,} bytes are too many for a block", remedy="take it apart")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        problem = f"the block is not UTF-8 text: line {line} holds a byte that UTF-8 does not"
        raise CommentKitError(problem, remedy="save it as UTF-8") from None
    text, about = cleaned(text, "")
    if about and not text:
        raise CommentKitError(about[0].message, remedy="take it apart")
    return text


def block_setter(
    project: Project, inclusions: Inclusions, functions: Mapping[str, Callable[..., object]]
) -> BlockSetter:
    """Return what ``block(...)`` means in one letter.

    Args:
        project: the letter's.
        inclusions: of the letter; take what the calls give.
        functions: what letters may call beside ``block`` and ``cite``.
    """
    shelf = block_shelf(project)
    both = {**FUNCTIONS, **functions}
    return BlockSetter(shelf, inclusions.keep, marks=inclusions.marks, escape=escape, functions=both)


def block_uses(inclusions: Inclusions) -> tuple[BlockUse, ...]:
    """Return how the letter set each of its blocks, inner ones before the one that sets them."""
    return tuple(inclusion.use for inclusion in inclusions.set if inclusion.use is not None)


def block_texts(inclusions: Inclusions) -> Mapping[str, str]:
    """Return the texts of the blocks that the letter sets, by fingerprint."""
    return {each.use.fingerprint: each.version for each in inclusions.set if each.use is not None}


def block_files(inclusions: Inclusions) -> tuple[Path, ...]:
    """Return the files of the blocks that the letter sets, each once."""
    return tuple(dict.fromkeys(Path(each.file) for each in inclusions.set if each.file))


def with_calls(found: Iterable[Diagnostic], inclusions: Inclusions) -> Iterator[Diagnostic]:
    """Yield ``found``; what stands in the file of a block says where the letter sets it, too."""
    for each in found:
        call = inclusions.calls.get(each.location.file)
        yield each if call is None or call in each.related else replace(each, related=(*each.related, call))
