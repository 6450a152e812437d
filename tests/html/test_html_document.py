"""What the HTML file holds around the letter."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from html_reading import LAYOUT, call, heading, note, paragraph, read, written

from comment_kit.html import write_html
from comment_kit.model.layout import Layout, PageNumbers
from comment_kit.model.letter import FrontMatter, Letter


def test_language_and_title_are_set_and_escaped() -> None:
    letter = Letter(file="letter.md", front=FrontMatter(values={}), blocks=(), notes={})
    html = write_html(letter, LAYOUT, title="</title><script>", language="es-PR")
    assert html.startswith('<!DOCTYPE html>\n<html lang="es-PR"><head><meta charset="utf-8">\n')
    assert "<title>&lt;/title&gt;&lt;script&gt;</title>" in html


def test_nothing_may_run_or_be_fetched() -> None:
    html = written(paragraph("Words."))
    rules = re.search(r"<style>(.*)</style>", html, re.DOTALL)
    assert rules
    digest = b64encode(sha256(rules[1].encode()).digest()).decode()
    policy = next(each for each in read(html).all("meta") if each.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not {"script", "link", "iframe", "object", "base", "form"} & {tag for tag, _ in read(html).elements}
    assert "url(" not in rules[1]
    assert "@import" not in rules[1]


def test_the_paper_is_what_the_template_says() -> None:
    html = written(layout=Layout(template="x", page_width=595.3, page_height=841.9, margin=90, note_size=9.5))
    assert (
        "@page { size: 595.3pt 841.9pt; margin: 90pt; "
        '@bottom-center { content: counter(page); font: 9.5pt "Times New Roman", serif; } }'
    ) in html


def test_page_numbers_are_what_the_template_says() -> None:
    of_pages = written(layout=Layout(template="x", page_numbers=PageNumbers.PAGE_OF_PAGES, number_first_page=False))
    assert 'content: counter(page) " of " counter(pages);' in of_pages
    assert "@page :first { @bottom-center { content: none; } }" in of_pages
    assert "@bottom-center" not in written(layout=Layout(template="x", page_numbers=PageNumbers.NONE))


def test_the_name_of_a_font_cannot_leave_its_rule() -> None:
    html = written(layout=Layout(template="x", font='A"; } </style><script>'))
    assert '--font: "A\\22 \\3b  \\7d  \\3c \\2f style\\3e \\3c script\\3e "' in html
    assert html.count("</style>") == 1


def test_the_same_letter_gives_the_same_bytes() -> None:
    blocks = (heading("Title", "title", "I."), paragraph("Words.", call("n")))
    assert written(*blocks, notes=(note("n", "Words."),)) == written(*blocks, notes=(note("n", "Words."),))
