"""Law 1, of form: a letter that a style has set gives no remark of form under that style."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from letter_texts import LAW, Text, composed, texts, written

from comment_kit.check import form_rules
from comment_kit.workflows.checking import CheckOptions, check_files

OF_FORM = {rule.finding.code for rule in form_rules()}
OF_THE_WRITER = {"FRM240", "FRM241", "SIG305"}
"""What the writer chose, and no style: how quotations are set, and the order of signals."""


def remarks_of_form(letter: Path) -> list[str]:
    """Return what is said about the form of ``letter``, each with its code."""
    (checked,) = check_files(CheckOptions(files=(letter,)))
    return [
        f"{each.code} {each.location} {each.message} / {each.hint}"
        for each in checked.diagnostics
        if each.code in OF_FORM - OF_THE_WRITER
    ]


@settings(LAW, max_examples=40)
@given(text=texts())
def test_a_word_file_of_ours_gives_no_remark_of_form(text: Text, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(written(composed(text, tmp_path)))
    assert remarks_of_form(letter) == []


@LAW
@given(text=texts())
def test_a_source_gives_no_remark_of_form(text: Text, tmp_path: Path) -> None:
    composed(text, tmp_path)
    assert remarks_of_form(tmp_path / "letter.md") == []
