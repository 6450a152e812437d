"""Flag a section or paragraph sign without a blank behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import Words, over_words
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM210",
    name="sign-without-blank",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A blank stands between a section or paragraph sign and its number: § 9, ¶ 12 (Indigo Book R5.2 and R5.3; "
        "Bluebook rules 3.3 and 6.2(c))."
    ),
)
_SIGN = re.compile(r"[§¶](?=[\dA-Za-z])")


def look(words: Words) -> Iterator[Diagnostic]:
    """Flag the first sign of one stretch of words that has no blank."""
    if found := _SIGN.search(words.bare):
        old = words.bare[found.start() : found.end() + 1]
        yield words.remark(
            FINDING,
            f"'{old}' lacks a blank behind the sign",
            hint=f"write '{old[0]} {old[1]}'",
            old=old,
            new=f"{old[0]} {old[1]}",
        )


check = over_words(look)
