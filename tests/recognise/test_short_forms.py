"""*Id.*, *supra*, defined names and bare sections: what each refers to."""

from __future__ import annotations

import pytest
from printed_forms import shipped
from typed_letters import cites, letter_of_notes, letter_with_text, only, resolved, seen

from comment_kit.model.citations import Form
from comment_kit.model.letter import CrossReference, walk
from comment_kit.model.sources import Library
from comment_kit.model.text import plain
from comment_kit.recognise import recognise

FULL = "U.S. AI Safety Inst., NIST AI 800-1 (2024)."
REPORT = "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights 47 (2024)."


@pytest.mark.parametrize(
    ("printed", "locator"),
    [
        ("*Id.* at 5.", "at 5"),
        ("_Id._ at 5.", "at 5"),
        ("Id at 5.", "at 5"),
        ("id. at 5.", "at 5"),
        ("Id., at 5.", "at 5"),
        ("Ibid.", None),
        ("Ibid. p. 5.", "5"),
        ("*Id*.", None),
        ("See id.", None),
        ("*See, e.g., id.* at 5 (emphasis added).", "at 5"),
        ("Id. Practice 3.1.", "Practice 3.1"),
        ("Id. at Introduction.", "Introduction"),
        ("Id. at 8 (Practice 3.1), 9 (Practice 3.3).", "at 8, Practice 3.1, 9, Practice 3.3"),
        ('Id. at 8 (Practice 3.1) ("Protect weights.").', "at 8, Practice 3.1"),
        ("Id. at 5, 7-8 & n.3.", "at 5, 7-8 & n.3"),
        ("Id. at 19, tbl.1.", "at 19, tbl. 1"),
        ("Id. at 19 tbl.1.", "19, tbl. 1"),
        ("Id. at 19, fig. 2.", "at 19, fig. 2"),
        # the table has no recommendations: these words explain, and the place stays what it was
        ("Id. (Recommendation 6).", None),
        ("Id. (Practice 3.1).", "Practice 3.1"),
        ("Id. (Practice 9.9).", "Practice 9.9"),
    ],
)
def test_id_is_read_however_it_is_typed(printed: str, locator: str | None) -> None:
    found = seen(letter_of_notes({1: FULL, 2: printed}), shipped())
    assert [(each.key, each.form) for each in found] == [("nist800-1", Form.FULL), ("nist800-1", Form.ID)]
    assert found[1].citation.key is None
    assert found[1].citation.locator == locator


def test_a_parenthetical_is_no_antecedent() -> None:
    notes = (
        REPORT.replace("(2024).", "(2024) (citing NIST AI 800-1 at 5; quoting 88 Fed. Reg. at 75203)."),
        "Id. at 3.",
    )
    assert cites(*notes, library=shipped()) == [("ntia2024", "full"), ("ntia2024", "id")]


def test_id_after_words_a_string_or_a_cross_reference_refers_to_nothing() -> None:
    assert cites(FULL, "Words.", "Id. at 5.", library=shipped())[-1] == (None, "id")
    assert cites(f"{FULL[:-1]}; {REPORT}", "Id. at 5.", library=shipped())[-1] == (None, "id")
    assert cites(FULL, "See *infra* Part II.", "Id. at 5.", library=shipped())[-1] == (None, "id")


@pytest.mark.parametrize(
    ("printed", "key", "note"),
    [
        ("U.S. AI Safety Inst., *supra* note 1, at 5.", "nist800-1", "1"),
        ("U.S. A.I. Safety Institute, supra note 1, at 5.", "nist800-1", "1"),
        ("NIST AI 800-1, supra note 1, at 5.", "nist800-1", "1"),
        ("Nat'l Telecomms. & Info. Admin., supra note 2, at 5.", "ntia2024", "2"),
        ("National Telecommunications and Information Administration, supra n.2, at 5.", "ntia2024", "2"),
        ("NTIA, supra note 2, at 5.", "ntia2024", "2"),
        ("Report, supra note 2, at 5.", "ntia2024", "2"),
        ("NTIA Report, supra note 2, at 5.", "ntia2024", "2"),
        ("Weights Report by NTIA, supra note 9, at 5.", "?Weights Report by NTIA", "9"),
        ("Model Weights, supra note 2, at 5.", "ntia2024", "2"),
        ("The history is told elsewhere: NTIA, supra note 2, at 5.", "ntia2024", "2"),
        ("This was the view of the Department in NTIA, supra note 2, at 5.", "ntia2024", "2"),
        ("For the history of the matter, NTIA Report, supra note 2, at 5.", "ntia2024", "2"),
        ("Compare the other view in Model Weights, supra note 2, at 5, which is wrong.", "ntia2024", "2"),
        ("The history is told elsewhere: Smith, supra note 2, at 5.", "?The history is told elsewhere: Smith", "2"),
        ("Tamirisa et al., supra note 3, at 5.", "tamirisa2024", "3"),
        # the number is wrong: the name tells, and the checker will say so
        ("NTIA, supra note 1, at 5.", "ntia2024", "1"),
        ("Tamirisa, supra, at 5.", "tamirisa2024", None),
        ("EO 14110, supra note 4, § 4.6.", "eo14110", "4"),
        ("NTIA, supra note Error! Bookmark not defined., at 5.", "ntia2024", None),
        ("Smith, supra note 1, at 5.", "?Smith", "1"),
    ],
)
def test_supra_names_its_source_by_name_and_note(printed: str, key: str, note: str | None) -> None:
    notes = {
        1: FULL,
        2: REPORT,
        3: "Rishub Tamirisa et al., *Tamper-Resistant Safeguards for Open-Weight LLMs* (2024).",
        4: "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023).",
        5: printed,
    }
    *_, last = seen(letter_of_notes(notes), shipped())
    assert (last.key, last.form, last.citation.supra_note) == (key, Form.SUPRA, note)


