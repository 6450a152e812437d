"""No template runs for ever, grows without end, calls Python or leaves its folders; each ends in one sentence."""

import time
from pathlib import Path

import pytest

from comment_kit.inline import protect
from comment_kit.templating import TemplateFault, letter_environment

AFRESH = "\n\n"
"""Two lines before the fault, so that its place can be wrong."""

SOON = 4.0
"""Seconds of work; half of them suffice on a machine that does nothing else."""

LOOP = (
    "{% for a in x %}{% for b in x %}{% for c in x %}{% for d in x %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}"
)

HOSTILE = {
    "python behind a text": ("{{ ''.__class__ }}", "a template may not use '__class__'"),
    "python behind an item": ("{{ ''['__class__'] }}", "a template may not use '__class__'"),
    "python behind a function": ("{{ greet.__globals__ }}", "a template may not use '__globals__'"),
    "python behind a macro": (
        "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
        "a template may not use '__init__'",
    ),
    "format": ("{{ '{0.__class__}'.format(1) }}", "a template may not use 'format'"),
    "center": ("{{ 'x'.center(10) }}", "a template may not use 'center'"),
    "join": ("{{ 'x'.join('ab') }}", "a template may not use 'join'"),
    "append": ("{{ x.append(1) }}", "a template may not use 'append'"),
    "a filter that pads": (
        "{{ 'x' | center(1000000000) }}",
        "the template is not understood: No filter named 'center'",
    ),
    "times": ("{{ 'x' * 1000000000 }}", "the operator '*' is no part of a template"),
    "power": ("{{ 9 ** 99999999 }}", "the operator '**' is no part of a template"),
    "percent": ("{{ '%0999999999d' % 1 }}", "the operator '%' is no part of a template"),
    "range": ("{{ range(9) }}", "'range' is not known here"),
    "lipsum": ("{{ lipsum() }}", "'lipsum' is not known here"),
    "cycler": ("{{ cycler(1) }}", "'cycler' is not known here"),
    "joiner": ("{{ joiner(1) }}", "'joiner' is not known here"),
    "namespace": ("{{ namespace() }}", "'namespace' is not known here"),
    "dict": ("{{ dict() }}", "'dict' is not known here"),
    "loops in loops": (LOOP, "the template takes too "),
    "a loop that calls itself": (
        "{% for a in x recursive %}{{ loop(x) }}{{ loop(x) }}{% endfor %}",
        "the template calls itself without end",
    ),
    "a macro that calls itself": (
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "the template calls itself without end",
    ),
    "two macros that call each other": (
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
        "the template calls itself without end",
    ),
    "a macro that doubles its work": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "the template takes too ",
    ),
    "a file that includes itself": ("{% include 'itself.md' %}", "the template calls itself without end"),
    "a file that includes itself twice": ("{% include 'twice.md' %}", "the template calls itself without end"),
    "growth by ~": ("{% set x = 'aaaa' %}" + "{% set x = x ~ x %}" * 50, "the template makes too much text"),
    "growth by +": ("{% set x = 'aaaa' %}" + "{% set x = x + x %}" * 50, "the template makes too much text"),
    "growth by join": (
        "{% set x = 'aaaa' %}" + "{% set x = [x, x] | join(x) %}" * 50,
        "the template makes too much text",
    ),
    "growth by replace": (
        "{% set x = 'aaaa' %}" + "{% set x = x | replace('a', x) %}" * 50,
        "the template makes too much text",
    ),
    "growth by set": (
        "{% set x = 'aaaa' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 50,
        "the template makes too much text",
    ),
    "growth of lists": ("{% set y = [1] %}" + "{% set y = y + y %}" * 50, "the template makes too much text"),
    "growth by cutting": (
        "{% set x = 'aaaa' %}" + "{% set x = x ~ x %}" * 20 + "{% set y = x[1:] %}" * 20,
        "the template makes too much text",
    ),
    "text in a loop": (
        "{% for a in x %}{% for b in x %}{% for c in x %}" + "words " * 9000 + "{% endfor %}{% endfor %}{% endfor %}",
        "the template makes too much text",
    ),
    "lists that hold one another": (
        "{% set y = [1] %}{% set z = [1] %}" + "{% set y = [y, y] %}{% set z = [z, z] %}" * 40 + "{{ y == z }}",
        "these lists are too large to be compared",
    ),
    "a list as a key": ("{{ {}[(1, 2)] }}", "only a word or a number may stand in square brackets"),
    "a folder above": ("{% include '../outside.md' %}", "the template '../outside.md' lies outside"),
    "a path from the root": ("{% include '/etc/passwd' %}", "the template '/etc/passwd' lies outside"),
    "a drive": ("{% include 'C:/secret.md' %}", "the template 'C:/secret.md' lies outside"),
    "a backslash": (r"{% include 'a\\b.md' %}", r"the template 'a\b.md' lies outside"),
    "a link that leads out": ("{% include 'link.md' %}", "the template 'link.md' is a link that leads out"),
    "brackets without end": ("{{ " + "(" * 20_000 + " }}", "the template is nested too deeply"),
    "conditions without end": (
        "{% if 1 %}" * 3_000 + "{% endif %}" * 3_000,
        "the template is nested too deeply",
    ),
    "tags without end": ("{{ 1 }}" * 60_000, "the template holds too many tags"),
    "a number without end": ("{{ 1" + "0" * 9_000 + " }}", "this cannot be computed"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "outside.md").write_text("secret")
    (inside / "link.md").symlink_to(tmp_path / "outside.md")
    (inside / "itself.md").write_text("{% include 'itself.md' %}")
    (inside / "twice.md").write_text("{% include 'twice.md' %}{% include 'twice.md' %}")
    return inside


@pytest.mark.parametrize(("source", "sentence"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_template_ends_soon_in_one_sentence(folder: Path, source: str, sentence: str) -> None:
    environment = letter_environment([folder], protect)
    values = {"x": list(range(40)), "greet": lambda: "hello"}
    before = time.process_time()
    with pytest.raises(TemplateFault) as caught:
        environment.render(AFRESH + source, values, file="letter.md")
    assert time.process_time() - before < SOON
    assert caught.value.problem.startswith(sentence)
    assert "\n" not in caught.value.problem


@pytest.mark.parametrize(
    "name",
    ["python behind a text", "times", "range", "loops in loops", "growth by ~", "a folder above", "a list as a key"],
)
def test_the_fault_names_file_and_line(folder: Path, name: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        letter_environment([folder], protect).render(
            AFRESH + HOSTILE[name][0], {"x": list(range(40))}, file="letter.md", first_line=10
        )
    assert (caught.value.file, caught.value.line) == ("letter.md", 12)


def test_the_fault_of_an_included_file_is_placed_in_that_file(folder: Path) -> None:
    (folder / "part.md").write_text("one\n{{ nobody }}\n")
    with pytest.raises(TemplateFault) as caught:
        letter_environment([folder], protect).render("{% include 'part.md' %}", {}, file="letter.md")
    assert (caught.value.file, caught.value.line) == (str(folder / "part.md"), 2)


def test_one_run_does_not_use_up_the_budget_of_the_next(folder: Path) -> None:
    environment = letter_environment([folder], protect)
    for _ in range(30):
        environment.render(
            "{% for a in x %}{% for b in x %}{{ b }}{% endfor %}{% endfor %}", {"x": range(100)}, file="a"
        )
