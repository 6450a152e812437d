"""In whatever order blocks are set, each note goes on naming its own source and its own place."""

from __future__ import annotations

import tempfile
from pathlib import Path

from front_door import letter_of
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from meanings import meaning

from comment_kit.workflows.composing import Composition, compose_text

CITES = st.sampled_from(
    [("ntia2024", 3), ("ntia2024", 10), ("eo14110", 75193), ("eo14110", 75203), ("nist800-1", 4), ("nist800-1", 19)]
)
NOTES = st.lists(st.tuples(st.sampled_from(["bracket", "words", "named"]), CITES), max_size=4)
PARTS = st.lists(st.tuples(st.booleans(), NOTES), min_size=1, max_size=3)
"""A part has a heading or none, and notes."""
LETTERS = st.tuples(
    st.lists(PARTS, min_size=1, max_size=4),
    st.lists(st.integers(min_value=0, max_value=3), min_size=1, max_size=8),
    st.sampled_from(["bluebook", "comment-letter", "policy-letter"]),
)


def typed(kind: str, cite: tuple[str, int], number: int) -> tuple[str, str]:
    """Return the call of a note, and its text where that stands apart."""
    bracket = f"[@{cite[0]}, {cite[1]}]"
    match kind:
        case "bracket":
            return bracket, ""
        case "words":
            return f"^[See also {bracket}, on this point.]", ""
        case _:
            return f"[^n{number}]", f"[^n{number}]: {bracket}.\n\n"


def block_of(parts: list[tuple[bool, list[tuple[str, tuple[str, int]]]]]) -> str:
    text, number = "", 0
    for has_heading, notes in parts:
        text += "# A heading\n\n" if has_heading else ""
        apart = ""
        for kind, cite in notes:
            number += 1
            call, words = typed(kind, cite, number)
            text += f"Words{call}. "
            apart += words
        text += f"More words.\n\n{apart}"
    return text


def composed(folder: Path, body: str, style: str) -> Composition:
    text = letter_of(body).replace("style: comment-letter", f"style: {style}")
    composition = compose_text(text, folder / "letter.md")
    assert [each for each in composition.diagnostics if each.severity == "error"] == []
    return composition


def cited(parts: list[tuple[bool, list[tuple[str, tuple[str, int]]]]]) -> list[tuple[str, str]]:
    return [(key, str(page)) for _, notes in parts for _, (key, page) in notes]


@settings(max_examples=40, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(LETTERS)
def test_each_note_names_its_own_source_and_page_wherever_its_block_stands(
    letter: tuple[list[list[tuple[bool, list[tuple[str, tuple[str, int]]]]]], list[int], str],
) -> None:
    blocks, order, style = letter
    order = [number % len(blocks) for number in order]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "comment-kit.toml").touch()
        (folder / "blocks").mkdir()
        for number, parts in enumerate(blocks):
            (folder / "blocks" / f"b{number}.md").write_text(block_of(parts), encoding="utf-8")
        body = "\n\n".join(f'{{{{ block("b{number}") }}}}' for number in order)
        resolutions = composed(folder, body, style).resolutions
    by_place = {each.at: each for each in resolutions}
    told = [(key, reach.pages[0][0]) for key, reach in (meaning(each, by_place) for each in resolutions)]
    meant = [cite for number in order for cite in cited(blocks[number])]
    assert told == meant
    assert [each.at.note_number for each in resolutions] == list(range(1, len(meant) + 1))
