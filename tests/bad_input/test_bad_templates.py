"""Templates, styles and the Jinja of a letter are kept in their folders, away from Python, and short."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from front_door import FIRST_LINE, FRONT, Desk, letter_of

TEMPLATE = "templates/letters/mine/letter.md"
STYLE = "templates/styles/house/style.toml"
FORM = "templates/styles/house/report.jinja"
FULL = "{{% macro full(source, pinpoint, citation) %}}{}{{% endmacro %}}"


class Bad(NamedTuple):
    """Jinja that cannot be carried out, and what must be said of it."""

    name: str
    jinja: str
    message: str
    hint: str = ""


FAULTS = (
    Bad("tag not closed", "{% if vars %}", "the template is not understood: Unexpected end of template", "endif"),
    Bad("expression not closed", "{{ vars", "the template is not understood", "{% raw %}"),
    Bad("unknown tag", "{% foo %}", "the template is not understood: Encountered unknown tag 'foo'", "{% raw %}"),
    Bad("unknown name", "{{ agency }}", "'agency' is not known here", "known are 'block', 'cite', 'source', 'vars'"),
    Bad("misspelled name", "{{ sorce('ntia2024') }}", "'sorce' is not known here", "did you mean 'source'?"),
    Bad("misspelled field", "{{ source('ntia2024').titel }}", "'titel' is not known here", "did you mean 'title'?"),
    Bad(
        "unknown source", "{{ source('ntia2042').title }}", "this cannot be computed: no source has the key 'ntia2042'"
    ),
    Bad("no form", "{{ cite('ntia2024', form='x') }}", "this cannot be computed: 'x' is no form"),
    Bad("a function", "{{ vars.items }}", "a function cannot be printed", "call it"),
)
LEAVING = (
    Bad("up", '{% include "../x" %}', "the template '../x' lies outside the template folders"),
    Bad("absolute", '{% include "/etc/hostname" %}', "the template '/etc/hostname' lies outside the template folders"),
    Bad("a drive", '{% include "C:\\\\x" %}', "the template 'C:\\x' lies outside the template folders"),
    Bad("a module", '{% import "os" as os %}', "there is no template 'os' in the template folders", "same folder"),
)
PYTHON = (
    Bad("class", "{{ ''.__class__.__mro__ }}", "a template may not use '__class__'", "nothing of Python"),
    Bad("class by name", "{{ vars['__class__'] }}", "a template may not use '__class__'"),
    Bad("globals", "{{ cite.__globals__ }}", "a template may not use '__globals__'"),
    Bad("attr", "{{ vars|attr('__class__') }}", "the template is not understood: No filter named 'attr'."),
    Bad("format", "{{ '{0.__class__}'.format(1) }}", "a template may not use 'format'"),
    Bad("percent", "{{ '%s' % 1 }}", "the operator '%' is no part of a template"),
    Bad("append", "{% set a = [] %}{{ a.append(1) }}", "a template may not use 'append'"),
    Bad("range", "{% for i in range(9) %}{% endfor %}", "'range' is not known here"),
    Bad("lipsum", "{{ lipsum.__globals__ }}", "'lipsum' is not known here"),
    Bad("open", "{{ open('/etc/hostname').read() }}", "'open' is not known here"),
)
ENDLESS = (
    Bad("itself", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "the template calls itself without end", "stop"),
    Bad("product", "{{ 'x' * 999999999 }}", "the operator '*' is no part of a template"),
    Bad("power", "{{ 9 ** 99999999 }}", "the operator '**' is no part of a template"),
    Bad("width", "{{ 'x'|center(999999999) }}", "the template is not understood: No filter named 'center'."),
    Bad(
        "loops in loops",
        "{% set x = 'xxxxxxxxxx' %}" + "{% for a in x %}" * 9 + "." + "{% endfor %}" * 9,
        "the template takes too many steps",
        "a loop or a macro in it does not end",
    ),
    Bad(
        "doubling",
        "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a ~ a ~ a ~ a ~ a %}" * 20 + "{{ a }}",
        "the template makes too much",
        "something in it grows without end",
    ),
)


@pytest.mark.parametrize("bad", [*FAULTS, *LEAVING, *PYTHON], ids=lambda bad: bad.name)
def test_jinja_of_a_letter_that_may_not_be_is_told_at_its_line(desk: Desk, bad: Bad) -> None:
    desk.write("letter.md", letter_of(f"First.\n\n{bad.jinja}"))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0].startswith(f"letter.md:{FIRST_LINE + 2}: TPL101 {bad.message}")
    assert bad.hint in built.err
    assert built.lines[-2:] == ["1 error", "nothing was written"]
    assert desk.holds() == before


@pytest.mark.parametrize("bad", [*FAULTS[:5], *LEAVING, *PYTHON], ids=lambda bad: bad.name)
def test_a_letter_template_is_held_as_a_letter_is(desk: Desk, bad: Bad) -> None:
    desk.write("comment-kit.toml", "")
    desk.write(TEMPLATE, f"{{{{ body }}}}\n\n{bad.jinja.replace('vars', 'letter')}\n")
    desk.write("letter.md", letter_of("Words.", FRONT.replace("formal-comment", "mine")))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert f"{TEMPLATE}:3: TPL101 " in built.lines[0]
    assert desk.holds() == before


@pytest.mark.parametrize("bad", ENDLESS, ids=lambda bad: bad.name)
def test_what_goes_on_or_grows_without_end_is_stopped_soon(desk: Desk, bad: Bad) -> None:
    desk.write("letter.md", letter_of(bad.jinja))
    before = desk.holds()
    built = desk.build_apart()
    assert built.code == 1
    assert built.lines[0].startswith(f"letter.md:{FIRST_LINE}: TPL101 {bad.message}")
    assert bad.hint in built.lines[1]
    assert built.seconds < 10
    assert built.megabytes < 500
    assert desk.holds() == before


def test_a_link_in_a_template_folder_leads_nowhere_else(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    secret = desk.write("secret.txt", "not for anybody")
    desk.write(TEMPLATE, '{{ body }}{% include "out.md" %}')
    (desk.folder / "templates/letters/mine/out.md").symlink_to(secret)
    desk.write("letter.md", letter_of("Words.", FRONT.replace("formal-comment", "mine")))
    built = desk.build()
    assert built.code == 1
    assert "TPL101 the template 'out.md' is a link that leads out of its folder" in built.lines[0]
    assert not (desk.folder / "letter.docx").exists()


def test_a_template_that_loses_the_text_is_told(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write(TEMPLATE, "Only this.\n")
    desk.write("letter.md", letter_of("Words.", FRONT.replace("formal-comment", "mine")))
    built = desk.build()
    assert built.code == 1
    assert built.lines[0].endswith(f"{TEMPLATE}: LET122 the template does not print the text of the letter")
    assert built.lines[1] == "  hint: write {{ body }} where it belongs"


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        ("margin = [", "the template's settings are not TOML", ""),
        ("margin = -3", "'margin' says something that pages cannot have", "a number of points, 72 to the inch"),
        ("margin = 400", "margins of 400 points leave no room on the page", "an inch is 72 points"),
        ('font_size = "big"', "'font_size' says something that pages cannot have", "a number of points"),
        ('page_numbers = "all"', "'page_numbers' says something that pages cannot have", '"page of pages"'),
        ('heading_numerals = ["Z"]', "'heading_numerals' says something that pages cannot have", 'a list of "I"'),
    ],
)
def test_a_page_that_cannot_be_is_told_at_the_template(desk: Desk, settings: str, message: str, hint: str) -> None:
    desk.write("comment-kit.toml", "")
    desk.write(TEMPLATE, "{{ body }}\n")
    desk.write("templates/letters/mine/template.toml", settings)
    desk.write("letter.md", letter_of("Words.", FRONT.replace("formal-comment", "mine")))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert f"template.toml: LET122 {message}" in built.lines[0]
    assert hint in built.lines[1]
    assert desk.holds() == before


# ---- styles ----


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        ("base = [", "style.toml: FRM102 this is not TOML", ""),
        ("", "style.toml: FRM104 'edition', 'again', 'window'", 'write base = "bluebook"'),
        ('base = "bleubook"', "style.toml:1: FRM101 there is no style 'bleubook'", "'bluebook'"),
        ('base = "house"', "style.toml:1: FRM107 the style 'house' is in the end based on itself", "take out its base"),
        ('base = "bluebook"\nwindow = "many"', "style.toml:2: FRM104 'window' is 'many'", "a whole number"),
    ],
)
def test_a_broken_style_is_told_at_its_line(desk: Desk, settings: str, message: str, hint: str) -> None:
    desk.write("comment-kit.toml", "")
    desk.write(STYLE, settings)
    desk.write("letter.md", letter_of("Words.[@ntia2024, 3]", FRONT.replace("comment-letter", "house")))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert message in built.lines[0]
    assert hint in built.lines[1]
    assert desk.holds() == before


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("{% macro full() %}", "the template is not understood"),
        ("{% macro brief() %}{% endmacro %}", "it has no macro 'full'"),
        (FULL.format("{{ source.titel }}"), "'titel' is not known here"),
        (FULL.format("{{ source.__class__ }}"), "a template may not use '__class__'"),
        (FULL.format("{{ full(source, pinpoint, citation) }}"), "the template calls itself without end"),
        (FULL.format("{% for a in source.title %}" * 5 + "{% endfor %}" * 5), "the template takes too many steps"),
        ('{% include "../../../x" %}', "the template '../../../x' lies outside the template folders"),
        ('{% include "/etc/hostname" %}', "the template '/etc/hostname' lies outside the template folders"),
    ],
)
def test_a_broken_form_is_told_before_anything_is_set(desk: Desk, form: str, message: str) -> None:
    desk.write("comment-kit.toml", "")
    desk.write(STYLE, 'base = "bluebook"')
    desk.write(FORM, form)
    desk.write("letter.md", letter_of("Words.[@ntia2024, 3]", FRONT.replace("comment-letter", "house")))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert f"{FORM}" in built.lines[0]
    assert f"FRM105 {message}" in built.lines[0]
    assert desk.holds() == before


def test_an_unknown_style_on_the_command_line_is_told_as_such(desk: Desk) -> None:
    desk.write("letter.md", letter_of("Words."))
    built = desk.build("--style", "bluebok")
    assert built.code == 1
    assert built.lines[0] == "--style: FRM101 there is no style 'bluebok'"
    assert "'bluebook'" in built.lines[1]


def test_a_key_that_no_page_reads_is_told_beside_a_wrong_one(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write(TEMPLATE, "{{ body }}")
    desk.write("templates/letters/mine/template.toml", 'font_siz = 12\nmargin = "wide"\n')
    desk.write("letter.md", letter_of("Words.", FRONT.replace("formal-comment", "mine")))
    told = [line.partition("template.toml: ")[2] for line in desk.build().lines if "LET12" in line]
    assert told == [
        "LET122 'margin' says something that pages cannot have",
        "LET123 warning: no page reads the key 'font_siz'",
    ]
