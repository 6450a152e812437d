"""How pinpoints are printed, by the order of each house."""

from __future__ import annotations

import pytest

from comment_kit.model.pinpoints import LabelKind, LabelPin, NotePin, PagePin, PinPart, Pinpoint
from comment_kit.model.policy import LabelPages
from comment_kit.styles.numbers import first_of_span, ordinal, page_range, thousands
from comment_kit.styles.pinpoints import PinpointRules, PrintedPinpoint, marked, printed_pinpoint

ABBREVIATIONS = {
    "Appendix": "app.",
    "Table": "tbl.",
    "Introduction": "intro.",
    "Part": "pt.",
    "Article": "art.",
    "Clause": "cl.",
}
LABEL_FIRST = PinpointRules(abbreviations=ABBREVIATIONS)
PAGE_FIRST = PinpointRules(label_first=False, label_pages=LabelPages.FIRST, abbreviations=ABBREVIATIONS)


def page(first: str, last: str | None = None) -> PagePin:
    return PagePin(first=first, last=last)


def note(first: str, page: str | None = None, last: str | None = None, *, beside: bool = False) -> NotePin:
    return NotePin(first=first, last=last, page=page, beside_page=beside)


def label(words: str, first: str | None = None, last: str | None = None) -> LabelPin:
    kinds = {"§": LabelKind.SECTION, "¶": LabelKind.PARAGRAPH}
    return LabelPin(label=words, kind=kinds.get(words[0], LabelKind.NAMED), first_page=first, last_page=last)


def shown(rules: PinpointRules, *parts: PinPart) -> PrintedPinpoint:
    return printed_pinpoint(Pinpoint(parts), rules)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((page("12"),), "at 12"),
        ((page("1240", "1241"),), "at 1240–41"),
        ((page("10", "12"), page("15")), "at 10–12, 15"),
        ((note("30", "10"),), "at 10 n.30"),
        ((note("5", "147", beside=True),), "at 147 & n.5"),
        ((note("5", last="6"),), "at nn.5–6"),
        ((note("5", "9", "6"),), "at 9 nn.5–6"),
        ((label("§ 4.1"),), "§ 4.1"),
        ((label("§ 4.1", "75196", "75197"),), "§ 4.1, at 75196–97"),
        ((label("¶ 12"),), "¶ 12"),
        ((label("Appendix B", "19", "19"),), "app. B at 19"),
        ((page("19"), label("Appendix B")), "app. B at 19"),
        ((label("Introduction", "sheet 5"),), "intro."),
        ((note("i", "sheet 5"),), "at n.i"),
        ((label("Introduction", "sheet 5"), note("i", "sheet 5")), "intro. at n.i"),
        ((label("Practice 3.1", "8"), label("Practice 3.3", "9")), "at 8 (Practice 3.1), 9 (Practice 3.3)"),
        ((label("Practice 5.1", "12"), label("Practice 5.2", "12")), "at 12 (Practices 5.1, 5.2)"),
        ((label("Practice 5.2", "12", "13"),), "at 12–13 (Practice 5.2)"),
        ((page("19"), label("Practice 3.1")), "at 19 (Practice 3.1)"),
        ((label("Question 3(b)"),), "at Question 3(b)"),
    ],
)
def test_labels_first(parts: tuple[PinPart, ...], expected: str) -> None:
    assert shown(LABEL_FIRST, *parts).at == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((label("§ 4.1", "75196", "75197"),), "at 75196, § 4.1"),
        ((label("§ 4.1"),), "§ 4.1"),
        ((label("¶ 12", "7"),), "at 7, ¶ 12"),
        ((page("19"), label("Appendix B")), "at 19, Appendix B"),
        ((label("Appendix B"), page("19")), "at 19, Appendix B"),
        ((label("Appendix B", "19"),), "at 19 (Appendix B)"),
        ((label("Introduction", "sheet 5"),), "at Introduction"),
        ((label("Practice 3.1", "8"), label("Practice 3.3", "9")), "at 8 (Practice 3.1), 9 (Practice 3.3)"),
        ((label("Practice 5.2", "12", "13"),), "at 12 (Practice 5.2)"),
        ((label("Appendix A", "18"), label("Appendix B", "18")), "at 18 (Appendices A, B)"),
        ((label("Practice 5.1", "12"), label("Objective 5", "12")), "at 12 (Practice 5.1, Objective 5)"),
    ],
)
def test_pages_first(parts: tuple[PinPart, ...], expected: str) -> None:
    assert shown(PAGE_FIRST, *parts).at == expected


