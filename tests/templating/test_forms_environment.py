"""The macros of citation forms: compiled once, each call bounded anew."""

import time
from pathlib import Path

import pytest

from comment_kit.inline import protect
from comment_kit.templating import FormsEnvironment, TemplateFault, forms_environment

REPORT = """\
{% macro full(source, pin=none) %}
{{ _author(source) }}, *{{ source.title }}*{{ ", at " ~ pin if pin }}
{%- endmacro %}
{% macro _author(source) %}[{{ source.author }}]{.smallcaps}{% endmacro %}
{% macro endless(x) %}{{ endless(x) }}{% endmacro %}
{% macro wrong(source) %}


{{ source.nothing }}{% endmacro %}
"""
SOURCE = {"author": "A_B", "title": "On *Stars*"}


@pytest.fixture
def forms(tmp_path: Path) -> FormsEnvironment:
    (tmp_path / "report.jinja").write_text(REPORT)
    return forms_environment([tmp_path], protect)


def test_a_form_writes_markup_around_values_that_are_none(forms: FormsEnvironment) -> None:
    full = forms.macros("report.jinja")["full"]
    assert full(SOURCE, pin="3") == f"[{protect('A_B')}]{{.smallcaps}}, *{protect('On *Stars*')}*, at 3"


def test_a_name_with_an_underscore_stays_private(forms: FormsEnvironment) -> None:
    assert sorted(forms.macros("report.jinja")) == ["endless", "full", "wrong"]


def test_a_form_that_does_not_end_is_stopped_and_the_next_runs(forms: FormsEnvironment, tmp_path: Path) -> None:
    macros = forms.macros("report.jinja")
    with pytest.raises(TemplateFault) as caught:
        macros["endless"](1)
    assert caught.value.problem == "the template calls itself without end"
    assert caught.value.file == str(tmp_path / "report.jinja")
    assert macros["full"](SOURCE).startswith("[")


def test_a_fault_names_the_line_of_the_form(forms: FormsEnvironment) -> None:
    with pytest.raises(TemplateFault) as caught:
        forms.macros("report.jinja")["wrong"](SOURCE)
    assert (caught.value.line, caught.value.problem) == (9, "'nothing' is not known here")


def test_a_file_that_is_not_there_is_a_fault(forms: FormsEnvironment) -> None:
    with pytest.raises(TemplateFault, match=r"there is no template 'book\.jinja'"):
        forms.macros("book.jinja")


def test_thousands_of_calls_are_cheap(forms: FormsEnvironment) -> None:
    full = forms.macros("report.jinja")["full"]
    before = time.process_time()
    for _ in range(2_000):
        full(SOURCE, pin="3")
    assert time.process_time() - before < 2
