"""The blocks that ship: each can be filed as it stands, in any company, and says where it has its words from."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from front_door import Desk, run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meanings import meaning
from real_sources import real_source

from comment_kit.letters import write_markdown
from comment_kit.model.blocks import ArgumentBlock
from comment_kit.project import Project
from comment_kit.workflows.composing import Composition, compose_text
from comment_kit.workflows.setting_blocks import block_shelf
from comment_kit.workflows.shelves import read_shelves

STYLES = ("bluebook", "comment-letter", "policy-letter")
TEMPLATES = ("formal-comment", "policy-letter")
SHIPPED = (
    "agencies/consistency",
    "open-models/benefits-of-access",
    "open-models/marginal-risk",
    "open-models/open-and-closed-differ",
    "requests/reissued-draft",
    "requests/separate-guidance",
    "safeguards/beyond-an-open-developer",
    "safeguards/model-theft",
    "safeguards/proportionate",
)
QUOTED = {"eo14110": "eo14110.xml", "nist800-1": "nist-ai-800-1.ipd.pdf"}
"""Whose words the blocks use, and the official copy that has them; of no other source did we see one."""

FRONT = """\
---
template: {template}
style: {style}
date: 2024-09-09
docket: {{title: A Title, id: X-1}}
organization: Example Institute
authors: [{{name: Your Name}}]
---

"""


def call(name: str, **parameters: str) -> str:
    given_values = {"agency": "NIST", **parameters}
    return f'{{{{ block("{name}", {", ".join(f"{key}={value!r}" for key, value in given_values.items())}) }}}}'


def letter_of(names: Sequence[str], style: str = "bluebook", template: str = "formal-comment") -> str:
    parts = [f"# Part {number}\n\n{call(name)}\n" for number, name in enumerate(names, start=1)]
    return FRONT.format(style=style, template=template) + "\n".join(parts)


def composed(text: str) -> Composition:
    """Return a letter as it is set; nothing may be wrong with it."""
    composition = compose_text(text, Path("letter.md"))
    assert composition.diagnostics == ()
    return composition


@functools.cache
def block(name: str) -> ArgumentBlock:
    reading = block_shelf(Project()).read(name)
    assert reading.diagnostics == ()
    return reading.block


def test_these_blocks_ship() -> None:
    assert tuple(block_shelf(Project()).files()) == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_block_says_what_it_is_about_and_asks_for_the_agency(name: str) -> None:
    assert block(name).title
    assert block(name).topics
    assert [each.name for each in block(name).parameters.values() if each.required] == ["agency"]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_block_stands_alone_under_any_style_in_any_letter(name: str, style: str, template: str) -> None:
    composition = composed(FRONT.format(style=style, template=template) + call(name) + "\n")
    assert composition.blocks[-1].name == name
    assert len(composition.resolutions) >= 2


@pytest.mark.parametrize("style", STYLES)
def test_a_letter_of_all_of_them_comes_back_from_word_with_nothing_to_be_found(desk: Desk, style: str) -> None:
    desk.write("letter.md", letter_of(SHIPPED, style))
    built = desk.build("-o", "letter.docx", "--quiet")
    assert (built.code, built.lines) == (0, [])
    checked = json.loads(run("check", "letter.docx", "--format", "json").out)
    assert checked["diagnostics"] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_parameter_is_printed(name: str) -> None:
    for parameter in block(name).parameters:
        text = FRONT.format(style="bluebook", template="formal-comment") + call(name, **{parameter: "Zanzibar"})
        assert "Zanzibar" in write_markdown(composed(text).letter), parameter


@pytest.mark.parametrize("name", SHIPPED)
def test_a_sentence_never_begins_with_a_parameter(name: str) -> None:
    # "the Commission" would begin it with a small letter.
    assert re.findall(r"(?:^|[.?!][\"”]? )\{\{ (?!block)", block(name).body, re.MULTILINE) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_no_block_chooses_a_form(name: str) -> None:
    assert re.findall(r"form=|pin=|\b[Ii]d\.|\bsupra\b|\binfra\b", block(name).body) == []


def test_every_source_is_in_the_database_that_ships() -> None:
    sources = read_shelves(Project()).library.sources
    cited = {each.key for each in composed(letter_of(SHIPPED)).resolutions}
    assert cited <= sources.keys()
    assert cited == {"eo14110", "nist800-1", "ntia-rfc-2024", "ntia2024", "rfc2024", "srikumar2024", "tamirisa2024"}


def test_a_block_sets_another_and_hands_its_agency_on() -> None:
    composition = composed(letter_of(["open-models/marginal-risk"]))
    inner, outer = composition.blocks
    assert (inner.name, inner.within) == ("open-models/benefits-of-access", outer.name)
    assert inner.parameters == {"agency": "NIST"}


@pytest.mark.parametrize(
    ("parameters", "begins"),
    [
        ({}, "The need for agreement does not depend on any one directive."),
        (
            {"department": "Commerce"},
            "Agreement should not be hard to reach where the agencies concerned belong to Commerce and speak in",
        ),
    ],
)
def test_agencies_of_one_department_are_told_so(parameters: dict[str, str], begins: str) -> None:
    text = FRONT.format(style="bluebook", template="formal-comment") + call("agencies/consistency", **parameters)
    paragraphs = write_markdown(composed(text).letter).split("\n\n")
    assert any(each.startswith(begins) for each in paragraphs)


# ---- any order ----


def places(composition: Composition) -> list[tuple[str | None, object]]:
    """Return the source and place at which a reader of the notes arrives, note by note."""
    by_place = {each.at: each for each in composition.resolutions}
    return [meaning(each, by_place) for each in composition.resolutions]


@functools.cache
def places_alone(name: str) -> list[tuple[str | None, object]]:
    return places(composed(letter_of([name])))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(SHIPPED), style=st.sampled_from(STYLES), template=st.sampled_from(TEMPLATES))
def test_in_any_order_each_note_names_the_source_and_page_that_it_names_alone(
    order: list[str], style: str, template: str
) -> None:
    composition = composed(letter_of(order, style, template))
    assert places(composition) == [place for name in order for place in places_alone(name)]


# ---- the official copies ----


def test_every_quotation_stands_in_the_official_copy_on_its_page(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    for key, file in QUOTED.items():
        assert run("sources", "add", key, str(real_source(file))).code == 0
    desk.write("letter.md", letter_of(SHIPPED))
    checked = json.loads(run("check", "letter.md", "--format", "json").out)
    assert checked["diagnostics"] == []
    assert {each["source"] for each in checked["quotations"]} == QUOTED.keys()
    assert {each["verdict"] for each in checked["quotations"]} == {"verified"}
    assert len(checked["quotations"]) >= 20
