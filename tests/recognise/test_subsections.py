"""A subsection is read however it is typed: set apart from its section, or called one."""

from __future__ import annotations

import pytest
from printed_forms import shipped
from typed_letters import only

ORDER = "Exec. Order No. 14,110"


@pytest.mark.parametrize(
    ("place", "sections"),
    [
        ("§ 4.1 (a) (i)", "§ 4.1(a)(i)"),
        ("§ 4.1 (a)(i)", "§ 4.1(a)(i)"),
        ("Section 4.1 (b)", "§ 4.1(b)"),
        ("subsection 4.1(b)", "§ 4.1(b)"),
        ("§ 4.1 (2023)", "§ 4.1"),
        ("§ 4.1 (as to models)", "§ 4.1"),
        ("§ 4.1 (b) (2023)", "§ 4.1(b)"),
    ],
)
def test_a_subsection_that_is_set_apart_belongs_to_its_section(place: str, sections: str) -> None:
    citation = only(f"{ORDER}, {place}.", library=shipped())
    assert (citation.key, [each.label for each in citation.pinpoint.labels]) == ("eo14110", [sections])
