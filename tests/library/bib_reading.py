"""Read a database written in the test itself, with the kinds that ship."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from comment_kit.library import KindRecord, read_kinds, read_library
from comment_kit.resources import shelf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from comment_kit.model.diagnostics import Diagnostic
    from comment_kit.model.sources import Library, Source


@cache
def shipped_kinds() -> Mapping[str, KindRecord]:
    kinds, diagnostics = read_kinds([shelf("templates") / "kinds"])
    assert not diagnostics
    return kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What came of a database, its files named without their folder."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    folder: Path

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources by key."""
        return self.library.sources

    @property
    def said(self) -> list[str]:
        """The codes and places of the findings: "SRC107 a.bib:3"."""
        return [f"{each.code} {self.place(each)}" for each in self.diagnostics]

    @property
    def messages(self) -> list[str]:
        """What the findings say, in order."""
        return [each.message for each in self.diagnostics]

    @property
    def hints(self) -> list[str | None]:
        """What the findings advise, in order."""
        return [each.hint for each in self.diagnostics]

    def place(self, diagnostic: Diagnostic) -> str:
        """Return where ``diagnostic`` was made, without the folder."""
        return str(diagnostic.location).replace(f"{self.folder}/", "")


def read_files(folder: Path, files: Mapping[str, str | bytes], *places: str) -> Read:
    """Write ``files`` into ``folder`` and read ``places`` of it, or all of it as one database."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    library, diagnostics = read_library([folder / place for place in places or ("",)], shipped_kinds())
    return Read(library=library, diagnostics=diagnostics, folder=folder)


def read_bib(folder: Path, text: str | bytes) -> Read:
    """Read ``text`` as the one file ``a.bib``."""
    return read_files(folder, {"a.bib": text})


def fields_of(folder: Path, fields: str) -> Mapping[str, str]:
    """Return the fields of a report to which ``fields`` were added."""
    text = f"@report{{k, institution={{I}}, {fields}\n}}"
    read = read_bib(folder, text)
    assert not read.diagnostics, read.messages
    return read.sources["k"].fields


GOOD = "@book{good, author={Doe, Jane}, title={Good}, date={2020}}\n"
"""An entry with nothing wrong in it, which must outlive whatever stands beside it."""
