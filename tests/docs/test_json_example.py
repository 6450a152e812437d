"""The report that docs/reference/check-json.md shows is the one that the program prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from quoting_letters import make_desk

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "check-json.md"
_FENCE = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def fence(info: str) -> str:
    return next(found["body"] for found in _FENCE.finditer(PAGE.read_text(encoding="utf-8")) if found["info"] == info)


def test_the_example_is_what_check_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk(tmp_path, capsys)
    monkeypatch.chdir(tmp_path)
    Path("letter.md").write_text(fence("markdown"), encoding="utf-8")
    _, printed = desk.run_on(Path("letter.md"), "--format", "json")
    assert json.loads(fence("json")) == json.loads(printed)


def test_every_key_of_the_example_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    said = page.replace(fence("json"), "")
    report = json.loads(fence("json"))
    parts = (report, report["summary"], *report["citations"], *report["quotations"], *report["diagnostics"])
    unsaid = {key for part in parts for key in part if f"`{key}`" not in said}
    assert unsaid == set()
