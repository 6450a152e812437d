"""The grammar of a bracket of citations, row by row as a writer types it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_readings import citation, citations, hints, line, lines, noted, read, remarks, shown

from comment_kit.letters import Setting, findings
from comment_kit.model.citations import SIGNALS, Form, StringCite
from comment_kit.model.letter import Mention, citations_in, walk
from comment_kit.model.text import Span

# ---- one authority ----

LOCATORS = {
    "[@eo14110]": None,
    "[@eo14110, § 4.6(a)]": "§ 4.6(a)",
    "[@ntia2024, at 10]": "at 10",
    "[@ntia2024, 10]": "10",
    "[@ntia2024, 10-12, 15]": "10-12, 15",
    "[@ntia2024, 10 n.30]": "10 n.30",
    "[@x, 147 & n.5]": "147 & n.5",
    "[@x, nn.5-6]": "nn.5-6",
    "[@nist800-1, Practice 3.1]": "Practice 3.1",
    "[@nist800-1, Practices 3.1, 3.3]": "Practices 3.1, 3.3",
    "[@nist800-1, Introduction]": "Introduction",
    "[@nist800-1, at 19, Appendix B]": "at 19, Appendix B",
    "[@eo14148, § 2(ggg)]": "§ 2(ggg)",
    "[@x,\n12]": "12",
    "[@x,12]": "12",
    "[ @x , 12 ]": "12",
}


@pytest.mark.parametrize(("typed", "locator"), LOCATORS.items())
def test_a_locator_is_kept_as_typed(typed: str, locator: str | None) -> None:
    assert citation(f"Words{typed} end.").locator == locator


KEYS = ["eo14110", "nist800-1", "nist-news-2024", "a:b", "a_b", "2024x", "müller", "a.b", "x/y"]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_what_pandoc_takes_for_one(key: str) -> None:
    assert citation(f"Words[@{key}, 3].").key == key


def test_a_key_in_braces_may_hold_more() -> None:
    assert citation("Words[@{a,b}, 3].").key == "a,b"


def test_a_space_before_a_round_bracket_makes_a_parenthetical() -> None:
    found = citation('Words[@nist800-1, 19 ("Safeguard: ...")].')
    assert found.locator == "19"
    assert [shown(each.content) for each in found.parentheticals] == ["“Safeguard: ...”"]


def test_no_space_makes_it_part_of_a_label() -> None:
    found = citation("Words[@x, § 2(a)(1) (as amended)].")
    assert (found.locator, shown(found.parentheticals[0].content)) == ("§ 2(a)(1)", "as amended")


def test_several_parentheticals_and_none_with_a_locator() -> None:
    found = citation("Words[@x (emphasis added) (citing Y (2020))].")
    assert found.locator is None
    assert [shown(each.content) for each in found.parentheticals] == ["emphasis added", "citing Y (2020)"]


def test_a_parenthetical_holds_emphasis_and_brackets_of_its_own() -> None:
    found = citation("Words[@x, 3 (quoting *Id.* [see @y, 253 (a)] *there*)].")
    content = found.parentheticals[0].content
    assert shown(content) == "quoting *Id.* [@y] *there*"
    (inner,) = [part for each in content if isinstance(each, StringCite) for part in each.citations]
    assert (inner.key, inner.locator, inner.signal) == ("y", "253", SIGNALS[2])
    assert inner.location.column == len("Words[@x, 3 (quoting *Id.* [see ") + 1


@pytest.mark.parametrize("form", list(Form))
def test_a_form_may_be_asked_for(form: Form) -> None:
    assert citation(f"Words[@x, 10]{{form={form.value}}}.").form is form


def test_a_page_may_be_asked_for() -> None:
    assert citation("Words[@x, 10]{pin=always}.").pin_always
    assert not citation("Words[@x, 10].").pin_always


def test_a_bracket_may_bear_an_id() -> None:
    letter, _ = read("Words[@x, 3]{#fn-x pin=always}.")
    assert letter.notes["fn-x"].from_bracket


# ---- several, and signals ----


def test_semicolons_join_authorities_into_one_note() -> None:
    text = "Words[see @a, 3; see also @b, § 2; @c]."
    assert [(each.signal and each.signal.words, each.key, each.locator) for each in citations(text)] == [
        ("see", "a", "3"),
        ("see also", "b", "§ 2"),
        (None, "c", None),
    ]
    assert noted(text) == ["[@a; @b; @c]"]


@pytest.mark.parametrize("signal", [signal.words for signal in SIGNALS])
def test_every_signal_is_known_in_any_case(signal: str) -> None:
    for typed in (signal, signal.capitalize(), signal.upper(), f"*{signal}*"):
        found = citation(f"Words[{typed} @x, 3].").signal
        assert found is not None
        assert found.words == signal


def test_a_signal_may_lack_its_last_comma() -> None:
    found = citation("Words[See, e.g. @x].").signal
    assert found is not None
    assert found.words == "see, e.g.,"


def test_signs_inside_brackets_and_quotation_marks_do_not_split() -> None:
    text = 'Words[@a, 3 (one; two @b); @c, 4 ("x; @y" and [@d; @e]); @f].'
    assert [each.key for each in citations(text)] == ["a", "c", "f"]


def test_a_semicolon_inside_a_quotation_with_a_bracket_does_not_split() -> None:
    assert [each.key for each in citations('Words[@a, 3 ("[t]heir; (and) no" more); @b].')] == ["a", "b"]


def test_a_quotation_mark_that_never_closes_hides_nothing() -> None:
    assert [each.key for each in citations('Words[@a, 3 (5" wide); @b].')] == ["a", "b"]


# ---- what is no citation ----

PLAIN = {
    "the [t]heir of []marginal [sic]": "the [t]heir of []marginal [sic]",
    "write to you@example.org today": "write to you@example.org today",
    "[write](mailto:you@example.org)": "write<mailto:you@example.org>",
    "[you@example.org](https://a.example)": "you@example.org<https://a.example>",
    "[our news @nist](https://a.example)": "our news @nist<https://a.example>",
    r"\[@x\]": "[@x]",
    r"mail \@x": "mail @x",
    "`[@x]`": "[@x]",
}


@pytest.mark.parametrize(("typed", "printed"), PLAIN.items())
def test_other_brackets_and_signs_stay(typed: str, printed: str) -> None:
    assert (remarks(typed), line(typed), noted(typed)) == ([], printed, [])


def test_a_key_in_running_text_is_a_mention_and_no_note() -> None:
    letter, diagnostics = read("As @eo14110's text and (@nist800-1) and @x. say.")
    assert diagnostics == ()
    found = [part for part in walk(letter.blocks) if isinstance(part, Mention)]
    assert [(each.key, each.location.column) for each in found] == [("eo14110", 4), ("nist800-1", 25), ("x", 41)]
    assert letter.notes == {}


# ---- places ----


def test_each_citation_knows_its_line_and_column() -> None:
    text = "One.\n\n> Two [see @a, 3;\n> but see @b] three.\n\n- four[@c]\n\n    five[@d]\n"
    assert [(each.key, each.location.line, each.location.column) for each in citations(text)] == [
        ("a", 3, 12),
        ("b", 4, 11),
        ("c", 6, 8),
        ("d", 8, 10),
    ]
    letter, _ = read(text)
    assert [(note.location.line, note.location.column) for note in letter.notes.values()] == [(3, 7), (6, 7), (8, 9)]


def test_a_citation_in_a_table_knows_its_cell() -> None:
    text = "| a | a |\n|---|---|\n| x[@a] | x[@a] [@b] |\n"
    assert [(each.location.line, each.location.column) for each in citations(text)] == [(3, 5), (3, 13), (3, 18)]


def test_a_citation_in_a_heading_and_in_a_division_knows_its_place() -> None:
    text = "# Title [@a] {#t}\n\n::: signature\n  Words[@b]\n:::\n"
    assert [(each.location.line, each.location.column) for each in citations(text)] == [(1, 10), (4, 9)]


# ---- what is wrong ----

WRONG = {
    "Words[sea @a, 3].": ("1:7 SIG101 'sea' is no signal", "did you mean 'see'?"),
    "Words[as NTIA said in @a].": ("1:7 SIG101 'as NTIA said in' is no signal", "words of your own stand in ^[a note]"),
    "Words[@a at 10].": ("1:9 LET301 a comma is missing in '@a at 10'", "write '@a, at 10'"),
    "Words[@a; more words].": (
        "1:11 LET301 'more words' names no source",
        "each authority of a bracket is @key, with its locator",
    ),
    "Words[@a;].": (
        "1:10 LET301 a semicolon stands where no other authority follows",
        "each authority of a bracket is @key, with its locator",
    ),
    "Words[@a, 3 (b) 4].": (
        "1:17 LET301 '4' stands behind the parenthetical",
        "the order is signal, @key, comma, locator, (parenthetical)",
    ),
    "Words[@a](https://a.example).": ("1:6 LET303 '[@a](...)' is both a citation and a link", "drop one of them"),
    "Words[@a, 3 and so on.": ("1:6 LET302 a bracket opens here and never closes", "close it with ']'"),
    "Words^[and so on.": ("1:6 LET302 a bracket opens here and never closes", "close it with ']'"),
    "Words[@a]{form=shrt}.": (
        "1:6 LET211 a citation does not know 'form=shrt'",
        "the forms are full, short, id and supra",
    ),
    "Words[@a]{pin=never}.": ("1:6 LET211 a citation does not know 'pin=never'", "write pin=always"),
    "Words[@a]{.big page=3}.": (
        "1:6 LET211 a citation does not know 'page'",
        "a citation takes form=, pin=always and an {#id}",
    ),
    "Words[@a\uff0c3].": ("1:9 LET301 the comma in '@a\uff0c3' is not the ordinary one", "write '@a, 3'"),
    "Words[-@a, 3].": ("1:8 LET207 '-@a' asks to leave out an author, which notes do not", None),
}


@pytest.mark.parametrize(("typed", "said"), WRONG.items())
def test_what_a_bracket_cannot_say_is_reported_at_its_place(typed: str, said: tuple[str, str | None]) -> None:
    message, hint = said
    message = message.replace("'-@a' asks", "'-@' asks")
    assert (remarks(typed)[0], hints(typed)[0]) == (message, hint)


def test_a_bracket_that_never_closes_ends_with_its_paragraph() -> None:
    text = "One [@a, 3 two.\n\nThree[@b] four."
    assert remarks(text) == ["1:5 LET302 a bracket opens here and never closes"]
    assert lines(text) == ["One [@a, 3 two.", "Three(^note-1) four."]


def test_brackets_inside_brackets_go_eight_deep() -> None:
    text = "Words" + "[@x, 3 (a " * 12 + "b" + ")]" * 12 + "."
    assert {remark.split(" ", 2)[1] for remark in remarks(text)} & {findings.NESTED_TOO_DEEPLY.code}


KEY_WORDS = st.text(alphabet="abcxyz019", min_size=1, max_size=6)
SIGNAL_WORDS = st.sampled_from(["", *(f"{signal.words} " for signal in SIGNALS)])
PLACES = st.sampled_from(["", ", 3", ", at 12", ", § 4.6(a)", ", 10-12, 15", ", 147 & n.5", ", Practices 3.1, 3.3"])
WORDS = st.sampled_from(["", ' ("a; @b")', " (emphasis added)", " (quoting [@c, 3]) (d)"])


@given(st.lists(st.tuples(SIGNAL_WORDS, KEY_WORDS, PLACES, WORDS), min_size=1, max_size=4))
def test_every_bracket_of_the_grammar_is_read_whole(parts: list[tuple[str, str, str, str]]) -> None:
    text = "Words[" + "; ".join(f"{signal}@{key}{place}{words}" for signal, key, place, words in parts) + "]."
    letter, diagnostics = read(text)
    assert diagnostics == ()
    (note,) = letter.notes.values()
    found = list(citations_in(note.blocks))
    assert [each.key for each in found] == [key for _, key, _, _ in parts]
    assert [each.locator or "" for each in found] == [place.removeprefix(", ") for _, _, place, _ in parts]
    assert [each.signal.words if each.signal else "" for each in found] == [signal.strip() for signal, *_ in parts]
    for each in found:
        assert text[each.location.column - 1 :].startswith(f"@{each.key}")


def test_words_of_a_locator_are_not_markup() -> None:
    assert citation("Words[@x, *Part* II].").locator == "*Part* II"
    assert Span(text="x") not in walk(read("Words[@x].")[0].blocks)


# ---- a citation that lacks a sign ----

KNOWING = Setting(keys={"ntia2024", "eo14110", "act"})

LACKING = {
    "A.[ntia2024, 3]": "1:3 LET304 '[ntia2024, 3]' begins with a key and lacks the '@'",
    "A.[ntia2024]": "1:3 LET304 '[ntia2024]' begins with a key and lacks the '@'",
    "A.[see eo14110 (quoting it)]": "1:3 LET304 '[see eo14110 (quoting it)]' begins with a key and lacks the '@'",
    "(@ntia2024, 3]": "1:2 LET305 a bracket closes behind '@ntia2024, 3' that never opened",
    "As @ntia2024, 3] said.": "1:4 LET305 a bracket closes behind '@ntia2024, 3' that never opened",
}


@pytest.mark.parametrize(("typed", "said"), LACKING.items())
def test_a_citation_without_its_at_or_its_opening_bracket_is_told(typed: str, said: str) -> None:
    assert remarks(typed, KNOWING) == [said]


def test_the_hint_writes_the_bracket_out() -> None:
    assert hints("A.[see ntia2024, 3; eo14110]", KNOWING) == ["write [see @ntia2024, 3; @eo14110]"]
    assert hints("(@ntia2024, 3]", KNOWING) == ["write [@ntia2024, 3]"]


INNOCENT = [
    'The "[act] of" others.',
    "Words [other2024, 3].",
    "Words [of ntia2024, 3].",
    "[ntia2024](https://example.org)",
    "[ntia2024]{.smallcaps}",
    "[as @ntia2024 said]{.smallcaps}",
    "(@ntia2024), and [sic].",
    r"@ntia2024 \]",
]


@pytest.mark.parametrize("typed", INNOCENT)
def test_brackets_of_the_text_itself_are_left_alone(typed: str) -> None:
    assert [each for each in remarks(typed, KNOWING) if "LET30" in each] == []
