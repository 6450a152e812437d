"""The same findings in each format."""

import json

import pytest
from msgspec.structs import replace

from comment_kit.model.checked import CheckedLetter, CheckedQuotation
from comment_kit.model.diagnostics import Diagnostic, Severity
from comment_kit.model.places import Location
from comment_kit.report import (
    render_clearance,
    render_github,
    render_json,
    render_sarif,
    render_sheet,
    render_text,
)

WRONG = Diagnostic(
    code="PIN201",
    severity=Severity.ERROR,
    message="not on page 3",
    location=Location(file="letter.docx", note="14"),
    hint="the words are on page 1",
)
AT_LINE = Diagnostic(
    code="QUO303", severity=Severity.HINT, message="50% of it, once", location=Location(file="a.md", line=4, column=2)
)


def quotation(verdict: str, source: str | None = "roads", note: int | None = 14) -> CheckedQuotation:
    return CheckedQuotation(
        note=note,
        place="It says",
        text="the <words>",
        source=source,
        cited_page="3",
        words="no text" if verdict == "undecided" else "same",
        at="elsewhere",
        copy="right edition",
        verdict=verdict,
    )


def letter(*quotations: CheckedQuotation) -> CheckedLetter:
    return CheckedLetter(file="letter.docx", citations=(), quotations=quotations, diagnostics=(WRONG, AT_LINE))


def many(severity: Severity, count: int, first_line: int = 1) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(code="LET101", severity=severity, message="wrong", location=Location(file="a.md", line=line))
        for line in range(first_line, first_line + count)
    )


def test_two_hundred_findings_are_all_shown() -> None:
    lines = render_text(many(Severity.ERROR, 200)).splitlines()
    assert (len(lines), lines[-2], lines[-1]) == (201, "a.md:200: LET101 wrong", "200 errors")


def test_of_more_findings_the_first_are_shown_and_the_others_counted() -> None:
    lines = render_text(many(Severity.ERROR, 1234), rest="look elsewhere").splitlines()
    assert lines[199:] == ["a.md:200: LET101 wrong", "... and 1034 errors more: look elsewhere", "1234 errors"]


def test_an_error_is_not_hidden_behind_many_warnings() -> None:
    lines = render_text((*many(Severity.WARNING, 300), *many(Severity.ERROR, 1, 301))).splitlines()
    assert lines[198:] == [
        "a.md:199: LET101 warning: wrong",
        "a.md:301: LET101 wrong",
        "... and 101 warnings more: mend these first",
        "1 error, 300 warnings",
    ]


def test_the_formats_for_programs_keep_every_finding() -> None:
    checked = CheckedLetter(file="a.md", citations=(), quotations=(), diagnostics=many(Severity.ERROR, 300))
    assert len(json.loads(render_json([checked]))["diagnostics"]) == 300
    assert len(json.loads(render_sarif([checked]))["runs"][0]["results"]) == 300
    assert len(render_github([checked]).splitlines()) == 300
    assert "... and 100 errors more: --format json lists them all" in render_clearance(checked)


def test_github_shows_each_finding_at_its_line_or_names_its_note() -> None:
    assert render_github([letter()]).splitlines() == [
        "::error file=letter.docx,title=PIN201::note 14: not on page 3 (the words are on page 1)",
        "::notice file=a.md,line=4,col=2,title=QUO303::50%25 of it, once",
    ]


def test_sarif_gives_each_finding_its_place() -> None:
    run = json.loads(render_sarif([letter()]))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["PIN201", "QUO303"]
    first, second = run["results"]
    assert (first["level"], first["message"]["text"]) == ("error", "not on page 3 the words are on page 1")
    assert first["locations"][0]["logicalLocations"] == [{"name": "note 14"}]
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 2}


def test_json_of_several_files_lists_them() -> None:
    assert json.loads(render_json([letter()]))["file"] == "letter.docx"
    several = json.loads(render_json([letter(), letter()]))
    assert (several["schema"], len(several["files"])) == ("comment-kit/check/1", 2)


def test_the_last_line_counts_what_is_not_cleared_by_its_reason() -> None:
    checked = letter(
        quotation("verified"),
        quotation("altered"),
        quotation("words-only"),
        quotation("undecided"),
        quotation("undecided", source=None),
        quotation("undecided", source=None, note=None),
    )
    last = render_clearance(checked).splitlines()[-1]
    assert last == (
        "NOT CLEARED: 5 of 6 quotations (1 altered, 1 words only, 1 no text, 1 unknown source, 1 no citation)"
    )
    assert (checked.verified, checked.wrong, checked.undecided) == (1, 1, 4)
    assert not checked.cleared
    assert render_clearance(letter(quotation("verified"))).splitlines()[-1] == "CLEARED: 1 of 1"


