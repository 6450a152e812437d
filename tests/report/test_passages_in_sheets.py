"""How the sheet sets a quotation into the words of the source that stand beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from front_door import run
from quoting_letters import ROADS, letter_of, make_desk, quoting


@pytest.mark.parametrize(
    ("source", "quoted", "shown"),
    [
        ("It is a model alone—they say so.", "It is a model alone", "] It is a model alone[—they say so."),
        ("We read (a model of roads) and left.", "a model of roads", "We read (]a model of roads[) and left."),
        ("We read a model of roads and left.", "a model of roads", "We read] a model of roads [and left."),
    ],
    ids=["before a dash", "in brackets", "between words"],
)
def test_no_space_stands_where_the_source_has_none(
    source: str, quoted: str, shown: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = make_desk(tmp_path, capsys)
    (tmp_path / "roads.txt").write_text(f"On Roads\n\n{source}\n\n\n\n{1:>40}\n\fMore.\n\n{2:>40}\n", encoding="utf-8")
    assert run("sources", "add", "roads", str(tmp_path / "roads.txt"), "--project", str(tmp_path)).code == 0
    desk.letter.write_text(letter_of((quoting(quoted), ROADS.format(page=1))), encoding="utf-8")
    sheet = desk.run("--format", "html")[1]
    passage = re.sub(r'<span class="beside">(.*?)</span>', r"[\1]", sheet)
    assert shown in passage
