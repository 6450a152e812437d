"""A command or an option that is misspelled is answered with the one that is nearest."""

from __future__ import annotations

import pytest
from front_door import run

SLIPS = {
    ("biuld", "letter.md"): "Error: No such command 'biuld'. Did you mean 'build'?",
    ("Check", "letter.md"): "Error: No such command 'Check'. Did you mean 'check'?",
    ("explian",): "Error: No such command 'explian'. Did you mean 'explain'?",
    ("qwzx",): "Error: No such command 'qwzx'.",
    ("blocks", "statsu"): "Error: No such command 'statsu'. Did you mean 'status'?",
    ("blocks", "where-use"): "Error: No such command 'where-use'. Did you mean 'where-used'?",
    ("cite", "shwo"): "Error: No such command 'shwo'. Did you mean 'show'?",
    ("sources", "lits"): "Error: No such command 'lits'. Did you mean 'list'?",
}


@pytest.mark.parametrize("arguments", SLIPS, ids=" ".join)
def test_a_slip_of_the_hand_is_answered_with_what_was_meant(arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.lines[-1] == SLIPS[arguments]


@pytest.mark.parametrize(("typed", "meant"), [("--stlye", "--style"), ("--paginat", "--paginate")])
def test_a_misspelled_option_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    outcome = run("build", "letter.md", typed)
    assert (outcome.code, outcome.out) == (2, "")
    # The words are click's own.
    assert f"{typed}'" in outcome.lines[-1]
    assert f"Did you mean '{meant}'" in outcome.lines[-1]
