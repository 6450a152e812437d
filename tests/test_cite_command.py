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


@pytest.mark.parametrize("look", ["show", "preview"])
def test_an_entry_that_cannot_be_used_says_what_to_add(desk: Desk, look: str) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("citations/own.bib", "@report{theirs, title = {T}, date = {2024}}\n@report{undated, title = {T}}\n")
    shown = run("cite", look, "undated")
    assert (shown.code, shown.out) == (1, "")
    assert [line.partition(": ")[2] for line in shown.lines[:1]] == [
        "SRC111 warning: 'undated' (report) has no 'author' or 'institution'"
    ]
    assert "  hint: add date = {2024-07-26}" in shown.lines
    assert "SRC201 the entry of 'undated' cannot be used" in shown.err
    assert "theirs" not in shown.err
