"""Every worked form of the shipped sources and of further kinds, as ``bluebook`` prints it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from printed_forms import GOLDEN, house, library_of, printed, resolution, shipped, style

from comment_kit.model.citations import Form
from comment_kit.model.dates import PartialDate
from comment_kit.model.sources import Change, Recall, StatusChange

if TYPE_CHECKING:
    from comment_kit.model.sources import Library

CASES = json.loads((GOLDEN / "bluebook-forms.json").read_text(encoding="utf-8"))

SHAPES = {
    "full": Form.FULL,
    "full_pin": Form.FULL,
    "outside_window": Form.FULL,
    "short": None,
    "short_appendix": None,
    "id_page": Form.ID,
    "id_section": Form.ID,
    "id_page_note": Form.ID,
}
"""The forms of each shipped source; None for the later form of its kind, short or supra."""

SECTION_4_6 = "§ 4.6(a)"


def shipped_cases() -> list[Any]:
    return [
        pytest.param(source["key"], shape, source[shape], id=f"{source['key']} {shape}")
        for source in CASES["database"]
        for shape in SHAPES
        if shape in source and source[shape]["expected"] is not None
    ]


def locator_of(case: dict[str, Any], shape: str) -> str | None:
    """Return the locator as a writer types it: "§ 4.6(a) (page 75203)" is the section alone."""
    if shape == "outside_window":
        return SECTION_4_6
    locator = case.get("locator")
    return locator.partition(" (")[0] if locator else None


def lawful(case: dict[str, Any]) -> set[str]:
    return {without_period(words) for words in (case["expected"], *case.get("accept", ()))}


def without_period(words: str) -> str:
    """Return a printed form without what closes it; the plural of an abbreviation is as good as the singular."""
    return words.removesuffix(".").replace("Telecomms.", "Telecomm.")


@pytest.mark.parametrize(("key", "shape", "case"), shipped_cases())
def test_a_shipped_source_prints_as_its_worked_case(key: str, shape: str, case: dict[str, Any]) -> None:
    words = shipped_form(key, SHAPES[shape], locator_of(case, shape), note_of(case["expected"]))
    assert without_period(words) in lawful(case)
    assert words not in {without_period(never) for never in case.get("never", ())}


def shipped_form(key: str, form: Form | None, locator: str | None, first_note: int = 1) -> str:
    """Return a form of a shipped source; *Id.* is bare where the case has no locator."""
    library = shipped()
    later = Form.SUPRA if library.sources[key].kind.recall is Recall.SUPRA else Form.SHORT
    return printed(style(), library, resolution(library, key, locator, form or later, first_note=first_note))


@pytest.mark.parametrize(("edition", "comma"), [(22, ","), (21, "")])
def test_a_revoked_order_says_in_full_by_what(edition: int, comma: str) -> None:
    library = shipped()
    (revoked,) = library.sources["eo14110"].changes
    words = printed(style("bluebook", edition), library, resolution(library, "eo14110", history=(revoked,)))
    assert words == (
        "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023), "
        f"*revoked by*{comma} Exec. Order No. 14,148, § 2(ggg), 90 Fed. Reg. 8237, 8240 (Jan. 20, 2025)"
    )


def test_a_house_may_say_in_brackets_that_an_order_is_revoked() -> None:
    library = shipped()
    (revoked,) = library.sources["eo14110"].changes
    words = printed(style("comment-letter"), library, resolution(library, "eo14110", history=(revoked,)))
    assert words.endswith(
        "88 Fed. Reg. 75191 (2023) (revoked 2025), https://www.govinfo.gov/content/pkg/FR-2023-11-01/pdf/2023-24283.pdf"
    )


def test_a_change_by_nobody_known_is_told_with_its_year() -> None:
    library = shipped()
    gone = StatusChange(change=Change.WITHDRAWN, date=PartialDate(year=2025))
    words = printed(style(), library, resolution(library, "eo14179", history=(gone,)))
    assert words == "Exec. Order No. 14,179, 90 Fed. Reg. 8741 (Jan. 23, 2025), *withdrawn* 2025"


FURTHER: dict[str, dict[str, str | None]] = {
    "F01": {"full": None, "short": None, "id_form": "§ 1026.3"},
    "F03": {"full": None, "short": None, "id_form": "§ 444.2"},
    "F05": {"full": None, "short": None, "id_form": "§ 551"},
    "F07": {"full": None, "short": None},
    "F09": {"full": "§ 1101, 141-43", "short": "§ 1101, 141", "id_form": "§ 1102, 143"},
    "F11": {"full": "§ 401, 5220", "short": "§ 401, 5220", "id_form": "§ 402, 5221"},
    "F13": {"full": "67455", "short": "67455", "id_form": "67456"},
    "F15": {"full": None, "id_form": None},
    "F17": {"full": None, "short": "640", "id_form": "640"},
    "F19": {"full": "15", "short": "15", "id_form": "15"},
    "F21": {"full": "5", "short": "5", "id_form": "6"},
    "F23": {"full": "105", "short": "106", "id_form": "106"},
    "F25": {"full": "12", "id_form": "13"},
    "F27": {"full": "43", "short": "43", "id_form": "50"},
    "F29": {"short": "1509", "id_form": "1513"},
    "F31": {"full": "4", "short": "5", "id_form": "5"},
    "F33": {"full": None, "short": "3", "id_form": None},
    "F35": {"full": "8", "short": "9", "id_form": "9"},
    "F37": {"short": "325"},
    "F39": {"full": None, "short": None, "id_form": None},
    "F41": {"full": "12", "short": "14", "id_form": "14"},
    "F43": {"full": "5", "short": "5", "id_form": "5"},
    "F47": {"full": "2", "short": "2", "id_form": "2"},
}
"""The locator of each further form. F25's short and F29's full form carry a parenthetical that a letter types;
test_setting_letters.py has them. F45 is a cross-reference, which cites nothing."""


def further_cases() -> list[Any]:
    cases = {case["id"]: case for case in CASES["more"]}
    return [
        pytest.param(key, shape, locator, cases[key], id=f"{key} {shape}")
        for key, shapes in FURTHER.items()
        for shape, locator in shapes.items()
    ]


@pytest.fixture(scope="module")
def further() -> Library:
    return library_of(Path(__file__).with_name("forms.bib"))


@pytest.mark.parametrize(("key", "shape", "locator", "case"), further_cases())
def test_a_further_kind_prints_as_its_worked_case(  # noqa: PLR0913, PLR0917 - a case has five parts
    further: Library, tmp_path: Path, key: str, shape: str, locator: str | None, case: dict[str, Any]
) -> None:
    later = Form.SUPRA if further.sources[key].kind.recall is Recall.SUPRA else Form.SHORT
    form = {"full": Form.FULL, "short": later, "id_form": Form.ID}[shape]
    made = resolution(
        further,
        key,
        locator,
        form,
        first_note=note_of(case["short"]) if "short" in case else 1,
        with_title=key == "F37",
        bare_section=key in {"F05", "F07", "F11"},
    )
    settings = 'base = "bluebook"\n' + ('preprint_form = "working paper"\n' if key == "F43" else "")
    chosen = house(tmp_path, settings)
    expected = {without_period(words) for words in (case[shape], *case.get("accept", ()))}
    assert without_period(printed(chosen, further, made)) in expected


def note_of(short: str) -> int:
    """Return the number of the note that a short form of a case names; 1 for none."""
    _, note, rest = short.partition("note ")
    return int(rest.rstrip(".").partition(",")[0]) if note else 1


def test_every_case_is_tried() -> None:
    assert {case["id"] for case in CASES["more"]} - set(FURTHER) == {"F45"}
    assert {source["key"] for source in CASES["database"]} == set(shipped().sources)
