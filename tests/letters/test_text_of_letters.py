"""The text of a letter: headings, lists, tables, references, and what is not carried out."""

from pathlib import Path

import pytest
from letter_readings import FORMAL, SHIPPED, blocks, clean, hints, line, lines, read, remarks, shown

from comment_kit.letters import House, Setting, read_template
from comment_kit.letters.headings import numeral
from comment_kit.model.layout import Layout, Numeral
from comment_kit.model.letter import (
    Align,
    BlockQuote,
    CodeBlock,
    CrossReference,
    Division,
    Heading,
    Image,
    LineBreak,
    ListBlock,
    Paragraph,
    Table,
    ThematicBreak,
    walk,
)
from comment_kit.model.text import Span

# ---- words ----

WORDS = {
    "a *b* c": (Span(text="a "), Span(text="b", italic=True), Span(text=" c")),
    "**b**": (Span(text="b", bold=True),),
    "***b***": (Span(text="b", bold=True, italic=True),),
    "~~b~~": (Span(text="b", strike=True),),
    '`--b"`': (Span(text='--b"', code=True),),
    "[Inst.]{.smallcaps}": (Span(text="Inst.", small_caps=True),),
    "[a *b*]{.smallcaps}": (Span(text="a ", small_caps=True), Span(text="b", small_caps=True, italic=True)),
    "2^nd^ H~2~O": (
        Span(text="2"),
        Span(text="nd", superscript=True),
        Span(text=" H"),
        Span(text="2", subscript=True),
        Span(text="O"),
    ),
    "[b *c*](https://a.example/x_y 'title')": (
        Span(text="b ", url="https://a.example/x_y"),
        Span(text="c", url="https://a.example/x_y", italic=True),
    ),
    "<https://a.example/--x>": (Span(text="https://a.example/--x", url="https://a.example/--x"),),
    "[b][r]\n\n[r]: https://a.example\n": (Span(text="b", url="https://a.example"),),
    "a\\\nb": (Span(text="a"), LineBreak(), Span(text="b")),
    "a  \nb": (Span(text="a"), LineBreak(), Span(text="b")),
    "a\nb": (Span(text="a b"),),
    "&amp; &copy; &#38;": (Span(text="& © &"),),
    r"\"b\" \-- \...": (Span(text='"b" -- ...'),),
    "§ 553(c), (r), (tm), +-": (Span(text="§\u00a0553(c), (r), (tm), +-"),),
    '"it" -- so': (Span(text="“it” – so"),),
    "a <!-- nobody --> b": (Span(text="a  b"),),
    "costs $5 and $10": (Span(text="costs $5 and $10"),),
}


@pytest.mark.parametrize(("typed", "content"), WORDS.items())
def test_words_have_their_type(typed: str, content: tuple[object, ...]) -> None:
    (paragraph,) = blocks(typed)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == content


def test_the_style_gives_the_ellipsis() -> None:
    assert line("a ... b[@x, 3 (c ... d)]", Setting(house=House(ellipsis=". . ."))) == "a . . . b(^note-1)"


def test_a_citation_counts_as_a_blank_for_the_quotation_mark_before_it() -> None:
    assert line('he said "[@x] and') == "he said ”(^note-1) and"
    assert line('"quoted[@x]" and') == "“quoted”(^note-1) and"


@pytest.mark.parametrize("note", ["[@x]", "^[b]"])
def test_a_blank_before_a_citation_turns_no_quotation_mark_behind_it(note: str) -> None:
    assert remarks(f'He said "so {note}".') == []
    assert line(f'He said "so {note}".') == "He said “so”.(^note-1)"
    assert line(f"He said 'so {note}'.") == "He said ‘so’.(^note-1)"
    assert line(f'He said so. {note} "And so."') == "He said so.(^note-1) “And so.”"


def test_a_comment_leaves_nothing_behind() -> None:
    assert lines("a\n\n<!-- ck: cleared QUO n.12\n\nread in print -->\n\nb<!-- c -->\n") == ["a", "b"]
    assert remarks("a\n\n<!-- ck: cleared QUO n.12 -->\n") == []


