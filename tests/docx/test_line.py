"""A line is written as text: what it says is well-formed XML whatever stands in it, and lands where its place is."""

from lxml import etree

from comment_kit.docx.writing.line import Line, Lines
from comment_kit.docx.writing.wml import add, new, tag
from comment_kit.model.text import Span


def _paragraph_with(*words: str) -> etree._Element:
    lines = Lines()
    paragraph = new("p")
    add(paragraph, "pPr")
    with lines.at_end_of(paragraph) as line:
        for each in words:
            line.run(Span(text=each))
    return etree.fromstring(lines.set_into(etree.tostring(paragraph)))


def test_signs_of_xml_in_words_are_words() -> None:
    words = 'a < b & "c" ]]> <w:t>'
    assert [each.text for each in _paragraph_with(words).iter(tag("t"))] == [words]


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert [each.text for each in _paragraph_with("a\x00b\ud800c\x1b\uffffd").iter(tag("t"))] == ["abcd"]


def test_a_carriage_return_comes_back_as_one() -> None:
    assert [each.text for each in _paragraph_with("a\rb").iter(tag("t"))] == ["a\rb"]


def test_tabs_hard_and_soft_hyphens_are_elements_and_a_line_feed_is_a_space() -> None:
    run = _paragraph_with("a\tb\u2011c\u00add\ne")[1]
    assert [etree.QName(each).localname for each in run] == [
        "t", "tab", "t", "noBreakHyphen", "t", "softHyphen", "t", "t", "t",
    ]  # fmt: skip
    assert run[-2].text == " "


def test_outer_spaces_are_kept() -> None:
    (kept,) = _paragraph_with(" a ").iter(tag("t"))
    assert kept.get(tag("xml:space")) == "preserve"


def test_quotation_marks_in_attributes_end_no_attribute() -> None:
    line = Line()
    with line.link("w:anchor", 'a"b\n<c>&'):
        line.run(Span(text="d"))
    root = new("p")
    lines = Lines()
    with lines.at_end_of(root) as placed:
        placed.add(str(line))
    (link,) = etree.fromstring(lines.set_into(etree.tostring(root)))
    assert link.get(tag("anchor")) == 'a"b\n<c>&'


def test_a_line_at_the_start_stands_behind_the_properties_and_before_the_words() -> None:
    lines = Lines()
    paragraph = new("p")
    add(paragraph, "pPr")
    with lines.at_end_of(paragraph) as line:
        line.run(Span(text="words"))
    with lines.at_start_of(paragraph) as line:
        line.run(Span(text="number"))
    read = etree.fromstring(lines.set_into(etree.tostring(paragraph)))
    assert [each.text for each in read.iter(tag("t"))] == ["number", "words"]
    assert read[0].tag == tag("pPr")


def test_an_instruction_of_somebody_else_that_looks_like_a_place_stays() -> None:
    part = b"<a><?comment-kit-line 7?></a>"
    assert Lines().set_into(part) == part
