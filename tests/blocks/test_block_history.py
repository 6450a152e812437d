"""Where a block was filed, what became of it since, and whether it needs a hand."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from filed_letters import FILING, append
from front_door import Desk, letter_of, run
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from comment_kit.blocks.differences import differences
from comment_kit.blocks.ledger_lines import filing_id
from comment_kit.model.blocks import BlockUse, FiledSource, Filing, fingerprint
from comment_kit.report.block_diffs import render_changes

OLD = """\
---
title: Marginal risk
params: {agency: {required: true}}
---
Any assessment by {{ agency }} should ask what a release adds.[@ntia2024, at 10]

A paragraph that stays.

The last words.
"""
NEW = OLD.replace("title: Marginal risk", "title: Marginal risk and benefit").replace("should ask", "must first ask")


def filing_of(text: str, **changes: object) -> Filing:
    use = BlockUse(name="own/risk", fingerprint=fingerprint(text), parameters={"agency": "NIST"})
    return replace(FILING, blocks=(use,), sources=(FiledSource(key="ntia2024", edition=""),), **changes)  # type: ignore[arg-type]


@pytest.fixture
def project(desk: Desk) -> Desk:
    """Return a project whose block was filed once and changed since."""
    desk.write("comment-kit.toml", "")
    desk.write("blocks/own/risk.md", NEW)
    desk.write("letters/letter.md", letter_of('{{ block("own/risk", agency="NIST") }}'))
    append(desk.folder, filing_of(OLD), OLD)
    return desk


# ---- where-used ----


@pytest.mark.usefixtures("project")
def test_a_filing_is_told_with_its_version_then_and_now() -> None:
    outcome = run("blocks", "where-used", "own/risk")
    then, now = fingerprint(OLD)[:8], fingerprint(NEW)[:8]
    first, second, third, last = outcome.out.splitlines()
    assert first == f"own/risk: filed once; today it is {now}"
    assert second.startswith("  2024-09-09  NIST AI 800-1  letters/nist/letter.md, X-1  (filing ")
    assert third == f'    version {then}, with agency="NIST"'
    assert last == "  set today by letters/letter.md"


def test_the_newest_filing_comes_first_and_todays_version_is_named(project: Desk) -> None:
    append(project.folder, filing_of(NEW, filed=dt.date(2025, 3, 1), label="NTIA"), NEW)
    lines = run("blocks", "where-used", "own/risk").out.splitlines()
    assert lines[0].startswith("own/risk: filed 2 times")
    assert lines[1].startswith("  2025-03-01  NTIA  ")
    assert lines[2] == f'    version {fingerprint(NEW)[:8]}, as today, with agency="NIST"'


def test_what_leads_to_a_block_by_way_of_others_is_told(project: Desk) -> None:
    project.write("blocks/own/outer.md", '{{ block("own/risk", agency="NIST") }}\n')
    project.write("letters/other.md", letter_of("{{ block('own/outer') }}"))
    project.write("letters/code.md", letter_of("`block('own/outer')` {## block('own/risk') ##}"))
    assert run("blocks", "where-used", "own/risk").out.splitlines()[3:] == [
        "  set today by own/outer",
        "  set today by letters/letter.md",
        "  set today by letters/other.md, by way of own/outer",
    ]


def test_a_source_is_told_with_its_filings_and_with_what_cites_it_today(project: Desk) -> None:
    project.write("blocks/own/other.md", "Words.[@rfc2024]\n")
    outcome = run("blocks", "where-used", "--source", "ntia2024").out.splitlines()
    assert outcome[0] == "ntia2024: filed once"
    assert outcome[2] == "    no edition told, without its text at hand"
    assert "  cited today by own/risk" in outcome
    assert "  cited today by own/other" not in outcome
    assert "  cited today by letters/letter.md, by way of own/risk" in outcome


@pytest.mark.usefixtures("project")
def test_the_answer_is_given_as_json_too() -> None:
    told = json.loads(run("blocks", "where-used", "own/risk", "--format", "json").out)
    assert told["schema"] == "comment-kit/where-used/1"
    assert told["now"] == fingerprint(NEW)
    assert told["filings"][0]["uses"] == [
        {"version": fingerprint(OLD), "within": None, "parameters": {"agency": "NIST"}}
    ]
    assert told["letters"] == [{"file": "letters/letter.md", "by_way_of": None}]


@pytest.mark.usefixtures("project")
def test_a_block_is_listed_with_whom_it_was_filed_with_and_when() -> None:
    assert "own/risk  18 words, filed with NIST, last on 2024-09-09\n" in run("blocks", "list").out


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("arguments", [(), ("own/risk", "--source", "ntia2024")])
def test_one_thing_is_asked_for_at_a_time(arguments: tuple[str, ...]) -> None:
    outcome = run("blocks", "where-used", *arguments)
    assert outcome.code == 2
    assert "where-used tells of one block or one source" in outcome.err


@pytest.mark.usefixtures("project")
def test_a_block_that_never_was_is_told_with_the_nearest() -> None:
    outcome = run("blocks", "where-used", "own/rsik")
    assert outcome.code == 2
    assert "there is no block 'own/rsik', and none was filed\nhint: did you mean 'own/risk'?" in outcome.err


@pytest.mark.usefixtures("project")
def test_a_key_of_no_source_is_told_with_the_nearest_and_not_as_one_that_was_never_filed() -> None:
    outcome = run("blocks", "where-used", "--source", "nita2024")
    assert outcome.code == 2
    assert "no source has the key 'nita2024', and none was filed\nhint: did you mean 'ntia2024'?" in outcome.err
    assert run("blocks", "where-used", "--source", "srikumar2024").out.startswith("srikumar2024: not filed yet\n")


# ---- diff ----


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_the_two_sides_of_a_comparison_are_the_two_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new
    assert all(piece.old != piece.new for piece in pieces) is (not pieces or all(not p.is_same for p in pieces))


def test_what_was_changed_stands_in_brackets_and_the_rest_is_passed_over() -> None:
    changes = differences("One.\n\nTwo a b.\n\nThree.\n", "One.\n\nTwo c b.\n\nThree.\n\nFour.\n")
    assert render_changes(changes) == ("    ...", "    Two [-a-]{+c+} b.", "    ...", "    {+Four.+}")


def diff(*arguments: str) -> list[str]:
    outcome = run("blocks", "diff", *arguments)
    assert outcome.code == 0
    return outcome.out.splitlines()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("arguments", [(), ("--filing", "nist ai 800-1"), (fingerprint(OLD)[:6],)])
def test_a_block_is_compared_with_what_was_filed_front_matter_apart(arguments: tuple[str, ...]) -> None:
    assert diff("own/risk", *arguments) == [
        f"own/risk: {fingerprint(OLD)[:8]}, filed 2024-09-09 as NIST AI 800-1 -> {fingerprint(NEW)[:8]}, today",
        "  front matter:",
        "    title: Marginal risk{+ and benefit+}",
        "    ...",
        "  text:",
        "    Any assessment by {{ agency }} [-should-]{+must first+} ask what a release adds.[@ntia2024, at 10]",
        "    ...",
    ]


def test_two_filed_versions_are_compared_and_a_filing_is_known_by_its_id(project: Desk) -> None:
    later, _ = append(project.folder, filing_of(NEW, filed=dt.date(2025, 3, 1), label="NTIA"), NEW)
    project.write("blocks/own/risk.md", OLD)
    assert diff("own/risk", fingerprint(OLD)[:6], fingerprint(NEW)[:6])[0].endswith("filed 2025-03-01 as NTIA")
    assert diff("own/risk", "--filing", later.id[:5])[0].startswith(f"own/risk: {fingerprint(NEW)[:8]}, filed 2025")
    assert diff("own/risk", "--filing", "NIST AI 800-1")[1:] == ["  the same"]


def test_other_line_ends_and_blanks_are_no_other_words(project: Desk) -> None:
    project.write("blocks/own/risk.md", OLD + "\n\n")
    assert diff("own/risk")[1:] == ["  the same words, with other blanks or line ends"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("own/risk", "--filing", "zzz"), "no filing of 'own/risk' is called 'zzz'\nhint: there are "),
        (("own/risk", "--filing", "x", "abcd"), "a filing and a version were named"),
        (("own/risk", "abcd"), "no text of that version was filed"),
        (("own/none",), "the block 'own/none' was never filed"),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_wrong_comparison_is_answered_in_a_sentence(arguments: tuple[str, ...], said: str) -> None:
    outcome = run("blocks", "diff", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_a_label_that_was_used_twice_is_asked_back(project: Desk) -> None:
    append(project.folder, filing_of(NEW, filed=dt.date(2025, 3, 1)), NEW)
    assert "several filings of 'own/risk'" in run("blocks", "diff", "own/risk", "--filing", "NIST AI 800-1").err


# ---- status ----

STANDS = "of it stands in NIST AI 800-1, 2024-09-09"
LAST_FILED = "last filed (NIST AI 800-1, 2024-09-09)"


@pytest.mark.usefixtures("project")
def test_a_changed_text_is_told_with_the_filings_that_have_the_old_one_and_needs_no_hand() -> None:
    outcome = run("blocks", "status")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        f"blocks/own/risk.md: BLK403 hint: 'own/risk' was changed since it was filed; another text {STANDS}",
        f"  hint: 'comment-kit blocks diff own/risk --filing {filing_id(filing_of(OLD))}' prints what was changed",
        "1 hint",
        "1 block, 1 filed; 0 quotations",
    ]


def test_the_filings_of_the_old_text_are_told_when_the_new_one_was_filed_since(project: Desk) -> None:
    append(project.folder, filing_of(NEW, label="Docket 2", filed=dt.date(2025, 3, 1)), NEW)
    assert run("blocks", "status").out.splitlines()[0] == (
        f"blocks/own/risk.md: BLK403 hint: 'own/risk' was last filed as it is today; another text {STANDS}"
    )


REPORT = """\
@report{own2024,
  author = {{Example Institute}},
  title = {A Report},
  institution = {Example Institute},
  date = {2024-03-01},
  pagetotal = {20},
%s}
"""
CITING = "Words first.\n\nThe report asks \u201cwho will be here.\u201d[@own2024, at 1]\n"


def citing(desk: Desk, source: FiledSource, changes: str = "") -> list[str]:
    """Return the status of a block that cites a report and was filed with ``source``, its exit code first."""
    desk.write("comment-kit.toml", "")
    desk.write("citations/own.bib", REPORT % changes)
    desk.write("blocks/own/risk.md", CITING)
    append(desk.folder, replace(filing_of(CITING), sources=(source,)), CITING)
    outcome = run("blocks", "status")
    return [str(outcome.code), *outcome.out.splitlines()]


def test_a_source_that_was_overtaken_since_is_told_where_it_is_cited(desk: Desk) -> None:
    changes = "  withdrawn = {2024-12-01},\n"
    lines = citing(desk, FiledSource(key="own2024", edition=""), changes)
    assert lines[:2] == [
        "1",
        f"blocks/own/risk.md:3: BLK401 warning: 'own2024' was withdrawn on 2024-12-01, after this was {LAST_FILED}",
    ]


def test_a_source_that_was_overtaken_before_it_was_filed_needs_no_hand(desk: Desk) -> None:
    lines = citing(desk, FiledSource(key="own2024", edition=""), "  withdrawn = {2024-04-01},\n")
    assert lines[0] == "0"


def test_another_edition_and_another_copy_are_told(desk: Desk) -> None:
    assert (
        "BLK402 warning: 'own2024' is now '2024-03-01', and was '2023-01-01' when this was last filed"
        in citing(desk, FiledSource(key="own2024", edition="2023-01-01"))[1]
    )


def test_another_copy_is_told_and_its_quotations_are_judged(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("citations/own.bib", REPORT % "")
    desk.write("own.txt", "A Report. March 1, 2024. Who was there.\n\f2\n")
    assert run("sources", "add", "own2024", "own.txt").code == 0
    lines = citing(desk, FiledSource(key="own2024", edition="2024-03-01", sha256="a" * 64))
    assert lines[0] == "1"
    assert any(
        "BLK402 warning: the text of 'own2024' is another file than the one last filed" in each for each in lines
    )
    assert any(each.startswith("blocks/own/risk.md:3:") and "QUO" in each for each in lines)


def test_blocks_that_cannot_be_set_are_told_each_at_its_line_and_keep_no_other_from_being_judged(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("blocks/a/front.md", "---\ntitle: [\n---\nWords.\n")
    desk.write("blocks/a/key.md", "Words.\n\nWords.[@nobody2024, 3]\n")
    desk.write("blocks/a/locator.md", "Words.[@eo14110, § 99.9]\n")
    desk.write("blocks/a/name.md", "Words of {{ nobody }}.\n")
    desk.write("blocks/a/loop.md", "{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}\n")
    desk.write("blocks/a/good.md", "Words.[@ntia2024, at 10]\n")
    outcome = run("blocks", "status")
    assert outcome.code == 1
    told = [line.partition(" ")[0] for line in outcome.out.splitlines() if line.startswith("blocks/")]
    assert [each.split(":")[:2] for each in told] == [
        ["blocks/a/front.md", "3"],
        ["blocks/a/key.md", "3"],
        ["blocks/a/locator.md", "1"],
        ["blocks/a/loop.md", "1"],
        ["blocks/a/name.md", "1"],
    ]
    assert "a made-up letter" not in outcome.out


def test_what_is_wrong_in_a_block_is_told_once_though_another_block_sets_it(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("blocks/a/inner.md", "Words.[@nobody2024, 3]\n")
    desk.write("blocks/a/outer.md", 'More.\n\n{{ block("a/inner") }}\n')
    lines = run("blocks", "status").out.splitlines()
    assert [line for line in lines if "nobody2024" in line] == [
        "blocks/a/inner.md:1:8: SRC201 no source has the key 'nobody2024'"
    ]


def test_a_project_without_blocks_of_its_own_needs_no_hand(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    outcome = run("blocks", "status")
    assert (outcome.code, outcome.out) == (0, "0 blocks, 0 filed; 0 quotations\n")
