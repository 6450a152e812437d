"""Law 4, of form: under a declared style a safe fix takes its remark away and brings none, and twice is once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from letter_texts import LAW, Text, composed, texts

from comment_kit.letters import write_markdown
from comment_kit.workflows.checking import CheckOptions, check_files
from comment_kit.workflows.fixing import Mended, fix_files

SLIPS = (
    (re.compile(r"(?<=\d)–(?=\d)"), "-"),
    (re.compile(r"\*Id\.\*"), "*Ibid.*"),
    (re.compile(r"(?<=\*)([Ss]ee(?: also)?) id\.\*"), r"\1 Id.*"),
    (re.compile(r"\bat\u00a0(?=\d)"), "at p. "),
    (re.compile(r"(?<= n\.)(?=\d)"), " "),
    (re.compile(r"§\u00a0(?=\d)"), "§"),
    (re.compile(r"(?<=\*Id\.\*) (?=§)"), " at "),
    (re.compile(r"(?<=supra\* note )(\d+),"), r"\1"),
    (re.compile(r"(?<=[Ss]ee), e\.g\.,"), " e.g.,"),
    (re.compile(r"\(noting"), "(Noting"),
    (re.compile(r"\(explaining"), "(Explaining"),
    (re.compile(r"\[(hereinafter [^\]]+)\]"), r"(\1)"),
)
"""What a style prints, and what hands type for it."""
WAITING = {"FRM252"}
"""Told of a citation only where no other remark of form is, so that a fix may bare it."""


@st.composite
def slipped(draw: st.DrawFn, text: str) -> str:
    """Return ``text``, a letter whose notes are typed, with slips of form in its notes."""
    head, mark, notes = text.partition("\n[^1]:")
    for pattern, typed in SLIPS:
        for found in reversed(list(pattern.finditer(notes))):
            if draw(st.booleans()):
                notes = notes[: found.start()] + found.expand(typed) + notes[found.end() :]
    return head + mark + notes


def remarks(letter: Path, style: str) -> Counter[tuple[str, str]]:
    """Return how often each code is told of each note."""
    (checked,) = check_files(CheckOptions(files=(letter,), style=style))
    told = [each for each in checked.diagnostics if each.code not in WAITING]
    return Counter((each.code, each.location.note or str(each.location.line)) for each in told)


def mended(letter: Path, style: str) -> Mended:
    (outcome,) = fix_files(CheckOptions(files=(letter,), style=style))
    return outcome


@settings(LAW, max_examples=15)
@given(data=st.data(), text=texts(most=4))
def test_a_fix_of_form_takes_its_remark_away_and_brings_none(data: st.DataObject, text: Text, tmp_path: Path) -> None:
    composition = composed(text, tmp_path)
    letter = tmp_path / "typed.md"
    typed = data.draw(slipped(write_markdown(composition.letter)))
    letter.write_text(typed, encoding="utf-8")
    style = composition.policy.name
    before = remarks(letter, style)
    outcome = mended(letter, style)
    assume(outcome.done)
    after = remarks(letter, style)
    # A rule tells the first slip of a citation; with it mended, another may be told and mended in its turn.
    assert after < before, after - before
    fixed = letter.read_bytes()
    again = mended(letter, style)
    assert (again.done, again.backup, letter.read_bytes()) == ((), None, fixed)
