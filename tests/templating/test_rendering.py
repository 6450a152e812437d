"""What a template can do, what it says when it cannot, and where each character came from."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.errors import CommentKitError
from comment_kit.inline import protect, unprotect
from comment_kit.templating import Marks, Markup, Origin, TemplateFault, letter_environment


def rendered(source: str, folder: Path = Path(), **values: object) -> str:
    environment = letter_environment([folder], protect)
    return environment.marks.read(environment.render(source, values, file="letter.md"), file="letter.md").text


def fault(source: str, **values: object) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        rendered(source, **values)
    return caught.value


# ---- what it can do ----

CAN = {
    "{{ name | upper }}": "ANN B",
    "{{ name | lower }} {{ name | title }} {{ 'x y' | capitalize }}": "ann b Ann B X y",
    "{{ name | replace('n', 'm') }}": "Amm B",
    "{{ names | join(', ') }}": "Ann, Ben",
    "{{ people | map('name') | join(' ') }}": "Cy Di",
    "{{ people | selectattr('old') | map('name') | first }}": "Di",
    "{{ people | rejectattr('old') | map('name') | last }}": "Cy",
    "{{ names | length }}{{ names | reverse | first }}": "2Ben",
    "{{ ['b', 'a', 'b'] | unique | sort | join }}": "ab",
    "{{ '3' | int + 1 }} {{ -2 | abs }} {{ 2.6 | round }}": "4 2 3",
    "{{ absent | default('none') }} {{ '' | default('empty', true) }}": "none empty",
    "{{ day | longdate }} {{ day.year }}": "September 9, 2024 2024",
    "{{ '2024-09-09' | longdate }}, {{ '2024-02-30' | longdate }}": "September 9, 2024, 2024-02-30",
    "{{ 'soon' | longdate }}": "soon",
    "{{ [] | first }}{{ none }}": "",
    "{{ 'yes' if names }}{{ 'no' if not names }}": "yes",
    "{% for n in names if n != 'Ann' %}{{ loop.index }}{{ n }}{% endfor %}": "1Ben",
    "{% if absent is defined %}a{% else %}b{% endif %}": "b",
    "{% macro m() %}<{{ caller('x') }}>{% endmacro %}{% call(n) m() %}{{ n }}{% endcall %}": "<x>",
    "{% block a %}b{% endblock %}{{ self.a() }}": "bb",
    "{{ names is sequence }}{{ 3 is odd }}": "TrueTrue",
    "{% macro hi(n) %}hi {{ n }}{% endmacro %}{{ hi('x') ~ '!' }}": "hi x!",
    "{% set x %}{{ name }}{% endset %}{{ x }}": "Ann B",
    "{{ keyed.items }}{{ keyed['a'] }}": "named12",
    "{{ (1, 2) == [1, 2] }}{{ 'n' in name }}": "FalseTrue",
    "{{ name.startswith('A') }} {{ name[0] }} {{ name[1:3] }}": "True A nn",
    "{## nobody reads this ##}x{#id}": "x{#id}",
    "a {% raw %}{{ x }}{% endraw %}": "a {{ x }}",
    "{{ 7 // 2 }} {{ 7 - 2 }} {{ 1 / 2 }}": "3 5 0.5",
}


@pytest.mark.parametrize(("source", "text"), CAN.items())
def test_a_template_can(source: str, text: str) -> None:
    values = {
        "name": "Ann B",
        "names": ["Ann", "Ben"],
        "people": [{"name": "Cy", "old": ""}, {"name": "Di", "old": "yes"}],
        "day": date(2024, 9, 9),
        "keyed": {"items": "named", "a": 12},
    }
    assert unprotect(rendered(source, **values)) == text


def test_lines_of_tags_leave_no_lines() -> None:
    assert rendered("a\n  {% if 1 %}\nb\n  {% endif %}\nc\n") == "a\nb\nc\n"


def test_an_included_file_is_found_in_the_first_folder_that_has_it(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "both.md").write_text(name)
    (tmp_path / "second" / "one.md").write_text("only")
    environment = letter_environment([tmp_path / "first", tmp_path / "second"], protect)
    text = environment.render("{% include 'both.md' %} {% include 'one.md' %}", {}, file="a")
    assert environment.marks.read(text, file="a").text == "first only"


# ---- whose characters are markup ----


def test_a_value_is_escaped_and_the_template_is_not() -> None:
    assert rendered("*a* {{ x }}", x="*b*") == f"*a* {protect('*b*')}"


def test_what_a_template_writes_between_quotation_marks_is_its_own() -> None:
    assert rendered("{{ '*a*' }}{{ '*b*' ~ x }}", x="*c*") == f"*a**b*{protect('*c*')}"


def test_what_a_macro_wrote_is_not_escaped_again() -> None:
    source = "{% macro it(w) %}*{{ w }}*{% endmacro %}{{ it(x) }}{{ it(it(x)) | upper }}"
    assert rendered(source, x="a*") == f"*{protect('a*')}***{protect('A*')}**"


def test_filters_keep_markup_and_escape_what_they_add() -> None:
    source = "{% set m %}*m*{% endset %}{{ m | replace('m', x) }}{{ [m, x] | join('_') }}{{ m.lower() }}"
    assert rendered(source, x="*") == f"*{protect('*')}**m*_{protect('*')}*m*"


def test_what_a_function_gives_as_markup_stays() -> None:
    assert rendered("{{ f() }}{{ g() }}", f=lambda: Markup("*"), g=lambda: "*") == f"*{protect('*')}"


def test_code_is_not_rendered() -> None:
    source = "`{{ x }}` ``a`{{ y }}`` {{ 1 }}\n\n```\n{{ z }}\n```\n\n~~~ x\n{% no %}\n~~~\n\\`{{ 2 }}`\n"
    assert rendered(source) == source.replace("{{ 1 }}", "1").replace("{{ 2 }}", "2")


def test_a_backtick_without_a_partner_hides_nothing() -> None:
    assert rendered("a ` b {{ 1 }}\n\nc ` d {{ 2 }} `` e") == "a ` b 1\n\nc ` d 2 `` e"


def test_an_escape_writes_nothing_that_a_page_cannot_hold() -> None:
    assert rendered(r"{{ 'a\0\x07\ud800\U000f0000\U000f8999b' }}") == "ab"


# ---- what it says when it cannot ----

CANNOT = {
    "{{ vras.agency }}": ("'vras' is not known here", "did you mean 'vars'?"),
    "{{ vars.agncy }}": ("'agncy' is not known here", "did you mean 'agency'?"),
    "{{ vars.x }}": ("'x' is not known here", "known are 'agency'"),
    "{{ block('a') }}": ("'block' is not known here", "known are 'vars'"),
    "{{ vars.agency.name }}": ("'name' is not known here", None),
    "{{ vars }}": ("a list cannot be printed as it is", 'join it: {{ names | join(", ") }}'),
    "{{ 1 / 0 }}": ("this cannot be computed: division by zero", None),
    "{{ 1 + 'a' }}": (
        "this cannot be computed: unsupported operand type(s) for +: 'int' and 'Markup'",
        None,
    ),
    "{% include 'none.md' %}": (
        "there is no template 'none.md' in the template folders",
        "name a file of the same folder of templates",
    ),
    "{{ ['a'] | map('b') }}": ("'b' is asked of something that holds no names", None),
    "{{ } }}": (
        "the template is not understood: unexpected '}'",
        "characters that are no template stand in {% raw %} ... {% endraw %}",
    ),
    "{% autoescape true %}{% endautoescape %}": (
        "the template is not understood: 'autoescape' is no tag of this kit",
        None,
    ),
    "{% banana %}": (
        "the template is not understood: Encountered unknown tag 'banana'.",
        "characters that are no template stand in {% raw %} ... {% endraw %}",
    ),
}


@pytest.mark.parametrize(("source", "said"), CANNOT.items())
def test_a_fault_is_a_sentence_with_a_remedy(source: str, said: tuple[str, str | None]) -> None:
    caught = fault("one\n" + source, vars={"agency": "NIST"})
    assert (caught.problem.removesuffix("."), caught.remedy) == (said[0].removesuffix("."), said[1])
    assert (caught.file, caught.line) == ("letter.md", 2)
    assert str(caught) == f"letter.md:2: {caught.problem}"


def test_a_condition_without_an_end_is_placed_where_it_was_looked_for() -> None:
    assert "looking for the following tags: 'elif' or 'else' or 'endif'" in fault("a\n{% if 1 %}\nb\n").problem


def test_a_fault_of_a_function_keeps_its_own_place() -> None:
    def block() -> None:
        raise TemplateFault("block.md", 7, "it is broken")

    caught = fault("{{ block() }}", block=block)
    assert (caught.file, caught.line, caught.problem) == ("block.md", 7, "it is broken")


def test_an_error_of_the_kit_passes_through() -> None:
    def block() -> None:
        raise CommentKitError("the disk is full")

    with pytest.raises(CommentKitError, match="the disk is full"):
        rendered("{{ block() }}", block=block)


def test_a_wrong_call_is_a_fault() -> None:
    assert fault("{{ f(2) }}", f=lambda: 1).problem.startswith("this cannot be computed: ")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"\xff\xfe\xfa", "is not UTF-8 text"), (b"x" * 1_100_000, "is larger than 1000 KB")],
)
def test_a_template_that_is_no_text_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "odd.md").write_bytes(content)
    with pytest.raises(TemplateFault, match=f"the template 'odd.md' {sentence}"):
        letter_environment([tmp_path], protect).render("{% include 'odd.md' %}", {}, file="a")


# ---- where each character came from ----


def origins(source: str, first_line: int = 1, **values: object) -> tuple[str, list[Origin]]:
    """Return the text, and the origin of each of its characters but line feeds."""
    environment = letter_environment([], protect)
    text = environment.render(source, values, file="letter.md", first_line=first_line)
    read = environment.marks.read(text, file="letter.md")
    lines = read.text.split("\n")
    return read.text, [read.origin(at + 1, to + 1) for at, line in enumerate(lines) for to in range(len(line))]


def test_text_keeps_its_line_and_column() -> None:
    text, found = origins("ab {{ x }} cd\n{% if x %}\n  ef\n{% endif %}\ngh", 5, x="123")
    assert text == "ab 123 cd\n  ef\ngh"
    places = [(each.line, each.column, each.computed) for each in found]
    assert places[:3] == [(5, 1, False), (5, 2, False), (5, 3, False)]
    assert places[3:6] == [(5, 4, True)] * 3
    assert places[6:9] == [(5, 11, False), (5, 12, False), (5, 13, False)]
    assert places[9:13] == [(7, 1, False), (7, 2, False), (7, 3, False), (7, 4, False)]
    assert places[13:] == [(9, 1, False), (9, 2, False)]


def test_blanks_that_a_tag_takes_away_do_not_shift_what_follows() -> None:
    text, found = origins("a   {%- if 1 -%}   b{% endif %}\n\n  {{- 'c' }} d")
    assert text == "abc d"
    assert [(each.line, each.column) for each in found] == [(1, 1), (1, 20), (3, 3), (3, 13), (3, 14)]


def test_lines_of_a_value_stand_where_their_expression_does() -> None:
    text, found = origins("x {{ v }}", v="1\n2")
    assert text == "x 1\n2"
    assert found[-1] == Origin(file="letter.md", line=1, column=3, computed=True)


def test_a_block_rendered_with_the_same_marks_keeps_its_own_file() -> None:
    marks = Marks()
    letter = letter_environment([], protect, marks=marks)
    block = letter_environment([], protect, marks=marks)
    text = letter.render("a {{ block() }}", {"block": lambda: block.render("b", {}, file="b.md")}, file="l.md")
    read = marks.read(text, file="l.md")
    assert read.text == "a b"
    assert read.origin(1, 3) == Origin(file="b.md", line=1, column=1)


def test_a_mark_that_nobody_gave_out_is_dropped() -> None:
    read = Marks().read("a\U000f0000\U000f8005b\U000f0001c", file="l.md")
    assert (read.text, read.origin(1, 3)) == ("abc", Origin(file="l.md", line=1, column=3))


PIECES = st.sampled_from(["word", " ", "\n", "{{ x }}", "{% if x %}", "{% endif %}", "{## c ##}", "[@k]", "§"])


@given(st.lists(PIECES, max_size=25))
def test_every_character_that_was_not_computed_stands_where_it_is_said_to(pieces: list[str]) -> None:
    source = "".join(pieces)
    try:
        text, found = origins(source, x="XYZ")
    except TemplateFault:
        return
    lines = source.split("\n")
    for character, origin in zip(text.replace("\n", ""), found, strict=True):
        if not origin.computed:
            assert lines[origin.line - 1][origin.column - 1] == character
