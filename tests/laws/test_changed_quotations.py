"""Law 7: a quotation of which one word is another, or whose page is another, is verified no longer."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from front_door import run
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from letter_texts import LAW
from wordy_reports import KEYS, PAGES, Quoted, letter_of, passages, sentences, write_project

QUICK = settings(LAW, phases=(Phase.explicit, Phase.reuse, Phase.generate))
SEEDS = st.integers(min_value=0, max_value=10_000)
WORDS = st.text(alphabet="bcdfghklmnprstvw", min_size=3, max_size=9)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with three reports, their texts at hand."""
    folder = tmp_path_factory.mktemp("reports")
    write_project(folder)
    for key in KEYS:
        assert run("sources", "add", key, str(folder / f"{key}.txt"), "--project", str(folder)).code == 0
    return folder


def verdicts(project: Path, quoted: list[Quoted], style: str = "bluebook") -> list[dict[str, Any]]:
    letter = project / "letter.md"
    letter.write_text(letter_of(quoted, style), encoding="utf-8")
    return list(json.loads(run("check", str(letter), "--format", "json").out)["quotations"])


@QUICK
@given(seed=SEEDS)
def test_what_stands_on_its_page_is_verified(project: Path, seed: int) -> None:
    found = verdicts(project, passages(random.Random(seed), 3))
    assert [each["verdict"] for each in found] == ["verified"] * 3


@QUICK
@given(seed=SEEDS, at=st.integers(min_value=0, max_value=2), data=st.data(), word=WORDS)
def test_a_word_that_the_page_does_not_have_is_found_out(
    project: Path, seed: int, at: int, data: st.DataObject, word: str
) -> None:
    quoted = passages(random.Random(seed), 3)
    words = quoted[at].words.split()
    number = data.draw(st.integers(min_value=0, max_value=len(words) - 1))
    changed = " ".join([*words[:number], word, *words[number + 1 :]])
    assert word not in " ".join(sentences(quoted[at].key, quoted[at].page)).split()
    quoted[at] = Quoted(quoted[at].key, quoted[at].page, changed)
    assert [each["verdict"] == "verified" for each in verdicts(project, quoted)] == [each != at for each in range(3)]


@QUICK
@given(seed=SEEDS, at=st.integers(min_value=0, max_value=2), by=st.integers(min_value=1, max_value=PAGES - 1))
def test_a_page_without_the_words_is_found_out_and_the_right_one_named(
    project: Path, seed: int, at: int, by: int
) -> None:
    quoted = passages(random.Random(seed), 3)
    page = quoted[at].page
    quoted[at] = Quoted(quoted[at].key, (page - 1 + by) % PAGES + 1, quoted[at].words)
    found = verdicts(project, quoted)
    assert [each["verdict"] for each in found] == ["elsewhere" if each == at else "verified" for each in range(3)]
    assert found[at]["found_page"] == str(page)
