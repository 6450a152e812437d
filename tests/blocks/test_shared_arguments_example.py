"""The example of two letters that share their arguments: both are right, and each is its own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from front_door import Desk, run
from real_sources import real_source

from comment_kit.letters import write_markdown
from comment_kit.typography import HARD_SPACE
from comment_kit.workflows.composing import compose

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "shared-arguments"
LETTERS = ("letters/nist-2024.md", "letters/ntia-2025.md")
SHARED = {
    "agencies/consistency",
    "evidence/keep-watching",
    "institute/interest",
    "open-models/benefits-of-access",
    "open-models/marginal-risk",
}


@pytest.fixture
def project(desk: Desk) -> Desk:
    """Return a desk with a copy of the example on it."""
    shutil.copytree(EXAMPLE, desk.folder, dirs_exist_ok=True)
    return desk


def notes_of(letter: str) -> list[str]:
    markdown = write_markdown(compose(EXAMPLE / letter).letter).replace(HARD_SPACE, " ")
    return [line for line in markdown.splitlines() if line.startswith("[^")]


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_builds_and_comes_back_from_word_with_nothing_to_be_found(project: Desk, letter: str) -> None:
    built = project.build("--quiet", letter=letter)
    assert (built.code, built.lines) == (0, [])
    for file in (letter, letter.replace(".md", ".docx")):
        assert json.loads(run("check", file, "--format", "json").out)["diagnostics"] == []


def test_the_letters_share_blocks_and_give_each_its_own_agency() -> None:
    nist, ntia = ({use.name: use for use in compose(EXAMPLE / letter).blocks} for letter in LETTERS)
    assert nist.keys() & ntia.keys() == SHARED
    for name in SHARED:
        assert nist[name].fingerprint == ntia[name].fingerprint
        assert (nist[name].parameters["agency"], ntia[name].parameters["agency"]) == ("NIST", "NTIA")


def test_the_revoked_order_prints_its_history_in_the_letter_after_the_revocation_alone() -> None:
    history = "*revoked by*, Exec. Order No. 14,148, § 2(ggg), 90 Fed. Reg. 8237, 8240 (Jan. 20, 2025)"
    nist, ntia = (notes_of(letter) for letter in LETTERS)
    full = [note for note in ntia if "14,110" in note and "88 Fed. Reg. 75191, 75" in note]
    assert len(full) == 2
    assert all(history in note for note in full)
    assert any("Executive Order 14110" in note for note in nist)
    assert not any("revoked" in note for note in nist)


def test_every_quotation_stands_in_the_official_copy_on_its_page(project: Desk) -> None:
    for key, file in (("eo14110", "eo14110.xml"), ("nist800-1", "nist-ai-800-1.ipd.pdf")):
        assert run("sources", "add", key, str(real_source(file)), "--project", str(project.folder)).code == 0
    counts = []
    for letter in LETTERS:
        checked = json.loads(run("check", letter, "--format", "json").out)
        assert checked["diagnostics"] == []
        assert {each["verdict"] for each in checked["quotations"]} == {"verified"}
        counts.append(len(checked["quotations"]))
    assert counts == [9, 2]
