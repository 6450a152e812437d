"""*Id.* and *supra note 8* that are typed into a letter's source are told, for no bracket keeps them true."""

from __future__ import annotations

import pytest
from front_door import FIRST_LINE, Desk, letter_of, run

CITE = "  hint: write a bracket instead, [@key, 3]: the note then takes the form that its place asks for"
SHOW = "  hint: write [](#name) for the number, with the {#name} of the note behind its bracket"
POINT = "  hint: write [](#heading) for the number, with the id of the heading"


IN_NOTES = {
    "*Id.* at 7.": ("Id. at 7", CITE),
    "*See id.*": ("id.", CITE),
    "*Id.* § 4.6(a).": ("Id. § 4.6(a)", CITE),
    "*Ibid.*": ("Ibid.", CITE),
    "Road Office, *supra* note 8, at 5.": ("Road Office, supra note 8, at 5", CITE),
    "NTIA, *supra* nn. 8-9.": ("NTIA, supra nn. 8-9", CITE),
    "*See supra* note 3 and accompanying text.": ("supra note 3", CITE),
    "Doe, *supra*, at 5.": ("Doe, supra, at 5", CITE),
    "*See infra* Part II.B.": ("infra Part II.B", POINT),
    "[@ntia2024, 10]. *See also id.* at 12.": ("id. at 12", CITE),
}


@pytest.mark.parametrize("note", IN_NOTES)
def test_a_form_typed_into_a_note_is_told_and_the_letter_is_built(desk: Desk, note: str) -> None:
    desk.write("letter.md", letter_of(f"One.[@ntia2024, 3]\n\nTwo.^[{note}]"))
    words, remedy = IN_NOTES[note]
    built = desk.build()
    assert built.lines[:2] == [
        f"letter.md:13:7: ANT003 warning: note 2: '{words}' is typed by hand, and stays so when paragraphs move",
        remedy,
    ]
    assert (built.code, built.out) == (0, "wrote letter.docx\n")


def test_a_named_note_is_read_like_any(desk: Desk) -> None:
    desk.write("letter.md", letter_of("One.[@ntia2024, 3] Two.[^a]\n\n[^a]: *Id.* at 4."))
    assert desk.build().lines[0].startswith("letter.md:13:7: ANT003 warning: note 2: 'Id. at 4' is typed")


@pytest.mark.parametrize(
    ("text", "words", "remedy"),
    [
        ("As said *supra* note 3, it adds.", "supra note 3", SHOW),
        ("- As *infra* Part II shows.", "infra Part II", POINT),
    ],
)
def test_a_number_typed_into_the_text_is_told(desk: Desk, text: str, words: str, remedy: str) -> None:
    desk.write("letter.md", letter_of(text))
    told, hint, *_ = desk.build().lines
    assert told.partition(" ANT003 ")[2] == f"warning: '{words}' is typed by hand, and stays so when paragraphs move"
    assert hint == remedy


SILENT = (
    "One.[@ntia2024, 3] Two.[@ntia2024, 4]",
    'One.^[The court said "*Id.* at 7; see *supra* note 8."]',
    "One.^[Words.\n\n    > *Id.* at 7.\n]",
    "One.^[`Id. at 7`]",
    "One.[@ntia2024, 3]{#fn-x} Two.^[See *supra* note [](#fn-x), and text there.]",
    "# Part {#p}\n\nOne.^[See *supra* [](#p).]",
    "One.^[The docket ID. and the ids; said. A void. 4 acid.]",
    "The report discussed *supra* says so. *Id.* is a Latin word.",
    'They wrote: "See *supra* note 3."',
    "> As *supra* note 3 has it.",
    "One.^[See the discussion *supra*.]",
)


@pytest.mark.parametrize("text", SILENT)
def test_what_a_bracket_makes_and_what_others_wrote_is_passed_over(desk: Desk, text: str) -> None:
    desk.write("letter.md", letter_of(text))
    assert "ANT003" not in desk.build().err


def test_check_tells_it_with_its_note(desk: Desk) -> None:
    desk.write("letter.md", letter_of("One.[@ntia2024, 3] Two.^[*Id.* at 7.]"))
    assert f"letter.md:{FIRST_LINE}:26: ANT003 warning: note 2: 'Id. at 7' is typed" in run("check", "letter.md").out


def test_a_long_word_costs_no_more_than_its_length(desk: Desk) -> None:
    desk.write("letter.md", letter_of(f"One.^[{'a' * 90_000}, *supra* note 1; {'Id. ' * 2_000}]"))
    assert desk.build_apart().seconds < 10
