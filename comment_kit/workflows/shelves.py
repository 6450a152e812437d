"""Read what a project and the kit have to offer a letter: kinds, sources and styles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from comment_kit.library import read_kinds, read_library
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.sources import Library
from comment_kit.project import Project


class Shelves(Struct, frozen=True, kw_only=True):
    """The sources that may be cited, and what was wrong in their databases."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]


def read_shelves(project: Project, bibliography: Sequence[Path] = ()) -> Shelves:
    """Return the sources of the letter's own databases, then the project's, then the kit's."""
    kinds, about_kinds = read_kinds(project.templates("kinds"))
    library, about_sources = read_library((*bibliography, *project.citations()), kinds)
    return Shelves(library=library, diagnostics=(*about_kinds, *about_sources))
