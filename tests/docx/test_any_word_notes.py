"""The notes of anybody's Word file are found, and numbered as the page numbers them."""

from __future__ import annotations

import pytest
from any_word import BEGIN, END, SEPARATE, bookmark, en, field, fn, lines, p, printed_notes, r, read, word_file

from comment_kit.docx import read_docx
from comment_kit.docx.citation_field import citation_instruction
from comment_kit.model.citations import Citation
from comment_kit.model.letter import notes_in_order
from comment_kit.model.places import Location
from comment_kit.model.word import StaleNumber, StoredCitation

TWO = {2: "The first.", 3: "The second."}
SECTION = "<w:sectPr>{}</w:sectPr>"
BY_SECTION = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'


def noted(*body: str, **parts: object) -> list[str]:
    return printed_notes(read(*body, **parts).letter)


# ---- where they are ----


@pytest.mark.parametrize("strict", [False, True])
def test_notes_are_numbered_in_the_order_of_their_marks_and_not_of_their_ids(*, strict: bool) -> None:
    body = (p("One", fn(3), " and two.", fn(2)),)
    assert noted(*body, footnotes=TWO, strict=strict) == ["1: The second.", "2: The first."]
    assert lines(*body, footnotes=TWO, strict=strict) == ["One^1 and two.^2"]


@pytest.mark.parametrize("strict", [False, True])
def test_parts_are_found_by_relationship_under_whatever_name(*, strict: bool) -> None:
    names = {"document": "text/body.xml", "footnotes": "odd.xml", "endnotes": "word/x/Y.xml", "styles": "s"}
    body = p("One", fn(1), en(1), properties='<w:pStyle w:val="h"/>')
    styles = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'
    parts = {"footnotes": {1: "Foot."}, "endnotes": {1: "End."}, "styles": styles}
    assert lines(body, names=names, strict=strict, **parts) == ["# One^1^^i"]
    assert noted(body, names=names, strict=strict, **parts) == ["1: Foot.", "i: End."]


def test_footnotes_and_endnotes_are_counted_apart() -> None:
    body = p("a", fn(1), "b", en(1), "c", fn(2), "d", en(2))
    letter = read(body, footnotes={1: "Foot one.", 2: "Foot two."}, endnotes={1: "End one.", 2: "End two."}).letter
    assert printed_notes(letter) == ["1: Foot one.", "i: End one.", "2: Foot two.", "ii: End two."]
    assert [note.endnote for note in letter.notes.values()] == [False, True, False, True]
    assert letter.notes["endnote-2"].location == Location(file="letter.docx", note="ii", words="abcd")


def test_a_note_has_its_paragraphs_its_table_and_its_link() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('In a cell.')}</w:tc></w:tr></w:tbl>"
    note = p("<w:r><w:footnoteRef/></w:r>", r("\t See ", "<w:i/>"), "one.") + p() + table + p("Last.")
    assert noted(p("x", fn(1)), footnotes={1: note}) == ["1: *See *one. / In a cell. / Last."]


def test_a_note_may_begin_with_an_empty_line() -> None:
    note = p("<w:r><w:footnoteRef/></w:r>", " ") + p("Words.")
    assert noted(p("x", fn(1)), footnotes={1: note}) == ["1: Words."]


def test_two_paragraphs_of_a_note_whose_end_is_deleted_are_one() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    note = p("<w:r><w:footnoteRef/></w:r>", " Id. at ", properties=deleted) + p("13.")
    assert noted(p("x", fn(1)), footnotes={1: note}) == ["1: Id. at 13."]


@pytest.mark.parametrize(
    ("note", "read_as"),
    [
        (p("1", " Id. at 13."), "1: Id. at 13."),
        (p("<w:r><w:footnoteRef/></w:r>", " ", "1", " U.S.C."), "1: 1 U.S.C."),
        (p("1 U.S.C. 7."), "1: 1 U.S.C. 7."),
        (p("11", " is another."), "1: 11 is another."),
    ],
)
def test_a_number_typed_where_that_of_word_was_lost_is_no_word_of_the_note(note: str, read_as: str) -> None:
    assert noted(p("x", fn(1)), footnotes={1: note}) == [read_as]


def test_tracked_changes_in_a_note_are_read_as_accepted() -> None:
    note = p("Was ", f"<w:del w:id='1'>{r('three')}</w:del><w:ins w:id='2'>{r('four')}</w:ins>", ".")
    assert noted(p("x", fn(1)), footnotes={1: note}) == ["1: Was four."]


