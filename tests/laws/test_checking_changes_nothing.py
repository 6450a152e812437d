"""Law 5: whatever is checked and however it is reported, no file changes and none comes to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_texts import LAW, Text, composed, texts, written
from pdf_files import pdf
from printed_pages import PrintedPage

from comment_kit.cli import main

FORMATS = ("text", "json", "sarif", "github", "html")
NOTE = "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights 10 (2024)."
SIGNED = "<!-- ck: cleared QUO n.1 1f3a9c07 AB 2026-11-21 read in print -->\n"
words = st.text(st.characters(codec="ascii", min_codepoint=32), min_size=1, max_size=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file of clearances for each letter that a test writes there."""
    (tmp_path / "letter.clearances").write_text(SIGNED, encoding="utf-8")
    return tmp_path


def holdings(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Return of each file below ``folder`` what it holds, when it was changed and how it may be used."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode) for path in files}


def check(folder: Path, letter: str, *options: str) -> int:
    """Check a letter; return the exit code, and see that every file is as it was."""
    before = holdings(folder)
    with pytest.raises(SystemExit) as stop:
        main(["check", str(folder / letter), *options])
    assert holdings(folder) == before
    return int(str(stop.value.code))


@settings(LAW, max_examples=8)
@given(text=texts(), form=st.sampled_from(FORMATS), for_filing=st.sampled_from(((), ("--for-filing",))))
def test_checking_changes_neither_a_source_nor_its_word_file(
    text: Text, form: str, for_filing: tuple[str, ...], folder: Path
) -> None:
    (folder / "letter.docx").write_bytes(written(composed(text, folder)))
    assert check(folder, "letter.md", "--format", form, *for_filing) in {0, 1}
    assert check(folder, "letter.docx", "--format", form, *for_filing) in {0, 1}
    assert check(folder, "letter.docx", "--fix") in {0, 1}


@settings(LAW, max_examples=8)
@given(said=words, form=st.sampled_from(FORMATS), suffix=st.sampled_from((".md", ".markdown", ".txt")))
def test_checking_changes_no_letter_that_somebody_typed(said: str, form: str, suffix: str, folder: Path) -> None:
    letter = folder / f"typed{suffix}"
    letter.write_text(f"It says “{said}.”[^1] {SIGNED}\n[^1]: {NOTE}\n", encoding="utf-8")
    assert check(folder, letter.name, "--format", form) in {0, 1}
    letter.unlink()


@settings(LAW, max_examples=4)
@given(said=words, form=st.sampled_from(FORMATS))
def test_checking_changes_no_printed_letter(said: str, form: str, folder: Path) -> None:
    printed = PrintedPage().text("September 9, 2024").text(f"It says that “models may be misused.”^1^ {said.strip()}")
    (folder / "letter.pdf").write_bytes(pdf(printed.note("1", NOTE).page))
    assert check(folder, "letter.pdf", "--format", form) in {0, 1, 2}
    assert check(folder, "letter.pdf", "--fix") in {0, 1, 2}


@settings(LAW, max_examples=12)
@given(content=st.binary(max_size=200), suffix=st.sampled_from((".md", ".docx", ".pdf", ".txt", ".odt")))
def test_checking_changes_no_file_that_is_no_letter(content: bytes, suffix: str, folder: Path) -> None:
    broken = folder / f"broken{suffix}"
    broken.write_bytes(content)
    assert check(folder, broken.name) in {0, 1, 2}
    broken.unlink()
