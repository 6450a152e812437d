"""Finding blocks: by topic, by source, by words; shown, begun."""

from __future__ import annotations

import json

import pytest
from front_door import Desk, Outcome, run
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.blocks.searching import Words, folded
from comment_kit.front_matter import take_apart

RISK = """\
---
title: Marginal risk is the right test
topics: [open models, risk assessment]
params: {agency: {required: true}, report: {default: the Report}}
---
Any assessment by {{ agency }} should ask what a *release* adds, says {{ report }}.[@ntia2024, at 10]
"""
THEFT = """\
---
title: Published weights cannot be stolen
topics: [model theft]
---
A naïve reading of “theft” finds it in every résumé.[@eo14110, § 1]

{{ block("own/risk", agency="NIST") }}
"""


@pytest.fixture
def project(desk: Desk) -> Desk:
    """Return a desk that is a project with two blocks."""
    desk.write("comment-kit.toml", "")
    desk.write("blocks/own/risk.md", RISK)
    desk.write("blocks/own/theft.md", THEFT)
    return desk


def listed(*options: str) -> list[str]:
    """Return the lines of the project's own blocks; none of the kit's answers the words that are asked for here."""
    outcome = run("blocks", "list", *options)
    assert outcome.code == 0
    return outcome.out.splitlines()


# ---- list ----


@pytest.mark.usefixtures("project")
def test_a_block_is_listed_with_its_words_title_topics_and_sources() -> None:
    lines = listed()
    at = lines.index("own/risk  12 words, not filed yet")
    assert lines[at + 1 : at + 3] == [
        "    Marginal risk is the right test  [open models, risk assessment]",
        "    cites ntia2024",
    ]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("topic", ["model theft", "Model Théft"])
def test_blocks_are_found_by_topic(topic: str) -> None:
    assert [line.split()[0] for line in listed("--topic", topic) if not line.startswith(" ")] == [
        "own/theft",
        "safeguards/model-theft",
    ]


@pytest.mark.usefixtures("project")
def test_an_unknown_topic_is_told_with_the_nearest() -> None:
    outcome = run("blocks", "list", "--topic", "model thefts")
    assert outcome.code == 0
    assert "has the topic 'model thefts'; did you mean 'model theft'?" in outcome.err


@pytest.mark.usefixtures("project")
def test_blocks_are_found_by_words_and_shown_with_what_stands_around_them() -> None:
    assert listed("--words", "NAIVE resume") == [
        "own/theft  10 words, not filed yet",
        "    Published weights cannot be stolen  [model theft]",
        "    cites eo14110",
        "    A *naïve* reading of “theft” finds it in ...",
        "    ... of “theft” finds it in every *résumé*.[@eo14110, § 1] {{ ...",
    ]


@pytest.mark.usefixtures("project")
def test_words_that_do_not_all_stand_in_one_block_find_none() -> None:
    outcome = run("blocks", "list", "--words", "naive marginal zzz")
    assert outcome.out == ""
    assert "is so" in outcome.err


@pytest.mark.usefixtures("project")
def test_blocks_are_found_by_source_also_as_json() -> None:
    outcome = run("blocks", "list", "--source", "eo14110", "--words", "naive", "--format", "json")
    assert json.loads(outcome.out) == {
        "schema": "comment-kit/blocks/1",
        "blocks": [
            {
                "name": "own/theft",
                "file": "blocks/own/theft.md",
                "title": "Published weights cannot be stolen",
                "topics": ["model theft"],
                "parameters": [],
                "agencies": [],
                "last_filed": None,
                "words": 10,
                "sources": ["eo14110"],
                "sets": ["own/risk"],
                "contexts": ["A *naïve* reading of “theft” finds it in ..."],
                "problem": None,
            }
        ],
    }


