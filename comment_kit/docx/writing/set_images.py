"""Set a picture in its line, no wider than the text, with the words that stand for it."""

import io

from comment_kit.docx.writing.composition import Story
from comment_kit.docx.writing.pictures import picture_size
from comment_kit.docx.writing.wml import Element, add, add_plain, add_text, legal
from comment_kit.model.letter import Image

_EMU_PER_POINT = 12700
_TALLEST = 0.8
"""The share of the page's height that a picture may take."""

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def add_image(parent: Element, image: Image, story: Story) -> None:
    """Set ``image``; where there is no such picture, the words that stand for it."""
    content = story.whole.images.get(image.path, b"")
    size = picture_size(content)
    if size is None:
        add_text(add(parent, "r"), "t", image.alt)
        return
    relation, _ = story.part.get_or_add_image(io.BytesIO(content))
    _add_drawing(parent, image, relation, _scaled(*size, story), next(story.whole.picture_ids))


def _scaled(width: int, height: int, story: Story) -> tuple[int, int]:
    """Return the size in English metric units, made smaller where it would not fit."""
    layout = story.whole.layout
    room = story.whole.text_width * _EMU_PER_POINT
    tall = (layout.page_height - 2 * layout.margin) * _TALLEST * _EMU_PER_POINT
    factor = min(1.0, room / max(width, 1), tall / max(height, 1))
    return max(1, round(width * factor)), max(1, round(height * factor))


def _add_drawing(parent: Element, image: Image, relation: str, size: tuple[int, int], identity: int) -> None:
    extent = {"cx": size[0], "cy": size[1]}
    inline = add_plain(add(add(parent, "r"), "drawing"), "wp:inline", distT=0, distB=0, distL=0, distR=0)
    add_plain(inline, "wp:extent", **extent)
    name = f"Picture {identity}"
    add_plain(inline, "wp:docPr", id=identity, name=name, descr=legal(image.alt))
    graphic = add_plain(add_plain(inline, "a:graphic"), "a:graphicData", uri=_PICTURE)
    picture = add_plain(graphic, "pic:pic")
    described = add_plain(picture, "pic:nvPicPr")
    add_plain(described, "pic:cNvPr", id=identity, name=name, descr=legal(image.alt))
    add_plain(described, "pic:cNvPicPr")
    fill = add_plain(picture, "pic:blipFill")
    add(fill, "a:blip", r_embed=relation)
    add_plain(add_plain(fill, "a:stretch"), "a:fillRect")
    shape = add_plain(picture, "pic:spPr")
    frame = add_plain(shape, "a:xfrm")
    add_plain(frame, "a:off", x=0, y=0)
    add_plain(frame, "a:ext", **extent)
    add_plain(add_plain(shape, "a:prstGeom", prst="rect"), "a:avLst")
