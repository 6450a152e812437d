"""What becomes of words, links, notes and references in HTML."""

from __future__ import annotations

import re

import pytest
from html_reading import HERE, body, call, heading, note, paragraph, read, written

from comment_kit.model.letter import BlockQuote, CrossReference, Footnote, LineBreak
from comment_kit.model.text import Span

# ---- words ----


def test_words_stand_in_their_type() -> None:
    spans = (
        Span(text="italic", italic=True),
        Span(text="bold", bold=True),
        Span(text="small", small_caps=True),
        Span(text="code", code=True),
        Span(text="gone", strike=True),
        Span(text="up", superscript=True),
        Span(text="down", subscript=True),
    )
    assert body(paragraph(*spans)) == (
        '<p><i>italic</i><b>bold</b><span class="small-caps">small</span><code>code</code>'
        "<s>gone</s><sup>up</sup><sub>down</sub></p>"
    )


def test_small_capitals_in_italics_nest() -> None:
    assert body(paragraph(Span(text="NIST", italic=True, bold=True, small_caps=True))) == (
        '<p><b><i><span class="small-caps">NIST</span></i></b></p>'
    )


def test_a_line_that_ends_inside_its_paragraph() -> None:
    assert body(paragraph("1 Main Street", LineBreak(), "Washington")) == "<p>1 Main Street<br>Washington</p>"


def test_markup_in_words_is_shown_and_not_obeyed() -> None:
    assert body(paragraph('<b onclick="x">&amp;</b>')) == ("<p>&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;</p>")


def test_a_character_that_html_cannot_carry_is_replaced() -> None:
    assert body(paragraph("a\x00b\x1bc\ud800d\x85e\tf")) == "<p>a\ufffdb\ufffdc\ufffdd\ufffde\tf</p>"


# ---- links ----


@pytest.mark.parametrize(
    "address",
    ["https://www.govinfo.gov/a?b=c&d#e", "http://example.org", "HTTPS://EXAMPLE.ORG/x", "mailto:you@example.org"],
)
def test_the_web_and_mailboxes_are_links(address: str) -> None:
    reader = read(body(paragraph(Span(text="here", url=address))))
    assert reader.all("a") == [{"href": address}]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
        "/etc/passwd",
        "letter.md",
        "#letter",
        "https:example.org",
        "https://",
        "https:///x",
        "https://example.org/a b",
        "https://example.org/\n",
        "mailto:",
        "x:https://example.org",
        "",
    ],
)
def test_any_other_address_is_words_alone(address: str) -> None:
    assert body(paragraph(Span(text="here", url=address))) == "<p>here</p>"


def test_neighbours_of_one_address_are_one_link() -> None:
    spans = (Span(text="The ", url="https://a.org"), Span(text="Report", italic=True, url="https://a.org"))
    assert body(paragraph(*spans)) == '<p><a href="https://a.org">The <i>Report</i></a></p>'


# ---- notes ----


def test_notes_are_numbered_by_their_calls_and_lead_back() -> None:
    notes = (note("later", "Second."), note("sooner", "First."))
    html = body(paragraph("One.", call("sooner"), " Two.", call("later")), notes=notes)
    assert html == (
        '<p>One.<sup class="call"><a href="#note-1" id="call-1" role="doc-noteref" aria-label="Note 1">1</a></sup>'
        ' Two.<sup class="call"><a href="#note-2" id="call-2" role="doc-noteref" aria-label="Note 2">2</a></sup></p>\n'
        '<section class="notes" role="doc-endnotes" aria-labelledby="notes-title"><h2 id="notes-title">Notes</h2>\n'
        '<ol start="1"><li id="note-1"><p>First. <a href="#call-1" class="back" role="doc-backlink" '
        'aria-label="Back to the text at note 1">↩\ufe0e</a></p></li>\n'
        '<li id="note-2"><p>Second. <a href="#call-2" class="back" role="doc-backlink" '
        'aria-label="Back to the text at note 2">↩\ufe0e</a></p></li></ol></section>'
    )


def test_a_custom_mark_stands_outside_the_numbering() -> None:
    notes = (note("author", "Counsel.", mark="i"), note("a", "First."), note("b", "Second."))
    html = body(paragraph(call("a"), call("author"), call("b")), notes=notes)
    assert re.findall(r"<(?:ol|ul)[^>]*>|<li id=[^>]*>(?:<span[^>]*>i</span>)?", html) == [
        '<ol start="1">',
        '<li id="note-1">',
        "<ul>",
        '<li id="note-mark-1"><span class="mark">i</span>',
        '<ol start="2">',
        '<li id="note-2">',
    ]
    assert 'aria-label="Note i">i</a>' in html


def test_a_note_that_is_not_called_or_not_there_prints_nothing() -> None:
    assert body(paragraph("Words.", call("missing")), notes=(note("unused", "Never."),)) == "<p>Words.</p>"


def test_the_way_back_follows_a_note_that_ends_with_a_quotation() -> None:
    quote = BlockQuote(blocks=(paragraph("Words."),), location=HERE)
    html = body(paragraph(call("n")), notes=(Footnote(id="n", blocks=(quote,), location=HERE),))
    assert '<li id="note-1"><blockquote><p>Words.</p></blockquote><p><a href="#call-1"' in html


def test_a_letter_without_notes_has_no_section_of_notes() -> None:
    assert "doc-endnotes" not in written(paragraph("Words."))


# ---- references inside the letter ----


def test_references_print_numbers_and_lead_there() -> None:
    html = body(
        heading("Risk", "risk", "II."),
        paragraph(
            CrossReference(target="risk", location=HERE),
            "; ",
            CrossReference(target="n", location=HERE, words=(Span(text="the note", italic=True),)),
            "; note ",
            Span(text="1", refers_to="n"),
            call("n"),
        ),
        notes=(note("n", "Words."),),
    )
    assert html.splitlines()[:2] == [
        '<h2 id="part-risk"><span class="label">II.</span> Risk</h2>',
        (
            '<p><a href="#part-risk">Part II</a>; <a href="#note-1"><i>the note</i></a>; note <a href="#note-1">1</a>'
            '<sup class="call"><a href="#note-1" id="call-1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>'
        ),
    ]


def test_a_reference_to_nothing_is_words_alone() -> None:
    lost = (CrossReference(target="lost", location=HERE), Span(text="9", refers_to="gone"))
    assert body(paragraph(*lost)) == "<p>lost9</p>"


def test_an_id_of_a_letter_cannot_take_the_place_of_ours_or_break_out() -> None:
    html = body(heading("Title", 'note-1" onclick="x', "I."))
    assert html == '<h2 id="part-note-1%22%20onclick%3D%22x"><span class="label">I.</span> Title</h2>'