def test_a_block_that_cannot_be_read_is_listed_with_the_reason(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("blocks/own/broken.md", "---\ntitle: [\n---\nWords.\n")
    desk.write("blocks/own/latin.md", "Caf\xe9.\n".encode("latin-1"))
    assert [line for line in listed() if line.startswith("own/")] == [
        "own/broken: the front matter is not YAML: a bracket opens and never closes",
        "own/latin: the block is not UTF-8 text: line 1 holds a byte that UTF-8 does not",
    ]


@given(st.text(alphabet="aé öß\u0301ﬁXçn.-\n", max_size=60), st.text(alphabet="aéößnx", min_size=1, max_size=4))
def test_what_is_shown_between_asterisks_is_what_was_looked_for(text: str, word: str) -> None:
    found = Words.typed(word).contexts((text,))
    if found is None:
        return
    marked = found[0].split("*")[1]
    assert folded(marked).startswith(folded(word))


# ---- show ----


@pytest.mark.usefixtures("project")
def test_a_block_is_shown_alone_with_what_is_known_of_it() -> None:
    shown = run("blocks", "show", "own/risk")
    assert shown.code == 0
    text = shown.out.replace("\u00a0", " ")
    assert text.startswith("Marginal risk is the right test\n\n-   own/risk, version ")
    assert '-   parameters: agency (required), report ("the Report" where none is given)\n' in text
    assert "-   sources: ntia2024\n-   not filed yet\n" in text
    assert "Any assessment by [agency] should ask what a *release* adds, says the Report.[1]\n" in text
    assert "\n[1] Nat’l Telecomm. & Info. Admin., " in text


@pytest.mark.usefixtures("project")
def test_the_style_decides_how_a_shown_block_cites() -> None:
    forms = [run("blocks", "show", "own/risk", "--style", style).out for style in ("bluebook", "policy-letter")]
    assert forms[0] != forms[1]


TYPED = '*N* {{ x }} {% y %} [@a] <b> `c` \\ $ ^[n] "q" {#id}'


@pytest.mark.usefixtures("project")
def test_a_value_is_printed_as_it_was_typed() -> None:
    shown = run("blocks", "show", "own/risk", "-p", f"agency={TYPED}", "--to", "html")
    escaped = TYPED.replace("<b>", "&lt;b&gt;").replace('"q"', "“q”")
    assert f"Any assessment by {escaped} should ask" in shown.out


@pytest.mark.usefixtures("project")
def test_characters_of_the_private_planes_in_a_value_print_nothing_and_set_nothing() -> None:
    value = "N\U000fc000I\U0010fe2aS\U000fa07bT"
    assert "Any assessment by NIST should" in run("blocks", "show", "own/risk", "-p", f"agency={value}").out


@pytest.mark.usefixtures("project")
def test_a_block_is_shown_as_markdown() -> None:
    assert "says the Report.[^1]\n\n[^1]: " in run("blocks", "show", "own/risk", "--to", "md").out


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("own/rsk",), "there is no block 'own/rsk'\nhint: did you mean 'own/risk'?"),
        (("../letter",), "'../letter' leads out of the folders of blocks"),
        (("own/risk", "-p", "agncy=X"), "has no parameter 'agncy'\nhint: its parameters are agency, report"),
        (("own/risk", "-p", "agency"), "'agency' names no value\nhint: write -p agency=NIST"),
        (("own/risk", "--version", "abcd"), "the version 'abcd' of the block 'own/risk': no text of that version"),
    ],
)
def test_a_wrong_question_is_answered_in_a_sentence(arguments: tuple[str, ...], said: str) -> None:
    outcome = run("blocks", "show", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_what_is_wrong_in_a_shown_block_is_told(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("blocks/own/risk.md", "Words.[@nobody2024, 3]\n")
    shown = run("blocks", "show", "own/risk")
    assert shown.code == 1
    assert shown.lines[0].startswith("blocks/own/risk.md:1:8: ")
    assert "a made-up letter" not in shown.err


# ---- new ----


def begun(desk: Desk, *arguments: str) -> Outcome:
    desk.write("comment-kit.toml", "")
    return run("blocks", "new", *arguments)


def test_a_new_block_sets_as_it_is(desk: Desk) -> None:
    outcome = begun(desk, "open-models/marginal-risk")
    assert outcome.out.startswith("wrote blocks/open-models/marginal-risk.md\n")
    shown = run("blocks", "show", "open-models/marginal-risk")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("Marginal risk\n")
    assert "topics: open models\n" in shown.out
    assert "Write here what the agency should do, and why." in shown.out


@pytest.mark.parametrize("title", ["A: b # c", "true", '"quoted" \\ back', "- x", "Plain words"])
def test_whatever_title_is_given_is_the_title(desk: Desk, title: str) -> None:
    begun(desk, "own/x", "--title", title, "--topics", "a: b, true")
    text = (desk.folder / "blocks/own/x.md").read_text(encoding="utf-8")
    assert not take_apart(text).unclosed
    shown = run("blocks", "show", "own/x")
    assert shown.out.splitlines()[0].replace("“", '"').replace("”", '"') == title
    assert "topics: a: b, true" in shown.out


def test_a_block_that_is_there_is_never_written_over(desk: Desk) -> None:
    desk.write("blocks/own/risk.md", RISK)
    outcome = begun(desk, "own/risk")
    assert outcome.code == 2
    assert "blocks/own/risk.md: there is a file already" in outcome.err
    assert (desk.folder / "blocks/own/risk.md").read_text(encoding="utf-8") == RISK


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "a\\b", "a//b", "", "c:x", "./a", "a/", "out/x"])
def test_a_name_that_leads_out_is_refused(desk: Desk, name: str) -> None:
    (desk.folder / "blocks").mkdir()
    (desk.folder / "elsewhere").mkdir()
    (desk.folder / "blocks/out").symlink_to(desk.folder / "elsewhere")
    outcome = begun(desk, name)
    assert outcome.code == 2
    assert f"'{name}' leads out of the folder of blocks" in outcome.err
    assert list(desk.holds()) == ["comment-kit.toml"]


@pytest.mark.parametrize("name", [".hidden", "a/.b", "a/ b", "a\nb", "a/\x07"])
def test_a_name_that_no_list_shows_is_refused(desk: Desk, name: str) -> None:
    outcome = begun(desk, name)
    assert outcome.code == 2
    assert "holds a part that no list of blocks shows" in outcome.err
    assert list(desk.holds()) == ["comment-kit.toml"]


@pytest.mark.usefixtures("desk")
def test_without_a_project_there_is_no_place_for_a_block() -> None:
    outcome = run("blocks", "new", "own/x")
    assert outcome.code == 2
    assert outcome.err == (
        "comment-kit: blocks are kept in a project, and here is none\nhint: 'comment-kit init' makes one\n"
    )
