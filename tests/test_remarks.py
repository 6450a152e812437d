"""What a writer hears about citations that are resolved: forms asked in vain, signals, drafts since replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from comment_kit.model.diagnostics import Diagnostic
from comment_kit.workflows.composing import compose


def heard(folder: Path, text: str, *, date: str = "2024-09-09", edition: str = "22") -> list[Diagnostic]:
    """Return the remarks on a letter with the paragraphs of ``text``, which begins on its eighth line."""
    letter = folder / "letter.md"
    front = ["---", "template: policy-letter", "style: bluebook", f"date: {date}", f"edition: '{edition}'"]
    letter.write_text("\n".join([*front, "organization: Example Institute", "---", text, ""]), encoding="utf-8")
    return list(compose(letter).diagnostics)


def test_id_asked_for_where_it_means_another_source_is_an_error(tmp_path: Path) -> None:
    (wrong,) = heard(tmp_path, "One.[@ntia2024, 3] Two.[@eo14110, § 4.1]{form=id}")
    assert (wrong.code, wrong.severity, wrong.location.line) == ("ANT001", "error", 8)
    assert wrong.message == "Id. is asked for 'eo14110', but another source was cited just before"


def test_a_page_left_out_after_one_with_a_page_is_a_hint(tmp_path: Path) -> None:
    (hint,) = heard(tmp_path, "One.[@ntia2024, 3] Two.[@ntia2024]")
    assert (hint.code, hint.severity) == ("ANT002", "hint")


@pytest.mark.parametrize("signal", ["cf.", "but cf."])
def test_a_signal_that_needs_words_asks_for_them(signal: str, tmp_path: Path) -> None:
    (wrong,) = heard(tmp_path, f"One.[{signal} @ntia2024, 3]")
    assert (wrong.code, wrong.hint) == (
        "SIG201",
        f"add them in round brackets: [{signal} @ntia2024, 3 (noting ...)]",
    )
    (wrong,) = heard(tmp_path, f"One.[{signal} @ntia2024]")
    assert wrong.hint == f"add them in round brackets: [{signal} @ntia2024 (noting ...)]"
    assert heard(tmp_path, f"One.[{signal} @ntia2024, 3 (noting limits)]") == []


def test_contrast_is_unknown_to_the_edition_before(tmp_path: Path) -> None:
    text = "One.[contrast @ntia2024, 3 (weighing both); with @eo14110, § 4.1 (weighing one)]"
    assert [each.code for each in heard(tmp_path, text, edition="21")] == ["SIG202"]
    assert heard(tmp_path, text) == []


def test_a_draft_since_replaced_is_told_once(tmp_path: Path) -> None:
    text = "One.[@nist800-1, 3] Two.[@nist800-1, 4]"
    (told,) = heard(tmp_path, text, date="2025-03-01")
    assert (told.code, told.severity) == ("SRC202", "warning")
    assert told.message == "'nist800-1' was superseded on 2025-01-15, before the letter's date"
    assert heard(tmp_path, text) == []
