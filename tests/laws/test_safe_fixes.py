"""Law 4: a safe fix removes its diagnostic and adds none, and fixing twice is fixing once."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from letter_texts import LAW, Text, texts

from comment_kit.check.fixing import fixed
from comment_kit.model.diagnostics import Diagnostic, Edit, Fix, Severity
from comment_kit.model.places import Location
from comment_kit.workflows.checking import CheckOptions, check_files
from comment_kit.workflows.fixing import fix_files

COMMA = re.compile(r"(?<=@)([\w-]+), ")
FAULTS = (" ", "\uff0c ", "\uff0c", "\u060c ")
"""What stands for the comma behind a key by mistake."""
UNPRINTABLE = ("\x01", "\x0b\x0c", "\x7f", "\ufeff")


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    """Return ``text`` with faults that are safe to mend, one at least."""
    commas = [found.start() for found in COMMA.finditer(text)]
    spoiled = set(draw(st.lists(st.sampled_from(commas), unique=True, max_size=4))) if commas else set()
    fault = draw(st.sampled_from(FAULTS))
    body = COMMA.sub(lambda found: f"{found[1]}{fault}" if found.start() in spoiled else found[0], text)
    head = body.index("---\n\n") + 5
    places = sorted(draw(st.lists(st.integers(head, len(body) - 1), max_size=3, min_size=not spoiled)), reverse=True)
    for place in places:
        body = body[:place] + draw(st.sampled_from(UNPRINTABLE)) + body[place:]
    return body


def codes(letter: Path) -> list[str]:
    (checked,) = check_files(CheckOptions(files=(letter,)))
    return sorted(each.code for each in checked.diagnostics)


@settings(LAW, max_examples=12)
@given(data=st.data(), text=texts())
def test_what_is_safe_to_mend_is_mended_and_nothing_else_is_touched(
    data: st.DataObject, text: Text, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.md"
    letter.write_bytes(str(text).encode())
    right = codes(letter)
    end = data.draw(st.sampled_from(("\n", "\r\n", "\r")))
    letter.write_bytes(data.draw(broken(str(text))).replace("\n", end).encode())
    (mended,) = fix_files(CheckOptions(files=(letter,)))
    assert mended.done
    assert letter.read_bytes() == str(text).replace("\n", end).encode()
    assert codes(letter) == right
    (again,) = fix_files(CheckOptions(files=(letter,)))
    assert (again.done, again.backup) == ((), None)


@settings(LAW, max_examples=12)
@given(text=texts())
def test_a_clearance_that_is_tied_says_no_more_than_before(text: Text, tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    comment = "<!-- ck: cleared QUO n.1 AB 2026-11-21 read in print -->"
    body = f'The agency says that "it will do so in its own time."[@ntia2024, 10] {comment}'
    letter.write_text(str(text).replace("---\n\n", f"---\n\n{body}\n\n", 1), encoding="utf-8")
    before = codes(letter)
    (mended,) = fix_files(CheckOptions(files=(letter,)))
    assert [each.code for each in mended.done] == ["FIL106"]
    before.remove("FIL106")
    assert codes(letter) == before


# ---- any edits at all ----


@given(
    lines=st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=8), min_size=1, max_size=6
    ),
    end=st.sampled_from(("\n", "\r\n", "\r")),
    data=st.data(),
)
def test_only_the_words_of_edits_change(lines: list[str], end: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, sum(map(len, lines))), max_size=6)))
    diagnostics, expected, at = [], [], 0
    for number, line in enumerate(lines, start=1):
        inside = [cut - at for cut in cuts if at <= cut < at + len(line)]
        new = line
        # Every second character chosen: two that stand side by side would meet.
        for place in reversed([cut for cut in inside if cut % 2 == 0]):
            diagnostics.append(one_edit(number, place + 1, line[place], "new"))
            new = new[:place] + "new" + new[place + 1 :]
        expected.append(new)
        at += len(line)
    assume(diagnostics)
    outcome = fixed(end.join(lines), diagnostics, "a.md")
    assert outcome.text == end.join(expected)
    assert len(outcome.done) == len(diagnostics)


def one_edit(line: int, column: int, old: str, new: str) -> Diagnostic:
    place = Location(file="a.md", line=line, column=column)
    fix = Fix(title="mend it", edits=(Edit(location=place, old=old, new=new),), safe=True)
    return Diagnostic(code="FRM999", severity=Severity.HINT, message="so", location=place, fix=fix)
