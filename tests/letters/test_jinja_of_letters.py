"""Jinja in the text of a letter, and its letter templates."""

import re
from pathlib import Path

import msgspec
import pytest
from letter_readings import FORMAL, SHIPPED, citation, citations, clean, hints, line, noted, read, remarks, shown

from comment_kit.letters import Inclusions, Setting, read_front, render_letter
from comment_kit.model.blocks import Inclusion
from comment_kit.model.letter import Division, Image, Letter, NoteCall, Paragraph, notes_in_order, walk
from comment_kit.templating import Markup, letter_environment

VARS = "---\nvars: {agency: NIST, odd: '*a* [b] @c <d> {e} 1. -- \"f\"', many: [x, y]}\n---\n"
ALONE = Setting(with_template=False)


def body(text: str) -> str:
    return line(VARS + text, ALONE)


# ---- the text ----


def test_the_text_sees_the_names_of_the_front_matter() -> None:
    assert body("{{ vars.agency }} says {% for m in vars.many %}{{ m }}{{ ', ' if not loop.last }}{% endfor %}.") == (
        "NIST says x, y."
    )


def test_a_value_is_text_whatever_it_holds() -> None:
    assert body("{{ vars.odd }}") == "*a* [b] @c <d> {e} 1. – “f”"


@pytest.mark.parametrize(
    "value", ["# a", "- a", "1. a", "> a", "::: a", "+ a", "    a", "---", "[^a]: b", "| a", "<!- a", "&amp;"]
)
def test_a_value_begins_no_block(value: str) -> None:
    letter = clean(f"---\nvars: {{x: '{value}'}}\n---\n{{{{ vars.x }}}}", ALONE)
    (paragraph,) = letter.blocks
    assert isinstance(paragraph, Paragraph)
    assert shown(paragraph.content).replace("—", "---") == value.strip()


def test_a_value_may_be_the_address_of_a_link_and_of_a_picture() -> None:
    address = "https://a.example/x_y-z.html?b=1&c=(2)#d"
    text = f"---\nvars: {{u: '{address}', p: 'a (b)_c.png'}}\n---\n"
    assert line(text + "[x]({{ vars.u }}) <{{ vars.u }}> {{ vars.u }}", ALONE) == (
        f"x<{address}> {address}<{address}> {address}"
    )
    letter = clean(text + "![x](<{{ vars.p }}>)", ALONE)
    assert [part.path for part in walk(letter.blocks) if isinstance(part, Image)] == ["a (b)_c.png"]


def test_an_address_that_could_do_harm_is_no_link() -> None:
    text = "---\nvars: {u: 'javascript:alert(1)'}\n---\n[x]({{ vars.u }})"
    assert line(text, ALONE) == "[x](javascript:alert(1))"


def test_front_matter_is_not_rendered() -> None:
    letter = clean("---\nre: '{{ x }}'\n---\nText.", ALONE)
    assert letter.front.values["re"] == "{{ x }}"


def test_comments_of_jinja_go_and_ids_stay() -> None:
    assert line("# Title {#id}{## nobody ##}\n") == "Title"


CITES = {
    'cite("x")': "[@x]",
    'cite("x", "§ 4.6(a)")': "[@x, § 4.6(a)]",
    'cite("x", at=3, signal="see also", text="so", form="full", pin="always")': (
        "[see also @x, 3 (so)]{form=full pin=always}"
    ),
}


@pytest.mark.parametrize(("call", "typed"), CITES.items())
def test_cite_writes_the_bracket_that_a_writer_would(call: str, typed: str) -> None:
    computed, written = citation(f"Words{{{{ {call} }}}}."), citation(f"Words{typed}.")
    assert computed.location.column == 6
    assert msgspec.structs.replace(computed, location=written.location) == msgspec.structs.replace(
        written,
        parentheticals=computed.parentheticals,
    )


def test_a_function_that_is_given_may_be_called() -> None:
    setting = Setting(functions={"source": lambda key: {"title": f"On *{key}*"}}, with_template=False)
    assert line('{{ source("x").title }}', setting) == "On *x*"


def test_what_a_block_says_keeps_its_own_file() -> None:
    inclusions = Inclusions()
    blocks = letter_environment((), lambda text: text, marks=inclusions.marks)

    def block() -> Markup:
        text = blocks.render("From a block.[@x]", {}, file="blocks/a.md")
        return inclusions.keep(Inclusion(name="a", file="blocks/a.md", text=text))

    setting = Setting(functions={"block": block}, inclusions=inclusions, with_template=False)
    letter = clean("One.\n\n{{ block() }}\n", setting)
    (note,) = letter.notes.values()
    assert (note.location.file, note.location.line, note.location.column) == ("blocks/a.md", 1, 14)


