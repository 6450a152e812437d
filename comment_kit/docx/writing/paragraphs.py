"""Begin paragraphs, and put their properties where the schema wants them."""

from comment_kit.docx.writing.wml import Element, add, new, tag

_ORDER = {
    tag(name): place
    for place, name in enumerate(
        (
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
            "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
            "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
            "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
            "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
        )
    )
}  # fmt: skip


def add_paragraph(parent: Element, style: str) -> Element:
    """Return a new last paragraph of ``parent`` in the style of that id."""
    paragraph = add(parent, "p")
    add(add(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def style_id(paragraph: Element) -> str:
    """Return the id of the style of ``paragraph``; empty where it names none."""
    style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
    return style.get(tag("val"), "") if style is not None else ""


def set_property(paragraph: Element, name: str, **attributes: str | int) -> None:
    """Give ``paragraph`` a property, in place of one of that name."""
    put_property(paragraph, new(name, **attributes))


def put_property(paragraph: Element, made: Element) -> None:
    """Give ``paragraph``, or the style of one, the property ``made``, in place of one of that name."""
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = new("pPr")
        paragraph.insert(0, properties)
    _put_in_order(properties, made)


def _put_in_order(properties: Element, made: Element) -> None:
    """Put ``made`` into ``w:pPr`` where the schema wants it, in place of one of its name."""
    place = _ORDER[str(made.tag)]
    for at, child in enumerate(properties):
        other = _ORDER.get(str(child.tag), len(_ORDER))
        if other == place:
            properties.replace(child, made)
            return
        if other > place:
            properties.insert(at, made)
            return
    properties.append(made)
