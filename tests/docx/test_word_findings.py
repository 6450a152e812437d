"""What a Word file cannot print as it is meant is said with its place."""

from docx_letters import HERE, Draft, call, division, head, link, para, set_citation, words
from docx_pictures import PNG

from comment_kit.docx import inspect_letter
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import CrossReference, Image, Table
from comment_kit.model.places import Location


def found(draft: Draft, **images: bytes) -> tuple[Diagnostic, ...]:
    return inspect_letter(draft.letter(), {f"{name}.png": content for name, content in images.items()})


def test_a_good_letter_has_nothing_to_say() -> None:
    draft = Draft().add(head(1, "First", "I."), head(2, "Inner", "A."), head(1, "Second", "II."))
    draft.noted("Words.", link("https://example.org")).text(Image(path="a.png", alt="A chart.", location=HERE))
    assert found(draft, a=PNG) == ()


def test_a_note_in_a_foot() -> None:
    draft = Draft().note("n", "Lost.").add(division("footer", para("Call us.", call("n"))))
    (diagnostic,) = found(draft)
    assert (diagnostic.code, diagnostic.location) == ("DOC101", HERE)
    assert diagnostic.message == "the note 'n' is called in the foot of the page, where Word has no notes"


def test_a_heading_two_levels_below_the_one_before() -> None:
    (diagnostic,) = found(Draft().add(head(1, "First", "I."), head(3, "Deep", "1.")))
    assert (diagnostic.code, diagnostic.location) == ("DOC102", HERE)
    assert diagnostic.message == "the heading 'Deep' is of level 3, and the one before it of level 1"
    assert diagnostic.hint == "begin it with '##'"


def test_a_letter_that_begins_with_a_heading_of_the_second_level() -> None:
    (diagnostic,) = found(Draft().add(head(2, "Inner", "A.")))
    assert diagnostic.message == "the heading 'Inner' is of level 2, and it is the first"


def test_a_picture_that_is_broken() -> None:
    (diagnostic,) = found(Draft().text(Image(path="a.png", alt="A chart.", location=HERE)), a=PNG[:20])
    assert (diagnostic.code, diagnostic.location) == ("DOC103", HERE)
    assert diagnostic.message == "the picture 'a.png' cannot be read"


def test_a_picture_that_is_missing_is_said_by_another() -> None:
    assert found(Draft().text(Image(path="a.png", alt="A chart.", location=HERE))) == ()


def test_an_address_that_leads_nowhere() -> None:
    (diagnostic,) = found(Draft().text(words("here", url="http://")))
    assert (diagnostic.code, diagnostic.location) == ("DOC104", HERE)
    assert diagnostic.message == "'http://' is no address that a link can lead to"


def test_addresses_are_looked_at_wherever_words_stand() -> None:
    bad = words("x", url="nowhere")
    table = Table(header=((bad,),), rows=(), aligns=(), location=Location(file="letter.md", line=2))
    draft = Draft().noted("Words.", set_citation("a", bad)).add(table)
    draft.add(para(CrossReference(target="x", words=(bad,), location=HERE)))
    assert [(each.code, each.location.line) for each in found(draft)] == [("DOC104", 1), ("DOC104", 1), ("DOC104", 2)]
