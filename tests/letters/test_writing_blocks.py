"""Law: words written into a block are read as the same words, whatever signs they hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from typed_letters import HERE, call, paragraph

from comment_kit.letters import Setting, read_letter, write_block_body
from comment_kit.model.citations import Citation, Parenthetical, StringCite
from comment_kit.model.letter import Footnote, FrontMatter, Letter, Paragraph, walk
from comment_kit.model.text import Span, joined, plain

# Left out are the marks, dashes and dots that printing sets, and "at" and § before a space.
SIGNS = r"*_[](){}<>^~$@|\`#+=!&;:,%/1ab X"
words = st.text(st.sampled_from(SIGNS), min_size=1, max_size=24).map(lambda text: f"A{text}z")
spans = st.builds(Span, text=words, italic=st.booleans(), bold=st.booleans(), small_caps=st.booleans())
MANY = settings(max_examples=300, deadline=None)


def letter_of(*blocks: Paragraph, notes: dict[str, Footnote] | None = None) -> Letter:
    return Letter(file="letter.docx", front=FrontMatter(values={}), blocks=blocks, notes=notes or {})


def read(letter: Letter) -> Letter:
    """Return ``letter`` as it is read once it was written."""
    again, wrong = read_letter(write_block_body(letter, {}), "block.md", Setting(with_template=False))
    assert wrong == ()
    return again


def spans_of(block: Paragraph) -> tuple[Span, ...]:
    return joined(part for part in block.content if isinstance(part, Span))


@MANY
@given(text=words)
def test_words_are_read_as_they_were(text: str) -> None:
    (block,) = read(letter_of(paragraph(Span(text=text)))).blocks
    assert isinstance(block, Paragraph)
    assert plain(spans_of(block)) == text


@MANY
@given(text=words)
def test_words_at_the_beginning_of_a_line_begin_nothing(text: str) -> None:
    (block,) = read(letter_of(paragraph(Span(text=text[1:].lstrip() or "z")))).blocks
    assert isinstance(block, Paragraph)
    assert plain(spans_of(block)) == (text[1:].strip() or "z")


@MANY
@given(content=st.lists(spans, min_size=1, max_size=3))
def test_type_stays_with_its_words(content: list[Span]) -> None:
    parted = [part for span in content for part in (span, Span(text=" and "))]
    (block,) = read(letter_of(paragraph(*parted, Span(text="end.")))).blocks
    assert isinstance(block, Paragraph)
    assert spans_of(block) == joined((*parted, Span(text="end.")))


@MANY
@given(text=words, inside=words.filter(lambda text: text.count("(") == text.count(")") == 0))
def test_a_parenthetical_and_a_note_keep_their_words(text: str, inside: str) -> None:
    remark = Parenthetical(content=(Span(text=inside),))
    cited = Citation(key="ntia2024", locator="at 3", parentheticals=(remark,), location=HERE)
    content = (Span(text=f"{text} "), StringCite(citations=(cited,), location=HERE), Span(text="."))
    note = Footnote(id="n", blocks=(paragraph(*content),), location=HERE)
    again = read(letter_of(paragraph(Span(text="A."), call("n")), notes={"n": note}))
    (found,) = again.notes.values()
    parts = [*walk(found.blocks)]
    (cite,) = (part for part in parts if isinstance(part, StringCite))
    assert plain(part for part in parts if isinstance(part, Span)).strip(" .") == text.strip(" .")
    (read_remark,) = cite.citations[0].parentheticals
    assert plain(part for part in read_remark.content if isinstance(part, Span)) == inside
