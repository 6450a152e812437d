"""Parts of one section that a citation lists, and the last of several sections behind "and", are all cited."""

from __future__ import annotations

import pytest
from printed_forms import shipped
from typed_letters import letter_of_notes, seen

ORDER = "Exec. Order No. 14,110, 88 Fed. Reg. 75,191 (Nov. 1, 2023)."


@pytest.mark.parametrize(
    ("place", "labels"),
    [
        ("§ 4.2(a)(ii), (b)(ii)", ["§ 4.2(a)(ii)", "§ 4.2(b)(ii)"]),
        ("§§ 4.2(a)(ii), (b)(ii)", ["§ 4.2(a)(ii)", "§ 4.2(b)(ii)"]),
        ("§ 4.1(a)(i) and (ii)", ["§ 4.1(a)(i)", "§ 4.1(a)(ii)"]),
        ("§ 4.1(a)(i) & (ii)", ["§ 4.1(a)(i)", "§ 4.1(a)(ii)"]),
        ("§ 4.1(a)(i), (b)", ["§ 4.1(a)(i)", "§ 4.1(b)"]),
        ("§ 2(a),(c)", ["§ 2(a)", "§ 2(c)"]),
        ("§ 2(a), (c), and (e)", ["§ 2(a)", "§ 2(c)", "§ 2(e)"]),
        ("§ 2(a), (c) & (e), 88 Fed. Reg. at 75,191-92", ["§ 2(a)", "§ 2(c)", "§ 2(e)"]),
        ("§ 2(a), (c)–(e)", ["§ 2(a)", "§ 2(c)–(e)"]),
        ("§ 4.2(b)(i)–(ii), (c)", ["§ 4.2(b)(i)–(ii)", "§ 4.2(c)"]),
        ("sec. 4.4(a)(ii)(A), (C)", ["§ 4.4(a)(ii)(A)", "§ 4.4(a)(ii)(C)"]),
        ("sections 2(a), (b), and (h)", ["§ 2(a)", "§ 2(b)", "§ 2(h)"]),
        ("§§ 2(a), (c), 4.6(a), (b)", ["§ 2(a)", "§ 2(c)", "§ 4.6(a)", "§ 4.6(b)"]),
        ("§§ 4.1, 4.2 and 4.6(a)", ["§ 4.1", "§ 4.2", "§ 4.6(a)"]),
        ("secs. 4.1, 4.6", ["§ 4.1", "§ 4.6"]),
        ("at 75,191 (§§ 2(a) & (c))", ["§ 2(a)", "§ 2(c)"]),
    ],
)
def test_all_parts_of_a_list_are_cited(place: str, labels: list[str]) -> None:
    for name in ("Exec. Order No. 14,110 ", "*Id.* "):
        found = seen(letter_of_notes({1: ORDER, 2: f"{name}{place}."}), shipped())[1]
        assert [label.label for label in found.citation.pinpoint.labels] == labels
        assert found.citation.unread is None


@pytest.mark.parametrize(
    ("place", "pages"),
    [("§ 4.2(a) (emphasis added)", []), ("§§ 4.1, 4.2, at 75,196 and 75,197", ["75196", "75197"])],
)
def test_a_parenthetical_and_further_pages_are_no_part_of_the_list(place: str, pages: list[str]) -> None:
    found = seen(letter_of_notes({1: f"Exec. Order No. 14,110 {place}."}), shipped())[0]
    assert [page.first for page in found.citation.pinpoint.pages] == pages
    assert found.citation.unread is None