# ---- headings ----


def headings(text: str) -> list[tuple[int, str, str, str]]:
    """Return level, label, id and words of each heading."""
    letter = clean(FORMAL + text, Setting(templates=SHIPPED))
    return [(h.level, h.label, h.id, shown(h.content)) for h in walk(letter.blocks) if isinstance(h, Heading)]


def test_headings_are_numbered_by_level_and_start_anew_under_a_new_parent() -> None:
    text = "# Intro {.unnumbered}\n## A\n# One\n## B\n### C\n### D\n## E\n### F\n# Two {#two}\n## G\n# End {-}\n"
    assert [(label, words) for _, label, _, words in headings(text)] == [
        ("", "Intro"),
        ("A.", "A"),
        ("I.", "One"),
        ("A.", "B"),
        ("1.", "C"),
        ("2.", "D"),
        ("B.", "E"),
        ("1.", "F"),
        ("II.", "Two"),
        ("A.", "G"),
        ("", "End"),
    ]


def test_ids_are_written_or_made_from_the_words() -> None:
    text = "# NTIA's *Two* Reports, 2024!\n# Same\n# Same\n# Other {#same-1}\n# 1. 2\n"
    assert [identity for _, _, identity, _ in headings(text)] == [
        "ntias-two-reports-2024",
        "same",
        "same-2",
        "same-1",
        "section",
    ]


def test_a_heading_may_be_underlined() -> None:
    assert headings("Title {#t}\n=====\n\nSub\n---\n") == [(1, "I.", "t", "Title"), (2, "A.", "sub", "Sub")]


def test_a_policy_letter_has_no_numbers() -> None:
    text = "---\ntemplate: policy-letter\nstyle: policy-letter\ndate: 2024-09-09\norganization: X\n---\n# Title\n"
    letter = clean(text, Setting(templates=SHIPPED))
    assert [part.label for part in walk(letter.blocks) if isinstance(part, Heading)] == [""]


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        (Numeral.UPPER_ROMAN, ["I", "IV", "IX", "XIV", "XL", "XC"]),
        (Numeral.LOWER_ROMAN, ["i", "iv", "ix", "xiv", "xl", "xc"]),
        (Numeral.UPPER_LETTER, ["A", "D", "I", "N", "NN", "LLLL"]),
        (Numeral.LOWER_LETTER, ["a", "d", "i", "n", "nn", "llll"]),
        (Numeral.ARABIC, ["1", "4", "9", "14", "40", "90"]),
    ],
)
def test_numerals_count(kind: Numeral, printed: list[str]) -> None:
    assert [numeral(number, kind) for number in (1, 4, 9, 14, 40, 90)] == printed


# ---- blocks ----


def test_lists_hold_lists() -> None:
    (block,) = blocks("3. a\n\n   - b\n   - c\n\n4. d\n")
    assert isinstance(block, ListBlock)
    assert (block.ordered, block.start, len(block.items)) == (True, 3, 2)
    inner = block.items[0][1]
    assert isinstance(inner, ListBlock)
    assert (inner.ordered, len(inner.items)) == (False, 2)


def test_a_quotation_holds_paragraphs() -> None:
    (block,) = blocks("> a\n>\n> b\n")
    assert isinstance(block, BlockQuote)
    assert len(block.blocks) == 2


def test_a_table_has_a_header_and_aligned_columns() -> None:
    (block,) = blocks("| a | b | c |\n|---|:-:|--:|\n| *d* | e \\| f | |\n")
    assert isinstance(block, Table)
    assert [shown(cell) for cell in block.header] == ["a", "b", "c"]
    assert [[shown(cell) for cell in row] for row in block.rows] == [["*d*", "e | f", ""]]
    assert block.aligns == (Align.LEFT, Align.CENTER, Align.RIGHT)


def test_code_stays_as_typed() -> None:
    (block,) = blocks('```\n{{ x }} [@y] "z"\n```\n')
    assert isinstance(block, CodeBlock)
    assert block.text == '{{ x }} [@y] "z"\n'


