"""The styles that a letter needs, as the layout would have them look."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.docx.writing.looks import Look, Tab
from comment_kit.model.layout import Layout

PLAIN = Look()

LEVELS = 3
"""How many levels of heading a letter has."""

LIST_STEP = 18.0
"""How far a list stands in from its surroundings, in points, at each level."""


class StyleRule(Struct, frozen=True, kw_only=True):
    """One style: how Word calls it and how it looks where no firm's own style of that name stands."""

    name: str
    """As Word stores it, by which a style is found again in any file: "heading 1", "Body Text"."""
    id: str
    look: Look = PLAIN
    kind: str = "paragraph"
    based_on: str | None = "Normal"
    """The name of the style below; None for none."""
    next: str | None = None
    """The name of the style of the paragraph after; None for the same."""
    also: tuple[str, ...] = ()
    """Other names under which a firm may keep the same thing."""


def needed_styles(layout: Layout, text_width: float) -> tuple[StyleRule, ...]:
    """Return every style that a letter of this layout may use on pages with that room between the margins."""
    return (
        *_foundations(text_width),
        *_headings(),
        *_text(layout),
        *_notes(layout),
        *_contents(text_width),
        *_cover(),
        *_letterhead(),
        *_closing(text_width),
    )


def _foundations(edge: float) -> Iterator[StyleRule]:
    yield StyleRule(name="Normal", id="Normal", based_on=None)
    yield StyleRule(name="Default Paragraph Font", id="DefaultParagraphFont", kind="character", based_on=None)
    yield StyleRule(name="Normal Table", id="TableNormal", kind="table", based_on=None)
    stops = (Tab(at=edge / 2, kind="center"), Tab(at=edge, kind="right"))
    yield StyleRule(name="header", id="Header", look=Look(tabs=stops))
    yield StyleRule(name="footer", id="Footer", look=Look(tabs=stops, align="center", size=10))
    yield StyleRule(name="Hyperlink", id="Hyperlink", kind="character", based_on=None, look=Look(color="1F3864"))


def _headings() -> Iterator[StyleRule]:
    for level in range(1, LEVELS + 1):
        yield StyleRule(
            name=f"heading {level}",
            id=f"Heading{level}",
            next="Body Text",
            look=Look(
                before=18 if level == 1 else 12,
                after=10 if level == 1 else 8,
                keep_next=True,
                keep_lines=True,
                outline=level,
                bold=True,
                italic=level == LEVELS,
            ),
        )
    for level in range(1, LEVELS + 1):
        centered = Look(align="center", caps=True) if level == 1 else Look()
        yield StyleRule(
            name=f"Heading {level} Unnumbered",
            id=f"Heading{level}Unnumbered",
            based_on=f"heading {level}",
            next="Body Text",
            look=Look(unnumbered=True, outline=level, left=0, first=0, align=centered.align, caps=centered.caps),
        )


def _text(layout: Layout) -> Iterator[StyleRule]:
    yield StyleRule(name="Body Text", id="BodyText", look=Look(after=layout.font_size * 0.75, line=layout.line_spacing))
    yield StyleRule(
        name="Block Text",
        id="BlockText",
        next="Body Text",
        also=("Block Quote", "Block Quotation", "Quotations", "Quote"),
        look=Look(left=36, right=36, after=layout.font_size * 0.75),
    )
    yield StyleRule(
        name="List Paragraph", id="ListParagraph", look=Look(after=layout.font_size / 2, line=layout.line_spacing)
    )
    yield StyleRule(name="Table Text", id="TableText", look=Look(before=2, after=2, size=layout.font_size - 1))
    yield StyleRule(
        name="Table Heading", id="TableHeading", based_on="Table Text", look=Look(bold=True, keep_next=True)
    )
    yield StyleRule(name="Table Grid", id="TableGrid", kind="table", based_on="Normal Table")
    yield StyleRule(
        name="Source Code",
        id="SourceCode",
        also=("HTML Preformatted", "Preformatted Text"),
        look=Look(font="Courier New", size=layout.font_size - 2, left=18, after=layout.font_size * 0.75),
    )
    yield StyleRule(
        name="Source Text",
        id="SourceText",
        kind="character",
        based_on=None,
        also=("HTML Code",),
        look=Look(font="Courier New", size=layout.font_size - 1.5),
    )
    yield StyleRule(
        name="Section Rule", id="SectionRule", next="Body Text", look=Look(align="center", after=12, rule_below=True)
    )
    yield StyleRule(name="Draft Mark", id="DraftMark", look=Look(align="center", bold=True, color="9C0006", tracking=1))


