"""Laws of page text: every letter has one sheet, every break its sign, and what is stored comes back."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from comment_kit.model.pages import Break, Sheet, SourceText, Stream
from comment_kit.pages import PageStore
from comment_kit.pages.breaks import PackedBreaks
from comment_kit.pages.streams import StreamWriter

WORDS = st.text(alphabet="abc .-\u2014\u00e9\u201c\u00ad\ufb01\t", max_size=12)
STEPS = st.one_of(
    st.tuples(st.just("words"), WORDS),
    st.tuples(st.sampled_from(["sheet", "end", "hyphen", "edge", "tight", "turn", "call"]), st.just("")),
)


def written(steps: list[tuple[str, str]]) -> Stream:
    writer = StreamWriter()
    writer.sheet()
    for step, words in steps:
        match step:
            case "words":
                writer.words(words)
            case "end" | "hyphen":
                writer.line_end(hyphen=step == "hyphen")
            case "edge" | "tight":
                writer.edge(tight=step == "tight")
            case "call":
                writer.call("1")
            case "sheet":
                writer.sheet()
            case "turn":
                writer.turn()
    return writer.stream()


@given(st.lists(STEPS, max_size=40))
def test_every_letter_has_one_sheet_and_every_break_its_sign(steps: list[tuple[str, str]]) -> None:
    stream = written(steps)
    assert len(stream.sheets) == 1 + [step for step, _ in steps].count("sheet")
    assert list(stream.sheets) == sorted(stream.sheets)
    assert "".join(stream.on_sheet(index + 1) for index in range(len(stream.sheets))) == stream.text
    assert stream.text == stream.text.strip() or stream.text.endswith("-")
    assert "  " not in stream.text
    for offset, kind in stream.breaks.items():
        if kind is Break.SPACE:
            assert stream.text[offset] == " "
        if kind is Break.HYPHEN:
            assert stream.text[offset] == "-"
    assert all(0 <= offset <= len(stream.text) for offset in (*stream.breaks, *stream.calls))


@given(st.lists(STEPS, max_size=40))
def test_only_spaces_and_hyphens_are_added_to_the_words(steps: list[tuple[str, str]]) -> None:
    def bare(text: str) -> str:
        plain = text.replace("\ufb01", "fi").replace("\u00ad", "")
        return "".join(letter for letter in plain if not letter.isspace() and letter != "-")

    assert bare(written(steps).text) == bare("".join(words for _, words in steps))


@given(st.dictionaries(st.integers(0, 10**6), st.sampled_from(Break)))
def test_packed_breaks_are_a_dictionary_in_little_room(breaks: dict[int, Break]) -> None:
    packed = PackedBreaks.of(breaks)
    assert packed == breaks
    assert list(packed) == sorted(breaks)
    assert all((offset in packed) == (offset in breaks) for offset in range(50))


PAGES = st.lists(
    st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "open-ended", "it’s"]), min_size=1),
    min_size=1,
    max_size=5,
)


@given(PAGES, st.data())
@settings(max_examples=40, deadline=None)
def test_any_run_of_words_is_found_where_it_begins(pages: list[list[str]], data: st.DataObject) -> None:
    stream = written([step for page in pages for step in (("words", " ".join(page)), ("end", ""), ("sheet", ""))])
    sheets = tuple(Sheet(index=place + 1) for place in range(len(stream.sheets)))
    made = SourceText(
        key="k",
        edition="",
        file="f",
        sha256="s",
        format="text",
        sheets=sheets,
        body=stream,
        all=stream,
        total=len(sheets),
    )
    words = [(word, place + 1) for place, page in enumerate(pages) for word in page]
    begin = data.draw(st.integers(0, len(words) - 1))
    run = words[begin : begin + data.draw(st.integers(1, 6))]
    with tempfile.TemporaryDirectory() as folder, PageStore(Path(folder) / "pages.db") as store:
        store.add(made, dt.date(2026, 11, 21))
        assert store.get("k") == made
        hits = store.find(" ".join(word for word, _ in run), 1000)
    assert (run[0][1], run[-1][1]) in {(hit.first.index, hit.last.index) for hit in hits}