WRONG = {
    "a\n\n{{ vras }}": ("6:0 TPL101 'vras' is not known here", "did you mean 'vars'?"),
    "{{ vars.agncy }}": ("4:0 TPL101 'agncy' is not known here", "did you mean 'agency'?"),
    "{{ block('x') }}": ("4:0 TPL101 'block' is not known here", "known are 'cite', 'vars'"),
    "{{ cite('a b') }}": ("4:0 TPL101 this cannot be computed: 'a b' is no key of a source", None),
    "{{ cite('a', form='ful') }}": (
        "4:0 TPL101 this cannot be computed: 'ful' is no form: there are full, short, id and supra",
        None,
    ),
    "{{ cite('a', pin='no') }}": (
        "4:0 TPL101 this cannot be computed: pin='no' means nothing: write pin='always'",
        None,
    ),
    "{% for x in vars.many %}{% for y in 'abc' %}{{ loop.z }}": (
        (
            "4:0 TPL101 the template is not understood: Unexpected end of template. Jinja was looking for the "
            "following tags: 'endfor' or 'else'. The innermost block that needs to be closed is 'for'."
        ),
        "close each if with endif, each for with endfor",
    ),
}


@pytest.mark.parametrize(("typed", "said"), WRONG.items())
def test_a_fault_is_a_diagnostic_at_its_line(typed: str, said: tuple[str, str | None]) -> None:
    assert (remarks(VARS + typed, ALONE)[-1], hints(VARS + typed, ALONE)[-1]) == said


def test_columns_are_those_of_the_source_behind_an_expression_too() -> None:
    (found,) = citations(VARS + "{{ vars.agency }} and {{ vars.agency }} say[@x].")
    assert (found.location.line, found.location.column) == (4, 45)


# ---- the shipped templates ----

POLICY = """\
---
template: policy-letter
style: policy-letter
date: 2024-09-09
organization: Example Institute
to: [The Director, 100 Bureau Drive]
re: NIST AI 800-1
authors: [{name: Your Name, title: Fellow, note: "Fellow at *Example* Institute."}]
contact: |
  Outreach, 555-0100
  outreach@example.org
disclaimer: The ideas are not *official* positions.
---
Text[@x].
"""


def roles(letter: Letter) -> list[tuple[str, str]]:
    return [(part.role, shown(part.content)) for part in walk(letter.blocks) if isinstance(part, Paragraph)]


def test_a_formal_comment_has_cover_contents_text_and_signatures() -> None:
    text = FORMAL.replace("NIST AI 800-1}", "[NIST AI 800-1, '1205E4'], rin: 0693-XC137}").replace(
        "[{name: Your Name}]",
        "[{name: Your Name, title: Counsel, email: you@example.org, note: 'Counsel at *Example*.'}]\n"
        "address: [1 Main Street, 'Washington, DC 20005']\ndraft: true",
    )
    letter = clean(text + "# Introduction {.unnumbered}\n\nText.[@x]\n", Setting(templates=SHIPPED))
    assert [block.name for block in letter.blocks if isinstance(block, Division)] == [
        "cover",
        "pagebreak",
        "contents",
        "pagebreak",
        "signature",
    ]
    assert roles(letter) == [
        ("draft", "Draft"),
        ("cover-lead", "Comments of"),
        ("organization", "Example Institute"),
        ("author", "Your Name(^note-1)"),
        ("cover-lead", "In the Matter of"),
        ("docket-title", "Managing Misuse Risk"),
        ("docket-id", "NIST AI 800-1"),
        ("docket-id", "1205E4"),
        ("docket-id", "RIN 0693-XC137"),
        ("filing-date", "September 9, 2024"),
        ("contents-title", "Table of Contents"),
        ("", "Text.(^note-2)"),
        ("closing", "Respectfully submitted,"),
        ("signature-line", ""),
        ("signatory", "Your Name / Counsel / Example Institute / you@example.org"),
        ("signatory", "1 Main Street / Washington, DC 20005"),
        ("filing-date", "Date: September 9, 2024"),
    ]
    assert [called.printed for called in notes_in_order(letter)] == ["i", "1"]


SENT = "action: Notice; request for comments"


@pytest.mark.parametrize(
    ("docket", "via", "printed"),
    [
        (f"agency: NIST, {SENT}, closes: 2024-09-09", "regulations.gov", "NIST / Notice; request for comments"),
        (f"{SENT}, closes: '2024-09-09'", "Via regulations.gov", "Notice; request for comments"),
    ],
)
def test_a_cover_says_what_the_agency_does_until_when_and_how_the_letter_is_sent(
    docket: str, via: str, printed: str
) -> None:
    text = FORMAL.replace("id: NIST AI 800-1}", f"id: X-1, {docket}}}").replace("date:", f"via: {via}\ndate:")
    assert roles(clean(text + "Text.\n", Setting(templates=SHIPPED)))[4:10] == [
        ("docket-title", "Managing Misuse Risk"),
        ("docket-id", printed),
        ("docket-id", "X-1"),
        ("docket-id", "Comments due September 9, 2024"),
        ("filing-date", "September 9, 2024"),
        ("", "Via regulations.gov"),
    ]


