"""Ten to the 26th is not 1026: a source that raises digits is quoted with raised digits."""

import pytest
from msgspec.structs import asdict, replace
from page_texts import source_text
from quoting import HERE, changes

from comment_kit.model.diagnostics import Severity
from comment_kit.model.pages import Break, SourceText
from comment_kit.model.quotations import CitedPlace, Judgement, Quotation
from comment_kit.model.text import Span, Text
from comment_kit.pages import read_federal_register_xml
from comment_kit.quotations import judge, prepare
from comment_kit.quotations.raised import typed

WRITTEN = "(p. 1) A computing power greater than 10|26 integer operations is large, or 10|23 at least."


def source(written: str = WRITTEN) -> SourceText:
    """Return a source in which ``|`` stands before digits that the page raises."""
    plain = source_text(written.replace("|", ""))
    breaks = dict(plain.body.breaks)
    label = len("(p. 1) ")
    at = [place for place, sign in enumerate(written) if sign == "|"]
    breaks.update({place - number - label: Break.EDGE for number, place in enumerate(at)})
    body = replace(plain.body, breaks=breaks)
    return replace(plain, body=body, all=body)


def judged(words: str | Text) -> Judgement:
    text = (Span(text=words),) if isinstance(words, str) else words
    return judge(Quotation(words=text, location=HERE, phrase=True), prepare(source()), CitedPlace(pages=(("1", "1"),)))


@pytest.mark.parametrize("number", ["1026", "10 26", "10-26"])
def test_plain_digits_do_not_stand_for_raised_ones(number: str) -> None:
    judgement = judged(f"greater than {number} integer operations")
    assert (judgement.verdict, judgement.severity) == ("altered", Severity.ERROR)
    assert judgement.reason == "the source prints digits raised that are not raised here"
    assert changes(judgement) == [(number, "10^26")]
    assert judgement.found_text == "greater than 10^26 integer operations"


@pytest.mark.parametrize(
    "words",
    [
        "greater than 10^26 integer operations",
        "greater than 10²⁶ integer operations",
        (Span(text="greater than 10"), Span(text="26", superscript=True), Span(text=" integer operations")),
    ],
)
def test_raised_digits_are_the_same_however_they_are_typed(words: str | Text) -> None:
    assert judged(words).verdict == "verified"


def test_a_number_does_not_end_before_its_exponent() -> None:
    assert changes(judged("power greater than 10")) == [("10", "10^26")]
    assert judged("26 integer operations").verdict != "verified"


def test_another_exponent_is_another_number() -> None:
    assert changes(judged("greater than 10^23 integer operations")) == [("10^23", "10^26")]


def test_beside_another_change_the_exponent_is_no_change() -> None:
    assert changes(judged("greater than 10^26 integer computations is large")) == [("computations", "operations")]


def test_the_text_of_a_quotation_keeps_its_length() -> None:
    words = (Span(text="10"), Span(text="26th", superscript=True))
    assert typed(words) == "10²⁶th"


def test_the_xml_of_the_register_tells_raised_digits() -> None:
    xml = "<RULE><PREAMB><P>greater than 10\n   <SU>26</SU>\n   integer operations</P></PREAMB></RULE>"
    text = SourceText(key="order", edition="", file="", sha256="", **asdict(read_federal_register_xml(xml.encode())))
    words = Quotation(words=(Span(text="greater than 1026 integer"),), location=HERE, phrase=True)
    assert changes(judge(words, prepare(text))) == [("1026", "10^26")]
