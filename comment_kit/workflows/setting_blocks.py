"""Join a letter to the blocks that it sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from comment_kit.blocks.names import LARGEST
from comment_kit.errors import CommentKitError
from comment_kit.letters import FUNCTIONS, Inclusions, cleaned, escape
from comment_kit.model.blocks import BlockUse
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.project import Project, as_seen_from_here
from comment_kit.templating import Markup

if TYPE_CHECKING:
    from comment_kit.blocks.setting import BlockSetter
    from comment_kit.blocks.shelf import Shelf


def block_shelf(project: Project) -> Shelf:
    """Return the blocks that letters of ``project`` see; their files are named as seen from here."""
    # Loaded where a block is asked for: most letters have none.
    from comment_kit.blocks.past import Past  # noqa: PLC0415
    from comment_kit.blocks.shelf import Shelf  # noqa: PLC0415

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


class LetterBlocks:
    """The blocks of one letter: what ``block(...)`` in its text means, and what is wrong with them."""

    def __init__(
        self, project: Project, inclusions: Inclusions, functions: Mapping[str, Callable[..., object]]
    ) -> None:
        """Join a letter to its blocks.

        Args:
            project: the letter's.
            inclusions: of the letter; take what the calls give.
            functions: what letters may call beside ``block`` and ``cite``.
        """
        self._project = project
        self._inclusions = inclusions
        self._functions = {**FUNCTIONS, **functions}
        self._called = False

    def block(self, name: str = "", version: str | None = None, **parameters: object) -> Markup:
        """Return the block ``name`` as it is set here; see ``BlockSetter.block``."""
        self._called = True
        return self._setter.block(name, version, **parameters)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the files of the blocks that were called."""
        return tuple(self._setter.diagnostics) if self._called else ()

    @cached_property
    def _setter(self) -> BlockSetter:
        from comment_kit.blocks.setting import BlockSetter  # noqa: PLC0415 -- as above

        inclusions = self._inclusions
        return BlockSetter(
            block_shelf(self._project),
            inclusions.keep,
            marks=inclusions.marks,
            escape=escape,
            functions=self._functions,
        )


def block_uses(inclusions: Inclusions) -> tuple[BlockUse, ...]:
    """Return how the letter set each of its blocks, inner ones before the one that sets them."""
    return tuple(inclusion.use for inclusion in inclusions.set if inclusion.use is not None)


def block_texts(inclusions: Inclusions) -> Mapping[str, str]:
    """Return the texts of the blocks that the letter sets, by fingerprint."""
    return {each.use.fingerprint: each.version for each in inclusions.set if each.use is not None}


def block_files(inclusions: Inclusions) -> tuple[Path, ...]:
    """Return the files of the blocks that the letter sets, each once."""
    return tuple(dict.fromkeys(Path(each.file) for each in inclusions.set if each.file))


def with_calls(found: Iterable[Diagnostic], calls: Mapping[str, Location]) -> Iterator[Diagnostic]:
    """Yield ``found``; what stands in the file of a block says where it is set, too.

    Args:
        found: in a letter and its blocks.
        calls: where each block is set for the first time, by its file.
    """
    for each in found:
        call = calls.get(each.location.file)
        yield each if call is None or call in each.related else replace(each, related=(*each.related, call))
