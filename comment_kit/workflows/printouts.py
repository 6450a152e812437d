"""What a command that looks something up has to say."""

from __future__ import annotations

from msgspec import Struct

from comment_kit.model.diagnostics import Diagnostic, has_errors


class Printout(Struct, frozen=True, kw_only=True):
    """Lines for a terminal, with what was wrong on the way."""

    lines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return has_errors(self.diagnostics)