def test_a_rule_is_a_rule() -> None:
    assert [type(block) for block in blocks("a\n\n---\n\nb\n")] == [Paragraph, ThematicBreak, Paragraph]


def test_divisions_set_parts_apart_and_roles_style_lines() -> None:
    (block,) = blocks("::: signature\n::: closing\nRespectfully,\n:::\n\n::: {.signatory}\nYou\n:::\n:::\n")
    assert isinstance(block, Division)
    assert block.name == "signature"
    assert [(part.role, shown(part.content)) for part in block.blocks if isinstance(part, Paragraph)] == [
        ("closing", "Respectfully,"),
        ("signatory", "You"),
    ]


def test_a_line_of_its_own_may_be_empty() -> None:
    (block,) = blocks("::: signature-line\n:::\n")
    assert block == Paragraph(content=(), location=block.location, role="signature-line")


# ---- references and pictures ----


def test_cross_references_point_at_headings_and_notes() -> None:
    text = (
        "# One {#one}\n\nSee [](#one), [that *part*](#one), [](#fn-x) and [](#named).[@x]{#fn-x}[^named]\n\n"
        "[^named]: N.\n"
    )
    letter, diagnostics = read(text)
    assert [each.code for each in diagnostics] == ["NOT105"]
    found = [part for part in walk(letter.blocks) if isinstance(part, CrossReference)]
    assert [(each.target, shown(each.words), each.location.column) for each in found] == [
        ("one", "", 5),
        ("one", "that *part*", 15),
        ("fn-x", "", 36),
        ("named", "", 50),
    ]


def test_a_reference_to_nothing_names_the_nearest() -> None:
    text = "# One {#marginal}\n\nSee [](#marginl).\n"
    assert remarks(text) == ["3:5 LET203 no heading and no note has the id 'marginl'"]
    assert hints(text) == ["did you mean '#marginal'?"]


def test_a_reference_inside_a_note_is_looked_at_too() -> None:
    assert remarks("a^[See [](#b).]") == ["1:8 LET203 no heading and no note has the id 'b'"]


def test_a_picture_has_words_and_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    setting = Setting(folder=tmp_path)
    (paragraph,) = clean("![What *it* shows](a.png){width=50%}", setting).blocks
    assert isinstance(paragraph, Paragraph)
    (image,) = paragraph.content
    assert isinstance(image, Image)
    assert (image.path, image.alt, image.location.column) == ("a.png", "What it shows", 1)
    assert remarks("Words ![](a.png)", setting) == [
        "1:7 LET204 the picture 'a.png' has no words for those who cannot see it"
    ]
    assert remarks("Words ![x](b.png)", setting) == ["1:7 LET205 there is no picture 'b.png'"]


# ---- what is wrong ----

