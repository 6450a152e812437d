"""Argument blocks: a passage kept once, set into many letters, and the record of where it was filed."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from msgspec import Struct

from comment_kit.model.diagnostics import Finding
from comment_kit.model.places import Location

SHORTEST_VERSION = 4
"""Hexadecimal digits that a version must have to be looked for."""


class Parameter(Struct, frozen=True, kw_only=True):
    """A value that a letter gives to a block."""

    name: str
    location: Location
    """Where the block declares it."""
    required: bool = False
    default: str = ""
    """What stands where the letter gives nothing."""


class ArgumentBlock(Struct, frozen=True, kw_only=True):
    """A passage with citations and parameters of its own."""

    name: str
    """As letters call it: "open-models/marginal-risk"."""
    file: str
    """Where it was read; a version out of the ledger is read from the ledger."""
    text: str
    """The whole file, its lines ended by line feeds: what the fingerprint vouches for."""
    title: str
    topics: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    body: str
    """Without empty lines around it."""
    first_line: int
    """The line of the file on which the body begins, counted from 1."""

    @property
    def fingerprint(self) -> str:
        """The version: 64 hexadecimal digits of the text's SHA-256."""
        return fingerprint(self.text)


def fingerprint(text: str) -> str:
    """Return the version of a block whose file holds ``text``, lines ended by line feeds."""
    return sha256(text.encode()).hexdigest()


class BlockUse(Struct, frozen=True, kw_only=True):
    """A block as one letter set it."""

    name: str
    fingerprint: str
    parameters: Mapping[str, str]
    """Those that the letter gave, as text."""
    within: str = ""
    """The block that set it; empty where the letter itself did."""


class CallFault(Struct, frozen=True, kw_only=True):
    """Something wrong with the call of a block, to be told where the call stands."""

    finding: Finding
    message: str
    hint: str | None = None
    related: tuple[Location, ...] = ()


class Inclusion(Struct, frozen=True, kw_only=True):
    """What one call of a block gave."""

    name: str
    """The block's, as it was called."""
    file: str = ""
    """The block's own; empty where there is none."""
    text: str = ""
    """Markdown, with the marks of the letter; empty where something kept the block from being set."""
    version: str = ""
    """The whole text of the block's file, for the ledger."""
    use: BlockUse | None = None
    """None where the block was not set."""
    faults: tuple[CallFault, ...] = ()


class FiledFile(Struct, frozen=True, kw_only=True):
    """A file that left the house."""

    name: str
    sha256: str


class FiledSource(Struct, frozen=True, kw_only=True):
    """A source as a filed letter cited it."""

    key: str
    edition: str
    """What told this text from others of its kind: a date, a stage, a number; empty where the entry says nothing."""
    sha256: str = ""
    """Of the file whose page text was checked against; empty where there was none."""


class Filing(Struct, frozen=True, kw_only=True):
    """One letter that was filed, once."""

    id: str
    """Twelve hexadecimal digits of what the line says."""
    filed: date
    label: str
    """What the house calls the filing: "NIST AI 800-1"; empty where it named none."""
    letter: str
    """The letter's file, as it is called in the project."""
    title: str = ""
    recipient: str = ""
    """The agency, where the letter names one."""
    docket: tuple[str, ...] = ()
    """Its numbers."""
    files: tuple[FiledFile, ...] = ()
    blocks: tuple[BlockUse, ...] = ()
    sources: tuple[FiledSource, ...] = ()
