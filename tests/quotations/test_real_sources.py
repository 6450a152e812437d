"""Quotations of an order and of a draft, as a filed letter prints them, against the documents themselves."""

import json
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from documents import Quoted, dice, windows, with_marks
from mutations import mutants
from quoting import changes, quotation, swaps

from comment_kit.model.pages import PageText, SourceText
from comment_kit.model.quotations import CitedPlace, Verdict
from comment_kit.pages import read_federal_register_xml, read_pdf
from comment_kit.quotations import Prepared, judge, prepare

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
FILES = {"draft": "nist-ai-800-1.ipd.pdf", "order": "eo14110.pdf", "order as XML": "eo14110.xml"}

pytestmark = pytest.mark.skipif(
    not all((SOURCES / name).is_file() for name in FILES.values()),
    reason=f"the official documents are not at {SOURCES}",
)

VERIFIED = json.loads((Path(__file__).parents[1] / "golden" / "draft-quotations.json").read_text("utf-8"))["quotations"]
"""What is quoted of the draft, and the page cited."""
FROM_THE_ORDER = (
    "on the potential risks, benefits, other implications, and appropriate policy and regulatory approaches related to"
)


def read(file: Path) -> PageText:
    return read_federal_register_xml(file.read_bytes()) if file.suffix == ".xml" else read_pdf(file)


def bound(text: PageText, key: str) -> SourceText:
    return SourceText(key=key, edition="", file=key, sha256="", **msgspec.structs.asdict(text))


@pytest.fixture(scope="module")
def sources() -> dict[str, Prepared]:
    read = {
        name: read_federal_register_xml((SOURCES / file).read_bytes())
        if file.endswith("xml")
        else read_pdf(SOURCES / file)
        for name, file in FILES.items()
    }
    return {name: prepare(bound(text, name)) for name, text in read.items()}


@pytest.mark.parametrize("quoted", VERIFIED, ids=lambda quoted: quoted["about"])
def test_a_quotation_of_the_draft_is_verified(sources: dict[str, Prepared], quoted: dict[str, str]) -> None:
    page = quoted["page"]
    judgement = judge(quotation(quoted["words"]), sources["draft"], CitedPlace(pages=((page, page),)))
    assert (judgement.verdict, judgement.found_pages) == ("verified", (page,))


def test_what_brackets_and_dots_hide_in_the_draft_is_shown(sources: dict[str, Prepared]) -> None:
    words = next(quoted["words"] for quoted in VERIFIED if quoted["about"] == "brackets and dots")
    judgement = judge(quotation(words), sources["draft"], CitedPlace(pages=(("1", "1"),)))
    assert swaps(judgement) == [
        ("[o]", "O"),
        ("[ing]", "e"),
        ("…", ", but they are not the focus of this document. They"),
    ]
    assert {"but", "not"} <= set(judgement.context)


def test_a_heading_of_the_table_joined_to_its_cell_is_altered(sources: dict[str, Prepared]) -> None:
    words = "Safeguard: Limit access to the model’s capabilities."
    judgement = judge(quotation(words), sources["draft"], CitedPlace(pages=(("19", "19"),)))
    assert (judgement.verdict, judgement.found_pages) == ("altered", ("19",))
    assert "Safeguard:" in changes(judgement)[0][0]


@pytest.mark.parametrize("name", ["order", "order as XML"])
def test_an_article_put_into_the_orders_words_is_found(sources: dict[str, Prepared], name: str) -> None:
    place = CitedPlace(pages=(("75203", "75203"),))
    judgement = judge(quotation(FROM_THE_ORDER), sources[name], place)
    assert (judgement.verdict, judgement.severity, judgement.found_pages) == ("altered", "warning", ("75203",))
    assert changes(judgement) == [("the", "")]
    as_printed = FROM_THE_ORDER.replace("on the", "on")
    assert judge(quotation(as_printed, phrase=True), sources[name], place).verdict == "verified"


def verdict(quoted: Quoted, prepared: Prepared) -> Verdict:
    place = CitedPlace(pages=((quoted.page, quoted.page),))
    return judge(quotation(quoted.words.replace("*", "\\*"), phrase=True), prepared, place).verdict


@pytest.mark.parametrize("name", FILES)
def test_whatever_stands_on_a_page_is_verified_there(sources: dict[str, Prepared], name: str) -> None:
    quoted = windows(sources[name].text, dice(1), 60, least=4)
    assert [each for each in quoted if verdict(each, sources[name]) is not Verdict.VERIFIED] == []


@pytest.mark.parametrize("name", FILES)
def test_mutants_of_the_real_documents_are_found(sources: dict[str, Prepared], name: str) -> None:
    thrown = dice(2)
    made: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    plain = [each for each in windows(sources[name].text, thrown, 12) if "..." not in each.words]
    for each in (*plain, *(with_marks(one, thrown) for one in plain)):
        for mutant in mutants(each.words, thrown):
            made[mutant.sort] += 1
            missed[mutant.sort] += verdict(Quoted(mutant.words, each.page), sources[name]) is Verdict.VERIFIED
    assert missed["letter changed"] == 0
    assert sum(missed.values()) <= 0.01 * sum(made.values()), missed


def test_nothing_of_the_order_is_found_in_the_draft(sources: dict[str, Prepared]) -> None:
    quoted = windows(sources["order"].text, dice(3), 40, least=8)
    assert Counter(verdict(each, sources["draft"]) for each in quoted)[Verdict.VERIFIED] == 0
