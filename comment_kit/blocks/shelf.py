"""Take a block from its shelf: the text of today, or a text as it was filed."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from comment_kit.blocks import findings
from comment_kit.blocks.names import LeadsOut, block_files, find_block, nearest
from comment_kit.blocks.reading import BlockReading, read_block
from comment_kit.errors import CommentKitError
from comment_kit.model.blocks import ArgumentBlock, CallFault
from comment_kit.model.diagnostics import Finding


class Past(Protocol):
    """The texts of blocks that were filed."""

    def filed_text(self, name: str, version: str) -> tuple[str, str]:
        """Return the text of the block ``name`` whose fingerprint begins with ``version``, and the file it is kept in.

        Raises:
            LookupError: there is none, or more than one; its words say which there are.
        """

    def inner_versions(self, fingerprint: str) -> Mapping[str, str]:
        """Return by name the fingerprints of the blocks that this text of a block set when it was last filed."""


class Unfound(Exception):  # noqa: N818 -- becomes a diagnostic
    """A call names no block that can be read."""

    def __init__(self, fault: CallFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Shelf(Struct, frozen=True, kw_only=True):
    """The folders of blocks that a letter sees."""

    folders: Sequence[Path]
    """In order of precedence."""
    read_text: Callable[[Path], str]
    """Reads a file as text whose lines end with line feeds."""
    past: Past

    def files(self) -> dict[str, Path]:
        """Return the file of every block by its name."""
        return block_files(self.folders)

    def read(self, name: str, version: str | None = None, within: ArgumentBlock | None = None) -> BlockReading:
        """Return the block ``name``.

        Args:
            name: as a letter calls it.
            version: the beginning of a fingerprint; None for the text of today.
            within: the block that sets it; one that is itself a filed text sets what it set when it was filed.

        Raises:
            Unfound: there is no such block, its name leads out of the folders, or it cannot be read.
        """
        if version is None and within is not None and self._is_filed(within):
            version = self.past.inner_versions(within.fingerprint).get(name)
        return self._today(name) if version is None else self._filed(name, version)

    def _today(self, name: str) -> BlockReading:
        if not name:
            hint = "write block('topic/name'); 'comment-kit blocks list' prints the names"
            raise _unfound(findings.UNKNOWN_BLOCK, "'block' is called without the name of a block", hint)
        try:
            path = find_block(name, self.folders)
        except LeadsOut:
            message = f"'{name}' leads out of the folders of blocks"
            hint = "a name is a path inside of them, such as 'open-models/marginal-risk'"
            raise _unfound(findings.NAME_LEADS_OUT, message, hint) from None
        if path is None:
            near = nearest(name, tuple(self.files()))
            hint = f"did you mean '{near}'?" if near else "'comment-kit blocks list' prints their names"
            raise _unfound(findings.UNKNOWN_BLOCK, f"there is no block '{name}'", hint)
        try:
            return read_block(self.read_text(path), name, str(path))
        except CommentKitError as fault:
            raise _unfound(findings.UNREADABLE_BLOCK, f"{path}: {fault.problem}", fault.remedy) from None

    def _filed(self, name: str, version: str) -> BlockReading:
        try:
            text, file = self.past.filed_text(name, version)
        except LookupError as fault:
            hint = f"'comment-kit blocks where-used {name}' prints the versions that were filed"
            raise _unfound(findings.UNKNOWN_VERSION, str(fault.args[0]), hint) from None
        return read_block(text, name, file)

    def _is_filed(self, block: ArgumentBlock) -> bool:
        """Return whether ``block`` was taken out of the ledger."""
        return not any(Path(block.file).is_relative_to(folder) for folder in self.folders)


def _unfound(finding: Finding, message: str, hint: str | None) -> Unfound:
    return Unfound(CallFault(finding=finding, message=message, hint=hint))
