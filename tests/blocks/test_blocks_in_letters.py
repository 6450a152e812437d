"""Blocks set into a letter: what stands in the text, where it counts, and what is said when it cannot be set."""

from __future__ import annotations

import pytest
from front_door import FIRST_LINE, FRONT, Desk, letter_of, run

RISK = """\
---
title: Marginal risk is the right test
topics: [open models]
params: {agency: {required: true}, report: {default: the Report}}
---
Any assessment by {{ agency }} should ask what *release* adds, says {{ report }}.[@ntia2024, 10]
"""
RISK_AS_SET = "Any assessment by NIST should ask what *release* adds, says the Report."
PARTS = "# First\n\nOne.[@ntia2024, 10]\n\n## Inner\n\nTwo.\n"


@pytest.fixture
def project(desk: Desk) -> Desk:
    """Return a desk that is a project with two blocks."""
    desk.write("comment-kit.toml", "")
    desk.write("blocks/open/risk.md", RISK)
    desk.write("blocks/open/parts.md", PARTS)
    return desk


def text_of(desk: Desk, body: str) -> str:
    """Return the letter of ``body`` as Markdown without its cover; nothing may be wrong with it."""
    desk.write("letter.md", letter_of(body))
    outcome = desk.build("--to", "md", "-o", "out.md", "--force")
    assert (outcome.code, outcome.lines) == (0, [])
    return (desk.folder / "out.md").read_text(encoding="utf-8").replace("\u00a0", " ")


def remarks_on(desk: Desk, body: str) -> list[str]:
    desk.write("letter.md", letter_of(body))
    outcome = desk.build("--to", "md", "-o", "out.md")
    assert outcome.code == 1
    assert not (desk.folder / "out.md").exists()
    return [line for line in outcome.lines if not line.startswith(("nothing was", "1 error", "2 errors"))]


def call(name: str, **parameters: str) -> str:
    given = "".join(f', {key}="{value}"' for key, value in parameters.items())
    return f'{{{{ block("{name}"{given}) }}}}'


def test_a_block_stands_in_the_letter_with_its_note_and_its_values(project: Desk) -> None:
    text = text_of(project, f"Before.[@ntia2024, 3]\n\n{call('open/risk', agency='NIST')}\n\nAfter.[@ntia2024, 4]")
    assert f"Before.[^1]\n\n{RISK_AS_SET}[^2]\n\nAfter.[^3]" in text
    assert "\n[^2]: *Id.* at 10.\n\n[^3]: *Id.* at 4.\n" in text


def test_a_value_that_is_typed_in_the_call_is_text_of_the_letter(project: Desk) -> None:
    text = text_of(project, call("open/risk", agency="*NTIA*", report="one[@ntia2024, 4] report"))
    assert "Any assessment by *NTIA* should ask what *release* adds, says one[^1] report.[^2]" in text


def test_a_value_of_the_front_matter_is_printed_as_it_is(project: Desk) -> None:
    body = '{{ block("open/risk", agency=vars.agency) }}'
    project.write("letter.md", letter_of(body, f"{FRONT}vars: {{agency: '*N* [@x] <d> {{% y'}}\n"))
    assert project.build("--to", "md", "-o", "out.md").code == 0
    text = (project.folder / "out.md").read_text(encoding="utf-8").replace("\\", "")
    assert "Any assessment by *N* [@x] <d> {% y should ask what *release* adds" in text


def test_headings_take_the_level_of_the_place(project: Desk) -> None:
    project.write("blocks/part.md", "# First\n\nWords.\n")
    text = text_of(project, f"# Part\n\nA.\n\n## Section\n\n{call('part')}\n\n# Next\n\n{call('part')}")
    assert "\n### 1. First\n" in text
    assert "\n# II. Next\n\n## A. First\n" in text


def test_without_a_heading_above_it_a_block_begins_at_the_top(project: Desk) -> None:
    assert "\n# I. First\n" in text_of(project, call("open/parts"))


def test_under_a_part_without_a_number_a_block_brings_parts_of_its_own(project: Desk) -> None:
    text = text_of(project, f"# Introduction {{.unnumbered}}\n\nWords.\n\n{call('open/parts')}")
    assert "\n# I. First\n" in text
    assert "\n## A. Inner\n" in text


