"""Every worked case of quotations gets the verdict, the weight and the finding that it is to get."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from page_texts import by_columns, source_text, without_line_numbers
from quoting import HERE, found, quotation

from comment_kit.model.letter import FrontMatter, Letter, Paragraph
from comment_kit.model.quotations import CitedPlace, Judgement
from comment_kit.model.text import Span
from comment_kit.quotations import judge, prepare, quotations

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "golden" / "quotations.json").read_text(encoding="utf-8")
)["cases"]
JUDGED = [case for case in CASES if case["verdict"] != "not a quotation"]
FINDINGS = {
    "Q13": "FRM301 the quotation begins with dots",
    "Q25": "QUO304 needless bracket: the source has “Office” where the quotation has “[Office]”",
    "Q27": "FRM302 “[]” stands for the words “a”",
    "Q43": "QUO306 the source does not emphasize “likely”",
    "Q45": "QUO307 the source emphasizes “likely”",
    "Q55": "FRM304 the source calls its note 12 inside these words",
    "Q83": "QUO311 stitched from a heading (“Practice 9:”) and a later sentence",
    "Q85": "PIN202 the words run on to page 7",
    "Q99": "QUO303 what is left out, or stands beside these words, holds “no”",
}
"""Each finding that a case names beside a verdict of ``verified``."""
REASONS = {"Q05": "omission at the end unmarked", "Q15": "case changed without brackets"}


def source_of(case: dict[str, Any]) -> str:
    """Return the source as the page is read: columns one after the other, no numbers of the margin."""
    extraction = case.get("extraction", "")
    if "columns" in extraction:
        return by_columns(case["source"])
    return without_line_numbers(case["source"], extraction) if "margin" in extraction else str(case["source"])


def quoted_in(case: dict[str, Any]) -> list[str]:
    """Return the words in marks, or those of the block."""
    written = case["quoted"]
    return [written[2:]] if written.startswith(">") else re.findall("“([^”]*)”", written)


def judgements(case: dict[str, Any]) -> list[Judgement]:
    text = source_text(source_of(case))
    page = case.get("cited", text.sheets[0].label)
    said = case.get("parenthetical", "").strip("()")
    return [
        judge(quotation(each, said=said), prepare(text), CitedPlace(pages=((page, page),))) for each in quoted_in(case)
    ]


@pytest.mark.parametrize("case", JUDGED, ids=lambda case: f"{case['id']} {case['tag']}")
def test_a_worked_case_gets_its_verdict(case: dict[str, Any]) -> None:
    for judgement in judgements(case):
        assert judgement.verdict == case["verdict"]
        assert case.get("severity") in {None, judgement.severity}
        assert judgement.reason == REASONS.get(case["id"], judgement.reason)


@pytest.mark.parametrize("case", JUDGED, ids=lambda case: f"{case['id']} {case['tag']}")
def test_a_worked_case_gets_its_finding_and_a_plain_one_gets_none(case: dict[str, Any]) -> None:
    remarks = [remark for judgement in judgements(case) for remark in found(judgement)]
    if case["id"] in FINDINGS:
        assert FINDINGS[case["id"]] in remarks
    else:
        assert remarks == []


def test_no_finding_of_a_worked_case_is_forgotten() -> None:
    assert {case["id"] for case in CASES if "finding" in case} == FINDINGS.keys() | REASONS.keys()


def test_the_alternative_of_a_case_holds_too() -> None:
    case = next(case for case in CASES if case["id"] == "Q47")
    for said in ("(citation modified)", "(cleaned up)"):
        assert [each.verdict for each in judgements(case | {"parenthetical": said})] == ["verified"]


def test_scare_quotes_are_no_quotation() -> None:
    case = next(case for case in CASES if case["verdict"] == "not a quotation")
    paragraph = Paragraph(content=(Span(text=case["quoted"]),), location=HERE)
    letter = Letter(file="letter.md", front=FrontMatter(values={}), blocks=(paragraph,), notes={})
    assert [each.judged for each in quotations(letter)] == [False]
