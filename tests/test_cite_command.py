"""``cite`` shows what there is, whatever one broken file of a project does."""

from __future__ import annotations

import pytest
from front_door import Desk, run

BROKEN = {
    "templates/styles/ours/style.toml": "base = [broken",
    "templates/styles/ours/report.jinja": "{% macro full(source, pin, cite) %}{{ nobody.x }}{% endmacro %}",
}


@pytest.mark.parametrize(("file", "text"), BROKEN.items())
def test_a_broken_style_pack_costs_itself_alone(desk: Desk, file: str, text: str) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("templates/styles/ours/style.toml", 'base = "bluebook"\n')
    desk.write(file, text)
    shown = run("cite", "preview", "ntia2024", "3")
    assert shown.code == 1
    assert file in shown.lines[0]
    assert [line for line in shown.out.splitlines() if line and not line.startswith(" ")] == [
        "bluebook",
        "comment-letter",
        "policy-letter",
    ]


def test_a_style_that_is_asked_for_must_be_there(desk: Desk) -> None:
    shown = run("cite", "preview", "ntia2024", "--style", "nobodys")
    assert (shown.code, desk.holds()) == (2, {})
    assert "there is no style 'nobodys'" in shown.err
