"""What a writer may type after the comma, and the pinpoint it means."""

import pytest
from builders import HERE, kind
from msgspec.structs import replace

from comment_kit.locators import read_locator
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.pinpoints import (
    LabelKind,
    LabelPin,
    NotePin,
    PagePin,
    Pinpoint,
    PinpointRow,
    PinpointTable,
    label_key,
)
from comment_kit.model.places import Location
from comment_kit.model.sources import Kind, Source

ROWS = (
    ("§ 2(ggg)", "75193", "75193", None),
    ("§ 4.1", "75196", "75197", None),
    ("§ 4.5(a)(i)", "75202", "75202", None),
    ("§ 4.5(a)(ii)", "75203", "75203", None),
    ("§ 4.6(a)", "75203", "75203", None),
    ("Introduction", "sheet 5", "sheet 5", None),
    ("Practice 3.1", "75198", "75198", None),
    ("Practice 3.3", "75199", "75199", None),
    ("Objective 3", "75197", "75200", None),
    ("Appendix B", "75219", "75219", None),
    ("Appendix B-1", "75220", "75220", None),
    ("Terms and Conditions", "75221", "75221", None),
    ("Findings, Purpose", "75192", "75192", None),
    ("n.48", "75222", "75222", "75219"),
)


def table() -> PinpointTable:
    rows = {
        label_key(label): PinpointRow(
            locator=label, first_page=first, last_page=last, called_on=called, evidence="official pdf", line=line
        )
        for line, (label, first, last, called) in enumerate(ROWS, 2)
    }
    return PinpointTable(key="order", file="order.csv", rows=rows)


def paper(key: str = "order", *, of: Kind | None = None, span: tuple[str, str] | None = ("75191", "75226")) -> Source:
    first, last = span or (None, None)
    return Source(
        key=key,
        kind=of or kind("report"),
        fields={},
        first_page=first,
        last_page=last,
        location=Location(file="x.bib"),
    )


def read(locator: str, *, source: Source | None = None, rows: bool = True) -> tuple[Pinpoint, tuple[Diagnostic, ...]]:
    return read_locator(locator, source or paper(), table() if rows else None, HERE)


def parts(locator: str, *, source: Source | None = None, rows: bool = True) -> tuple[object, ...]:
    pinpoint, wrong = read(locator, source=source, rows=rows)
    assert wrong == ()
    return pinpoint.parts


SECTION = LabelPin(label="§ 4.6(a)", kind=LabelKind.SECTION, first_page="75203", last_page="75203", rows=("§ 4.6(a)",))


@pytest.mark.parametrize("written", ["75203", "at 75203", "p. 75203", "at p. 75203", "75,203", "at 75,203"])
def test_a_page_is_a_page_however_it_is_typed(written: str) -> None:
    assert parts(written) == (PagePin(first="75203"),)


@pytest.mark.parametrize("written", ["75203-75205", "75203-05", "pp. 75203–05", "75203--75205", "75,203-75,205"])
def test_a_range_runs_from_first_to_last_page(written: str) -> None:
    assert parts(written) == (PagePin(first="75203", last="75205"),)


def test_pages_scattered_are_parts() -> None:
    assert parts("75200-75202, 75205") == (PagePin(first="75200", last="75202"), PagePin(first="75205"))


@pytest.mark.parametrize("written", ["iv", "A-12", "12a"])
def test_pages_need_not_be_plain_numbers(written: str) -> None:
    assert parts(written, source=paper(span=None)) == (PagePin(first=written),)


@pytest.mark.parametrize("written", ["§ 4.6(a)", "§4.6(a)", "sec. 4.6(a)", "Section 4.6(a)", "section 4.6(a)"])
def test_a_section_finds_its_row_however_it_is_typed(written: str) -> None:
    assert parts(written) == (SECTION,)


def test_a_section_may_stand_beside_its_page() -> None:
    assert parts("75203, § 4.6(a)") == (PagePin(first="75203"), SECTION)


def test_brackets_belong_to_a_label() -> None:
    assert parts("§ 2(ggg)")[0] == LabelPin(
        label="§ 2(ggg)", kind=LabelKind.SECTION, first_page="75193", last_page="75193", rows=("§ 2(ggg)",)
    )