def test_a_heading_too_deep_is_set_on_the_third_level_and_told(project: Desk) -> None:
    project.write("letter.md", letter_of(f"# A\n\n## B\n\n### C\n\n{call('open/parts')}"))
    outcome = project.build("--to", "md", "-o", "out.md")
    message = "BLK202 warning: where the block 'open/parts' stands, this heading would lie deeper than a letter goes"
    assert outcome.lines[0] == f"blocks/open/parts.md:1:3: {message}"
    assert f"  see also: letter.md:{FIRST_LINE + 6}:1" in outcome.lines
    assert outcome.code == 0


def test_a_block_of_one_paragraph_stands_inside_of_another(project: Desk) -> None:
    text = text_of(project, f"We repeat: {call('open/risk', agency='NIST')} We do.")
    assert f"We repeat: {RISK_AS_SET}[^1] We do." in text


def test_blocks_stand_in_lists_and_in_quotations(project: Desk) -> None:
    here = call("open/risk", agency="NIST")
    text = text_of(project, f"- {here}\n\n> {here}")
    assert f"- {RISK_AS_SET}[^1]" in text.replace("-   ", "- ")
    assert f"> {RISK_AS_SET}[^2]" in text


def test_a_block_sets_other_blocks(project: Desk) -> None:
    project.write("blocks/both.md", f"First.\n\n{call('open/risk', agency='NIST')}\n")
    assert f"First.\n\n{RISK_AS_SET}[^1]" in text_of(project, call("both"))


def test_names_of_notes_belong_to_their_block(project: Desk) -> None:
    project.write("blocks/named.md", "A.[^x] See note [](#x).\n\n[^x]: See [@ntia2024, 10].\n")
    text = text_of(project, f"B.[^x]\n\n{call('named')}\n\n{call('named')}\n\n[^x]: Own words.")
    assert "B.[^1]\n\nA.[^2] See note 2.\n\nA.[^3] See note 3." in text


def test_ids_of_headings_belong_to_their_block(project: Desk) -> None:
    project.write("blocks/here.md", "# Here {#here}\n\nAs [](#here) says.\n")
    text = text_of(project, f"# There {{#here}}\n\n{call('here')}\n\n# Last\n\n{call('here')}")
    assert "As [Section I.A](#here-2) says." in text
    assert "As [Section II.A](#here-3) says." in text


def test_a_letter_may_point_at_the_heading_of_a_block(project: Desk) -> None:
    project.write("blocks/here.md", "# Here {#here}\n\nWords.\n")
    assert "See [Part II](#here)." in text_of(
        project, f"# One\n\nSee [](#here).\n\n# Two {{.unnumbered}}\n\n{call('here')}"
    )


def test_pictures_stand_beside_their_block(project: Desk) -> None:
    project.write("blocks/seen.md", "![A picture](none.png)\n")
    assert remarks_on(project, call("seen"))[0] == "blocks/seen.md:1:1: LET205 there is no picture 'blocks/none.png'"


WRONG = {
    "a name that no block has": (
        call("open/rsk"),
        ["letter.md:11:1: BLK101 there is no block 'open/rsk'", "  hint: did you mean 'open/risk'?"],
    ),
    "a name without its topic": (
        call("risk"),
        ["letter.md:11:1: BLK101 there is no block 'risk'", "  hint: did you mean 'open/risk'?"],
    ),
    "no name": (
        "{{ block() }}",
        [
            "letter.md:11:1: BLK101 'block' is called without the name of a block",
            "  hint: write block('topic/name'); 'comment-kit blocks list' prints the names",
        ],
    ),
    "a name that leads out": (
        call("../letter"),
        [
            "letter.md:11:1: BLK102 '../letter' leads out of the folders of blocks",
            "  hint: a name is a path inside of them, such as 'open-models/marginal-risk'",
        ],
    ),
    "a parameter that is missing": (
        call("open/risk"),
        [
            "letter.md:11:1: BLK105 the block 'open/risk' needs its parameter 'agency'",
            "  see also: blocks/open/risk.md:4:10",
            "  hint: write block('open/risk', agency='...')",
        ],
    ),
    "a parameter that nothing reads": (
        call("open/risk", agency="NIST", agnecy="NTIA"),
        [
            "letter.md:11:1: BLK106 the block 'open/risk' has no parameter 'agnecy'",
            "  see also: blocks/open/risk.md:1",
            "  hint: its parameters are agency, report; a block sees nothing else of the letter",
        ],
    ),
    "more than a paragraph inside of one": (
        f"See {call('open/parts')}",
        [
            "letter.md:11:5: BLK201 the block 'open/parts' is more than a paragraph and stands inside of one",
            "  hint: give the call a line of its own, with an empty line before and behind it",
        ],
    ),
    "a version that nobody filed": (
        call("open/risk", version="3f2a", agency="NIST"),
        [
            ("letter.md:11:1: BLK108 the version '3f2a' of the block 'open/risk': no text of that version was filed"),
            "  hint: 'comment-kit blocks where-used open/risk' prints the versions that were filed",
        ],
    ),
}


