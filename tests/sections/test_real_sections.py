"""The tables that ship are found in the texts of their sources, where those are at hand."""

import pytest
from real_sources import real_source

from comment_kit.model.pages import PageText
from comment_kit.model.pinpoints import PinpointTable
from comment_kit.pages import read_federal_register_xml, read_pdf
from comment_kit.project import Project
from comment_kit.sections import Sections, sections_of
from comment_kit.workflows.shelves import read_shelves


def table(key: str) -> PinpointTable:
    return read_shelves(Project()).library.tables[key]


def parts(table: PinpointTable) -> list[str]:
    return [row.locator for row in table.rows.values() if not row.locator.startswith("n.")]


def opening(text: PageText, sections: Sections, label: str, length: int = 60) -> str:
    """Return the first letters of a part, without what lines and tags leave between them."""
    stretch = sections.of(label)
    assert stretch is not None, label
    return "".join(filter(str.isalnum, text.body.text[stretch.start : stretch.start + 2 * length]))[:length]


@pytest.fixture(scope="module")
def order_as_pdf() -> PageText:
    return read_pdf(real_source("eo14110.pdf"))


def test_every_part_of_the_order_is_found_in_its_pdf(order_as_pdf: PageText) -> None:
    found = sections_of(order_as_pdf, table("eo14110"))
    assert [each.label for each in found.stretches] == parts(table("eo14110"))
    assert all(each.is_closed for each in found.stretches)
    assert opening(order_as_pdf, found, "§ 3(i)", 20) == "iThetermcriticalinfr"
    assert opening(order_as_pdf, found, "§ 3(k)(i)", 20) == "isubstantiallyloweri"
    assert opening(order_as_pdf, found, "§ 10.1(i)", 20) == "iTheinitialmeansinst"
    assert opening(order_as_pdf, found, "§ 12(c)(v)", 20) == "vtheSecretaryofAgric"


def test_the_parts_of_the_order_begin_with_the_same_words_in_its_xml(order_as_pdf: PageText) -> None:
    as_xml = read_federal_register_xml(real_source("eo14110.xml").read_bytes())
    in_pdf, in_xml = (sections_of(text, table("eo14110")) for text in (order_as_pdf, as_xml))
    for label in parts(table("eo14110")):
        assert opening(as_xml, in_xml, label, 40) == opening(order_as_pdf, in_pdf, label, 40)


def test_the_parts_of_the_draft_begin_with_their_headings() -> None:
    text = read_pdf(real_source("nist-ai-800-1.ipd.pdf"))
    found = sections_of(text, table("nist800-1"))
    # The introduction bears the heading of section 1; the table's title is set among the notes.
    assert sorted(set(parts(table("nist800-1"))) - {each.label for each in found.stretches}) == [
        "Introduction",
        "Table 1",
    ]
    rows = {row.locator: row for row in table("nist800-1").rows.values()}
    for each in found.stretches:
        title = rows[each.label].title
        assert title is not None
        heading = "".join(filter(str.isalnum, each.label.removeprefix("Section ") + title)).casefold()
        assert opening(text, found, each.label, len(heading)).casefold() == heading