def test_a_plural_label_governs_the_bare_parts_after_it() -> None:
    assert [part.label for part in parts("Practices 3.1, 3.3") if isinstance(part, LabelPin)] == [
        "Practice 3.1",
        "Practice 3.3",
    ]
    assert [part.label for part in parts("§§ 4.1, 4.6(a)") if isinstance(part, LabelPin)] == ["§ 4.1", "§ 4.6(a)"]


def test_a_page_after_a_plural_label_is_a_page() -> None:
    assert parts("§§ 4.1, 4.6(a), 75196-75203")[-1] == PagePin(first="75196", last="75203")


@pytest.mark.parametrize("written", ["§§ 9–12", "§§ 9-12", "§ 9-12"])
def test_a_run_of_sections_is_one_part(written: str) -> None:
    assert parts(written, rows=False) == (LabelPin(label="§§ 9–12", kind=LabelKind.SECTION),)


@pytest.mark.parametrize(
    ("written", "label", "pages"),
    [
        ("§ 4.5(a)(i)-(ii)", "§ 4.5(a)(i)–(ii)", ("75202", "75203")),
        ("§ 4.5(a)(i)–(ii)", "§ 4.5(a)(i)–(ii)", ("75202", "75203")),
        ("§§ 4.1-4.6(a)", "§§ 4.1–4.6(a)", ("75196", "75203")),
        ("§§ 4.1 to 4.6(a)", "§§ 4.1–4.6(a)", ("75196", "75203")),
        ("sections 4.1 through 4.6(a)", "§§ 4.1–4.6(a)", ("75196", "75203")),
        ("Practices 3.1-3.3", "Practice 3.1–3.3", ("75198", "75199")),
        ("Practices 3.1–3.3", "Practice 3.1–3.3", ("75198", "75199")),
        # the hyphen of a label of the table is its own
        ("Appendix B-1", "Appendix B-1", ("75220", "75220")),
    ],
)
def test_a_run_of_known_labels_reaches_from_the_first_to_the_last(
    written: str, label: str, pages: tuple[str, str]
) -> None:
    (part,) = parts(written)
    assert isinstance(part, LabelPin)
    assert (part.label, (part.first_page, part.last_page)) == (label, pages)


@pytest.mark.parametrize("written", ["§ 4.1-4.99", "Practices 3.1-3.9", "Practice 3.1 to some"])
def test_a_hyphen_before_an_unknown_end_makes_no_run(written: str) -> None:
    assert [each.code for each in read(written)[1]] == ["PIN101"]


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("§ 4.1 & § 4.6(a)", ["§ 4.1", "§ 4.6(a)"]),
        ("§§ 4.1 and 4.6(a)", ["§ 4.1", "§ 4.6(a)"]),
        ("Practices 3.1 & 3.3", ["Practice 3.1", "Practice 3.3"]),
        ("Terms and Conditions", ["Terms and Conditions"]),
    ],
)
def test_and_joins_two_labels_that_the_table_knows(written: str, labels: list[str]) -> None:
    assert [part.label for part in parts(written) if isinstance(part, LabelPin)] == labels


@pytest.mark.parametrize("written", ["¶¶ 65-67", "¶¶ 65–67", "¶ 65-67", "paras. 65-67", "Paragraphs 65-67"])
def test_a_run_of_paragraphs_is_one_part(written: str) -> None:
    assert parts(written, rows=False) == (LabelPin(label="¶¶ 65–67", kind=LabelKind.PARAGRAPH),)


@pytest.mark.parametrize(
    ("written", "labels"), [("§§ 4, 9-12", ["§ 4", "§§ 9–12"]), ("¶¶ 8, 65-67", ["¶ 8", "¶¶ 65–67"])]
)
def test_a_run_behind_a_plural_label_is_a_run_of_its_sort(written: str, labels: list[str]) -> None:
    assert [part.label for part in parts(written, rows=False) if isinstance(part, LabelPin)] == labels


@pytest.mark.parametrize("written", ["at 75222 n.48", "75222 n.48", "75222 n. 48"])
def test_a_note_stands_on_its_page(written: str) -> None:
    assert parts(written) == (NotePin(first="48", page="75222"),)


def test_a_note_alone_takes_its_page_from_the_table() -> None:
    assert parts("n.48") == (NotePin(first="48", page="75222"),)


