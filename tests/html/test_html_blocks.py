"""What becomes of blocks, and of what a template sets apart, in HTML."""

from __future__ import annotations

import re
from base64 import b64encode

import pytest
from html_reading import HERE, LAYOUT, PIXEL, body, call, division, heading, line, note, paragraph, written

from comment_kit.html import write_html
from comment_kit.model.letter import (
    Align,
    BlockQuote,
    CodeBlock,
    FrontMatter,
    Heading,
    Image,
    Letter,
    ListBlock,
    Table,
    ThematicBreak,
)
from comment_kit.model.text import Span

# ---- blocks ----


def test_headings_stand_one_level_below_the_title() -> None:
    html = body(heading("Introduction", "intro"), heading("Risk", "risk", "A.", 2), heading("Deep", "deep", "1.", 3))
    assert html.splitlines() == [
        '<h2 id="part-intro" class="unnumbered">Introduction</h2>',
        '<h3 id="part-risk"><span class="label">A.</span> Risk</h3>',
        '<h4 id="part-deep"><span class="label">1.</span> Deep</h4>',
    ]
    assert '<h1 class="unseen">A Letter</h1>' in written()


def test_lists_keep_their_first_number() -> None:
    numbered = ListBlock(items=((paragraph("a"),), (paragraph("b"),)), ordered=True, start=3, location=HERE)
    bulleted = ListBlock(items=((paragraph("a"),),), ordered=False, location=HERE)
    assert body(numbered, bulleted) == (
        '<ol start="3"><li><p>a</p></li>\n<li><p>b</p></li></ol>\n<ul><li><p>a</p></li></ul>'
    )


def test_a_table_has_headers_with_their_scope() -> None:
    table = Table(
        header=(line("Practice"), line("Page")),
        rows=((line("3.1"), line("8")),),
        aligns=(Align.LEFT, Align.RIGHT),
        location=HERE,
    )
    assert body(table) == (
        '<div class="table"><table><thead><tr><th scope="col">Practice</th><th scope="col" class="right">Page</th>'
        '</tr></thead>\n<tbody><tr><td>3.1</td><td class="right">8</td></tr></tbody></table></div>'
    )


def test_quotations_code_and_rules() -> None:
    blocks = (
        BlockQuote(blocks=(paragraph("Words."),), location=HERE),
        CodeBlock(text="a < b\n  c", location=HERE),
        ThematicBreak(location=HERE),
    )
    assert body(*blocks) == ("<blockquote><p>Words.</p></blockquote>\n<pre><code>a &lt; b\n  c</code></pre>\n<hr>")


def test_a_picture_is_inside_the_file_with_its_words() -> None:
    address = f"data:image/png;base64,{b64encode(PIXEL).decode()}"
    html = body(paragraph(Image(path="seal.png", alt='Our "seal"', location=HERE)))
    assert html == f'<p><img src="{address}" alt="Our &quot;seal&quot;"></p>'


def test_a_picture_that_is_missing_prints_its_words() -> None:
    html = body(paragraph(Image(path="lost.png", alt="Our seal", location=HERE)))
    assert html == '<p><span class="no-picture">[Our seal]</span></p>'


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"<svg onload='x'/>", None),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(picture: bytes, kind: str | None) -> None:
    image = paragraph(Image(path="p", alt="", location=HERE))
    letter = Letter(file="letter.md", front=FrontMatter(values={}), blocks=(image,), notes={})
    found = re.search(r'src="data:([^;]+)', write_html(letter, LAYOUT, title="", images={"p": picture}))
    assert (found[1] if found else None) == kind


# ---- what a template sets apart ----


def test_cover_and_contents_stand_before_the_letter_and_the_footer_after_it() -> None:
    html = written(
        division("cover", paragraph("Example Institute", role="organization")),
        division("pagebreak"),
        division("contents", paragraph("Table of Contents", role="contents-title")),
        heading("Introduction", "intro"),
        division("signature", paragraph("Yours,", role="closing")),
        division("footer", paragraph("you@example.org", role="contact")),
    )
    assert html[html.index("<body>") :].splitlines() == [
        '<body><a class="skip" href="#letter">Skip to the letter</a>',
        '<header><h1 class="unseen">A Letter</h1>',
        '<div class="cover"><p class="organization">Example Institute</p></div>',
        '<hr class="pagebreak" aria-hidden="true">',
        '<nav class="contents" aria-label="Table of Contents"><p class="contents-title">Table of Contents</p>',
        '<ul><li class="level-1"><a href="#part-intro"><span>Introduction</span></a></li></ul></nav></header>',
        '<main id="letter"><h2 id="part-intro" class="unnumbered">Introduction</h2>',
        '<section class="signature" aria-label="Signature"><p class="closing">Yours,</p></section></main>',
        '<footer><div class="footer"><p class="contact">you@example.org</p></div></footer></body></html>',
    ]


def test_contents_show_labels_and_type_but_no_links_and_no_calls_inside_the_link() -> None:
    title = Heading(
        level=2,
        content=line("On ", Span(text="Risk", italic=True, url="https://example.org"), call("n")),
        location=HERE,
        id="risk",
        label="A.",
    )
    html = written(division("contents"), title, notes=(note("n", "Words."),))
    assert (
        '<nav class="contents" aria-label="Contents">\n<ul><li class="level-2"><a href="#part-risk">'
        '<span class="label">A.</span> <span>On <i>Risk</i></span></a></li></ul></nav>'
    ) in html


def test_a_heading_without_an_id_stands_in_the_contents_without_a_link() -> None:
    assert '<li class="level-1"><span>Title</span></li>' in written(division("contents"), heading("Title"))


def test_contents_of_a_letter_without_headings_are_empty() -> None:
    assert '<nav class="contents" aria-label="Contents">\n</nav>' in written(division("contents"))


def test_a_draft_is_marked_once() -> None:
    mark = '<p class="draft">Draft<span> — not for filing</span></p>'
    assert mark in written(draft=True)
    assert 'class="draft"' not in written(draft=False)
    by_template = written(division("cover", paragraph("Draft", role="draft")), draft=True)
    assert by_template.count('class="draft"') == 1
    assert f"</a>\n{mark}\n<header>" in by_template