@pytest.mark.parametrize(
    ("title", "parts", "expected"),
    [
        ("Weights", (page("47"),), " 47"),
        ("NIST AI 800-1", (page("19"),), ", at 19"),
        ("Weights", (label("§ 4"),), " § 4"),
        ("1984", (label("§ 4"),), ", § 4"),
        ("Weights", (label("Question 3"),), ", at Question 3"),
        ("Weights", (label("Appendix B", "19"),), " app. B at 19"),
        ("Weights", (), ""),
    ],
)
def test_in_full_at_stands_only_behind_a_number_or_before_a_name(
    title: str, parts: tuple[PinPart, ...], expected: str
) -> None:
    assert shown(LABEL_FIRST, *parts).behind(title) == expected


def test_the_labels_of_a_law_keep_their_order() -> None:
    printed = shown(LABEL_FIRST, label("Article I"), label("§ 8"), label("Clause 3"))
    assert printed.law == "art. I, § 8, cl. 3"


def test_pages_take_commas_where_the_house_wants_them() -> None:
    pinpoint = Pinpoint((page("75191", "75192"), note("3", "75195"), page("8240")))
    assert printed_pinpoint(pinpoint, LABEL_FIRST, commas=True).bare == "75,191–92, 75,195 n.3, 8240"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["§ 9"], "§ 9"),
        (["§ 9", "§ 12"], "§§ 9, 12"),
        (["§§ 9–12"], "§§ 9–12"),
        (["§ 1(a)", "§ 1(b)"], "§ 1(a), (b)"),
        (["§§ 1(a)–(b)"], "§ 1(a)–(b)"),
        (["§ 4.1(a)", "§ 4.2(a)"], "§§ 4.1(a), 4.2(a)"),
        (["§ 78u-4"], "§ 78u-4"),
        ([], ""),
    ],
)
def test_a_sign_is_doubled_for_several_sections_and_never_for_subsections_of_one(
    labels: list[str], expected: str
) -> None:
    assert marked(labels, "§") == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("1240", "1241", "1240–41"),
        ("1199", "1201", "1199–1201"),
        ("102", "106", "102–06"),
        ("99", "102", "99–102"),
        ("10", "12", "10–12"),
        ("iv", "vi", "iv–vi"),
        ("A-12", "A-14", "A-12 to A-14"),
        ("7", "7", "7"),
    ],
)
def test_a_run_of_pages_keeps_the_last_two_digits(first: str, last: str, expected: str) -> None:
    assert page_range(first, last) == expected


def test_only_five_digits_take_a_comma() -> None:
    assert [thousands("14110"), thousands("8240"), thousands("A-12")] == ["14,110", "8240", "A-12"]


def test_ordinals_are_those_of_lawyers() -> None:
    assert [ordinal(number) for number in ("1", "2", "3", "11", "12", "102", "110", "Second")] == [
        "1st",
        "2d",
        "3d",
        "11th",
        "12th",
        "102d",
        "110th",
        "Second",
    ]


def test_the_first_page_of_a_span() -> None:
    assert [first_of_span(pages) for pages in ("1183-1250", "29--58", "75191–75226", "A20", "")] == [
        "1183",
        "29",
        "75191",
        "A20",
        "",
    ]