def test_a_page_and_a_note_on_it() -> None:
    assert parts("147 & n.5", source=paper(span=None)) == (NotePin(first="5", page="147", beside_page=True),)


def test_a_run_of_notes() -> None:
    assert parts("nn.5-6") == (NotePin(first="5", last="6"),)


def test_a_note_is_right_on_the_page_of_its_text_and_of_its_call() -> None:
    assert read("75219 n.48")[1] == ()
    (wrong,) = read("75200 n.48")[1]
    assert (wrong.code, wrong.message) == ("PIN103", "note 48 of order is not on page 75200")
    assert wrong.hint == "the pinpoint table has it on page 75222 or page 75219"


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("App. B", "Appendix B"),
        ("appendix B", "Appendix B"),
        ("intro.", "Introduction"),
        ("Introduction", "Introduction"),
    ],
)
def test_named_parts_may_be_abbreviated(written: str, label: str) -> None:
    assert [part.label for part in parts(written) if isinstance(part, LabelPin)] == [label]


def test_a_label_may_hold_a_comma() -> None:
    assert [part.label for part in parts("Findings, Purpose") if isinstance(part, LabelPin)] == ["Findings, Purpose"]


@pytest.mark.parametrize("written", ["§ 553(c)", "¶ 12", "Table 3", "ch. 2", "Question 3(b)", "Figure 1"])
def test_a_source_without_a_table_takes_the_usual_labels(written: str) -> None:
    (label,) = parts(written, rows=False)
    assert isinstance(label, LabelPin)
    assert label.first_page is None


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Practice 3.4", "did you mean 'Practice 3.3' or 'Practice 3.1'?"),
        ("§ 4.6(z)", "did you mean '§ 4.6(a)', '§ 4.5(a)(i)' or '§ 4.5(a)(ii)'?"),
        ("§ 48", "did you mean '§ 4.1' or '§ 4.6(a)'?"),
        ("somewhere", "write a page, or add a row for it to citations/pinpoints/order.csv"),
    ],
)
def test_a_word_that_is_neither_page_nor_label_is_never_a_suffix(written: str, hint: str) -> None:
    pinpoint, (wrong,) = read(written)
    assert not pinpoint
    assert (wrong.code, wrong.message) == ("PIN101", f"'{written}' is no page or known part of order")
    assert (wrong.hint, wrong.location) == (hint, HERE)


@pytest.mark.parametrize("page", ["75190", "75227", "9999"])
def test_a_page_outside_the_source_is_found(page: str) -> None:
    (wrong,) = read(page)[1]
    assert (wrong.code, wrong.message) == ("PIN102", f"page {page} is outside order, which has pages 75191-75226")


def test_a_page_before_the_first_is_found_where_the_last_is_not_known() -> None:
    source = replace(paper(), last_page=None)
    (wrong,) = read("12", source=source)[1]
    assert (wrong.code, wrong.message) == ("PIN102", "page 12 is outside order, which begins on page 75191")
    assert wrong.hint == "look the page up in the source; how many pages it has in all is its 'pagetotal'"
    assert read("75191", source=source)[1] == read("99999", source=source)[1] == ()


def test_a_page_of_a_source_whose_span_nobody_knows_is_not_judged() -> None:
    assert read("9999", source=paper(span=None))[1] == ()


def test_a_section_that_is_not_on_the_page_given_is_found() -> None:
    (wrong,) = read("75196, § 4.6(a)")[1]
    assert (wrong.code, wrong.hint) == ("PIN103", "the pinpoint table has it on page 75203")


def test_a_run_of_parts_may_be_cited_where_the_part_that_holds_them_leads_to_it() -> None:
    assert read("75197, Practices 3.1-3.3")[1] == ()
    assert [wrong.code for wrong in read("75200, Practices 3.1-3.3")[1]] == ["PIN103"]
    assert [wrong.code for wrong in read("75197, Practice 3.1")[1]] == ["PIN103"]


def test_a_section_is_right_on_any_page_it_runs_over() -> None:
    assert read("75197, § 4.1")[1] == ()


def test_a_range_that_runs_backwards_is_found() -> None:
    assert [wrong.code for wrong in read("75205-75203")[1]] == ["PIN104"]


def test_a_page_of_a_web_page_is_found() -> None:
    web = Kind(name="web page", recall=kind("x").recall, paginated=False)
    (wrong,) = read("3", source=paper("site", of=web, span=None), rows=False)[1]
    assert (wrong.code, wrong.severity) == ("PIN105", "warning")


