"""The store of page text: a cache that several processes use, that finds words, and that can be lost."""

import datetime as dt
import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from comment_kit.errors import CommentKitError
from comment_kit.model.pages import Break, Confidence, Lettering, Sheet, SourceText, Stream
from comment_kit.pages import PageStore, StoredText
from comment_kit.pages.streams import StreamWriter

DAY = dt.date(2026, 11, 21)


def stream(*pages: str) -> Stream:
    """Return a stream of one page each; a "|" ends a line, a "-|" a broken word."""
    writer = StreamWriter()
    for page in pages:
        writer.sheet()
        for row in page.split("|"):
            writer.words(row)
            writer.line_end(hyphen=row.endswith("-"))
    return writer.stream()


def text(*pages: str, key: str = "report", sha256: str = "aa", edition: str = "2024", total: int = 0) -> SourceText:
    sheets = tuple(
        Sheet(index=place, label=str(place + 10), confidence=Confidence.HIGH, how="printed at the foot")
        for place in range(1, len(pages) + 1)
    )
    made = stream(*pages)
    return SourceText(
        key=key,
        edition=edition,
        file=f"{key}.pdf",
        sha256=sha256,
        format="PDF",
        sheets=sheets,
        body=made,
        all=made,
        notes=Stream(sheets=(0,) * len(pages), calls={0: "7"}, openings={0: "7"}, italics=((0, 0),)),
        total=total or len(pages),
        removed={"running heads": 3},
        covered=(2,),
        front="A Report\f",
    )


@pytest.fixture
def store(tmp_path: Path) -> PageStore:
    return PageStore(tmp_path / "state" / "pages.db")


def test_a_text_comes_back_as_it_was_stored(store: PageStore) -> None:
    added = text("The first ques-|tion is", "this one.")
    assert store.add(added, DAY)
    assert store.get("report") == added
    assert store.get("other") is None
    assert store.list() == (
        StoredText(
            key="report",
            edition="2024",
            file="report.pdf",
            sha256="aa",
            added=DAY,
            format="PDF",
            read=2,
            total=2,
        ),
    )


def test_adding_the_same_file_again_is_free_and_a_changed_one_replaces(store: PageStore) -> None:
    store.add(text("The first words."), DAY)
    assert not store.add(text("The first words."), DAY)
    assert store.holds("report", "aa", "2024")
    assert not store.holds("report", "bb", "2024")
    assert store.add(text("Second words.", sha256="bb"), DAY)
    assert [each.sha256 for each in store.list()] == ["bb"]
    assert store.find("first words") == ()
    assert [hit.words for hit in store.find("second words")] == ["Second words"]


def test_a_text_read_in_part_is_read_again(store: PageStore) -> None:
    store.add(text("One.", total=9), DAY)
    assert not store.holds("report", "aa", "2024")
    assert store.add(text("One.", "Two."), DAY)
    assert [(each.read, each.total) for each in store.list()] == [(2, 2)]


def test_the_same_file_under_another_edition_is_another_text(store: PageStore) -> None:
    store.add(text("One."), DAY)
    assert store.add(text("One.", edition="2025"), DAY)


def test_words_are_found_with_their_page_and_what_stands_around_them(store: PageStore) -> None:
    store.add(text("Nothing here.", "Actors should manage these Risks, as well."), DAY)
    (hit,) = store.find("manage these risks")
    assert (hit.key, hit.first.label, hit.last.label) == ("report", "12", "12")
    assert (hit.before, hit.words, hit.after) == ("Actors should ", "manage these Risks", ", as well.")
    assert hit.together


def test_words_are_found_over_a_page_break_and_once(store: PageStore) -> None:
    store.add(text("It ends with these", "two words. And more.", "The end."), DAY)
    (hit,) = store.find("these two words")
    assert (hit.first.label, hit.last.label) == ("11", "12")
    (hit,) = store.find("two words")
    assert (hit.first.label, hit.last.label) == ("12", "12")


@pytest.mark.parametrize(
    "sought", ["questions arise", "ques-tions arise", "long-term safety", "longterm safety", "Questions"]
)
def test_words_broken_at_a_line_end_are_found_joined_and_hyphened(sought: str, store: PageStore) -> None:
    store.add(text("Such ques-|tions arise for long-|term safety. They are long and term by term."), DAY)
    assert [hit.first.label for hit in store.find(sought)] == ["11"]


def test_a_broken_word_is_shown_as_it_most_likely_belongs(store: PageStore) -> None:
    store.add(text("Such ques-|tions arise for long-|term safety. They are long and term by term."), DAY)
    (hit,) = store.find("arise for")
    assert hit.before == "Such questions "
    assert hit.after.startswith(" long-term safety.")


def test_accents_case_and_marks_do_not_matter(store: PageStore) -> None:
    store.add(text("The Caf\u00e9\u2019s \u201copen\u201d models."), DAY)
    assert [hit.words for hit in store.find("cafe's open MODELS")] == ["Caf\u00e9\u2019s \u201copen\u201d models"]