def test_a_note_that_two_marks_call_has_the_number_of_the_first() -> None:
    assert lines(p("a", fn(2), "b", fn(3), "c", fn(2)), footnotes=TWO) == ["a^1b^2c^1"]


# ---- how they are counted ----


def test_counting_begins_where_the_settings_say() -> None:
    settings = '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>'
    assert noted(p("a", fn(2), fn(3)), footnotes=TWO, settings=settings) == ["5: The first.", "6: The second."]


def test_counting_begins_where_the_section_says() -> None:
    section = SECTION.format('<w:footnotePr><w:numStart w:val="7"/></w:footnotePr>')
    settings = '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>'
    assert noted(p("a", fn(2)), section, footnotes=TWO, settings=settings)[0] == "7: The first."


def test_notes_are_counted_anew_in_each_section() -> None:
    first = p("a", fn(2), fn(3), properties=SECTION.format(BY_SECTION))
    second = p("b", fn(4)), p("c", fn(5)), SECTION.format(BY_SECTION)
    footnotes = {**TWO, 4: "The third.", 5: "The fourth."}
    assert noted(first, *second, footnotes=footnotes) == [
        "1: The first.",
        "2: The second.",
        "1: The third.",
        "2: The fourth.",
    ]
    by_settings = first.replace(BY_SECTION, ""), p("b", fn(4)), SECTION.format("")
    assert noted(*by_settings, footnotes=footnotes, settings=BY_SECTION)[-1] == "1: The third."


def test_a_section_that_restarts_nothing_counts_on() -> None:
    first = p("a", fn(2), properties=SECTION.format(BY_SECTION))
    last = SECTION.format('<w:footnotePr><w:numRestart w:val="continuous"/></w:footnotePr>')
    assert noted(first, p("b", fn(3)), last, footnotes=TWO) == ["1: The first.", "2: The second."]


def test_a_section_begins_again_at_its_own_start() -> None:
    start = '<w:footnotePr><w:numStart w:val="3"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    first = p("a", fn(2), properties=SECTION.format(BY_SECTION))
    assert noted(first, p("b", fn(3)), SECTION.format(start), footnotes=TWO) == ["1: The first.", "3: The second."]


def test_what_a_section_was_before_a_tracked_change_counts_for_nothing() -> None:
    changed = SECTION.format(f"{BY_SECTION}<w:sectPrChange w:id='9'>{SECTION.format('')}</w:sectPrChange>")
    body = p("a", fn(2), properties=changed), p("b", fn(3)), SECTION.format(BY_SECTION)
    assert noted(*body, footnotes=TWO) == ["1: The first.", "1: The second."]


def test_endnotes_are_counted_by_their_own_rule() -> None:
    settings = '<w:endnotePr><w:numStart w:val="4"/></w:endnotePr>'
    assert noted(p("a", fn(2), en(1)), footnotes=TWO, endnotes={1: "End."}, settings=settings) == [
        "1: The first.",
        "iv: End.",
    ]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", "1 2 4 9 30"),
        ("upperRoman", "I II IV IX XXX"),
        ("lowerRoman", "i ii iv ix xxx"),
        ("lowerLetter", "a b d i dd"),
        ("upperLetter", "A B D I DD"),
        ("chicago", "* † § *** ††††††††"),
        ("ideographDigital", "1 2 4 9 30"),
    ],
)
def test_notes_are_printed_in_the_format_that_the_settings_say(form: str, printed: str) -> None:
    settings = f'<w:footnotePr><w:numFmt w:val="{form}"/></w:footnotePr>'
    notes = {number: f"Note {number}." for number in range(1, 31)}
    letter = read(p("a", *[fn(number) for number in notes]), footnotes=notes, settings=settings).letter
    told = [called.printed for called in notes_in_order(letter)]
    assert [told[number - 1] for number in (1, 2, 4, 9, 30)] == printed.split()


def test_a_section_has_a_format_of_its_own() -> None:
    first = p("a", fn(2), properties=SECTION.format('<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>'))
    assert noted(first, p("b", fn(3)), SECTION.format(""), footnotes=TWO) == ["i: The first.", "2: The second."]


def test_a_numeral_of_word_is_no_word_of_its_note() -> None:
    assert noted(p("a", en(1)), endnotes={1: "i, the writer, say so."}) == ["i: i, the writer, say so."]


BY_PAGE = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'


def test_notes_are_counted_anew_on_each_page_where_the_pages_are_stored() -> None:
    turned = "<w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>"
    found = read(p("a", fn(2)), p(turned, fn(3)), footnotes=TWO, settings=BY_PAGE)
    assert printed_notes(found.letter) == ["1: The first.", "1: The second."]
    assert found.facts.remarks == ()