def test_a_number_that_no_sheet_bears_is_no_page() -> None:
    (wrong,) = read("9" * 5000)[1]
    assert wrong.code == "PIN101"


@pytest.mark.parametrize("typed", ["Introduction n.48", "Introduction & n.48", "Introduction, n.48", "intro. n.48"])
def test_a_note_may_follow_a_named_part(typed: str) -> None:
    pinpoint, wrong = read(typed)
    assert not wrong
    assert [label.label for label in pinpoint.labels] == ["Introduction"]
    assert pinpoint.notes == (NotePin(first="48", page="75222", beside_part="&" in typed),)


@pytest.mark.parametrize(
    ("typed", "own", "pages"),
    [
        ("75203, 75205 n.4", ["75203"], ["75203", "75205"]),
        ("75203 n.4", [], ["75203"]),
        ("75203 & n.4", ["75203"], ["75203"]),
        ("§ 4.6(a) n.48", [], ["75222"]),
        ("§ 4.6(a) & n.48", ["75203"], ["75222", "75203"]),
        ("§ 4.6(a)", ["75203"], ["75203"]),
    ],
)
def test_a_page_is_cited_for_itself_unless_it_is_that_of_a_note_alone(
    typed: str, own: list[str], pages: list[str]
) -> None:
    pinpoint = read(typed)[0]
    assert [first for first, _ in pinpoint.own_pages] == own
    assert [first for first, _ in pinpoint.reach.pages] == pages


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("§ 4.6(a)", [("§ 4.6(a)",)]),
        ("Practices 3.1, 3.3", [("Practice 3.1",), ("Practice 3.3",)]),
        ("Practices 3.1-3.3", [("Practice 3.1", "Practice 3.3")]),
        ("Practices 3.1–3.9", [()]),
    ],
)
def test_a_label_names_its_rows_and_a_run_the_ends_that_the_table_knows(
    typed: str, rows: list[tuple[str, ...]]
) -> None:
    assert [label.rows for label in read(typed)[0].labels] == rows


def test_roman_notes_may_be_a_run() -> None:
    assert read("nn.i-iii")[0] == Pinpoint((NotePin(first="i", last="iii"),))


def test_words_that_are_no_part_are_told_with_a_note_behind_them_too() -> None:
    (wrong,) = read("Forword n.48")[1]
    assert (wrong.code, wrong.message) == ("PIN101", "'Forword' is no page or known part of order")


def test_a_part_within_a_known_part_has_its_pages_where_the_letter_is_printed() -> None:
    for written in ("Practice 3.1.6", "Practice 3.1(6)"):
        assert printed(f"75198, {written}") == ([written], ["75198"], [])
        assert [each.code for each in read(f"75198, {written}")[1]] == ["PIN101"]
    for run in ("Practice 3.1.6–3.1.8", "Practice 3.1(6)-(8)"):
        assert printed(run) == ([run], ["75198"], [])
    assert printed("Practice 3.1(6), (8)")[0] == ["Practice 3.1(6)", "Practice 3.1(8)"]
    assert printed("Practices 3.1(6)–(8), 3.3(2)")[0] == ["Practice 3.1(6)–(8)", "Practice 3.3(2)"]
    assert printed("75203, § 4.6(z)")[2] == ["PIN101"]
    assert printed("75198, Practice 9.9")[2] == ["PIN101"]


def test_a_part_of_a_sort_that_the_table_has_none_of_is_no_error_behind_a_page_of_a_printed_letter() -> None:
    assert printed("75198, Recommendation 6") == ([], [], [])
    assert printed("Practice 3.1, Recommendations 1-6") == (["Practice 3.1"], ["75198"], [])
    assert printed("Recommendation 6")[2] == ["PIN101"]
    assert [each.code for each in read("75198, Recommendation 6")[1]] == ["PIN101"]


def printed(locator: str) -> tuple[list[str], list[str | None], list[str]]:
    """Return the labels of a locator of a printed letter, their first pages, and the codes of what is wrong."""
    pinpoint, wrong = read_locator(locator, paper(), table(), HERE, is_printed=True)
    labels = pinpoint.labels
    return [each.label for each in labels], [each.first_page for each in labels], [each.code for each in wrong]
