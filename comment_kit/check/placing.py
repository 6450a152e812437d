"""Find in a letter's source the words that a rule would change, which it knows only as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from comment_kit.model.diagnostics import Diagnostic, Edit

_LINE_END = re.compile(r"\r\n|\r|\n")
_READ_ALIKE = {
    " ": "[ \u00a0]",
    "'": "['\u2018\u2019]",
    '"': '["\u201c\u201d]',
    "\u2013": "(?:\u2013|--)",
}
"""What a writer may have typed for a character that is read."""


def placed(found: Iterable[Diagnostic], text: str, file: str) -> tuple[Diagnostic, ...]:
    """Return ``found`` with the column of every edit that has none; a fix whose words stand not once is left out.

    Args:
        found: what was found in the letter; an edit without a column is looked for from its line to the next empty one.
        text: the letter's source, its line ends as they are.
        file: the letter's, as places name it; the words of a block stand in another text.
    """
    lines = _LINE_END.split(text)
    return tuple(
        _placed(each, lines if each.location.file == file else ()) if each.fix and _waits(each.fix.edits) else each
        for each in found
    )


def _waits(edits: Sequence[Edit]) -> bool:
    return any(not edit.location.column for edit in edits)


def _placed(diagnostic: Diagnostic, lines: Sequence[str]) -> Diagnostic:
    if diagnostic.fix is None:
        return diagnostic
    edits = [edit if edit.location.column else _found(edit, lines) for edit in diagnostic.fix.edits]
    known = tuple(edit for edit in edits if edit is not None)
    return replace(diagnostic, fix=replace(diagnostic.fix, edits=known) if len(known) == len(edits) else None)


def _found(edit: Edit, lines: Sequence[str]) -> Edit | None:
    pattern = re.compile("".join(_READ_ALIKE.get(letter, re.escape(letter)) for letter in edit.old))
    found: list[Edit] = []
    for number in range(edit.location.line, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            break
        for match in pattern.finditer(line):
            location = replace(edit.location, line=number, column=match.start() + 1)
            found.append(replace(edit, location=location, old=match[0]))
    return found[0] if len(found) == 1 else None