WRONG = {
    "# ": ("1:1 LET214 this heading has no words", "write its words, or delete the line"),
    "See [](#).": ("1:5 LET203 this cross-reference names no id", "write [](#name), with the id of a heading or note"),
    "#### Deep": ("1:1 LET201 a heading of level 4 is deeper than a letter goes", "use #, ## or ###"),
    "# A {#x}\n\n# B {#x}": ("3:3 LET202 the id 'x' is used twice", None),
    "# A {.big}": ("1:1 LET211 a heading does not know '.big'", "it takes .unnumbered and an {#id}"),
    "[a]{.big}": ("1:1 LET211 no text can be set as '.big'", "known is .smallcaps"),
    "[a]{#b}": ("1:1 LET207 'b' behind words in brackets has no effect", None),
    "::: sidebar\na\n:::": (
        "1:1 LET208 no part of a letter is called 'sidebar'",
        "known are cover, contents, letterhead, signature, footer, pagebreak",
    ),
    "::: signatur\na\n:::": ("1:1 LET208 no part of a letter is called 'signatur'", "did you mean 'signature'?"),
    "a\n\n::: cover\nb": ("3:1 LET209 the part '::: cover' never ends", "end it with ':::'"),
    "a\n\n:::\n": ("3:1 LET212 this line closes a part that was never opened", None),
    "a <b>c</b>": ("1:3 LET207 '<b>' is raw HTML, which is not carried out", None),
    "a $x+y$ b": ("1:3 LET207 '$x+y$' is a formula, which is not carried out", None),
    r"a \textbf{c}": (r"1:3 LET207 '\textbf' is raw TeX, which is not carried out", None),
    "Term\n\n:   meaning": (None, None),
    "Term\n: meaning": ("2:1 LET207 ': m' is a definition list, which is not carried out", "write a list or a table"),
    "+---+---+\n| a | b |\n+---+---+": (
        "1:1 LET207 '+---+---+' is a table drawn with lines, which is not carried out",
        "write it with | between cells",
    ),
    "| a line\n| another": (
        "1:1 LET207 '| a line' is a line block, which is not carried out",
        "end lines with a backslash",
    ),
    "(@) one": ("1:1 LET207 '(@)' is an example list, which is not carried out", "number the list 1., 2., 3."),
    "#. one": ("1:1 LET207 '#.' is a list numbered with #., which is not carried out", "number the list 1., 2., 3."),
    "As @x [p. 3] says": (
        "1:4 LET207 '@x [p. 3]' is a citation in the text, which is not carried out",
        "write [@key, 3]",
    ),
    "::: two words\na": (
        "1:1 LET207 '::: two words' is a line of colons that names no part, which is not carried out",
        "write ::: name",
    ),
    "::: {.cover =}\na": (
        "1:1 LET207 '::: {.cover =}' is a line of colons that names no part, which is not carried out",
        "write ::: name",
    ),
    "\\newpage": (
        "1:1 LET207 '\\newpage' is raw TeX, which is not carried out",
        "write ::: pagebreak and, below it, :::",
    ),
    "[ ] do it": ("1:1 LET207 '[ ]' is a list of tasks, which is not carried out", None),
    "Table: numbers": (
        "1:1 LET207 'Table:' is the caption of a table, which is not carried out",
        "write it as a paragraph above the table",
    ),
    "a\n\n--- ---\n": (
        "3:1 LET207 a table drawn with lines is not carried out",
        "write the table with | between its cells",
    ),
}
del WRONG["Term\n\n:   meaning"]


@pytest.mark.parametrize(("typed", "said"), WRONG.items())
def test_what_is_not_carried_out_is_said_at_its_place(typed: str, said: tuple[str, str | None]) -> None:
    assert (remarks(typed)[0], hints(typed)[0]) == said


def test_a_quotation_that_never_closes_is_said_at_its_mark() -> None:
    assert remarks('a\n\nHe said: "so it *is*, and [@x, 3 ("it")] more.') == [
        "3:10 LET206 a quotation mark opens here and its paragraph ends before it closes"
    ]
    assert remarks('He said "so" and "no\n') == [
        "1:18 LET206 a quotation mark opens here and its paragraph ends before it closes"
    ]
    assert remarks('Words.^[It said "so, and [@x, 3 ("it")] more.]') == [
        "1:17 LET206 a quotation mark opens here and its note ends before it closes"
    ]
    assert remarks('# What they say is "so') == [
        "1:20 LET206 a quotation mark opens here and its heading ends before it closes"
    ]
    assert remarks('| Part | Said |\n|---|---|\n| "One" | *He* said "so |\n| "Two | it" is |') == [
        "3:21 LET206 a quotation mark opens here and its cell ends before it closes",
        "4:3 LET206 a quotation mark opens here and its cell ends before it closes",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        '"One.\n\n"Two."',
        '"a `"` b"',
        r"\"a",
        '6" wide',
        "the 'so",
        'A.^[It is "so" [@x ("y")].]',
        '"a" [b "c"](d)',
        '"*a*"',
        '# "A" and `"` [b "c"](d) {#e}',
        '| "a" | 6" | [@x ("y")] | `"` |\n|---|---|---|---|\n| \\" | "b" [c "d"](e) | " | |',
    ],
)
def test_what_is_no_open_quotation_is_not_reported(typed: str) -> None:
    assert remarks(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        'A: "a person shall\n\n- do this; and\n- do that."',
        'A: "the term means---\n\n> (a) one; and\n>\n> (b) two."',
        '- "do this; and\n- "do that."',
        '1. "First\n2. "Second"',
        '"First para.\n\n[@x, 10]\n\n"Second para."',
        '"First para.\n\n---\n\n"Second para."',
        'He cites "the [Order,"](https://a.org) now.',
    ],
)
def test_a_quotation_that_goes_on_elsewhere_is_not_reported(typed: str) -> None:
    assert [each for each in remarks(typed) if "LET206" in each] == []


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ('"First para.\n\nOther words.\n\n"Second para."', "1:1"),
        ('- "do this; and\n- do that.', "1:3"),
        ('He cites [the "Order](https://a.org) now.', "1:15"),
    ],
)
def test_a_quotation_that_goes_on_nowhere_is_reported(typed: str, place: str) -> None:
    assert [each.split(" ")[:2] for each in remarks(typed)] == [[place, "LET206"]]


