"""Set a picture in its line, no wider than the text, with the words that stand for it."""

import io

from comment_kit.docx.writing.composition import Story
from comment_kit.docx.writing.line import Line, attribute, text
from comment_kit.docx.writing.pictures import picture_size
from comment_kit.model.letter import Image

_EMU_PER_POINT = 12700
_TALLEST = 0.8
"""The share of the page's height that a picture may take."""

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def add_image(line: Line, image: Image, story: Story) -> None:
    """Set ``image``; where there is no such picture, the words that stand for it."""
    content = story.whole.images.get(image.path, b"")
    size = picture_size(content)
    if size is None:
        line.add(f"<w:r>{text('t', image.alt)}</w:r>")
        return
    relation, _ = story.part.get_or_add_image(io.BytesIO(content))
    line.add(_drawing(image, relation, _scaled(*size, story), next(story.whole.picture_ids)))


def _scaled(width: int, height: int, story: Story) -> tuple[int, int]:
    """Return the size in English metric units, made smaller where it would not fit."""
    layout = story.whole.layout
    room = story.whole.text_width * _EMU_PER_POINT
    tall = (layout.page_height - 2 * layout.margin) * _TALLEST * _EMU_PER_POINT
    factor = min(1.0, room / max(width, 1), tall / max(height, 1))
    return max(1, round(width * factor)), max(1, round(height * factor))


def _drawing(image: Image, relation: str, size: tuple[int, int], identity: int) -> str:
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    described = f'id="{identity}" name="Picture {identity}" descr="{attribute(image.alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr {described}/><a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
