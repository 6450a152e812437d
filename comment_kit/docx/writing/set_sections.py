"""Set up the pages: their size, which of them differ, and where their numbers begin."""

import re
from collections.abc import Sequence
from copy import deepcopy

from comment_kit.docx.writing.composition import Composition
from comment_kit.docx.writing.ground import Ground
from comment_kit.docx.writing.looks import twips
from comment_kit.docx.writing.set_edges import add_draft_header, add_draft_mark, add_footer, add_number
from comment_kit.docx.writing.wml import Element, add, new, tag
from comment_kit.model.layout import PageNumbers
from comment_kit.model.letter import Block, Division

_EDGE = 36.0
"""How far header and footer stand from the edge of the sheet, in points."""

_PAGE = re.compile(r"\bPAGE\b")

_AFTER_NUMBERS = tuple(tag(name) for name in ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection"))
_AFTER_TITLE = tuple(tag(name) for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings"))


def page_section(whole: Composition, ground: Ground, feet: Sequence[Division], *, front: bool = False) -> Element:
    """Return ``w:sectPr`` for the body, or for the pages in front of it where these are counted apart.

    A firm's own page set-up, headers and footers stay; the letter's own foot goes before the firm's first one, and
    where the firm prints no page numbers, and the letter has them, they stand below the firm's foot.
    """
    section = deepcopy(ground.section) if ground.section is not None else _own_page(whole)
    _add_footers(section, whole, ground, feet, front=front)
    if whole.about.draft and not front:
        _mark_draft(section, whole, ground)
    if not front and counts_apart(whole):
        _put_before(section, new("pgNumType", start=1), _AFTER_NUMBERS)
    return section


def counts_apart(whole: Composition) -> bool:
    """Return whether the pages before the body bear no numbers and the body begins on page 1."""
    return bool(whole.layout.settings.get("body_starts_at_one", False))


def letter_feet(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Division, ...]]:
    """Return the blocks of the body, and the divisions that stand at the foot of its pages."""
    feet = tuple(block for block in blocks if isinstance(block, Division) and block.name == "footer")
    return tuple(block for block in blocks if not (isinstance(block, Division) and block.name == "footer")), feet


def _own_page(whole: Composition) -> Element:
    layout = whole.layout
    section = new("sectPr")
    add(section, "pgSz", w=twips(layout.page_width), h=twips(layout.page_height))
    margin, edge = twips(layout.margin), twips(min(_EDGE, layout.margin / 2))
    add(section, "pgMar", top=margin, right=margin, bottom=margin, left=margin, header=edge, footer=edge, gutter=0)
    add(section, "cols", space=720)
    return section


def _add_footers(
    section: Element, whole: Composition, ground: Ground, feet: Sequence[Division], *, front: bool
) -> None:
    """Give the section its footers: on the first page the letter's own foot, on the others those meant for all."""
    layout = whole.layout
    numbered = layout.page_numbers is not PageNumbers.NONE and not front
    everywhere = [foot for foot in feet if foot.attributes.get("pages") == "all"]
    on_first = layout.number_first_page or counts_apart(whole)
    has_own = section.find(tag("footerReference")) is not None
    if everywhere or not has_own:
        _refer(section, "footer", "default", add_footer(whole, ground, everywhere, numbered=numbered))
        _keep_from_edge(section, "footer")
    elif numbered and not counts_apart(whole) and not _prints_pages(section, ground):
        _number_firms_pages(section, whole, ground)
    if len(feet) > len(everywhere) or not (on_first or has_own or front):
        _differ_on_first(section)
        _refer(section, "footer", "first", add_footer(whole, ground, feet, numbered=numbered and on_first))


def _prints_pages(section: Element, ground: Ground) -> bool:
    """Return whether a header or footer of the firm holds a field with the number of the page."""
    references = (*section.findall(tag("headerReference")), *section.findall(tag("footerReference")))
    roots = (ground.document.related_parts[each.get(tag("r:id"), "")].element for each in references)
    return any(_PAGE.search(words) for root in roots for words in _instructions(root))


def _instructions(root: Element) -> tuple[str, ...]:
    typed = "".join(each.text or "" for each in root.iter(tag("instrText")))
    return (typed, *(each.get(tag("instr"), "") for each in root.iter(tag("fldSimple"))))


def _number_firms_pages(section: Element, whole: Composition, ground: Ground) -> None:
    own = _reference(section, "footer", "default")
    if own is None:
        _refer(section, "footer", "default", add_footer(whole, ground, (), numbered=True))
        _keep_from_edge(section, "footer")
    else:
        add_number(ground.document.related_parts[own.get(tag("r:id"), "")].element, whole)


def _differ_on_first(section: Element) -> None:
    """Let the first page differ at its foot; its head stays what it was."""
    if section.find(tag("titlePg")) is not None:
        return
    _put_before(section, new("titlePg"), _AFTER_TITLE)
    default = _reference(section, "header", "default")
    if default is not None:
        _refer(section, "header", "first", default.get(tag("r:id"), ""))


def _mark_draft(section: Element, whole: Composition, ground: Ground) -> None:
    """Mark the head of every page, in the firm's own header where there is one."""
    kinds = ["default"]
    kinds += ["first"] if section.find(tag("titlePg")) is not None else []
    kinds += ["even"] if _reference(section, "header", "even") is not None else []
    marked: set[str] = set()
    for pages in kinds:
        reference = _reference(section, "header", pages)
        if reference is None:
            _refer(section, "header", pages, add_draft_header(whole, ground))
            _keep_from_edge(section, "header")
            continue
        relation = reference.get(tag("r:id"), "")
        if relation not in marked:
            marked.add(relation)
            add_draft_mark(ground.document.related_parts[relation].element, whole)


def _keep_from_edge(section: Element, edge: str) -> None:
    """Keep a header or footer of ours from the edge of the sheet: LibreOffice saves no distance where it had none."""
    margins = section.find(tag("pgMar"))
    if margins is None:
        return
    written = margins.get(tag(edge), "")
    if not written.isdigit() or int(written) < twips(_EDGE) // 2:
        margins.set(tag(edge), str(twips(_EDGE)))


def _reference(section: Element, edge: str, pages: str) -> Element | None:
    references = section.findall(tag(f"{edge}Reference"))
    return next((each for each in references if each.get(tag("type")) == pages), None)


def _refer(section: Element, edge: str, pages: str, relation: str) -> None:
    """Refer to a header or footer; references stand before everything else in a section."""
    old = _reference(section, edge, pages)
    if old is not None:
        section.remove(old)
    section.insert(0, new(f"{edge}Reference", type=pages, r_id=relation))


def _put_before(section: Element, made: Element, later: tuple[str, ...]) -> None:
    for old in section.findall(str(made.tag)):
        section.remove(old)
    for child in section:
        if child.tag in later:
            child.addprevious(made)
            return
    section.append(made)
