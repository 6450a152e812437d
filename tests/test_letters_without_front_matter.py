"""A letter without front matter is built, and the writer hears what was assumed."""

from __future__ import annotations

import pytest
from front_door import Desk, letter_of

BODY = "Words.[@ntia2024, 3]\n\n# One\n\nMore.[@ntia2024, 3]\n"


@pytest.mark.parametrize(("options", "style"), [((), "bluebook"), (("--style", "comment-letter"), "comment-letter")])
def test_what_was_assumed_is_said_and_how_to_choose(desk: Desk, options: tuple[str, ...], style: str) -> None:
    desk.write("letter.md", BODY)
    built = desk.build(*options)
    assert (built.code, built.out) == (0, "wrote letter.docx\n")
    lines = f"---, template: formal-comment, style: {style}, date: 2024-09-09, ---"
    assert built.lines == [
        f"letter.md has no front matter: it was set in the style '{style}', with no template and no date",
        f"hint: to choose them, begin it with the lines {lines}",
    ]


def test_the_style_of_the_house_is_named(desk: Desk) -> None:
    desk.write("comment-kit.toml", '[letter]\nstyle = "policy-letter"\ntemplate = "policy-letter"\ndate = 2024-09-09\n')
    desk.write("letter.md", BODY)
    assert desk.build().lines[0].endswith(": it was set in the style 'policy-letter', with no template")


def test_front_matter_given_draws_no_remark(desk: Desk) -> None:
    desk.write("letter.md", letter_of(BODY))
    assert "front matter" not in desk.build().err


def test_who_asks_for_quiet_hears_nothing(desk: Desk) -> None:
    desk.write("letter.md", BODY)
    built = desk.build("--quiet")
    assert (built.code, built.out, built.err) == (0, "", "")