@pytest.mark.parametrize(
    ("printed", "key", "page"),
    [
        ("Exec. Order, *supra* note 2, 88 Fed. Reg. at 75,203.", "eo14110", "75203"),
        ("EO 14110, supra note 2, 75,203.", "eo14110", "75203"),
        ("NIST AI 800-1, supra note 1, 18.", "nist800-1", "18"),
        ("See supra note 1, pp. 12-13.", "nist800-1", "12-13"),
    ],
)
def test_a_number_behind_the_note_of_supra_is_a_volume_or_a_page(printed: str, key: str, page: str) -> None:
    order = "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023)."
    *_, last = resolved(recognise(letter_of_notes({1: FULL, 2: order, 3: printed}), shipped()), shipped())
    assert (last.key, last.form, last.page) == (key, Form.SUPRA, page)


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("See supra notes 1, 2 and 3.", "supra notes 1, 2 and 3"),
        ("See supra nn. 1, 2 and accompanying text.", "supra nn. 1, 2 and accompanying text"),
        ("See supra note 1 & 2.", "supra note 1 & 2"),
        ("See supra notes 1, 88 Fed. Reg. at 75,203.", "supra notes 1"),
    ],
)
def test_several_notes_are_one_reference_and_a_volume_is_none_of_them(printed: str, words: str) -> None:
    letter = recognise(letter_of_notes({1: FULL, 2: printed}), shipped()).letter
    found = [part for part in walk([*letter.notes.values()][-1].blocks) if isinstance(part, CrossReference)]
    assert [plain(each.words) for each in found] == [words]


def test_supra_without_a_number_points_into_its_own_note() -> None:
    found = cites(f"{FULL[:-1]}; {REPORT[:-1]}; U.S. AI Safety Inst., *supra*, at 5.", library=shipped())
    assert found == [("nist800-1", "full"), ("ntia2024", "full"), ("nist800-1", "supra")]


def test_hereinafter_and_round_brackets_define_names() -> None:
    done = recognise(
        letter_of_notes(
            {
                1: f"{FULL[:-1]} [hereinafter NIST Draft].",
                2: f'{REPORT[:-1]} ("NTIA Report" or "Report").',
                3: "NIST Draft at 5; NTIA Report at 10; NIST Draft, *supra* note 1, at 6.",
            }
        ),
        shipped(),
    )
    assert [(each.name, each.key, each.location.note, each.hereinafter) for each in done.names] == [
        ("NIST Draft", "nist800-1", "1", True),
        ("NTIA Report", "ntia2024", "2", False),
        ("Report", "ntia2024", "2", False),
    ]
    assert [(each.key, each.form, each.page) for each in resolved(done, shipped())[2:]] == [
        ("nist800-1", Form.SHORT, "5"),
        ("ntia2024", Form.SHORT, "10"),
        ("nist800-1", Form.SUPRA, "6"),
    ]


def test_a_name_given_to_two_sources_is_left_open_with_both_listed() -> None:
    notes = {1: f'{FULL[:-1]} ("Report").', 2: f'{REPORT[:-1]} ("Report").', 3: "Report at 5."}
    (unknown,) = recognise(letter_of_notes(notes), shipped()).unknown
    assert (unknown.citation.key, unknown.candidates) == ("?Report", ("nist800-1", "ntia2024"))


def test_a_quotation_in_a_parenthetical_defines_no_name() -> None:
    done = recognise(
        letter_of_notes({1: 'NIST AI 800-1 at 19 ("Safeguard: Limit access."); id. at 20 ("limit access").'}), shipped()
    )
    assert done.names == ()


