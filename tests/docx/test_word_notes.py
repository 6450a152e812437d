"""Footnotes are real ones, in the order of their marks, with their type on the run itself."""

import pytest
from docx_letters import HERE, Draft, call, inlines, italic, number, para, set_citation, small_caps, words
from docx_reading import printed

from comment_kit.errors import CommentKitError
from comment_kit.model.letter import Table

MARKS = "//w:footnoteReference/@w:id"
NOTES = "//w:footnote[not(@w:type)]"


def test_ids_ascend_in_the_order_of_the_marks_and_not_of_the_definitions() -> None:
    draft = Draft().note("late", "Second.").note("early", "First.")
    word = printed(draft.text("One.", call("early")).text("Two.", call("late")).letter())
    assert word.all(MARKS) == ["1", "2"]
    assert word.all(f"{NOTES}/@w:id", "footnotes") == ["1", "2"]
    assert word.all(NOTES, "footnotes") == [" First.", " Second."]


def test_the_separators_stand_first_and_the_settings_name_them() -> None:
    word = printed(Draft().noted("Words.", "A note.").letter())
    assert word.all("/w:footnotes/w:footnote/@w:id", "footnotes") == ["-1", "0", "1"]
    assert word.all("/w:footnotes/w:footnote/@w:type", "footnotes") == ["separator", "continuationSeparator"]
    assert word.all("/w:settings/w:footnotePr/w:footnote/@w:id", "settings") == ["-1", "0"]
    assert word.count("/w:settings/w:footnotePr/following-sibling::w:compat", "settings") == 1


def test_a_note_bears_its_number_in_the_style_of_its_mark() -> None:
    word = printed(Draft().noted("Words.", "A note.").letter())
    assert word.one("//w:r[w:footnoteReference]/w:rPr/w:rStyle/@w:val") == "FootnoteReference"
    assert word.one("//w:r[w:footnoteRef]/w:rPr/w:rStyle/@w:val", "footnotes") == "FootnoteReference"
    assert word.one(f"{NOTES}/w:p/w:pPr/w:pStyle/@w:val", "footnotes") == "FootnoteText"


def test_a_mark_of_the_authors_own_has_no_number_and_the_next_note_is_number_one() -> None:
    draft = Draft().note("author", "About the author.", mark="i").text("Your Name", call("author"))
    word = printed(draft.noted("Words.", "The first numbered note.").letter())
    assert word.all("//w:footnoteReference/@w:customMarkFollows") == ["1"]
    assert word.one("//w:r[w:footnoteReference/@w:customMarkFollows]/w:t") == "i"
    assert word.all(NOTES, "footnotes") == ["i About the author.", " The first numbered note."]
    assert word.count("//w:footnoteRef", "footnotes") == 1


def test_a_mark_of_several_letters_stands_in_a_text_for_each_so_that_libreoffice_prints_it_once() -> None:
    draft = Draft().note("author", "About the author.", mark="ii").text("Your Name", call("author"))
    word = printed(draft.letter())
    assert word.all("//w:r[w:footnoteReference/@w:customMarkFollows]/w:t") == ["i", "i"]


def test_italics_and_small_capitals_stand_on_the_run() -> None:
    note = (italic("See "), small_caps("A Report"), words(" 4"))
    word = printed(Draft().noted("Words.", *note).letter())
    assert word.all("//w:r[w:rPr/w:i]/w:t", "footnotes") == ["See "]
    assert word.all("//w:r[w:rPr/w:smallCaps]/w:t", "footnotes") == ["A Report"]


def test_a_note_may_hold_several_paragraphs() -> None:
    draft = Draft().note_of("long", para("First."), para("Second.")).text("Words.", call("long"))
    word = printed(draft.letter())
    assert word.all(f"{NOTES}/w:p", "footnotes") == [" First.", "Second."]
    assert word.count("//w:footnoteRef", "footnotes") == 1


def test_a_note_that_begins_with_a_table_bears_its_number_before_it_and_ends_with_a_paragraph() -> None:
    table = Table(header=(inlines("Head"),), rows=((inlines("Cell"),),), aligns=(), location=HERE)
    word = printed(Draft().note_of("n", table).text("Words.", call("n")).letter())
    assert word.all(f"name({NOTES}/*[1])", "footnotes") == list("w:p")
    assert word.count(f"{NOTES}/*[1]//w:footnoteRef", "footnotes") == 1
    assert word.count(f"{NOTES}/*[last()][self::w:p]", "footnotes") == 1


def test_an_empty_note_still_bears_its_number() -> None:
    word = printed(Draft().note_of("n").text("Words.", call("n")).letter())
    assert word.count(f"{NOTES}/w:p/w:r/w:footnoteRef", "footnotes") == 1


def test_the_second_mark_of_one_note_repeats_the_first() -> None:
    draft = Draft().note("n", "A note.").text("Once.", call("n")).text("Again.", call("n"))
    word = printed(draft.letter())
    assert word.count(MARKS) == 1
    assert word.instructions()[0] == " NOTEREF _RefFn1 \\f \\h "
    assert word.one("//w:p[w:r/w:instrText]//w:t[. = '1']") == "1"


def test_a_number_that_refers_to_a_note_is_a_field_with_its_result_stored() -> None:
    draft = Draft().noted("Words.", "A report.")
    cited = set_citation("report", italic("supra"), " note ", words("1"), ", at 4")
    again = set_citation("report", italic("supra"), " note ", number("1", "fn-1"), ", at 4")
    word = printed(draft.noted("More.", again, ".").letter())
    assert " NOTEREF _RefFn1 \\h " in word.instructions("footnotes")
    assert word.all("//w:bookmarkStart[@w:name='_RefFn1']/following-sibling::w:r[1]/w:footnoteReference/@w:id") == ["1"]
    plain = printed(Draft().noted("Words.", "A report.").noted("More.", cited, ".").letter())
    assert word.all(NOTES, "footnotes")[1].endswith("supra note  NOTEREF _RefFn1 \\h 1, at 4.")
    assert plain.count("//w:bookmarkStart[@w:name='_RefFn1']") == 0


def test_a_call_of_no_note_sets_nothing() -> None:
    assert printed(Draft().text("Words.", call("nothing")).letter()).count(MARKS) == 0


def test_more_notes_than_word_can_number_end_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comment_kit.docx.writing.footnotes_part.MOST_NOTES", 2)
    letter = Draft().noted("One.", "A.").noted("Two.", "B.").noted("Three.", "C.").letter()
    with pytest.raises(CommentKitError, match="more than 2 footnotes, which is all that a Word file can hold"):
        printed(letter)
