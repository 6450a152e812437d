"""What is wrong with a signal is told once: of a bracket as it is drafted, of typed words as they are checked."""

from __future__ import annotations

from front_door import Desk, run

FRONT = """\
---
template: policy-letter
style: bluebook
edition: 21
organization: Example Institute
date: 2024-09-09
---
"""
BRACKETS = "One.[cf. @ntia2024, 3] Two.[contrast @eo14110, § 4.1 (weighing one); with @ntia2024, 4 (weighing both)]\n"


def codes(*arguments: str) -> list[str]:
    """Return the codes of signals that a check tells, in order."""
    words = run("check", *arguments).out.split()
    return [word for word in words if word.startswith("SIG")]


def test_a_letter_of_brackets_hears_of_its_signals_once(desk: Desk) -> None:
    desk.write("letter.md", f"{FRONT}\n{BRACKETS}")
    assert codes("letter.md") == ["SIG201", "SIG202"]


def test_the_file_that_is_built_of_it_hears_of_them_once(desk: Desk) -> None:
    desk.write("letter.md", f"{FRONT}\n{BRACKETS}")
    assert desk.build().code == 0
    assert codes("letter.docx") == ["SIG303"]


def test_a_letter_that_is_typed_hears_of_its_signals_once(desk: Desk) -> None:
    desk.write("letter.md", "One.[^1]\n\n[^1]: *Cf.* Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023).\n")
    assert codes("letter.md", "--style", "bluebook") == ["SIG303"]
