"""Notes: where their marks go, what they hold, and which are lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_readings import clean, hints, line, lines, noted, read, remarks

from comment_kit.letters import House, Setting, findings
from comment_kit.model.letter import Footnote, Paragraph, notes_in_order
from comment_kit.model.text import Span, plain

# ---- where the mark goes ----

MARKS = {
    "risk [@x] and": "risk(^note-1) and",
    "risk[@x], and": "risk,(^note-1) and",
    "risk [@x].": "risk.(^note-1)",
    "risk[@x]; and": "risk;(^note-1) and",
    "risk[@x]? Yes": "risk?(^note-1) Yes",
    "risk[@x]! Yes": "risk!(^note-1) Yes",
    '"risk[@x]" and': "“risk”(^note-1) and",
    '"risk[@x]." And': "“risk.”(^note-1) And",
    '"risk"[@x]. And': "“risk”.(^note-1) And",
    "\"a 'risk[@x]'\" and": "“a ‘risk’”(^note-1) and",
    '"risk"[@x]---without': "“risk”(^note-1)—without",
    "risk[@x]--without": "risk(^note-1)–without",
    "risk[@x]: and": "risk(^note-1): and",
    "risk:[@x] and": "risk:(^note-1) and",
    "NIST[@x]'s view": "NIST(^note-1)’s view",
    "(risk[@x]) and": "(risk(^note-1)) and",
    "*risk*[@x]. And": "*risk*.(^note-1) And",
    "risk[@x]*, and*": "risk*,*(^note-1)* and*",
    "risk.[@x] And": "risk.(^note-1) And",
    "risk\n[@x], and": "risk,(^note-1) and",
    "[@x] begins": "(^note-1) begins",
    "risk[@x]<!-- ck: cleared -->. And": "risk.(^note-1) And",
    "risk^[words]. And": "risk.(^note-1) And",
    '"a[@x]" and "b" then': "“a”(^note-1) and “b” then",
}


@pytest.mark.parametrize(("typed", "printed"), MARKS.items())
def test_a_mark_goes_where_a_printer_puts_it(typed: str, printed: str) -> None:
    assert line(typed) == printed


def test_a_style_may_put_the_mark_before_a_colon() -> None:
    before = Setting(house=House(mark_before_colon=True))
    assert line("risk:[@x] and", before) == "risk(^note-1): and"
    assert line("risk[@x]: and", before) == "risk(^note-1): and"


def test_two_notes_at_one_place_are_two_marks_and_a_warning() -> None:
    assert line("risk[@x] [@y], and") == "risk,(^note-1)(^note-2) and"
    assert remarks("risk[@x] [@y], and") == ["1:10 NOT105 two notes are called at one place"]
    assert hints("risk[@x][@y]") == ["join the authorities with ';' in one bracket"]


@pytest.mark.parametrize("typed", [r"\[^]", "`[^]`", "[^a b](https://example.org)", "[^2^ words]"])
def test_what_only_looks_like_a_call_is_left_alone(typed: str) -> None:
    assert remarks(typed) == []


def test_a_named_note_without_words_is_an_error() -> None:
    assert remarks("Words.[^a]\n\n[^a]:\n") == ["3:1 NOT107 the note 'a' has no words"]
    assert hints("Words.[^a]\n\n[^a]:\n") == ["write them behind '[^a]:'"]


def test_a_citation_in_a_note_is_no_note_that_could_have_an_id() -> None:
    assert remarks("Words.^[See [@x, 3]{#fn-x}.]") == ["1:13 LET211 '#fn-x' names no note: it is in one"]


def test_what_is_indented_as_code_is_no_division_and_no_note() -> None:
    assert remarks("    ::: cover\n\n    [^a]: Words\n\n    <!-- a -->\n") == []


BETWEEN = ["risk[@x] so[@y]", "risk[@x] [so]{.smallcaps} [@y]", "risk[@x] @k [@y]", "[@x] [](#p) [@y]\n\n# P {#p}"]


@pytest.mark.parametrize("typed", BETWEEN)
def test_words_of_any_form_keep_two_notes_apart(typed: str) -> None:
    assert [each for each in remarks(typed) if "NOT105" in each] == []


def test_two_notes_with_a_comma_between_are_printed_at_one_place() -> None:
    assert remarks("risk[@x], [@y] and") == ["1:11 NOT105 two notes are called at one place"]


def test_a_raised_comma_stays_between_its_marks() -> None:
    assert line("risk.[@x]^,^[@y]") == "risk.(^note-1),(^note-2)"


WORDS = st.sampled_from(["risk", " ", ", ", ".", '"', "'s ", "---", " (so) ", " *it* ", "; "])


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
def test_moving_a_mark_loses_no_words(before: list[str], after: list[str]) -> None:
    """Only blanks before the mark, and at the ends of the line, go."""

    def words(text: str) -> str:
        letter, _ = read(text)
        parts = [part for block in letter.blocks if isinstance(block, Paragraph) for part in block.content]
        return plain(part for part in parts if isinstance(part, Span)).replace(" ", "")

    typed = "a" + "".join(before) + "[@x]" + "".join(after)
    assert words(typed).translate(str.maketrans("“”‘’", "\"\"''")) == words(typed.replace("[@x]", "")).translate(
        str.maketrans("“”‘’", "\"\"''")
    )


# ---- what a note holds ----


def test_a_bracket_in_the_text_is_a_note_of_its_own() -> None:
    (note,) = clean("Words[@x, 3].").notes.values()
    assert (note.id, note.from_bracket, note.mark) == ("note-1", True, None)
    assert noted("Words[@x, 3].") == ["[@x]"]


def test_a_note_with_words_holds_citations_as_clauses() -> None:
    text = "Words^[Text with [@ntia2024, 3] in it, and 'so'.]."
    (note,) = clean(text).notes.values()
    assert (noted(text), note.from_bracket) == (["Text with [@ntia2024] in it, and ‘so’."], False)


def test_a_note_of_two_sentences_keeps_its_typed_periods() -> None:
    text = "Words^[[@ntia2024, 10]. [See also @ntia2024, 10 n.30 (public comments)].]"
    assert noted(text) == ["[@ntia2024]. [@ntia2024]."]


def test_a_named_note_may_have_several_paragraphs() -> None:
    text = "Words[^pc] end.\n\n[^pc]: First [@x].\n    went on.\n\n    Second.\n\nAfter.\n"
    assert noted(text) == ["First [@x]. went on. | Second."]
    assert lines(text) == ["Words(^pc) end.", "After."]
    assert clean(text).notes["pc"].location.line == 3


def test_a_named_note_may_stand_before_its_call_and_begin_on_the_next_line() -> None:
    assert noted("[^a]:\n    Text.\n\nWords[^a].") == ["Text."]


def test_authors_have_notes_with_marks_of_their_own() -> None:
    letter = clean("Your Name^[Counsel.]{mark=i} and words[@x].")
    called = notes_in_order(letter)
    assert [(each.printed, each.number) for each in called] == [("i", None), ("1", 1)]


def test_ids_are_those_written_else_made_from_the_order() -> None:
    letter = clean("a[@x] b[@y]{#fn-y} c^[z]{#fn-z} d[^n] e[@w]\n\n[^n]: N.\n")
    assert [each.note.id for each in notes_in_order(letter)] == ["note-1", "fn-y", "fn-z", "n", "note-2"]


def test_an_id_that_is_made_is_not_one_that_is_written() -> None:
    letter = clean("a[@x] b[@y]{#note-1}")
    assert [each.note.id for each in notes_in_order(letter)] == ["note-2", "note-1"]


def test_headings_lists_quotations_and_tables_may_call_notes() -> None:
    text = "# Title[@a]\n\n- x[@b]\n\n> y[@c]\n\n| h[@d] |\n|---|\n| z[@e] |\n"
    assert noted(text) == ["[@a]", "[@b]", "[@c]", "[@d]", "[@e]"]


# ---- what is wrong ----

WRONG = {
    "Words[^pc].\n\n[^pd]: Text.\n": [
        "1:6 NOT101 the note 'pc' has no text",
        "3:1 NOT103 the note 'pd' is never called",
    ],
    "a[^n] b[^n]\n\n[^n]: Text.\n": ["1:8 NOT102 the note 'n' is called a second time"],
    "a[^n]\n\n[^n]: One.\n\n[^n]: Two.\n": ["5:1 NOT104 the note 'n' has a second text"],
    "a^[b ^[c] d]": ["1:6 NOT106 a note stands inside a note"],
    "a^[b [^n] d] [^n]\n\n[^n]: N.\n": [
        "1:6 NOT106 the note 'n' is called inside a note",
        "1:14 NOT105 two notes are called at one place",
    ],
    "a[@x]{#n} b[@y]{#n}": ["1:12 LET202 the id 'n' is used for two notes"],
    "a^[b]{form=full}": ["1:2 LET211 a note does not know 'form'"],
    "a^[]": ["1:2 NOT107 this note has no words"],
}


@pytest.mark.parametrize(("typed", "said"), WRONG.items())
def test_what_is_wrong_with_a_note_is_said_at_its_place(typed: str, said: list[str]) -> None:
    assert remarks(typed) == said


def test_the_hint_names_the_note_that_was_meant() -> None:
    assert hints("Words[^pub].\n\n[^pubs]: T.\n")[0] == "did you mean '[^pubs]'?"


def test_a_second_call_points_at_the_first() -> None:
    (diagnostic,) = read("a[^n] b[^n]\n\n[^n]: Text.\n")[1]
    assert [(each.line, each.column) for each in diagnostic.related] == [(1, 2)]


def test_notes_of_a_letter_are_footnotes_by_id() -> None:
    assert all(isinstance(note, Footnote) and name == note.id for name, note in clean("a[@x] b^[c]").notes.items())
    assert findings.UNDEFINED_NOTE.code == "NOT101"
