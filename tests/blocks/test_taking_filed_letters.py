"""The argument of a filed letter, set into a letter to another agency, cites what the filed letter cited."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from filed_seeds import first_letter, second_letter, seed
from taken_letters import Read, checked, followed, letter_of, project, take_all, typed_docx
from typed_letters import golden_notes

from comment_kit.docx import find_office
from comment_kit.docx.filing.copy import filed_copy
from comment_kit.docx.filing.properties import FiledProperties
from comment_kit.docx.package import open_package
from comment_kit.model.checked import CheckedLetter
from comment_kit.model.diagnostics import Tier
from comment_kit.workflows.building import BuildOptions, build

ROOT = Path(__file__).resolve().parents[2]


def found(letter: CheckedLetter) -> set[tuple[str, str]]:
    """Return what a check finds in ``letter`` that would deceive a reader; how forms are set is for other tests."""
    return {(each.code, each.message) for each in letter.diagnostics if each.tier is Tier.TRUTH}


def set_anew(letter: Path) -> list[Read]:
    """Take every part out of ``letter``, set the blocks into a new letter, and return where its citations lead."""
    new = letter.parent / "new.md"
    new.write_text(letter_of(take_all(letter)), encoding="utf-8")
    built = build(BuildOptions(letter=new))
    assert built.target is not None, built.diagnostics
    after = checked(built.target)
    assert found(after) == set()
    return followed(after)


def through_libreoffice(path: Path) -> None:
    """Open the file at ``path`` in LibreOffice and save it again."""
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = path.parent / "saved"
    command = [str(office), f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    shutil.move(folder / path.name, path)


@pytest.fixture(params=["as built", "as filed", "as LibreOffice saves it"])
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the Word file of the example: with the fields of ours, without anything of ours, or edited."""
    folder = project(tmp_path)
    shutil.copy(ROOT / "examples" / "nist-ai-800-1" / "letter.md", folder / "filed.md")
    build(BuildOptions(letter=folder / "filed.md"))
    path = folder / "filed.docx"
    if request.param == "as filed":
        path.write_bytes(filed_copy(open_package(path.read_bytes(), "filed.docx"), FiledProperties()))
    if request.param == "as LibreOffice saves it":
        through_libreoffice(path)
    return path


def test_the_example_set_into_a_letter_to_another_agency_cites_what_it_cited(example: Path) -> None:
    before = followed(checked(example))
    assert len(before) == 37
    assert set_anew(example) == before


def test_the_source_of_the_example_gives_the_same_blocks_citations(tmp_path: Path) -> None:
    folder = project(tmp_path)
    shutil.copy(ROOT / "examples" / "nist-ai-800-1" / "letter.md", folder / "filed.md")
    build(BuildOptions(letter=folder / "filed.md"))
    assert set_anew(folder / "filed.md") == followed(checked(folder / "filed.docx"))


def test_the_first_filed_letter_set_anew_cites_what_was_filed(tmp_path: Path) -> None:
    paragraphs = first_letter(seed(0))
    letter = typed_docx(project(tmp_path) / "filed.docx", paragraphs, golden_notes("first-letter-notes.txt"))
    before = followed(checked(letter))
    assert [len(before), before[-1]] == [37, Read(36, "nist800-1", "19")]
    assert set_anew(letter) == before


def test_the_second_filed_letter_set_anew_cites_what_was_filed(tmp_path: Path) -> None:
    paragraphs = second_letter(seed(1))
    letter = typed_docx(project(tmp_path) / "filed.docx", paragraphs, golden_notes("second-letter-notes.txt"))
    assert followed(checked(letter)) == [Read(2, "tamirisa2024", None)]
    assert set_anew(letter) == [Read(2, "tamirisa2024", None)]