@pytest.mark.parametrize(("body", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_call_is_told_where_it_stands(project: Desk, body: str, said: list[str]) -> None:
    assert remarks_on(project, body) == said


FAULTY = {
    "a name of the letter": (
        "Words.\n\nOf {{ vars.agency }}.\n",
        "blocks/x.md:3: BLK109 'vars' is not known here",
        "the block has no parameters; they are declared under 'params' in its front matter",
    ),
    "a tag that is not closed": (
        "{% if true %}\n",
        "blocks/x.md:1: BLK109 the template is not understood: ",
        None,
    ),
    "a source that the library lacks": (
        "Words.\n\nMore.[@nobody, 3]\n",
        "blocks/x.md:3:7: SRC201 no source has the key",
        None,
    ),
    "a circle": (
        '{{ block("y") }}\n',
        "blocks/y.md:1:1: BLK107 blocks go round in a circle: 'x' sets 'y' sets 'x'",
        "take one out",
    ),
}


@pytest.mark.parametrize(("text", "said", "hint"), FAULTY.values(), ids=FAULTY.keys())
def test_what_is_wrong_in_a_block_is_told_with_its_file_and_with_the_call(
    project: Desk, text: str, said: str, hint: str | None
) -> None:
    project.write("blocks/x.md", text)
    project.write("blocks/y.md", '{{ block("x") }}\n')
    found = remarks_on(project, call("x"))
    assert found[0].startswith(said)
    assert found[1].startswith("  see also: ")
    assert hint is None or f"  hint: {hint}" in found


FRONTS = {
    "a key that nothing reads": ("titel: A", "blocks/x.md:2:1: BLK104 warning: nothing reads the key 'titel'"),
    "a list where parameters are named": (
        "params: [agency]",
        "blocks/x.md:2:1: BLK104 warning: 'params' does not name parameters",
    ),
    "a name that a call uses": (
        "params: {version: {default: x}}",
        "blocks/x.md:2:10: BLK104 warning: a parameter cannot be called 'version'",
    ),
    "a parameter that is never printed": (
        "params: {agency: {default: NIST}}",
        "blocks/x.md:2:10: BLK110 warning: the block never prints its parameter 'agency'",
    ),
    "what is no YAML": ("title: 'A", "blocks/x.md:2:8: BLK103 the front matter is not YAML: "),
}


@pytest.mark.parametrize(("front", "said"), FRONTS.values(), ids=FRONTS.keys())
def test_the_front_matter_of_a_block_is_read_with_care(project: Desk, front: str, said: str) -> None:
    project.write("blocks/x.md", f"---\n{front}\n---\nWords.[@ntia2024, 3]\n")
    project.write("letter.md", letter_of(call("x")))
    assert project.build("--to", "md", "-o", "out.md").lines[0].startswith(said)


def test_a_block_that_is_no_text_stops_the_build(project: Desk) -> None:
    project.write("blocks/x.md", b"\xff\xfe\x00")
    assert remarks_on(project, call("x"))[0].startswith("letter.md:11:1: BLK103 blocks/x.md: ")


def test_a_hidden_call_in_code_is_left_alone(project: Desk) -> None:
    assert '`{{ block("open/risk") }}`' in text_of(project, "Write `" + call("open/risk") + "`.")


def test_check_tells_once_what_is_wrong_in_a_block_and_where_the_block_is_set(project: Desk) -> None:
    project.write("blocks/x.md", "The draft says so.[@nist800-1, 5]\n")
    project.write("letter.md", letter_of(call("x")).replace("2024-09-09", "2025-03-10"))
    lines = run("check", "letter.md").out.splitlines()
    [at] = [number for number, line in enumerate(lines) if "superseded on 2025-01-15" in line]
    assert lines[at].startswith("blocks/x.md:1:20: SRC202 warning: ")
    assert lines[at + 1] == "  see also: letter.md:11:1"