def test_each_quotation_that_could_not_be_decided_is_listed() -> None:
    unknown = [quotation("undecided", source=None, note=number) for number in range(1, 11)]
    alone = quotation("undecided", source=None, note=None)
    first, second = (line for line in render_clearance(letter(*unknown, alone)).splitlines() if "could not" in line)
    assert first == (
        f"could not decide: 10 quotations ({', '.join(f'note {each}' for each in range(1, 9))} and 2 more), "
        "which cite sources of no database: write an entry and add its text, or read them"
    )
    assert second == "could not decide: 1 quotation (It says), for which no note vouches"


@pytest.mark.parametrize(
    ("text", "source", "shown"),
    [
        ("They may, so, go.", "They may not, so, go", ("They may, so, go.", "They may <mark>not</mark>, so, go")),
        ("The board may.", "The board may not", ("The board may.", "The board may <mark>not</mark>")),
        ("it doesn’t say not", "it doesn't say", ("it doesn’t say <mark>not</mark>", "it doesn&#x27;t say")),
        (
            "a “b” <c>",
            "a b <d>",
            ("a <mark>“</mark>b<mark>”</mark> &lt;<mark>c</mark>&gt;", "a b &lt;<mark>d</mark>&gt;"),
        ),
    ],
)
def test_the_sheet_marks_a_dropped_word_and_nothing_beside_it(text: str, source: str, shown: tuple[str, str]) -> None:
    sheet = render_sheet(letter(replace(quotation("altered"), text=text, found_text=source)))
    for words in shown:
        assert f"<p>{words}</p>" in sheet


def test_why_nothing_was_decided_is_said_in_the_report_and_in_the_sheet() -> None:
    open_words = replace(quotation("undecided"), words="not found", reason="another edition was searched")
    others = [replace(open_words, note=number) for number in (3, 5)]
    assert "could not decide: 2 quotations (note 3, note 5) of 'roads': another edition was searched" in (
        render_clearance(letter(*others)).splitlines()
    )
    assert '<p class="reason">another edition was searched</p>' in render_sheet(letter(open_words))
    assert '<p class="reason">' not in render_sheet(letter(replace(open_words, verdict="altered")))


def test_the_sheet_is_green_only_where_nothing_is_wrong() -> None:
    cleared = render_sheet(letter(quotation("verified")))
    assert '<p class="clearance beside-errors">CLEARED: 1 of 1</p>' in cleared
    assert '<p class="found error">1 error, 1 hint</p>' in cleared
    silent = CheckedLetter(file="a.md", citations=(), quotations=(quotation("verified"),), diagnostics=())
    assert '<p class="clearance cleared">CLEARED: 1 of 1</p>' in render_sheet(silent)
    assert '<p class="found' not in render_sheet(silent)


def test_the_sheet_tells_a_source_without_text_from_one_without_the_words() -> None:
    assert "<p>No text to compare with.</p>" in render_sheet(letter(quotation("undecided")))
    assert "<p>Nothing like it in the text of the source.</p>" in render_sheet(letter(quotation("not-found")))


def test_the_sheet_escapes_what_a_letter_says() -> None:
    sheet = render_sheet(letter(quotation("undecided")))
    assert "the &lt;words&gt;" in sheet
    assert "<words>" not in sheet


IN_BLOCK = Diagnostic(
    code="SRC202",
    severity=Severity.WARNING,
    message="revoked",
    location=Location(file="blocks/x.md", line=4, column=2),
    hint="look again",
    related=(Location(file="letter.md", line=11, column=1),),
)
OF_BLOCK = CheckedLetter(file="letter.md", citations=(), quotations=(), diagnostics=(IN_BLOCK,))


def test_every_report_names_the_block_and_the_place_where_it_is_set() -> None:
    assert render_text((IN_BLOCK,)).startswith("blocks/x.md:4:2: SRC202 warning: revoked\n  see also: letter.md:11:1\n")
    [found] = json.loads(render_json((OF_BLOCK,)))["diagnostics"]
    assert (found["place"], found["see_also"]) == ("blocks/x.md:4:2", ["letter.md:11:1"])
    [result] = json.loads(render_sarif((OF_BLOCK,)))["runs"][0]["results"]
    assert result["relatedLocations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "letter.md"},
                "region": {"startLine": 11, "startColumn": 1},
            }
        }
    ]
    assert render_github((OF_BLOCK,)) == (
        "::warning file=blocks/x.md,line=4,col=2,title=SRC202::revoked (look again; see also letter.md:11:1)\n"
    )
    assert 'SRC202 blocks/x.md:4:2: revoked <span class="hint">see also letter.md:11:1; look again</span>' in (
        render_sheet(OF_BLOCK)
    )
