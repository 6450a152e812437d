"""Write diagnostics as the annotations that GitHub shows beside a change."""

from collections.abc import Sequence

from comment_kit.model.checked import CheckedLetter
from comment_kit.model.diagnostics import Diagnostic, Severity
from comment_kit.report.by_name import cleared_lines

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render_github(checked: Sequence[CheckedLetter]) -> str:
    """Return one workflow command for each diagnostic, then one for each quotation that is cleared by name."""
    found = [_command(each) for letter in checked for each in letter.diagnostics]
    found += [_cleared(letter, line) for letter in checked for line in cleared_lines(letter)]
    return "".join(f"{each}\n" for each in found)


def _cleared(letter: CheckedLetter, line: str) -> str:
    return f"::notice file={_property(letter.file)},title=cleared by name::{_message(line)}"


def _command(diagnostic: Diagnostic) -> str:
    where = diagnostic.location
    parts = [f"file={_property(where.file)}"]
    parts += [f"line={where.line}"] if where.line else []
    parts += [f"col={where.column}"] if where.column else []
    parts.append(f"title={_property(diagnostic.code)}")
    note = f"note {where.note}: " if where.note else ""
    asides = (*((diagnostic.hint,) if diagnostic.hint else ()), *(f"see also {place}" for place in diagnostic.related))
    words = f"{note}{diagnostic.message}" + (f" ({'; '.join(asides)})" if asides else "")
    return f"::{_LEVELS[diagnostic.severity]} {','.join(parts)}::{_message(words)}"


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
