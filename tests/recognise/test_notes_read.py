"""What becomes of a note: its citation sentences, its prose, its cross-references."""

from __future__ import annotations

import pytest
from printed_forms import shipped
from typed_letters import HERE, cites, letter_of_notes, letter_with_text, only, resolved, seen

from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.letter import CrossReference, Footnote, Inline, Paragraph, citations_in
from comment_kit.model.text import Span, plain
from comment_kit.recognise import recognise


def shapes(words: str) -> list[str]:
    """Return the inlines of a note: words as they stand, ``<n>`` for a string of n citations, ``->`` a reference."""
    done = recognise(letter_of_notes({1: words}), shipped())
    (block,) = done.letter.notes["fn-1"].blocks
    assert isinstance(block, Paragraph)
    return [shape(part) for part in block.content]


def shape(part: Inline) -> str:
    match part:
        case StringCite():
            return f"<{len(part.citations)}>"
        case CrossReference():
            return f"->{part.target}"
        case Span():
            return part.text
    raise AssertionError(part)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Id. at 5; see also 88 Fed. Reg. at 75203.", ["<2>", "."]),
        ("Id. See also id. at 10 n.30 (public comments).", ["<1>", " ", "<1>", "."]),
        ("Id. at 5. See 88 Fed. Reg. at 75203.", ["<1>", ". ", "<1>", "."]),
        ("NIST AI 800-1 at 5. The rest is prose.", ["<1>", ". The rest is prose."]),
        (
            "As the Order explains, see 88 Fed. Reg. at 75,203, and as NTIA found, id. at 75,204, openness matters.",
            ["As the Order explains, ", "<1>", ", and as NTIA found, ", "<1>", ", openness matters."],
        ),
        # words quoted behind a place stay words, and a title in marks stays in its citation
        ('NIST AI 800-1 at 5: "Risks should be managed."', ["<1>", ': "Risks should be managed."']),
        ('NIST AI 800-1 at 5 n.3, "risks should be managed".', ["<1>", ', "risks should be managed".']),
        ('Exec. Order No. 14,110 § 4.6(a), "as the Secretary may deem".', ["<1>", ', "as the Secretary may deem".']),
        ('NIST AI 800-1, at 5, "Practice 5.1."', ["<1>"]),
        ('Jane Roe, "On the Risks of Models," at 5 (2024).', ["<1>", "."]),
        ("The agency said so (88 Fed. Reg. at 75203).", ["The agency said so (", "<1>", ")."]),
        ("See *infra* Part II.", ["See ", "->infra Part II", "."]),
        ("See supra notes 3–5 and accompanying text.", ["See ", "->supra notes 3–5 and accompanying text", "."]),
        ("See supra note 1.", ["See ", "->fn-1", "."]),
        ("See Part II.B, supra; NIST AI 800-1 at 3.", ["See ", "->Part II.B, supra", "; ", "<1>", "."]),
    ],
)
def test_a_note_is_taken_apart(words: str, expected: list[str]) -> None:
    assert shapes(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Motor Vehicle Mfrs. Ass'n of U.S., Inc. v. State Farm Mut. Auto. Ins. Co., 463 U.S. 29, 43 (1983).",
        "U.S. Dep't of Com., Off. of the Sec'y, Foo Rule, 88 Fed. Reg. 100, 105 (Jan. 5, 2023).",
        "Sung H. Kim, Some Title, 12 Rev. Gen. Psych. 323, 330 (2012).",
        'A. Author, "One Title; in Two Parts. And a Third," Example J. (2020), https://example.org/a;b.c.',
        "Example Advisory Committee; Notice of Meeting, 89 Fed. Reg. 10000 (Feb. 12, 2024).",
        'NIST AI 800-1 at 22 n.48 ("One sentence. Another; and more.").',
        "H.R. Rep. No. 110-803, pt. 1, at 105 (2008).",
    ],
)
def test_points_semicolons_and_quotations_inside_a_citation_do_not_split_it(words: str) -> None:
    found = seen(letter_of_notes({1: words}), shipped())
    assert len(found) == 1
    assert plain(found[0].citation.printed or ()) == words.removesuffix(".")


def test_printed_words_keep_their_type() -> None:
    citation = only("*See* ^^NIST AI 800-1^^ at 5 (*so*).", library=shipped())
    assert citation.printed == (
        Span(text="See", italic=True),
        Span(text=" "),
        Span(text="NIST AI 800-1", small_caps=True),
        Span(text=" at 5 ("),
        Span(text="so", italic=True),
        Span(text=")"),
    )
    assert [each.content for each in citation.parentheticals] == [(Span(text="so", italic=True),)]


def test_a_source_that_a_parenthetical_quotes_is_named_but_not_cited() -> None:
    citation = only("88 Fed. Reg. at 75203 (quoting NIST AI 800-1 at 5).", library=shipped())
    (parenthetical,) = citation.parentheticals
    words, cited = parenthetical.content
    assert words == Span(text="quoting ")
    assert isinstance(cited, StringCite)
    (quoted,) = cited.citations
    assert (quoted.key, quoted.pinpoint.pages[0].first) == ("nist800-1", "5")


