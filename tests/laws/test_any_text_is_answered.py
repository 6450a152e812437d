"""Whatever stands in a letter, the kit answers: with what is wrong, or with a file that is right."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from letter_texts import LAW, STYLES, TEMPLATES, front, written

from comment_kit.docx import lint_docx, read_docx_own
from comment_kit.html import write_html
from comment_kit.letters import write_markdown
from comment_kit.model.diagnostics import has_errors
from comment_kit.model.letter import notes_in_order
from comment_kit.workflows.composing import compose

SIGNS = (
    *"[](){}@^*_`\"'<>&\\~$!|;:,.-#=+%/",
    *("\n", "\n\n", "\n\n", "    ", "\t", " ", " ", "> ", "- ", "1. ", "# ", "## ", "| a | b |\n|---|---|\n", "---"),
    *("::: cover", "::: footer", ":::", "::: signatory", "```", "~~~", "<!--", "-->", "--", "...", "\r\n", "\r"),
    *("@eo14110", "@ntia2024", "@nist800-1", "[@eo14110, § 4.6(a)]", "[@ntia2024]", "[see @ntia2024, 3; @eo14110]"),
    *(
        "[^a]",
        "[^a]: ",
        "^[",
        "^[words]",
        "{#a}",
        "[](#a)",
        "{.smallcaps}",
        "{form=id}",
        "{form=supra}",
        "{pin=always}",
    ),
    *("see ", "75203", "n.48", "Practices 3.1, 3.3", " (", "https://e.org/a", "[a](b)", "![a](b.png)", "<b>", "&amp;"),
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "{##",
        "##}",
        "{{ cite('eo14110') }}",
        "{% if vars %}",
        "{% endif %}",
        "{{ source('x') }}",
    ),
    *(
        "é",
        "漢字",
        "\u202e",
        "\u00a0",
        "\u2028",
        "\x00",
        "\x0b",
        "\ufeff",
        "\U0001f600",
        "\ufffe",
        "e\u0301",
        "words",
        "Id.",
    ),
)

ANY = settings(LAW, max_examples=60)


@ANY
@given(
    body=st.lists(st.sampled_from(SIGNS), max_size=40).map("".join),
    template=st.sampled_from(TEMPLATES),
    style=st.sampled_from(STYLES),
)
def test_any_text_is_set_or_told_what_is_wrong_with_it(body: str, template: str, style: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_bytes(f"---\n{front(template, style)}---\n\n{body}\n".encode())
    composition = compose(path)
    for each in composition.diagnostics:
        assert each.message.strip()
        assert each.location.file
    if has_errors(composition.diagnostics):
        return
    content = written(composition)
    assert lint_docx(content) == ()
    numbers = [called.number for called in notes_in_order(composition.letter)]
    assert [note.number for note in read_docx_own(content).notes] == numbers
    write_html(composition.letter, composition.layout, title=composition.about.title)
    write_markdown(composition.letter)


@ANY
@given(
    front_matter=st.lists(st.sampled_from((*SIGNS, "style: ", "date: ", "authors:\n", "x: y\n")), max_size=30).map(
        "".join
    )
)
def test_any_front_matter_is_read_or_told_what_is_wrong_with_it(front_matter: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_bytes(f"---\n{front_matter}\n---\n\nWords.[@ntia2024, 3]\n".encode())
    composition = compose(path)
    if not has_errors(composition.diagnostics):
        written(composition)
