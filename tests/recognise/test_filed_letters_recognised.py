"""The notes of the filed letters, typed by hand, are read as a lawyer reads them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from printed_forms import shipped
from typed_letters import golden_notes, letter_of_notes, seen

from comment_kit.model.citations import Form
from comment_kit.model.letter import Paragraph
from comment_kit.model.text import Span, plain
from comment_kit.recognise import recognise
from comment_kit.typography import typeset_words

FULL, SHORT, ID = Form.FULL, Form.SHORT, Form.ID

FIRST = [
    (1, "eo14110", FULL, None),
    (2, "eo14110", ID, "75196"),
    (3, "eo14110", ID, "75203"),
    (4, "nist800-1", FULL, None),
    (5, "nist-news-2024", FULL, None),
    (6, "nist800-1", SHORT, "sheet 5"),
    (7, "rfc2024", FULL, None),
    (8, "ntia2024", FULL, "47"),
    (9, "ntia2024", ID, "10"),
    (10, "nist800-1", SHORT, "19"),
    (11, "ntia2024", FULL, "10"),
    (12, "ntia2024", ID, "2"),
    (13, "ntia2024", ID, "2"),
    (14, "ntia2024", ID, "3"),
    (15, "ntia2024", ID, "10"),
    (16, "ntia2024", ID, "10"),
    (16, "ntia2024", ID, "10"),
    (17, "srikumar2024", FULL, None),
    (18, "ntia2024", FULL, "10"),
    (19, "nist800-1", SHORT, "sheet 5"),
    (20, "nist800-1", ID, "1"),
    (21, "nist800-1", ID, "8, 9"),
    (22, "nist800-1", ID, "6"),
    (23, "nist800-1", ID, "12"),
    (24, "nist800-1", ID, "12"),
    (25, "nist800-1", ID, "13"),
    (26, "nist800-1", ID, "12"),
    (27, "nist800-1", ID, "12"),
    (28, "nist800-1", ID, "13"),
    (29, "nist800-1", ID, "12"),
    (30, "nist800-1", ID, "19"),
    (31, "nist800-1", ID, "19"),
    (32, "nist800-1", ID, "19"),
    (33, "ntia2024", FULL, "10"),
    (34, "nist800-1", SHORT, "22"),
    (35, "ntia2024", FULL, "4"),
    (36, "nist800-1", SHORT, "19"),
]
"""Note, source, form and effective page of the 37 citations."""


def as_filed(words: str) -> str:
    return words


def in_curly_marks(words: str) -> str:
    return typeset_words(words)


def with_hard_spaces(words: str) -> str:
    return words.replace(" ", "\u00a0")


def with_thousands_commas(words: str) -> str:
    return (
        words.replace("75191", "75,191")
        .replace("75203", "75,203")
        .replace("75196", "75,196")
        .replace("64878", "64,878")
    )


def with_the_number_in_commas(words: str) -> str:
    return words.replace("Executive Order 14110", "Executive Order 14,110")


def with_underscores(words: str) -> str:
    return words.replace("*", "_")


def with_unseen_characters(words: str) -> str:
    return words.replace("National", "Na\u00adtional").replace(", ", ",\u200b ")


def in_dashes_that_do_not_break(words: str) -> str:
    return words.replace("Dual-Use", "Dual\u2011Use").replace("800-1", "800\u20111")


TYPISTS = [
    as_filed,
    in_curly_marks,
    with_hard_spaces,
    with_thousands_commas,
    with_the_number_in_commas,
    with_underscores,
    with_unseen_characters,
    in_dashes_that_do_not_break,
]


@pytest.mark.parametrize("with_type", [True, False], ids=["with italics", "all roman"])
@pytest.mark.parametrize("typist", TYPISTS)
def test_all_37_citations_are_named_and_paged_and_none_is_invented(
    typist: Callable[[str], str],
    with_type: bool,  # noqa: FBT001 - pytest passes parameters by name
) -> None:
    notes = {number: typist(words) for number, words in golden_notes("first-letter-notes.txt").items()}
    found = seen(letter_of_notes(notes, with_type=with_type), shipped())
    assert [(each.note, each.key, each.form, each.page) for each in found] == FIRST


def test_the_22_of_them_that_are_id_name_no_source_by_themselves() -> None:
    found = seen(letter_of_notes(golden_notes("first-letter-notes.txt")), shipped())
    assert [each.citation.key for each in found if each.form is ID] == [None] * 22


def test_each_citation_carries_its_signal_parenthetical_note_and_words() -> None:
    found = seen(letter_of_notes(golden_notes("first-letter-notes.txt")), shipped())
    (tenth,) = (each.citation for each in found if each.note == 10)
    assert tenth.signal is not None
    assert tenth.signal.words == "see, e.g.,"
    assert tenth.locator == "at 19, Appendix B"
    assert [plain(part for part in each.content if isinstance(part, Span)) for each in tenth.parentheticals] == [
        '"Safeguard: Limit access to the model\'s capabilities."'
    ]
    assert tenth.location.note == "10"
    assert plain(tenth.printed or ()) == (
        'See, e.g., NIST AI 800-1 at 19, Appendix B ("Safeguard: Limit access to the model\'s capabilities.")'
    )
    second_of_16 = next(each.citation for each in found if (each.note, each.index) == (16, 2))
    assert second_of_16.pinpoint.reach.notes == (("30", "30"),)


def test_only_the_stops_between_citations_stay_words() -> None:
    done = recognise(letter_of_notes(golden_notes("first-letter-notes.txt")), shipped())
    left = {
        part.text
        for note in done.letter.notes.values()
        for block in note.blocks
        if isinstance(block, Paragraph)
        for part in block.content
        if isinstance(part, Span)
    }
    assert left == {".", " "}
    assert done.unknown == ()
    assert done.diagnostics == ()


def test_a_note_of_words_cites_nothing_and_the_second_letter_cites_one_preprint() -> None:
    found = seen(letter_of_notes(golden_notes("second-letter-notes.txt")), shipped())
    assert [(each.note, each.key, each.form) for each in found] == [(2, "tamirisa2024", FULL)]
    assert found[0].citation.signal is not None
    assert found[0].citation.signal.words == "e.g.,"


def test_supra_forms_name_the_source_and_the_note_they_point_at() -> None:
    notes = golden_notes("first-letter-notes.txt") | golden_notes("first-letter-bluebook.txt")
    found = seen(letter_of_notes(notes), shipped())
    assert [(each.note, each.key, each.page) for each in found] == [(note, key, page) for note, key, _, page in FIRST]
    supra = [(each.note, each.citation.supra_note) for each in found if each.form is Form.SUPRA]
    assert supra == [(6, "4"), (10, "4"), (11, "8"), (18, "8"), (19, "4"), (33, "8"), (34, "4"), (35, "8"), (36, "4")]
