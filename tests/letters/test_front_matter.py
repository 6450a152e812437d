"""The front matter: what is read, what stays as typed, and what is wrong with it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_readings import FORMAL, SHIPPED, hints, read, remarks

from comment_kit.letters import Setting, findings, read_front

LETTER = Setting(templates=SHIPPED)


def front(yaml: str) -> dict[str, object]:
    reading = read_front(f"---\n{yaml}\n---\nText.\n", "letter.md", {})
    assert reading.diagnostics == ()
    return dict(reading.front.values)


AS_TYPED = [
    "1205E4",
    "NO",
    "0755",
    "1e3",
    "12:30",
    "0x1F",
    "1_000",
    "yes",
    "2024-09-09",
    "1.50",
    ".inf",
    "on",
    "+1",
    "=x",
]


@pytest.mark.parametrize("typed", AS_TYPED)
def test_a_scalar_is_text_as_typed(typed: str) -> None:
    read_values = front(f"docket: {{id: {typed}}}\nre: {typed}\nvars: {{x: {typed}}}")
    assert read_values == {"docket": {"id": typed}, "re": typed, "vars": {"x": typed}}


def test_an_escape_writes_nothing_that_a_page_cannot_hold() -> None:
    assert front(r're: "a\0\x07\U0010fe2ab"') == {"re": "ab"}


def test_the_date_is_a_day_and_a_flag_is_a_flag() -> None:
    assert front("date: 2024-09-09\ndraft: true\nvars: {so: false}") == {
        "date": date(2024, 9, 9),
        "draft": True,
        "vars": {"so": False},
    }


def test_lists_are_tuples_and_texts_of_lines_stay() -> None:
    assert front("to: [Ann, Ben]\ncontact: |\n  one\n  two\nauthors:\n  - name: Your Name\n    note: 'A: b'") == {
        "to": ("Ann", "Ben"),
        "contact": "one\ntwo",
        "authors": ({"name": "Your Name", "note": "A: b"},),
    }


def test_every_key_knows_its_line() -> None:
    reading = read_front("---\nstyle: x\ndocket:\n  title: T\nauthors:\n  - name: N\n---\n", "letter.md", {})
    assert reading.front.lines == {
        "style": 2,
        "docket": 3,
        "docket.title": 4,
        "authors": 5,
        "authors.0": 6,
        "authors.0.name": 6,
    }


def test_the_body_begins_behind_the_front_matter() -> None:
    reading = read_front("---\nstyle: x\n---\n\nText.\n", "letter.md", {})
    assert (reading.body, reading.first_line, reading.given) == ("\nText.\n", 4, True)


def test_three_dots_may_end_it_and_a_mark_of_byte_order_may_stand_before_it() -> None:
    letter, diagnostics = read("\ufeff---\r\nstyle: x\r\n...\r\nText[@a].\r\n", Setting(with_template=False))
    assert (letter.front.style, diagnostics) == ("x", ())
    assert next(iter(letter.notes.values())).location.line == 4


@pytest.mark.parametrize("text", ["Text.\n", "---\n\nText under a rule.\n", "# Title\n---\n"])
def test_a_text_without_front_matter_is_anybodys_letter(text: str) -> None:
    assert not read_front(text, "letter.md", {}).given
    assert remarks(text) == []


def test_the_letter_wins_over_the_house_inside_mappings_too() -> None:
    defaults = {"style": "bluebook", "organization": "House", "docket": {"agency": "A", "id": "1"}, "vars": {"x": "1"}}
    text = "---\norganization: Own\ndocket: {id: '2'}\nvars: {y: '2'}\n---\n"
    assert read_front(text, "letter.md", defaults).front.values == {
        "style": "bluebook",
        "organization": "Own",
        "docket": {"agency": "A", "id": "2"},
        "vars": {"x": "1", "y": "2"},
    }


# ---- what is wrong ----

CLOSES = "it holds a day written as 2024-09-09, or words that name one: by 5 p.m. on September 9"
WRONG = {
    "organisation: X": ("2:1 LET112 nothing reads the key 'organisation'", "did you mean 'organization'?"),
    "docket: {titel: X}": ("2:10 LET112 nothing reads the key 'docket.titel'", "did you mean 'title'?"),
    "qwzx: 1": ("2:1 LET112 nothing reads the key 'qwzx'", "names of your own belong under 'vars'"),
    "organization: [a, b]": ("2:1 LET114 'organization' is a list", "it holds a text"),
    "organization: {a: b}": ("2:1 LET114 'organization' holds names and values", "it holds a text"),
    "organization: true": ("2:1 LET114 'organization' is true", "it holds a text"),
    "docket: NIST": ("2:1 LET114 'docket' is 'NIST'", "it holds names and values, such as agency: ..."),
    "date: Sept. 9": ("2:1 LET114 'date' is 'Sept. 9'", "it holds a day written as 2024-09-09"),
    "date: 2024-02-30": ("2:1 LET114 'date' is '2024-02-30'", "it holds a day written as 2024-09-09"),
    "docket: {closes: soon}": ("2:10 LET114 'docket.closes' is 'soon'", CLOSES),
    "docket: {closes: 2024-02-30}": ("2:10 LET114 'docket.closes' is '2024-02-30'", CLOSES),
    "docket: {closes: 9/9/2024}": ("2:10 LET114 'docket.closes' is '9/9/2024'", CLOSES),
    "docket: {closes: September}": ("2:10 LET114 'docket.closes' is 'September'", CLOSES),
    "docket: {closes: February 30}": ("2:10 LET114 'docket.closes' is 'February 30'", CLOSES),
    "docket: {closes: [2024-09-09]}": ("2:10 LET114 'docket.closes' is a list", CLOSES),
    "docket: {rin: {a: b}}": ("2:10 LET114 'docket.rin' holds names and values", "it holds a text or a list of lines"),
    "draft: maybe": ("2:1 LET114 'draft' is 'maybe'", "it holds true or false"),
    "authors: Your Name": (
        "2:1 LET114 'authors' is 'Your Name'",
        "it holds a list of people: [{name: Your Name, title: Counsel}]",
    ),
    "authors: [Your Name]": ("2:1 LET114 'authors' lists 'Your Name'", "write {name: Your Name}"),
    "authors: [{name: A}, Your Name]": ("2:1 LET114 'authors' lists 'Your Name'", "write {name: Your Name}"),
    "authors: [[A]]": (
        "2:11 LET114 item 1 of 'authors' is a list",
        "it holds a list of people: [{name: Your Name, title: Counsel}]",
    ),
    "authors: [{title: Counsel}]": ("2:11 LET113 one of the authors has no name", "add name: ..."),
    "to: [[a]]": ("2:6 LET114 item 1 of 'to' is a list", "each of its lines is a text"),
    "docket: {id: [null]}": ("2:15 LET114 item 1 of 'docket.id' says nothing", "write a text there, or take it away"),
    "to:\n  - Ann\n  -\n  - Ben": (
        "4:4 LET114 item 2 of 'to' says nothing",
        "write a text there, or take it away",
    ),
    "keywords: [a, true]": ("2:15 LET114 item 2 of 'keywords' is true", "each of its lines is a text"),
    "authors: [{name: A}, null]": (
        "2:22 LET114 item 2 of 'authors' says nothing",
        "write {name: Your Name} there, or take it away",
    ),
    "vars: x": ("2:1 LET114 'vars' is 'x'", "it holds names and values of your own"),
    "style: a\nstyle: b": ("3:1 LET115 'style' stands twice", None),
    "label-pages: all": ("2:1 LET114 'label-pages' is 'all'", "it holds first or range"),
    "edition: new": ("2:1 LET114 'edition' is 'new'", "it holds a number, such as 22"),
}


@pytest.mark.parametrize(("yaml", "said"), WRONG.items())
def test_what_is_wrong_with_a_key_is_said_at_its_line(yaml: str, said: tuple[str, str | None]) -> None:
    text = f"---\n{yaml}\n---\n"
    setting = Setting(with_template=False)
    assert (remarks(text, setting), hints(text, setting)) == ([said[0]], [said[1]])


BAD_YAML = {
    "re: 'open": 2,
    'style: x\nre: "a" b': 3,
    "docket:\n\ttitle: x": 3,
    "re: [a, b": 2,
    "re: a: b": 2,
    "just words": 2,
    "- a\n- b": 2,
    "re: *nobody": 2,
    "re: @x": 2,
}


@pytest.mark.parametrize(("yaml", "at"), BAD_YAML.items())
def test_what_is_no_yaml_is_one_sentence_with_its_line(yaml: str, at: int) -> None:
    (remark,) = remarks(f"---\n{yaml}\n---\nText.\n", LETTER)
    place, code, message = remark.split(" ", 2)
    assert (place.split(":")[0], code) == (str(at), "LET111")
    assert message.startswith("the front matter is not YAML: ")


def test_front_matter_that_never_ends_is_said() -> None:
    assert remarks("---\nstyle: x\n\nText.\n", LETTER) == ["1:1 LET111 the front matter is never closed"]
    assert hints("---\nstyle: x\n\nText.\n", LETTER) == ["close it with '---'"]


@pytest.mark.parametrize(
    "yaml",
    [
        "vars: " + "[" * 9_000 + "]" * 9_000,
        "a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'}, *a]" for n in range(30)),
        "vars: &v {x: *v}",
        "vars: " + "{a: " * 40 + "b" + "}" * 40,
        "a" * 200_000,
    ],
    ids=["deep", "aliases", "circle", "mappings", "long"],
)
def test_yaml_that_is_folded_into_itself_is_refused_soon(yaml: str) -> None:
    assert any(" LET111 the front matter is not YAML: " in remark for remark in remarks(f"---\n{yaml}\n---\n", LETTER))


def test_a_letter_lacks_what_every_letter_and_its_template_must_say() -> None:
    assert remarks("---\ntemplate: formal-comment\ndocket: {id: x}\n---\nText.\n", LETTER) == [
        "1:0 LET113 the front matter has no 'style'",
        "1:0 LET113 the front matter has no 'date'",
        "1:0 LET113 the front matter has no 'organization'",
        "1:0 LET113 the front matter has no 'authors'",
        "3:0 LET113 the front matter has no 'docket.title'",
    ]
    assert hints("---\ntemplate: formal-comment\ndocket: {id: x}\n---\nText.\n", LETTER) == [
        "add style: comment-letter",
        "add date: 2024-09-09",
        "add organization: ...",
        "add authors: [{name: Your Name}]",
        "add docket: title: ...",
    ]


def test_the_house_may_say_it_for_all_letters() -> None:
    defaults = {"template": "policy-letter", "style": "policy-letter", "organization": "House"}
    assert remarks("---\ndate: 2024-09-09\n---\nText.\n", Setting(templates=SHIPPED, defaults=defaults)) == []


def test_a_template_that_is_not_there_is_named_with_the_nearest() -> None:
    text = FORMAL.replace("formal-comment", "formal-coment") + "Text.\n"
    assert remarks(text, LETTER) == ["2:0 LET121 there is no letter template 'formal-coment'"]
    assert hints(text, LETTER) == ["did you mean 'formal-comment'?"]


@pytest.mark.parametrize("name", ["../x", "/etc", "a/b", "..", "."])
def test_a_template_name_is_no_path(name: str) -> None:
    assert f"2:0 LET121 there is no letter template '{name}'" in remarks(FORMAL.replace("formal-comment", name), LETTER)


def test_a_letter_read_without_its_template_is_asked_for_no_keys() -> None:
    assert remarks("---\nre: x\n---\nText.\n", Setting(with_template=False)) == []


@given(st.text(max_size=80))
def test_any_front_matter_is_read_or_reported(yaml: str) -> None:
    reading = read_front(f"---\n{yaml}\n---\nText.\n", "letter.md", {})
    assert all(each.code in {finding.code for finding in findings.FINDINGS} for each in reading.diagnostics)


@pytest.mark.parametrize(
    "closes", ["2024-09-09", "by 5 p.m. on September 9", "9 Sept. 2024", "Feb. 29, 2024", "May 1st"]
)
def test_the_end_of_the_comment_period_is_a_day_or_words_that_name_one(closes: str) -> None:
    reading = read_front(f"---\ndocket: {{closes: '{closes}'}}\n---\n", "letter.md", {})
    assert (reading.front.values["docket"], reading.diagnostics) == ({"closes": closes}, ())
