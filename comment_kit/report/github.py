"""Write diagnostics as the annotations that GitHub shows beside a change."""

from collections.abc import Sequence

from comment_kit.model.checked import CheckedLetter
from comment_kit.model.diagnostics import Diagnostic, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render_github(checked: Sequence[CheckedLetter]) -> str:
    """Return one workflow command for each diagnostic."""
    return "".join(f"{_command(each)}\n" for letter in checked for each in letter.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    where = diagnostic.location
    parts = [f"file={_property(where.file)}"]
    parts += [f"line={where.line}"] if where.line else []
    parts += [f"col={where.column}"] if where.column else []
    parts.append(f"title={_property(diagnostic.code)}")
    note = f"note {where.note}: " if where.note and not where.line else ""
    words = f"{note}{diagnostic.message}" + (f" ({diagnostic.hint})" if diagnostic.hint else "")
    return f"::{_LEVELS[diagnostic.severity]} {','.join(parts)}::{_message(words)}"


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
