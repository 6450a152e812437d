"""Each trap of a .bib file costs the entry that it is in, and says where and what to do."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from bib_reading import GOOD, fields_of, read_bib, read_files

from comment_kit.model.diagnostics import Severity

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "institution = {I}, date = {2020}"


def test_a_missing_comma_does_not_lose_the_field_behind_it(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@report{k,\n  institution = {I},\n  title = {A}\n  date = {2020},\n}\n" + GOOD)
    assert read.said == ["SRC107 a.bib:4"]
    assert read.messages == ["in 'k', 'title' runs into 'date'"]
    assert read.hints == ["put a comma before 'date'"]
    assert set(read.sources) == {"good"}
    assert set(read.library.left_out) == {"k"}


def test_a_missing_comma_after_quotation_marks_is_found_too(tmp_path: Path) -> None:
    read = read_bib(tmp_path, f'@report{{k,\n title = "A"\n url = "u",\n {REPORT}}}')
    assert read.said == ["SRC107 a.bib:3"]


def test_a_field_inside_the_braces_of_another_is_found(tmp_path: Path) -> None:
    read = read_bib(tmp_path, f"@report{{k,\n title = {{A,\n  url = {{u}}}},\n {REPORT}}}\n{GOOD}")
    assert read.said == ["SRC107 a.bib:3"]
    assert read.hints == ["close 'title' before 'url'"]


def test_an_abstract_may_hold_anything(tmp_path: Path) -> None:
    assert fields_of(tmp_path, 'title={T}, date={2020}, abstract={We set\nx = "1"}')["abstract"] == 'We set x = "1"'


@pytest.mark.parametrize(("entry", "reason"), [
    ("@report{k,\n title = {A,\n date = {2020},\n}\n", "the brace of 'title' on line 2 is not closed"),
    ('@report{k,\n title = "A,\n date = {2020},\n}\n', "the quotation mark of 'title' on line 2 is not closed"),
    ("@report{k,\n title = {A},\n date = {2020}\n\n", "its braces do not balance: one is not closed"),
    ("@report{k,\n title {A},\n date = {2020}\n}\n", "line 2 has a field that is not written as name = {value}"),
    ("@report{k\n title = {A},\n}\n", "there is no comma after its key"),
    ("@report{k,\n title = {A}},\n date = {2020},\n}\n",
     "it ends before its field 'date': there is a closing brace too many"),
])  # fmt: skip
def test_braces_that_do_not_balance_cost_the_entry_alone(tmp_path: Path, entry: str, reason: str) -> None:
    read = read_bib(tmp_path, entry + GOOD)
    assert read.said == ["SRC103 a.bib:1"]
    assert read.messages == [f"'k' cannot be read: {reason}"]
    assert set(read.sources) == {"good"}
    assert set(read.library.left_out) == {"k"}


def test_a_line_is_counted_from_one(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "\n\n" + GOOD)
    assert str(read.sources["good"].location).endswith("a.bib:3")


def test_the_second_entry_of_a_key_is_left_out(tmp_path: Path) -> None:
    read = read_bib(tmp_path, GOOD + "@book{good, author={Roe, R.}, title={Bad}, date={2021}}")
    assert read.said == ["SRC105 a.bib:2"]
    assert read.messages == ["'good' is the key of another entry already"]
    assert [read.place(each) for each in read.diagnostics] == ["a.bib:2"]
    assert read.diagnostics[0].related[0].line == 1
    assert read.sources["good"].title == "Good"


def test_two_files_of_one_folder_are_one_database(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"a.bib": GOOD, "b.bib": "\n" + GOOD})
    assert read.said == ["SRC105 b.bib:2"]


@pytest.mark.parametrize("second", ["title", "Title", "TITLE"])
def test_a_field_that_stands_twice_costs_the_entry_in_whatever_case(tmp_path: Path, second: str) -> None:
    read = read_bib(tmp_path, f"@report{{k,\n title = {{A}},\n {second} = {{B}},\n {REPORT}}}\n{GOOD}")
    assert read.said == ["SRC106 a.bib:3"]
    assert read.messages == [f"'k' has '{second}' twice"]
    assert read.diagnostics[0].related[0].line == 2
    assert set(read.sources) == {"good"}


def test_a_field_and_its_older_name_are_one_field(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@article{k, author={D, J}, title={A}, date={2020},\n journal={J},\n journaltitle={K}}")
    assert read.said == ["SRC106 a.bib:3"]
    assert read.messages == ["'k' has 'journal' and 'journaltitle', which mean one thing"]


def test_a_field_and_its_older_name_may_say_the_same(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@article{k, author={D, J}, title={A}, date={2020}, journal={J}, journaltitle={J}}")
    assert read.said == []
    assert read.sources["k"].get("journaltitle") == "J"


@pytest.mark.parametrize("order", [("address", "location"), ("location", "address")])
def test_the_address_of_a_publisher_may_stand_beside_the_place_of_a_conference(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    places = {"address": "New York, NY, USA", "location": "Virtual Event, Canada"}
    typed = ", ".join(f"{name} = {{{places[name]}}}" for name in order)
    read = read_bib(
        tmp_path, f"@inproceedings{{k, author={{D, J}}, title={{A}}, booktitle={{B}}, year={{2021}}, {typed}}}"
    )
    assert read.said == []
    assert read.sources["k"].get("location") == "Virtual Event, Canada"


def test_field_names_and_entry_types_are_read_in_any_case(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@BOOK{k, AUTHOR={Doe, Jane}, Title={A}, DATE={2020}, FRvolume={88}}")
    assert read.diagnostics == ()
    assert read.sources["k"].fields == {"author": "Doe, Jane", "title": "A", "date": "2020", "frvolume": "88"}


@pytest.mark.parametrize("key", ["", "two words", 'qu"ote', "a{b}"])
def test_a_key_that_no_citation_can_name_costs_the_entry(tmp_path: Path, key: str) -> None:
    read = read_bib(tmp_path, f"@report{{{key},\n title = {{A}},\n {REPORT}}}\n{GOOD}")
    assert [each.split()[1] for each in read.said] == ["a.bib:1"]
    assert read.diagnostics[0].code in {"SRC103", "SRC104"}
    assert set(read.sources) == {"good"}


def test_an_entry_without_key_is_shown_how_to_get_one(tmp_path: Path) -> None:
    read = read_bib(tmp_path, f"@report{{, title = {{A}}, {REPORT}}}")
    assert read.said == ["SRC104 a.bib:1"]
    assert read.messages == ["this entry has no key"]
    assert read.hints == ["write @report{agency2024, ...}"]


def test_empty_fields_are_absent(tmp_path: Path) -> None:
    assert "url" not in fields_of(tmp_path, 'title={T}, date={2020}, url={}, doi="", note={ }')


@pytest.mark.parametrize(("value", "problem"), [
    ("Bare Words", "'Bare' is in no braces and is not defined by @string"),
    ("undefined", "'undefined' is in no braces and is not defined by @string"),
    ("{A} {B}", "'{B}' follows the value"),
    ('"A {B"', "the quotation mark is not closed"),
    ("{A} # = {B}", "'=' stands where a value should begin"),
    ("{A} # ", None),
])  # fmt: skip
def test_a_value_without_braces_is_shown(tmp_path: Path, value: str, problem: str | None) -> None:
    read = read_bib(tmp_path, f"@report{{k, {REPORT},\n title = {value}}}\n{GOOD}")
    if problem is None:
        assert read.sources["k"].title == "A"
        return
    assert read.said == ["SRC108 a.bib:2"]
    assert read.messages == [f"in 'k', the value of 'title' cannot be read: {problem}"]
    assert set(read.sources) == {"good"}


def test_strings_are_joined_and_replaced(tmp_path: Path) -> None:
    read = read_bib(
        tmp_path,
        '@string{nist = {Nat\'l Inst.}}\n@String{full = NIST # " of Standards"}\n'
        "@report{k, institution = full # { and } # {Tech}, title = {A}, date = 2020 # {-07}}",
    )
    assert read.sources["k"].get("institution") == "Nat'l Inst. of Standards and Tech"
    assert read.sources["k"].get("date") == "2020-07"


def test_a_string_that_is_defined_by_itself_ends(tmp_path: Path) -> None:
    read = read_bib(tmp_path, f"@string{{a = b}}\n@string{{b = a}}\n@report{{k, title = a, {REPORT}}}")
    assert [each.code for each in read.diagnostics] == ["SRC108"]
    assert "is defined by itself" in read.messages[0]
    assert read.said[0].startswith("SRC108 a.bib:")


@pytest.mark.parametrize(("fields", "expected"), [
    ("year = 2024, month = jul", "2024-07"),
    ("year = {2024}, month = {July}", "2024-07"),
    ("year = {2024}, month = {7}, day = {4}", "2024-07-04"),
    ('year = "2024", month = "Sept."', "2024-09"),
    ("date = {2024-07-26/2024-08-01}", "2024-07-26"),
    ("date = {2024-07-26T10:00:00Z}", "2024-07-26"),
    ("date = {2024~}", "2024"),
    ("date = {2024-21}", "2024"),
    ("date = {1993-00-00}", "1993"),
    ("year = {2024/2025}", "2024"),
])  # fmt: skip
def test_dates_come_in_many_coats(tmp_path: Path, fields: str, expected: str) -> None:
    assert fields_of(tmp_path, f"title={{T}}, {fields}")["date"] == expected


@pytest.mark.parametrize(("fields", "name"), [
    ("date = {July 26, 2024}", "date"),
    ("date = {2024-02-30}", "date"),
    ("date = {2024-13}", "date"),
    ("year = {MMXXIV}", "date"),
    ("year = {2024}, month = {Juvember}", "date"),
    ("date = {0000}", "date"),
    ("year = {2024}, month = {" + "9" * 5000 + "}", "date"),
    ("date = {2024}, revoked = {last week}", "revoked"),
    ("date = {2024}, frdate = {soon}", "frdate"),
])  # fmt: skip
def test_a_date_that_a_citation_prints_costs_the_entry(tmp_path: Path, fields: str, name: str) -> None:
    read = read_bib(tmp_path, f"@report{{k, title={{T}}, institution={{I}},\n{fields}}}\n{GOOD}")
    assert read.said == ["SRC112 a.bib:2"]
    assert read.messages[0].startswith(f"'{name}' of 'k' is no date: '")
    assert read.hints == [f"write {name} = {{2024}}, {{2024-07}} or {{2024-07-26}}"]
    assert set(read.sources) == {"good"}


def test_a_date_that_decides_nothing_costs_its_field(tmp_path: Path) -> None:
    read = read_bib(tmp_path, f"@report{{k, title={{T}}, {REPORT},\nurldate = {{yesterday}}}}")
    assert read.said == ["SRC112 a.bib:2"]
    assert read.sources["k"].get("urldate") is None


def test_no_date_may_be_said_in_words(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@online{k, title={T}, url={u}, date={n.d.}, urldate={2024-07-01}}")
    assert read.diagnostics == ()
    assert read.sources["k"].date is None


def test_a_missing_field_is_named_with_an_example(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@report{epa2022,\n title = {T},\n}\n" + GOOD)
    assert read.said == ["SRC111 a.bib:1", "SRC111 a.bib:1"]
    assert read.messages == [
        "'epa2022' (report) has no 'author' or 'institution'",
        "'epa2022' (report) has no 'date'",
    ]
    assert read.hints == ["add author = {...}", "add date = {2024-07-26}"]
    assert set(read.sources) == {"good"}


def test_an_entry_of_no_kind_is_told_the_nearest(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@misc{k,\n kind = {proposed rules},\n title={T}}\n@patent{p, title={T}}\n" + GOOD)
    assert read.said == ["SRC110 a.bib:2", "SRC110 a.bib:4"]
    assert read.messages == [
        "'k' is of no kind that is known: 'proposed rules'",
        "'p' is of no kind that is known: @patent",
    ]
    assert (read.hints[0] or "").startswith("add kind = {...}; the nearest are 'proposed rule'")
    assert set(read.sources) == {"good"}


def test_a_broken_entry_never_stops_a_letter_that_does_not_cite_it(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@report{k, title = {A\n@report{l, title {B}}\n@patent{p, title={T}}\n" + GOOD)
    assert {each.severity for each in read.diagnostics} == {Severity.WARNING}
    assert set(read.library.left_out) == {"k", "l", "p"}


def test_lines_switched_off_by_a_percent_sign_are_no_entries(tmp_path: Path) -> None:
    read = read_bib(tmp_path, f"% @report{{off,\n%   title = {{A}},\n% }}\n{GOOD}\n%@book{{off2, title={{x}}}}\n")
    assert read.diagnostics == ()
    assert set(read.sources) == {"good"}


def test_a_percent_sign_in_a_value_stays(tmp_path: Path) -> None:
    assert fields_of(tmp_path, "date={2020}, title={Growth of\n 5% and\n % more}")["title"] == "Growth of 5% and % more"


def test_comments_and_preambles_are_passed_over(tmp_path: Path) -> None:
    text = '@comment{jabref-meta: {a = b;}}\n@preamble{"\\newcommand{x}"}\nFree text here.\n' + GOOD
    read = read_bib(tmp_path, text)
    assert read.diagnostics == ()
    assert set(read.sources) == {"good"}


def test_an_entry_may_stand_in_round_brackets(tmp_path: Path) -> None:
    assert read_bib(tmp_path, f"@report(k, title = {{A (B)}}, {REPORT})").sources["k"].title == "A (B)"


def test_an_at_sign_in_a_value_begins_no_entry(tmp_path: Path) -> None:
    assert fields_of(tmp_path, "date={2020}, title={Mail me @home {now}}")["title"] == "Mail me @home now"


def test_characters_that_no_page_can_show_are_stripped(tmp_path: Path) -> None:
    fields = fields_of(tmp_path, "date={2020}, title={A\x00B\ue000C\U0010fe2aD\u202eE\x07F\ufffeG}, url={a\x01b}")
    assert fields["title"] == "ABCDEFG"
    assert fields["url"] == "ab"


# ---- inheritance ----


def test_a_chapter_inherits_from_its_book_under_the_names_of_a_chapter(tmp_path: Path) -> None:
    read = read_bib(
        tmp_path,
        "@incollection{c, author={Roe, R.}, title={Chapter}, pages={3--9}, crossref={b}}\n"
        "@collection{b, editor={Doe, Jane}, title={Book}, date={2019}, publisher={P}, shorthand={B}, pages={1--300}}",
    )
    chapter = read.sources["c"]
    assert read.diagnostics == ()
    assert chapter.title == "Chapter"
    assert chapter.get("booktitle") == "Book"
    assert chapter.get("shorthand") is None
    assert chapter.editors[0].family == "Doe"
    assert (chapter.first_page, chapter.last_page) == ("3", "9")


def test_xdata_lends_its_fields_and_is_no_source(tmp_path: Path) -> None:
    read = read_bib(
        tmp_path,
        "@xdata{agency, institution={I}, xdata={deep}}\n@xdata{deep, location={Washington}, title={Never}}\n"
        "@report{k, title={T}, date={2020}, xdata={agency}}",
    )
    assert read.diagnostics == ()
    assert set(read.sources) == {"k"}
    assert read.sources["k"].get("institution") == "I"
    assert read.sources["k"].get("location") == "Washington"
    assert read.sources["k"].title == "T"


def test_a_parent_may_stand_in_another_file_of_the_folder(tmp_path: Path) -> None:
    child = "@report{k, title={T}, date={2020}, crossref={p}}"
    read = read_files(tmp_path, {"a.bib": child, "b.bib": "@report{p, title={P}, institution={I}, date={2019}}"})
    assert read.sources["k"].get("institution") == "I"


@pytest.mark.parametrize("field", ["crossref", "xdata"])
def test_a_parent_that_is_not_there_costs_the_child(tmp_path: Path, field: str) -> None:
    read = read_bib(tmp_path, f"@report{{k, title={{T}}, {REPORT},\n {field} = {{gone}}}}\n{GOOD}")
    assert read.said == ["SRC109 a.bib:2"]
    assert read.messages == ["'k' takes fields from 'gone', which is not in this database"]
    assert set(read.sources) == {"good"}


def test_a_circle_of_parents_ends(tmp_path: Path) -> None:
    one = f"@report{{a, title={{T}}, {REPORT}, crossref={{b}}}}"
    read = read_bib(tmp_path, f"{one}\n@report{{b, title={{T}}, {REPORT}, crossref={{a}}}}\n{GOOD}")
    assert [each.code for each in read.diagnostics] == ["SRC109", "SRC109"]
    assert "leads back to itself" in read.messages[0]
    assert read.diagnostics[0].hint == "delete the field 'crossref'"
    assert set(read.sources) == {"good"}


# ---- files ----


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    assert set(read_bib(tmp_path, b"\xef\xbb\xbf" + GOOD.encode()).sources) == {"good"}
    assert set(read_bib(tmp_path, GOOD.encode("utf-16")).sources) == {"good"}


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_lines_may_end_as_on_other_machines(tmp_path: Path, ending: str) -> None:
    text = f"@report{{k,\n title = {{A\n B}},\n {REPORT},\n bad\n}}\n{GOOD}".replace("\n", ending)
    read = read_bib(tmp_path, text.replace(f" bad{ending}", "").encode())
    assert read.sources["k"].title == "A B"
    assert read.sources["good"].location.line == 6


def test_latin_1_is_read_and_said(tmp_path: Path) -> None:
    read = read_bib(
        tmp_path, GOOD.encode() + "@book{k, author={Müller, Jörg}, title={“T”}, date={2020}}".encode("cp1252")
    )
    assert read.said == ["SRC102 a.bib:2"]
    assert read.hints == ["save the file as UTF-8"]
    assert read.sources["k"].authors[0].family == "Müller"
    assert read.sources["k"].title == "“T”"


@pytest.mark.parametrize("content", ["", "\n\n", "Just prose.\n", "\ufeff"])
def test_a_file_may_hold_no_entries(tmp_path: Path, content: str) -> None:
    read = read_bib(tmp_path, content)
    assert read.diagnostics == ()
    assert read.sources == {}


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"a.bib": GOOD}, "gone.bib", "a.bib")
    assert read.said == ["SRC101 gone.bib"]
    assert read.messages == ["there is no such file"]
    assert read.diagnostics[0].severity is Severity.ERROR
    assert set(read.sources) == {"good"}


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"a.ris": "TY  - RPRT"}, "a.ris")
    assert read.said == ["SRC101 a.ris"]
    assert read.messages == ["a citation database is a .bib file or a .json file in CSL-JSON"]


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"a.bib": GOOD}, "a.bib/b.bib")
    assert read.said == ["SRC101 a.bib/b.bib"]
    assert read.messages == ["the file cannot be read: Not a directory"]


def test_a_file_too_large_to_be_a_database_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.bib").open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    read = read_files(tmp_path, {})
    assert read.said == ["SRC101 a.bib"]
    assert read.messages == ["the file is too large (17 MB): is it the right one?"]


def test_the_parser_keeps_its_log_to_itself() -> None:
    script = "from comment_kit.library.bibtex import parse; parse('@report{k, title {A}}\\n@book{b,')"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout + run.stderr == ""


@pytest.mark.parametrize(("name", "text"), [
    ("a.bib", "@a{k}\n" * 20_001),
    ("a.json", "[" + "{}," * 200_010 + "{}]"),
])  # fmt: skip
def test_a_file_of_countless_entries_is_not_read(tmp_path: Path, name: str, text: str) -> None:
    read = read_files(tmp_path, {name: text})
    assert read.said == [f"SRC101 {name}"]
    assert read.messages == ["the database has 20,001 entries; 20,000 are read at most"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", [
    "@report{" * 5000,
    "@report{k, title = " + "{" * 50000,
    "@report{k, title = {" + "\\'" * 5000 + "}, institution={I}, date={2020}}",
    "@report{k, title = {" + "\\enquote{" * 5000 + "}" * 5000 + "}, institution={I}, date={2020}}",
    "@report{k, author = {" + "A and " * 20000 + "B}, title={T}, date={2020}}",
    "@report{k, title = " + "{a} # " * 5000 + "{b}, institution={I}, date={2020}}",
    "@report{k, title = {" + "\n" * 200_000 + "}, institution={I}, date={2020}}",
    "@report{k, title = {$" + "_" * 200_000 + "}, institution={I}, date={2020}}",
    "@report{k, title = {T}, pages = {" + "~" * 200_000 + "}, institution={I}, date={2020}}",
    "@report{k, title = {T}, pagetotal = {" + "1" * 200_000 + "x1}, institution={I}, date={2020}}",
    "@report{k, author = {A" + " " * 200_000 + "B}, title={T}, date={2020}}",
    "@report{k, title = {T}\n" + " " * 200_000 + "x",
    "@report{k, title = {T}, institution={I}, date={2020}}\n" + " " * 200_000 + "x",
])  # fmt: skip
def test_a_hostile_file_ends_quickly(tmp_path: Path, text: str) -> None:
    read = read_bib(tmp_path, text)
    assert len(read.sources) <= 1


def test_a_large_file_is_read_in_seconds(tmp_path: Path) -> None:
    entry = "@report{{k{0}, institution={{I}}, title={{Report {0} on \\'Etudes}}, date={{2020-07-26}}}}\n"
    read = read_bib(tmp_path, "".join(entry.format(number) for number in range(3000)))
    assert len(read.sources) == 3000


def test_pages_that_are_no_number_are_told_and_the_entry_is_used(tmp_path: Path) -> None:
    read = read_bib(tmp_path, f"@report{{a, title={{T}}, {REPORT},\npagetotal={{abc}}}}")
    assert read.said == ["SRC117 a.bib:2"]
    assert read.messages == ["'pagetotal' of 'a' is no number: 'abc'"]
    assert read.hints == ["write pagetotal = {48}, or delete it"]
    assert set(read.sources) == {"a"}
