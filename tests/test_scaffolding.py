"""What ``init`` and ``new`` make works as it is."""

import datetime as dt
from pathlib import Path

import pytest

from comment_kit.errors import CommentKitError
from comment_kit.project import Project, find_project
from comment_kit.workflows.building import BuildOptions, build
from comment_kit.workflows.scaffolding import begin_letter, begin_project, template_names

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize("template", ["formal-comment", "policy-letter"])
@pytest.mark.parametrize("style", ["bluebook", "comment-letter", "policy-letter"])
def test_a_new_letter_builds_as_it_is(template: str, style: str, tmp_path: Path) -> None:
    begin_letter(tmp_path / "mine", template, Project(), TODAY)
    built = build(BuildOptions(letter=tmp_path / "mine" / "letter.md", style=style))
    assert built.diagnostics == ()
    assert built.target == tmp_path / "mine" / "letter.docx"


def test_every_letter_template_of_the_kit_can_be_begun() -> None:
    assert template_names(Project()) == ("formal-comment", "policy-letter")


def test_a_letter_that_is_there_already_stays(tmp_path: Path) -> None:
    (tmp_path / "letter.md").write_text("mine", encoding="utf-8")
    with pytest.raises(CommentKitError, match="there is a letter already"):
        begin_letter(tmp_path, "formal-comment", Project(), TODAY)
    assert (tmp_path / "letter.md").read_text(encoding="utf-8") == "mine"


def test_an_unknown_template_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(CommentKitError) as error:
        begin_letter(tmp_path, "formal-coment", Project(), TODAY)
    assert error.value.remedy == "did you mean 'formal-comment'? There are formal-comment, policy-letter"


def test_a_new_project_is_found_from_its_letters(tmp_path: Path) -> None:
    begin_project(tmp_path)
    begin_letter(tmp_path / "letters" / "first", "formal-comment", Project(), TODAY)
    assert find_project(tmp_path / "letters" / "first").root == tmp_path


def test_a_project_that_is_there_already_stays(tmp_path: Path) -> None:
    begin_project(tmp_path)
    with pytest.raises(CommentKitError, match="this is a project already"):
        begin_project(tmp_path)


def test_files_that_are_there_already_stay_when_a_project_begins(tmp_path: Path) -> None:
    (tmp_path / "citations").mkdir()
    (tmp_path / "citations" / "sources.bib").write_text("mine", encoding="utf-8")
    begin_project(tmp_path)
    assert (tmp_path / "citations" / "sources.bib").read_text(encoding="utf-8") == "mine"


def test_a_folder_is_no_letter(tmp_path: Path) -> None:
    with pytest.raises(CommentKitError, match="this is a folder"):
        build(BuildOptions(letter=tmp_path))
