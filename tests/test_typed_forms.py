"""*Id.* and *supra note 8* that are typed into a letter's source are told, for no bracket keeps them true."""

from __future__ import annotations

import pytest
from front_door import FIRST_LINE, Desk, letter_of, run

CITE = "  hint: write a bracket instead, [@key, 3]: the note then takes the form that its place asks for"
SHOW = "  hint: write [](#name) for the number, with the {#name} of the note behind its bracket"
POINT = "  hint: write [](#heading) for the number, with the id of the heading"


IN_NOTES = {
    "*Id.* at 7.": ("Id. at 7", 1, CITE),
    "*See id.*": ("id.", 5, CITE),
    "*Id.* § 4.6(a).": ("Id. § 4.6(a)", 1, CITE),
    "*Ibid.*": ("Ibid.", 1, CITE),
    "Road Office, *supra* note 8, at 5.": ("Road Office, supra note 8, at 5", 0, CITE),
    "NTIA, *supra* nn. 8-9.": ("NTIA, supra nn. 8-9", 0, CITE),
    "*See supra* note 3 and accompanying text.": ("supra note 3", 5, CITE),
    "Doe, *supra*, at 5.": ("Doe, supra, at 5", 0, CITE),
    "*See infra* Part II.B.": ("infra Part II.B", 5, POINT),
    "[@ntia2024, 10]. *See also id.* at 12.": ("id. at 12", 27, CITE),
}


@pytest.mark.parametrize("note", IN_NOTES)
def test_a_form_typed_into_a_note_is_told_and_the_letter_is_built(desk: Desk, note: str) -> None:
    desk.write("letter.md", letter_of(f"One.[@ntia2024, 3]\n\nTwo.^[{note}]"))
    words, column, remedy = IN_NOTES[note]
    built = desk.build()
    told = f"ANT003 warning: note 2: '{words}' is typed by hand, and stays so when paragraphs move"
    assert built.lines[:2] == [f"letter.md:13:{7 + column}: {told}", remedy]
    assert (built.code, built.out) == (0, "wrote letter.docx\n")


def test_a_named_note_is_read_like_any(desk: Desk) -> None:
    desk.write("letter.md", letter_of("One.[@ntia2024, 3] Two.[^a]\n\n[^a]: *Id.* at 4."))
    assert desk.build().lines[0].startswith("letter.md:13:8: ANT003 warning: note 2: 'Id. at 4' is typed")


@pytest.mark.parametrize(
    ("text", "words", "remedy"),
    [
        ("As said *supra* note 3, it adds.", "supra note 3", SHOW),
        ("- As *infra* Part II shows.", "infra Part II", POINT),
        ("# What *supra* note 3 adds", "supra note 3", SHOW),
        ("| Part | Said |\n|---|---|\n| One | *infra* Part II |", "infra Part II", POINT),
    ],
)
def test_a_number_typed_into_the_text_is_told(desk: Desk, text: str, words: str, remedy: str) -> None:
    desk.write("letter.md", letter_of(text))
    told, hint, *_ = desk.build().lines
    assert told.partition(" ANT003 ")[2] == f"warning: '{words}' is typed by hand, and stays so when paragraphs move"
    assert hint == remedy


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One.[@ntia2024, 3 (discussed *supra* note 8)]", "supra note 8"),
        ("One.^[See [@ntia2024, 3 (citing *id.* at 5)].]", "id. at 5"),
        ("One.[@ntia2024, 3 (citing [@nist800-1, 5 (quoting *id.* at 5)])]", "id. at 5"),
    ],
)
def test_a_form_typed_into_a_parenthetical_is_told(desk: Desk, text: str, words: str) -> None:
    desk.write("letter.md", letter_of(text))
    assert f"note 1: '{words}' is typed by hand" in desk.build().lines[0]


PLACES = {
    "One.[@ntia2024, 3]\n\nTwo, of two lines,\nas *supra* note 1.": "14:5",
    "One.[@ntia2024, 3]\n\n> Not this: *supra* note 1.\n\nAs *supra* note 1.": "15:5",
    'One.[@ntia2024, 3] They say "*supra* note 1" and we *supra* note 1.': "11:54",
    "| Part | Said |\n|---|---|\n| One | Words |\n| Two | as *supra* note 1 |": "14:13",
    "# A title\n\n## As *supra* note 1": "13:8",
    "One.[@ntia2024, 3; @nist800-1,\n5 (as *supra* note 1)]": "12:8",
    "One.[^a]\n\n[^a]: Words of a note\n    on two lines. *See supra* note 1.": "14:24",
    "As *supra* note 1 and as\n*supra* note 1.": "11:5 12:2",
}


@pytest.mark.parametrize("text", PLACES)
def test_the_place_is_that_of_the_typed_words(desk: Desk, text: str) -> None:
    desk.write("letter.md", letter_of(text))
    told = [line.split(":", 1)[1].split(": ")[0] for line in desk.build().lines if "ANT003" in line]
    assert " ".join(told) == PLACES[text]


def test_words_of_a_block_are_told_where_the_block_has_them(desk: Desk) -> None:
    desk.write("blocks/own/roads.md", "---\ntitle: Roads\n---\n\nRoads bend,\nas *supra* note 1.\n")
    desk.write("comment-kit.toml", "")
    desk.write("letter.md", letter_of('{{ block("own/roads") }}'))
    assert "blocks/own/roads.md:6:5: ANT003 warning" in desk.build().err


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
    "One.^[See docket id. number 5.]",
    "One.^[The sender's id. 5 is known.]",
    "One.^[Id. Code § 18-204 has it.]",
    "One.^[They call it \u2018*Id.* at 7\u2019.]",
    "One.^[They call it \u2018the reader's *Id.* at 7\u2019.]",
)


@pytest.mark.parametrize("note", ["Id. at 7.", "See id. at 7.", "See [@ntia2024, 3]. Id.", "NTIA said so; id. § 5."])
def test_a_form_without_italics_is_known_by_where_it_stands(desk: Desk, note: str) -> None:
    desk.write("letter.md", letter_of(f"One.[@ntia2024, 3] Two.^[{note}]"))
    assert "ANT003 warning: note 2" in desk.build().err


def test_an_apostrophe_hides_no_form(desk: Desk) -> None:
    desk.write("letter.md", letter_of("One.^[The agencies' and the reader's words. *Id.* at 7. The agencies' view.]"))
    assert "ANT003 warning: note 1" in desk.build().err


@pytest.mark.parametrize("text", SILENT)
def test_what_a_bracket_makes_and_what_others_wrote_is_passed_over(desk: Desk, text: str) -> None:
    desk.write("letter.md", letter_of(text))
    assert "ANT003" not in desk.build().err


def test_check_tells_it_with_its_note(desk: Desk) -> None:
    desk.write("letter.md", letter_of("One.[@ntia2024, 3] Two.^[*Id.* at 7.]"))
    assert f"letter.md:{FIRST_LINE}:27: ANT003 warning: note 2: 'Id. at 7' is typed" in run("check", "letter.md").out


def test_a_long_word_costs_no_more_than_its_length(desk: Desk) -> None:
    desk.write("letter.md", letter_of(f"One.^[{'a' * 90_000}, *supra* note 1; {'Id. ' * 2_000}]"))
    assert desk.build_apart().seconds < 10