def test_the_agency_stands_on_a_cover_with_what_it_does_alone() -> None:
    text = FORMAL.replace("id: NIST", "agency: An Agency, id: NIST")
    shipped = Setting(templates=SHIPPED)
    assert roles(clean(text + "Text.\n", shipped)) == roles(clean(FORMAL + "Text.\n", shipped))


def test_the_end_of_the_comment_period_may_be_words() -> None:
    text = FORMAL.replace("id: NIST AI 800-1}", 'closes: "by 5 p.m. on September 9"}')
    assert roles(clean(text + "Text.\n", Setting(templates=SHIPPED)))[5] == (
        "docket-id",
        "Comments due by 5 p.m. on September 9",
    )


def test_several_numbers_of_a_docket_stand_on_a_line_each() -> None:
    numbers = "docket_id: [OCC-2024-1, FDIC-2024-2], rin: [1557-AF00, RIN 3064-AG00], fr: [89 FR 1, 89 FR 2]"
    text = FORMAL.replace("id: NIST AI 800-1}", f"{numbers}}}")
    assert [
        words for role, words in roles(clean(text + "Text.\n", Setting(templates=SHIPPED))) if role == "docket-id"
    ] == [
        "OCC-2024-1",
        "FDIC-2024-2",
        "RIN 1557-AF00",
        "RIN 3064-AG00",
        "89 FR 1",
        "89 FR 2",
    ]


@pytest.mark.parametrize(
    ("via", "printed"),
    [
        ("[regulations.gov, first-class mail]", "Via regulations.gov and first-class mail"),
        ("[Via regulations.gov]", "Via regulations.gov"),
        ("[courier, email, fax]", "Via courier, email and fax"),
    ],
)
def test_a_letter_may_be_sent_in_several_ways(via: str, printed: str) -> None:
    shipped = Setting(templates=SHIPPED)
    for text in (FORMAL + "Text.\n", POLICY):
        assert printed in [words for _, words in roles(clean(text.replace("date:", f"via: {via}\ndate:"), shipped))]


def test_a_policy_letter_says_how_it_is_sent_above_its_addressee() -> None:
    text = POLICY.replace("date:", "via: regulations.gov\ndate:")
    assert roles(clean(text, Setting(templates=SHIPPED)))[1:4] == [
        ("filing-date", "September 9, 2024"),
        ("addressee", "Via regulations.gov"),
        ("addressee", "The Director / 100 Bureau Drive"),
    ]


def test_signatories_of_a_coalition_sign_for_their_own_bodies() -> None:
    text = FORMAL.replace(
        "---\ntemplate",
        "---\nsignatories: [{name: Your Name, organization: First}, {name: Your Friend, title: Head}]\ntemplate",
    )
    letter = clean(text + "Text.\n", Setting(templates=SHIPPED))
    assert [words for role, words in roles(letter) if role == "signatory"] == [
        "Your Name / First",
        "Your Friend / Head / Example Institute",
    ]


def test_the_address_stands_under_the_letters_own_body() -> None:
    signing = "address: [1 Main Street]\nsignatories: [{name: Your Name, organization: First}]"
    letter = clean(FORMAL.replace("---\ntemplate", f"---\n{signing}\ntemplate") + "Text.\n", Setting(templates=SHIPPED))
    assert [words for role, words in roles(letter) if role == "signatory"] == [
        "Your Name / First",
        "Example Institute / 1 Main Street",
    ]


SIGNED = """\
authors: [{name: A, note: A writes.}, {name: B, note: B writes.}, {name: C, note: C writes.}, {name: D}]
signatories: [{name: A, title: Head}, {name: E, title: Chair, note: E signs.}]
"""


def test_an_authors_note_is_printed_in_a_letter_that_others_sign() -> None:
    """It stands with the author's signature, else with the body; and so does a signatory's own."""
    text = SIGNED.join(re.split("authors: .*\n", POLICY))
    shipped = Setting(templates=SHIPPED)
    assert [called.printed for called in notes_in_order(clean(text, shipped))] == ["*", "1", "†", "‡"]
    assert noted(text, shipped) == ["B writes. C writes.", "[@x]", "A writes.", "E signs."]


def test_a_signatorys_note_is_printed_in_a_formal_comment() -> None:
    text = SIGNED.join(re.split("authors: .*\n", FORMAL)) + "Text.\n"
    shipped = Setting(templates=SHIPPED)
    assert [called.printed for called in notes_in_order(clean(text, shipped))] == ["i", "ii", "iii", "vi"]
    assert noted(text, shipped) == ["A writes.", "B writes.", "C writes.", "E signs."]