def test_words_that_share_a_word_with_the_place_before_are_found_too(store: PageStore) -> None:
    store.add(text("that that", "that is"), DAY)
    hits = store.find("that that", 10)
    assert [(hit.first.index, hit.last.index) for hit in hits] == [(1, 1), (1, 2)]


def test_a_part_of_a_word_is_not_the_word(store: PageStore) -> None:
    store.add(text("Openness is not open."), DAY)
    assert [hit.before for hit in store.find("open")] == ["Openness is not "]


def test_words_that_stand_nowhere_together_are_found_on_one_sheet(store: PageStore) -> None:
    store.add(text("Weights may be open.", "Models and their weights."), DAY)
    (hit,) = store.find("weights models")
    assert (hit.first.label, hit.words, hit.together) == ("12", "weights", False)
    assert store.find("weights zebras") == ()
    assert store.find("...") == ()


def test_no_more_places_are_shown_than_asked_for(store: PageStore) -> None:
    store.add(text(*["open models and open models"] * 10), DAY)
    assert len(store.find("open models", 3)) == 3


def test_what_looks_like_a_query_is_words(store: PageStore) -> None:
    store.add(text('He said: "OR" NOT this* ^ (that) NEAR joined:'), DAY)
    assert [hit.words for hit in store.find('"OR" NOT this*')] == ['OR" NOT this']
    assert [hit.words for hit in store.find("joined:")] == ["joined"]


def test_letters_of_a_scan_say_so(store: PageStore) -> None:
    made = text("Guessed words.")
    sheet = Sheet(index=1, lettering=Lettering.HIDDEN_OCR)
    store.add(replace(made, sheets=(sheet,)), DAY)
    (hit,) = store.find("guessed")
    assert hit.first == sheet


def test_a_damaged_store_is_emptied_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    path.write_bytes(b"this is no database at all" * 100)
    store = PageStore(path)
    assert store.new_remarks() == (
        f"{path}: the store of page text was damaged and is empty now; add the sources again",
    )
    assert store.add(text("One."), DAY)


def test_a_store_that_breaks_in_use_is_emptied_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    with PageStore(path) as store:
        store.add(text(*["Many words stand on this page. " * 50] * 30), DAY)
    content = bytearray(path.read_bytes())
    content[8192:] = b"\x55" * (len(content) - 8192)
    path.write_bytes(content)
    with PageStore(path) as store:
        assert store.get("report") is None
        assert store.find("many words") == ()
        assert len(store.new_remarks()) == 1
        assert store.add(text("One."), DAY)


def test_a_store_of_another_version_is_emptied_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    with PageStore(path) as store:
        store.add(text("One."), DAY)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with PageStore(path) as store:
        assert store.list() == ()
        (remark,) = store.new_remarks()
        assert (
            remark == f"{path}: the store of page text was of another version and is empty now; add the sources again"
        )
    with PageStore(path) as store:
        assert store.new_remarks() == ()


def test_a_store_that_cannot_be_made_is_one_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "pages.db").mkdir()
    with pytest.raises(CommentKitError, match="the store of page text cannot be used"):
        PageStore(tmp_path / "pages.db")


def add_many(path: Path, begin: int) -> None:
    for number in range(begin, begin + 10):
        with PageStore(path) as store:
            store.add(text("Some words.", "And others.", key=f"k{number}"), DAY)


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=add_many, args=(path, begin)) for begin in (0, 10)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with PageStore(path) as store:
        assert len(store.list()) == 20
        assert len(store.find("some words", 100)) == 20
        assert store.new_remarks() == ()


def test_breaks_come_back_as_they_were(store: PageStore) -> None:
    store.add(text("a ques-|tion|of"), DAY)
    made = store.get("report")
    assert made is not None
    assert dict(made.body.breaks) == {6: Break.HYPHEN, 11: Break.SPACE}
    assert 6 in made.body.breaks
    assert 7 not in made.body.breaks


def test_the_texts_are_named_that_have_words_on_one_sheet_or_over_its_break(store: PageStore) -> None:
    store.add(text("The first ques-|tion is", "this one."), DAY)
    store.add(text("The first answer is", "that one.", key="answers"), DAY)
    assert store.keys_with(("first", "is")) == {"report", "answers"}
    assert store.keys_with(("FIRST", "question")) == {"report"}
    assert store.keys_with(("is", "that")) == {"answers"}
    assert store.keys_with(("question", "that")) == frozenset()
    assert store.keys_with(('"', "*")) == frozenset()


def test_the_sheets_of_one_text_that_have_a_word_are_told(store: PageStore) -> None:
    store.add(text("The question is this.", "Open models", "question and answer", key="other"), DAY)
    store.add(text("The first ques-|tion is", "this one.", "A question"), DAY)
    told = store.concordance("report")
    assert told("QUESTION", 9) == (1, 2, 3)  # a sheet runs on into the next
    assert told("question", 1) == (1,)
    assert told("this", 9) == (1, 2)
    assert told("models", 9) == told('"', 9) == store.concordance("nobody")("this", 9) == ()
