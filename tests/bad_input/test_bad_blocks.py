"""Blocks that mean harm, or were made by accident, end in one plain sentence that names them and their line."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time

import pytest
from front_door import FRONT, Desk, Outcome, letter_of, run

from comment_kit.blocks.names import LeadsOut, find_block

HUGE = 50_000_000


@pytest.fixture
def project(desk: Desk) -> Desk:
    """Return a project with one good block."""
    desk.write("comment-kit.toml", "")
    desk.write("blocks/own/good.md", "Good words.[@ntia2024, 10]\n")
    return desk


def set_in(desk: Desk, call: str = 'block("own/bad")') -> Outcome:
    """Build a letter that sets one block, in a process of its own."""
    desk.write("letter.md", letter_of(f"Words.\n\n{{{{ {call} }}}}"))
    return desk.build_apart()


def answered(outcome: Outcome) -> list[str]:
    """Hold that nothing was written, soon and small; return what was said."""
    assert outcome.code in {1, 2}
    assert "Traceback" not in outcome.err
    assert outcome.seconds < 10
    assert outcome.megabytes < 500
    return outcome.lines


_FOR_EACH = "".join("{% for " + name + " in '0123456789' | list %}" for name in "abcdef")
_COUNTING = f"{_FOR_EACH}{{{{ a }}}}{'{% endfor %}' * 6}"

HARMFUL = {
    "reads a file": ("{% include '/etc/passwd' %}", "lies outside the template folders"),
    "imports": ("{% import 'os' as os %}", "there is no template 'os'"),
    "extends": ("{% extends '../../letter.md' %}", "lies outside the template folders"),
    "asks for a class": ("{{ ''.__class__.__mro__ }}", ""),
    "asks for globals": ("{{ cite.__globals__ }}", ""),
    "asks for code": ("{{ block.__func__.__code__ }}", ""),
    "asks for the letter": ("{{ vars.secret }}", "'vars' is not known here"),
    "asks for open": ("{{ open('/etc/passwd') }}", "'open' is not known here"),
    "never ends": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", ""),
    "counts for ever": (_COUNTING, "the template takes too"),
    "multiplies": ("{{ 'a' * 300000000 }}", ""),
    "raises to a power": ("{{ 9 ** 9 ** 9 }}", ""),
    "pads": ("{{ '%900000000d' % 1 }}", ""),
    "grows": ("{% set ns = ['a'] %}{{ ns * 99999999 }}", ""),
    "ranges": ("{% for x in range(10**9) %}{{ x }}{% endfor %}", ""),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_block_that_means_harm_is_told_with_its_file_and_line(project: Desk, name: str) -> None:
    jinja, said = HARMFUL[name]
    project.write("blocks/own/bad.md", f"---\ntitle: Bad\n---\nWords.\n\n{jinja}\n")
    lines = answered(set_in(project))
    assert lines[0].startswith("blocks/own/bad.md:6: BLK109 ")
    assert said in lines[0]
    assert lines[1] == "  see also: letter.md:13:1"
    assert "root:" not in "\n".join(lines)
    assert not (project.folder / "letter.docx").exists()


def test_a_harmful_block_leaves_the_others_their_time(project: Desk) -> None:
    project.write("blocks/own/bad.md", HARMFUL["counts for ever"][0])
    outcome = run("blocks", "status")
    assert [line.partition(" ")[0] for line in outcome.out.splitlines() if line[:6] == "blocks"] == [
        "blocks/own/bad.md:1:"
    ]


@pytest.mark.parametrize("character", [r"\U000fc000", r"\U000fa07b", r"\U0010fe2a", r"\U000f0001"])
def test_a_character_that_the_kit_works_with_cannot_be_made_by_a_block(project: Desk, character: str) -> None:
    project.write("blocks/own/bad.md", f'Words{{{{ "{character}" }}}} and words.\n')
    outcome = set_in(project)
    assert "Traceback" not in outcome.err
    assert outcome.code in {0, 1}
    shown = run("blocks", "show", "own/bad")
    assert "Traceback" not in shown.err
    assert shown.code == outcome.code
    assert outcome.code == 1 or "Words and words." in shown.out


# ---- names ----


@pytest.mark.parametrize(
    "name",
    [
        "../letter",
        "own/../../letter",
        "/etc/passwd",
        "own//good",
        "./own/good",
        "own\\\\good",
        "C:/x",
    ],
)
def test_a_name_that_leads_out_is_refused_where_it_is_typed(project: Desk, name: str) -> None:
    lines = answered(set_in(project, f'block("{name}")'))
    assert lines[0].startswith("letter.md:13:1: BLK102 ")
    assert "leads out of the folders of blocks" in lines[0]


def test_a_link_that_leads_out_is_refused_and_not_listed(project: Desk) -> None:
    secret = project.write("secret/words.md", "Zebras are secret.\n")
    (project.folder / "blocks/own/file.md").symlink_to(secret)
    (project.folder / "blocks/out").symlink_to(secret.parent)
    for name in ("own/file", "out/words"):
        assert "BLK102" in answered(set_in(project, f'block("{name}")'))[0]
        assert "leads out" in run("blocks", "show", name).err
    assert run("blocks", "list", "--words", "zebras").out == ""
    listed = run("blocks", "list").out
    assert "own/good" in listed
    assert "own/file" not in listed
    assert "out/words" not in listed


@pytest.mark.parametrize("name", ["own/go\0od", "\0", "own/good\0/../../x"])
def test_a_name_with_a_nul_character_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LeadsOut):
        find_block(name, (tmp_path,))


def test_a_name_longer_than_any_file_has_is_unknown(project: Desk) -> None:
    lines = answered(set_in(project, f'block("own/{"x" * 5_000}")'))
    assert lines[0].startswith("letter.md:13:1: BLK101 there is no block 'own/xxx")


def test_links_in_a_circle_end(project: Desk) -> None:
    (project.folder / "blocks/own/a.md").symlink_to(project.folder / "blocks/own/b.md")
    (project.folder / "blocks/own/b.md").symlink_to(project.folder / "blocks/own/a.md")
    (project.folder / "blocks/loop").symlink_to(project.folder / "blocks")
    assert "BLK10" in answered(set_in(project, 'block("own/a")'))[0]
    listed = run("blocks", "list")
    assert listed.code == 0
    assert "loop" not in listed.out


# ---- files ----


def test_fifty_megabytes_are_no_block(project: Desk) -> None:
    project.write("blocks/own/bad.md", b"Words. " * (HUGE // 7))
    lines = answered(set_in(project))
    assert lines[:2] == [
        "letter.md:13:1: BLK103 blocks/own/bad.md: more than 1,000,000 bytes are too many for a block",
        "  hint: take it apart",
    ]
    assert "own/bad: more than 1,000,000 bytes are too many for a block" in run("blocks", "list").out


@pytest.mark.parametrize("shape", ["[@", "{{", "{%", "{##", "<!--", "`a``b", "cite(", "{{}}", "@a.", "block( "])
def test_a_list_of_the_longest_blocks_of_marks_is_answered_within_seconds(project: Desk, shape: str) -> None:
    project.write("blocks/own/bad.md", shape * (990_000 // len(shape)))
    started = process_time()
    listed = run("blocks", "list", "--words", "good")
    assert listed.code == 0
    assert "own/good" in listed.out
    assert process_time() - started < 10


def test_a_block_of_very_many_lines_is_refused(project: Desk) -> None:
    project.write("blocks/own/bad.md", "\n" * 900_000)
    assert "lines are too many" in answered(set_in(project))[0]


NO_UTF_8 = "the block is not UTF-8 text: line 3 holds a byte that UTF-8 does not"


def test_a_block_that_is_not_utf_8_is_told_with_its_line(project: Desk) -> None:
    project.write("blocks/own/bad.md", "First.\n\nCaf\xe9.\n".encode("latin-1"))
    assert answered(set_in(project))[:2] == [
        f"letter.md:13:1: BLK103 blocks/own/bad.md: {NO_UTF_8}",
        "  hint: save it as UTF-8",
    ]


def test_a_folder_and_a_pipe_are_no_blocks(project: Desk) -> None:
    (project.folder / "blocks/own/folder.md").mkdir()
    os.mkfifo(project.folder / "blocks/own/pipe.md")
    os.mkfifo(project.folder / "pipe.md")
    for name in ("own/folder", "own/pipe"):
        assert "BLK101" in answered(set_in(project, f'block("{name}")'))[0]
    listed = run("blocks", "list")
    assert listed.code == 0
    assert "own/good" in listed.out
    assert "pipe" not in listed.out
    assert run("blocks", "where-used", "own/good").code == 0
    assert run("blocks", "status").code == 0


def test_a_block_that_may_not_be_read_is_told(project: Desk) -> None:
    if os.geteuid() == 0:
        pytest.skip("permissions are no obstacle to this user")
    project.write("blocks/own/bad.md", "Words.\n").chmod(0)
    assert "cannot be read: Permission denied" in answered(set_in(project))[0]
    assert "own/bad: cannot be read: Permission denied" in run("blocks", "list").out


# ---- blocks in blocks ----


def test_a_circle_of_one_and_of_two_is_told(project: Desk) -> None:
    project.write("blocks/own/bad.md", '{{ block("own/bad") }}\n')
    assert "BLK107 blocks go round in a circle: 'own/bad' sets 'own/bad'" in answered(set_in(project))[0]
    project.write("blocks/own/bad.md", '{{ block("own/other") }}\n')
    project.write("blocks/own/other.md", '{{ block("own/bad") }}\n')
    lines = answered(set_in(project))
    assert lines[0].startswith("blocks/own/other.md:1:1: BLK107 ")
    assert "'own/bad' sets 'own/other' sets 'own/bad'" in lines[0]


def nest(desk: Desk, depth: int, calls: str = '{{ block("deep/%d") }}\n') -> None:
    for level in range(depth):
        desk.write(f"blocks/deep/{level}.md", calls.replace("%d", str(level + 1)))
    desk.write(f"blocks/deep/{depth}.md", "The bottom.\n")


def test_blocks_thirty_deep_are_refused_and_fifteen_are_set(project: Desk) -> None:
    nest(project, 30)
    assert (
        "BLK107 blocks stand inside of one another more than 20 deep" in answered(set_in(project, 'block("deep/0")'))[0]
    )
    assert run("blocks", "show", "deep/15").out.endswith("\nThe bottom.\n")


def test_blocks_that_double_at_every_depth_end(project: Desk) -> None:
    nest(project, 15, '{{ block("deep/%d") }}\n\n{{ block("deep/%d") }}\n')
    lines = answered(set_in(project, 'block("deep/0")'))
    assert "more than 1,000 blocks are too many for a letter" in lines[0]


def test_two_thousand_calls_in_one_letter_are_answered(project: Desk) -> None:
    project.write("letter.md", letter_of('{{ block("own/good") }}\n\n' * 2_000))
    lines = answered(project.build_apart())
    # On a machine that is busy the time is used up before the number.
    assert "more than 1,000 blocks are too many for a letter" in lines[0] or "the template takes too long" in lines[0]
    assert lines[0].startswith("letter.md:")


def test_three_hundred_calls_in_one_letter_are_set(project: Desk) -> None:
    project.write("letter.md", letter_of('{{ block("own/good") }}\n\n' * 300))
    outcome = project.build_apart()
    assert outcome.code == 0
    assert outcome.seconds < 15


# ---- values ----

TYPED = r"*N* {{ x }} {% y %} [@a] `c` \ $ ^[n] {#id} | # - 1. ::: ~~s~~ @b &amp; www.example.org"


def test_a_value_of_the_front_matter_prints_as_it_was_typed(project: Desk) -> None:
    project.write("blocks/own/value.md", "---\nparams: {agency: {required: true}}\n---\nAsk {{ agency }} now.\n")
    vars_of = f"vars:\n  agency: '{TYPED}'\n"
    project.write("letter.md", letter_of('{{ block("own/value", agency=vars.agency) }}', FRONT + vars_of))
    built = project.build("--to", "html", "-o", "out.html")
    assert (built.code, built.err) == (0, "")
    page = Path("out.html").read_text(encoding="utf-8")
    assert f"Ask {TYPED.replace('&', '&amp;')} now." in page
