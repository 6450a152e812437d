"""Recognise what pandoc would make of a paragraph and we do not, so that none of it is lost in silence."""

import re
from collections.abc import Iterator

from comment_kit.letters import findings
from comment_kit.letters.places import Place
from comment_kit.model.diagnostics import Diagnostic

_KINDS = (
    (re.compile(r"(?<=\n)[:~][ \t]+\S"), "a definition list", "write a list or a table"),
    (
        re.compile(r"^\+(?:[-=]{2,}\+)+[ \t]*$", re.MULTILINE),
        "a table drawn with lines",
        "write it with | between cells",
    ),
    (re.compile(r"^\|[ \t][^|\n]*$", re.MULTILINE), "a line block", "end lines with a backslash"),
    (re.compile(r"^\(@[\w-]*\)[ \t]", re.MULTILINE), "an example list", "number the list 1., 2., 3."),
    (re.compile(r"^#\.[ \t]", re.MULTILINE), "a list numbered with #.", "number the list 1., 2., 3."),
    (re.compile(r"@[\w:.-]*\w \[(?:p\.|pp\.|at )?[^\]\n@]{1,80}\]"), "a citation in the text", "write [@key, 3]"),
    (re.compile(r"^\\(?:newpage|pagebreak)\b", re.MULTILINE), "raw TeX", "write ::: pagebreak and, below it, :::"),
    (re.compile(r"^Table:"), "the caption of a table", "write it as a paragraph above the table"),
    (re.compile(r"^:{3,}[^\n]*", re.MULTILINE), "a line of colons that names no part", "write ::: name"),
    (re.compile(r"^\[[ xX]\][ \t]"), "a list of tasks", None),
)
_RULE_OF_COLUMNS = re.compile(r"-{2,}(?:[ \t]+-{2,})+")
_MOST = 3
"""Remarks of one kind in one paragraph, which is most likely no letter's."""


def remarks(content: str, place: Place) -> Iterator[Diagnostic]:
    """Yield a warning for each thing in a paragraph that pandoc would carry out."""
    for pattern, kind, hint in _KINDS:
        for number, found in enumerate(pattern.finditer(content)):
            if number == _MOST:
                break
            words = " ".join(found[0].split())[:40]
            location = place.at(found.start())
            yield findings.NOT_CARRIED_OUT.at(location, f"'{words}' is {kind}, which is not carried out", hint=hint)


def rules_a_table(words: str) -> bool:
    """Return whether a line of hyphens draws the columns of a table."""
    return bool(_RULE_OF_COLUMNS.fullmatch(words))
