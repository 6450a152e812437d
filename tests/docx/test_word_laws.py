"""Laws that hold for any letter: ids ascend, bytes repeat, and what was written is read back."""

from __future__ import annotations

import itertools
import string

from docx_letters import ABOUT, HERE, PLAIN, Draft, call, head, inlines, para, set_citation
from docx_reading import Word
from hypothesis import given, settings
from hypothesis import strategies as st

from comment_kit.docx import is_untouched, lint_docx, read_docx_own, write_docx
from comment_kit.model.letter import BlockQuote, Inline, Letter, LineBreak, ListBlock, SetCitation, notes_in_order
from comment_kit.model.text import Span, Text, joined

WORDS = st.text(alphabet=string.ascii_letters + " .,§¶“”’–—\u00a0\u2011\t\u00ad<&>\"'{}\\", min_size=1, max_size=20)
TYPES = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("italic", "bold", "small_caps", "strike", "code"), st.booleans())
)
ADDRESSES = st.sampled_from([None, None, "https://example.org/a", "https://example.org/b?c=d&e=f"])


@st.composite
def spans(draw: st.DrawFn) -> Span:
    return Span(text=draw(WORDS), url=draw(ADDRESSES), **draw(TYPES))


@st.composite
def citations(draw: st.DrawFn) -> SetCitation:
    text = draw(st.lists(spans(), min_size=1, max_size=3))
    locator = draw(st.none() | WORDS)
    return set_citation(draw(WORDS), *text, locator=locator, pin_always=draw(st.booleans()))


LINES = st.lists(st.one_of(spans(), citations()), min_size=1, max_size=4)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """Return a letter of headings, paragraphs, quotations and lists that call notes, some with marks, in any order."""
    draft = Draft()
    names = draw(st.permutations([f"n{at}" for at in range(draw(st.integers(0, 6)))]))
    for name in names:
        draft.note(name, *draw(LINES), mark=draw(st.sampled_from([None, None, None, "i", "*"])))
    calls = itertools.chain(sorted(names), itertools.repeat(None))
    for _ in range(len(names) + draw(st.integers(0, 3))):
        name = next(calls)
        paragraph = para(*draw(st.lists(spans(), max_size=3)), *([call(name)] if name else []))
        wrapped = BlockQuote(blocks=(paragraph,), location=HERE)
        listed = ListBlock(items=((paragraph,),), ordered=draw(st.booleans()), location=HERE)
        draft.add(draw(st.sampled_from([paragraph, wrapped, listed])))
        if draw(st.booleans()):
            draft.add(head(draw(st.integers(1, 3)), "Title", draw(st.sampled_from(["", "I."]))))
    return draft.letter()


def text_of(line: tuple[Inline, ...]) -> Text:
    """Return a line as printed, citations among it."""
    return joined(span for part in line for span in (part.text if isinstance(part, SetCitation) else [part]))


def written(letter: Letter) -> bytes:
    return write_docx(letter, PLAIN, about=ABOUT)


@settings(deadline=None, max_examples=60)
@given(letters())
def test_ids_ascend_in_the_order_of_the_marks(letter: Letter) -> None:
    word = Word(written(letter))
    ids = [int(each) for each in word.all("//w:footnoteReference/@w:id")]
    assert ids == list(range(1, len(ids) + 1))
    assert [int(each) for each in word.all("//w:footnote[not(@w:type)]/@w:id", "footnotes")] == ids


@settings(deadline=None, max_examples=40)
@given(letters())
def test_writing_twice_gives_the_same_bytes_and_they_are_untouched(letter: Letter) -> None:
    content = written(letter)
    assert content == written(letter)
    assert is_untouched(content)


@settings(deadline=None, max_examples=60)
@given(letters())
def test_notes_and_citations_are_read_back_as_they_were_written(letter: Letter) -> None:
    back = read_docx_own(written(letter))
    called = notes_in_order(letter)
    assert [note.printed for note in back.notes] == [each.printed for each in called]
    for note, each in zip(back.notes, called, strict=True):
        content = each.note.blocks[0].content
        assert note.paragraphs == (text_of(content),)
        cited = [part for part in content if isinstance(part, SetCitation)]
        assert [found.text for found in note.citations] == [joined(part.text) for part in cited]
        asked = [part.resolution.citation for part in cited]
        assert [
            (found.citation.key, found.citation.locator, found.citation.pin_always) for found in note.citations
        ] == [(citation.key, citation.locator, citation.pin_always) for citation in asked]
        assert not any(found.edited for found in note.citations)


@settings(deadline=None, max_examples=40)
@given(letters())
def test_our_own_lint_finds_nothing(letter: Letter) -> None:
    assert lint_docx(written(letter)) == ()


def test_line_breaks_are_kept() -> None:
    back = read_docx_own(written(Draft().text(*inlines("a", LineBreak(), "b")).letter()))
    assert back.paragraphs[0].content == ((Span(text="a\nb"),),)