def test_notes_counted_anew_on_each_page_are_undecided_where_the_pages_are_not_stored() -> None:
    found = read(p("a", fn(2)), p("b", fn(3)), footnotes=TWO, settings=BY_PAGE)
    assert printed_notes(found.letter) == ["1: The first.", "2: The second."]
    (remark,) = found.facts.remarks
    assert remark == (
        "could not decide: notes are counted anew on each page, and the file does not say where its pages end, so the "
        "numbers here count through; open the letter in Word, save it, and check that"
    )


# ---- custom marks ----


def test_a_custom_mark_takes_no_number_and_is_no_word_of_text_or_note() -> None:
    own = p(fn(1, "*").replace("footnoteReference", "footnoteRef"), r(" Your Name is counsel."))
    body = p("Your Name", fn(1, "*"), ", ", fn(2))
    letter = read(body, footnotes={1: own, **TWO}).letter
    assert printed_notes(letter) == ["*: Your Name is counsel.", "1: The first."]
    assert lines(body, footnotes={1: own, **TWO}) == ["Your Name^*, ^1"]
    assert letter.notes["footnote-1"].location == Location(file="letter.docx", note="*", words="Your Name,")


@pytest.mark.parametrize(
    ("mark", "words", "note"),
    [
        ("i", "i About.", "About."),
        ("i", "in the text.", "in the text."),
        ("*", "*About.", "About."),
        ("**", "** \tAbout.", "About."),
        ("*", "About.", "About."),
    ],
)
def test_the_mark_before_the_words_of_its_note_is_no_word_of_it(mark: str, words: str, note: str) -> None:
    assert noted(p("x", fn(1, mark)), footnotes={1: p(words)}) == [f"{mark}: {note}"]


def test_a_custom_mark_may_be_a_symbol() -> None:
    known = '<w:sym w:font="Symbol" w:char="F02A"/>'
    assert noted(p("x", fn(1, known)), footnotes={1: p("A.")}) == ["*: A."]
    unknown = '<w:sym w:font="Wingdings" w:char="F04A"/>'
    assert noted(p("x", fn(1, unknown)), footnotes={1: p("A.")}) == ["\N{WHITE SQUARE}: A."]


# ---- marks that are dead, notes that are lost ----


def test_an_inserted_note_is_counted_and_a_deleted_one_is_not() -> None:
    inserted, deleted = f"<w:ins w:id='1'>{fn(2)}</w:ins>", f"<w:del w:id='2'>{fn(3)}</w:del>"
    word = read(p("a", deleted, inserted, fn(4)), footnotes={**TWO, 4: "Third."})
    assert printed_notes(word.letter) == ["1: The first.", "2: Third."]
    assert word.facts.uncalled == ()


def test_a_moved_note_stands_twice_and_counts_once() -> None:
    moved = p(f"<w:moveFrom w:id='1'>{r('Moved.')}{fn(2)}</w:moveFrom>"), p("Between.", fn(4))
    here = p(f"<w:moveTo w:id='2'>{r('Moved.')}{fn(3)}</w:moveTo>")
    word = read(*moved, here, footnotes={2: "Moved.", 3: "Moved.", 4: "Stays."})
    assert printed_notes(word.letter) == ["1: Stays.", "2: Moved."]
    assert word.facts.uncalled == ()
    assert word.facts.undefined == ()


def test_the_orphan_that_an_accepted_deletion_leaves_is_told_where_it_holds_words() -> None:
    orphan = p(r("  "), "<w:del w:id='1'><w:r><w:delText>gone</w:delText></w:r></w:del>")
    footnotes = {2: "The first.", 3: orphan, 4: "Left behind in the file, with more than eight words."}
    word = read(p("a", fn(2)), footnotes=footnotes)
    assert printed_notes(word.letter) == ["1: The first."]
    assert word.facts.uncalled == ("Left behind in the file, with more than",)


def test_a_mark_whose_note_is_not_there_is_told_with_its_place() -> None:
    word = read(p("Called here", fn(8), " and there.", fn(2)), footnotes=TWO)
    assert word.facts.undefined == (Location(file="letter.docx", words="Called here and there."),)
    assert printed_notes(word.letter) == ["1: The first."]
    assert read(p("No part.", fn(1))).facts.undefined == (Location(file="letter.docx", words="No part."),)


# ---- fields that print the number of a note ----