def test_what_may_be_many_is_said_three_times() -> None:
    assert len(remarks("(@) one\n(@) two\n(@) three\n(@) four")) == 3


def test_divisions_and_notes_inside_of_code_are_code() -> None:
    assert remarks("    ::: cover\n\n```\n::: cover\n[^a]: b\n```\n") == []
    assert remarks("::: cover\n```\n:::\n```\n:::\n") == []


def test_a_division_may_have_attributes() -> None:
    (block,) = blocks("::: {.cover width=3}\nx\n:::\n")
    assert isinstance(block, Division)
    assert block.attributes == {"width": "3"}


def test_a_comment_that_never_closes_is_printed() -> None:
    assert lines("a <!-- b\n\n<!-- c\n") == ["a <!– b", "<!– c"]


def test_blocks_that_lie_too_deep_are_said() -> None:
    assert remarks(">" * 10_000 + " a") == ["1:1 LET210 what stands here is nested too deeply to be read"]
    assert hints("> " * 100 + "a") == ["quotations and lists go less deep"]


def test_control_characters_go_and_are_said() -> None:
    assert remarks("a\n\nb\x00\x07c") == ["3:2 LET102 the character U+0000 cannot be printed and was left out"]
    assert line("b\x00\U000f0001c\U0010fe2a") == "bc"


# ---- layouts ----


def test_a_layout_is_read_from_its_template() -> None:
    layout, text, diagnostics = read_template("formal-comment", SHIPPED)
    assert diagnostics == ()
    assert text == SHIPPED[0] / "formal-comment" / "letter.md"
    assert layout.required == ("docket.title", "organization", "authors")
    assert layout.heading_numerals == (Numeral.UPPER_ROMAN, Numeral.UPPER_LETTER, Numeral.ARABIC)


def test_a_template_of_the_house_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "policy-letter"
    own.mkdir()
    (own / "letter.md").write_text("{{ body }}")
    layout, text, _ = read_template("policy-letter", (tmp_path, *SHIPPED))
    assert (layout, text) == (Layout(template="policy-letter"), own / "letter.md")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("margin = 'wide'", "'margin' says something that pages cannot have"),
        ("heading_numerals = ['x']", "'heading_numerals' says something that pages cannot have"),
        ("required = 'x'", "'required' says something that pages cannot have"),
        ("number_first_page = 1", "'number_first_page' says something that pages cannot have"),
        ("font = 1", "'font' says something that pages cannot have"),
        ("page_numbers = 'all'", "'page_numbers' says something that pages cannot have"),
        ("margin =", "the template's settings are not TOML: "),
    ],
)
def test_a_faulty_template_is_said(tmp_path: Path, settings: str, message: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "letter.md").write_text("{{ body }}")
    (own / "template.toml").write_text(settings)
    _, _, (diagnostic,) = read_template("own", (tmp_path,))
    assert (diagnostic.code, diagnostic.location.file) == ("LET122", str(own / "template.toml"))
    assert diagnostic.message.startswith(message)
