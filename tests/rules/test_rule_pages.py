"""The page of each rule is its test: what ``check`` prints of its letters is what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from front_door import Desk, run
from rule_pages import Example, page_files, read_page
from small_project import write_project
from word_language import word_of

from comment_kit.check import FINDINGS
from comment_kit.locators import FINDINGS as OF_LOCATORS
from comment_kit.workflows.every_finding import findings

_COUNT = re.compile(r"\d+ (?:error|warning|hint)s?\b")
PAGES = page_files()


def check(desk: Desk, example: Example, *options: str) -> list[str]:
    """Return what ``check`` prints of a letter, line by line, with plain spaces."""
    if example.language == "word":
        name = desk.write("letter.docx", word_of(example.letter)).name
    else:
        name = desk.write("letter.md", example.letter).name
    outcome = run("check", name, *(["--style", example.style] if example.style else []), *options)
    assert outcome.code < 2, outcome.err
    return outcome.out.replace("\u00a0", " ").splitlines()


def told(lines: list[str]) -> list[str]:
    """Return the diagnostics of a report: what stands above their count."""
    count = next((at for at, line in enumerate(lines) if _COUNT.match(line)), 0)
    return lines[:count]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_a_page_says_is_printed_is_printed(path: Path, desk: Desk) -> None:
    page = read_page(path)
    write_project(desk.folder, page)
    assert page.flagged, "a page shows a letter in which its rule finds something"
    for example in page.flagged:
        printed = told(check(desk, example))
        assert "\n".join(printed) == example.printed.rstrip()
        assert f" {page.code} " in "\n".join(printed)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_of_a_near_miss_nothing_is_said(path: Path, desk: Desk) -> None:
    page = read_page(path)
    write_project(desk.folder, page)
    assert page.silent, "a page shows a letter near to the flagged one of which nothing is said"
    for example in page.silent:
        lines = check(desk, example)
        assert told(lines) == []
        assert lines[-1].startswith("CLEARED"), "nothing is said because nothing was looked at"


@pytest.mark.parametrize(
    "path", [path for path in PAGES if "markdown fixed" in path.read_text("utf-8")], ids=lambda path: path.stem
)
def test_a_fix_leaves_the_letter_that_the_page_shows(path: Path, desk: Desk) -> None:
    page = read_page(path)
    write_project(desk.folder, page)
    for example in page.flagged:
        if example.fixed is not None:
            assert not [line for line in told(check(desk, example, "--fix")) if f" {page.code} " in line]
            assert (desk.folder / "letter.md").read_text("utf-8") == example.fixed


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_named_as_its_finding(path: Path) -> None:
    named = {finding.code: f"{finding.code} {finding.name}" for finding in findings()}
    assert read_page(path).title == named[path.stem]


def test_every_rule_has_its_page() -> None:
    checked = {finding.code for finding in (*FINDINGS, *OF_LOCATORS)}
    notes = {finding.code for finding in findings() if finding.code.startswith(("NOT", "SIG"))}
    assert sorted((checked | notes) - {path.stem for path in PAGES}) == []
