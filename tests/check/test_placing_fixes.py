"""The words that a fix would change are looked for in the text in which they stand."""

import pytest

from comment_kit.check import placed
from comment_kit.model.diagnostics import Diagnostic, Edit, Fix, Severity
from comment_kit.model.places import Location

TEXT = "First.\n\nSee 5 U.S.C. §552.\n"


@pytest.mark.parametrize(("file", "columns"), [("letter.md", [14]), ("blocks/x.md", None)])
def test_a_fix_in_a_block_is_not_looked_for_in_the_letter(file: str, columns: list[int] | None) -> None:
    at = Location(file=file, line=3)
    fix = Fix(title="write it", edits=(Edit(location=at, old="§552", new="§ 552"),), safe=True)
    found = Diagnostic(code="FRM210", severity=Severity.WARNING, message="no blank", location=at, fix=fix)
    (told,) = placed((found,), TEXT, "letter.md")
    assert (told.fix and [edit.location.column for edit in told.fix.edits]) == columns