def stale(printed: str, *, around: str = "{}", instruction: str = " NOTEREF _Ref1 \\h ") -> tuple[StaleNumber, ...]:
    """Return what is stale where the second note refers to the first, which stands in a bookmark."""
    note = p(r("supra note "), field(instruction, printed), r("."))
    body = p("a", fn(4), bookmark("_Ref1", around.format(fn(2)))), p("b", fn(3))
    return read(*body, footnotes={2: "The first.", 3: note, 4: "Before."}).facts.stale


def test_a_number_that_is_not_that_of_the_note_it_points_at_is_stale() -> None:
    place = Location(file="letter.docx", note="3", words="b")
    assert stale("1") == (StaleNumber(location=place, printed="1", true="2"),)
    assert stale("1 above", instruction=" NOTEREF _Ref1 \\p \\h ") == (
        StaleNumber(location=place, printed="1", true="2"),
    )
    assert stale("1", instruction=' noteref "_Ref1" ') == (StaleNumber(location=place, printed="1", true="2"),)


@pytest.mark.parametrize("printed", ["2", " 2 ", "2 above", "Error! Bookmark not defined.", "ii"])
def test_a_number_that_is_right_or_none_is_not_stale(printed: str) -> None:
    assert stale(printed) == ()


def test_a_number_in_two_runs_is_one_number() -> None:
    result = "".join(r(digit) for digit in "12")
    body = [p(str(at), fn(at)) for at in range(1, 12)] + [p("12", bookmark("_Ref1", fn(12)))]
    last = p("see note ", field(" NOTEREF _Ref1 ", result))
    footnotes = {at: f"Note {at}." for at in range(1, 13)}
    assert read(*body, last, footnotes=footnotes).facts.stale == ()


def test_a_bookmark_that_ended_before_the_mark_or_holds_a_dead_one_is_none_of_its() -> None:
    body = p(bookmark("_Ref1", r("words")), fn(2), "see note ", field(" NOTEREF _Ref1 ", "5"))
    assert read(body, footnotes=TWO).facts.stale == ()
    dead = bookmark("_Ref1", f"<w:del w:id='9'>{fn(2)}</w:del>{fn(3)}")
    word = read(p(dead, "see note ", field(" NOTEREF _Ref1 ", "5")), footnotes=TWO)
    assert [(each.printed, each.true) for each in word.facts.stale] == [("5", "1")]
    assert word.facts.stale[0].location.words == "see note 5"


def test_a_reference_to_a_paragraph_that_holds_a_note_is_none_to_the_note() -> None:
    assert stale("4", instruction=" REF _Ref1 \\r \\h ") == ()


def test_a_bookmark_may_begin_in_another_paragraph() -> None:
    start, end = '<w:bookmarkStart w:id="3" w:name="_Ref1"/>', '<w:bookmarkEnd w:id="3"/>'
    body = start, p("a", fn(2)), end, p("see note ", field(" NOTEREF _Ref1 ", "4"))
    assert [each.true for each in read(*body, footnotes=TWO).facts.stale] == ["1"]


# ---- what fields of ours carry ----


def test_citations_in_fields_of_ours_are_told_with_the_words_they_hold_now() -> None:
    instruction = citation_instruction(Citation(key="ntia2024", location=Location(file="x")), "0")
    ours = field(instruction.replace("<", "&lt;").replace('"', "&quot;"), r("A Report", "<w:smallCaps/>"), " 4")
    note = p(r("See "), ours, r("; "), field(' ADDIN CKIT_CITE {"hash":"0"} ', "broken"), r("."))
    word = read(p("a", fn(2), fn(3)), footnotes={2: note, 3: "Typed."})
    assert word.facts.stored == {
        "footnote-2": (StoredCitation(key="ntia2024", text="A Report 4"),),
        "footnote-3": (),
    }


def test_a_field_that_is_left_open_in_a_note_does_not_swallow_the_next_note() -> None:
    opened = p(r("One."), BEGIN, "<w:r><w:instrText> X </w:instrText></w:r>", r("lost"))
    assert noted(p("a", fn(2), fn(3)), footnotes={2: opened, 3: "Two."}) == ["1: One.", "2: Two."]
    deep = (BEGIN + SEPARATE) * 80 + r("seen") + END * 80
    assert noted(p("a", fn(2)), footnotes={2: p(deep)}) == ["1: seen"]


def test_the_file_is_called_as_its_reader_calls_it() -> None:
    letter = read_docx(word_file(p("a", fn(2)), footnotes=TWO), "a/b.docx").letter
    assert letter.file == "a/b.docx"
    assert letter.notes["footnote-2"].location.file == "a/b.docx"
