"""A clearance goes with its words wherever they move, and with no others."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from letter_texts import LAW

from comment_kit.model.checked import CheckedLetter
from comment_kit.workflows.checking import CheckOptions, check_files

FRONT = "---\ntemplate: policy-letter\nstyle: bluebook\ndate: 2024-09-09\norganization: X\n---\n\n"
WORDS = ("risk", "weights", "model", "open", "release", "evidence", "marginal", "harm")
quotations = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=5, max_size=8).map(" ".join),
        st.sampled_from(("ntia2024", "nist800-1")),
        st.integers(3, 12),
    ),
    min_size=2,
    max_size=5,
    unique=True,
)
Quoted = tuple[str, str, int]


def paragraph(quoted: Quoted, comment: str = "") -> str:
    words, key, page = quoted
    return f'{comment} It says that "all of the {words}."[@{key}, {page}]'.strip()


def check(folder: Path, *paragraphs: str) -> CheckedLetter:
    letter = folder / "letter.md"
    letter.write_text(FRONT + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    (checked,) = check_files(CheckOptions(files=(letter,)))
    return checked


def cleared(folder: Path, quoted: list[Quoted]) -> list[str]:
    """Return the paragraphs of a letter with the clearance of each signed."""
    offered = [each.clear_with for each in check(folder, *map(paragraph, quoted)).quotations]
    signed = [str(each).replace("INITIALS YYYY-MM-DD HOW-IT-WAS-READ", "AB 2026-11-21 read") for each in offered]
    return [paragraph(each, comment) for each, comment in zip(quoted, signed, strict=True)]


@settings(LAW, max_examples=10)
@given(quoted=quotations, data=st.data())
def test_moved_paragraphs_stay_cleared(quoted: list[Quoted], data: st.DataObject, tmp_path: Path) -> None:
    moved = data.draw(st.permutations(cleared(tmp_path, quoted)))
    checked = check(tmp_path, "A new first paragraph.[@eo14110]", *moved)
    assert [each.cleared is not None for each in checked.quotations] == [True] * len(quoted)
    assert not any(each.code.startswith("FIL") for each in checked.diagnostics)


@settings(LAW, max_examples=10)
@given(quoted=quotations, data=st.data())
def test_any_change_ends_one_clearance_and_is_told(quoted: list[Quoted], data: st.DataObject, tmp_path: Path) -> None:
    signed = cleared(tmp_path, quoted)
    place = data.draw(st.integers(0, len(quoted) - 1))
    words, key, page = quoted[place]
    old, new = data.draw(
        st.sampled_from([
            (words, f"not {words}"),
            (words, words.replace(" ", ", ", 1)),
            (f", {page}]", f", {page + 20}]"),
            (f"@{key}", "@srikumar2024"),
        ])
    )  # fmt: skip
    signed[place] = signed[place].replace(old, new)
    checked = check(tmp_path, *signed)
    assert [each.cleared is not None for each in checked.quotations] == [at != place for at in range(len(quoted))]
    assert [each.code for each in checked.diagnostics if each.code.startswith("FIL")] == ["FIL104"]
