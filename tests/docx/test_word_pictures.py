"""Pictures stand in their line, no wider than the text, with the words that stand for them."""

import pytest
from docx_letters import HERE, Draft, division, para
from docx_pictures import PNG, png
from docx_reading import Word, printed

from comment_kit.model.letter import Image

POINT = 12700


def image(path: str = "a.png", alt: str = "A chart.") -> Image:
    return Image(path=path, alt=alt, location=HERE)


def showing(content: bytes, *pictures: Image) -> Word:
    draft = Draft()
    for each in pictures or (image(),):
        draft.text(each)
    return printed(draft.letter(), images={"a.png": content, "b.png": content})


def test_a_picture_stands_in_its_line_with_its_words() -> None:
    word = showing(PNG)
    assert word.all("//wp:docPr/@descr") == ["A chart."]
    assert word.all("//wp:extent/@*") == [str(100 * POINT), str(50 * POINT)]
    assert word.count("//wp:anchor") == 0
    assert word.members["word/media/image1.png"] == PNG


def test_a_picture_alone_in_its_paragraph_stands_in_the_middle() -> None:
    assert showing(PNG).one("//w:p[w:r/w:drawing]/w:pPr/w:jc/@w:val") == "center"


def test_a_picture_wider_than_the_text_is_made_smaller() -> None:
    assert showing(png(936, 100)).all("//wp:extent/@*") == [str(468 * POINT), str(50 * POINT)]


def test_a_picture_taller_than_the_page_is_made_smaller() -> None:
    width, height = map(int, showing(png(100, 2000)).all("//wp:extent/@*"))
    assert height < 600 * POINT
    assert width * 20 == pytest.approx(height, rel=0.01)


def test_one_picture_shown_twice_is_kept_once() -> None:
    word = showing(PNG, image("a.png"), image("b.png"))
    assert word.all("//wp:docPr/@id") == ["1", "2"]
    assert [name for name in word.members if name.startswith("word/media/")] == ["word/media/image1.png"]


@pytest.mark.parametrize("content", [b"", b"no picture", PNG[:20], b"\xff\xd8\xff\xe0", b"GIF89a"])
def test_a_picture_that_cannot_be_read_leaves_its_words(content: bytes) -> None:
    word = showing(content)
    assert word.count("//w:drawing") == 0
    assert word.all("//w:body/w:p") == ["A chart."]


def test_a_picture_in_the_foot_belongs_to_the_foot() -> None:
    draft = Draft().text("Words.").add(division("footer", para(image()), pages="all"))
    word = printed(draft.letter(), images={"a.png": PNG})
    assert list(word.relations("footer1").values()) == ["media/image1.png"]
