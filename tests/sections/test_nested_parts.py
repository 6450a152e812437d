"""Which part lies in which is told by numbers and, of parts of several sorts, by the pages they reach."""

import pytest

from comment_kit.sections.nesting import nested, part


def lying(*written: str) -> dict[str, str]:
    """Return, for parts written "§ 4 7-9", the innermost that each lies in, and behind a stroke which ends it."""
    parts = []
    for each in written:
        label, _, pages = each.rpartition(" ")
        first, _, last = pages.partition("-")
        parts.append(part(label, int(first), int(last or first)))
    names = [each.label for each in parts] + ["the end"]
    return {
        names[number]: f"{names[each.above[-1]] if each.above else 'none'} | {names[each.until]}"
        for number, each in enumerate(nested(parts))
    }


def test_sections_lie_in_those_whose_number_they_carry_on() -> None:
    assert lying("§ 4 7-9", "§ 4.1 7", "§ 4.1(a) 7", "§ 4.1(a)(i) 7", "§ 4.1(b) 7", "§ 4.10 8", "§ 41 9") == {
        "§ 4": "none | § 41",
        "§ 4.1": "§ 4 | § 4.10",
        "§ 4.1(a)": "§ 4.1 | § 4.1(b)",
        "§ 4.1(a)(i)": "§ 4.1(a) | § 4.1(b)",
        "§ 4.1(b)": "§ 4.1 | § 4.10",
        "§ 4.10": "§ 4 | § 41",
        "§ 41": "none | the end",
    }


def test_parts_of_other_sorts_lie_in_what_stands_before_them_as_far_as_it_reaches() -> None:
    written = (
        "Section 4 4-9",
        "Objective 1 5-6",
        "Practice 1.1 5",
        "Practice 1.2 5-6",
        "Objective 2 6-9",
        "Appendix A 10",
    )
    assert lying(*written, "Appendix B 11", "Table 1 11") == {
        "Section 4": "none | Appendix A",
        "Objective 1": "Section 4 | Objective 2",
        "Practice 1.1": "Objective 1 | Practice 1.2",
        "Practice 1.2": "Objective 1 | Objective 2",
        "Objective 2": "Section 4 | Appendix A",
        "Appendix A": "none | Appendix B",
        "Appendix B": "none | the end",
        "Table 1": "Appendix B | the end",
    }


@pytest.mark.parametrize("second", ["Appendix A 3", "Appendix A 2-3"])
def test_what_goes_on_behind_a_part_is_not_in_it(second: str) -> None:
    assert lying("Section 1 1-2", second)["Section 1"] == "none | Appendix A"