def test_a_body_that_signs_by_its_name_alone_is_given_to_no_other() -> None:
    signing = "signatories: [{name: First Partner}, {organization: Second Partner}]"
    letter = clean(FORMAL.replace("---\ntemplate", f"---\n{signing}\ntemplate") + "Text.\n", Setting(templates=SHIPPED))
    assert [words for role, words in roles(letter) if role == "signatory"] == ["First Partner", "Second Partner"]


def test_authors_past_the_marks_are_counted_on() -> None:
    people = ", ".join(f"{{name: N{n}, note: x}}" for n in range(7))
    letter = clean(FORMAL.replace("{name: Your Name}", people) + "Text.\n", Setting(templates=SHIPPED))
    assert [called.printed for called in notes_in_order(letter)] == ["i", "ii", "iii", "iv", "v", "vi", "vii"]


def test_a_policy_letter_has_letterhead_addressee_and_footer() -> None:
    letter = clean(POLICY, Setting(templates=SHIPPED))
    assert roles(letter) == [
        ("letterhead", "Example Institute"),
        ("filing-date", "September 9, 2024"),
        ("addressee", "The Director / 100 Bureau Drive"),
        ("re", "Re: NIST AI 800-1"),
        ("", "Text.(^note-1)"),
        ("signatory", "Your Name / Fellow / Example Institute(^note-2)"),
        ("contact", "Outreach, 555-0100 / outreach@example.org"),
        ("disclaimer", "The ideas are not *official* positions."),
    ]
    assert [block.name for block in letter.blocks if isinstance(block, Division)] == [
        "letterhead",
        "signature",
        "footer",
    ]


def test_what_a_policy_letter_does_not_say_leaves_nothing() -> None:
    text = "---\ntemplate: policy-letter\nstyle: policy-letter\ndate: 2024-09-09\norganization: X\n---\nText.\n"
    assert roles(clean(text, Setting(templates=SHIPPED))) == [
        ("letterhead", "X"),
        ("filing-date", "September 9, 2024"),
        ("", "Text."),
    ]


def test_a_letter_may_be_read_without_its_template() -> None:
    letter = clean(POLICY, ALONE)
    assert roles(letter) == [("", "Text.(^note-1)")]
    assert noted(POLICY) == ["[@x]"]


def test_the_first_mark_of_the_body_is_on_its_own_line() -> None:
    letter = clean(FORMAL + "Text[@x].\n", Setting(templates=SHIPPED))
    (call,) = [part for part in walk(letter.blocks) if isinstance(part, NoteCall)]
    assert (call.location.file, call.location.line, call.location.column) == ("letter.md", 9, 5)


def test_marks_that_are_signs_are_doubled_where_they_run_out() -> None:
    people = ", ".join(f"{{name: N{n}, note: x}}" for n in range(5))
    text = POLICY.replace('[{name: Your Name, title: Fellow, note: "Fellow at *Example* Institute."}]', f"[{people}]")
    letter = clean(text.replace("Text[@x].", "Text."), Setting(templates=SHIPPED))
    assert [called.printed for called in notes_in_order(letter)] == ["*", "†", "‡", "**", "††"]


def test_what_an_author_s_note_cites_stands_on_its_line_of_the_front_matter() -> None:
    text = FORMAL.replace("[{name: Your Name}]", "\n  - name: Your Name\n    note: Author of [sea @x]")
    (remark,) = remarks(text + "Text.\n", Setting(templates=SHIPPED))
    assert remark == "9:0 SIG101 'sea' is no signal"
    (cited,) = citations(text + "Text.\n", Setting(templates=SHIPPED))
    assert (cited.location.file, cited.location.line) == ("letter.md", 9)


def test_a_fault_in_a_template_names_the_template(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "letter.md").write_text("{{ body }}\n\n{{ letter.organisation }}\n")
    _, diagnostics = read(FORMAL.replace("formal-comment", "own") + "Text.\n", Setting(templates=[tmp_path]))
    (diagnostic,) = diagnostics
    assert (diagnostic.location.file, diagnostic.location.line) == (str(own / "letter.md"), 3)
    assert (diagnostic.message, diagnostic.hint) == (
        "'organisation' is not known here",
        "did you mean 'organization'?",
    )


def test_a_letter_may_be_rendered_to_markdown_alone() -> None:
    reading = read_front(VARS + "a {{ vars.agency }}\n", "letter.md", {})
    rendered, diagnostics = render_letter(reading, "letter.md")
    assert (rendered.text, diagnostics) == ("a NIST\n", ())
    assert rendered.origin(1, 1).line == 4