def _notes(layout: Layout) -> Iterator[StyleRule]:
    yield StyleRule(
        name="footnote text", id="FootnoteText", look=Look(size=layout.note_size, after=layout.note_size * 0.3)
    )
    yield StyleRule(
        name="footnote reference",
        id="FootnoteReference",
        kind="character",
        based_on=None,
        look=Look(superscript=True),
    )


def _contents(width: float) -> Iterator[StyleRule]:
    yield StyleRule(
        name="TOC Heading",
        id="TOCHeading",
        also=("Contents Heading",),
        look=Look(align="center", bold=True, caps=True, before=0, after=18, keep_next=True),
    )
    # No right indent: LibreOffice prints nothing beyond it, not even the page number at its tab.
    edge = Tab(at=width, kind="right", leader="dot")
    for level in range(1, LEVELS + 1):
        left = 30.0 + 24 * (level - 1)
        yield StyleRule(
            name=f"toc {level}",
            id=f"TOC{level}",
            next="Normal",
            look=Look(left=left, first=-30 if level == 1 else -24, after=6, tabs=(Tab(at=left), edge)),
        )


def _cover() -> Iterator[StyleRule]:
    for name, look in (
        ("Cover Lead", Look(before=44, after=16, italic=True, size=14)),
        ("Cover Organization", Look(after=16, bold=True, small_caps=True, size=26)),
        ("Cover Author", Look(after=6, size=14)),
        ("Cover Docket Title", Look(after=14, bold=True, size=18, line=1.1)),
        ("Cover Docket Id", Look(after=6, size=13)),
        ("Cover Date", Look(before=44, size=13)),
        ("Cover Text", Look(after=8, size=13)),
    ):
        yield StyleRule(name=name, id=name.replace(" ", ""), look=_centered(look))


def _letterhead() -> Iterator[StyleRule]:
    yield StyleRule(
        name="Letterhead Organization",
        id="LetterheadOrganization",
        look=Look(align="center", bold=True, small_caps=True, size=17, after=2),
    )
    yield StyleRule(name="Letterhead", id="Letterhead", look=Look(align="center", size=10.5))
    yield StyleRule(name="Docket Title", id="DocketTitle", look=Look(bold=True, after=8))
    yield StyleRule(name="Docket Id", id="DocketId", look=Look(after=8))
    yield StyleRule(name="Date", id="Date", look=Look(before=14, after=12))
    yield StyleRule(name="Inside Address", id="InsideAddress", look=Look(after=10, keep_lines=True))
    yield StyleRule(
        name="Subject Line",
        id="SubjectLine",
        look=Look(bold=True, before=4, after=10, left=36, first=-36, tabs=(Tab(at=36),)),
    )


def _closing(width: float) -> Iterator[StyleRule]:
    half = width / 2
    yield StyleRule(
        name="Closing",
        id="Closing",
        next="Signature",
        look=Look(left=half, before=18, after=28, keep_next=True, keep_lines=True),
    )
    yield StyleRule(
        name="Signature Line",
        id="SignatureLine",
        look=Look(left=half, right=24, before=6, after=4, keep_next=True, keep_lines=True),
    )
    yield StyleRule(name="Signature", id="Signature", look=Look(left=half, after=10, keep_lines=True))
    yield StyleRule(name="Contact", id="Contact", look=Look(align="center", size=9.5, after=2))
    yield StyleRule(name="Disclaimer", id="Disclaimer", look=Look(align="center", size=9, italic=True, before=2))


def _centered(look: Look) -> Look:
    return replace(look, align="center")
