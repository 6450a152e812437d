"""Remark on each draft or proposal that was overtaken before the letter's date."""

from collections.abc import Iterator

from comment_kit.authorities import OVERTAKEN, overtaken
from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic

FINDING = OVERTAKEN


def check(case: Case) -> Iterator[Diagnostic]:
    """Remark on each overtaken draft once, at its first citation."""
    return overtaken(case.resolutions, case.library, case.as_of)