@pytest.mark.parametrize(
    ("words", "locator"),
    [
        ("AI EO § 1", "§ 1"),
        ("AI EO at 75,203", "at 75203"),
        ("AI EO, *supra* note 1, § 1", "§ 1"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191, 75203 (Nov. 1, 2023)", "75203"),
        ("88 Fed. Reg. 75,203 (Nov. 1, 2023)", "75203"),
        ("AI EO", None),
    ],
)
def test_the_place_of_a_quoted_source_is_read_whatever_names_it(words: str, locator: str | None) -> None:
    notes = {
        1: "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Nov. 1, 2023) [hereinafter AI EO].",
        2: f"Smith, A Book 5 (2020) (quoting {words}).",
    }
    letter = recognise(letter_of_notes(notes), shipped()).letter
    citation = next(iter(citations_in(letter.notes["fn-2"].blocks)))
    ((_, cites),) = (parenthetical.content for parenthetical in citation.parentheticals)
    assert isinstance(cites, StringCite)
    assert [(each.key, each.locator) for each in cites.citations] == [("eo14110", locator)]


@pytest.mark.parametrize("between", ["; AI EO", "; *see* AI EO", " and citing AI EO"])
def test_each_source_of_a_parenthetical_keeps_its_own_place(between: str) -> None:
    notes = {
        1: "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Nov. 1, 2023) [hereinafter AI EO].",
        2: f"Smith, A Book 5 (2020) (citing NIST AI 800-1 at 4{between} § 1).",
    }
    letter = recognise(letter_of_notes(notes), shipped()).letter
    citation = next(iter(citations_in(letter.notes["fn-2"].blocks)))
    cites = citation.parentheticals[0].content[1]
    assert isinstance(cites, StringCite)
    places = [("nist800-1", "at 4"), ("eo14110", "§ 1")]
    assert [(each.key, each.locator) for each in cites.citations] == places[: 1 if "and" in between else 2]


def test_a_bracket_that_is_no_parenthetical_is_none() -> None:
    citation = only(
        "Foo, 88 Fed. Reg. 75191 (proposed Jan. 5, 2023) (to be codified at 47 C.F.R. pt. 64) [hereinafter Foo] "
        "(emphasis added).",
        library=shipped(),
    )
    assert [plain(part for part in each.content if isinstance(part, Span)) for each in citation.parentheticals] == [
        "emphasis added"
    ]


def test_citations_that_are_tagged_already_stay_and_serve_those_behind_them() -> None:
    tagged = StringCite(citations=(Citation(key="nist800-1", location=HERE),), location=HERE)
    letter = letter_of_notes({1: "Words.", 2: "*Id.* at 5."})
    note = Footnote(id="fn-1", blocks=(Paragraph(content=(tagged,), location=HERE),), location=HERE)
    letter = type(letter)(
        file=letter.file, front=letter.front, blocks=letter.blocks, notes={**letter.notes, "fn-1": note}
    )
    done = recognise(letter, shipped())
    assert done.letter.notes["fn-1"] == note
    assert [each.key for each in resolved(done, shipped())] == ["nist800-1", "nist800-1"]


def test_a_note_that_nothing_calls_is_read_too() -> None:
    done = recognise(letter_with_text("No call.", notes={"a": "Foo, 88 Fed. Reg. 5 (2023)."}), shipped())
    assert [each.citation.key for each in done.unknown] == ["?88 Fed. Reg. 5"]


def test_what_is_wrong_with_a_page_of_a_known_source_is_said_at_its_note() -> None:
    done = recognise(letter_of_notes({1: "NIST AI 800-1 at 5.", 2: "Id. at 99."}), shipped())
    assert [(each.code, each.location.note, each.message) for each in done.diagnostics] == [
        ("PIN102", "2", "page 99 is outside nist800-1, which has pages 1-22")
    ]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "words",
    [
        "(" * 20_000, '"a ' * 10_000, "Id. " * 5_000, "5 U.S.C. § 553" + ", 1" * 5_000, "https://a.b/c) " * 3_000,
        "88 Fed. Reg. 75191 " * 3_000, "[(" * 8_000 + ")]" * 8_000, "_a " * 10_000, "*a" * 8_000, "Abc " * 8_000,
        "1 A " * 8_000, "1 A. " * 8_000, "supra note " * 5_000, ", cited in " * 5_000, "See, e.g., " * 5_000,
        "1," * 9_000, "Id. at " + "1 and " * 8_000, "Section " + "a-" * 9_000 + "!", "Id. at [4] " * 4_000,
        "Id. " + "(p. 4) " * 4_000, "Id. at [4-A] " * 4_000,
        "Request for Comments on the U.S. " * 2_000, "§ " * 9_000, " " * 20_000, "x." * 9_000, "(2020) " * 4_000,
    ],
)  # fmt: skip
def test_a_hostile_note_is_read_in_time_that_grows_with_its_length(words: str) -> None:
    recognise(letter_of_notes({1: words}), shipped())


def test_two_thousand_notes_are_one_letter() -> None:
    notes = {
        number: "NIST AI 800-1 at 5." if number % 5 == 1 else f"*Id.* at {number % 22 + 1}."
        for number in range(1, 2001)
    }
    found = seen(letter_of_notes(notes), shipped())
    assert {each.key for each in found} == {"nist800-1"}
    assert len(found) == 2000
    assert cites(library=shipped()) == []
