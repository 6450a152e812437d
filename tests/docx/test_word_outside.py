"""Programs that are not ours find our files right: Microsoft's validator, and LibreOffice on its pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from docx_letters import ABOUT, Draft, call, para, set_citation, words
from docx_samples import FORMAL, IMAGES, POLICY, formal_comment, policy_letter
from msgspec.structs import replace
from outside_tools import faults
from outside_tools import office as needed_office
from pypdfium2 import PdfDocument

from comment_kit.docx import (
    LAST_PAGE,
    estimate_pages,
    find_office,
    headings_pages,
    lint_docx,
    office,
    pdf_of,
    read_docx_own,
    to_pdf,
    write_docx,
)
from comment_kit.errors import CommentKitError
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Letter
from comment_kit.pages import outline_pages, page_count

APART = replace(FORMAL, settings={"body_starts_at_one": True})
SAMPLES = [(formal_comment(), FORMAL), (formal_comment(), APART), (policy_letter(), POLICY)]


def written(letter: Letter, layout: Layout, **more: object) -> bytes:
    return write_docx(letter, layout, **{"about": ABOUT, "images": IMAGES, **more})


@pytest.mark.parametrize(("letter", "layout"), SAMPLES)
def test_the_validator_and_our_lint_find_nothing(letter: Letter, layout: Layout, tmp_path: Path) -> None:
    content = written(letter, layout, about=replace(ABOUT, draft=True))
    assert lint_docx(content) == ()
    assert faults(content, tmp_path) == []


def test_the_validator_finds_nothing_in_a_letter_with_odd_marks_and_words(tmp_path: Path) -> None:
    draft = (
        Draft().note("a", "First.", mark="*").note("b", "Second.", mark="†").text("A", call("a"), call("b"), call("a"))
    )
    draft.note_of("empty").text(words("x\x00\tz", italic=True, bold=True, small_caps=True, strike=True), call("empty"))
    draft.add(para(set_citation('k"<&>', "In the text."), words("here", url="https://example.org/ä?a=b&c")))
    assert faults(written(draft.letter(), FORMAL), tmp_path) == []


def test_libreoffice_prints_the_notes_in_their_order() -> None:
    needed_office()
    draft = Draft().note("late", "The second note.").note("early", "The first note.")
    draft.text("One.", call("early")).text("Two.", call("late"))
    text = words_of(pdf_of(written(draft.letter(), FORMAL)))
    assert text.index("The first note.") < text.index("The second note.")


def test_libreoffice_prints_the_mark_of_each_author_once() -> None:
    needed_office()
    draft = Draft().text("A", call("a")).text("B", call("b")).text("C", call("c"))
    for name, mark in (("a", "i"), ("b", "ii"), ("c", "iii")):
        draft.note(name, f"The note of {name}.", mark=mark)
    printed = words_of(pdf_of(written(draft.letter(), FORMAL, for_office=True)))
    foot = printed[printed.index("C") :].split()
    assert [word for word in foot if set(word) == {"i"}][-3:] == ["i", "ii", "iii"], printed


def test_true_pages_are_read_from_the_outline_and_one_pass_reaches_them() -> None:
    needed_office()
    letter = formal_comment()
    first = pdf_of(written(letter, FORMAL))
    pages = headings_pages(outline_pages(first), letter, FORMAL, sheets=page_count(first))
    assert pages["introduction"] == 3
    second = pdf_of(written(letter, FORMAL, pages=pages))
    assert headings_pages(outline_pages(second), letter, FORMAL, sheets=page_count(second)) == pages
    assert f"Conclusion{pages['conclusion']}" in words_of(second).replace(".", "").replace(" ", "")


def test_where_the_front_is_counted_apart_the_body_begins_on_page_one() -> None:
    needed_office()
    letter = formal_comment()
    pdf = pdf_of(written(letter, APART))
    pages = headings_pages(outline_pages(pdf), letter, APART, sheets=page_count(pdf))
    assert pages["introduction"] == 1
    assert pages[LAST_PAGE] == page_count(pdf) - 2


def test_estimates_are_not_a_page_off_for_a_letter_of_usual_length() -> None:
    needed_office()
    letter = formal_comment()
    pdf = pdf_of(written(letter, FORMAL))
    true = headings_pages(outline_pages(pdf), letter, FORMAL, sheets=page_count(pdf))
    guess = estimate_pages(letter, FORMAL)
    assert guess.keys() == true.keys()
    assert all(abs(guess[name] - true[name]) <= 1 for name in true)


def test_what_libreoffice_saves_is_still_read(tmp_path: Path) -> None:
    program = needed_office()
    (tmp_path / "letter.docx").write_bytes(written(formal_comment(), FORMAL))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", tmp_path / "out", "letter.docx"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, timeout=120)
    saved = (tmp_path / "out/letter.docx").read_bytes()
    ours, theirs = read_docx_own(written(formal_comment(), FORMAL)), read_docx_own(saved)
    assert [note.printed for note in theirs.notes] == [note.printed for note in ours.notes]
    keys = [[each.citation.key for each in note.citations] for note in ours.notes]
    assert [[each.citation.key for each in note.citations] for note in theirs.notes] == keys
    assert not any(each.edited for note in theirs.notes for each in note.citations)
    assert theirs.stamp == ours.stamp
    # What LibreOffice saved may serve a firm as its letterhead, too.
    assert lint_docx(written(policy_letter(), POLICY, reference=saved)) == ()


def test_a_pdf_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    needed_office()
    (tmp_path / "a letter.docx").write_bytes(written(policy_letter(), POLICY))
    to_pdf(tmp_path / "a letter.docx", tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")


# ---- without LibreOffice, or with a bad one ----


def program(folder: Path, text: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def refused(folder: Path) -> str:
    (folder / "letter.docx").write_bytes(b"words")
    with pytest.raises(CommentKitError) as caught:
        to_pdf(folder / "letter.docx", folder / "letter.pdf")
    assert not (folder / "letter.pdf").exists()
    return caught.value.problem


def test_libreoffice_is_found_by_its_name_or_by_a_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() == found
    monkeypatch.setenv(office.OFFICE_VARIABLE, str(tmp_path / "nothing"))
    assert find_office() is None
    monkeypatch.setenv(office.OFFICE_VARIABLE, str(found))
    assert find_office() == found


def test_a_missing_libreoffice_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(office.OFFICE_VARIABLE, str(tmp_path / "nothing"))
    assert refused(tmp_path) == "a PDF needs LibreOffice, which was not found"


def test_a_libreoffice_that_fails_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(office.OFFICE_VARIABLE, str(program(tmp_path, "exit 77")))
    assert refused(tmp_path) == "LibreOffice failed with code 77"
    monkeypatch.setenv(office.OFFICE_VARIABLE, str(program(tmp_path, "echo 'no room' >&2; exit 1")))
    assert refused(tmp_path) == "LibreOffice failed: no room"


def test_a_libreoffice_that_is_no_program_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "soffice").write_text("words", encoding="utf-8")
    monkeypatch.setenv(office.OFFICE_VARIABLE, str(tmp_path / "soffice"))
    assert refused(tmp_path) == f"{tmp_path / 'soffice'} could not be started: Permission denied"


def test_a_libreoffice_that_makes_nothing_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(office.OFFICE_VARIABLE, str(program(tmp_path, "exit 0")))
    assert refused(tmp_path) == "LibreOffice could not set this file as PDF"


def test_a_libreoffice_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(office.OFFICE_VARIABLE, str(program(tmp_path, "exec sleep 30")))
    monkeypatch.setattr(office, "TIME_LIMIT", 0.2)
    assert refused(tmp_path) == "LibreOffice did not finish within 0.2 seconds"


def words_of(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")
    finally:
        document.close()