def test_names_defined_in_the_text_serve_the_notes_behind_them() -> None:
    letter = letter_with_text(
        'The President signed Executive Order 14110 (the "Order").[^a] The National Telecommunications and Information '
        "Administration (“NTIA”) released a report (the “NTIA Report”).[^b]",
        "The Order speaks.[^c]",
        notes={"a": "88 Fed. Reg. 75191 (2023).", "b": REPORT, "c": "Order § 4.6(a); NTIA Report at 10."},
    )
    done = recognise(letter, shipped())
    assert [(each.name, each.key) for each in done.names] == [
        ("Order", "eo14110"),
        ("NTIA", None),
        ("NTIA Report", "ntia2024"),
    ]
    assert [(each.key, each.page) for each in resolved(done, shipped())[2:]] == [
        ("eo14110", "75203"),
        ("ntia2024", "10"),
    ]


def test_a_bare_section_is_that_of_the_one_code_cited() -> None:
    library = Library()
    assert cites("5 U.S.C. § 553(c).", "§ 553(b).", "§ 551.", library=library) == [
        ("?5 U.S.C. § 553", "full"),
        ("?5 U.S.C. § 553", "short"),
        ("?5 U.S.C. § 551", "short"),
    ]
    assert cites("5 U.S.C. § 553; 12 U.S.C. § 5511.", "§ 999.", library=library)[-1] == ("?§ 999", "short")


def test_a_signal_is_read_in_every_spelling() -> None:
    for printed, words in (
        ("See e.g. NIST AI 800-1 at 5.", "see, e.g.,"),
        ("See, e.g., NIST AI 800-1 at 5.", "see, e.g.,"),
        ("But cf. NIST AI 800-1 at 5 (so).", "but cf."),
        ("Accord NIST AI 800-1 at 5.", "accord"),
        ("*See generally* NIST AI 800-1.", "see generally"),
    ):
        signal = only(printed, library=shipped()).signal
        assert signal is not None
        assert signal.words == words


def test_the_sides_of_a_comparison_are_two_citations() -> None:
    (first, second) = seen(
        letter_of_notes({1: "*Compare* NIST AI 800-1 at 5 (one way), *with* 88 Fed. Reg. at 75203 (another)."}),
        shipped(),
    )
    assert [each.citation.signal.words for each in (first, second) if each.citation.signal] == ["compare", "with"]
    assert [each.key for each in (first, second)] == ["nist800-1", "eo14110"]


def test_a_body_behind_two_sources_means_the_one_that_is_cited_by_its_name() -> None:
    notice = "Dual Use Foundation Models with Widely Available Model Weights, 89 Fed. Reg. 14059, 14060 (Feb. 26, 2024)"
    one_note = f"{notice}; {REPORT}", "Nat'l Telecomm. & Info. Admin., supra note 1."
    assert cites(*one_note, library=shipped())[-1] == ("ntia2024", "supra")
    in_two = f"{notice}.", REPORT, "NIST AI 800-1 (2024).", "Nat'l Telecomm. & Info. Admin., supra."
    assert cites(*in_two, library=shipped())[-1] == ("ntia2024", "supra")


@pytest.mark.parametrize(
    ("printed", "locator", "part", "note"),
    [
        ("Id. at Introduction n.i.", "Introduction, n.i", "Introduction", "i"),
        ("Id. at Introduction & n.i.", "Introduction, & n.i", "Introduction", "i"),
        ("Id. intro. n.i.", "intro., n.i", "Introduction", "i"),
        ("Id. intro. at n.i.", "intro., n.i", "Introduction", "i"),
        ("Id. at Introduction nn.i-ii.", "Introduction, nn.i-ii", "Introduction", "i"),
        ("Id. at Practice 3.1 n.4.", "Practice 3.1, n.4", "Practice 3.1", "4"),
        ("Id. app. B n.2.", "app. B, n.2", "Appendix B", "2"),
        ("Id. at 8 (Practice 3.1 n.4).", "at 8, Practice 3.1 n.4", "Practice 3.1", "4"),
        ("Id. at 8 n.4 (Practice 3.1).", "8 n.4, Practice 3.1", "Practice 3.1", "4"),
    ],
)
def test_a_named_part_keeps_its_note_and_a_note_its_part(printed: str, locator: str, part: str, note: str) -> None:
    found = seen(letter_of_notes({1: FULL, 2: printed}), shipped())[1].citation
    assert found.locator == locator
    assert [each.label for each in found.pinpoint.labels] == [part]
    assert [each.first for each in found.pinpoint.notes] == [note]
